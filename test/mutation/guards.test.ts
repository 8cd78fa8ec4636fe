import { expect, test } from 'vitest'
import { isPageStale, mutants } from './guards.ts'

const found = mutants()
const survivors = (of: typeof found): readonly string[] => of.filter(({ isKilled }) => !isKilled).map(({ procedure, step, guard }) => `${procedure.id}: ${step} without ${guard.name}`)

test('no precondition can be taken away from a step without a test that breaks it failing', () => {
  expect(survivors(found)).toEqual([])
  expect(found.length).toBeGreaterThanOrEqual(300)
})

test('a precondition that nothing tests, and one whose test passes without it, survive', () => {
  expect(survivors(mutants([]))).toHaveLength(found.length)
  const blind = [{ procedure: 'report', guard: 'allFourConditionsMustHold', step: 'fileCase', passes: () => true }]
  expect(survivors(mutants(blind))).toContain('report: fileCase without allFourConditionsMustHold')
})

test('the page says what is so: `node test/mutation/guards.ts` writes it', () => {
  expect(isPageStale(found)).toBe(false)
})
