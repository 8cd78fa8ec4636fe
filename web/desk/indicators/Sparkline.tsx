import type { ReactNode } from 'react'
import type { IndicatorTile } from '../../../src/engines/indicator/contract.ts'
import { valueText } from './figure-text.ts'
import { sparklineOf } from './sparkline-path.ts'

const BOX = { width: 78, height: 22 }

/** The years in one small line; the dashes are the target. Its words are in its name. One known year makes no line. */
export function Sparkline({ tile }: Readonly<{ tile: IndicatorTile }>): ReactNode {
  const { runs, targetY, last } = sparklineOf(tile.years, tile.target?.value ?? null, BOX)
  if (last === null || runs.flat().length < 2) return null
  const words = tile.years.map(({ year, value }) => `${year}年${value === null ? '无数据' : valueText(value, tile.unit)}`).join('，')
  return (
    <svg className="sparkline" role="img" aria-label={words} viewBox={`-3 -3 ${BOX.width + 6} ${BOX.height + 6}`} preserveAspectRatio="xMaxYMid meet">
      <title>{words}</title>
      {targetY === null ? null : <line className="sparkline-target" x1="0" x2={BOX.width} y1={targetY} y2={targetY} />}
      {runs.map(run => run.length === 1
        ? run.map(({ x, y }) => <circle key={x} className="sparkline-dot" cx={x} cy={y} r="1.5" />)
        : <polyline key={run[0]?.x} className="sparkline-line" points={run.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />)}
      <circle className="sparkline-last" cx={last.x} cy={last.y} r="2.5" />
    </svg>
  )
}
