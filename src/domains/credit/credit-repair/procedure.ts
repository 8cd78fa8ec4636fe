import { addMonths } from '../../../kernel/calendar-date.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { underBothRepairMeasures } from '../list-removal.ts'
import { facts } from './facts.ts'
import {
  applicantMustNotHaveDeceived, applicationMustBeVerifiedBeforeDecision, displayMustBeStopped, dutiesMustHaveBeenPerformed, falseApplicantMustWaitThreeYears, harmMustHaveBeenRemoved, listEntryMustEndWithItsRepair, listingMustBeCured,
  materialsMustBeComplete, minimumPublicityMustHavePassed, minorInformationNeedsNoRepair, noNewPenaltyMayHaveFollowed, penaltyClassMustBeKnown,
  penaltyClassMustNotBeLighterThanPublished, penaltyRestrictionMustHaveEnded, publicInterestMustNotBeHarmed, repairMustBePushed, revocationCannotBeRepaired,
} from './guards.ts'
import { creditRepairProgress } from './progress.ts'

const WORKERS = ['case-officer', 'section-head'] as const
const LEADER = ['bureau-leader'] as const
const measures = underBothRepairMeasures

/** 信用修复 of published penalties and of both lists, under the regime of the day of application. */
export const creditRepair = defineProcedure({
  id: 'credit-repair',
  name: '信用修复',
  numberPrefix: '修复',
  instruments: ['credit-repair-measures', 'credit-repair-measures-2021', 'serious-violation-list-measures'],
  facts,
  parties: { applicant: { name: '申请人', isConfidential: false }, contact: { name: '联系人', isConfidential: false } },
  looksAt: ['repair-revocation', 'credit-repair', 'penalty-case'],
  opening: {
    name: '登记信用修复申请', by: ['intake-officer', ...WORKERS, 'machine', 'citizen'], basis: measures('第十四条'), requires: ['applicantName', 'repairKind'],
    optional: ['uscc', 'recordNo', 'penaltyClass', 'publishedOn', 'restrictionEndsOn', 'isUnreachable', 'isOtherProvince', 'barredUntilOn', 'materials', 'applicationText'], fromRegister: { uscc: 'uscc' },
  },
  states: { applied: '待受理', correcting: '待补正', accepted: '已受理', granted: '准予修复', 'not-accepted': '不予受理', refused: '不予修复', repaired: '已修复', withdrawn: '已撤回' },
  opensIn: 'applied',
  finalStates: ['not-accepted', 'refused', 'repaired', 'withdrawn'],
  outcomes: { 'not-accepted': '不予受理', 'refused': '不予修复', 'granted': '准予修复', 'withdrawn': '申请人撤回' },
  steps: {
    askCorrection: { name: '一次性告知补正', from: 'applied', to: 'correcting', by: ['intake-officer', ...WORKERS], basis: measures('第十四条'), isOnce: true, requires: ['papersMissing'], documents: ['repair-correction-notice'] },
    receiveCorrection: { name: '收到补正材料', from: 'correcting', to: 'applied', by: ['intake-officer', ...WORKERS], basis: measures('第十四条'), requires: ['materials'] },
    accept: {
      name: '受理', from: 'applied', to: 'accepted', by: ['intake-officer', ...WORKERS], basis: measures('第十四条'), optional: ['materials'],
      guards: [
        falseApplicantMustWaitThreeYears, penaltyClassMustBeKnown, penaltyClassMustNotBeLighterThanPublished, minorInformationNeedsNoRepair, revocationCannotBeRepaired, minimumPublicityMustHavePassed, penaltyRestrictionMustHaveEnded,
        materialsMustBeComplete,
      ],
      documents: ['repair-acceptance'],
    },
    refuseAcceptance: { name: '不予受理', from: ['applied', 'correcting'], to: 'not-accepted', by: LEADER, basis: measures('第十四条'), requires: ['refusalOfAcceptance'], closes: 'not-accepted', documents: ['repair-acceptance-refusal'] },
    verify: {
      name: '核实', from: 'accepted', to: 'same', by: WORKERS, basis: measures('第十五条'), requires: ['verificationMethod', 'verificationText'],
      optional: ['verifiedOn', 'hasPerformed', 'hasRemovedHarm', 'hasNewPenalty', 'isListingCured', 'isHarmful', 'hasDeceived'], happenedOn: 'verifiedOn',
    },
    extendDecision: { name: '批准延长', from: 'accepted', to: 'same', by: LEADER, basis: measures('第十六条'), inForce: { from: '2025-12-25' }, requires: ['extensionReason'] },
    extendAfterVerification: { name: '批准延长（无法联系）', from: 'accepted', to: 'same', by: LEADER, basis: measures('第十六条'), inForce: { from: '2025-12-25' }, requires: ['extensionReason'] },
    grant: {
      name: '准予修复', from: 'accepted', to: 'granted', by: LEADER, basis: measures('第十七条'),
      guards: [
        applicationMustBeVerifiedBeforeDecision, dutiesMustHaveBeenPerformed, harmMustHaveBeenRemoved, noNewPenaltyMayHaveFollowed, listingMustBeCured, penaltyRestrictionMustHaveEnded, publicInterestMustNotBeHarmed,
        applicantMustNotHaveDeceived,
      ],
      computes: ({ today }) => ({ decidedOn: today }), documents: ['repair-decision'], tells: () => '经核实，准予信用修复，将在三个工作日内停止公示相关信息。',
    },
    refuse: {
      name: '不予修复', from: 'accepted', to: 'refused', by: LEADER, basis: measures('第十七条'), requires: ['refusalGround', 'refusalReason'], guards: [applicationMustBeVerifiedBeforeDecision],
      computes: ({ input, matter, today, valueOf }) => {
        const years = input.refusalGround === 'deceived' && matter.lawOn >= '2025-12-25' ? valueOf('credit-repair.false-application') : null
        return { decidedOn: today, ...(years === null ? {} : { shownUntilOn: addMonths(today, years * 12) }) }
      },
      closes: 'refused', documents: ['repair-refusal'], tells: ({ input }) => `经核实，决定不予信用修复。理由：${input.refusalReason ?? ''}`,
    },
    completeRepair: { name: '完成数据处理', from: 'granted', to: 'repaired', by: WORKERS, basis: measures('第十七条'), requires: ['displayStopped', 'pushedTo'], guards: [listEntryMustEndWithItsRepair, displayMustBeStopped, repairMustBePushed], closes: 'granted' },
    withdraw: { name: '申请人撤回', from: ['applied', 'correcting', 'accepted'], to: 'withdrawn', by: ['intake-officer', ...WORKERS, 'citizen'], basis: 'internal', requires: ['withdrawalText'], closes: 'withdrawn' },
  },
  clocks: {
    acceptance: { name: '受理期限', kind: 'statutory', rule: 'credit-repair.acceptance', startsOn: 'opened', stopsOn: ['accept', 'refuseAcceptance', 'askCorrection', 'withdraw'], restartedBy: ['receiveCorrection'], dueStep: 'accept' },
    decision: {
      name: '修复决定期限', kind: 'statutory', rule: 'credit-repair.decision', ruleFor: (known) => (known.repairKind === 'abnormal-list' ? 'credit-repair.decision-abnormal-list' : 'credit-repair.decision'),
      appliesTo: (known) => known.repairKind !== 'abnormal-list' || known.isUnreachable !== true, startsOn: ['accept'], stopsOn: ['grant', 'refuse', 'withdraw'], extendedBy: { extendDecision: { rule: 'credit-repair.decision-extension', times: 1 } }, dueStep: 'grant',
    },
    decisionAfterVerification: {
      name: '修复决定期限（无法联系，自核实起）', kind: 'statutory', rule: 'credit-repair.decision-unreachable', appliesTo: (known) => known.repairKind === 'abnormal-list' && known.isUnreachable === true,
      startsOn: ['verify'], stopsOn: ['grant', 'refuse', 'withdraw'], extendedBy: { extendAfterVerification: { rule: 'credit-repair.decision-extension', times: 1 } }, dueStep: 'grant',
    },
    dataWork: { name: '数据处理期限', kind: 'statutory', rule: 'credit-repair.data-work', startsOn: ['grant'], stopsOn: ['completeRepair'], dueStep: 'completeRepair' },
    push: { name: '跨省推送期限', kind: 'statutory', rule: 'credit-repair.push', appliesTo: (known) => known.isOtherProvince === true, startsOn: ['grant'], stopsOn: ['completeRepair'], dueStep: 'completeRepair' },
  },
  progress: creditRepairProgress,
})
