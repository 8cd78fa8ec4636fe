import { addDays } from '../../src/kernel/calendar-date.ts'
import { archived, concluded, evidence, executed, filed, fine, goodsTaken, notice, paid, reviewed, served, told, decided } from './case-lines.ts'
import { dated, line } from './script.ts'
import type { Line, Scene } from './script.ts'
import type { Story } from './story.ts'

const STATUTE = '《中华人民共和国产品质量法》第十八条'
const carried = ({ on, cast: { officer, other } }: Scene) => ({
  takenOn: on, officers: [officer.id, other.id], goods: [{ name: '涉案商品', quantity: 12, unit: '件', isNecessity: false, isSealedElsewhere: false }], isPartyPresent: true, isListSigned: true, areRightsTold: true, isDecisionHanded: true, isSealAffixed: true,
  custodian: '办案机构', custodyPlace: '涉案物品仓库',
})
const urgently = (scene: Scene) => ({ ...carried(scene), urgencyReason: '货车即将驶离，来不及报批。' })
const approved: readonly Line[] = [line(0, 'leader', 'approve', { approvalNote: '同意采取措施。' }), line(1, 'officer', 'carryOut', carried)]

const seizure = { measureKind: 'seizure', measureReason: '涉案商品可能转移或者灭失。', measureBasis: STATUTE }
const sealing = { ...seizure, measureKind: 'sealing' }
const preservation = { measureKind: 'preservation', measureReason: '涉案商品可能转移或者灭失。' }

/** A case with one measure, up to its fine. The archive waits for the measure to end. */
const caseWith = (taking: Readonly<Record<string, string>>, measure: readonly Line[]): readonly Line[] => filed([
  ...told, line(0, 'officer', 'takeMeasure', taking, measure), evidence(2), concluded(4, [fine(2600)]), ...reviewed(), ...notice(), decided([fine(2600)]), ...served, paid(4), executed,
  line({ until: (related) => related.every(({ procedure, closedAt }) => procedure !== 'measure' || closedAt !== undefined), days: 2 }, 'leader', 'approveClosing', { closingReason: '处罚决定已经执行完毕。' }), ...archived('archivePenalised', '').slice(1),
])

/** Confiscation rests on a decision of the case. */
const confiscating: readonly Line[] = filed([
  ...told,
  line(0, 'officer', 'takeMeasure', seizure, [
    ...approved, line(1, 'officer', 'moveCustody', { custodian: '示例冷库', custodyPlace: '冷库二号位' }),
    line(2, 'officer', 'commissionTest', ({ on }) => ({ testBody: '示例检验检测中心', testStartedOn: on, testUntilOn: addDays(on, 20), testPeriodToldOn: on })), line({ days: 14 }, 'officer', 'receiveTest', dated(['testReturnedOn'], { testResult: '所检项目不符合标准要求。' })),
    line(1, 'leader', 'disposeEarly', { disposalReason: '商品不宜长期保存。', disposalConsent: 'consent', disposalEvidence: '抽样封存、拍照。', disposalProceedsInFen: 9_000 }),
    line({ days: 9 }, 'leader', 'extend', dated(['extensionToldOn'], { extensionReason: '供货渠道尚在核实，情况复杂。' })),
    line({ until: (related) => related.some(({ procedure, state }) => procedure === 'penalty-case' && ['decided', 'served', 'executed'].includes(state)) }, 'leader', 'confiscate', ({ related }) => ({
      decisionNumber: related.find(({ procedure }) => procedure === 'penalty-case')?.documentNumbers?.['penalty-decision'] ?? '',
    })),
  ]),
  evidence(2), concluded(22, [fine(3000), goodsTaken]), ...reviewed(), ...notice(), decided([fine(3000), goodsTaken]), ...served, paid(3), executed, ...archived('archivePenalised', '处罚决定已经执行完毕。'),
])

/** Measures in every way they are taken and end. */
export const measureStories: readonly Story[] = [
  { id: 'seizure-confiscated', from: 'lead', on: ['2023-04-10', '2026-03-09'], lines: confiscating },
  { id: 'measure-rejected', from: 'lead', on: ['2024-04-08'], lines: caseWith(seizure, [line(0, 'leader', 'reject', { rejectionReason: '违法行为情节显著轻微。' })]) },
  { id: 'urgent-ratified-converted', from: 'lead', on: ['2024-07-08', '2026-06-15'], lines: caseWith(preservation, [
    line({ minutes: 30 }, 'officer', 'carryOutUrgently', urgently), line({ minutes: 60 }, 'leader', 'ratify', { approvalNote: '同意补办。' }),
    line(2, 'leader', 'convert', dated(['takenOn'], { conversionReason: '涉案商品涉嫌掺假。', conversionKind: 'seizure', legalBasis: STATUTE, areRightsTold: true, isDecisionHanded: true })),
    line(8, 'leader', 'decideRelease', { releaseGround: 'not-needed', releaseReason: '已经抽样取证，不再需要采取措施。' }), line(1, 'officer', 'returnGoods', dated(['returnedOn'], { isReturnSigned: true })),
  ]) },
  { id: 'urgent-refused-unclaimed', from: 'lead', on: ['2023-06-12'], lines: caseWith(sealing, [
    line({ minutes: 30 }, 'officer', 'carryOutUrgently', urgently), line({ minutes: 60 }, 'leader', 'refuseRatification', { refusalReason: '物品与违法行为无关。' }),
    line(6, 'officer', 'announceClaim', dated(['claimAnnouncedOn'])), line({ days: 32 }, 'leader', 'forfeit', { forfeitureNote: '逾期无人领取，拍卖后上缴国库。' }),
  ]) },
  { id: 'preservation-lapses', from: 'lead', on: ['2025-08-11'], lines: caseWith(preservation, [...approved, line({ past: 'preservation' }, 'officer', 'returnAfterLapse', dated(['returnedOn'], { isReturnSigned: true }))]) },
  { id: 'seizure-prolonged-open', from: 'lead', on: ['2026-10-09'], lines: filed([
    ...told, line(0, 'officer', 'takeMeasure', seizure, [...approved, line({ days: 22 }, 'leader', 'extend', dated(['extensionToldOn'], { extensionReason: '供货渠道尚在核实，情况复杂。' }))]), evidence(3),
  ]) },
]
