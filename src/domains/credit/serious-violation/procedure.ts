import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { removalMustRestOnGrantedRepair, restorationMustFollowRevokedRepair } from '../list-removal.ts'
import { repairOfListing } from '../repair-opening.ts'
import { facts } from './facts.ts'
import {
  absenceOfIntentMustNotBeProved, consentOfTheNextHigherBureauMustBeOnRecord, courtDocumentMustBeNamed, earlyRemovalMustWaitOneYear, factorsMustBeWeighedBeforeNotice, hearingMustBeHeldWhereAsked, heavierPenaltyMustBeImposed, jointMeasuresMustBeLiftedWithTheEntry,
  listingMustAccompanyThePenaltyDecision, penaltyOfTheCaseMustBeDecided, refusalToPerformMustBeShown, restoredEntryMustRunItsTerm, statementMustBeReviewed, statementPeriodMustHavePassed, statutoryRestrictionMustHaveEnded, termOfListingMustHavePassed,
} from './guards.ts'
import { seriousViolationProgress } from './progress.ts'

const measures = (article: string) => cite('serious-violation-list-measures', article)
const WORKERS = ['case-officer', 'section-head'] as const
const LEADER = ['bureau-leader'] as const

/** 严重违法失信名单: notice, consent of the next higher bureau, entry, measures, early removal, expiry, annulment. */
export const seriousViolation = defineProcedure({
  id: 'serious-violation',
  name: '严重违法失信名单管理',
  numberPrefix: '严违',
  instruments: ['serious-violation-list-measures', 'penalty-procedure-provisions', 'credit-repair-measures', 'credit-repair-measures-2021', 'enterprise-disclosure-regulation'],
  facts,
  parties: { party: { name: '当事人', isConfidential: false } },
  opening: {
    name: '登记拟列入情形', by: [...WORKERS, 'machine'], basis: [{ from: '2021-09-01', cite: measures('第二条') }], requires: ['partyName', 'listingBasis', 'seriousGround'], optional: ['uscc', 'penaltyCaseNo', 'heavierPenalty', 'isOtherProvince', 'isRestored'],
  },
  states: {
    proposed: '拟列入', noticed: '已告知', 'consent-asked': '报请同意中', consented: '上级已同意', listed: '已列入', annulled: '处罚被撤销', ending: '待停止公示',
    'not-listed': '不予列入', revoked: '列入已撤销', removed: '已移出',
  },
  opensIn: 'proposed',
  finalStates: ['not-listed', 'revoked', 'removed'],
  outcomes: { 'not-listed': '不予列入', 'consent-refused': '上级不同意', 'revoked': '撤销列入', 'removed': '移出' },
  steps: {
    assess: { name: '判断情节', from: 'proposed', to: 'same', by: WORKERS, basis: measures('第十二条'), requires: ['factors', 'assessment', 'hasProofOfNoIntent'], optional: ['heavierPenalty', 'isAbleToPerform', 'courtDocumentNo'] },
    giveNotice: {
      name: '告知拟列入', from: 'proposed', to: 'noticed', by: WORKERS, basis: measures('第十三条'), optional: ['noticeServedOn'], happenedOn: 'noticeServedOn',
      guards: [factorsMustBeWeighedBeforeNotice, absenceOfIntentMustNotBeProved, heavierPenaltyMustBeImposed, refusalToPerformMustBeShown, courtDocumentMustBeNamed], documents: ['serious-listing-notice'],
    },
    recordStatement: { name: '登记陈述申辩', from: 'noticed', to: 'same', by: ['intake-officer', ...WORKERS], basis: measures('第十三条'), requires: ['statementText'] },
    reviewStatement: { name: '复核陈述申辩', from: 'noticed', to: 'same', by: WORKERS, basis: measures('第十三条'), requires: ['statementReview'], optional: ['hasProofOfNoIntent'] },
    recordWaiver: { name: '登记放弃陈述申辩', from: 'noticed', to: 'same', by: WORKERS, basis: measures('第十三条'), requires: ['waiverText'] },
    requestHearing: { name: '登记听证申请', from: 'noticed', to: 'same', by: ['intake-officer', ...WORKERS], basis: measures('第十三条'), isOnce: true, requires: ['hearingRequestText'] },
    holdHearing: { name: '登记听证情况', from: 'noticed', to: 'same', by: ['legal-reviewer', 'section-head'], basis: measures('第十三条'), requires: ['hearingRecord'] },
    requestConsent: {
      name: '报上一级同意', from: 'noticed', to: 'consent-asked', by: LEADER, basis: measures('第二十二条'), requires: ['higherBureau', 'consentRequestText'],
      guards: [statementPeriodMustHavePassed, statementMustBeReviewed, absenceOfIntentMustNotBeProved, hearingMustBeHeldWhereAsked], documents: ['serious-consent-request'],
    },
    recordConsent: { name: '登记上级同意', from: 'consent-asked', to: 'consented', by: WORKERS, basis: measures('第二十二条'), requires: ['consentNo'] },
    recordConsentRefused: { name: '登记上级不同意', from: 'consent-asked', to: 'not-listed', by: WORKERS, basis: measures('第二十二条'), requires: ['consentRefusal'], closes: 'consent-refused' },
    decideListing: {
      name: '决定列入', from: ['noticed', 'consented'], to: 'listed', by: LEADER, basis: measures('第十三条'), optional: ['penaltyDecisionNo', 'penaltyDecidedOn', 'restrictionEndsOn'],
      guards: [consentOfTheNextHigherBureauMustBeOnRecord, penaltyOfTheCaseMustBeDecided, listingMustAccompanyThePenaltyDecision], computes: ({ today }) => ({ listedOn: today }), documents: ['serious-listing-decision'],
    },
    restoreListing: {
      name: '恢复列入', from: 'proposed', to: 'listed', by: LEADER, basis: measures('第二十条'), requires: ['repairRevocationNo'], guards: [restorationMustFollowRevokedRepair],
      computes: ({ today }) => ({ listedOn: today }), documents: ['serious-listing-decision'],
    },
    dropMatter: { name: '不予列入', from: ['proposed', 'noticed', 'consented'], to: 'not-listed', by: LEADER, basis: measures('第十二条'), requires: ['dropReason'], closes: 'not-listed' },
    recordPublication: { name: '登记公示', from: 'listed', to: 'same', by: WORKERS, basis: measures('第十四条'), isOnce: true, optional: ['publicityText'], computes: ({ today }) => ({ publishedOn: today }) },
    notifyDepartment: {
      name: '通报联合惩戒', from: 'listed', to: 'same', by: ['section-head', ...LEADER], basis: measures('第四条'), requires: ['departments', 'measureText'],
      opens: ({ matter, facts: known }) => ({
        procedure: 'joint-measure', title: `${known.partyName ?? ''}联合惩戒通报`, channel: 'list-matter',
        facts: { partyName: known.partyName ?? '', listingNo: matter.number, department: known.departments ?? '', measureText: known.measureText ?? '', ...(known.uscc === undefined ? {} : { uscc: known.uscc }) },
        parties: { party: 'party' },
      }),
    },
    receiveEarlyRemovalApplication: {
      name: '登记提前移出申请', from: 'listed', to: 'same', by: ['intake-officer', ...WORKERS], basis: measures('第十六条'), requires: ['earlyRemovalText'], guards: [restoredEntryMustRunItsTerm, earlyRemovalMustWaitOneYear, statutoryRestrictionMustHaveEnded],
      opens: ({ matter, facts: known }) => repairOfListing(matter, { kind: 'serious-list', name: known.partyName, uscc: known.uscc, publishedOn: known.publishedOn ?? known.listedOn, isOtherProvince: known.isOtherProvince }),
    },
    remove: {
      name: '决定移出', from: 'listed', to: 'ending', by: LEADER, basis: measures('第十八条'), requires: ['removalGround', 'removalText'], guards: [restoredEntryMustRunItsTerm, statutoryRestrictionMustHaveEnded, removalMustRestOnGrantedRepair],
      computes: ({ today }) => ({ removedOn: today }), documents: ['serious-removal-decision'],
    },
    removeAtEndOfTerm: {
      name: '满三年移出', from: 'listed', to: 'ending', by: ['section-head', ...LEADER], basis: measures('第二十一条'), guards: [termOfListingMustHavePassed, statutoryRestrictionMustHaveEnded],
      computes: ({ today }) => ({ removedOn: today }), documents: ['serious-removal-decision'],
    },
    stopDisplay: { name: '停止公示并解除措施', from: 'ending', to: 'removed', by: WORKERS, basis: measures('第十八条'), guards: [jointMeasuresMustBeLiftedWithTheEntry], computes: ({ today }) => ({ displayStoppedOn: today }), closes: 'removed' },
    recordAnnulment: { name: '登记处罚被撤销', from: 'listed', to: 'annulled', by: WORKERS, basis: measures('第十九条'), requires: ['annulmentText'], optional: ['annulledOn'], happenedOn: 'annulledOn' },
    revokeListing: { name: '撤销列入决定', from: 'annulled', to: 'revoked', by: LEADER, basis: measures('第十九条'), guards: [jointMeasuresMustBeLiftedWithTheEntry], computes: ({ today }) => ({ displayStoppedOn: today }), closes: 'revoked', documents: ['serious-revocation-decision'] },
  },
  clocks: {
    statement: { name: '陈述申辩期限', kind: 'statutory', rule: 'serious.statement', startsOn: ['giveNotice'], stopsOn: ['recordStatement', 'recordWaiver', 'requestHearing', 'requestConsent', 'dropMatter'], dueStep: 'recordStatement', isWaiting: true },
    publicity: { name: '公示期限', kind: 'statutory', rule: 'serious.publish', appliesTo: (known) => known.isOtherProvince !== true, startsOn: ['decideListing', 'restoreListing'], stopsOn: ['recordPublication'], dueStep: 'recordPublication' },
    push: { name: '跨省推送期限', kind: 'statutory', rule: 'serious.push', appliesTo: (known) => known.isOtherProvince === true, startsOn: ['decideListing', 'restoreListing'], stopsOn: ['recordPublication'], dueStep: 'recordPublication' },
    term: { name: '列入期限', kind: 'statutory', rule: 'serious.term', startsOn: ['decideListing', 'restoreListing'], stopsOn: ['removeAtEndOfTerm', 'remove', 'revokeListing'], dueStep: 'removeAtEndOfTerm', isWaiting: true },
    display: { name: '停止公示期限', kind: 'statutory', rule: 'serious.stop-display', startsOn: ['remove', 'removeAtEndOfTerm'], stopsOn: ['stopDisplay'], dueStep: 'stopDisplay' },
    annulment: { name: '撤销列入期限', kind: 'statutory', rule: 'serious.annulment', startsOn: ['recordAnnulment'], stopsOn: ['revokeListing'], dueStep: 'revokeListing' },
  },
  progress: seriousViolationProgress,
})
