import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { IndicatorPage } from '../../../src/engines/indicator/contract.ts'
import { numberText } from './figure-text.ts'
import type { When } from './moment-of.ts'
import { STEPS, stepsOf } from './town-steps.ts'
import { placesOf } from './town-tiles.ts'

type TownMapProps = Readonly<{ page: IndicatorPage; when: When }>

/** The towns as tiles where they roughly lie; each says its value and counts and opens its rows. */
export function TownMap({ page: { byTown, tile, definition }, when }: TownMapProps): ReactNode {
  const places = placesOf(byTown.map(({ townCode }) => townCode))
  const target = tile.target?.value ?? null
  const { stepOf, most } = stepsOf(byTown, { target, direction: definition.direction })
  return (
    <>
      <ul className="town-map">
        {byTown.map((town) => {
          const { column, row } = places.get(town.townCode) ?? { column: 1, row: 1 }
          const step = stepOf(town.value)
          const inside = <><span className="town-name">{town.townName}</span><strong>{town.value === null ? '无数' : numberText(town.value, tile.unit)}</strong><span>{countsOf(town, definition.denominator !== null)}</span></>
          return (
            <li key={town.townCode} className={step === null ? 'town-tile is-unknown' : `town-tile step-${step}`} style={{ gridColumn: column, gridRow: row }}>
              {town.townCode === '' ? <span className="town-inside">{inside}</span> : (
                <Link className="town-inside" to="/indicators/$indicatorId/rows" params={{ indicatorId: tile.id }} search={{ ...when, part: 'denominator', town: town.townCode }}>{inside}</Link>
              )}
            </li>
          )
        })}
      </ul>
      <p className="town-legend">
        {target === null ? '颜色越深，数值越大；' : '颜色越深，离目标越远；'}每格为{tile.unit === '%' ? '比率（%）' : `数值（${tile.unit}）`}和件数，位置为大致方位。
        {most === 0 ? null : Array.from({ length: STEPS }, (_, step) => (
          <span key={step} className="town-legend-step"><span className={`town-swatch step-${step}`} />{legendText({ step, most, unit: tile.unit, hasTarget: target !== null })}</span>
        ))}
      </p>
    </>
  )
}

function countsOf({ numerator, denominator }: Readonly<{ numerator: number; denominator: number }>, isRatio: boolean): string {
  return isRatio ? `${numerator}/${denominator}` : String(numerator)
}

function legendText({ step, most, unit, hasTarget }: Readonly<{ step: number; most: number; unit: string; hasTarget: boolean }>): string {
  const part = most / (STEPS - 1)
  const measure = unit === '%' ? '个百分点' : unit
  if (step === 0) return hasTarget ? '达到目标' : `0${unit}`
  return `${hasTarget ? '差' : ''}${numberText(part * (step - 1), '')}–${numberText(part * step, '')}${hasTarget ? measure : unit}`
}
