import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { IndicatorPage } from '../../../src/engines/indicator/contract.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { valueText } from './figure-text.ts'
import type { When } from './moment-of.ts'

/** One part of a split figure; `place` is what its rows are filtered by, null where they cannot be. */
export type SplitRow = Readonly<{ key: string; name: string; place: When | null; numerator: number; denominator: number; value: number | null }>

type SplitTableProps = Readonly<{ name: string; page: IndicatorPage; when: When; rows: readonly SplitRow[]; first: string }>

/** A figure split by town or office, every count open to its rows. */
export function SplitTable({ name, page: { tile, definition }, when, rows, first }: SplitTableProps): ReactNode {
  const open = (row: SplitRow, part: 'numerator' | 'denominator' | 'gap', text: string): ReactNode => row.place === null ? text
    : <Link to="/indicators/$indicatorId/rows" params={{ indicatorId: tile.id }} search={{ ...when, ...row.place, part }}>{text}</Link>
  const isRatio = definition.denominator !== null
  const columns: readonly Column<SplitRow>[] = [
    { key: 'name', title: first, isFixed: true, render: row => row.name },
    { key: 'numerator', title: isRatio ? '分子' : '数量', width: 90, align: 'right', isFixed: true, render: row => open(row, 'numerator', String(row.numerator)) },
    ...(isRatio ? [
      { key: 'denominator', title: '分母', width: 90, align: 'right', isFixed: true, render: (row: SplitRow) => open(row, 'denominator', String(row.denominator)) },
      { key: 'gap', title: '缺口', width: 90, align: 'right', isFixed: true, render: (row: SplitRow) => open(row, 'gap', String(row.denominator - row.numerator)) },
    ] as const : []),
    { key: 'value', title: '数值', width: 110, align: 'right', isFixed: true, render: row => row.value === null ? <span className="is-muted">无应计件</span> : valueText(row.value, tile.unit) },
  ]
  return <RowTable name={name} columns={columns} rows={rows} rowKey={row => row.key} empty="该指标不能按此划分。" />
}
