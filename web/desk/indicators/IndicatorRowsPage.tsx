import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import type { IndicatorPage, IndicatorRows } from '../../../src/engines/indicator/contract.ts'
import { get } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { useKeyset } from '../parts/keyset.ts'
import { PageHeading } from '../parts/PageHeading.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { provenanceText, valueText } from './figure-text.ts'
import './indicators.css'
import { whenOf } from './moment-of.ts'
import { WhenBar } from './WhenBar.tsx'

type Row = IndicatorRows['rows'][number]

const PARTS = [['denominator', '全部（分母）'], ['numerator', '计入分子'], ['gap', '缺口'], ['excluded', '不计入']] as const

const route = getRouteApi('/indicators/$indicatorId/rows')

/** Exactly the rows behind a figure: the count of the heading is that of the rows below. */
export function IndicatorRowsPage(): ReactNode {
  const { indicatorId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const when = whenOf(search)
  const part = PARTS.find(([each]) => each === search.part)?.[0] ?? 'denominator'
  const page = useQuery({ queryKey: ['indicator', indicatorId, { ...when, grain: 'year' }], queryFn: ({ signal }) => get<IndicatorPage>(`/api/indicators/${indicatorId}`, { ...when, grain: 'year' }, signal) })
  const list = useKeyset(`indicator-rows ${indicatorId}`, { ...search, part }, (query, signal) => get<IndicatorRows>(`/api/indicators/${indicatorId}/rows`, query, signal))
  const tile = page.data?.tile
  const isLive = tile?.source === 'live'
  const span = search.from !== undefined && search.until !== undefined ? `${search.from} 至 ${search.until}` : tile?.figure.period.label
  return (
    <>
      <p className="back-line"><Link to="/indicators" search={when}>规划指标</Link> / <Link to="/indicators/$indicatorId" params={{ indicatorId }} search={when}>{tile === undefined ? indicatorId : `${tile.number} ${tile.name}`}</Link></p>
      <PageHeading title={tile === undefined ? '指标明细' : `${tile.name}：${isLive ? PARTS.find(([each]) => each === part)?.[1] ?? '' : '报送记录'}`} count={list.first === undefined ? undefined : `${list.first.total} 条`} />
      <WhenBar when={when} year={search.year === undefined ? undefined : Number(search.year)} onChange={(next) => { void navigate({ search: ({ from: _from, until: _until, ...previous }) => ({ ...previous, ...next }), replace: true }) }} />
      {isLive ? <div className="filter-bar"><Segmented aria-label="明细范围" value={part} options={PARTS.map(([value, label]) => ({ value, label }))} onChange={(next) => { void navigate({ search: previous => ({ ...previous, part: next }), replace: true }) }} /><span className="is-muted">{span}{search.from === undefined && tile?.figure.value !== null && tile !== undefined ? `，数值 ${valueText(tile.figure.value, tile.unit)}` : ''}</span></div> : null}
      <RowTable
        name="指标明细" columns={columnsFor(isLive)} rows={list.rows} rowKey={row => row.id} error={list.error} retry={list.retry} isDimmed={list.isStale}
        empty={tile !== undefined && !isLive ? `没有报送记录。${provenanceText(tile.figure)}。` : '这一范围没有明细。'} more={{ has: list.hasMore, isLoading: list.isLoadingMore, load: list.loadMore }}
      />
    </>
  )
}

function columnsFor(isLive: boolean): readonly Column<Row>[] {
  return [
    { key: 'number', title: isLive ? '编号' : '来源', width: isLive ? 190 : '24%', isFixed: true, render: row => <RowNumber row={row} isLive={isLive} /> },
    { key: 'title', title: '事项', isFixed: true, render: row => row.title },
    { key: 'detail', title: '计入情况', width: '30%', isFixed: true, render: row => row.detail },
    ...(isLive ? [
      { key: 'in', title: '分子', width: 64, render: (row: Row) => (row.isInNumerator ? '计入' : <span className="is-muted">未计入</span>) },
      { key: 'town', title: '镇街', width: 96, render: (row: Row) => row.townName ?? '—' },
      { key: 'office', title: '科所', width: 150, isWideOnly: true, render: (row: Row) => row.officeName ?? '—' },
    ] as const : []),
    { key: 'at', title: isLive ? '归属时间' : '发布日期', width: 130, render: row => (isLive && row.matterId !== null ? momentText(row.at) : momentText(row.at).slice(0, 10)) },
  ]
}

function RowNumber({ row, isLive }: Readonly<{ row: Row; isLive: boolean }>): ReactNode {
  if (row.matterId !== null) return <Link className="matter-number" to="/matters/$matterId" params={{ matterId: row.matterId }}>{row.number}</Link>
  return isLive ? <Link to="/entities/$entityId" params={{ entityId: row.id }}>{row.number === '' ? '无编号' : row.number}</Link> : row.number
}
