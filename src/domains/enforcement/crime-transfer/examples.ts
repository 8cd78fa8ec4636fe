import { examplesOf } from '../../../engines/procedure/example.ts'
import { crimeTransfer } from './procedure.ts'

const facts = { partyName: '示例食品店', caseNumber: '处罚案〔2026〕8号', suspectedCrime: '生产、销售有毒、有害食品', content: '检验发现食品中含有非食品原料。' } as const
const by = 'case-officer'
const person = 'officer-a'
const head = 'section-head'
const leader = 'bureau-leader'
const team = { team: ['officer-a', 'officer-b'] } as const
const report = { teamReport: '经核实，货值金额达到追诉标准，涉嫌犯罪，应当移送。', reportedOn: '2026-06-01', hasGoods: true, isTested: true } as const
const approved = { isDecidedByChief: true, approvalNote: '同意移送。' } as const
const handedOver = { publicSecurityBody: '示例区公安局', handedOverAt: '2026-06-03T01:00:00.000Z', papers: ['letter', 'report', 'goods-list', 'test-report'], receiptNo: '回执1号' } as const
const copied = { procuratorate: '示例区人民检察院', copiedOn: '2026-06-03' } as const
const goods = { goodsHandedOverOn: '2026-06-08', goodsReceipt: '食品三箱、检验报告一份，双方签字。' } as const

