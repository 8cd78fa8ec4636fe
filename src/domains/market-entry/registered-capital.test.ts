import { expect, test } from 'vitest'
import { formatCapital, parseRegisteredCapital } from './registered-capital.ts'

test.each([
  ['1,200(万元人民币)', '注册资本', 1_200_000_000, 'CNY'],
  ['50万', '注册资本', 50_000_000, 'CNY'],
  ['100.5万美元', '注册资本', 100_500_000, 'USD'],
  ['50', '注册资本（万元）', 50_000_000, 'CNY'],
  ['12.345678', '注册资本(万元)', 12_345_678, 'CNY'],
  ['3000元', '注册资本', 300_000, 'CNY'],
  ['人民币伍', '注册资本', undefined, undefined],
  ['2亿元', '注册资本', 20_000_000_000, 'CNY'],
  ['８００万元', '注册资本', 800_000_000, 'CNY'],
  ['500万元港币', '注册资本', 500_000_000, 'HKD'],
])('%s under %s', (text, header, fen, currency) => {
  const parsed = parseRegisteredCapital(text, header)
  if (fen === undefined) expect(parsed).toHaveProperty('fault')
  else expect(parsed).toEqual({ value: { fen, currency } })
})

test('a number without a unit is not guessed', () => {
  expect(parseRegisteredCapital('50', '注册资本')).toEqual({ value: undefined, notice: expect.stringContaining('未注明单位') })
})

test('words that are no unit are named', () => {
  expect(parseRegisteredCapital('50头牛', '出资额')).toEqual({ fault: expect.stringContaining('头牛') })
})

test('capital reads in the usual words', () => {
  expect(formatCapital(1_200_000_000, 'CNY')).toBe('1,200万元人民币')
  expect(formatCapital(100_500_000, 'USD')).toBe('1,005,000美元')
  expect(formatCapital(300_000, 'CNY')).toBe('3,000元人民币')
})
