import { expect, test } from 'vitest'
import { dateTyped, minuteTyped } from './typed-date.ts'

test.each(['2026-05-01', '2026-5-1', '2026/5/1', '2026.05.1', '2026年5月1日', '20260501', ' 2026-05-01 '])('%s is a date', (text) => {
  expect(dateTyped(text)).toBe('2026-05-01')
})

test.each(['', '2026-02-30', '2026-13-01', '5月1日', '明天', '260501'])('“%s” is no date', (text) => {
  expect(dateTyped(text)).toBeUndefined()
})

test.each(['2026-05-01 09:05', '2026-5-1 9:05', '2026-05-01T09:05', '2026年5月1日9时05分', '2026年5月1日 9：5', '20260501 9:05'])('%s is a minute', (text) => {
  expect(minuteTyped(text)).toBe('2026-05-01T09:05')
})

test.each(['2026-05-01', '2026-05-01 24:00', '2026-05-01 9', '2026-02-30 09:05'])('“%s” is no minute', (text) => {
  expect(minuteTyped(text)).toBeUndefined()
})
