import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { EvaluationDraft, EvaluationEdit } from '../../../src/engines/plan/contract.ts'
import { put } from '../../kit/api.ts'
import { dropDraft, readDraft, writeDraft } from '../parts/draft.ts'
import { Failure } from '../parts/Failure.tsx'
import { useSession } from '../session/session-context.ts'
import type { EvaluationTexts } from './evaluation-edit.ts'
import { editOf, textsOf } from './evaluation-edit.ts'

/** The texts of the report. What is typed is kept in this browser until saved; an emptied text brings the computed one back. */
export function EvaluationTextForm({ draft }: Readonly<{ draft: EvaluationDraft }>): ReactNode {
  const { account } = useSession()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<EvaluationTexts>()
  const draftKey = `${account.id}:evaluation:${draft.asOf}:${draft.version}`
  const [kept, setKept] = useState(() => readDraft(draftKey))
  const [isChanged, setChanged] = useState(kept !== null)
  const saving = useMutation({
    mutationFn: (edit: EvaluationEdit) => put<EvaluationDraft>('/api/plan/evaluation', edit),
    onSuccess: (answer) => {
      dropDraft(draftKey)
      setChanged(false)
      message.success('已保存，下载的文件使用这些文字')
      client.setQueryData(['evaluation', answer.asOf], answer)
    },
  })
  const save = (texts: EvaluationTexts): void => {
    const edit = editOf(draft, texts)
    if (edit !== null) saving.mutate(edit)
  }
  const discard = (): void => {
    dropDraft(draftKey)
    setKept(null)
    setChanged(false)
    form.setFieldsValue(textsOf(draft))
  }
  return (
    <aside className="panel evaluation-texts">
      <h2>报告文字</h2>
      {draft.mayEdit ? null : <p className="is-muted">您可以查看和下载；修改文字由科（所、队）负责人或局领导办理。</p>}
      {kept === null ? null : <p className="draft-note">已恢复上次未保存的修改。<Button type="link" size="small" onClick={discard}>放弃修改</Button></p>}
      <Form<EvaluationTexts>
        form={form} layout="vertical" disabled={!draft.mayEdit} initialValues={{ ...textsOf(draft), ...kept?.values }}
        onValuesChange={(_changed, values) => { setChanged(true); writeDraft(draftKey, { stepId: 'evaluation', values }) }} onFinish={() => { save({ ...textsOf(draft), ...form.getFieldsValue() }) }}
      >
        <Form.Item name="title" label="标题" extra="清空后保存，恢复系统生成的文字；以下各栏相同。"><Input maxLength={200} /></Form.Item>
        <Form.Item name="summary" label="总体情况"><Input.TextArea autoSize={{ minRows: 5, maxRows: 20 }} maxLength={10_000} /></Form.Item>
        {draft.gaps.map(({ id, name, gap, link }) => (
          <Form.Item key={id} name={['causes', id]} label={`差距原因：${name}`} extra={<a href={link}>{gap}</a>}><Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} placeholder="填写差距形成的原因" /></Form.Item>
        ))}
        <Form.Item name="proposals" label="对策建议"><Input.TextArea autoSize={{ minRows: 5, maxRows: 20 }} maxLength={10_000} /></Form.Item>
        {saving.isError ? <div className="form-failure"><Failure error={saving.error} /></div> : null}
        {draft.mayEdit ? <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={!isChanged}>保存文字</Button> : null}
      </Form>
    </aside>
  )
}
