import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DeskPublicationList, DeskPublicationRow } from '../../../src/engines/publication/contract.ts'
import { get } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { FilterText } from '../parts/FilterText.tsx'
import { useKeyset } from '../parts/keyset.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { PublicationDrawer } from './PublicationDrawer.tsx'

type PublicationTableProps = Readonly<{ state: 'live' | 'ended'; kind: string | undefined; q: string | undefined; onSearch: (q: string | undefined) => void }>

/** What is public now, or what was public and who ended it and why. */
export function PublicationTable({ state, kind, q, onSearch }: PublicationTableProps): ReactNode {
  const [open, setOpen] = useState<string | null>(null)
  const list = useKeyset('publications-list', { state, kind, q }, (query, signal) => get<DeskPublicationList>('/api/publications', query, signal))
  const columns: readonly Column<DeskPublicationRow>[] = [
    { key: 'title', title: '公示内容', isFixed: true, render: row => <span className="two-lines"><strong>{row.title}</strong><span className="is-muted">{row.kindName}{row.version > 1 ? ` · 第${row.version}版` : ''}</span></span> },
    { key: 'number', title: '办件', width: 170, isWideOnly: true, render: row => (row.matterNumber === null ? <span className="is-muted">不在职责范围</span> : <Link to="/matters/$matterId" params={{ matterId: row.matterId }} className="matter-number">{row.matterNumber}</Link>) },
    { key: 'published', title: '公示时间', width: 130, render: row => momentText(row.publishedAt) },
    state === 'live'
      ? { key: 'until', title: '公示到', width: 110, render: row => row.untilOn ?? '无固定期限' }
      : { key: 'ended', title: '停止公示', width: 300, render: row => (row.ended === null ? null : <span className="two-lines"><span>{momentText(row.ended.at)} {row.ended.by}：{row.ended.says}</span><span className="is-muted">{row.ended.reason}</span></span>) },
    { key: 'look', title: '', width: 90, isFixed: true, render: row => <Button size="small" onClick={() => { setOpen(row.id) }} aria-label={`查看${row.title}`}>查看</Button> },
  ]
  return (
    <>
      <div className="filter-bar"><FilterText label="名称" value={q} onChange={onSearch} />{list.first === undefined ? null : <span>{list.first.total} 条</span>}</div>
      <RowTable
        name={state === 'live' ? '正在公示' : '已停止公示'} unit="条" columns={columns} rows={list.rows} rowKey={row => row.id} empty={state === 'live' ? '没有正在公示的信息。' : '没有停止公示的信息。'}
        error={list.error} retry={list.retry} isDimmed={list.isStale} more={{ has: list.hasMore, isLoading: list.isLoadingMore, load: list.loadMore }}
      />
      {open === null ? null : <PublicationDrawer id={open} onClose={() => { setOpen(null) }} />}
    </>
  )
}
