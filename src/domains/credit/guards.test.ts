import { describe, expect, test } from 'vitest'
import { holidaySchedules } from '../../../law/holidays/schedules.ts'
import { tellExample } from '../../engines/procedure/example.ts'
import type { Example, ExampleStep } from '../../engines/procedure/example.ts'
import { LAW_IN_FORCE } from '../../engines/procedure/services.ts'
import { createWorkingCalendar } from '../../kernel/working-calendar.ts'
import { creditGuards } from './credit-guards.ts'
import { exitCases } from './fixtures/exit-cases.ts'
import type { GuardCase } from './fixtures/guard-case.ts'
import { listCases } from './fixtures/list-cases.ts'
import { repairCases } from './fixtures/repair-cases.ts'
import { seriousCases } from './fixtures/serious-cases.ts'
import { creditProcedures } from './credit-procedures.ts'

const under = { law: LAW_IN_FORCE, calendar: createWorkingCalendar(holidaySchedules) }
const CASES: readonly GuardCase[] = [...listCases, ...seriousCases, ...repairCases, ...exitCases]

/** Where a fact of the past cannot be mended, there is no cure: the refusal names another step. */
const hasCure = ({ cure, mend, mendAt }: GuardCase): boolean => cure !== undefined || mend !== undefined || mendAt !== undefined

describe('each precondition alone refuses, with its article and what to do; once mended the step is taken', () => {
  test.each(CASES)('$procedure $guard: $why', (told) => {
    const procedure = creditProcedures.find(({ id }) => id === told.procedure)
    if (procedure === undefined) throw new Error(told.procedure)
    const { before = [], cure = [], refused } = told
    const mended: ExampleStep = { ...refused, at: told.mendAt ?? refused.at, input: { ...refused.input, ...told.mend }, ...(told.related === undefined ? {} : { related: told.related }) }
    const example: Example = { name: told.guard, receivedAt: told.receivedAt, facts: told.facts, steps: [...before, refused, ...(hasCure(told) ? [...cure, mended] : [])], ends: { state: '', clocks: {} } }
    const expected = [...before.map(() => 'taken'), `guard.${told.guard}`, ...(hasCure(told) ? [...cure, mended].map(() => 'taken') : [])]
    expect(tellExample(procedure, example, under).answers).toEqual(expected)
  })

  test('every precondition of every procedure of this domain is among them', () => {
    expect(new Set(CASES.map(({ procedure, guard }) => `${procedure} ${guard}`))).toEqual(new Set(creditGuards.map(({ procedure, guard }) => `${procedure} ${guard.name}`)))
  })
})
