import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { WorklistItem } from '../../../src/engines/procedure/contract.ts'
import { dateInShanghai } from '../../../src/kernel/calendar-date.ts'
import { serverNow } from '../../kit/server-time.ts'
import { dueGroup, momentText } from '../../kit/time-text.ts'
import { DueCell } from '../parts/DueCell.tsx'
import type { Keyset } from '../parts/keyset.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'

const columns: readonly Column<WorklistItem>[] = [
  { key: 'number', title: '编号', width: 148, isFixed: true, render: row => <MatterLink row={row} /> },
  { key: 'title', title: '事项', isFixed: true, render: row => <span className="two-lines"><strong>{row.title}</strong><span className="is-muted">{row.procedureName} · {row.channelName}{row.townName === null ? '' : ` · ${row.townName}`}</span></span> },
  { key: 'subject', title: '被诉主体', width: '18%', isHiddenAtFirst: true, render: row => row.subjectName ?? <span className="is-muted">待确认</span> },
  { key: 'received', title: '收到时间', width: 128, isHiddenAtFirst: true, render: row => momentText(row.receivedAt) },
  { key: 'step', title: '应办', width: 140, render: row => <span className="two-lines"><span>{row.toApprove.length > 0 ? `待审批：${row.toApprove.join('、')}` : row.clock?.dueStepName ?? '—'}</span><span className="is-muted">{row.stateName}</span></span> },
  { key: 'due', title: '期限', width: 150, isFixed: true, render: row => <DueCell clock={row.clock} /> },
  { key: 'owner', title: '承办', width: 170, render: row => <span className="two-lines"><span>{row.assigneeName ?? <em className="is-unassigned">未分派</em>}</span><span className="is-muted">{row.officeName}</span></span> },
]

type WorklistTableProps = Readonly<{ list: Keyset<WorklistItem, unknown>; chosen: ReadonlySet<string>; onChoose: (chosen: ReadonlySet<string>) => void; empty: string }>

/** Work grouped under the day it falls due. */
export function WorklistTable({ list, chosen, onChoose, empty }: WorklistTableProps): ReactNode {
  const today = dateInShanghai(serverNow())
  return (
    <RowTable
      name="工作台" columns={columns} rows={list.rows} rowKey={row => row.id} groupOf={row => dueGroup(row.clock, today)} empty={empty}
      selection={{ chosen, onChange: onChoose, nameOf: id => list.rows?.find(row => row.id === id)?.number ?? id }}
      error={list.error} retry={list.retry} isDimmed={list.isStale} more={{ has: list.hasMore, isLoading: list.isLoadingMore, load: list.loadMore }}
    />
  )
}

export function MatterLink({ row }: Readonly<{ row: Readonly<{ id: string; number: string }> }>): ReactNode {
  return <Link to="/matters/$matterId" params={{ matterId: row.id }} className="matter-number">{row.number}</Link>
}
