import { PrinterOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { MatterView } from '../../../src/engines/procedure/contract.ts'
import { momentText } from '../../kit/time-text.ts'
import { DueCell } from '../parts/DueCell.tsx'
import { LinkButton } from '../parts/LinkButton.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { ActMenu } from './ActMenu.tsx'
import { firstDue } from './first-due.ts'

/** Type, number, subject, state, owner and the clock that falls due first. */
export function MatterHeader({ matter }: Readonly<{ matter: MatterView }>): ReactNode {
  // The bureau's own limits press before the times others have.
  const main = firstDue(matter.clocks.filter(({ isWaiting }) => !isWaiting)) ?? firstDue(matter.clocks)
  return (
    <header className="matter-header">
      <PageHeading title={`${matter.number} ${matter.title}`}>
        {matter.procedure === 'file-review' ? <LinkButton to="/file-reviews/$reviewId" params={{ reviewId: matter.id }}>评查表</LinkButton> : null}
        <ActMenu matter={matter} />
        <Button icon={<PrinterOutlined />} onClick={() => { window.print() }}>打印全过程记录</Button>
      </PageHeading>
      <dl className="matter-strip">
        <Item name="业务">{matter.procedureName}（{matter.channelName}）</Item>
        <Item name="环节"><span className={matter.isClosed ? 'state-mark is-closed' : 'state-mark'}>{matter.isClosed ? `已办结：${matter.outcomeName ?? matter.stateName}` : matter.stateName}</span></Item>
        <Item name="主体">{matter.subject.entityId === null
          ? <>{matter.subject.name ?? '待确认'}</>
          : <Link to="/entities/$entityId" params={{ entityId: matter.subject.entityId }}>{matter.subject.name}</Link>}</Item>
        <Item name="承办">{matter.assignee?.name ?? <em className="is-unassigned">未分派</em>}（{matter.office.name}{matter.townName === null ? '' : `，${matter.townName}`}）</Item>
        <Item name="收到">{momentText(matter.receivedAt)}</Item>
        {matter.closedAt === null ? <Item name="最近期限"><DueCell clock={main} /></Item> : <Item name="办结">{momentText(matter.closedAt)}</Item>}
      </dl>
    </header>
  )
}

function Item({ name, children }: Readonly<{ name: string; children: ReactNode }>): ReactNode {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}
