import { expect, test } from 'vitest'
import type { ClockView } from '../../../src/engines/procedure/contract.ts'
import { firstDue } from './first-due.ts'

type Clock = Pick<ClockView, 'due' | 'status'>
const ends = (dueAt: string): ClockView['due'] => ({ status: 'determined', dueAt, dueOn: dueAt.slice(0, 10), targetOn: dueAt.slice(0, 10) })
const early: Clock = { status: 'running', due: ends('2026-11-24T00:00:00.000Z') }
const late: Clock = { status: 'running', due: ends('2026-12-24T00:00:00.000Z') }
const paused: Clock = { status: 'paused', due: { status: 'paused', remaining: { amount: 3, unit: 'working-day' }, since: '2026-11-01T00:00:00.000Z' } }

test('the open clock that ends first presses, a stopped one never', () => {
  expect(firstDue([paused, late, early])).toBe(early)
  expect(firstDue([late, { ...early, status: 'stopped' }])).toBe(late)
  expect(firstDue([paused])).toBe(paused)
  expect(firstDue([])).toBeNull()
})
