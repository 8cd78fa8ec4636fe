import { describe, expect, test } from 'vitest'
import { holidaySchedules } from '../../../law/holidays/schedules.ts'
import { createWorkingCalendar } from '../../kernel/working-calendar.ts'
import { clocksRederived } from './clocks.ts'
import { answerOf, clocksInWords } from './example.ts'
import { replay } from './evolve.ts'
import { contextOf, lentLoan, loan } from './fixtures/scenario.ts'
import type { Loan } from './fixtures/scenario.ts'
import { nextClockOf, sortingInstantOf } from './matter.ts'

const officer = (at: string) => ({ at })
const head = (at: string) => ({ at, by: 'section-head' as const })
const leader = (at: string) => ({ at, by: 'bureau-leader' as const })
const dueOf = (running: Loan, kind = 'giveBack', occurrence = 1): string => clocksInWords({ ...running.matter, clocks: [running.clock(kind, occurrence)] })[occurrence === 1 ? kind : `${kind} ${occurrence}`] ?? ''

describe('starting', () => {
  test('a clock that counts from receipt starts with the opening, in hours to the moment', () => {
    expect(loan('2026-03-02 09:30').clock('answer')).toMatchObject({ startedAt: '2026-03-02T01:30:00.000Z', limit: { amount: 24, unit: 'hour' }, due: { status: 'determined', dueAt: '2026-03-03T01:30:00.000Z', dueOn: '2026-03-03' } })
  })

  test('a clock that a step starts carries rule, article and demanded step', () => {
    expect(lentLoan('2026-03-02 09:00').clock('giveBack')).toMatchObject({ rule: 'loan.return', basis: { article: '（虚构）loan.return' }, dueStep: 'takeBack', occurrence: 1, status: 'running', due: { dueOn: '2026-03-12' } })
  })

  test('the limit follows the facts and the law of the day of receipt', () => {
    expect(dueOf(lentLoan('2026-03-02 09:00', { size: 'large' }))).toBe('due 2026-03-07')
    expect(dueOf(loan('2025-12-31 09:00').take('lend', officer('2026-03-02 09:00')))).toBe('due 2026-03-22')
  })

  test('a clock whose rule the law of the day does not have does not start', () => {
    expect(lentLoan('2026-03-02 09:00').matter.clocks.map((clock) => clock.kind)).toEqual(['answer', 'giveBack'])
    expect(dueOf(lentLoan('2025-12-30 09:00'), 'slip')).toBe('due 2026-01-05')
  })

  test('a last day in a published holiday moves behind it', () => {
    expect(dueOf(lentLoan('2026-09-22 09:00'))).toBe('due 2026-10-08')
  })
})

describe('stopping', () => {
  test('tells whether the limit was met: the end is exclusive', () => {
    const open = loan('2026-03-02 09:30')
    expect(open.take('lend', officer('2026-03-03 09:29')).clock('answer')).toMatchObject({ status: 'stopped', isMet: true, stoppedAt: '2026-03-03T01:29:00.000Z' })
    expect(open.take('lend', officer('2026-03-03 09:30')).clock('answer').isMet).toBe(false)
    const lent = lentLoan('2026-03-02 09:00')
    expect(lent.take('takeBack', officer('2026-03-12 23:59')).clock('giveBack').isMet).toBe(true)
    expect(lent.take('takeBack', officer('2026-03-13 00:00')).clock('giveBack').isMet).toBe(false)
  })

  test('the end of a matter stops whatever runs; a state may void a clock', () => {
    const late = loan('2026-03-02 09:00').take('refuse', officer('2026-03-04 09:00'), { reason: '没有雨伞了' })
    expect(clocksInWords(late.matter)).toEqual({ answer: 'due 2026-03-03, missed' })
    const searching = lentLoan('2026-03-02 09:00').take('reportLost', officer('2026-03-03 09:00'))
    expect(dueOf(searching, 'search')).toBe('due 2026-04-03')
    expect(dueOf(searching.take('takeBack', officer('2026-03-05 09:00')), 'search')).toBe('due 2026-04-03, met')
    const slip = lentLoan('2025-12-30 09:00').take('reportLost', officer('2026-02-01 09:00')).take('giveUp', leader('2026-02-02 09:00'))
    expect(clocksInWords(slip.matter)).toMatchObject({ slip: 'due 2026-01-05, missed', search: 'due 2026-03-01, met' })
  })
})

