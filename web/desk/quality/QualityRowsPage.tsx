import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import type { IndicatorRows, QualityBoard } from '../../../src/engines/indicator/contract.ts'
import { get } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { useKeyset } from '../parts/keyset.ts'
import { PageHeading } from '../parts/PageHeading.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'

type Row = IndicatorRows['rows'][number]

const route = getRouteApi('/quality/$figureId')

const COLUMNS: readonly Column<Row>[] = [
  { key: 'number', title: '编号', width: 170, isFixed: true, render: row => (row.matterId === null ? row.number : <Link className="matter-number" to="/matters/$matterId" params={{ matterId: row.matterId }}>{row.number}</Link>) },
  { key: 'title', title: '事项', isFixed: true, render: row => row.title },
  { key: 'detail', title: '情况', width: '36%', isFixed: true, render: row => row.detail },
  { key: 'office', title: '科所', width: 150, isWideOnly: true, render: row => row.officeName ?? '—' },
  { key: 'at', title: '归属时间', width: 130, render: row => momentText(row.at) },
]

/** The matters behind one number of 执法质效. */
export function QualityRowsPage(): ReactNode {
  const { figureId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { year, office, what, part = 'denominator' } = search
  const when = { year, office }
  const board = useQuery({ queryKey: ['quality', when], queryFn: ({ signal }) => get<QualityBoard>('/api/quality', when, signal) })
  const list = useKeyset(`quality-rows ${figureId}`, { ...search, part }, (query, signal) => get<IndicatorRows>(`/api/quality/${figureId}/rows`, query, signal))
  const figure = board.data?.figures.find(({ id }) => id === figureId)
  const place = figure?.byOffice.find(({ key }) => key === office)?.name
  const chosen = figure?.split.find(({ key }) => key === what)?.name
  const parts = figure === undefined || !figure.isShare ? [] : [{ value: 'denominator', label: figure.denominatorName }, { value: 'numerator', label: figure.numeratorName }, { value: 'gap', label: `未${figure.numeratorName}` }]
  return (
    <>
      <p className="back-line"><Link to="/quality" search={when}>执法质效</Link></p>
      <PageHeading title={figure?.name ?? '执法质效明细'} count={list.first === undefined ? undefined : `${list.first.total} 条`} />
      <div className="filter-bar">
        {parts.length === 0 ? null : <Segmented aria-label="明细范围" value={part} options={parts} onChange={(next) => { void navigate({ search: previous => ({ ...previous, part: next }), replace: true }) }} />}
        <span className="is-muted">{[board.data?.period.label, place, chosen].filter(Boolean).join(' · ')}</span>
      </div>
      <RowTable
        name="执法质效明细" columns={COLUMNS} rows={list.rows} rowKey={row => row.id} error={list.error} retry={list.retry} isDimmed={list.isStale} empty="这一范围没有办件。"
        more={{ has: list.hasMore, isLoading: list.isLoadingMore, load: list.loadMore }}
      />
    </>
  )
}
