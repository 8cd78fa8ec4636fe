import { expect, test } from 'vitest'
import { daySpans, parseDays } from './day-lists.ts'

test('days and spans are read', () => {
  expect(parseDays('2027-01-01 至 2027-01-03\n2027-04-05，2027-05-01~2027-05-02')).toEqual({
    ok: true, days: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-04-05', '2027-05-01', '2027-05-02'],
  })
  expect(parseDays(' ')).toEqual({ ok: true, days: [] })
})

test.each(['2027-02-30', '2027-1-1', '2027-02-11 至 2027-02-05', '2027-01-01 至 2027-12-31', '春节'])('%s is refused by name', (text) => {
  expect(parseDays(text)).toMatchObject({ ok: false, says: expect.stringContaining(text) })
})

test('days are shown as spans', () => {
  expect(daySpans(['2026-10-01', '2026-10-02', '2026-10-03', '2026-01-31', '2026-02-01', '2026-04-05'])).toEqual(['1月31日至2月1日', '4月5日', '10月1日至3日'])
})
