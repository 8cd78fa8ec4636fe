import { examplesOf } from '../../../engines/procedure/example.ts'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import { checklistOn } from '../checklists/checklists.ts'
import type { ChecklistResult } from '../contract.ts'
import type { ResultRow } from './answers.ts'
import { inspection } from './procedure.ts'

const by = 'case-officer'
const person = 'officer-a'
const inspectors = ['officer-a', 'officer-b'] as const

/** Every item of a checklist conforms, but for the rows given. */
function conforming(checklistId: string, on: CalendarDate, ...others: readonly Omit<ChecklistResult, 'checklistId'>[]): readonly ResultRow[] {
  return (checklistOn(checklistId, on)?.items ?? []).map((item) => ({
    checklistId, itemId: item.id, answer: 'conforms', ...(item.measured === null ? {} : { measured: 4 }), ...others.find((row) => row.itemId === item.id),
  }))
}

const drawn = {
  inspectionKind: 'random', itemCodes: '流通领域产品质量', checklistIds: 'product-seller', drawId: 'draw-1', drawNumber: '抽取〔2026〕3号', planTask: '流通领域产品质量抽查', isAnnounced: false, inspectors,
  plannedFrom: '2026-05-06', plannedUntil: '2026-06-30',
} as const
const drawnLift = { ...drawn, itemCodes: '电梯使用', checklistIds: 'lift-user-unit', planTask: '电梯使用单位常规监督检查' } as const
const drawnFood = { ...drawn, itemCodes: '食品经营', checklistIds: 'food-operator', planTask: '食品经营者监督检查' } as const

const onTheDay = { arrivedAt: '2026-05-12T01:30:00.000Z', leftAt: '2026-05-12T02:40:00.000Z', place: '登记的经营场所', certificatesShown: true } as const
const signed = { signing: 'signed', signerRole: '负责人', signatureEvidenceId: 'signature-1' } as const

