import { instantFromEpoch } from '../../src/kernel/calendar-date.ts'
import { archived, concluded, decided, evidence, executed, filed, fine, notice, paid, reviewed, served, told } from './case-lines.ts'
import { dated, line } from './script.ts'
import type { Line } from './script.ts'
import type { Story } from './story.ts'

const seizure = { measureKind: 'seizure', measureReason: '涉案商品可能转移或者灭失。', measureBasis: '《中华人民共和国产品质量法》第十八条' }
const ALL = { hasGoods: true, isTested: true }
const BARE = { hasGoods: false, isTested: false }
const papers = (known: typeof ALL): readonly string[] => ['letter', 'report', ...(known.hasGoods ? ['goods-list'] : []), ...(known.isTested ? ['test-report'] : [])]

/** The team's report. */
const reported = (known: typeof ALL): readonly Line[] => [
  line({ minutes: 40 }, 'head', 'nameTeam', ({ cast: { officer, other } }) => ({ team: [officer.id, other.id] })),
  line(2, 'officer', 'report', dated(['reportedOn'], { teamReport: '经核实，涉案金额达到追诉标准，涉嫌犯罪，应当移送。', ...known })),
]
const transferred = (known: typeof ALL): readonly Line[] => [
  ...reported(known), line(1, 'leader', 'approve', { isDecidedByChief: true, approvalNote: '同意移送。' }),
  line({ minutes: 90 }, 'officer', 'handOver', ({ now }) => ({ publicSecurityBody: '示例区公安局', handedOverAt: instantFromEpoch(now), papers: papers(known), receiptNo: '移送回执' })),
  line(1, 'officer', 'copyToProcuratorate', dated(['copiedOn'], { procuratorate: '示例区人民检察院' })),
]
const filedByPolice = line(3, 'officer', 'recordFiling', dated(['policeFiledOn'], { policeFilingNo: '示例公立字' }))
const goods = line(1, 'officer', 'handOverGoods', dated(['goodsHandedOverOn'], { goodsReceipt: '涉案商品和检验报告，双方签字。' }))
const declined = line(3, 'officer', 'recordDecline', dated(['declinedOn'], { declineReason: '认为犯罪事实显著轻微。' }))
const objected = line({ days: 1 }, 'head', 'object', dated(['objectedOn'], { objectionReason: '涉案金额已达到追诉标准。' }))

/** The case that is handed over, with the transfer as its child. */
const handedOver = (course: readonly Line[]): readonly Line[] => filed([
  ...told, evidence(2),
  line(4, 'leader', 'transferCrime', dated(['transferredOn'], { transferTo: '示例区公安局', transferReason: '涉案金额达到刑事追诉标准，涉嫌犯罪。', handoverList: '案卷材料和涉案商品清单' }), course), ...archived('archiveTransferred', '案件已经移送公安机关。', { isDecided: false, isReported: false }),
])

/** The case waits, and goes on where it stood when the transfer has come back. */
const sentBack = (course: readonly Line[]): readonly Line[] => filed([
  ...told, evidence(2), line(4, 'leader', 'transferCrime', dated(['transferredOn'], { transferTo: '示例区公安局', transferReason: '涉案金额达到刑事追诉标准，涉嫌犯罪。', handoverList: '案卷材料和涉案商品清单' }), course),
  line({ until: (related) => related.some(({ procedure, outcome }) => procedure === 'crime-transfer' && outcome === 'returned'), days: 60 }, 'leader', 'resumeReturned', dated(['returnedOn'], { returnNote: '检察机关决定不起诉，移送回依法给予行政处罚。' })),
  concluded(5, [fine(4000)]), ...reviewed(), ...notice(), decided([fine(4000)]), ...served, paid(4), executed, ...archived('archivePenalised', '处罚决定已经执行完毕。'),
])

const withGoods: readonly Line[] = filed([
  ...told,
  line(0, 'officer', 'takeMeasure', seizure, [
    line(0, 'leader', 'approve', { approvalNote: '同意采取措施。' }),
    line(1, 'officer', 'carryOut', ({ on, cast: { officer, other } }) => ({
      takenOn: on, officers: [officer.id, other.id], goods: [{ name: '涉案白酒', quantity: 60, unit: '瓶', isNecessity: false, isSealedElsewhere: false }], isPartyPresent: true, isListSigned: true, areRightsTold: true, isDecisionHanded: true, isSealAffixed: true,
      custodian: '办案机构', custodyPlace: '涉案物品仓库',
    })),
    line({ until: (related) => related.some(({ procedure, state }) => procedure === 'penalty-case' && state === 'crimeTransferred') }, 'leader', 'handOver', dated(['handoverToldOn'], { handedTo: '示例区公安局' })),
  ]),
  evidence(2),
  line(4, 'leader', 'transferCrime', dated(['transferredOn'], { transferTo: '示例区公安局', transferReason: '涉案金额达到刑事追诉标准，涉嫌犯罪。', handoverList: '涉案白酒六十瓶及清单' }), [...transferred(ALL), filedByPolice, goods, line(15, 'head', 'close', { crimeResult: '公安机关侦查中。' })]),
  ...archived('archiveTransferred', '案件已经移送公安机关。', { isDecided: false, isReported: false }),
])

/** Suspected crimes, and what the police make of them. */
export const transferStories: readonly Story[] = [
  { id: 'crime-filed', from: 'lead', on: ['2023-09-04', '2025-10-13'], lines: withGoods },
  { id: 'crime-not-transferred', from: 'lead', on: ['2024-02-19'], lines: handedOver([...reported(BARE), line(1, 'leader', 'refuse', { isDecidedByChief: true, refusalReason: '未达到追诉标准，依法给予行政处罚。' })]) },
  { id: 'crime-declined-taken-back', from: 'lead', on: ['2024-11-11'], lines: handedOver([
    ...transferred(BARE), declined, objected, line(2, 'officer', 'recordObjectionRejected', dated(['objectionResultOn'])), line({ days: 1 }, 'head', 'suggestSupervision', dated(['suggestedOn'], { suggestionReason: '应当立案而不立案。' })),
    line(20, 'leader', 'takeBack', { returnReason: '人民检察院认为不立案理由成立，依法给予行政处罚。' }),
  ]) },
  { id: 'crime-sent-back', from: 'lead', on: ['2025-01-13'], lines: sentBack([
    ...transferred(BARE), declined, objected, line(3, 'officer', 'recordObjectionGranted', dated(['objectionResultOn', 'policeFiledOn'], { policeFilingNo: '示例公立字' })), goods,
    line(60, 'officer', 'recordReturn', { returnReason: '人民检察院决定不起诉，移送回依法给予行政处罚。' }),
  ]) },
  { id: 'crime-filed-under-supervision', from: 'lead', on: ['2025-06-16'], lines: handedOver([
    ...transferred(BARE), declined, line({ days: 1 }, 'head', 'suggestSupervision', dated(['suggestedOn'], { suggestionReason: '应当立案而不立案。' })),
    line(10, 'officer', 'recordSupervisedFiling', dated(['policeFiledOn'], { supervisionNote: '人民检察院通知公安机关立案。', policeFilingNo: '示例公立字' })), goods, line(20, 'head', 'close', { crimeResult: '公安机关侦查终结，移送审查起诉。' }),
  ]) },
  { id: 'crime-open', from: 'lead', on: ['2026-10-26'], lines: handedOver(transferred(ALL)) },
]
