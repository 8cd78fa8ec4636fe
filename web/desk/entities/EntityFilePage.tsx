import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { EntityFile } from '../../../src/engines/register/contract.ts'
import { get } from '../../kit/api.ts'
import { serverNow } from '../../kit/server-time.ts'
import { dueText } from '../../kit/time-text.ts'
import { DueIcon } from '../parts/DueCell.tsx'
import { Failure } from '../parts/Failure.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { EntityFacts } from './EntityFacts.tsx'
import { EntityStatusMark } from './EntityStatusMark.tsx'
import { EntityTabs } from './EntityTabs.tsx'

const route = getRouteApi('/entities/$entityId')

/** One entity, one file: who it is, what falls due next, and everything known on one time line. */
export function EntityFilePage(): ReactNode {
  const { entityId } = route.useParams()
  const file = useQuery({ queryKey: ['entity', entityId], queryFn: () => get<EntityFile>(`/api/entities/${entityId}`) })
  if (file.isError) return <Failure error={file.error} retry={() => { void file.refetch() }} />
  if (file.data === undefined) return <Skeleton active paragraph={{ rows: 12 }} />
  const { entity, parent, nextDue } = file.data
  return (
    <article className="entity-file">
      <header className="matter-header">
        <PageHeading title={entity.name}><Button icon={<PrinterOutlined />} onClick={() => { window.print() }}>打印</Button></PageHeading>
        <dl className="matter-strip">
          <Item name="统一社会信用代码"><strong>{entity.uscc ?? '无'}</strong></Item>
          <Item name="类型">{entity.legalForm ?? entity.kindName}</Item>
          <Item name="状态"><EntityStatusMark entity={entity} />{entity.deregisteredOn === null ? null : `（${entity.deregisteredOn}）`}</Item>
          <Item name="所在镇街">{[entity.townName, entity.villageName].filter(Boolean).join(' ') || '未定位'}</Item>
          <Item name="负责人">{entity.legalRepresentative ?? '—'}</Item>
          {parent === null ? null : <Item name="隶属"><Link to="/entities/$entityId" params={{ entityId: parent.id }}>{parent.name}</Link></Item>}
        </dl>
      </header>
      <NextDue nextDue={nextDue} />
      <div className="entity-columns">
        <EntityTabs file={file.data} />
        <EntityFacts entity={entity} />
      </div>
    </article>
  )
}

function NextDue({ nextDue }: Readonly<{ nextDue: EntityFile['nextDue'] }>): ReactNode {
  return (
    <section className="panel next-due">
      <h2>接下来到期</h2>
      {nextDue.length === 0 ? <p className="is-muted">没有与该主体有关的在计期限。</p> : (
        <ul className="paper-list">
          {nextDue.map((duty) => {
            const { tone, date, left } = dueText({ due: duty.due, isOverdue: duty.isOverdue, isWaiting: duty.isWaiting, workingDaysLeft: null }, serverNow())
            return (
              <li key={`${duty.matterId}${duty.clockName}`} className="next-due-row">
                <span className={`due-${tone}`}><DueIcon tone={tone} /> <strong>{left}</strong></span>
                <span>{date}</span><span>{duty.stepName}（{duty.clockName}）</span>
                <Link to="/matters/$matterId" params={{ matterId: duty.matterId }}>{duty.procedureName} {duty.number}</Link>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function Item({ name, children }: Readonly<{ name: string; children: ReactNode }>): ReactNode {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}
