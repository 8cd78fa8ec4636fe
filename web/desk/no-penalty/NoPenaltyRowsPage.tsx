import { Link, getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { NoPenaltyRow, NoPenaltyRows } from '../../../src/domains/enforcement/contract.ts'
import { formatDate } from '../../../src/kernel/calendar-date.ts'
import { formatYuan } from '../../../src/kernel/money.ts'
import { get } from '../../kit/api.ts'
import { useKeyset } from '../parts/keyset.ts'
import { PageHeading } from '../parts/PageHeading.tsx'
import { useOffices } from '../parts/pickers.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { periodOf } from './decision-period.ts'

const route = getRouteApi('/no-penalty/rows')

const money = (amountInFen: number | null): string => (amountInFen === null ? '—' : formatYuan(amountInFen))

const COLUMNS: readonly Column<NoPenaltyRow>[] = [
  { key: 'number', title: '案件编号', width: 170, isFixed: true, render: row => <Link className="matter-number" to="/matters/$matterId" params={{ matterId: row.matterId }}>{row.number}</Link> },
  { key: 'title', title: '案件', isFixed: true, render: row => <span className="two-lines"><strong>{row.title}</strong><span className="is-muted">{row.officeName}</span></span> },
  { key: 'leniency', title: '决定', width: 96, isFixed: true, render: row => row.leniencyName },
  { key: 'reason', title: '情形、清单事项和情节', width: '28%', isFixed: true, render: row => row.reason },
  { key: 'on', title: '决定日期', width: 124, isFixed: true, render: row => formatDate(row.decidedOn) },
  { key: 'fine', title: '罚款', width: 110, align: 'right', isWideOnly: true, render: row => (row.leniency === 'exempted' ? '' : money(row.fineInFen)) },
  { key: 'lowest', title: '法定下限', width: 110, align: 'right', isWideOnly: true, render: row => money(row.lowestInFen) },
  { key: 'waived', title: '低于下限', width: 120, align: 'right', render: row => money(row.waivedInFen) },
]

/** The decisions behind one number of 免罚轻罚统计. */
export function NoPenaltyRowsPage(): ReactNode {
  const { year, month, office, ...part } = route.useSearch()
  const period = periodOf({ year, month, office })
  const list = useKeyset('no-penalty-rows', { ...period, ...part }, (query, signal) => get<NoPenaltyRows>('/api/enforcement/no-penalty/rows', query, signal))
  const officeName = useOffices().data?.find(({ id }) => id === office)?.name
  const { total, waivedInFen, chosenName } = list.first ?? {}
  return (
    <>
      <p className="back-line"><Link to="/no-penalty" search={{ year, office }}>免罚轻罚统计</Link></p>
      <PageHeading title={chosenName ?? '作出决定的案件'} count={total === undefined ? undefined : `${total} 件`} />
      <p className="is-muted">{[`${formatDate(period.from)} 至 ${formatDate(period.until)}`, officeName, waivedInFen === undefined || waivedInFen === 0 ? undefined : `低于法定罚款下限合计 ${formatYuan(waivedInFen)}`].filter(Boolean).join(' · ')}</p>
      <RowTable
        name="免罚轻罚明细" columns={COLUMNS} rows={list.rows} rowKey={row => row.matterId} error={list.error} retry={list.retry} isDimmed={list.isStale} empty="这一范围没有案件。"
        more={{ has: list.hasMore, isLoading: list.isLoadingMore, load: list.loadMore }}
      />
    </>
  )
}
