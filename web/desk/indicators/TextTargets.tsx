import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { IndicatorTile } from '../../../src/engines/indicator/contract.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { absenceText, provenanceText, targetText, valueText } from './figure-text.ts'
import type { When } from './moment-of.ts'
import { Sparkline } from './Sparkline.tsx'
import { StatusMark } from './StatusMark.tsx'
import { GapLink, RowsLink } from './Tile.tsx'

/** The targets that only the plan's text names, as a table below the board. */
export function TextTargets({ tiles, when, year }: Readonly<{ tiles: readonly IndicatorTile[]; when: When; year: number }>): ReactNode {
  const columns: readonly Column<IndicatorTile>[] = [
    { key: 'name', title: '正文目标', isFixed: true, render: tile => <span className="two-lines"><Link to="/indicators/$indicatorId" params={{ indicatorId: tile.id }} search={when}>{tile.name}</Link><span className="is-muted">{tile.target?.source ?? tile.number}</span></span> },
    { key: 'value', title: '数值', width: 120, align: 'right', isFixed: true, render: tile => tile.figure.value === null ? <span className="is-muted">{absenceText(tile)}</span> : <RowsLink tile={tile} when={when} part="denominator"><strong>{valueText(tile.figure.value, tile.unit)}</strong></RowsLink> },
    { key: 'target', title: '目标', width: 160, render: tile => targetText(tile.target, tile.unit, year) },
    { key: 'status', title: '状态', width: 140, render: tile => <StatusMark status={tile.judgement.status} name={tile.judgement.statusName} /> },
    { key: 'gap', title: '差距', width: 110, render: tile => <GapLink tile={tile} when={when} /> },
    { key: 'years', title: '历年', width: 110, render: tile => <Sparkline tile={tile} /> },
    { key: 'source', title: '来源', width: '20%', isWideOnly: true, render: tile => <span className="is-muted">{provenanceText(tile.figure)}</span> },
  ]
  return (
    <section className="text-targets">
      <h2>规划正文中的目标<span className="page-count">{tiles.length} 项</span></h2>
      <RowTable name="规划正文中的目标" columns={columns} rows={tiles} rowKey={tile => tile.id} empty="规划正文没有另外的目标。" />
    </section>
  )
}
