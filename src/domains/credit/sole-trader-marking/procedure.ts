import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { objectionStates, objectionSteps } from '../list-objection.ts'
import { removalMustRestOnGrantedRepair, restorationMustFollowRevokedRepair, underBothRepairMeasures } from '../list-removal.ts'
import { repairOfListing } from '../repair-opening.ts'
import { reportDueOn } from '../abnormal-operation/guards.ts'
import { facts } from './facts.ts'
import { falseReportMustBeCompared, paperReportMustNotBeOfTheMissingYear, reportingHalfYearMustHaveEnded, traderGroundMustBeVerifiedBeforeListing, unreachableTraderMustBeVisited } from './guards.ts'
import { soleTraderProgress } from './progress.ts'

const measures = (article: string) => cite('sole-trader-annual-report-measures', article)
const WORKERS = ['case-officer', 'section-head'] as const
const LEADER = ['bureau-leader'] as const

const RULE_OF_GROUND = { 'no-report': 'sole-trader.no-report', 'false-report': 'sole-trader.false-report', 'unreachable': 'sole-trader.unreachable' } as const

/** Sole traders: 标记经营异常状态 until the amendment of 2025, since then 列入经营异常名录. One measure, one procedure. */
export const soleTraderMarking = defineProcedure({
  id: 'sole-trader-marking',
  name: '个体工商户经营异常管理',
  numberPrefix: '个体异常',
  instruments: ['sole-trader-annual-report-measures', 'credit-repair-measures', 'credit-repair-measures-2021'],
  facts,
  parties: { trader: { name: '个体工商户', isConfidential: false }, informant: { name: '举报人', isConfidential: true } },
  opening: {
    name: '登记异常情形', by: ['intake-officer', ...WORKERS, 'machine'], basis: measures('第四条'), requires: ['traderName', 'traderGround'], optional: ['uscc', 'reportYear', 'situation', 'isRestored'],
  },
  states: { found: '待查实', verified: '待决定', listed: '已列入', ...objectionStates, 'not-listed': '不予列入', removed: '已移出' },
  opensIn: 'found',
  finalStates: ['corrected', 'not-listed', 'removed'],
  outcomes: { 'not-listed': '不予列入', 'corrected': '更正列入', 'removed': '移出' },
  steps: {
    receiveFalsityReport: { name: '收到年报不实举报', from: 'found', to: 'same', by: ['intake-officer', ...WORKERS], basis: measures('第十二条'), isOnce: true, optional: ['reportedFalseOn'], happenedOn: 'reportedFalseOn' },
    answerFalsityReport: { name: '核查并告知举报人', from: ['found', 'verified'], to: 'same', by: WORKERS, basis: measures('第十二条'), requires: ['checkResult'], optional: ['informantLetterNo'] },
    receivePaperReport: { name: '收到纸质年报', from: ['found', 'listed'], to: 'same', by: ['intake-officer', ...WORKERS], basis: measures('第十条'), requires: ['paperReportYear'], optional: ['paperReportOn'], happenedOn: 'paperReportOn', guards: [paperReportMustNotBeOfTheMissingYear] },
    showPaperReport: { name: '公示已报送纸质年报', from: ['found', 'listed'], to: 'same', by: WORKERS, basis: measures('第十条') },
    verify: {
      name: '查实情形', from: 'found', to: 'verified', by: WORKERS, basis: measures('第十五条'), requires: ['verificationText', 'contactMethod'], optional: ['verifiedOn'], happenedOn: 'verifiedOn',
      guards: [unreachableTraderMustBeVisited, falseReportMustBeCompared],
    },
    decideListing: {
      name: '决定列入', from: ['found', 'verified'], to: 'listed', by: LEADER, basis: measures('第十三条'), guards: [traderGroundMustBeVerifiedBeforeListing, reportingHalfYearMustHaveEnded],
      computes: ({ facts: known, today }) => ({
        listedOn: today, publishedOn: today, ...(known.traderGround === 'no-report' && known.reportYear !== undefined ? { shownUntilOn: reportDueOn(known.reportYear + 1) } : {}),
      }),
      documents: ['trader-listing-decision'],
    },
    restoreListing: {
      name: '恢复列入', from: 'found', to: 'listed', by: LEADER, basis: underBothRepairMeasures('第二十三条'), requires: ['repairRevocationNo'], guards: [restorationMustFollowRevokedRepair],
      computes: ({ today }) => ({ listedOn: today, publishedOn: today }), documents: ['trader-listing-decision'],
    },
    dropMatter: { name: '不予列入', from: ['found', 'verified'], to: 'not-listed', by: ['section-head', ...LEADER], basis: measures('第四条'), requires: ['dropReason'], closes: 'not-listed' },
    ...objectionSteps(measures('第十七条'), 'sole-trader.objection'),
    receiveRemovalApplication: {
      name: '登记移出申请', from: 'listed', to: 'same', by: ['intake-officer', ...WORKERS], basis: measures('第十六条'), requires: ['restorationText'],
      opens: ({ matter, facts: known }) => repairOfListing(matter, { kind: 'abnormal-list', name: known.traderName, uscc: known.uscc, publishedOn: known.publishedOn, isUnreachable: known.traderGround === 'unreachable' }),
    },
    remove: {
      name: '决定移出', from: 'listed', to: 'removed', by: LEADER, basis: measures('第十六条'), requires: ['removalGround', 'removalText'], guards: [removalMustRestOnGrantedRepair],
      computes: ({ today }) => ({ removedOn: today }), closes: 'removed', documents: ['trader-removal-decision'],
    },
  },
  clocks: {
    listingAfterReports: { name: '未年报列入期限', kind: 'statutory', rule: 'sole-trader.no-report', appliesTo: (known) => known.traderGround === 'no-report' && known.isRestored !== true, startsOn: 'opened', stopsOn: ['decideListing', 'restoreListing', 'dropMatter'], dueStep: 'decideListing' },
    listing: {
      name: '列入决定期限', kind: 'statutory', rule: 'sole-trader.unreachable', ruleFor: (known) => RULE_OF_GROUND[known.traderGround ?? 'unreachable'], appliesTo: (known) => known.traderGround !== 'no-report',
      startsOn: ['verify'], stopsOn: ['decideListing', 'dropMatter'], dueStep: 'decideListing',
    },
    falsityCheck: { name: '举报核查期限', kind: 'statutory', rule: 'sole-trader.report-check', startsOn: ['receiveFalsityReport'], stopsOn: ['answerFalsityReport'], dueStep: 'answerFalsityReport' },
    paperReport: { name: '公示纸质年报期限', kind: 'statutory', rule: 'sole-trader.paper-report', startsOn: ['receivePaperReport'], stopsOn: ['showPaperReport'], dueStep: 'showPaperReport' },
    objectionAcceptance: { name: '异议受理期限', kind: 'statutory', rule: 'sole-trader.objection-acceptance', startsOn: ['receiveObjection'], stopsOn: ['acceptObjection', 'refuseObjection'], dueStep: 'acceptObjection' },
    objectionVerification: { name: '异议核实期限', kind: 'statutory', rule: 'sole-trader.objection-verification', startsOn: ['acceptObjection'], stopsOn: ['upholdListing', 'findListingWrong'], dueStep: 'upholdListing' },
    correction: { name: '更正期限', kind: 'statutory', rule: 'sole-trader.correction', startsOn: ['findListingWrong'], stopsOn: ['correctListing'], dueStep: 'correctListing' },
  },
  progress: soleTraderProgress,
})
