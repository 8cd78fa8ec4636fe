import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, Space } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { PlanEdit, PlanTask, PlanView } from '../../../src/domains/inspection/programme/contract.ts'
import { put } from '../../kit/api.ts'
import { shareText } from '../../kit/share-text.ts'
import { Failure } from '../parts/Failure.tsx'
import { monthsText, rulesByClass } from './plan-task-values.ts'
import { PlanTaskForm } from './PlanTaskForm.tsx'

type PlanEditorProps = Readonly<{ plan: PlanView; tasks: readonly PlanTask[]; onChange: (tasks: readonly PlanTask[]) => void; onSaved: (answer: PlanView) => void; onCancel: () => void }>

/** The tasks while they are changed: nothing is saved until all is sent as one new revision with its reason. */
export function PlanEditor({ plan, tasks, onChange, onSaved, onCancel }: PlanEditorProps): ReactNode {
  const [edited, setEdited] = useState<PlanTask | 'new' | null>(null)
  const saving = useMutation({ mutationFn: (edit: PlanEdit) => put<PlanView>(`/api/inspection/plans/${plan.id}`, edit), onSuccess: onSaved })
  const keep = (task: PlanTask): void => {
    onChange(tasks.some(({ id }) => id === task.id) ? tasks.map(each => (each.id === task.id ? task : each)) : [...tasks, task])
    setEdited(null)
  }
  return (
    <section className="panel">
      <h2>调整任务<span className="page-count">{tasks.length} 项，尚未保存</span></h2>
      <ul className="paper-list">
        {tasks.map(task => (
          <li key={task.id}>
            <strong>{task.name}</strong> <Button size="small" icon={<EditOutlined />} onClick={() => { setEdited(task) }}>修改</Button> <Button size="small" icon={<DeleteOutlined />} onClick={() => { onChange(tasks.filter(({ id }) => id !== task.id)) }}>删除</Button>
            <span className="is-muted">{monthsText(task)} · {rulesByClass(task, plan.classNames).map(({ rule }) => shareText(rule.share)).join(' / ')} · {task.itemCodes.length}项检查事项</span>
          </li>
        ))}
      </ul>
      <p><Button icon={<PlusOutlined />} onClick={() => { setEdited('new') }}>加入任务</Button></p>
      <Form<Readonly<{ title: string; reason: string }>> layout="vertical" initialValues={{ title: plan.title }} onFinish={({ title, reason }) => { saving.mutate({ version: plan.version, title: title.trim(), reason: reason.trim(), tasks }) }}>
        <Form.Item name="title" label="计划名称" rules={[{ required: true, whitespace: true, message: '请填写计划名称' }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="reason" label="变更理由" rules={[{ required: true, whitespace: true, min: 5, message: '请写明变更理由，不少于5个字' }]} extra="保存后成为新的一版；原来的比例、任务仍在变更记录中。"><Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} /></Form.Item>
        {saving.isError ? <div className="form-failure"><Failure error={saving.error} /></div> : null}
        <Space><Button type="primary" htmlType="submit" loading={saving.isPending}>保存为新的一版</Button><Button onClick={onCancel}>放弃调整</Button></Space>
      </Form>
      <Drawer open={edited !== null} onClose={() => { setEdited(null) }} title={edited === 'new' || edited === null ? '加入任务' : edited.name} size={680} destroyOnHidden>
        {edited === null ? null : <PlanTaskForm plan={plan} task={edited === 'new' ? null : edited} onKeep={keep} />}
      </Drawer>
    </section>
  )
}
