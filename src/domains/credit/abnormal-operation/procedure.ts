import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { objectionStates, objectionSteps } from '../list-objection.ts'
import { removalMustRestOnGrantedRepair, restorationMustFollowRevokedRepair, underBothRepairMeasures } from '../list-removal.ts'
import { repairOfListing } from '../repair-opening.ts'
import { leadToRevocation } from '../revocation-lead.ts'
import { facts } from './facts.ts'
import {
  groundMustBeInListMeasuresOfTheDay, groundMustBeVerifiedBeforeListing, lettersMustBeFifteenToThirtyDaysApart, nameChangePeriodMustHavePassed, orderMustConcernInstantInformation,
  orderMustPrecedeListingForInstantInformation, orderedPeriodMustHavePassed, reportPeriodMustHaveEnded, threeYearsOnTheListMustHavePassed, twoLettersMustGoUnsigned,
  twoYearsMissingAndUnreachableMustHold, visitMustBeRecorded,
} from './guards.ts'
import { abnormalOperationProgress } from './progress.ts'

const measures = (article: string) => cite('abnormal-operation-list-measures', article)
const regulation = (article: string) => cite('enterprise-disclosure-regulation', article)
const WORKERS = ['case-officer', 'section-head'] as const
const LEADER = ['bureau-leader'] as const

const RULE_OF_GROUND = {
  'no-annual-report': 'list.no-annual-report', 'no-instant-information': 'list.no-instant-information', 'name-not-changed': 'list.name-not-changed', 'unreachable': 'list.unreachable', 'false-information': 'list.false-information',
} as const

