import { describe, expect, test } from 'vitest'
import { decide } from '../../../engines/procedure/decide.ts'
import { guardsOf, tellGuardCase } from '../../../engines/procedure/fixtures/guard-case.ts'
import { INPUT, OPENED, attachments, context, inspectionCases, openedWith, visitAfterRecusal } from '../fixtures/guard-cases.ts'
import { inspection } from './procedure.ts'

describe('each precondition alone refuses; once mended the step is taken', () => {
  test.each(inspectionCases)('$guard: $why', (told) => {
    const { answers, expected } = tellGuardCase(inspection, OPENED, { attachments, ...told })
    expect(answers).toEqual(expected)
  })

  test('every precondition is among them', () => {
    expect(new Set([...inspectionCases.map((told) => told.guard), 'recusedInspectorMustBeReplaced'])).toEqual(guardsOf(inspection))
  })
})

test('recusedInspectorMustBeReplaced: whoever was recused takes no part, and may again once replaced by another', () => {
  expect(visitAfterRecusal(inspection, ['a', 'b'])).toMatchObject({ kind: 'refusal', code: 'guard.recusedInspectorMustBeReplaced', says: '乙已决定回避，不能参加本次检查。' })
  expect(visitAfterRecusal(inspection, ['a', 'c']).kind).toBe('decided')
})

test.each([
  ['food-operator', { instrument: 'food-inspection-measures', article: '第二十三条' }], ['lift-user-unit', { instrument: 'special-equipment-law', article: '第六十五条' }],
  ['enterprise-disclosure', { instrument: 'disclosed-information-check-measures', article: '第九条' }], ['product-seller', { instrument: 'penalty-procedure-provisions', article: '第二十二条' }],
])('two officers: for %s the article is its own', (checklistIds, cite) => {
  expect(decide(inspection, openedWith({ checklistIds, inspectors: ['a'] }), { step: 'recordVisit', input: INPUT }, context)).toMatchObject({ code: 'guard.twoInspectorsMustTakePart', cite })
})
