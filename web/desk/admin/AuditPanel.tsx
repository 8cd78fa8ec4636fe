import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AuditRow } from '../../../src/platform/session/contract.ts'
import { get } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { DateFilter } from '../parts/DateFilter.tsx'
import { FilterText } from '../parts/FilterText.tsx'
import { useKeyset } from '../parts/keyset.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'

const route = getRouteApi('/admin')

type AuditPage = Readonly<{ rows: readonly AuditRow[]; next: string | null }>

const columns: readonly Column<AuditRow>[] = [
  { key: 'at', title: '时间', width: 132, isFixed: true, render: row => momentText(row.at) },
  { key: 'account', title: '人员', width: 110, isFixed: true, render: row => row.accountName },
  { key: 'type', title: '事项', width: 140, isFixed: true, render: row => row.typeName },
  { key: 'detail', title: '内容', isFixed: true, render: row => row.detail },
  { key: 'subject', title: '对象', width: 290, isWideOnly: true, render: row => <code>{row.subject ?? '—'}</code> },
  { key: 'sealed', title: '存证', width: 84, render: row => row.isSealed ? '已存证' : <span className="is-muted">待存证</span> },
]

/** Who did, read or tried what. */
export function AuditPanel(): ReactNode {
  const { account, subject, from, until } = route.useSearch()
  const navigate = route.useNavigate()
  const list = useKeyset('audit', { account, subject, from, until }, (query, signal) => get<AuditPage>('/api/audit', query, signal))
  const filter = (change: Readonly<Partial<Record<'account' | 'subject' | 'from' | 'until', string | undefined>>>): void => {
    void navigate({ search: previous => ({ ...previous, ...change }), replace: true })
  }
  return (
    <>
      <div className="filter-bar">
        <FilterText label="人员姓名" width={160} value={account} onChange={(text) => { filter({ account: text }) }} />
        <FilterText label="对象编号" width={300} value={subject} onChange={(text) => { filter({ subject: text }) }} />
        <span className="filter-range"><DateFilter label="起始日期" value={from} onChange={(on) => { filter({ from: on }) }} /> 至 <DateFilter label="截止日期" value={until} onChange={(on) => { filter({ until: on }) }} /></span>
      </div>
      <RowTable
        name="审计记录" columns={columns} rows={list.rows} rowKey={row => row.id} empty="没有符合条件的审计记录。"
        error={list.error} retry={list.retry} isDimmed={list.isStale} more={{ has: list.hasMore, isLoading: list.isLoadingMore, load: list.loadMore }}
      />
    </>
  )
}
