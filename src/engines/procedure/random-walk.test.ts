import { expect, test } from 'vitest'
import { walkAtRandom } from './fixtures/random-walk.ts'
import { calendar, umbrellaLaw, umbrellaLoan } from './fixtures/umbrella-loan.ts'

test('whatever is tried in whatever order, a matter stays sound', () => {
  const walked = walkAtRandom({ procedure: umbrellaLoan, law: umbrellaLaw, calendar, firstDay: '2024-06-01', days: 1000 }, { seed: 20_261_122, count: 700 })
  expect([...walked.steps].toSorted()).toEqual(Object.keys(umbrellaLoan.steps).toSorted())
  expect([...walked.outcomes].toSorted()).toEqual(Object.keys(umbrellaLoan.outcomes).toSorted())
  for (const code of ['procedure.step-not-open', 'procedure.role-required', 'procedure.matter-closed', 'procedure.same-person', 'procedure.extension-too-late']) expect(walked.refusals).toContain(code)
})
