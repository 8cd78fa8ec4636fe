import { describe, expect, test } from 'vitest'
import type { ExampleStep } from '../../../engines/procedure/example.ts'
import { holidaySchedules } from '../../../../law/holidays/schedules.ts'
import { decide, decideOpening } from '../../../engines/procedure/decide.ts'
import type { AnyProcedure } from '../../../engines/procedure/definition.ts'
import { instantOf } from '../../../engines/procedure/example.ts'
import { LAW_IN_FORCE } from '../../../engines/procedure/services.ts'
import { createWorkingCalendar } from '../../../kernel/working-calendar.ts'
import { guardsOf, tellGuardCase } from '../../../engines/procedure/fixtures/guard-case.ts'
import type { GuardCase } from '../../../engines/procedure/fixtures/guard-case.ts'
import { checklistOn } from '../checklists/checklists.ts'
import { inspection } from './procedure.ts'

const by = 'case-officer'
const person = 'a'
const at = '2026-06-02 15:00'
const OPENED = { inspectors: ['a', 'b'], isAnnounced: false, drawId: 'd1', checklistIds: 'product-seller', inspectionKind: 'random' }
const attachments = ['sign', 'photo']

type Row = Readonly<{ itemId: string; answer: string; found?: string; measured?: number; evidenceIds?: readonly string[] }>

function rows(list: string, ...others: readonly Row[]) {
  return (checklistOn(list, '2026-06-01')?.items ?? []).map((item) => ({ checklistId: list, itemId: item.id, answer: 'conforms', ...(item.measured === null ? {} : { measured: 1 }), ...others.find((row) => row.itemId === item.id) }))
}

const fault: Row = { itemId: 'keeping', answer: 'fault', found: '纸箱受潮。', evidenceIds: ['photo'] }
const keyFault: Row = { itemId: 'false-mark', answer: 'fault', found: '冒用认证标志。', evidenceIds: ['photo'] }
const minor = rows('product-seller', fault)
const key = rows('product-seller', keyFault)
const INPUT = {
  arrivedAt: instantOf('2026-06-02 09:00'), leftAt: instantOf('2026-06-02 10:00'), certificatesShown: true, visitResult: 'none-found', signing: 'signed', signatureEvidenceId: 'sign', signerRole: '店长', results: rows('product-seller'),
}
const visit = (more: object = {}): ExampleStep => ({ step: 'recordVisit', at, by, person, input: { ...INPUT, ...more } })
const step = (name: string, input: object = {}): ExampleStep => ({ step: name, at, by, person, input })
const ordered = visit({ visitResult: 'ordered-to-correct', results: minor })
const toBeHandled = visit({ visitResult: 'to-be-handled', results: key })
const unreachable = visit({ visitResult: 'not-found', found: '登记地址为空置房屋，物业证明企业不在此处。', results: [] })
const publish = step('publish')
const order = step('orderRectification', { rectificationItems: '改善仓储条件。', rectifyBy: '2026-06-20' })
const recheck = { recheckForm: 'on-site', recheckers: ['a', 'b'], recheckNote: '现场查看情况。' }
const openLead = step('openLead', { suspectedActs: '冒用认证标志', leadText: '检查发现冒用认证标志，已取证。' })
const listing = { unreachableKind: 'enterprise', unreachableGround: 'place-missing', unreachableProof: '现场核实，登记的地址实际不存在。' }
const replace: ExampleStep = { step: 'replaceInspectors', at, by: 'section-head', input: { inspectors: ['a', 'b'], replacementReason: '补足检查人员。' } }
const notice = step('serveNotice', { noticeForm: 'letter', noticeText: '请准备资料。' })
const correct = (field: string) => ({ facts: { [field]: undefined } })

