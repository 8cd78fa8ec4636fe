import { dateInShanghai } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { GENERAL, objectTypesOf } from './duties.ts'
import { facts } from './facts.ts'
import {
  dateOfCorrectionMustLieAhead, faultsMustBeCorrectedOrPursuedBeforeClosing, keyFaultMustNotBeSettledOnTheSpot, leadMustNameTheAct, leadMustRestOnAFinding, listingIsForTheUnreachableOnly, orderMustRestOnAFault,
  recheckOnSiteNeedsTwoOfficers, resultMustBePublishedBeforeClosing, suspectedActsOf, unreachableMustBeProposedForListing,
} from './guards-follow-up.ts'
import {
  absenceOrObstructionMustBeDescribed, answersMustFitTheChecklist, everyChecklistItemMustBeAnswered, evidenceMustHaveArrived, faultsMustBeDescribedAndPhotographed, keyFaultMustBeInvestigated,
  refusalToSignMustBeExplainedAndWitnessed, resultMustFollowFromTheAnswers, signedRecordMustCarryTheSignature,
} from './guards-record.ts'
import {
  arrivalMustPrecedeDeparture, certificatesMustBeShownOnSite, checklistsMustBeInForce, flightInspectionMustNotBeAnnounced, inspectorsMustHoldValidCertificates, recusedInspectorMustBeReplaced,
  superiorCheckMustNotBeRepeatedWithinThreeMonths, twoInspectorsMustTakePart, unitCheckedAfterLicensingMustNotBeCheckedAgain, visitMustBeRecordedByAnInspector, visitMustComeFromDrawPlanOrLead,
} from './guards-visit.ts'
import { leadOf, listingOf } from './follow-ups.ts'
import { inspectionProgress } from './progress.ts'

const OFFICERS = ['case-officer', 'section-head'] as const
const HEADS = ['section-head', 'bureau-leader'] as const
const BEFORE_THE_VISIT = ['assigned', 'noticed'] as const
const AFTER_THE_VISIT = ['visited', 'rectifying', 'reported'] as const

const randomCheck = [{ from: '2014-10-01', cite: cite('enterprise-disclosure-regulation', '第十四条') }, { from: '2025-05-20', cite: cite('private-economy-law', '第五十二条') }]
const mayBeRepeated = [superiorCheckMustNotBeRepeatedWithinThreeMonths, unitCheckedAfterLicensingMustNotBeCheckedAgain]