/** 经营异常名录 of enterprises: entry on each ground, objection, correction, removal. */
export const abnormalOperation = defineProcedure({
  id: 'abnormal-operation',
  name: '经营异常名录管理',
  numberPrefix: '异常',
  instruments: ['abnormal-operation-list-measures', 'enterprise-disclosure-regulation', 'credit-repair-measures', 'credit-repair-measures-2021'],
  facts,
  parties: { enterprise: { name: '企业', isConfidential: false } },
  opening: {
    name: '登记异常情形', by: ['intake-officer', ...WORKERS, 'machine'], basis: measures('第四条'), requires: ['enterpriseName', 'ground'], optional: ['uscc', 'reportYear', 'situation', 'isRestored'],
  },
  states: { found: '待查实', ordered: '责令公示中', verified: '待决定', listed: '已列入', ...objectionStates, 'not-listed': '不予列入', removed: '已移出', transferred: '转入严重违法名单' },
  opensIn: 'found',
  finalStates: ['corrected', 'not-listed', 'removed', 'transferred'],
  outcomes: { 'complied': '期限内已公示', 'not-listed': '不予列入', 'corrected': '更正列入', 'removed': '移出', 'transferred': '满三年列入严重违法名单' },
  steps: {
    orderPublication: { name: '责令限期公示', from: 'found', to: 'ordered', by: WORKERS, basis: measures('第七条'), requires: ['informationMissing'], optional: ['servedOn'], happenedOn: 'servedOn', guards: [orderMustConcernInstantInformation], documents: ['publicity-order'] },
    recordCompliance: { name: '登记已履行公示', from: 'ordered', to: 'not-listed', by: WORKERS, basis: measures('第七条'), requires: ['complianceText'], closes: 'complied' },
    lapseOrder: { name: '责令的期限届满', from: 'ordered', to: 'verified', by: ['machine'], basis: measures('第七条'), guards: [orderedPeriodMustHavePassed] },
    sendLetter: {
      name: '寄出专用信函', from: 'found', to: 'same', by: WORKERS, basis: measures('第九条'), requires: ['postalNo'], optional: ['mailedOn'], happenedOn: 'mailedOn',
      computes: ({ facts: known, input, today }) => ({ letters: [...(known.letters ?? []), { mailedOn: input.mailedOn ?? today, postalNo: input.postalNo ?? '' }] }),
    },
    verify: {
      name: '查实情形', from: 'found', to: 'verified', by: WORKERS, basis: measures('第九条'), requires: ['verificationText'], optional: ['verifiedOn', 'contactMethod', 'areLettersUnsigned', 'visitRecord', 'nameChangeDueOn'], happenedOn: 'verifiedOn',
      guards: [orderMustPrecedeListingForInstantInformation, nameChangePeriodMustHavePassed, visitMustBeRecorded, twoLettersMustGoUnsigned, lettersMustBeFifteenToThirtyDaysApart],
    },
    decideListing: {
      name: '决定列入', from: ['found', 'verified'], to: 'listed', by: LEADER, basis: measures('第五条'), guards: [groundMustBeInListMeasuresOfTheDay, groundMustBeVerifiedBeforeListing, reportPeriodMustHaveEnded],
      computes: ({ today }) => ({ listedOn: today, publishedOn: today }), documents: ['abnormal-listing-decision'],
    },
    restoreListing: {
      name: '恢复列入', from: 'found', to: 'listed', by: LEADER, basis: underBothRepairMeasures('第二十三条'), requires: ['repairRevocationNo'], guards: [restorationMustFollowRevokedRepair],
      computes: ({ today }) => ({ listedOn: today, publishedOn: today }), documents: ['abnormal-listing-decision'],
    },
    dropMatter: { name: '不予列入', from: ['found', 'ordered', 'verified'], to: 'not-listed', by: ['section-head', ...LEADER], basis: measures('第四条'), requires: ['dropReason'], closes: 'not-listed' },
    ...objectionSteps(measures('第十二条'), 'list.objection'),
    receiveRemovalApplication: {
      name: '登记移出申请', from: 'listed', to: 'same', by: ['intake-officer', ...WORKERS], basis: measures('第十一条'), requires: ['removalApplicationText'],
      opens: ({ matter, facts: known }) => repairOfListing(matter, { kind: 'abnormal-list', name: known.enterpriseName, uscc: known.uscc, publishedOn: known.publishedOn, isUnreachable: known.ground === 'unreachable' }),
    },
    remove: {
      name: '决定移出', from: 'listed', to: 'removed', by: LEADER, basis: measures('第十条'), requires: ['removalGround', 'removalText'], guards: [removalMustRestOnGrantedRepair],
      computes: ({ today }) => ({ removedOn: today }), closes: 'removed', documents: ['abnormal-removal-decision'],
    },
    referForRevocation: { name: '移送吊销营业执照', from: 'listed', to: 'same', by: LEADER, basis: regulation('第十八条'), isOnce: true, requires: ['yearsMissing', 'isStillUnreachable', 'referralText'], guards: [twoYearsMissingAndUnreachableMustHold], opens: ({ matter, facts: known }) => leadToRevocation(matter, { name: known.enterpriseName, uscc: known.uscc, says: known.referralText }) },
    transferToSeriousList: { name: '满三年转入严重违法名单', from: 'listed', to: 'transferred', by: LEADER, basis: regulation('第十七条'), inForce: { until: '2024-05-01' }, requires: ['referralText'], guards: [threeYearsOnTheListMustHavePassed], closes: 'transferred' },
  },
  clocks: {
    listingAfterReports: { name: '未年报列入期限', kind: 'statutory', rule: 'list.no-annual-report', appliesTo: (known) => known.ground === 'no-annual-report' && known.isRestored !== true, startsOn: 'opened', stopsOn: ['decideListing', 'restoreListing', 'dropMatter'], dueStep: 'decideListing' },
    compliance: { name: '责令公示期限', kind: 'statutory', rule: 'list.publicity-order', startsOn: ['orderPublication'], stopsOn: ['recordCompliance', 'lapseOrder', 'dropMatter'], dueStep: 'recordCompliance', expiresInto: 'lapseOrder', isWaiting: true },
    listing: {
      name: '列入决定期限', kind: 'statutory', rule: 'list.unreachable', ruleFor: (known) => RULE_OF_GROUND[known.ground ?? 'unreachable'], appliesTo: (known) => known.ground !== 'no-annual-report',
      startsOn: ['verify', 'lapseOrder'], stopsOn: ['decideListing', 'dropMatter'], dueStep: 'decideListing',
    },
    objectionAcceptance: { name: '异议受理期限', kind: 'statutory', rule: 'list.objection-acceptance', startsOn: ['receiveObjection'], stopsOn: ['acceptObjection', 'refuseObjection'], dueStep: 'acceptObjection' },
    objectionVerification: { name: '异议核实期限', kind: 'statutory', rule: 'list.objection-verification', startsOn: ['acceptObjection'], stopsOn: ['upholdListing', 'findListingWrong'], dueStep: 'upholdListing' },
    correction: { name: '更正期限', kind: 'statutory', rule: 'list.correction', startsOn: ['findListingWrong'], stopsOn: ['correctListing'], dueStep: 'correctListing' },
    threeYears: { name: '列入满三年', kind: 'statutory', rule: 'list.three-years', startsOn: ['decideListing', 'restoreListing'], stopsOn: ['remove', 'correctListing', 'transferToSeriousList'], dueStep: 'transferToSeriousList', isWaiting: true },
  },
  progress: abnormalOperationProgress,
})