const CASES: readonly GuardCase[] = [
  { guard: 'flightInspectionMustNotBeAnnounced', why: 'it is a flight inspection', facts: { inspectionKind: 'flight', leadReference: '举报〔2026〕1号' }, refused: notice },
  { guard: 'visitMustComeFromDrawPlanOrLead', why: 'nothing says where the visit comes from', ...correct('drawId'), refused: visit() },
  { guard: 'visitMustComeFromDrawPlanOrLead', why: 'nor may it be announced then', ...correct('drawId'), refused: notice },
  {
    guard: 'superiorCheckMustNotBeRepeatedWithinThreeMonths', why: 'the last of the three months', facts: { checklistIds: 'food-operator', superiorCheckedOn: '2026-03-02' }, refused: visit({ results: rows('food-operator') }), mendAt: '2026-06-03 09:00',
  },
  { guard: 'unitCheckedAfterLicensingMustNotBeCheckedAgain', why: 'checked in January', facts: { checklistIds: 'lift-user-unit', licenceCheckedOn: '2026-01-05' }, refused: visit({ results: rows('lift-user-unit') }) },
  { guard: 'checklistsMustBeInForce', why: 'no such checklist', facts: { checklistIds: 'product-seller、toys' }, refused: visit() },
  { guard: 'twoInspectorsMustTakePart', why: 'one inspector', facts: { inspectors: ['a'] }, refused: visit(), cure: [replace] },
  { guard: 'inspectorsMustHoldValidCertificates', why: 'one without', people: { b: { name: '乙', officeId: 'o', certificate: null, legalQualificationNo: null } }, refused: visit(), cure: [{ ...replace, input: { ...replace.input, inspectors: ['a', 'c'] } }] },
  { guard: 'inspectorsMustHoldValidCertificates', why: 'one ran out yesterday', people: { b: { name: '乙', officeId: 'o', certificate: { no: '1', validUntil: '2026-06-01' }, legalQualificationNo: null } }, refused: visit() },
  { guard: 'visitMustBeRecordedByAnInspector', why: 'somebody else enters it', refused: { ...visit(), person: 'x' } },
  { guard: 'certificatesMustBeShownOnSite', why: 'they were not', refused: visit({ certificatesShown: false }), mend: { certificatesShown: true } },
  { guard: 'arrivalMustPrecedeDeparture', why: 'the same minute', refused: visit({ arrivedAt: INPUT.leftAt }), mend: { arrivedAt: INPUT.arrivedAt } },
  { guard: 'answersMustFitTheChecklist', why: 'an item of no list', refused: visit({ results: [...INPUT.results, { checklistId: 'product-seller', itemId: 'toys', answer: 'conforms' }] }), mend: { results: INPUT.results } },
  { guard: 'answersMustFitTheChecklist', why: 'an item twice', refused: visit({ results: [...INPUT.results, ...INPUT.results.slice(0, 1)] }), mend: { results: INPUT.results } },
  { guard: 'answersMustFitTheChecklist', why: 'an item that applies to everybody', refused: visit({ results: rows('product-seller', { itemId: 'acceptance', answer: 'not-applicable' }) }), mend: { results: INPUT.results } },
  {
    guard: 'answersMustFitTheChecklist', why: 'a temperature is missing', facts: { checklistIds: 'food-operator' }, mend: { results: rows('food-operator') },
    refused: visit({ results: rows('food-operator').map(({ measured: _measured, ...row }) => row) }),
  },
  { guard: 'everyChecklistItemMustBeAnswered', why: 'one item is open', refused: visit({ results: INPUT.results.slice(1) }), mend: { results: INPUT.results } },
  { guard: 'everyChecklistItemMustBeAnswered', why: 'no checklist and nothing written', ...correct('checklistIds'), refused: visit({ results: [] }), mend: { found: '逐项查看，未见异常。' } },
  { guard: 'faultsMustBeDescribedAndPhotographed', why: 'nothing written', refused: visit({ visitResult: 'ordered-to-correct', results: rows('product-seller', { itemId: 'keeping', answer: 'fault', evidenceIds: ['photo'] }) }), mend: { results: minor } },
  { guard: 'faultsMustBeDescribedAndPhotographed', why: 'no photo', refused: visit({ visitResult: 'ordered-to-correct', results: rows('product-seller', { itemId: 'keeping', answer: 'fault', found: '受潮。' }) }), mend: { results: minor } },
  { guard: 'resultMustFollowFromTheAnswers', why: 'a fault, but nothing found', refused: visit({ results: minor }), mend: { visitResult: 'ordered-to-correct' } },
  { guard: 'resultMustFollowFromTheAnswers', why: 'an order, but no fault', refused: visit({ visitResult: 'ordered-to-correct' }), mend: { visitResult: 'none-found' } },
  { guard: 'keyFaultMustBeInvestigated', why: 'a key item is merely ordered to be corrected', refused: visit({ visitResult: 'ordered-to-correct', results: key }), mend: { visitResult: 'to-be-handled' } },
  { guard: 'absenceOrObstructionMustBeDescribed', why: 'closed down, says nobody how', refused: visit({ visitResult: 'closed-down', results: [] }), mend: { found: '店门紧闭，张贴转让告示，邻铺证实已停业。' } },
  { guard: 'signedRecordMustCarryTheSignature', why: 'no signature', refused: visit({ signatureEvidenceId: undefined }), mend: { signatureEvidenceId: 'sign' } },
  { guard: 'signedRecordMustCarryTheSignature', why: 'by whom', refused: visit({ signerRole: undefined }), mend: { signerRole: '店长' } },
  { guard: 'refusalToSignMustBeExplainedAndWitnessed', why: 'no reason', refused: visit({ signing: 'refused', witnessName: '见证人' }), mend: { refusalReason: '店长认为无须签字。' } },
  { guard: 'refusalToSignMustBeExplainedAndWitnessed', why: 'neither witness nor recording', refused: visit({ signing: 'refused', refusalReason: '店长认为无须签字。', signatureEvidenceId: undefined }), mend: { witnessName: '见证人' } },
  { guard: 'evidenceMustHaveArrived', why: 'a photo is still on the phone', refused: visit({ visitResult: 'ordered-to-correct', results: rows('product-seller', { ...fault, evidenceIds: ['photo', 'photo-2'] }) }), mend: { results: minor } },
  { guard: 'orderMustRestOnAFault', why: 'nothing was found: no order', before: [visit()], refused: order },
  { guard: 'orderMustRestOnAFault', why: 'nothing was found: nothing to correct on the spot', before: [visit()], refused: step('recordOnSiteCorrection', { onSiteCorrection: '当场整改完毕。' }) },
  { guard: 'dateOfCorrectionMustLieAhead', why: 'today', before: [ordered], refused: { ...order, input: { ...order.input, rectifyBy: '2026-06-02' } }, mend: { rectifyBy: '2026-06-03' } },
  { guard: 'keyFaultMustNotBeSettledOnTheSpot', why: 'a key item', before: [toBeHandled], refused: step('recordOnSiteCorrection', { onSiteCorrection: '当场下架。' }) },
  ...['confirmRectified', 'findNotRectified'].map((name): GuardCase => ({ guard: 'recheckOnSiteNeedsTwoOfficers', why: `${name} by one`, before: [ordered, order], refused: step(name, { ...recheck, recheckers: ['a'] }), mend: { recheckers: ['a', 'b'] } })),
  { guard: 'leadMustRestOnAFinding', why: 'ordered to correct and not yet checked again', before: [ordered, order], refused: openLead, cure: [step('findNotRectified', recheck)] },
  { guard: 'leadMustRestOnAFinding', why: 'nothing to transfer', before: [visit()], refused: { ...step('transfer', { transferredTo: '示例部门', leadText: '检查中发现的线索内容。' }), by: 'section-head' } },
  { guard: 'listingIsForTheUnreachableOnly', why: 'it was met', before: [visit()], refused: step('proposeListing', listing) },
  { guard: 'resultMustBePublishedBeforeClosing', why: 'not published', before: [visit()], refused: step('close'), cure: [publish] },
  { guard: 'faultsMustBeCorrectedOrPursuedBeforeClosing', why: 'ordered, nothing corrected', before: [ordered, publish], refused: step('close'), cure: [step('recordOnSiteCorrection', { onSiteCorrection: '当场移至干燥处。' })] },
  { guard: 'faultsMustBeCorrectedOrPursuedBeforeClosing', why: 'the second look failed', before: [ordered, publish, order, step('findNotRectified', recheck)], refused: step('close'), cure: [order, step('confirmRectified', recheck)] },
  { guard: 'faultsMustBeCorrectedOrPursuedBeforeClosing', why: 'a key fault corrected, but not pursued', before: [toBeHandled, publish, order, step('confirmRectified', recheck)], refused: step('close'), cure: [openLead] },
  { guard: 'faultsMustBeCorrectedOrPursuedBeforeClosing', why: 'obstruction left without consequence', before: [visit({ visitResult: 'uncooperative', found: '店员锁门，拒绝检查人员进入。', results: [] }), publish], refused: step('close'), cure: [openLead] },
  { guard: 'unreachableMustBeProposedForListing', why: 'not proposed', before: [unreachable, publish], refused: step('close'), cure: [step('proposeListing', listing)] },
]

