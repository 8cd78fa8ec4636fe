import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { Correction, DeskPublication } from '../../../src/engines/publication/contract.ts'
import { dateInShanghai } from '../../../src/kernel/calendar-date.ts'
import { post } from '../../kit/api.ts'
import { serverNow } from '../../kit/server-time.ts'
import { DateInput } from '../parts/DateInput.tsx'
import { Failure } from '../parts/Failure.tsx'
import { changedValues } from './changed-values.ts'

type ChangeProps = Readonly<{ id: string; onDone: (answer: DeskPublication) => void }>
type CorrectionValues = Readonly<{ title: string; fields: Readonly<Record<string, string>>; note: string; noticedOn: string }>

const reasonRule = [{ required: true, whitespace: true, min: 5, message: '请写明原因，不少于5个字' }]

/** A corrected version; the public is told the note. */
export function CorrectForm({ id, publication, onDone }: ChangeProps & Readonly<{ publication: DeskPublication }>): ReactNode {
  const sending = useMutation({
    mutationFn: ({ title, fields, note, noticedOn }: CorrectionValues) => {
      const body: Correction = { values: changedValues(publication, { title, fields }), note, noticedOn, expectedVersion: publication.expectedVersion }
      return post<DeskPublication>(`/api/publications/${id}/correct`, body)
    },
    onSuccess: onDone,
  })
  return (
    <details className="change-form">
      <summary>更正</summary>
      <Form<CorrectionValues>
        layout="vertical" onFinish={(values) => { sending.mutate(values) }}
        initialValues={{ title: publication.title, fields: Object.fromEntries(publication.fields.map(({ key, value }) => [key, value])), noticedOn: dateInShanghai(serverNow()) }}
      >
        <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请填写标题' }]}><Input maxLength={200} /></Form.Item>
        {publication.fields.map(({ key, label }) => <Form.Item key={key} name={['fields', key]} label={label}><Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} maxLength={5000} /></Form.Item>)}
        <Form.Item name="note" label="更正说明（公众可见）" rules={[{ required: true, whitespace: true, min: 5, message: '请写明更正说明，不少于5个字' }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} /></Form.Item>
        <Form.Item name="noticedOn" label="发现或者收到更正要求的日期" rules={[{ required: true, message: '请填写日期' }]}><DateInput /></Form.Item>
        {sending.isError ? <Failure error={sending.error} /> : null}
        <Button type="primary" htmlType="submit" loading={sending.isPending}>更正</Button>
      </Form>
    </details>
  )
}

/** Stops it before its time; the public is told the kind of reason, the record the reason itself. */
export function EndForm({ id, publication, onDone }: ChangeProps & Readonly<{ publication: DeskPublication }>): ReactNode {
  const sending = useMutation({ mutationFn: (values: { why: string; reason: string }) => post<DeskPublication>(`/api/publications/${id}/end`, values), onSuccess: onDone })
  return (
    <details className="change-form">
      <summary>停止公示</summary>
      <Form layout="vertical" onFinish={(values: { why: string; reason: string }) => { sending.mutate(values) }}>
        <Form.Item name="why" label="原因（公众可见）" rules={[{ required: true, message: '请选择原因' }]}><Select options={Object.entries(publication.endKinds).map(([value, label]) => ({ value, label }))} /></Form.Item>
        <Form.Item name="reason" label="情况说明（只留在本局记录）" rules={reasonRule}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} /></Form.Item>
        {sending.isError ? <Failure error={sending.error} /> : null}
        <Button danger htmlType="submit" loading={sending.isPending}>停止公示</Button>
      </Form>
    </details>
  )
}

export function RestoreForm({ id, onDone }: ChangeProps): ReactNode {
  const sending = useMutation({ mutationFn: (values: { reason: string }) => post<DeskPublication>(`/api/publications/${id}/restore`, values), onSuccess: onDone })
  return (
    <details className="change-form">
      <summary>恢复公示</summary>
      <p className="is-muted">恢复后公示期自今日起重新计算。</p>
      <Form layout="vertical" onFinish={(values: { reason: string }) => { sending.mutate(values) }}>
        <Form.Item name="reason" label="原因" rules={reasonRule}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} /></Form.Item>
        {sending.isError ? <Failure error={sending.error} /> : null}
        <Button htmlType="submit" loading={sending.isPending}>恢复公示</Button>
      </Form>
    </details>
  )
}
