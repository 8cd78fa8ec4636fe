import { Link, getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { EntityFile, EntityRow } from '../../../src/engines/register/contract.ts'
import type { MatterList } from '../../../src/engines/procedure/contract.ts'
import { get } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { EntityRisk } from '../assessment/EntityRisk.tsx'
import { DueCell } from '../parts/DueCell.tsx'
import { useKeyset } from '../parts/keyset.ts'
import { RowTable } from '../parts/RowTable.tsx'
import { EntityStatusMark } from './EntityStatusMark.tsx'

const route = getRouteApi('/entities/$entityId')

type Part = Readonly<{ key: string; label: string; page: ReactNode }>

/** One time line for everything; a further page for each kind of thing that exists. Links that wrap: nothing hides behind a menu. */
export function EntityTabs({ file }: Readonly<{ file: EntityFile }>): ReactNode {
  const { tab } = route.useSearch()
  const kinds = Object.entries(file.counts).filter(([, count]) => count.open + count.closed > 0)
  const all: Part = { key: 'timeline', label: `全部记录（${file.timeline.length}）`, page: <EntityTimeline timeline={file.timeline} /> }
  const parts: readonly Part[] = [
    all,
    ...kinds.map(([key, count]) => ({ key, label: `${count.name}（${count.open + count.closed}${count.open > 0 ? `，在办 ${count.open}` : ''}）`, page: <MattersOf key={key} entityId={file.entity.id} procedure={key} name={count.name} /> })),
    { key: 'risk', label: '风险分类（内部）', page: <EntityRisk entityId={file.entity.id} /> },
    ...(file.branches.length === 0 ? [] : [{ key: 'branches', label: `分支机构（${file.branches.length}）`, page: <Branches rows={file.branches} /> }]),
  ]
  const shown = parts.find(({ key }) => key === tab) ?? all
  return (
    <section className="panel">
      <nav className="entity-tabs" aria-label="一企一档">
        {parts.map(({ key, label }) => <Link key={key} to="/entities/$entityId" params={{ entityId: file.entity.id }} search={{ tab: key }} replace resetScroll={false} activeOptions={{ exact: true }} {...(key === shown.key ? { 'aria-current': 'page' } as const : {})}>{label}</Link>)}
      </nav>
      {shown.page}
    </section>
  )
}

function EntityTimeline({ timeline }: Readonly<{ timeline: EntityFile['timeline'] }>): ReactNode {
  if (timeline.length === 0) return <p className="is-muted">还没有记录。</p>
  return (
    <ol className="timeline">
      {timeline.map((entry, index) => (
        <li key={`${entry.at}${entry.title}${index}`} className={`timeline-${entry.kind}`}>
          <p className="timeline-meta"><time dateTime={entry.at}>{momentText(entry.at)}</time> {entry.kindName}</p>
          <p className="timeline-title">{entry.title} {entry.matterId === null ? null : <Link to="/matters/$matterId" params={{ matterId: entry.matterId }}>{entry.matterNumber}</Link>}</p>
          {entry.detail === null ? null : <p className="timeline-detail">{entry.detail}</p>}
        </li>
      ))}
    </ol>
  )
}

function MattersOf({ entityId, procedure, name }: Readonly<{ entityId: string; procedure: string; name: string }>): ReactNode {
  const list = useKeyset('entity-matters', { entityId, procedure }, (query, signal) => get<MatterList>('/api/matters', query, signal))
  return (
    <RowTable
      name={name} rows={list.rows} rowKey={row => row.id} empty="没有您可以查看的办件。" error={list.error} retry={list.retry} more={{ has: list.hasMore, isLoading: list.isLoadingMore, load: list.loadMore }}
      columns={[
        { key: 'number', title: '编号', width: 150, isFixed: true, render: row => <Link to="/matters/$matterId" params={{ matterId: row.id }} className="matter-number">{row.number}</Link> },
        { key: 'title', title: '事项', isFixed: true, render: row => row.title },
        { key: 'received', title: '收到', width: 128, isFixed: true, render: row => momentText(row.receivedAt) },
        { key: 'state', title: '环节', width: 110, isFixed: true, render: row => row.outcomeName ?? row.stateName },
        { key: 'due', title: '期限', width: 170, isFixed: true, render: row => row.closedAt === null ? <DueCell clock={row.clock} /> : '已办结' },
      ]}
    />
  )
}

function Branches({ rows }: Readonly<{ rows: readonly EntityRow[] }>): ReactNode {
  return (
    <RowTable
      name="分支机构" rows={rows} rowKey={row => row.id} empty="没有分支机构。"
      columns={[
        { key: 'name', title: '名称', isFixed: true, render: row => <Link to="/entities/$entityId" params={{ entityId: row.id }}>{row.name}</Link> },
        { key: 'uscc', title: '统一社会信用代码', width: 180, isFixed: true, render: row => row.uscc ?? '无' },
        { key: 'status', title: '状态', width: 120, isFixed: true, render: row => <EntityStatusMark entity={row} /> },
        { key: 'town', title: '镇街', width: 110, isFixed: true, render: row => row.townName ?? '未定位' },
      ]}
    />
  )
}
