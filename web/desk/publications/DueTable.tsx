import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { DueList, DueRow, DueStatus } from '../../../src/engines/publication/contract.ts'
import { get } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { DueIcon } from '../parts/DueCell.tsx'
import { useKeyset } from '../parts/keyset.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { DueDrawer } from './DueDrawer.tsx'
import { dueWords } from './due-words.ts'

/** The queue of the reader's offices, first due first. */
export function DueTable({ kind, status }: Readonly<{ kind: string | undefined; status: DueStatus }>): ReactNode {
  const [open, setOpen] = useState<string | null>(null)
  const list = useKeyset('publications-due', { kind, status }, (query, signal) => get<DueList>('/api/publications/due', query, signal))
  const columns: readonly Column<DueRow>[] = [
    { key: 'number', title: '办件', width: 170, isFixed: true, render: row => <Link to="/matters/$matterId" params={{ matterId: row.matterId }} className="matter-number">{row.matterNumber}</Link> },
    { key: 'title', title: '公示内容', isFixed: true, render: row => <span className="two-lines"><strong>{row.title}</strong><span className="is-muted">{row.kindName}</span></span> },
    { key: 'office', title: '科所', width: 170, isWideOnly: true, render: row => row.officeName },
    { key: 'since', title: '起算日', width: 110, isWideOnly: true, render: row => row.sinceOn },
    { key: 'due', title: status === 'waiting' ? '应公示于' : '处理', width: 220, render: row => (status === 'waiting' ? <DueMark row={row} /> : <span className="two-lines"><span>{row.closedBy}（{row.closedAt === null ? '' : momentText(row.closedAt)}）</span><span className="is-muted">{row.reason}</span></span>) },
    { key: 'look', title: '', width: 90, isFixed: true, render: row => <Button size="small" onClick={() => { setOpen(row.id) }} aria-label={`预览${row.title}`}>预览</Button> },
  ]
  return (
    <>
      {list.first === undefined ? null : <p>{list.first.total} 件{list.first.overdue > 0 ? <strong className="overdue-count">，其中 {list.first.overdue} 件已逾期</strong> : null}</p>}
      <RowTable
        name={status === 'waiting' ? '待公示' : '不予公示'} columns={columns} rows={list.rows} rowKey={row => row.id} empty={status === 'waiting' ? '没有待公示的信息。' : '没有不予公示的信息。'}
        error={list.error} retry={list.retry} isDimmed={list.isStale} more={{ has: list.hasMore, isLoading: list.isLoadingMore, load: list.loadMore }}
      />
      {open === null ? null : <DueDrawer id={open} onClose={() => { setOpen(null) }} />}
    </>
  )
}

function DueMark({ row }: Readonly<{ row: DueRow }>): ReactNode {
  const { tone, left, date } = dueWords(row)
  return <span className={`due due-${tone}`}><DueIcon tone={tone} /> <strong>{left}</strong> <span className="due-date">{date}</span></span>
}
