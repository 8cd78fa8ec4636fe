import { expect, test } from 'vitest'
import { parseMoment } from './import-moment.ts'

test.each([
  ['2026-09-24 10:30', '2026-09-24T02:30:00.000Z'], ['2026/9/24 10:30:15', '2026-09-24T02:30:15.000Z'], ['2026年9月24日10时30分', '2026-09-24T02:30:00.000Z'],
  ['46289.4375', '2026-09-24T02:30:00.000Z'], ['2026-09-24T08:00', '2026-09-24T00:00:00.000Z'],
])('%s', (text, value) => expect(parseMoment(text)).toEqual({ value }))

test('a date alone is its first moment, and says so', () => {
  expect(parseMoment('2026-09-24')).toEqual({ value: '2026-09-23T16:00:00.000Z', notice: '接收时间没有时刻，按当日零时起算' })
})

test.each(['明天', '2026-13-40 10:00', '2026-09-24 25:00'])('%s is named as no time', (text) => expect(parseMoment(text)).toHaveProperty('fault'))
