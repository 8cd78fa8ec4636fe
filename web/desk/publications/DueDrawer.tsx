import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Drawer, Form, Input, Skeleton } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DuePreview, ObjectionView, Published } from '../../../src/engines/publication/contract.ts'
import { formatDate } from '../../../src/kernel/calendar-date.ts'
import { post } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { PublicFace } from './PublicFace.tsx'

type Edits = Readonly<Record<string, string>>

/** A look before publishing: the public's page, what stands against it, the wording of free texts. */
export function DueDrawer({ id, onClose }: Readonly<{ id: string; onClose: () => void }>): ReactNode {
  const [edits, setEdits] = useState<Edits>({})
  const preview = useQuery({ queryKey: ['publication-preview', id, edits], queryFn: () => post<DuePreview>(`/api/publications/due/${id}/preview`, { edits }), placeholderData: previous => previous })
  return (
    <Drawer open title={preview.data?.due.title ?? '公示预览'} size={640} onClose={onClose}>
      {preview.isError ? <Failure error={preview.error} retry={() => { void preview.refetch() }} /> : null}
      {preview.data === undefined ? (preview.isError ? null : <Skeleton active />) : <Preview key={id} id={id} preview={preview.data} edits={edits} onEdit={setEdits} onDone={onClose} />}
    </Drawer>
  )
}

type PreviewProps = Readonly<{ id: string; preview: DuePreview; edits: Edits; onEdit: (edits: Edits) => void; onDone: () => void }>

function Preview({ id, preview, edits, onEdit, onDone }: PreviewProps): ReactNode {
  const { due, page, texts, objections, derivation, mayPublish, mayWithhold, byStep } = preview
  const client = useQueryClient()
  const { message } = App.useApp()
  const done = (says: string): void => {
    message.success(says)
    void client.invalidateQueries({ queryKey: ['publications-due'] })
    void client.invalidateQueries({ queryKey: ['publications-list'] })
    onDone()
  }
  const publishing = useMutation({ mutationFn: () => post<Published>(`/api/publications/due/${id}/publish`, { edits }), onSuccess: () => { done('已公示') } })
  return (
    <>
      <details className="due-derivation"><summary>{due.dueOn === null ? '公示期限' : `应于${formatDate(due.dueOn)}前公示`}：怎么算的</summary><ol>{derivation.map(({ says }) => <li key={says}>{says}</li>)}</ol></details>
      {objections.length === 0 ? null : <Objections objections={objections} onAccept={() => { onEdit({ ...edits, ...Object.fromEntries(objections.map(({ field, proposal }) => [field, proposal])) }) }} />}
      {mayPublish && texts.length > 0 ? <TextEdits texts={texts} onEdit={(next) => { onEdit({ ...edits, ...next }) }} /> : null}
      <PublicFace page={page} />
      {publishing.isError ? <Failure error={publishing.error} /> : null}
      {mayPublish ? <Button type="primary" disabled={objections.length > 0} loading={publishing.isPending} onClick={() => { publishing.mutate() }}>公示</Button> : null}
      {byStep === null ? null : <p>这类信息由办件的“{byStep}”步骤公示。<Link to="/matters/$matterId" params={{ matterId: due.matterId }}>打开办件</Link></p>}
      {mayWithhold ? <Withhold id={id} onDone={() => { done('已移出待公示') }} /> : null}
    </>
  )
}

function Objections({ objections, onAccept }: Readonly<{ objections: readonly ObjectionView[]; onAccept: () => void }>): ReactNode {
  return (
    <Alert
      type="warning" showIcon title="还不能公示：文字中有个人信息"
      description={<><ul className="fault-list">{objections.map(({ field, label, what, words }, i) => <li key={`${field} ${i + 1}`}>{label}：{what}（{words}）</li>)}</ul><Button size="small" onClick={onAccept}>用遮盖后的文字</Button></>}
    />
  )
}

function TextEdits({ texts, onEdit }: Readonly<{ texts: DuePreview['texts']; onEdit: (edits: Edits) => void }>): ReactNode {
  return (
    <Form layout="vertical" key={texts.map(({ value }) => value).join('|')}>
      {texts.map(({ key, label, value }) => (
        <Form.Item key={key} label={`${label}（公示文字）`}><Input.TextArea aria-label={`${label}的公示文字`} defaultValue={value} autoSize={{ minRows: 2, maxRows: 10 }} onBlur={({ target }) => { if (target.value !== value) onEdit({ [key]: target.value }) }} /></Form.Item>
      ))}
    </Form>
  )
}

function Withhold({ id, onDone }: Readonly<{ id: string; onDone: () => void }>): ReactNode {
  const sending = useMutation({ mutationFn: ({ reason }: { reason: string }) => post(`/api/publications/due/${id}/withhold`, { reason }), onSuccess: onDone })
  return (
    <details className="withhold">
      <summary>不予公示</summary>
      <Form layout="vertical" onFinish={(values: { reason: string }) => { sending.mutate(values) }}>
        <Form.Item name="reason" label="原因和依据" rules={[{ required: true, whitespace: true, min: 5, message: '请写明不予公示的原因和依据，不少于5个字' }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} /></Form.Item>
        {sending.isError ? <Failure error={sending.error} /> : null}
        <Button htmlType="submit" loading={sending.isPending}>移出待公示</Button>
      </Form>
    </details>
  )
}
