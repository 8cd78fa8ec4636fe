import type { Figure, IndicatorStatus, Judgement, Target } from './contract.ts'
import { multiplierOf } from './definition.ts'
import type { IndicatorDefinition } from './definition.ts'
import type { AsOf } from './reporting-period.ts'
import { growthProgress, leastSquaresPrediction, linearProgress, poissonInterval, requiredPerYear, theilSen, wilsonInterval } from './statistics.ts'
import type { YearValue } from './statistics.ts'
import { numberText } from './number-text.ts'

export type Evidence = Readonly<{
  definition: IndicatorDefinition
  figure: Figure
  target: Target | null
  asOf: AsOf
  year: number
  /** Known values of whole years up to the figure's, oldest first, with the base year when it was reported. */
  years: readonly YearValue[]
  /** For yearly flows: which share of each past year's total had come in by the same day of the year. */
  shares: readonly number[]
}>

const STATUS_NAMES: Readonly<Record<IndicatorStatus, string>> = {
  'achieved': '达标', 'not-achieved': '未达标', 'on-track': '进度正常', 'needs-acceleration': '需加快', 'limited': '进展有限', 'deteriorating': '倒退', 'open-gap': '存在缺口',
  'insufficient-sample': '样本不足以判断', 'no-value': '暂无数据',
}

type Verdict = Omit<Judgement, 'statusName' | 'requiredPerYear' | 'gap'> & Readonly<{ statusName?: string; gap?: number | null }>
type Known = Evidence & Readonly<{ value: number; aim: Target }>

/** Judges a figure by the rule of its kind and says which rule and what went in. */
export function judge(evidence: Evidence): Judgement {
  const { figure: { value }, target, year } = evidence
  if (value === null) return completed(NO_VALUE, null, null)
  if (target === null) return completed({ ...NO_TARGET, inputs: [input('数值', value)] }, null, null)
  const known: Known = { ...evidence, value, aim: target }
  const verdict = verdictOf(known)
  const gap = isMet(known) ? 0 : Math.abs(target.value - value)
  const isTrending = evidence.definition.kind !== 'full-coverage' && evidence.definition.kind !== 'rare-event' && evidence.definition.kind !== 'yearly-flow'
  return completed(verdict, isTrending && gap !== 0 ? requiredPerYear({ year, value }, target) : null, gap)
}

const NO_VALUE: Verdict = { status: 'no-value', rule: 'no-value', ruleName: '没有数据，不作判断', inputs: [], interval: null, projection: null }
const NO_TARGET: Verdict = { status: 'insufficient-sample', statusName: '规划未定数值目标', rule: 'no-target', ruleName: '规划未定数值，不作判断', inputs: [], interval: null, projection: null }

function completed(verdict: Verdict, perYear: number | null, gap: number | null): Judgement {
  return { ...verdict, statusName: verdict.statusName ?? STATUS_NAMES[verdict.status], requiredPerYear: perYear, gap: verdict.gap === undefined ? gap : verdict.gap }
}

const input = (label: string, value: number | string): Readonly<{ label: string; value: string }> => ({ label, value: typeof value === 'number' ? numberText(value) : value })

function verdictOf(known: Known): Verdict {
  switch (known.definition.kind) {
    case 'full-coverage': return judgeFullCoverage(known)
    case 'rate': return judgeRate(known)
    case 'stock': case 'score': return judgeStock(known)
    case 'yearly-flow': return judgeYearlyFlow(known)
    case 'rare-event': return judgeRareEvent(known)
  }
}

/** By counts where there are any: 197 of 200 is 98.5 %, whatever the floating point says. */
function isMet({ definition, figure, value, aim }: Known): boolean {
  const { numerator, denominator } = figure
  const tolerance = 1e-9 * Math.max(1, Math.abs(aim.value))
  const reached = numerator !== null && denominator !== null && denominator > 0 && definition.kind !== 'stock' && definition.kind !== 'score' && figure.provenance.kind === 'computed'
    ? numerator * multiplierOf(definition) - aim.value * denominator : value - aim.value
  return definition.direction === 'higher' ? reached >= -tolerance : reached <= tolerance
}