/** Transfers that were taken up, refused, and fought over. */
export const crimeTransferExamples = examplesOf(crimeTransfer, [
  {
    name: 'reported by a team of two, approved on the next day, handed over within twenty-four hours; the police file it',
    receivedAt: '2026-05-28 09:00', facts,
    steps: [
      { step: 'nameTeam', at: '2026-05-28 10:00', by: head, input: { team: ['officer-a'] }, refused: 'guard.transferTeamNeedsTwoCertifiedOfficers' },
      { step: 'nameTeam', at: '2026-05-28 10:10', by: head, input: team },
      { step: 'report', at: '2026-06-01 09:00', by, person: 'officer-z', input: report, refused: 'guard.transferReportMustComeFromTheTeam' },
      { step: 'report', at: '2026-06-01 09:10', by, person, input: report },
      { step: 'approve', at: '2026-06-02 16:00', by: leader, input: { ...approved, isDecidedByChief: false }, refused: 'guard.chiefMustDecideTheTransfer' },
      { step: 'approve', at: '2026-06-02 16:10', by: leader, input: approved },
      { step: 'handOver', at: '2026-06-03 10:00', by, person, input: { ...handedOver, papers: ['letter', 'report'] }, refused: 'guard.transferPapersMustBeComplete' },
      { step: 'handOver', at: '2026-06-03 10:10', by, person, input: handedOver },
      { step: 'recordFiling', at: '2026-06-05 17:00', by, person, input: { policeFiledOn: '2026-06-05', policeFilingNo: '公立字1号' } },
      { step: 'close', at: '2026-06-08 09:00', by: head, input: { crimeResult: '公安机关侦查中。' }, refused: 'guard.goodsMustBeHandedToThePolice' },
      { step: 'handOverGoods', at: '2026-06-08 10:00', by, person, input: goods },
      { step: 'close', at: '2026-06-08 10:10', by: head, input: { crimeResult: '公安机关侦查中。' }, refused: 'guard.procuratorateMustHaveACopy' },
      { step: 'copyToProcuratorate', at: '2026-06-08 10:20', by, person, input: copied },
      { step: 'close', at: '2026-06-08 10:30', by: head, input: { crimeResult: '公安机关侦查中。' } },
    ],
    ends: { state: 'ended', outcome: 'prosecuted', clocks: { decision: 'due 2026-06-04, met', transfer: 'due 2026-06-03, met', goods: 'due 2026-06-08, met' } },
  },
  {
    name: 'the chief decides that the thresholds are not reached; his reasons are on record, a day late',
    receivedAt: '2026-05-28 09:00', facts,
    steps: [
      { step: 'nameTeam', at: '2026-05-28 10:00', by: head, input: team },
      { step: 'report', at: '2026-06-01 09:10', by, person, input: report },
      { step: 'refuse', at: '2026-06-05 09:00', by: leader, input: { isDecidedByChief: true, refusalReason: '货值金额未达到追诉标准，依法给予行政处罚。' } },
    ],
    ends: { state: 'refused', outcome: 'not-transferred', clocks: { decision: 'due 2026-06-04, missed' } },
  },
  {
    name: 'the police decline; objection, supervision suggested, and the matter comes back as a lead',
    receivedAt: '2026-05-28 09:00', facts,
    steps: [
      { step: 'nameTeam', at: '2026-05-28 10:00', by: head, input: team },
      { step: 'report', at: '2026-06-01 09:10', by, person, input: report },
      { step: 'approve', at: '2026-06-02 16:10', by: leader, input: approved },
      { step: 'handOver', at: '2026-06-04 10:10', by, person, input: { ...handedOver, handedOverAt: '2026-06-04T02:00:00.000Z' } },
      { step: 'copyToProcuratorate', at: '2026-06-04 11:00', by, person, input: { ...copied, copiedOn: '2026-06-04' } },
      { step: 'recordDecline', at: '2026-06-08 09:00', by, person, input: { declinedOn: '2026-06-08', declineReason: '认为犯罪事实显著轻微。' } },
      { step: 'object', at: '2026-06-12 09:00', by: head, input: { objectedOn: '2026-06-12', objectionReason: '货值金额已达到追诉标准。' }, refused: 'guard.objectionMustBeMadeInTime' },
      { step: 'object', at: '2026-06-12 09:10', by: head, input: { objectedOn: '2026-06-11', objectionReason: '货值金额已达到追诉标准。' } },
      { step: 'recordObjectionRejected', at: '2026-06-15 09:00', by, person, input: { objectionResultOn: '2026-06-15' } },
      { step: 'suggestSupervision', at: '2026-06-19 09:00', by: head, input: { suggestedOn: '2026-06-19', suggestionReason: '应当立案而不立案。' }, refused: 'guard.suggestionMustBeMadeInTime' },
      { step: 'suggestSupervision', at: '2026-06-19 09:10', by: head, input: { suggestedOn: '2026-06-18', suggestionReason: '应当立案而不立案。' } },
      { step: 'takeBack', at: '2026-07-20 09:00', by: leader, input: { returnReason: '人民检察院认为不立案理由成立，依法给予行政处罚。' } },
    ],
    ends: { state: 'returned', outcome: 'returned', clocks: { decision: 'due 2026-06-04, met', transfer: 'due 2026-06-03, missed', objection: 'due 2026-06-11, met', supervision: 'due 2026-06-18, met' } },
  },
  {
    name: 'filed after objection, later found to be no crime: sent back for a penalty',
    receivedAt: '2026-05-28 09:00', facts,
    steps: [
      { step: 'nameTeam', at: '2026-05-28 10:00', by: head, input: team },
      { step: 'report', at: '2026-06-01 09:10', by, person, input: { ...report, hasGoods: false, isTested: false } },
      { step: 'approve', at: '2026-06-02 16:10', by: leader, input: approved },
      { step: 'handOver', at: '2026-06-02 17:10', by, person, input: { ...handedOver, handedOverAt: '2026-06-02T09:00:00.000Z', papers: ['letter', 'report'] } },
      { step: 'copyToProcuratorate', at: '2026-06-03 11:00', by, person, input: copied },
      { step: 'recordDecline', at: '2026-06-05 09:00', by, person, input: { declinedOn: '2026-06-05', declineReason: '证据不足。' } },
      { step: 'object', at: '2026-06-08 09:10', by: head, input: { objectedOn: '2026-06-08', objectionReason: '补充了进货凭证。' } },
      { step: 'recordObjectionGranted', at: '2026-06-11 09:00', by, person, input: { objectionResultOn: '2026-06-11', policeFiledOn: '2026-06-11', policeFilingNo: '公立字2号' } },
      { step: 'handOverGoods', at: '2026-06-12 09:00', by, person, input: { ...goods, goodsHandedOverOn: '2026-06-12' } },
      { step: 'recordReturn', at: '2026-09-01 09:00', by, person, input: { returnReason: '人民检察院决定不起诉，移送回依法给予行政处罚。' } },
    ],
    ends: { state: 'returned', outcome: 'returned', clocks: { decision: 'due 2026-06-04, met', transfer: 'due 2026-06-03, met', objection: 'due 2026-06-08, met', goods: 'due 2026-06-14, met' } },
  },
])
