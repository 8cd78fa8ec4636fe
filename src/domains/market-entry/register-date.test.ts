import { expect, test } from 'vitest'
import { parseRegisterDate } from './register-date.ts'

test.each([
  ['2021-03-05', '2021-03-05'], ['2021/3/5', '2021-03-05'], ['2021.3.5', '2021-03-05'], ['2021年3月5日', '2021-03-05'], ['20210305', '2021-03-05'],
  ['2021-03-05 00:00:00', '2021-03-05'], ['2021/3/5 8:30', '2021-03-05'], ['44260', '2021-03-05'], ['44260.5', '2021-03-05'],
])('%s', (text, on) => expect(parseRegisterDate(text)).toEqual({ value: on }))

test.each(['1900-01-01', '1900/1/1', '0', '1'])('%s means no date and says so', (text) => {
  expect(parseRegisterDate(text)).toEqual({ value: undefined, notice: expect.stringContaining('没有日期') })
})

test.each(['2021-02-30', '去年', '20211305', '150'])('%s is refused', (text) => expect(parseRegisterDate(text)).toHaveProperty('fault'))
