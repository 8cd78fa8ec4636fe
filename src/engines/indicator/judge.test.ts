import { describe, expect, it } from 'vitest'
import type { Figure, IndicatorKind } from './contract.ts'
import type { IndicatorDefinition } from './definition.ts'
import { judge } from './judge.ts'
import type { Evidence } from './judge.ts'
import { asOfDate, yearPeriod } from './reporting-period.ts'

const definition = (kind: IndicatorKind, more: Partial<IndicatorDefinition> = {}): IndicatorDefinition => ({
  id: 'x', number: 'x', name: '测试', unit: '%', attribute: 'expected', kind, direction: 'higher', measure: { by: 'none', awaits: '' }, targets: [],
  formula: '', numerator: '合格', denominator: '全部', period: '', exclusions: [], basis: '', planPlace: '', says: '', ...more,
})

const figure = (value: number | null, counts: readonly [number, number] | null = null, year = 2024): Figure => ({
  value, numerator: counts?.[0] ?? null, denominator: counts?.[1] ?? null, unit: '%', period: yearPeriod(year), asOf: '2024-12-31', definitionVersion: '', excluded: [], provenance: { kind: 'computed' },
})

const evidence = (kind: IndicatorKind, target: number, more: Partial<Evidence> & Readonly<{ figure: Figure }>): Evidence => ({
  definition: definition(kind), target: { year: 2025, value: target, source: '' }, asOf: asOfDate('2024-12-31', '2026-01-01T00:00:00.000Z'), year: 2024, years: [], shares: [], ...more,
})

const points = (...values: readonly number[]) => values.map((value, i) => ({ year: 2020 + i, value }))

describe('full coverage', () => {
  it('counts the open gaps and draws no trend', () => {
    const verdict = judge(evidence('full-coverage', 100, { figure: figure(99.6, [249, 250]), years: points(90, 95, 99, 99, 99.6) }))
    expect(verdict).toMatchObject({ status: 'open-gap', statusName: '缺口1', gap: 1, projection: null, interval: null, requiredPerYear: null, rule: 'open-gap-list' })
    expect(verdict.inputs).toContainEqual({ label: '缺口', value: '1' })
  })

  it('is reached only when nothing is open', () => {
    expect(judge(evidence('full-coverage', 100, { figure: figure(100, [250, 250]) }))).toMatchObject({ status: 'achieved', gap: 0 })
  })

  it('an empty denominator is no value, never a full or an empty one', () => {
    expect(judge(evidence('full-coverage', 100, { figure: figure(null, [0, 0]) }))).toMatchObject({ status: 'no-value', statusName: '暂无数据' })
  })
})

describe('rates', () => {
  it.each([
    // 200 · .985 = 197 exactly: the point reaches the target, the sample does not show it.
    [197, 200, 'insufficient-sample'], [199, 199, 'insufficient-sample'], [400, 400, 'achieved'], [2990, 3000, 'achieved'], [196, 200, 'insufficient-sample'],
  ])('%i of %i against 98.5: %s', (x, n, status) => {
    expect(judge(evidence('rate', 98.5, { figure: figure((x / n) * 100, [x, n]) })).status).toBe(status)
  })

  it('surely below, with a past: the linear ratio decides', () => {
    const of = (value: number, n: number) => judge(evidence('rate', 98.5, { figure: figure(value, [Math.round(n * value) / 100, n]), years: [...points(95.1, 95.9, 96.4, 97.0), { year: 2024, value }] }))
    expect(of(97.6, 20_000)).toMatchObject({ status: 'needs-acceleration', requiredPerYear: expect.closeTo(0.9, 6) as number })
    expect(of(97.6, 20_000).projection).toMatchObject({ year: 2025, value: expect.closeTo(98.2, 6) as number, low: expect.closeTo(97.86298, 4) as number })
    expect(of(97.9, 20_000).status).toBe('on-track')
    expect(of(95.5, 20_000).status).toBe('limited')
    expect(of(90, 20_000).status).toBe('deteriorating')
  })

  it('surely below, without a past or after the target’s year: not reached, no trend', () => {
    expect(judge(evidence('rate', 98.5, { figure: figure(90, [900, 1000]) }))).toMatchObject({ status: 'not-achieved', projection: null })
    const over = judge(evidence('rate', 98.5, {
      figure: figure(97, [9700, 10_000], 2025), year: 2025, asOf: asOfDate('2025-12-31', '2026-01-02T00:00:00.000Z'), years: points(95, 95.5, 96, 96.4, 96.8, 97),
    }))
    expect(over).toMatchObject({ status: 'not-achieved', projection: null, requiredPerYear: null })
  })

  it('98 of the text and 98.5 of the table are judged apart', () => {
    const same = figure(98.4, [98_400, 100_000])
    expect(judge(evidence('rate', 98, { figure: same })).status).toBe('achieved')
    expect(judge(evidence('rate', 98.5, { figure: same })).status).not.toBe('achieved')
  })

  it('a reported rate without counts has no interval and says so', () => {
    const verdict = judge(evidence('rate', 94, { figure: { ...figure(94.2), provenance: { kind: 'reported', source: '公告', reportedOn: '2024-12-30', recordedBy: '甲' } } }))
    expect(verdict).toMatchObject({ status: 'achieved', interval: null })
    expect(verdict.inputs.map(({ value }) => value).join()).toContain('未报送分子、分母')
  })
})

