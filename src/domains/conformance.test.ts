import { describe, expect, test } from 'vitest'
import { holidaySchedules } from '../../law/holidays/schedules.ts'
import type { AnyProcedure } from '../engines/procedure/definition.ts'
import { tellExample } from '../engines/procedure/example.ts'
import { findProcedureFaults } from '../engines/procedure/fixtures/procedure-faults.ts'
import type { Around } from '../engines/procedure/fixtures/procedure-faults.ts'
import { walkAtRandom } from '../engines/procedure/fixtures/random-walk.ts'
import { LAW_IN_FORCE } from '../engines/procedure/services.ts'
import { toDayNumber } from '../kernel/calendar-date.ts'
import { cite } from '../kernel/citation.ts'
import { findRule } from '../kernel/law-book.ts'
import { createWorkingCalendar } from '../kernel/working-calendar.ts'
import { examplesByProcedure } from './examples.ts'
import { documentTemplates, procedureById, procedures } from './index.ts'

const MONTHS = Array.from({ length: 96 }, (_, month) => `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`)

/** A limit absent on purpose is a dated record that says so. */
function limitOn(rule: string, on: string): 'given' | 'none' | 'unknown' {
  if (LAW_IN_FORCE.limitOn(rule, on) !== null) return 'given'
  const stated = findRule(rule)?.values.some((value) => value.value === null && value.from <= on && (value.until === undefined || on < value.until))
  return stated === true ? 'none' : 'unknown'
}

const around: Around = { templates: documentTemplates, limitOn, days: MONTHS }

describe.each(procedures)('$id', (procedure) => {
  test('has no fault that the compiler cannot see', () => {
    expect(findProcedureFaults(procedure, around)).toEqual([])
  })

  test('tells the person concerned in every state where it stands and what comes next', () => {
    for (const state of Object.keys(procedure.states)) {
      const told = procedure.progress?.({ ...EMPTY, procedure: procedure.id, state }, () => null)
      expect(told?.says, state).toMatch(/\p{Script=Han}/u)
      expect(told?.next, state).toMatch(/\p{Script=Han}/u)
    }
  })

  test('stays sound whatever is tried, and every step and outcome can be reached', () => {
    const ground = { procedure, law: LAW_IN_FORCE, calendar: createWorkingCalendar(holidaySchedules), ...groundOf(procedure) }
    const events = (examplesByProcedure.get(procedure.id) ?? []).flatMap((example) => tellExample(procedure, example, ground).events)
    const steps = new Set(events.flatMap((event) => (event.type === 'step-taken' ? [event.step] : [])))
    const outcomes = new Set(events.flatMap((event) => (event.type === 'closed' ? [event.outcome] : [])))
    const missing = (): readonly string[] => [...Object.keys(procedure.steps).filter((step) => !steps.has(step)), ...Object.keys(procedure.outcomes).filter((outcome) => !outcomes.has(outcome))]
    // Where a form must be right in many ways at once, chance needs more walks, and the examples show the rest.
    for (let round = 0; round === 0 || (round < MOST_ROUNDS && missing().length > 0); round += 1) {
      const walked = walkAtRandom(ground, { seed: 20_261_122 + round, count: 350 })
      for (const step of walked.steps) steps.add(step)
      for (const outcome of walked.outcomes) outcomes.add(outcome)
    }
    expect(missing()).toEqual([])
  })
})

const MOST_ROUNDS = 10

/** Walks begin with the first law of the procedure, and wait as long as its longest limit. */
function groundOf({ opening: { basis }, clocks }: AnyProcedure): Readonly<{ firstDay: string; days: number; longestWaitInDays: number }> {
  const first = basis === 'internal' || 'instrument' in basis ? undefined : basis[0]
  const firstDay = first !== undefined && first.from > '2021-01-01' ? first.from : '2021-01-01'
  const limits = Object.values(clocks).flatMap(({ rule }) => ['2023-06-01', '2026-06-01'].flatMap((on) => LAW_IN_FORCE.limitOn(rule, on)?.period ?? []))
  const longest = Math.max(0, ...limits.map(({ amount, unit }) => amount * (DAYS_OF[unit] ?? 0)))
  return { firstDay, days: toDayNumber('2026-11-20') - toDayNumber(firstDay), longestWaitInDays: longest > 60 ? longest + 30 : 0 }
}

const DAYS_OF: Readonly<Record<string, number>> = { 'calendar-day': 1, 'month': 31, 'year': 366 }

const EMPTY = {
  id: 'm', district: '990001', number: '1', title: '', channel: 'counter', officeId: 'hall', receivedAt: '2026-03-02T01:00:00.000Z', openedAt: '2026-03-02T01:00:00.000Z',
  lawOn: '2026-03-02', facts: {}, clocks: [], steps: [], recused: [], synthetic: true, version: 1,
} as const

test('ids and prefixes of matter numbers are each used once, and every document is issued by some step', () => {
  expect(procedureById.size).toBe(procedures.length)
  expect(new Set(procedures.map((procedure) => procedure.numberPrefix)).size).toBe(procedures.length)
  const issued = new Set(procedures.flatMap((procedure) => Object.values(procedure.steps).flatMap((step) => step.documents ?? [])))
  expect(documentTemplates.map((template) => template.id).filter((id) => !issued.has(id))).toEqual([])
})

