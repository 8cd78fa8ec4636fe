import { describe, expect, test } from 'vitest'
import { tellGuardCase } from '../../engines/procedure/fixtures/guard-case.ts'
import { creditGuards } from './credit-guards.ts'
import { creditRepair } from './credit-repair/procedure.ts'
import { creditProcedures } from './credit-procedures.ts'
import { grantAfterCorrection } from './fixtures/corrected-repair.ts'
import { creditCases } from './fixtures/credit-cases.ts'

describe('each precondition alone refuses, with its article and what to do; once mended the step is taken', () => {
  test.each(creditCases)('$procedure $guard: $why', (told) => {
    const procedure = creditProcedures.find(({ id }) => id === told.procedure)
    if (procedure === undefined) throw new Error(told.procedure)
    const { answers, expected } = tellGuardCase(procedure, {}, told)
    expect(answers).toEqual(expected)
  })

  test('every precondition of every procedure of this domain is among them', () => {
    expect(new Set(creditCases.map(({ procedure, guard }) => `${procedure} ${guard}`))).toEqual(new Set(creditGuards.map(({ procedure, guard }) => `${procedure} ${guard.name}`)))
  })
})

test('an end of the restriction corrected after the acceptance is looked at again when the repair is granted', () => {
  expect(grantAfterCorrection(creditRepair, '2026-04-29')).toMatchObject({ kind: 'refusal', code: 'guard.penaltyRestrictionMustHaveEnded' })
  expect(grantAfterCorrection(creditRepair, '2026-04-28').kind).toBe('decided')
})