describe('stocks and scores', () => {
  it('progress made against progress needed', () => {
    const verdict = judge(evidence('stock', 12, { figure: figure(10), years: points(5, 6.2, 7.5, 8.8, 10), definition: definition('stock', { unit: '件' }) }))
    expect(verdict).toMatchObject({ status: 'needs-acceleration', requiredPerYear: 2, gap: 2 })
  })

  it('a first year alone is no trend', () => {
    expect(judge(evidence('score', 85, { figure: figure(80), years: [{ year: 2024, value: 80 }] }))).toMatchObject({ status: 'insufficient-sample', statusName: '年份不足，不作趋势判断', projection: null })
  })

  it('what shall fall to nothing', () => {
    const falling = definition('stock', { unit: '台', direction: 'lower' })
    expect(judge(evidence('stock', 0, { figure: figure(0), definition: falling })).status).toBe('achieved')
    expect(judge(evidence('stock', 0, { figure: figure(3), years: points(10, 9, 8, 6, 3), definition: falling })).status).toBe('needs-acceleration')
  })
})

describe('yearly flows', () => {
  const half = asOfDate('2024-06-30', '2026-01-01T00:00:00.000Z')
  it('by the share that had come in by the same day of past years, not by days', () => {
    const at = (value: number, shares: readonly number[]) => judge(evidence('yearly-flow', 8, { figure: figure(value), asOf: half, shares })).status
    expect(at(2.4, [0.3, 0.3, 0.35])).toBe('on-track')
    expect(at(2.4, [0.6, 0.5, 0.6])).toBe('limited')
    expect(at(2.4, [0.45, 0.45])).toBe('needs-acceleration')
    expect(at(8, [])).toBe('achieved')
  })

  it('without past years nothing is prorated; at the end of the year it is settled', () => {
    expect(judge(evidence('yearly-flow', 8, { figure: figure(4), asOf: half }))).toMatchObject({ status: 'insufficient-sample', statusName: '缺往年同期数' })
    expect(judge(evidence('yearly-flow', 8, { figure: figure(7.9) })).status).toBe('not-achieved')
    const untilAutumn = { ...figure(7.9), period: { from: '2024-01-01', until: '2024-09-30', label: '2024年前三季度' } }
    expect(judge(evidence('yearly-flow', 8, { figure: untilAutumn }))).toMatchObject({ status: 'insufficient-sample', statusName: '全年数尚未报送' })
  })
})

describe('rare events', () => {
  const deaths = definition('rare-event', { unit: '人/万台', multiplier: 10_000, direction: 'lower' })
  it('prints what the target allows and an exact interval; never a trend', () => {
    const none = judge(evidence('rare-event', 0.03, { definition: deaths, figure: figure(0, [0, 12_000]), years: points(0, 0, 0, 0, 0) }))
    expect(none).toMatchObject({ status: 'achieved', projection: null, interval: { low: 0, high: expect.closeTo(3.688879 / 1.2, 5) as number } })
    expect(none.inputs).toContainEqual({ label: '目标允许数', value: '0' })
    expect(judge(evidence('rare-event', 0.03, { definition: deaths, figure: figure(10_000 / 12_000, [1, 12_000]) }))).toMatchObject({ status: 'not-achieved', interval: { low: expect.closeTo(0.025318 / 1.2, 5) as number } })
  })
})
