import { expect, test } from 'vitest'
import { cite } from '../../kernel/citation.ts'
import { clocksInWords, tellExample } from './example.ts'
import { procedureUnder } from './definition.ts'
import type { Law } from './definition.ts'
import { calendarDate } from './facts.ts'
import { calendar } from './fixtures/umbrella-loan.ts'
import { nextClockOf } from './matter.ts'
import { isOverdue } from './view-words.ts'

const basis = cite('civil-code', '第一条')
const law: Law<'swim.rest' | 'swim.stay'> = {
  limitOn: (rule) => ({ period: { amount: rule === 'swim.rest' ? 5 : 1, unit: rule === 'swim.rest' ? 'calendar-day' : 'month' }, roll: 'none', hourStart: 'moment', cite: basis, isVerified: true }),
  valueOn: () => null,
}

/** Rest until a stated day, then five days to pass, then a month that counts from the end of those. */
const swimming = procedureUnder<'swim.rest' | 'swim.stay'>()({
  id: 'swimming', name: '游泳', numberPrefix: '泳', instruments: ['civil-code'], facts: { restUntilOn: calendarDate('休息至') }, parties: {},
  opening: { name: '登记', by: ['intake-officer'], basis, requires: [] }, states: { swimming: '游泳', out: '上岸' }, opensIn: 'swimming', finalStates: ['out'], outcomes: { out: '上岸' },
  steps: {
    rest: { name: '休息', from: 'swimming', to: 'same', by: ['case-officer'], basis, requires: ['restUntilOn'] },
    wait: { name: '等候', from: 'swimming', to: 'same', by: ['case-officer'], basis },
    endWaiting: { name: '等候期满', from: 'swimming', to: 'same', by: ['machine'], basis },
    leave: { name: '上岸', from: 'swimming', to: 'out', by: ['case-officer'], basis, closes: 'out' },
  },
  clocks: {
    rest: { name: '休息期限', kind: 'statutory', rule: 'swim.stay', until: 'restUntilOn', startsOn: ['rest'], stopsOn: ['leave'], dueStep: 'leave' },
    waiting: { name: '等候期', kind: 'statutory', rule: 'swim.rest', isWaiting: true, startsOn: ['wait'], stopsOn: ['endWaiting', 'leave'], dueStep: 'leave', expiresInto: 'endWaiting' },
    stay: { name: '停留期限', kind: 'statutory', rule: 'swim.stay', startsOn: ['endWaiting'], stopsOn: ['leave'], dueStep: 'leave' },
  },
})

const tell = (steps: Parameters<typeof tellExample>[1]['steps']) => tellExample(swimming, { name: '例', receivedAt: '2026-06-01 09:00', facts: {}, steps, ends: { state: '', clocks: {} } }, { law, calendar })

test('a limit that a decision states ends on that very day', () => {
  const { matter } = tell([{ step: 'rest', at: '2026-06-02 09:00', by: 'case-officer', input: { restUntilOn: '2026-06-21' } }])
  expect(clocksInWords(matter)).toEqual({ rest: 'due 2026-06-21' })
})

test('a stated day that does not lie ahead begins no limit', () => {
  expect(clocksInWords(tell([{ step: 'rest', at: '2026-06-02 09:00', by: 'case-officer', input: { restUntilOn: '2026-06-02' } }]).matter)).toEqual({})
})

test('what runs out did so on its last day, whenever the machine saw it; a waiting time is not missed', () => {
  const { matter, answers } = tell([{ step: 'wait', at: '2026-06-02 09:00', by: 'case-officer' }, { step: 'endWaiting', at: '2026-06-10 03:00', by: 'machine' }])
  expect(answers).toEqual(['taken', 'taken'])
  expect(clocksInWords(matter)).toEqual({ waiting: 'due 2026-06-07, met', stay: 'due 2026-07-07' })
})

test('a waiting time that is no longer needed ends without fault, before or after its last day', () => {
  for (const at of ['2026-06-04 09:00', '2026-06-20 09:00']) expect(clocksInWords(tell([{ step: 'wait', at: '2026-06-02 09:00', by: 'case-officer' }, { step: 'leave', at, by: 'case-officer' }]).matter)).toEqual({ waiting: 'due 2026-06-07, met' })
})

test('what the bureau must keep comes before a time that only has to pass, which is never overdue', () => {
  const wait = { step: 'wait', at: '2026-06-02 09:00', by: 'case-officer' } as const
  const both = tell([wait, { step: 'rest', at: '2026-06-02 09:00', by: 'case-officer', input: { restUntilOn: '2026-06-21' } }]).matter
  expect(nextClockOf(both)?.clock.kind).toBe('rest')
  const alone = nextClockOf(tell([wait]).matter)?.clock
  if (alone === undefined) throw new Error('the wait runs')
  expect(isOverdue(alone, '2026-07-01T00:00:00.000Z')).toBe(false)
  expect(isOverdue({ ...alone, isWaiting: false }, '2026-07-01T00:00:00.000Z')).toBe(true)
})
