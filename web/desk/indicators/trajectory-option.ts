import type { IndicatorPage } from '../../../src/engines/indicator/contract.ts'
import { palette } from '../../kit/palette.ts'
import { numberText, valueText } from './figure-text.ts'

export type Grain = 'year' | 'quarter' | 'month'
type Cell = number | null
/** What the chart draws, slot by slot along `labels`. `low` and `spread` are the forecast band. */
export type Trajectory = Readonly<{ labels: readonly string[]; actual: readonly Cell[]; required: readonly Cell[]; forecast: readonly Cell[]; low: readonly Cell[]; spread: readonly Cell[]; target: number | null; unfinished: number | null }>

/** Lays the series, the required path and the forecast of a page on one axis; paths and forecasts are yearly only. */
export function trajectoryOf({ series, requiredPath, tile }: Pick<IndicatorPage, 'series' | 'requiredPath' | 'tile'>, grain: Grain): Trajectory {
  const target = tile.target?.value ?? null
  if (grain !== 'year') {
    const none = series.map(() => null)
    return { labels: series.map(({ period }) => shortLabel(period, grain)), actual: series.map(({ figure }) => figure.value), required: none, forecast: none, low: none, spread: none, target, unfinished: unfinishedOf(series, series.length) }
  }
  const { projection } = tile.judgement
  const known = new Map(series.map(({ period, figure }) => [Number(period.from.slice(0, 4)), figure.value]))
  const path = new Map(requiredPath.map(({ year, value }) => [year, value]))
  const ends = [...known.keys(), ...path.keys(), ...(projection === null ? [] : [projection.year])]
  const first = Math.min(...ends)
  const years = ends.length === 0 ? [] : Array.from({ length: Math.max(...ends) - first + 1 }, (_, index) => first + index)
  const last = [...known].findLast(([, value]) => value !== null)
  const along = (end: number | null) => (year: number): Cell => {
    const [from, value] = last ?? [year, null]
    if (projection === null || end === null || value === null || year < from || year > projection.year) return null
    return value + ((end - value) * (year - from)) / Math.max(1, projection.year - from)
  }
  const low = years.map(along(projection?.low ?? null))
  const high = years.map(along(projection?.high ?? null))
  return {
    labels: years.map(year => `${year}年`), actual: years.map(year => known.get(year) ?? null), required: years.map(year => path.get(year) ?? null),
    forecast: years.map(along(projection?.value ?? null)), low, spread: high.map((top, index) => (top === null ? null : top - (low[index] ?? top))), target,
    unfinished: unfinishedOf(series, years.length),
  }
}

/** '1月', '1季度', '2025年'. */
function shortLabel({ from }: Readonly<{ from: string }>, grain: Grain): string {
  const month = Number(from.slice(5, 7))
  return grain === 'month' ? `${month}月` : `${Math.ceil(month / 3)}季度`
}

/** The slot of a period that was not over on the date asked for; its label says so. */
function unfinishedOf(series: IndicatorPage['series'], slots: number): number | null {
  const index = series.findIndex(({ period, figure }) => figure.asOf < period.until)
  return index === -1 || index >= slots ? null : index
}

/** The drawing of a trajectory: direct labels and no tooltip; lines differ in style as well as in colour. */
export function chartOption(trajectory: Trajectory, unit: string) {
  const { labels, actual, required, forecast, low, spread, target, unfinished } = trajectory
  const halo = { textBorderColor: palette.paper, textBorderWidth: 3 }
  const forecastEnd = forecast.findLast(value => value !== null) ?? null
  const line = (data: readonly Cell[]) => ({ type: 'line' as const, data: data.map(value => value ?? '-'), connectNulls: false, silent: true })
  return {
    animation: false, textStyle: { fontFamily: 'inherit', color: palette.ink },
    grid: { left: 56, right: 96, top: 28, bottom: 30 },
    xAxis: { type: 'category' as const, data: labels.map((label, index) => (index === unfinished ? `${label}（未完）` : label)), axisTick: { show: false }, axisLine: { lineStyle: { color: palette.lineField } }, axisLabel: { color: palette.muted } },
    yAxis: { type: 'value' as const, scale: true, name: unit, nameTextStyle: { color: palette.muted }, axisLabel: { color: palette.muted }, splitLine: { lineStyle: { color: palette.lineSoft } } },
    series: [
      { ...line(low), stack: 'band', symbol: 'none', lineStyle: { opacity: 0 } },
      { ...line(spread), stack: 'band', symbol: 'none', lineStyle: { opacity: 0 }, areaStyle: { color: palette.action, opacity: 0.12 } },
      { ...line(required), symbol: 'none', lineStyle: { color: palette.soon, width: 1.5, type: [2, 3] } },
      {
        ...line(forecast), symbol: 'diamond', symbolSize: 6, itemStyle: { color: palette.action }, lineStyle: { color: palette.action, width: 1.5, type: [7, 4] },
        endLabel: { show: forecastEnd !== null, formatter: forecastEnd === null ? '' : `外推${numberText(forecastEnd, unit)}`, color: palette.action, distance: 6, ...halo },
      },
      {
        ...line(actual), symbol: 'circle', symbolSize: 7, itemStyle: { color: palette.action }, lineStyle: { color: palette.action, width: 2 },
        label: { show: labels.length <= 14, position: 'top' as const, distance: 6, color: palette.ink, ...halo, formatter: ({ value }: Readonly<{ value?: unknown }>) => (typeof value === 'number' ? numberText(value, unit) : '') },
        ...(target === null ? {} : {
          markLine: {
            silent: true, symbol: 'none', lineStyle: { color: palette.done, type: 'solid' as const, width: 1.5 },
            label: { position: 'end' as const, color: palette.done, formatter: `目标${valueText(target, unit)}` }, data: [{ yAxis: target }],
          },
        }),
      },
    ],
  }
}
