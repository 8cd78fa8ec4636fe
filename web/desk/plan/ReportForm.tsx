import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { TaskView } from '../../../src/engines/plan/contract.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { post } from '../../kit/api.ts'
import { dropDraft, readDraft, writeDraft } from '../parts/draft.ts'
import { Failure } from '../parts/Failure.tsx'
import { useSession } from '../session/session-context.ts'
import type { ReportValues } from './report-input.ts'
import { reportOf } from './report-input.ts'

/** The owner's report of a task's progress. It drafts itself and sends the same id until it succeeds. */
export function ReportForm({ task }: Readonly<{ task: TaskView }>): ReactNode {
  const { account } = useSession()
  const client = useQueryClient()
  const { message } = App.useApp()
  const draftKey = `${account.id}:plan-task:${task.id}`
  const [form] = Form.useForm<ReportValues>()
  const [{ draft, reportId }] = useState(() => {
    const draft = readDraft(draftKey)
    return { draft, reportId: draft?.stepId ?? crypto.randomUUID() }
  })
  const sending = useMutation({
    mutationFn: (values: ReportValues) => post<TaskView>(`/api/plan/tasks/${task.id}/reports`, reportOf(values, reportId)),
    onSuccess: (answer) => {
      dropDraft(draftKey)
      message.success('进展已填报')
      client.setQueryData(['plan-task', task.id, ''], answer)
      void client.invalidateQueries({ queryKey: ['plan'] })
      void client.invalidateQueries({ queryKey: ['plan-month'] })
    },
  })
  const open = task.milestones.filter(({ doneOn }) => doneOn === null)
  return (
    <section className="panel">
      <h2>填报进展</h2>
      <Form<ReportValues>
        form={form} layout="vertical" scrollToFirstError initialValues={{ progressPercent: task.progressPercent, ...draft?.values }}
        onValuesChange={(_changed, values) => { writeDraft(draftKey, { stepId: reportId, values }) }} onFinish={(values) => { sending.mutate(values) }}
      >
        {draft === null ? null : <p className="draft-note">已恢复上次未提交的内容。</p>}
        <Form.Item name="progressPercent" label={`进度（上次 ${task.progressPercent}%）`} rules={[{ required: true, message: '请填写进度' }]}><InputNumber min={0} max={100} precision={0} suffix="%" style={{ width: 120 }} /></Form.Item>
        <Form.Item name="text" label="进展" rules={[{ required: true, whitespace: true, min: 5, message: '请写明进展，不少于5个字' }]}><Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} /></Form.Item>
        {open.length === 0 ? null : <Form.Item name="milestoneId" label="本次完成的节点"><Select allowClear placeholder="没有完成节点" options={open.map(({ id, title, dueOn }) => ({ value: id, label: `${title}（${dueOn}）` }))} /></Form.Item>}
        <Form.List name="evidence">
          {(lines, { add, remove }) => (
            <fieldset className="evidence-fields">
              <legend>佐证（办件编号或说明）</legend>
              {lines.map(({ key, name }) => (
                <div key={key} className="evidence-line">
                  <Form.Item name={[name, 'matterNumber']} noStyle><Input aria-label={`佐证${name + 1}：办件编号`} placeholder="办件编号" /></Form.Item>
                  <Form.Item name={[name, 'note']} noStyle><Input aria-label={`佐证${name + 1}：说明`} placeholder="说明" maxLength={200} /></Form.Item>
                  <Button icon={<DeleteOutlined />} aria-label={`删除佐证${name + 1}`} onClick={() => { remove(name) }} />
                </div>
              ))}
              {lines.length >= 20 ? null : <Button icon={<PlusOutlined />} onClick={() => { add({}) }}>添加佐证</Button>}
            </fieldset>
          )}
        </Form.List>
        {sending.isError ? <div className="form-failure"><Failure error={sending.error} {...(sending.error instanceof ApiFailure && sending.error.kind === 'offline' ? { retry: () => { form.submit() } } : {})} /></div> : null}
        <Button type="primary" htmlType="submit" loading={sending.isPending}>提交填报</Button>
      </Form>
    </section>
  )
}
