import { getRouteApi } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { MatterList } from '../../../src/engines/procedure/contract.ts'
import { get } from '../../kit/api.ts'
import { DateFilter } from '../parts/DateFilter.tsx'
import { DueCell } from '../parts/DueCell.tsx'
import { ExportButtons } from '../parts/ExportButtons.tsx'
import { FilterText } from '../parts/FilterText.tsx'
import { useKeyset } from '../parts/keyset.ts'
import { PageHeading } from '../parts/PageHeading.tsx'
import { OfficePicker, ProcedurePicker, TownPicker, useProcedures } from '../parts/pickers.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { momentText } from '../../kit/time-text.ts'
import { MatterLink } from '../worklist/WorklistTable.tsx'

type Row = MatterList['rows'][number]

const route = getRouteApi('/matters')

const columns: readonly Column<Row>[] = [
  { key: 'number', title: '编号', width: 148, isFixed: true, render: row => <MatterLink row={row} /> },
  { key: 'title', title: '事项', isFixed: true, render: row => <span className="two-lines"><strong>{row.title}</strong><span className="is-muted">{row.procedureName} · {row.channelName}</span></span> },
  { key: 'subject', title: '主体', width: '16%', isHiddenAtFirst: true, render: row => row.subjectName ?? <span className="is-muted">待确认</span> },
  { key: 'town', title: '镇街', width: 96, isWideOnly: true, render: row => row.townName ?? '—' },
  { key: 'received', title: '收到时间', width: 128, isWideOnly: true, render: row => momentText(row.receivedAt) },
  { key: 'state', title: '环节', width: 100, render: row => row.outcomeName ?? row.stateName },
  { key: 'due', title: '期限', width: 172, render: row => row.closedAt === null ? <DueCell clock={row.clock} /> : <span className="is-muted">{momentText(row.closedAt).slice(0, 10)} 办结</span> },
  { key: 'owner', title: '承办', width: 176, render: row => <span className="two-lines"><span>{row.assigneeName ?? '未分派'}</span><span className="is-muted">{row.officeName}</span></span> },
]

/** Every matter the reader may see, with filters that also hold for the export. */
export function MatterListPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const procedures = useProcedures()
  const list = useKeyset('matters', search, (query, signal) => get<MatterList>('/api/matters', query, signal))
  const total = list.first?.total
  const states = procedures.data?.find(procedure => procedure.id === search.procedure)?.states ?? {}
  const filter = (change: Partial<typeof search>): void => {
    void navigate({ search: previous => ({ ...previous, ...change }), replace: true })
  }
  return (
    <>
      <PageHeading title="办件" count={total === undefined ? undefined : `${total} 件`}><ExportButtons list="matters" query={search} count={total} /></PageHeading>
      <div className="filter-bar">
        <FilterText label="编号、标题或主体" value={search.q} onChange={(q) => { filter({ q }) }} />
        <ProcedurePicker label="业务" placeholder="全部业务" width={140} value={search.procedure} onChange={(procedure) => { void navigate({ search: ({ state: _state, ...previous }) => ({ ...previous, procedure }), replace: true }) }} />
        {search.procedure === undefined ? null : (
          <Select aria-label="环节" allowClear placeholder="全部环节" style={{ width: 130 }} value={search.state ?? null} onChange={(state: string | null | undefined) => { filter({ state: state ?? undefined }) }} options={Object.entries(states).map(([value, label]) => ({ value, label }))} />
        )}
        <Select aria-label="是否办结" allowClear placeholder="在办和办结" style={{ width: 120 }} value={search.closed ?? null} onChange={(closed: string | null | undefined) => { filter({ closed: closed ?? undefined }) }} options={[{ value: 'open', label: '在办' }, { value: 'closed', label: '已办结' }]} />
        <OfficePicker label="科所" placeholder="全部科所" width={180} value={search.office} onChange={(office) => { filter({ office }) }} />
        <TownPicker label="镇街" placeholder="全部镇街" width={130} value={search.town} onChange={(town) => { filter({ town }) }} />
        <span className="filter-range">收到 <DateFilter label="收到日期从" value={search.receivedFrom} onChange={(receivedFrom) => { filter({ receivedFrom }) }} /> 至 <DateFilter label="收到日期至" value={search.receivedUntil} onChange={(receivedUntil) => { filter({ receivedUntil }) }} /></span>
      </div>
      <RowTable
        name="办件" columns={columns} rows={list.rows} rowKey={row => row.id} empty="没有符合条件的办件。可放宽筛选条件后再查。"
        error={list.error} retry={list.retry} isDimmed={list.isStale} more={{ has: list.hasMore, isLoading: list.isLoadingMore, load: list.loadMore }}
      />
    </>
  )
}
