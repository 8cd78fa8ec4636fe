import { describe, expect, test } from 'vitest'
import { holidaySchedules } from '../../law/holidays/schedules.ts'
import { clocksInWords, tellExample } from '../engines/procedure/example.ts'
import { replay } from '../engines/procedure/evolve.ts'
import { LAW_IN_FORCE } from '../engines/procedure/services.ts'
import { createWorkingCalendar } from '../kernel/working-calendar.ts'
import { examplesByProcedure } from './examples.ts'
import { procedures } from './index.ts'

const under = { law: LAW_IN_FORCE, calendar: createWorkingCalendar(holidaySchedules) }

describe.each(procedures)('$id', (procedure) => {
  const examples = examplesByProcedure.get(procedure.id) ?? []

  test.each(examples)('$name', (example) => {
    const { matter, events, answers } = tellExample(procedure, example, under)
    expect(answers).toEqual(example.steps.map((step) => step.refused ?? 'taken'))
    const { state, outcome, clocks, facts = {} } = example.ends
    expect({ state: matter.state, outcome: matter.outcome, clocks: clocksInWords(matter) }).toEqual({ state, outcome, clocks })
    expect(matter.facts).toMatchObject(facts)
    expect(replay(events)).toEqual(matter)
  })

  test('has three examples at least, one of them a refusal, one a missed deadline', () => {
    expect(examples.length).toBeGreaterThanOrEqual(3)
    expect(new Set(examples.map((example) => example.name)).size).toBe(examples.length)
    expect(examples.some((example) => example.steps.some((step) => step.refused !== undefined))).toBe(true)
    expect(examples.some((example) => Object.values(example.ends.clocks).some((words) => words.endsWith('missed')))).toBe(true)
  })
})
