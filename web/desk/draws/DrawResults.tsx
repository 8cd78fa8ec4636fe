import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { DrawnRow, DrawView } from '../../../src/engines/draw/contract.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'

/** Who was drawn, with ticket, team and the inspection that follows; those withdrawn stay with their reason. */
export function DrawResults({ draw }: Readonly<{ draw: DrawView }>): ReactNode {
  const names = new Map(draw.results.map(({ objectId, name }) => [objectId, name]))
  const groups = new Map(draw.strata.map(({ id, name }) => [id, name]))
  const columns: readonly Column<DrawnRow>[] = [
    { key: 'name', title: '对象', isFixed: true, render: row => <Drawn row={row} names={names} /> },
    { key: 'town', title: '镇街', width: 92, render: row => row.townName ?? '—' },
    { key: 'group', title: '层级', width: '15%', render: row => groups.get(row.stratum) ?? row.stratum },
    { key: 'ticket', title: '签号', width: 110, isWideOnly: true, render: row => <code title={row.ticket}>{row.ticket.slice(0, 10)}…</code> },
    { key: 'team', title: '检查人员', width: '26%', isFixed: true, render: row => <Team row={row} /> },
    { key: 'matter', title: '检查', width: 150, isFixed: true, render: row => row.matterId === null || row.matterNumber === null ? <span className="is-muted">{row.matterId !== null ? '已派发，由承办科所办理' : row.withdrawnReason === null ? '未派发' : '—'}</span> : <Link to="/matters/$matterId" params={{ matterId: row.matterId }} className="matter-number">{row.matterNumber}</Link> },
  ]
  return (
    <section className="panel" id="results">
      <h2>抽中的对象<span className="page-count">{draw.drawn} 户</span></h2>
      <RowTable name="抽中的对象" unit="户" columns={columns} rows={draw.results} rowKey={row => `${row.round} ${row.objectId}`} empty="没有抽中的对象。" />
    </section>
  )
}

function Drawn({ row, names }: Readonly<{ row: DrawnRow; names: ReadonlyMap<string, string> }>): ReactNode {
  return (
    <span className={row.withdrawnReason === null ? 'two-lines' : 'two-lines ended-row'}>
      {row.entityId === null ? <span>{row.name}</span> : <Link to="/entities/$entityId" params={{ entityId: row.entityId }} className="entity-name">{row.name}</Link>}
      <span className="is-muted">{row.objectId}{row.round > 1 ? ` · 第${row.round}轮` : ''}</span>
      {row.replaces === null ? null : <span className="is-muted">递补，替换“{names.get(row.replaces) ?? row.replaces}”</span>}
      {row.withdrawnReason === null ? null : <span>已退出：{row.withdrawnReason}</span>}
    </span>
  )
}

function Team({ row }: Readonly<{ row: DrawnRow }>): ReactNode {
  if (row.withdrawnReason !== null) return '—'
  if (row.team.length === 0) return <span className="is-unassigned">没有派员</span>
  return <span className="two-lines">{row.team.map((member, slot) => (member === null ? <span key={`open ${slot}`} className="is-unassigned">待派</span> : <span key={member.inspector}>{member.name} <span className="is-muted">{member.officeName ?? member.department}</span></span>))}</span>
}