describe('pausing', () => {
  const lent = lentLoan('2026-03-02 09:00')

  test('stops the count, keeps what remains, and moves the end by the days that do not count', () => {
    const paused = lent.take('sendToRepair', officer('2026-03-05 09:00'))
    expect(paused.clock('giveBack')).toMatchObject({ status: 'paused', due: { status: 'paused', remaining: { amount: 7, unit: 'calendar-day' } } })
    expect(dueOf(paused.take('receiveFromRepair', officer('2026-03-09 09:00')))).toBe('due 2026-03-16')
  })

  test('two pauses that overlap count once, and the clock runs again after the last', () => {
    const both = lent.take('sendToRepair', officer('2026-03-04 09:00')).take('announceStorm', leader('2026-03-06 09:00')).take('receiveFromRepair', officer('2026-03-08 09:00'))
    expect(both.clock('giveBack')).toMatchObject({ status: 'paused', due: { status: 'paused' } })
    expect(dueOf(both.take('endStorm', leader('2026-03-10 09:00')))).toBe('due 2026-03-18')
  })

  test('a pause within another adds nothing', () => {
    const inner = lent.take('sendToRepair', officer('2026-03-04 09:00')).take('announceStorm', leader('2026-03-05 09:00')).take('endStorm', leader('2026-03-07 09:00'))
    expect(inner.clock('giveBack').status).toBe('paused')
    expect(dueOf(inner.take('receiveFromRepair', officer('2026-03-10 09:00')))).toBe('due 2026-03-18')
  })

  test('the same pause asked for twice is one pause; ending none changes nothing', () => {
    const twice = lent.take('sendToRepair', officer('2026-03-04 09:00')).take('sendToRepair', officer('2026-03-05 09:00'))
    expect(twice.clock('giveBack').pauses).toEqual([{ from: '2026-03-04T01:00:00.000Z', step: 'sendToRepair' }])
    const none = lent.take('endStorm', leader('2026-03-04 09:00'))
    expect(none.events.filter((event) => event.type === 'clock-changed')).toEqual([])
  })

  test('a clock stopped during a pause is met', () => {
    expect(lent.take('sendToRepair', officer('2026-03-05 09:00')).take('takeBack', officer('2026-04-30 09:00')).clock('giveBack')).toMatchObject({ status: 'stopped', isMet: true })
  })

  test('a pause that begins after the end cures nothing', () => {
    const late = lent.take('sendToRepair', officer('2026-03-20 09:00')).take('receiveFromRepair', officer('2026-03-25 09:00'))
    expect(dueOf(late.take('takeBack', officer('2026-03-26 09:00')))).toBe('due 2026-03-12, missed')
  })
})

describe('extending', () => {
  const lent = lentLoan('2026-03-02 09:00')
  const reason = { reason: '仍在下大雨' }

  test('adds the limit of its own rule, with article and approver', () => {
    const extended = lent.take('extend', head('2026-03-10 09:00'), reason)
    expect(dueOf(extended)).toBe('due 2026-03-19')
    expect(extended.clock('giveBack').extensions).toEqual([{ by: { amount: 7, unit: 'calendar-day' }, step: 'extend', at: '2026-03-10T01:00:00.000Z', cite: { instrument: 'civil-code', article: '（虚构）loan.extension' }, actorName: 'section-head' }])
    expect(dueOf(extended.take('extend', head('2026-03-19 09:00'), reason))).toBe('due 2026-03-26')
  })

  test('is refused once used up, too late, unknown to the law of the day, or with no clock to extend', () => {
    const twice = lent.take('extend', head('2026-03-10 09:00'), reason).take('extend', head('2026-03-19 09:00'), reason)
    expect(twice.ask('extend', head('2026-03-20 09:00'), reason)).toMatchObject({ code: 'procedure.extension-used-up', says: '“归还期限”已延长2次（7日），依法不能再延长。' })
    expect(answerOf(lent.ask('extend', head('2026-03-13 00:00'), reason))).toBe('procedure.extension-too-late')
    expect(answerOf(lentLoan('2024-12-31 09:00').ask('extend', head('2025-01-02 09:00'), reason))).toBe('procedure.extension-not-in-law')
    expect(answerOf(lent.take('takeBack', officer('2026-03-05 09:00')).ask('extend', head('2026-03-05 10:00'), reason))).toBe('procedure.clock-not-running')
  })

  test('of a paused clock adds to what remains', () => {
    const paused = lent.take('sendToRepair', officer('2026-03-05 09:00')).take('extend', head('2026-03-20 09:00'), reason)
    expect(paused.clock('giveBack')).toMatchObject({ status: 'paused', due: { remaining: { amount: 14 } } })
  })
})

