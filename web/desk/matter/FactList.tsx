import { HistoryOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import type { ReactNode } from 'react'
import type { FactView, MatterView } from '../../../src/engines/procedure/contract.ts'
import { momentText } from '../../kit/time-text.ts'
import { useProcedures } from '../parts/pickers.tsx'
import { AttachmentLinks, attachmentsOf } from './AttachmentLinks.tsx'
import { CorrectFact } from './CorrectFact.tsx'

/** The facts of the matter: as received, and as found while handling, each with its history. */
export function FactList({ matter }: Readonly<{ matter: MatterView }>): ReactNode {
  const opening = new Set(useProcedures().data?.find(procedure => procedure.id === matter.procedure)?.openingFields.map(field => field.key))
  // Lists have the full width elsewhere.
  const single = matter.facts.filter(fact => fact.table === undefined)
  const received = single.filter(fact => opening.has(fact.key))
  const found = single.filter(fact => !opening.has(fact.key))
  return (
    <>
      <FactSection title={received.length === 0 ? '办件信息' : '办理信息'} facts={found} matter={matter} />
      <FactSection title="登记信息" facts={received} matter={matter} />
    </>
  )
}

function FactSection({ title, facts, matter }: Readonly<{ title: string; facts: readonly FactView[]; matter: MatterView }>): ReactNode {
  if (facts.length === 0) return null
  return (
    <section className="panel">
      <h2>{title}</h2>
      <dl className="fact-list">
        {facts.map(fact => (
          <div key={fact.key}>
            <dt>{fact.label}</dt>
            <dd>
              <FactValue matter={matter} fact={fact} />
              {fact.history.length > 1 ? <FactHistory fact={fact} /> : null}
              {matter.mayAct.correct ? <CorrectFact matter={matter} fact={fact} /> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function FactValue({ matter, fact }: Readonly<{ matter: MatterView; fact: FactView }>): ReactNode {
  const attachments = attachmentsOf(matter, fact.raw)
  return attachments.length === 0 ? <span className="fact-value">{fact.value === '' ? '—' : fact.value}</span> : <AttachmentLinks matterId={matter.id} attachments={attachments} />
}

function FactHistory({ fact }: Readonly<{ fact: FactView }>): ReactNode {
  return (
    <Popover
      trigger="click" title={`${fact.label}的变更`}
      content={<ol className="fact-history">{fact.history.map(change => <li key={`${change.at}${change.value}`}><strong>{change.value}</strong><br />{momentText(change.at)} {change.actorName}{change.reason === null ? '' : `，理由：${change.reason}`}</li>)}</ol>}
    >
      <Button type="text" size="small" icon={<HistoryOutlined />} aria-label={`${fact.label}有 ${fact.history.length} 次记录`}>{fact.history.length}</Button>
    </Popover>
  )
}
