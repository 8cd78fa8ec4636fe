import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Form, Input, Spin } from 'antd'
import type { ReactNode } from 'react'
import type { RoutePreview } from '../../../src/domains/consumer/contract.ts'
import { post } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { Failure } from '../parts/Failure.tsx'
import { OfficePicker } from '../parts/pickers.tsx'
import { intakeRequestOf } from './intake-request.ts'
import type { IntakeForm } from './intake-request.ts'

/** Where the material would go and why, and what may be the same matter. */
export function RoutePanel({ values }: Readonly<{ values: IntakeForm }>): ReactNode {
  const isAsked = (values.respondentName ?? '').trim().length >= 2 && (values.category ?? '') !== '' && (values.content ?? '').trim().length >= 5
  const { submission, channel } = intakeRequestOf(values, '')
  // Where it goes depends on what it is about, never on who complains.
  const about = { channel, submission: { kind: submission.kind, category: submission.category, respondent: submission.respondent, content: submission.content } }
  const preview = useQuery({ queryKey: ['route-preview', about], queryFn: () => post<RoutePreview>('/api/intake/route-preview', intakeRequestOf(values, crypto.randomUUID())), enabled: isAsked, placeholderData: previous => previous })
  return (
    <>
      <section className="panel">
        <h2>分流</h2>
        {isAsked ? null : <p className="is-muted">填写被诉人、类别和内容后，这里显示将分到哪个科所以及理由。</p>}
        {isAsked && preview.isPending ? <Spin size="small" description="正在判断…"><div style={{ height: 60 }} /></Spin> : null}
        {preview.isError ? <Failure error={preview.error} /> : null}
        {isAsked && preview.data !== undefined ? <p><strong>{preview.data.officeName}</strong>{preview.data.townName === null ? '' : `（${preview.data.townName}）`}<br /><span className="is-muted">{preview.data.why}</span></p> : null}
        {values.kind === 'mixed' ? <p className="is-muted">投诉和举报分为两件登记，分别计算期限，互相关联。</p> : null}
        <Form.Item name="officeId" label="改由其他科所办理"><OfficePicker placeholder="按分流结果" /></Form.Item>
        {values.officeId === undefined ? null : <Form.Item name="officeReason" label="改变分流的理由" rules={[{ required: true, whitespace: true, message: '请填写理由' }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} /></Form.Item>}
      </section>
      {isAsked && preview.data !== undefined && preview.data.duplicates.length > 0 ? (
        <section className="panel">
          <h2>可能重复（{preview.data.duplicates.length}）</h2>
          <p className="is-muted">登记前请核对；同一事项不重复登记。</p>
          <ul className="paper-list">
            {preview.data.duplicates.map(other => <li key={other.matterId}><Link to="/matters/$matterId" params={{ matterId: other.matterId }} target="_blank">{other.number}</Link> {other.title}<span className="is-muted">{momentText(other.receivedAt)} · {other.reason}</span></li>)}
          </ul>
        </section>
      ) : null}
    </>
  )
}
