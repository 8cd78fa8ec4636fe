import { describe, expect, test } from 'vitest'
import { answerOf } from '../../engines/procedure/example.ts'
import { takenRightly, takenWrongly } from './fixtures/violation.ts'
import { violations } from './fixtures/violations.ts'
import { enforcementGuards } from './index.ts'

describe('each precondition alone refuses, with its article and what to do', () => {
  test.each(violations)('$guard: $right.step, $why', (told) => {
    expect(takenRightly(told)).toBe('taken')
    const answer = takenWrongly(told)
    expect(answer).toMatchObject({ kind: 'refusal', code: `guard.${told.guard}`, rule: told.guard })
    if (answer.kind !== 'refusal') return
    expect(answer.cite?.article).toMatch(/^第.+条$/)
    expect(answer.says).toMatch(/\p{Script=Han}.*。$/u)
    expect(answer.do).toMatch(/\p{Script=Han}.*。$/u)
    expect(answerOf(takenWrongly(told, false)), 'nothing else may be wrong').toBe('taken')
  })

  test('every precondition is among them', () => {
    expect(new Set(violations.map((told) => told.guard))).toEqual(new Set(enforcementGuards.map((guard) => guard.name)))
    expect(enforcementGuards.length).toBeGreaterThanOrEqual(100)
  })
})
