import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OfficeLoad } from '../../../src/engines/procedure/contract.ts'
import { get } from '../../kit/api.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { ChaseOffice } from './ChaseOffice.tsx'

const figure = (name: 'open' | 'overdue' | 'dueToday' | 'dueIn3Days' | 'unassigned', title: string): Column<OfficeLoad> => ({
  key: name, title, width: 96, align: 'right', render: row => <span className={name === 'overdue' && row[name] > 0 ? 'is-overdue' : undefined}>{row[name]}</span>,
})

const columns: readonly Column<OfficeLoad>[] = [
  { key: 'office', title: '科室（所、队）', isFixed: true, render: row => row.officeName },
  { key: 'open', title: '在办', width: 96, align: 'right', isFixed: true, render: row => <Link to="/matters" search={{ office: row.officeId, closed: 'false' }}>{row.open}</Link> },
  figure('overdue', '已逾期'), figure('dueToday', '今天到期'), figure('dueIn3Days', '3日内到期'), figure('unassigned', '未分派'),
  { key: 'chase', title: '督办', width: 100, isFixed: true, render: row => <ChaseOffice load={row} /> },
]

/** The leader's table: offices as rows, each can be pressed. */
export function OfficeLoads(): ReactNode {
  const { data, error, refetch } = useQuery({ queryKey: ['worklist-offices'], queryFn: () => get<readonly OfficeLoad[]>('/api/worklist/offices') })
  const total = (data ?? []).reduce((sum, row) => ({ open: sum.open + row.open, overdue: sum.overdue + row.overdue }), { open: 0, overdue: 0 })
  return (
    <>
      {data === undefined ? null : <p className="is-muted">共 {data.length} 个科室，在办 {total.open} 件，其中逾期 {total.overdue} 件。</p>}
      <RowTable name="各科室在办情况" columns={columns} rows={data} rowKey={row => row.officeId} empty="没有在办件。" error={error} retry={() => { void refetch() }} />
    </>
  )
}