describe('starting anew', () => {
  test('ends the old period and begins a full one', () => {
    const exchanged = lentLoan('2026-03-02 09:00').take('exchange', officer('2026-03-06 09:00'))
    expect([dueOf(exchanged), dueOf(exchanged, 'giveBack', 2)]).toEqual(['due 2026-03-12, met', 'due 2026-03-16'])
  })

  test('a pause that lasts goes on in the new period', () => {
    const exchanged = lentLoan('2026-03-02 09:00').take('sendToRepair', officer('2026-03-04 09:00')).take('exchange', officer('2026-03-06 09:00'))
    expect(exchanged.clock('giveBack', 2)).toMatchObject({ status: 'paused', due: { remaining: { amount: 10, unit: 'calendar-day' } } })
    expect(dueOf(exchanged.take('receiveFromRepair', officer('2026-03-11 09:00')), 'giveBack', 2)).toBe('due 2026-03-21')
  })
})

describe('a year without a schedule', () => {
  const inspected = lentLoan('2026-12-18 09:00').take('takeBack', { at: '2026-12-28 09:00', by: 'citizen' })

  test('leaves the end open with a lower bound, by which the work is sorted', () => {
    expect(dueOf(inspected, 'inspection')).toBe('open until 2027 is published, not before 2027-01-02')
    expect(sortingInstantOf(inspected.clock('inspection').due)).toBe('2027-01-02T16:00:00.000Z')
    expect(dueOf(inspected.take('close', head('2026-12-30 09:00'), { damage: ['none'] }), 'inspection')).toBe('open until 2027 is published, not before 2027-01-02, met')
  })

  test('is derived anew when the schedule comes, and only where the end changes', () => {
    const year = { year: 2027, daysOff: ['2027-01-01', '2027-01-02', '2027-01-03'], workdays: [], statutoryHolidays: ['2027-01-01'], source: '虚构' }
    const context = { ...contextOf({ at: '2026-12-29 09:00' }), calendar: createWorkingCalendar([...holidaySchedules, year]) }
    const events = clocksRederived(inspected.matter, context)
    expect(events).toMatchObject([{ type: 'clock-changed', change: 're-derived', before: 'undetermined', clock: { kind: 'inspection', due: { dueOn: '2027-01-05' } } }])
    expect(clocksRederived(replay([...inspected.events, ...events]), context)).toEqual([])
  })
})

test('the clock that falls due first orders the work; paused and stopped clocks do not', () => {
  expect(nextClockOf(loan('2026-03-02 09:00').matter)?.clock.kind).toBe('answer')
  const old = lentLoan('2025-12-30 09:00')
  expect(nextClockOf(old.matter)?.clock.kind).toBe('slip')
  expect(nextClockOf(lentLoan('2026-03-02 09:00').take('sendToRepair', officer('2026-03-03 09:00')).matter)).toBeNull()
})

describe('an act that took place before it was entered', () => {
  const hung = (): Loan => lentLoan('2026-03-02 09:00').take('hang', { at: '2026-03-02 10:00' })
  const dry = (driedOn: string) => ({ driedOn, driers: ['li', 'wang'], parts: [{ part: '伞布' }] })

  test('stops the clock on its own day: in time although entered late', () => {
    // 5 working days from 2 March end on Monday 9 March.
    expect(hung().take('recordDry', { at: '2026-03-16 09:00' }, dry('2026-03-09')).clock('hanging')).toMatchObject({ status: 'stopped', stoppedAt: '2026-03-09T04:00:00.000Z', isMet: true })
    expect(hung().take('recordDry', { at: '2026-03-16 09:00' }, dry('2026-03-10')).clock('hanging')).toMatchObject({ isMet: false })
    expect(hung().take('recordDry', { at: '2026-03-04 09:00' }, dry('2026-03-04')).clock('hanging')).toMatchObject({ stoppedAt: '2026-03-04T01:00:00.000Z', isMet: true })
  })

  test('never before the clock began', () => {
    expect(hung().take('recordDry', { at: '2026-03-16 15:00' }, dry('2026-03-02')).clock('hanging').stoppedAt).toBe('2026-03-02T04:00:00.000Z')
  })

  test('neither in the future nor before the matter was received', () => {
    expect(hung().ask('recordDry', { at: '2026-03-04 09:00' }, dry('2026-03-05'))).toMatchObject({ kind: 'invalid-input', fields: [{ field: 'driedOn', says: '晾干日期不能晚于今天。' }] })
    expect(hung().ask('recordDry', { at: '2026-03-04 09:00' }, dry('2026-03-01'))).toMatchObject({ kind: 'invalid-input', fields: [{ field: 'driedOn', says: '晾干日期不能早于本件收到之日（2026年3月2日）。' }] })
  })
})