describe('each precondition alone refuses; once mended the step is taken', () => {
  test.each(CASES)('$guard: $why', (told) => {
    const { answers, expected } = tellGuardCase(inspection, OPENED, { attachments, ...told })
    expect(answers).toEqual(expected)
  })

  test('every precondition is among them', () => {
    expect(new Set([...CASES.map((told) => told.guard), 'recusedInspectorMustBeReplaced'])).toEqual(guardsOf(inspection))
  })
})

const procedure: AnyProcedure = inspection
const under = { law: LAW_IN_FORCE, calendar: createWorkingCalendar(holidaySchedules), related: [], attachments: new Set(attachments) }
const actor = { id: 'a', name: '甲', officeId: 'o', roles: [{ role: by, offices: ['*'], towns: ['*'] }] } as const
const HOLDER = { name: '甲', officeId: 'o', certificate: { no: '1', validUntil: '2099-12-31' }, legalQualificationNo: null }
const context = { ...under, now: instantOf(at), actor, people: new Map([['a', HOLDER], ['b', { ...HOLDER, name: '乙' }]]) }

function openedWith(facts: object) {
  const opened = decideOpening(procedure, { id: 'm', district: 'd', number: '1', title: '检查', channel: 'draw', officeId: 'o', receivedAt: instantOf('2026-06-01 09:00'), facts: { ...OPENED, ...facts }, parties: [], synthetic: true }, context)
  if (opened.kind !== 'decided') throw new Error('not opened')
  return opened.matter
}

