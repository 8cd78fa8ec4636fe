import { expect, test } from 'vitest'
import { YEARS_OF_FORMS, YEARS_OF_QUESTIONS, findDayOutOfRange } from './storable-text.ts'

test('days and instants out of the range are found where they stand; other text is left alone', () => {
  expect(findDayOutOfRange({ a: ['2026-05-01', '0001-01-01T00:00:00Z'] }, YEARS_OF_FORMS)).toEqual(['a', '1'])
  expect(findDayOutOfRange({ until: '9999-12-31', said: '0001-01-01 前后的事' }, YEARS_OF_FORMS)).toBeNull()
  expect(findDayOutOfRange({ after: '0000-01-01T00:00:00.000Z~0199' }, YEARS_OF_QUESTIONS)).toEqual(['after'])
  expect(findDayOutOfRange({ from: '1899-12-31' }, YEARS_OF_QUESTIONS)).toEqual(['from'])
  expect(findDayOutOfRange({ from: '1900-01-01', until: '2199-12-31', limit: 5, q: null }, YEARS_OF_QUESTIONS)).toBeNull()
})