const countsOf = ({ figure: { numerator, denominator } }: Known): Readonly<{ x: number; n: number }> | null =>
  (numerator === null || denominator === null || denominator <= 0 || numerator > denominator ? null : { x: numerator, n: denominator })

const countInputs = ({ definition, figure: { numerator, denominator } }: Known): Judgement['inputs'] => [
  ...(numerator === null ? [] : [input(`分子（${definition.numerator}）`, numerator)]), ...(denominator === null ? [] : [input(`分母（${definition.denominator ?? ''}）`, denominator)]),
]

const RULES = {
  fullCoverage: { rule: 'open-gap-list', ruleName: '全覆盖类：逐件列出缺口，不看趋势' },
  rate: { rule: 'wilson-linear', ruleName: '比率类：威尔逊95%区间定是否达标，未达标看线性进度（0.95、0.60、0）' },
  stock: { rule: 'linear-progress', ruleName: '存量类：已进展与应进展之比（0.95、0.60、0）' },
  growth: { rule: 'growth-progress', ruleName: '存量类：实际年均增速与所需年均增速之比（0.95、0.60、0）' },
  flow: { rule: 'plan-calendar', ruleName: '年度累计类：按往年同日累计占全年的比例折算应完成数，不按天数平摊' },
  rare: { rule: 'rare-event', ruleName: '小概率事件：比较实际数与目标允许数，附泊松精确95%区间，不看趋势' },
} as const

function judgeFullCoverage(known: Known): Verdict {
  const counts = countsOf(known)
  const open = counts === null ? null : counts.n - counts.x
  const done = isMet(known)
  return {
    ...RULES.fullCoverage, status: done ? 'achieved' : 'open-gap', ...(done || open === null ? {} : { statusName: `缺口${numberText(open)}` }), interval: null, projection: null,
    inputs: [...countInputs(known), ...(open === null ? [] : [input('缺口', open)]), input('目标', known.aim.value)], gap: done ? 0 : open ?? known.aim.value - known.value,
  }
}

function judgeRate(known: Known): Verdict {
  const counts = countsOf(known)
  const aim = known.aim.value
  const scale = multiplierOf(known.definition)
  const interval = counts === null ? null : scaled(wilsonInterval(counts.x, counts.n), scale, '威尔逊95%区间')
  const inputs = [...countInputs(known), input('目标', aim), ...(counts === null ? [input('区间', '未报送分子、分母，不作区间')] : [])]
  const frame = { ...RULES.rate, interval, inputs }
  const isHigher = known.definition.direction === 'higher'
  const surely = interval === null ? isMet(known) : isHigher ? interval.low >= aim : interval.high <= aim
  const surelyNot = interval === null ? !isMet(known) : isHigher ? interval.high < aim : interval.low > aim
  if (surely) return { ...frame, status: 'achieved', projection: projectionOf(known) }
  if (!surelyNot) return { ...frame, status: 'insufficient-sample', projection: projectionOf(known) }
  return { ...frame, ...trendOf(known, 'not-achieved', inputs) }
}

function judgeStock(known: Known): Verdict {
  const inputs = [input('数值', known.value), input('目标', known.aim.value)]
  const frame = { ...(known.definition.trend === 'growth' ? RULES.growth : RULES.stock), interval: null, inputs }
  if (isMet(known)) return { ...frame, status: 'achieved', projection: projectionOf(known) }
  return { ...frame, ...trendOf(known, null, inputs) }
}

/** Where the target's year is over there is nothing left to forecast; without an earlier year there is no trend. */
function trendOf(known: Known, otherwise: IndicatorStatus | null, inputs: Judgement['inputs']): Pick<Verdict, 'status' | 'projection' | 'inputs'> & Readonly<{ statusName?: string }> {
  const { aim, year, value, asOf } = known
  if (year > aim.year || (year === aim.year && asOf.on >= `${year}-12-31`)) return { status: 'not-achieved', projection: null, inputs }
  const base = known.years.find((point) => point.year < year)
  const ratio = base === undefined ? null : ratioOf(known, base)
  if (base === undefined || ratio === null) {
    return otherwise === null ? { status: 'insufficient-sample', statusName: '年份不足，不作趋势判断', projection: null, inputs } : { status: otherwise, projection: null, inputs }
  }
  return {
    status: statusOfRatio(ratio), projection: projectionOf(known),
    inputs: [...inputs, input('基期', `${base.year}年 ${numberText(base.value)}`), input('现期', `${year}年 ${numberText(value)}`), input('进度比', ratio)],
  }
}

