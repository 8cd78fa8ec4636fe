import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OfficeLoad, WorklistView } from '../../../src/engines/procedure/contract.ts'
import { get } from '../../kit/api.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { ChaseOffice } from './ChaseOffice.tsx'

const figure = (name: 'open' | 'overdue' | 'dueToday' | 'dueIn3Days' | 'unassigned', title: string, view: WorklistView): Column<OfficeLoad> => ({
  key: name, title, width: 96, align: 'right', render: row => <Link to="/" search={{ view, office: row.officeId }} {...(name === 'overdue' && row[name] > 0 ? { className: 'is-overdue' } : {})}>{row[name]}</Link>,
})

const columns: readonly Column<OfficeLoad>[] = [
  { key: 'office', title: '科（所、队）', isFixed: true, render: row => row.officeName },
  figure('open', '在办', 'all'), figure('overdue', '已逾期', 'overdue'), figure('dueToday', '今天到期', 'due-today'), figure('dueIn3Days', '3日内到期', 'due-in-3-days'), figure('unassigned', '未分派', 'unassigned'),
  { key: 'chase', title: '督办', width: 100, isFixed: true, render: row => <ChaseOffice load={row} /> },
]

/** The leader's table: offices as rows, each can be pressed. */
export function OfficeLoads(): ReactNode {
  const { data, error, refetch } = useQuery({ queryKey: ['worklist-offices'], queryFn: () => get<readonly OfficeLoad[]>('/api/worklist/offices') })
  const total = (data ?? []).reduce((sum, row) => ({ open: sum.open + row.open, overdue: sum.overdue + row.overdue }), { open: 0, overdue: 0 })
  return (
    <>
      {data === undefined ? null : <p className="is-muted">共 {data.length} 个科所，在办 {total.open} 件，其中逾期 {total.overdue} 件。</p>}
      <RowTable name="各科所在办情况" columns={columns} rows={data} rowKey={row => row.officeId} empty="没有在办件。" error={error} retry={() => { void refetch() }} />
    </>
  )
}
