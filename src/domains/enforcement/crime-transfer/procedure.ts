import { defineProcedure } from '../../../engines/procedure/definition.ts'
import type { ChildOpening, GuardContext } from '../../../engines/procedure/definition.ts'
import { penaltyLaw } from '../citations.ts'
import { FILED } from '../filed.ts'
import { progressWords } from '../progress-words.ts'
import { transferRegulation } from './citations.ts'
import { facts } from './facts.ts'
import {
  chiefMustDecideTheTransfer, goodsMustBeHandedToThePolice, objectionMustBeMadeInTime, procuratorateMustHaveACopy, suggestionMustBeMadeInTime, transferMustFollowItsApproval, transferPapersMustBeComplete,
  transferReportMustComeFromTheTeam, transferTeamNeedsTwoCertifiedOfficers,
} from './guards.ts'

const WORKERS = ['case-officer', 'section-head'] as const
const LEADER = ['bureau-leader'] as const

/** What comes back goes on in its case where that still waits; else it is a lead again, handed over by another body (penalty procedure provisions, Art 18). */
function leadFromReturn({ matter, facts: known, input, related }: GuardContext<typeof facts>): ChildOpening | null {
  if (related.some((other) => other.relation === 'parent' && other.state === 'crimeTransferred')) return null
  return {
    procedure: 'lead', title: `${known.partyName ?? ''}涉嫌${known.suspectedCrime ?? ''}`, channel: 'case', parties: { party: 'respondent' },
    facts: {
      source: 'transfer', sourceNo: matter.number, content: `涉嫌犯罪案件移送后，由司法机关移送回：${input.returnReason ?? ''}`, suspectedActs: known.suspectedCrime ?? '', respondentName: known.partyName ?? '',
      ...(known.partyUscc === undefined ? {} : { respondentUscc: known.partyUscc }),
    },
  }
}