function ratioOf({ definition, aim, year, value }: Known, base: YearValue): number | null {
  const progress = { base, current: { year, value }, target: { year: aim.year, value: aim.value } }
  // A base already beyond the target needs no progress: falling back from it is deterioration.
  if (definition.direction === 'higher' ? base.value >= aim.value : base.value <= aim.value) return value === base.value ? 0 : -1
  return definition.trend === 'growth' ? growthProgress(progress, definition.direction === 'higher' ? 1 : -1) : linearProgress(progress)
}

function statusOfRatio(ratio: number): IndicatorStatus {
  if (ratio >= 0.95) return 'on-track'
  if (ratio >= 0.6) return 'needs-acceleration'
  return ratio >= 0 ? 'limited' : 'deteriorating'
}

function projectionOf({ definition, years, year, aim }: Known): Judgement['projection'] {
  if (years.length < 3 || year >= aim.year) return null
  const line = theilSen(years)
  const value = line.slope * aim.year + line.intercept
  const { low, high } = leastSquaresPrediction(years, aim.year)
  const bounded = (each: number): number => (definition.unit === '%' ? Math.min(100, Math.max(0, each)) : Math.max(0, each))
  return {
    year: aim.year, value: bounded(value), low: bounded(Math.min(low, value)), high: bounded(Math.max(high, value)),
    method: `泰尔–森中位斜率外推（${years.length}年），带为最小二乘95%预测区间`,
  }
}

function judgeYearlyFlow(known: Known): Verdict {
  const { aim, value, shares, asOf, year, figure } = known
  const inputs = [...countInputs(known), input('本年累计', value), input('年度目标', aim.value)]
  const frame = { ...RULES.flow, interval: null, projection: null }
  if (isMet(known)) return { ...frame, status: 'achieved', inputs }
  const yearEnd = `${year}-12-31`
  // A year whose last months are not reported yet is not a year that missed its target.
  if (asOf.on >= yearEnd && figure.period.until < yearEnd) return { ...frame, status: 'insufficient-sample', statusName: '全年数尚未报送', inputs: [...inputs, input('已报送至', figure.period.until)] }
  if (asOf.on >= yearEnd) return { ...frame, status: 'not-achieved', inputs }
  if (shares.length === 0) return { ...frame, status: 'insufficient-sample', statusName: '缺往年同期数', inputs }
  const share = shares.toSorted((a, b) => a - b)[Math.floor((shares.length - 1) / 2)] ?? 1
  const due = aim.value * share
  return {
    ...frame, status: due === 0 ? 'on-track' : statusOfRatio(value / due),
    inputs: [...inputs, input('往年同日累计占比', share), input('至今应完成', due), ...(due === 0 ? [] : [input('进度比', value / due)])],
  }
}

function judgeRareEvent(known: Known): Verdict {
  const { figure: { numerator, denominator }, aim, definition } = known
  const scale = multiplierOf(definition)
  const frame = { ...RULES.rare, projection: null }
  if (numerator === null || denominator === null || denominator <= 0) {
    return { ...frame, status: isMet(known) ? 'achieved' : 'not-achieved', interval: null, inputs: [input('数值', known.value), input('目标', aim.value), input('区间', '未报送确切人数、台数，不作区间')] }
  }
  const allowed = Math.floor((aim.value * denominator) / scale + 1e-9)
  return {
    ...frame, status: numerator <= allowed ? 'achieved' : 'not-achieved', interval: scaled(poissonInterval(numerator), scale / denominator, '泊松精确95%区间'),
    inputs: [...countInputs(known), input('目标', aim.value), input('目标允许数', allowed)],
  }
}

function scaled({ low, high }: Readonly<{ low: number; high: number }>, by: number, method: string): Judgement['interval'] {
  return { low: low * by, high: high * by, method }
}