test('recusedInspectorMustBeReplaced: whoever was recused takes no part, and may again once replaced by another', () => {
  const matter = { ...openedWith({}), recused: ['b'] }
  expect(decide(procedure, matter, { step: 'recordVisit', input: INPUT }, context)).toMatchObject({ kind: 'refusal', code: 'guard.recusedInspectorMustBeReplaced', says: '乙已决定回避，不能参加本次检查。' })
  const replaced = { ...matter, facts: { ...matter.facts, inspectors: ['a', 'c'] } }
  expect(decide(procedure, replaced, { step: 'recordVisit', input: INPUT }, { ...context, people: new Map([...context.people, ['c', HOLDER]]) }).kind).toBe('decided')
})

test.each([
  ['food-operator', { instrument: 'food-inspection-measures', article: '第二十三条' }], ['lift-user-unit', { instrument: 'special-equipment-law', article: '第六十五条' }],
  ['enterprise-disclosure', { instrument: 'disclosed-information-check-measures', article: '第九条' }], ['product-seller', { instrument: 'penalty-procedure-provisions', article: '第二十二条' }],
])('two officers: for %s the article is its own', (checklistIds, cite) => {
  expect(decide(procedure, openedWith({ checklistIds, inspectors: ['a'] }), { step: 'recordVisit', input: INPUT }, context)).toMatchObject({ code: 'guard.twoInspectorsMustTakePart', cite })
})