/** 涉嫌犯罪案件移送: team, chief's decision, transfer within twenty-four hours, and what becomes of it. */
export const crimeTransfer = defineProcedure({
  id: 'crime-transfer',
  name: '涉嫌犯罪案件移送',
  numberPrefix: '涉罪移',
  attachmentsFiled: FILED.otherMain,
  instruments: ['crime-transfer-regulation', 'penalty-law'],
  facts,
  team: 'team',
  parties: { party: { name: '当事人', isConfidential: false } },
  opening: { name: '登记涉嫌犯罪线索', by: [...WORKERS, 'bureau-leader', 'machine'], basis: penaltyLaw('第二十七条'), requires: ['partyName', 'caseNumber', 'suspectedCrime', 'content'], optional: ['partyUscc'] },
  states: {
    suspected: '待指定专案组', checking: '专案组核实中', reported: '待决定是否移送', approved: '已批准待移送', handedOver: '已移送待审查', filed: '公安机关已立案', declined: '公安机关不予立案', objected: '已提请复议',
    upheld: '复议维持不予立案', supervised: '已建议立案监督', ended: '已办结', refused: '不移送', returned: '已移送回',
  },
  opensIn: 'suspected',
  finalStates: ['ended', 'refused', 'returned'],
  outcomes: { 'prosecuted': '公安机关立案办理', 'not-transferred': '不批准移送', 'returned': '移送回，依法给予行政处罚' },
  steps: {
    nameTeam: { name: '指定专案组', from: ['suspected', 'checking'], to: 'checking', by: ['section-head', 'bureau-leader'], basis: transferRegulation('第五条'), requires: ['team'], guards: [transferTeamNeedsTwoCertifiedOfficers] },
    report: {
      name: '提出移送报告', from: 'checking', to: 'reported', by: WORKERS, basis: transferRegulation('第五条'), requires: ['teamReport', 'reportedOn', 'hasGoods', 'isTested'], happenedOn: 'reportedOn',
      guards: [transferReportMustComeFromTheTeam], documents: ['crime-transfer-report'],
    },
    approve: { name: '批准移送', from: 'reported', to: 'approved', by: LEADER, basis: transferRegulation('第五条'), requires: ['isDecidedByChief', 'approvalNote'], guards: [chiefMustDecideTheTransfer] },
    refuse: { name: '不批准移送', from: 'reported', to: 'refused', by: LEADER, basis: transferRegulation('第五条'), requires: ['isDecidedByChief', 'refusalReason'], guards: [chiefMustDecideTheTransfer], closes: 'not-transferred' },
    handOver: {
      name: '移送公安机关', from: 'approved', to: 'handedOver', by: WORKERS, basis: transferRegulation('第五条'), requires: ['publicSecurityBody', 'handedOverAt', 'papers', 'receiptNo'], happenedOn: 'handedOverAt',
      guards: [transferMustFollowItsApproval, transferPapersMustBeComplete], documents: ['crime-transfer-letter'],
    },
    copyToProcuratorate: {
      name: '抄送人民检察院', from: ['handedOver', 'filed', 'declined', 'objected', 'upheld', 'supervised'], to: 'same', by: WORKERS, basis: penaltyLaw('第二十七条'), requires: ['procuratorate', 'copiedOn'], happenedOn: 'copiedOn', isOnce: true,
      documents: ['crime-transfer-copy'],
    },
    recordFiling: { name: '登记公安机关立案', from: 'handedOver', to: 'filed', by: WORKERS, basis: transferRegulation('第八条'), requires: ['policeFiledOn', 'policeFilingNo'], happenedOn: 'policeFiledOn' },
    recordDecline: { name: '登记不予立案', from: 'handedOver', to: 'declined', by: WORKERS, basis: transferRegulation('第八条'), requires: ['declinedOn', 'declineReason'], happenedOn: 'declinedOn' },
    object: {
      name: '提请公安机关复议', from: 'declined', to: 'objected', by: ['section-head', 'bureau-leader'], basis: transferRegulation('第九条'), requires: ['objectedOn', 'objectionReason'], happenedOn: 'objectedOn', guards: [objectionMustBeMadeInTime],
    },
    recordObjectionGranted: { name: '登记复议后立案', from: 'objected', to: 'filed', by: WORKERS, basis: transferRegulation('第九条'), requires: ['objectionResultOn', 'policeFiledOn', 'policeFilingNo'], happenedOn: 'policeFiledOn' },
    recordObjectionRejected: { name: '登记复议维持', from: 'objected', to: 'upheld', by: WORKERS, basis: transferRegulation('第九条'), requires: ['objectionResultOn'], happenedOn: 'objectionResultOn' },
    suggestSupervision: {
      name: '建议立案监督', from: ['declined', 'upheld'], to: 'supervised', by: ['section-head', 'bureau-leader'], basis: transferRegulation('第九条'), requires: ['suggestedOn', 'suggestionReason'], happenedOn: 'suggestedOn',
      guards: [suggestionMustBeMadeInTime],
    },
    recordSupervisedFiling: { name: '登记监督后立案', from: 'supervised', to: 'filed', by: WORKERS, basis: transferRegulation('第九条'), requires: ['supervisionNote', 'policeFiledOn', 'policeFilingNo'], happenedOn: 'policeFiledOn' },
    handOverGoods: {
      name: '移交涉案物品和材料', from: 'filed', to: 'same', by: WORKERS, basis: transferRegulation('第十二条'), requires: ['goodsHandedOverOn', 'goodsReceipt'], happenedOn: 'goodsHandedOverOn', isOnce: true, documents: ['crime-goods-handover'],
    },
    close: {
      name: '办结移送', from: 'filed', to: 'ended', by: ['section-head', 'bureau-leader'], basis: transferRegulation('第十二条'), requires: ['crimeResult'], guards: [goodsMustBeHandedToThePolice, procuratorateMustHaveACopy], closes: 'prosecuted',
    },
    takeBack: {
      name: '收回案件', from: ['declined', 'upheld', 'supervised'], to: 'returned', by: LEADER, basis: penaltyLaw('第二十七条'), requires: ['returnReason'], guards: [procuratorateMustHaveACopy], closes: 'returned', opens: leadFromReturn,
    },
    recordReturn: {
      name: '登记司法机关移送回', from: 'filed', to: 'returned', by: WORKERS, basis: penaltyLaw('第二十七条'), requires: ['returnReason'], guards: [procuratorateMustHaveACopy], closes: 'returned', opens: leadFromReturn,
    },
  },
  clocks: {
    decision: { name: '决定是否移送期限', kind: 'statutory', rule: 'crime-transfer.approval', startsOn: ['report'], stopsOn: ['approve', 'refuse'], dueStep: 'approve' },
    transfer: { name: '移送公安机关期限', kind: 'statutory', rule: 'penalty.crime-transfer', startsOn: ['approve'], stopsOn: ['handOver'], dueStep: 'handOver' },
    objection: { name: '提请复议期限', kind: 'statutory', rule: 'crime-transfer.objection', isWaiting: true, startsOn: ['recordDecline'], stopsOn: ['object', 'suggestSupervision', 'takeBack'], dueStep: 'object' },
    supervision: { name: '建议立案监督期限', kind: 'statutory', rule: 'crime-transfer.supervision', isWaiting: true, startsOn: ['recordObjectionRejected'], stopsOn: ['suggestSupervision', 'takeBack'], dueStep: 'suggestSupervision' },
    goods: { name: '移交涉案物品期限', kind: 'statutory', rule: 'crime-transfer.goods', startsOn: ['recordFiling', 'recordObjectionGranted', 'recordSupervisedFiling'], stopsOn: ['handOverGoods', 'recordReturn'], dueStep: 'handOverGoods' },
  },
  progress: progressWords({
    suspected: ['案件涉嫌犯罪。', '将由专案组核实。'], checking: ['专案组正在核实。', '核实后决定是否移送公安机关。'], reported: ['正在决定是否移送公安机关。', '决定移送的，在二十四小时内移送。'],
    approved: ['已决定移送公安机关。', '即将移送。'], handedOver: ['已移送公安机关。', '由公安机关决定是否立案。'], filed: ['公安机关已经立案。', '由公安机关办理。'], declined: ['公安机关决定不予立案。', '本局将决定是否提请复议或者依法作行政处理。'],
    objected: ['已提请公安机关复议。', '等待复议决定。'], upheld: ['公安机关维持不予立案。', '本局将决定下一步处理。'], supervised: ['已建议人民检察院立案监督。', '等待答复。'], ended: ['移送已办结。', '由司法机关办理。'],
    refused: ['决定不移送公安机关。', '由本局依法作行政处理。'], returned: ['案件已移送回本局。', '由本局依法作行政处理。'],
  }),
})