/** One visit to one market entity: for the items of a draw, of a plan, of a special scheme or of a lead. */
export const inspection = defineProcedure({
  id: 'inspection',
  name: '监督检查',
  numberPrefix: '检查',
  instruments: [
    'enterprise-disclosure-regulation', 'private-economy-law', 'disclosed-information-check-measures', 'penalty-law', 'penalty-procedure-provisions', 'food-inspection-measures', 'food-safety-law',
    'food-operation-licence-measures', 'food-responsibility-provisions', 'special-equipment-law', 'special-equipment-inspection-measures', 'special-equipment-responsibility-provisions',
    'drug-administration-law', 'drug-operation-measures', 'product-quality-law', 'certification-regulation', 'price-law', 'abnormal-operation-list-measures',
  ],
  facts,
  team: 'inspectors',
  parties: { inspected: { name: '被检查单位', isConfidential: false } },
  opening: {
    name: '下达检查任务', by: ['case-officer', 'section-head', 'bureau-leader', 'machine'], basis: randomCheck, requires: ['inspectors', 'isAnnounced'],
    optional: [
      'inspectionKind', 'itemCodes', 'itemLevel', 'checklistIds', 'drawId', 'drawNumber', 'planTask', 'departments', 'plannedFrom', 'plannedUntil', 'schemeNo', 'leadReference', 'superiorCheckedOn', 'licenceCheckedOn', 'place',
    ],
  },
  states: { assigned: '待检查', noticed: '已通知', visited: '已检查', rectifying: '责令改正中', reported: '整改待复查', closed: '已办结', cancelled: '已取消' },
  opensIn: 'assigned',
  finalStates: ['closed', 'cancelled'],
  outcomes: { 'completed': '检查完毕', 'cancelled': '取消检查' },
  steps: {
    serveNotice: {
      name: '送达检查通知', from: 'assigned', to: 'noticed', by: OFFICERS, basis: 'internal', requires: ['noticeForm', 'noticeText'],
      guards: [flightInspectionMustNotBeAnnounced, visitMustComeFromDrawPlanOrLead, ...mayBeRepeated], documents: ['inspection-notice'],
    },
    replaceInspectors: {
      name: '更换检查人员', from: BEFORE_THE_VISIT, to: 'same', by: HEADS, basis: GENERAL.recusal, requires: ['inspectors', 'replacementReason'],
    },
    recordVisit: {
      name: '记录现场检查', from: BEFORE_THE_VISIT, to: 'visited', by: OFFICERS, basis: GENERAL.record, happenedOn: 'leftAt',
      requires: ['arrivedAt', 'leftAt', 'certificatesShown', 'visitResult', 'signing'],
      optional: ['place', 'results', 'found', 'signatureEvidenceId', 'signerRole', 'witnessName', 'refusalReason'],
      guards: [
        visitMustComeFromDrawPlanOrLead, ...mayBeRepeated, checklistsMustBeInForce, twoInspectorsMustTakePart, recusedInspectorMustBeReplaced, inspectorsMustHoldValidCertificates, visitMustBeRecordedByAnInspector,
        certificatesMustBeShownOnSite, arrivalMustPrecedeDeparture, answersMustFitTheChecklist, everyChecklistItemMustBeAnswered, faultsMustBeDescribedAndPhotographed, resultMustFollowFromTheAnswers,
        keyFaultMustBeInvestigated, absenceOrObstructionMustBeDescribed, signedRecordMustCarryTheSignature, refusalToSignMustBeExplainedAndWitnessed, evidenceMustHaveArrived,
      ],
      computes: ({ input }) => (input.leftAt === undefined ? {} : { visitedOn: dateInShanghai(input.leftAt) }),
      documents: ['inspection-record'],
    },
    publish: {
      name: '公示检查结果', from: AFTER_THE_VISIT, to: 'same', by: OFFICERS, basis: GENERAL.publication, isOnce: true, optional: ['publicationNote'],
    },
    recordOnSiteCorrection: {
      name: '记录当场整改', from: 'visited', to: 'same', by: OFFICERS, basis: GENERAL.correction, requires: ['onSiteCorrection'], guards: [orderMustRestOnAFault, keyFaultMustNotBeSettledOnTheSpot],
    },
    orderRectification: {
      name: '责令改正', from: AFTER_THE_VISIT, to: 'rectifying', by: OFFICERS, basis: GENERAL.correction, requires: ['rectificationItems', 'rectifyBy'],
      guards: [orderMustRestOnAFault, dateOfCorrectionMustLieAhead], documents: ['rectification-order'],
    },
    recordRectificationReport: {
      name: '登记整改报告', from: 'rectifying', to: 'reported', by: OFFICERS, basis: GENERAL.correction, requires: ['rectificationReport', 'reportReceivedOn'], happenedOn: 'reportReceivedOn',
    },
    confirmRectified: {
      name: '复查合格', from: ['rectifying', 'reported'], to: 'visited', by: OFFICERS, basis: GENERAL.correction, requires: ['recheckForm', 'recheckers', 'recheckNote'], guards: [recheckOnSiteNeedsTwoOfficers],
      computes: () => ({ isRectified: true }),
    },
    findNotRectified: {
      name: '复查不合格', from: ['rectifying', 'reported'], to: 'visited', by: OFFICERS, basis: GENERAL.correction, requires: ['recheckForm', 'recheckers', 'recheckNote'], guards: [recheckOnSiteNeedsTwoOfficers],
      computes: () => ({ isRectified: false }),
    },
    openLead: {
      name: '移交线索', from: AFTER_THE_VISIT, to: 'same', by: OFFICERS, basis: GENERAL.pursuit, isOnce: true, requires: ['leadText'], optional: ['suspectedActs'],
      guards: [leadMustRestOnAFinding, leadMustNameTheAct], computes: ({ input, facts: known }) => ({ suspectedActs: suspectedActsOf(input, known) ?? '' }), opens: ({ matter, facts: known }) => leadOf(matter, known),
    },
    transfer: {
      name: '移送有权部门', from: AFTER_THE_VISIT, to: 'same', by: HEADS, basis: [{ from: '2014-10-01', cite: GENERAL.pursuit }, { from: '2022-03-15', cite: cite('food-inspection-measures', '第三十八条') }],
      requires: ['transferredTo', 'leadText'], guards: [leadMustRestOnAFinding],
    },
    proposeListing: {
      name: '提请列入经营异常名录', from: 'visited', to: 'same', by: OFFICERS, basis: cite('abnormal-operation-list-measures', '第九条'), isOnce: true,
      requires: ['unreachableKind', 'unreachableGround', 'unreachableProof'], guards: [listingIsForTheUnreachableOnly],
      opens: ({ matter, facts: known }) => listingOf(matter, known),
    },
    close: {
      name: '办结', from: 'visited', to: 'closed', by: OFFICERS, basis: 'internal', optional: ['closingNote'],
      guards: [resultMustBePublishedBeforeClosing, faultsMustBeCorrectedOrPursuedBeforeClosing, unreachableMustBeProposedForListing], closes: 'completed',
    },
    cancel: {
      name: '取消检查', from: BEFORE_THE_VISIT, to: 'cancelled', by: HEADS, basis: 'internal', requires: ['cancelGround', 'cancelReason'], closes: 'cancelled',
    },
  },
  clocks: {
    publication: {
      name: '检查结果公示期限', kind: 'statutory', rule: 'inspection.publication', startsOn: ['recordVisit'], stopsOn: ['publish'], dueStep: 'publish',
      ruleFor: (known) => {
        const types = objectTypesOf(known.checklistIds)
        return types.includes('food') ? 'inspection.publication-food' : types.includes('disclosure') ? 'inspection.publication-disclosed-information' : 'inspection.publication'
      },
    },
    correction: {
      name: '改正期限', kind: 'statutory', rule: 'inspection.correction', until: 'rectifyBy', startsOn: ['orderRectification'], restartedBy: ['orderRectification'],
      stopsOn: ['recordRectificationReport', 'confirmRectified', 'findNotRectified'], dueStep: 'recordRectificationReport',
    },
    recheck: {
      name: '整改复查期限', kind: 'statutory', rule: 'inspection.re-check-equipment', startsOn: ['recordRectificationReport'], stopsOn: ['confirmRectified', 'findNotRectified'], dueStep: 'confirmRectified',
      appliesTo: (known) => objectTypesOf(known.checklistIds).includes('lift'),
    },
  },
  progress: inspectionProgress,
})
