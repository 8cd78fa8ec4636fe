import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DrawView, SourceState, ValueEntry } from '../../../src/engines/draw/contract.ts'
import { put } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { entryOf, partFault, valuesOf } from './value-entry.ts'
import type { EntryValues } from './value-entry.ts'

/** One person's reading of a source. Whoever has typed waits for the other, and may correct what was typed. */
export function ValueForm({ draw, source, onTaken }: Readonly<{ draw: DrawView; source: SourceState; onTaken: (answer: DrawView) => void }>): ReactNode {
  const { message } = App.useApp()
  const [form] = Form.useForm<EntryValues>()
  const [isOpen, setOpen] = useState(source.mine === null || source.state === 'disagree')
  const issue = Form.useWatch('issue', form) ?? source.issue
  const sending = useMutation({
    mutationFn: (entry: ValueEntry) => put<DrawView>(`/api/draws/${draw.id}/values/${encodeURIComponent(source.id)}`, entry),
    onSuccess: (answer) => { setOpen(false); message.success('已录入'); onTaken(answer) },
  })
  if (!isOpen) return <Button onClick={() => { setOpen(true) }}>更正我录入的号码</Button>
  return (
    <Form<EntryValues> form={form} layout="vertical" className="value-form" scrollToFirstError initialValues={valuesOf(source)} onFinish={(values) => { sending.mutate(entryOf(source, values)) }}>
      <div className="inline-fields">
        <Form.Item name="issue" label="期号" rules={[{ required: true, whitespace: true, message: '请填写期号' }]}><Input autoComplete="off" style={{ width: 130 }} /></Form.Item>
        {source.parts.map((part, index) => (
          <Form.Item key={part.name} name={['parts', index]} label={part.form === 'hex' ? part.name : `${part.name}（${part.count}个，空格分开）`} rules={[{ validator: (_rule, value: unknown) => rejectFault(partFault(part, typeof value === 'string' ? value : '')) }]}>
            <Input autoComplete="off" spellCheck={false} style={{ width: part.form === 'hex' ? 520 : Math.max(90, 34 * part.count + 40) }} />
          </Form.Item>
        ))}
      </div>
      {issue.trim() === source.issue ? null : <Form.Item name="fallbackReason" label="改用其他期次的理由" extra={source.fallback} rules={[{ required: true, whitespace: true, message: '请写明改用的理由' }]}><Input maxLength={500} /></Form.Item>}
      <Form.Item name="evidence" label="在何处查得" rules={[{ required: true, whitespace: true, min: 2, message: '请写明在何处查得，如公布机构网站的公告名称' }]}><Input maxLength={500} /></Form.Item>
      {sending.isError ? <div className="form-failure"><Failure error={sending.error} /></div> : null}
      <Button type="primary" htmlType="submit" loading={sending.isPending}>{source.mine === null ? '录入' : '更正录入'}</Button>
    </Form>
  )
}

async function rejectFault(fault: string | null): Promise<void> {
  if (fault !== null) throw new Error(fault)
}
