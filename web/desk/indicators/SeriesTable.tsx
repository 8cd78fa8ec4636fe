import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { IndicatorPage } from '../../../src/engines/indicator/contract.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { valueText } from './figure-text.ts'
import type { When } from './moment-of.ts'

type Row = IndicatorPage['series'][number]

/** The numbers behind the trajectory; those of one period open that period's rows. */
export function SeriesTable({ page: { tile, series, requiredPath, definition }, when }: Readonly<{ page: IndicatorPage; when: When }>): ReactNode {
  const path = new Map(requiredPath.map(({ year, value }) => [year, value]))
  const isYearly = series.every(({ period }) => period.from.endsWith('-01-01') && period.until.endsWith('-12-31'))
  const open = ({ period }: Row, part: 'numerator' | 'denominator', count: number | null): ReactNode => count === null ? '—'
    : <Link to="/indicators/$indicatorId/rows" params={{ indicatorId: tile.id }} search={{ ...when, from: period.from, until: period.until, part }}>{count}</Link>
  const columns: readonly Column<Row>[] = [
    { key: 'period', title: '期间', isFixed: true, render: row => row.figure.period.label },
    { key: 'numerator', title: definition.denominator === null ? '数量' : '分子', width: 96, align: 'right', isFixed: true, render: row => open(row, 'numerator', row.figure.numerator) },
    ...(definition.denominator === null ? [] : [{ key: 'denominator', title: '分母', width: 96, align: 'right' as const, isFixed: true, render: (row: Row) => open(row, 'denominator', row.figure.denominator) }]),
    { key: 'value', title: '数值', width: 120, align: 'right', isFixed: true, render: row => row.figure.value === null ? <span className="is-muted">无数据</span> : <strong>{valueText(row.figure.value, tile.unit)}</strong> },
    ...(isYearly ? [{ key: 'path', title: '应达', width: 120, align: 'right' as const, isFixed: true, render: (row: Row) => requiredText(path.get(Number(row.period.from.slice(0, 4))), tile.unit) }] : []),
  ]
  return <RowTable name="历年数值" columns={columns} rows={series} rowKey={row => row.period.from} empty="还没有可列的期间。" />
}

function requiredText(value: number | undefined, unit: string): string {
  return value === undefined ? '—' : valueText(value, unit)
}
