import { formatDate } from '../../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import type { Citation } from '../../../kernel/citation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'

const gains = (article: string): Citation => cite('illegal-gains-measures', article)

/** From this day order 118 governs; order 37 of 2008 before it was not read. */
const GAINS_MEASURES_FROM = '2026-03-20'

/** How the gains of an act are reckoned (measures, Art 4 and 7 to 9, 14). */
export const GAINS_METHODS = {
  'net': '取得的款项减去合法必要支出', 'price': '多收或者少付的价款（价格违法行为）', 'pyramid': '全部收入（拉人头、骗取入门费式传销）', 'facilitation': '全部收入（为违法行为提供便利条件）', 'part': '仅就能够确定的部分认定',
} as const

/** What a row is (measures, Art 3 to 5, 10, 11). */
export const GAINS_ROWS = {
  'income': '实施违法行为取得的款项', 'purchase': '原材料、商品购进价款', 'other-cost': '当事人申请扣除的其他合法必要支出', 'tax': '处罚前依法缴纳的直接相关税款', 'refund': '已经依法退赔的款项',
} as const

export type GainsMethod = keyof typeof GAINS_METHODS

/** A row as entered; amounts in fen. `isProven`: by complete papers within the time set; `isMixed`: cannot be told from other spending. */
export type GainsRow = Readonly<{ kind?: keyof typeof GAINS_ROWS; name?: string; amountInFen?: number; isDirect?: boolean; isProven?: boolean; isMixed?: boolean; paidOn?: CalendarDate }>

export type GainsLine = Readonly<{ row: GainsRow; effect: 'counted' | 'deducted' | 'left-out' | 'not-confiscated'; cite: Citation; says: string }>

export type GainsSheet = Readonly<{ incomeInFen: number; deductedInFen: number; gainsInFen: number; refundedInFen: number; confiscatableInFen: number; lines: readonly GainsLine[] }>

const WHOLE_INCOME: Readonly<Partial<Record<GainsMethod, Citation>>> = { price: gains('第七条'), pyramid: gains('第八条'), facilitation: gains('第九条') }

/**
 * Illegal gains in fen, with the article for each row (order 118). A refusal where the measures give no deduction, or do not govern that day.
 * Refunds stay in the gains but are not confiscated (Art 11). Taxes may be deducted under every method: Art 10 speaks of all gains.
 */
export function reckonIllegalGains(method: GainsMethod, rows: readonly GainsRow[], on: CalendarDate): GainsSheet | Refusal {
  if (on < GAINS_MEASURES_FROM) {
    return refuse({ code: 'gains.not-in-force', cite: gains('第十七条'), says: `《市场监督管理行政处罚案件违法所得认定办法》自${formatDate(GAINS_MEASURES_FROM)}起施行，此前的认定不适用本计算表。`, do: '请按当时的规定认定，在调查终结报告中说明。' })
  }
  const whole = WHOLE_INCOME[method]
  const cost = rows.findIndex(({ kind }) => kind === 'purchase' || kind === 'other-cost')
  if (whole !== undefined && cost >= 0) {
    return refuse({ code: 'gains.no-deduction', cite: whole, says: `第${cost + 1}行“${rows[cost]?.name ?? ''}”不能扣除：这类违法所得${method === 'price' ? '按照多收或者少付的价款' : '按照全部收入'}计算。`, do: '请删除该行，或者核对计算方法。' })
  }
  if (!rows.some(({ kind }) => kind === 'income')) return refuse({ code: 'gains.no-income', cite: gains('第三条'), says: '没有登记实施违法行为取得的款项。', do: '请登记取得的款项；没有违法所得或者数额无法查清的，不填本表，在调查终结报告中说明。' })
  const lines = rows.map((row) => lineOf(row, { on, income: whole ?? gains('第三条') }))
  const sum = (effect: GainsLine['effect']): number => lines.reduce((total, line) => total + (line.effect === effect ? line.row.amountInFen ?? 0 : 0), 0)
  const [incomeInFen, deductedInFen, refundedInFen] = [sum('counted'), sum('deducted'), sum('not-confiscated')]
  const gainsInFen = Math.max(0, incomeInFen - deductedInFen)
  return { incomeInFen, deductedInFen, gainsInFen, refundedInFen, confiscatableInFen: Math.max(0, gainsInFen - refundedInFen), lines }
}

function lineOf(row: GainsRow, { on, income }: Readonly<{ on: CalendarDate; income: Citation }>): GainsLine {
  const leftOut = (article: string, says: string): GainsLine => ({ row, effect: 'left-out', cite: gains(article), says })
  switch (row.kind) {
    case 'income': return row.isDirect === true ? { row, effect: 'counted', cite: income, says: '计入' } : leftOut('第三条', '与违法行为没有直接关系，不计入')
    case 'refund': return row.isProven === true ? { row, effect: 'not-confiscated', cite: gains('第十一条'), says: '计入违法所得，不予没收' } : leftOut('第十一条', '没有证据证实已经退赔，不作扣减')
    case 'purchase': case 'other-cost': case 'tax': case undefined: break
  }
  if (row.isProven !== true) return leftOut('第六条', '未在指定期限内提供足够证据，不予扣除')
  if (row.isMixed === true) return leftOut('第六条', '与其他支出混同且难以区分，不予扣除')
  if (row.isDirect !== true) return leftOut(row.kind === 'tax' ? '第十条' : '第四条', row.kind === 'tax' ? '不是直接相关的税款，不予扣除' : '没有直接用于生产经营活动，不予扣除')
  if (row.kind === 'tax' && (row.paidOn === undefined || row.paidOn > on)) return leftOut('第十条', '处罚前没有缴纳，不予扣除')
  return { row, effect: 'deducted', cite: gains(row.kind === 'tax' ? '第十条' : '第五条'), says: '扣除' }
}
