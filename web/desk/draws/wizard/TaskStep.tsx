import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import type { FormInstance } from 'antd'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import type { PlanList, PlanTaskRow, PlanView } from '../../../../src/domains/inspection/programme/contract.ts'
import { get } from '../../../kit/api.ts'
import { serverNow } from '../../../kit/server-time.ts'
import { shareText } from '../../../kit/share-text.ts'
import { rulesByClass } from '../../inspection-programme/plan-task-values.ts'
import { Failure } from '../../parts/Failure.tsx'
import { useTowns } from '../../parts/pickers.tsx'
import { titleOf } from '../draw-order.ts'
import type { OrderValues } from '../draw-order.ts'

/** First step: the task of a published plan, and which of its objects. */
export function TaskStep({ form }: Readonly<{ form: FormInstance<OrderValues> }>): ReactNode {
  const planId = Form.useWatch('planId', form)
  const taskId = Form.useWatch('taskId', form)
  const plans = useQuery({ queryKey: ['inspection-plans'], queryFn: ({ signal }) => get<PlanList>('/api/inspection/plans', {}, signal) })
  const plan = useQuery({ queryKey: ['inspection-plan', planId], queryFn: ({ signal }) => get<PlanView>(`/api/inspection/plans/${planId ?? ''}`, {}, signal), enabled: planId !== undefined })
  const towns = useTowns().data ?? []
  const task = plan.data?.taskRows.find(({ id }) => id === taskId)
  const published = plans.data?.rows.filter(({ state }) => state === 'published') ?? []
  useEffect(() => {
    if (plan.data !== undefined && task !== undefined && (form.getFieldValue('title') ?? '') === '') form.setFieldValue('title', titleOf(plan.data, task, serverNow()))
  }, [form, plan.data, task])
  return (
    <>
      {plans.isError ? <Failure error={plans.error} retry={() => { void plans.refetch() }} /> : null}
      {plans.data !== undefined && published.length === 0 ? <p className="is-unassigned">还没有公布的年度抽查计划，不能准备抽取。<Link to="/inspection-plans">去公布计划</Link></p> : null}
      <Form.Item name="planId" label="年度抽查计划" rules={[{ required: true, message: '请选择计划' }]}><Select options={published.map(({ id, title }) => ({ value: id, label: title }))} onChange={() => { form.setFieldsValue({ taskId: undefined, title: '' }) }} /></Form.Item>
      <Form.Item name="taskId" label="任务" rules={[{ required: true, message: '请选择任务' }]}><Select showSearch={{ optionFilterProp: 'label' }} options={(plan.data?.taskRows ?? []).map(({ id, name }) => ({ value: id, label: name }))} onChange={() => { form.setFieldValue('title', '') }} /></Form.Item>
      {plan.data !== undefined && task !== undefined ? <TaskFacts plan={plan.data} task={task} /> : null}
      <Form.Item name="title" label="抽取名称" rules={[{ required: true, whitespace: true, min: 4, message: '请填写抽取名称，不少于4个字' }]}><Input maxLength={100} /></Form.Item>
      <Form.Item name="towns" label="镇街" extra="不选为全区。"><Select mode="multiple" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="全区" options={towns.map(({ code, name }) => ({ value: code, label: name }))} /></Form.Item>
    </>
  )
}

function TaskFacts({ plan, task }: Readonly<{ plan: PlanView; task: PlanTaskRow }>): ReactNode {
  return (
    <dl className="fact-list form-failure">
      <div><dt>检查对象</dt><dd>{task.kindName}，现有 <Link to="/inspection-objects/$kind" params={{ kind: task.kind }} className="text-link">{task.objects} 户</Link>，按比例约抽 {task.expected} 户</dd></div>
      <div><dt>抽查比例</dt><dd>{rulesByClass(task, plan.classNames).map(({ name, rule }) => `${name} ${shareText(rule.share)}`).join('；')}；纯随机组占{shareText(task.random.group)}，抽{shareText(task.random.drawn)}</dd></div>
      <div><dt>检查事项</dt><dd>{task.itemNames.join('、')}</dd></div>
      {task.floor === null ? null : <div><dt>法定最低比例</dt><dd>{task.floor.says}</dd></div>}
      {task.repeatBar === null ? null : <div><dt>不得重复</dt><dd>{task.repeatBar.says}</dd></div>}
    </dl>
  )
}
