import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import type { PlanTask, PlanView } from '../../../src/domains/inspection/programme/contract.ts'
import { shareTyped } from '../../kit/share-text.ts'
import { OfficePicker } from '../parts/pickers.tsx'
import { NEW_TASK, taskOf, valuesOf } from './plan-task-values.ts'
import type { TaskValues } from './plan-task-values.ts'
import { useItems } from './programme-api.ts'

const MONTHS = Array.from({ length: 12 }, (_, index) => ({ value: index + 1, label: `${index + 1}月` }))
const needed = (message: string) => [{ required: true, message }]
const share = [{ validator: (_rule: unknown, value: unknown) => (typeof value === 'string' && shareTyped(value) !== undefined ? Promise.resolve() : Promise.reject(new Error('如 5%、0.5% 或 1/3'))) }]

/** One task of a plan: items, objects, ratio and frequency by class, and the group drawn whatever the class. */
export function PlanTaskForm({ plan, task, onKeep }: Readonly<{ plan: PlanView; task: PlanTask | null; onKeep: (task: PlanTask) => void }>): ReactNode {
  const [form] = Form.useForm<TaskValues>()
  const items = useItems().data
  const kind = Form.useWatch('kind', form)
  const chosen = Form.useWatch('itemCodes', form) ?? []
  const fitting = (items?.rows ?? []).filter(row => !row.isRetired && (kind === undefined || row.kinds.includes(kind)))
  const floors = (items?.rows ?? []).filter(row => chosen.includes(row.code) && row.floor !== null)
  return (
    <Form<TaskValues> form={form} layout="vertical" scrollToFirstError initialValues={task === null ? NEW_TASK : valuesOf(task)} onFinish={(values) => { onKeep(taskOf(task?.id ?? crypto.randomUUID().slice(0, 13), values, Object.keys(plan.classNames))) }}>
      <Form.Item name="name" label="任务名称" rules={needed('请填写任务名称')}><Input maxLength={100} /></Form.Item>
      <Form.Item name="level" label="事项类别"><Radio.Group aria-label="事项类别" options={[{ value: 'general', label: '一般检查事项' }, { value: 'key', label: '重点检查事项' }]} /></Form.Item>
      <Form.Item name="kind" label="检查对象" rules={needed('请选择检查对象')}><Select showSearch={{ optionFilterProp: 'label' }} options={(items?.kinds ?? []).map(({ id, name }) => ({ value: id, label: name }))} onChange={() => { form.setFieldValue('itemCodes', []) }} /></Form.Item>
      <Form.Item name="itemCodes" label="检查事项" rules={needed('请选择检查事项')} extra="同一对象的多个事项合并为一次检查。"><Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={fitting.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))} /></Form.Item>
      {floors.map(({ code, floor }) => (floor === null ? null : <p key={code} className="draft-note">{code}：{floor.says}，各类比例不得低于法定最低比例。</p>))}
      <table className="class-rules">
        <caption className="visually-hidden">各信用风险类别的抽查比例和频次</caption>
        <thead><tr><th scope="col">信用风险类别</th><th scope="col">比例</th><th scope="col">最少（户）</th><th scope="col">每年至多（次，0为不限）</th></tr></thead>
        <tbody>
          {Object.keys(plan.classNames).map(id => (
            <tr key={id}>
              <th scope="row">{plan.classNames[id]}</th>
              <td><Form.Item name={['classes', id, 'share']} rules={share}><Input aria-label={`${plan.classNames[id]}：比例`} style={{ width: 90 }} /></Form.Item></td>
              <td><Form.Item name={['classes', id, 'minimum']}><InputNumber aria-label={`${plan.classNames[id]}：最少户数`} min={0} max={100_000} precision={0} style={{ width: 90 }} /></Form.Item></td>
              <td><Form.Item name={['classes', id, 'timesPerYear']}><InputNumber aria-label={`${plan.classNames[id]}：每年至多次数`} min={0} max={12} precision={0} style={{ width: 90 }} /></Form.Item></td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="inline-fields">
        <Form.Item name="randomGroup" label="纯随机组（占全部对象）" rules={share} extra="每次抽取都保留一部分对象，与类别无关。"><Input style={{ width: 110 }} /></Form.Item>
        <Form.Item name="randomDrawn" label="纯随机组的抽查比例" rules={share}><Input style={{ width: 110 }} /></Form.Item>
      </div>
      <div className="inline-fields">
        <Form.Item name="monthFrom" label="自"><Select aria-label="开始月份" options={MONTHS} style={{ width: 90 }} /></Form.Item>
        <Form.Item name="monthUntil" label="至" dependencies={['monthFrom']} rules={[({ getFieldValue }) => ({ validator: (_rule, value: unknown) => (Number(value) >= Number(getFieldValue('monthFrom')) ? Promise.resolve() : Promise.reject(new Error('不早于开始月份'))) })]}><Select aria-label="结束月份" options={MONTHS} style={{ width: 90 }} /></Form.Item>
        <Form.Item name="leadOfficeId" label="牵头科所" rules={needed('请选择牵头科所')}><OfficePicker placeholder="选择科所" width={220} /></Form.Item>
      </div>
      <Form.Item name="jointDepartments" label="会同部门" extra="部门联合抽查的，逐个输入部门名称后回车。"><Select mode="tags" open={false} tokenSeparators={['、', '，', ',']} /></Form.Item>
      <Button type="primary" htmlType="submit">放入计划</Button>
    </Form>
  )
}
