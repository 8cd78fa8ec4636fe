import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../../kernel/refusal.ts'
import { GAINS_METHODS, GAINS_ROWS, reckonIllegalGains } from './reckon.ts'
import type { GainsMethod, GainsRow } from './reckon.ts'

const ON = '2026-06-01'
const income: GainsRow = { kind: 'income', name: '销售收入', amountInFen: 1_000_000, isDirect: true }
const purchase: GainsRow = { kind: 'purchase', name: '进货', amountInFen: 600_000, isDirect: true, isProven: true }
const tax: GainsRow = { kind: 'tax', name: '增值税', amountInFen: 30_000, isDirect: true, isProven: true, paidOn: '2026-05-10' }
const refund: GainsRow = { kind: 'refund', name: '退货款', amountInFen: 100_000, isProven: true }

const sheetOf = (method: GainsMethod, rows: readonly GainsRow[], on = ON) => {
  const sheet = reckonIllegalGains(method, rows, on)
  if (isRefusal(sheet)) throw new Error(sheet.says)
  return sheet
}

describe('income less lawful necessary spending', () => {
  test('purchases and taxes are deducted; refunds stay in the gains but are not confiscated', () => {
    const sheet = sheetOf('net', [income, purchase, tax, refund])
    expect(sheet).toMatchObject({ incomeInFen: 1_000_000, deductedInFen: 630_000, gainsInFen: 370_000, refundedInFen: 100_000, confiscatableInFen: 270_000 })
    expect(sheet.lines.map(({ cite: { article } }) => article)).toEqual(['第三条', '第五条', '第十条', '第十一条'])
  })

  test.each<readonly [string, GainsRow, string]>([
    ['spending that nobody proved in time', { ...purchase, isProven: false }, '第六条'], ['spending mixed with other spending', { ...purchase, isMixed: true }, '第六条'],
    ['spending not for production', { ...purchase, isDirect: false }, '第四条'], ['a tax on something else', { ...tax, isDirect: false }, '第十条'], ['a tax paid after the decision', { ...tax, paidOn: '2026-06-02' }, '第十条'],
  ])('%s is left out', (_why, row, article) => {
    const sheet = sheetOf('net', [income, row])
    expect(sheet.gainsInFen).toBe(1_000_000)
    expect(sheet.lines[1]).toMatchObject({ effect: 'left-out', cite: { article } })
  })

  test('money that the act did not bring is no gain; spending above it leaves nothing', () => {
    expect(sheetOf('net', [income, { ...income, isDirect: false }]).incomeInFen).toBe(1_000_000)
    expect(sheetOf('net', [income, { ...purchase, amountInFen: 2_000_000 }])).toMatchObject({ gainsInFen: 0, confiscatableInFen: 0 })
  })
})

describe('where the measures give no deduction', () => {
  test.each<readonly [GainsMethod, string]>([['price', '第七条'], ['pyramid', '第八条'], ['facilitation', '第九条']])('%s', (method, article) => {
    expect(reckonIllegalGains(method, [income, purchase], ON)).toMatchObject({ kind: 'refusal', code: 'gains.no-deduction', cite: { article } })
    expect(sheetOf(method, [income])).toMatchObject({ gainsInFen: 1_000_000 })
    expect(sheetOf(method, [income]).lines[0]?.cite.article).toBe(article)
  })

  test('the measures do not reach back, and a sheet without income is none', () => {
    expect(reckonIllegalGains('net', [income], '2026-03-19')).toMatchObject({ code: 'gains.not-in-force', cite: { article: '第十七条' } })
    expect(sheetOf('net', [income], '2026-03-20').gainsInFen).toBe(1_000_000)
    expect(reckonIllegalGains('net', [purchase], ON)).toMatchObject({ code: 'gains.no-income' })
  })
})

test('never negative, never more than the income, and what is confiscated never more than the gains', () => {
  const keys = <T extends string>(of: Readonly<Record<T, string>>): T[] => Object.keys(of) as T[]
  const row = fc.record({ kind: fc.constantFrom(...keys(GAINS_ROWS)), name: fc.constant('行'), amountInFen: fc.nat(10_000_000), isDirect: fc.boolean(), isProven: fc.boolean(), isMixed: fc.boolean(), paidOn: fc.constantFrom('2026-05-01', '2026-07-01') })
  fc.assert(fc.property(fc.constantFrom(...keys(GAINS_METHODS)), fc.array(row, { maxLength: 12 }), (method, rows) => {
    const sheet = reckonIllegalGains(method, rows, ON)
    if (isRefusal(sheet)) return
    expect(sheet.gainsInFen).toBeGreaterThanOrEqual(0)
    expect(sheet.gainsInFen).toBeLessThanOrEqual(sheet.incomeInFen)
    expect(sheet.confiscatableInFen).toBeLessThanOrEqual(sheet.gainsInFen)
    expect(sheet.lines).toHaveLength(rows.length)
    const total = sheet.lines.reduce((sum, { row: { amountInFen = 0 }, effect }) => sum + (effect === 'left-out' ? 0 : amountInFen), 0)
    expect(total).toBe(sheet.incomeInFen + sheet.deductedInFen + sheet.refundedInFen)
  }))
})
