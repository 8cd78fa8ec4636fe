import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { InspectorRow } from '../../../src/domains/inspection/programme/contract.ts'
import type { FieldView } from '../../../src/engines/procedure/contract.ts'
import { post } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { ActionForm } from '../parts/ActionForm.tsx'
import { useSession } from '../session/session-context.ts'

type PanelProps = Readonly<{ inspector: InspectorRow; onSaved: (says: string) => void }>

const LEAVE_FIELDS: readonly FieldView[] = [
  { key: 'from', label: '不在岗起', widget: 'date', isRequired: true }, { key: 'until', label: '不在岗止', widget: 'date', isRequired: true },
  { key: 'reason', label: '事由', widget: 'text', isRequired: true, help: '只在名录库内可见；公告和证明文件只公开在岗或不在岗，不公开事由。' },
]
const CONFLICT_FIELDS: readonly FieldView[] = [
  { key: 'entityId', label: '回避的检查对象', widget: 'entity', isRequired: true },
  { key: 'reason', label: '回避理由', widget: 'text', isRequired: true, help: '抽取前以杂凑值封存；只有抽中的对象才公开哪些人员回避，不公开理由。' },
]
const END_FIELDS: readonly FieldView[] = [{ key: 'reason', label: '结束的理由', widget: 'text', isRequired: true }]

/** Leave of an inspector: the person or a head enters it; what ended stays visible. */
export function LeavePanel({ inspector, onSaved }: PanelProps): ReactNode {
  const { account } = useSession()
  return (
    <>
      <p className="is-muted">检查期间有任何一日不在岗的，不派出。由本人或者科所负责人登记。</p>
      <ul className="history-list">
        {inspector.leave.map(entry => (
          <li key={entry.id} className={entry.endedAt === null ? '' : 'ended-row'}>
            <p><strong>{entry.from} 至 {entry.until}</strong> {entry.reason}</p>
            <Trace entry={entry} address={`/api/inspection/inspectors/${inspector.id}/leave/${entry.id}/end`} ask="提前结束" onSaved={onSaved} />
          </li>
        ))}
      </ul>
      {inspector.leave.length === 0 ? <p className="is-muted">没有登记不在岗。</p> : null}
      <h2>登记不在岗</h2>
      <ActionForm fields={LEAVE_FIELDS} key={inspector.leave.length} draftKey={`${account.id}:leave:${inspector.id}`} submitText="登记" submit={input => post<InspectorRow>(`/api/inspection/inspectors/${inspector.id}/leave`, input)} onDone={() => { onSaved('已登记') }} />
    </>
  )
}

/** Enterprises an inspector may not inspect, with the reason and who entered it. */
export function ConflictPanel({ inspector, onSaved }: PanelProps): ReactNode {
  const { account } = useSession()
  return (
    <>
      <p className="is-muted">与检查对象有利害关系的，任何情形不派去检查该对象。由本人或者科所负责人登记。</p>
      <ul className="history-list">
        {inspector.conflicts.map(entry => (
          <li key={entry.id} className={entry.endedAt === null ? '' : 'ended-row'}>
            <p><Link to="/entities/$entityId" params={{ entityId: entry.entityId }}>{entry.entityName}</Link>：{entry.reason}</p>
            <Trace entry={entry} address={`/api/inspection/inspectors/${inspector.id}/conflicts/${entry.id}/end`} ask="不再回避" onSaved={onSaved} />
          </li>
        ))}
      </ul>
      {inspector.conflicts.length === 0 ? <p className="is-muted">没有登记回避。</p> : null}
      <h2>登记回避</h2>
      <ActionForm fields={CONFLICT_FIELDS} key={inspector.conflicts.length} draftKey={`${account.id}:conflict:${inspector.id}`} submitText="登记" submit={input => post<InspectorRow>(`/api/inspection/inspectors/${inspector.id}/conflicts`, input)} onDone={() => { onSaved('已登记') }} />
    </>
  )
}

type Entry = InspectorRow['leave'][number] | InspectorRow['conflicts'][number]

function Trace({ entry, address, ask, onSaved }: Readonly<{ entry: Entry; address: string; ask: string; onSaved: (says: string) => void }>): ReactNode {
  const { account } = useSession()
  const [isEnding, setEnding] = useState(false)
  return (
    <>
      <p className="is-muted">{entry.recordedByName} 于 {momentText(entry.recordedAt)} 登记{entry.endedAt === null ? '' : `；${entry.endedByName ?? ''} 于 ${momentText(entry.endedAt)} 结束：${entry.endReason ?? ''}`}
        {entry.endedAt === null && !isEnding ? <Button type="link" size="small" onClick={() => { setEnding(true) }}>{ask}</Button> : null}
      </p>
      {isEnding && entry.endedAt === null ? <ActionForm fields={END_FIELDS} draftKey={`${account.id}:end:${entry.id}`} submitText={ask} submit={input => post<InspectorRow>(address, input)} onDone={() => { onSaved('已结束') }} /> : null}
    </>
  )
}