test('a step opens only procedures that exist', () => {
  for (const procedure of procedures) {
    for (const step of Object.values(procedure.steps)) {
      const child = step.opens?.({ matter: { ...EMPTY, procedure: procedure.id, state: procedure.opensIn }, facts: {}, input: {}, now: EMPTY.openedAt, today: EMPTY.lawOn, actor: { id: 'a', name: 'a', officeId: 'hall', roles: [] }, related: [], personOf: () => null, hasAttachment: () => false, valueOf: () => null, calendar: createWorkingCalendar(holidaySchedules) })
      if (child !== undefined && child !== null) expect(procedureById.has(child.procedure), child.procedure).toBe(true)
    }
  }
})

describe('each fault is found', () => {
  const sound = procedureById.get('complaint')
  if (sound === undefined) throw new Error('no complaint')
  const step = (id: string, change: object): AnyProcedure => ({ ...sound, steps: { ...sound.steps, [id]: { ...sound.steps[id], ...change } } } as AnyProcedure)
  const clock = (id: string, change: object): AnyProcedure => ({ ...sound, clocks: { ...sound.clocks, [id]: { ...sound.clocks[id], ...change } } } as AnyProcedure)
  const guard = { name: 'bothPartiesMustConsentToMediation', cite: cite('complaint-report-measures', '第十八条'), check: () => null }

  test.each<readonly [AnyProcedure, string]>([
    [{ ...sound, states: { ...sound.states, asleep: '休眠' } }, 'state asleep is never reached'],
    [{ ...sound, states: { ...sound.states, asleep: '休眠' } }, 'state asleep leads to no end'],
    [step('respond', { from: ['received', 'settled'] }), 'final state settled has the step respond'],
    [step('respond', { by: [] }), 'step respond is permitted to nobody'],
    [step('respond', { from: [] }), 'step respond leaves no state'],
    [step('settle', { closes: undefined }), 'step settle ends without an outcome'],
    [step('accept', { closes: 'settled' }), 'step accept closes in a state that is not final'],
    [step('accept', { basis: cite('civil-code', '第一条') }), 'step accept cites civil-code, which the procedure does not name'],
    [step('accept', { basis: [{ from: '2026-04-15', cite: cite('complaint-report-measures', '第十五条') }] }), 'step accept has no basis on 2021-01-01'],
    [step('accept', { basis: [{ from: '2020-01-01', cite: guard.cite }, { from: '2020-01-01', cite: guard.cite }] }), 'step accept has bases out of order'],
    [step('accept', { requires: ['colour'] }), 'step accept asks for the unknown fact colour'],
    [step('accept', { documents: ['poem'] }), 'step accept issues the unknown document poem'],
    [{ ...sound, opening: { ...sound.opening, requires: ['colour'] } }, 'the opening asks for the unknown fact colour'],
    [{ ...sound, opening: { ...sound.opening, by: [] } }, 'the opening is permitted to nobody'],
    [{ ...sound, facts: { ...sound.facts, colour: { ...sound.facts.content, label: '颜色' } } } as AnyProcedure, 'fact colour is never asked for'],
    [step('accept', { guards: [guard] }), 'two guards are named bothPartiesMustConsentToMediation'],
    [step('accept', { guards: [{ ...guard, name: 'consent' }] }), 'guard consent is not named as a sentence'],
    [clock('acceptance', { dueStep: 'respond' }), 'clock acceptance demands respond, which does not stop it'],
    [clock('acceptance', { stopsOn: ['accept', 'settle'], dueStep: 'settle' }), 'clock acceptance demands settle, which is open in no state in which it runs'],
    [clock('mediation', { pausedBy: { commissionAppraisal: [] } }), 'clock mediation is paused by commissionAppraisal for ever'],
    [clock('mediation', { rule: 'report.reward-notice' }), 'clock mediation: the law has no report.reward-notice on 2021-01-01'],
    [{ ...sound, outcomes: { ...sound.outcomes, lost: '遗失' } }, 'outcome lost is never reached'],
    [step('settle', { closes: 'peace' }), 'outcome peace has no name'],
    [step('accept', { name: 'accept' }), 'step accept has no Chinese label'],
  ])('$1', (broken, fault) => {
    expect(findProcedureFaults(broken, around)).toContain(fault)
  })

  test('a clock that no step can stop any more', () => {
    const stuck: AnyProcedure = { ...sound, finalStates: ['settled'], clocks: { notice: { name: '期限', kind: 'internal', rule: 'complaint.acceptance', startsOn: ['refuse'], stopsOn: ['accept'], dueStep: 'accept' } } }
    expect(findProcedureFaults(stuck, around)).toContain('clock notice cannot be stopped from state refused')
  })

  test('a rule that does not exist', () => {
    expect(() => findProcedureFaults(clock('mediation', { rule: 'complaint.meditation' }), around)).toThrow('no rule complaint.meditation')
  })
})
