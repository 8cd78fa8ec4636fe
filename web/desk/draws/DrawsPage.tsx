import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { DrawList, DrawRow } from '../../../src/engines/draw/contract.ts'
import { dateInShanghai } from '../../../src/kernel/calendar-date.ts'
import { get } from '../../kit/api.ts'
import { serverNow } from '../../kit/server-time.ts'
import { momentText } from '../../kit/time-text.ts'
import { ProgrammeNav } from '../inspection-programme/ProgrammeNav.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { DrawStageMark } from './DrawStageMark.tsx'
import './draws.css'
import { PreparedDraws } from './PreparedDraws.tsx'

const route = getRouteApi('/draws')
const FIRST_YEAR = 2024

const columns: readonly Column<DrawRow>[] = [
  { key: 'number', title: '编号', width: 132, isFixed: true, render: row => <Link to="/draws/$drawId" params={{ drawId: row.id }} className="matter-number">{row.number}</Link> },
  { key: 'title', title: '抽取', isFixed: true, render: row => <span className="two-lines"><Link to="/draws/$drawId" params={{ drawId: row.id }}>{row.title}</Link>{row.voidReason === null ? null : <span className="is-muted">作废理由：{row.voidReason}</span>}</span> },
  { key: 'stage', title: '状态', width: 112, isFixed: true, render: row => <DrawStageMark stage={row.stage} name={row.stageName} /> },
  { key: 'office', title: '科（所、队）', width: 130, isWideOnly: true, render: row => row.officeName },
  { key: 'announced', title: '公告', width: 92, render: row => momentText(row.announcedAt) },
  { key: 'source', title: '号码公布', width: 92, render: row => momentText(row.firstSourceAt) },
  { key: 'objects', title: '名单（户）', width: 92, align: 'right', render: row => row.objects },
  { key: 'drawn', title: '应抽 / 已抽', width: 92, align: 'right', render: row => <Link to="/draws/$drawId" params={{ drawId: row.id }} hash="results">{row.size} / {row.drawn}</Link> },
  { key: 'tasks', title: '已派检查', width: 108, align: 'right', render: row => <Link to="/draws/$drawId" params={{ drawId: row.id }} hash="results">{row.tasksOpened}</Link> },
]

/** All draws of a year, the void ones too, and those that wait for the announcement. */
export function DrawsPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const thisYear = Number(dateInShanghai(serverNow()).slice(0, 4))
  const year = search.year === undefined ? thisYear : Number(search.year)
  const list = useQuery({ queryKey: ['draws', year], queryFn: ({ signal }) => get<DrawList>('/api/draws', { year }, signal) })
  return (
    <>
      <ProgrammeNav />
      <PageHeading title="抽取" count={list.data === undefined ? undefined : `${list.data.rows.length} 次`}>
        <Link to="/draws/new" className="ant-btn-link-like"><PlusOutlined /> 准备抽取</Link>
      </PageHeading>
      <PreparedDraws />
      <div className="filter-bar">
        <Select aria-label="年度" style={{ width: 110 }} value={year} options={Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => ({ value: thisYear - index, label: `${thisYear - index}年` }))} onChange={(next: number) => { void navigate({ search: { year: next === thisYear ? undefined : String(next) }, replace: true }) }} />
      </div>
      <RowTable name="抽取" unit="次" columns={columns} rows={list.data?.rows} rowKey={row => row.id} error={list.error} retry={() => { void list.refetch() }} empty={`${year}年还没有抽取。先公布年度抽查计划，再准备抽取。`} />
    </>
  )
}
