import type { ReactNode } from 'react'
import type { StratumCount } from '../../../src/engines/draw/contract.ts'
import { shareText } from '../../kit/share-text.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'

const columns: readonly Column<StratumCount>[] = [
  { key: 'name', title: '层级（公开名称）', isFixed: true, render: row => row.name },
  { key: 'inside', title: '所含对象（不公开）', isFixed: true, render: row => row.inside },
  { key: 'population', title: '全部', width: 80, align: 'right', isFixed: true, render: row => row.population },
  { key: 'eligible', title: '可抽', width: 80, align: 'right', isFixed: true, render: row => row.eligible },
  { key: 'share', title: '比例', width: 80, align: 'right', isFixed: true, render: row => shareText(row) },
  { key: 'minimum', title: '最少', width: 64, align: 'right', isFixed: true, render: row => row.minimum },
  { key: 'size', title: '应抽', width: 64, align: 'right', isFixed: true, render: row => row.size },
]

const drawnColumn: Column<StratumCount> = { key: 'drawn', title: '已抽', width: 64, align: 'right', isFixed: true, render: row => row.drawn }

/** The groups of a draw with the counts that were fixed. */
export function StrataTable({ strata, hasResult }: Readonly<{ strata: readonly StratumCount[]; hasResult: boolean }>): ReactNode {
  return <RowTable name="层级" unit="个" columns={hasResult ? [...columns, drawnColumn] : columns} rows={strata} rowKey={row => row.id} empty="没有层级。" />
}