/** Inspections as they happen: read on the procedure's page, run as tests with the schedules of 2020 to 2026. */
export const inspectionExamples = examplesOf(inspection, [
  {
    name: 'drawn, nothing found, signed, published on the twentieth working day',
    receivedAt: '2026-05-06 09:00', facts: drawn, attachments: ['signature-1'],
    steps: [
      { step: 'recordVisit', at: '2026-05-12 16:00', by, person, input: { ...onTheDay, ...signed, visitResult: 'none-found', results: conforming('product-seller', '2026-05-06') } },
      { step: 'close', at: '2026-05-13 09:00', by, person, refused: 'guard.resultMustBePublishedBeforeClosing' },
      { step: 'publish', at: '2026-06-09 17:00', by, person },
      { step: 'close', at: '2026-06-09 17:10', by, person },
    ],
    ends: { state: 'closed', outcome: 'completed', clocks: { publication: 'due 2026-06-09, met' }, facts: { visitedOn: '2026-05-12' } },
  },
  {
    name: 'synchronised three days later: the twenty working days count from the visit, not from its entry',
    receivedAt: '2026-05-06 09:00', facts: drawn, attachments: ['signature-1'],
    steps: [
      { step: 'recordVisit', at: '2026-05-15 08:00', by, person, input: { ...onTheDay, ...signed, visitResult: 'none-found', results: conforming('product-seller', '2026-05-06') } },
      { step: 'publish', at: '2026-06-10 09:00', by, person },
    ],
    ends: { state: 'visited', clocks: { publication: 'due 2026-06-09, missed' } },
  },
  {
    name: 'the operator refuses to sign: the reason is noted, and a witness signs',
    receivedAt: '2026-05-06 09:00', facts: drawn,
    steps: [
      { step: 'recordVisit', at: '2026-05-12 16:00', by, person, input: { ...onTheDay, signing: 'refused', refusalReason: '店长认为无须签字。', visitResult: 'none-found', results: conforming('product-seller', '2026-05-06') }, refused: 'guard.refusalToSignMustBeExplainedAndWitnessed' },
      { step: 'recordVisit', at: '2026-05-12 16:05', by, person, input: { ...onTheDay, signing: 'refused', refusalReason: '店长认为无须签字。', witnessName: '见证人甲', visitResult: 'none-found', results: conforming('product-seller', '2026-05-06') } },
      { step: 'publish', at: '2026-05-20 09:00', by, person },
      { step: 'close', at: '2026-05-20 09:10', by, person },
    ],
    ends: { state: 'closed', outcome: 'completed', clocks: { publication: 'due 2026-06-09, met' } },
  },
  {
    name: 'nobody at the registered address: proposed for the list of abnormal operations before the matter is closed',
    receivedAt: '2026-05-06 09:00', facts: { ...drawn, checklistIds: 'enterprise-disclosure', itemCodes: '企业公示信息' }, attachments: ['photo-1'],
    steps: [
      {
        step: 'recordVisit', at: '2026-05-12 16:00', by, person,
        input: { ...onTheDay, signing: 'refused', refusalReason: '现场没有该企业人员，无法取得签字。', signatureEvidenceId: 'photo-1', visitResult: 'not-found', found: '登记的住所为空置房屋，物业出具证明，该企业不在此处经营。' },
      },
      { step: 'publish', at: '2026-05-18 09:00', by, person },
      { step: 'close', at: '2026-05-18 09:10', by, person, refused: 'guard.unreachableMustBeProposedForListing' },
      { step: 'proposeListing', at: '2026-05-18 10:00', by, person, input: { unreachableKind: 'enterprise', unreachableGround: 'proved-by-third-party', unreachableProof: '物业服务企业出具证明，该企业自上年起不在此处。' } },
      { step: 'close', at: '2026-05-18 10:10', by, person },
    ],
    ends: { state: 'closed', outcome: 'completed', clocks: { publication: 'due 2026-06-09, met' } },
  },
  {
    name: 'a lift unit corrects by the date: checked again within ten working days of its report',
    receivedAt: '2026-05-06 09:00', facts: drawnLift, attachments: ['signature-1', 'photo-1'],
    steps: [
      { step: 'serveNotice', at: '2026-05-08 09:00', by, person, input: { noticeForm: 'telephone', noticeText: '请准备电梯安全技术档案和维护保养记录。' } },
      {
        step: 'recordVisit', at: '2026-05-12 16:00', by, person,
        input: { ...onTheDay, ...signed, visitResult: 'ordered-to-correct', results: conforming('lift-user-unit', '2026-05-06', { itemId: 'notices', answer: 'fault', found: '2号电梯轿厢内没有安全注意事项。', evidenceIds: ['photo-1'] }) },
      },
      { step: 'orderRectification', at: '2026-05-12 16:30', by, person, input: { rectificationItems: '在2号电梯轿厢内张贴安全注意事项。', rectifyBy: '2026-05-12' }, refused: 'guard.dateOfCorrectionMustLieAhead' },
      { step: 'orderRectification', at: '2026-05-12 16:35', by, person, input: { rectificationItems: '在2号电梯轿厢内张贴安全注意事项。', rectifyBy: '2026-05-29' } },
      { step: 'publish', at: '2026-05-20 09:00', by, person },
      { step: 'recordRectificationReport', at: '2026-05-26 09:00', by, person, input: { rectificationReport: '已经张贴，附照片。', reportReceivedOn: '2026-05-25' } },
      { step: 'confirmRectified', at: '2026-06-03 10:00', by, person, input: { recheckForm: 'on-site', recheckers: ['officer-a'], recheckNote: '现场查看，已经张贴。' }, refused: 'guard.recheckOnSiteNeedsTwoOfficers' },
      { step: 'confirmRectified', at: '2026-06-03 10:05', by, person, input: { recheckForm: 'on-site', recheckers: inspectors, recheckNote: '现场查看，已经张贴。' } },
      { step: 'close', at: '2026-06-03 11:00', by, person },
    ],
    ends: { state: 'closed', outcome: 'completed', clocks: { publication: 'due 2026-06-09, met', correction: 'due 2026-05-29, met', recheck: 'due 2026-06-08, met' }, facts: { isRectified: true } },
  },
  {
    name: 'expired food on sale: correction alone does not settle it, the lead goes to a case, the result is published too late',
    receivedAt: '2026-05-06 09:00', facts: drawnFood, attachments: ['signature-1', 'photo-1', 'photo-2'],
    steps: [
      {
        step: 'recordVisit', at: '2026-05-12 16:00', by, person, refused: 'guard.keyFaultMustBeInvestigated',
        input: { ...onTheDay, ...signed, visitResult: 'ordered-to-correct', results: conforming('food-operator', '2026-05-06', { itemId: 'expired', answer: 'fault', found: '货架上有超过保质期的糕点6袋。', evidenceIds: ['photo-1', 'photo-2'] }) },
      },
      {
        step: 'recordVisit', at: '2026-05-12 16:10', by, person,
        input: { ...onTheDay, ...signed, visitResult: 'to-be-handled', results: conforming('food-operator', '2026-05-06', { itemId: 'expired', answer: 'fault', found: '货架上有超过保质期的糕点6袋。', evidenceIds: ['photo-1', 'photo-2'] }) },
      },
      { step: 'recordOnSiteCorrection', at: '2026-05-12 16:20', by, person, input: { onSiteCorrection: '当场下架。' }, refused: 'guard.keyFaultMustNotBeSettledOnTheSpot' },
      { step: 'openLead', at: '2026-05-13 09:00', by, person, input: { leadText: '现场发现超过保质期的糕点6袋，已拍照取证。' } },
      { step: 'publish', at: '2026-06-10 09:00', by, person },
      { step: 'close', at: '2026-06-10 09:10', by, person },
    ],
    ends: { state: 'closed', outcome: 'completed', clocks: { publication: 'due 2026-06-09, missed' } },
  },
  {
    name: 'an inspector whose certificate ran out is replaced before the visit counts',
    receivedAt: '2026-05-06 09:00', facts: { ...drawn, inspectors: ['officer-a', 'officer-c'] }, attachments: ['signature-1'],
    people: { 'officer-c': { name: '示例丙', officeId: 'office', certificate: { no: '示例003', validUntil: '2026-05-11' }, legalQualificationNo: null } },
    steps: [
      { step: 'recordVisit', at: '2026-05-12 16:00', by, person, input: { ...onTheDay, ...signed, visitResult: 'none-found', results: conforming('product-seller', '2026-05-06') }, refused: 'guard.inspectorsMustHoldValidCertificates' },
      { step: 'replaceInspectors', at: '2026-05-12 16:10', by: 'section-head', input: { inspectors, replacementReason: '原检查人员证件到期。' } },
      {
        step: 'recordVisit', at: '2026-05-13 16:00', by, person,
        input: { ...onTheDay, arrivedAt: '2026-05-13T01:30:00.000Z', leftAt: '2026-05-13T02:40:00.000Z', ...signed, visitResult: 'none-found', results: conforming('product-seller', '2026-05-06') },
      },
    ],
    ends: { state: 'visited', clocks: { publication: 'due 2026-06-10' } },
  },
  {
    name: 'a routine check of a lift unit already checked after licensing this year is barred and called off',
    receivedAt: '2026-05-06 09:00', facts: { ...drawnLift, licenceCheckedOn: '2026-03-10' },
    steps: [
      { step: 'serveNotice', at: '2026-05-08 09:00', by, person, input: { noticeForm: 'letter', noticeText: '请准备有关资料。' }, refused: 'guard.unitCheckedAfterLicensingMustNotBeCheckedAgain' },
      { step: 'cancel', at: '2026-05-08 10:00', by: 'section-head', input: { cancelGround: 'already-checked', cancelReason: '本年度已经证后监督检查。' } },
    ],
    ends: { state: 'cancelled', outcome: 'cancelled', clocks: {} },
  },
])
