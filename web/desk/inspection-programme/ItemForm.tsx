import { Button, Form, Input, Radio, Select, Space } from 'antd'
import type { ReactNode } from 'react'
import type { ItemFields, ItemList, ItemRow } from '../../../src/domains/inspection/programme/contract.ts'
import { Failure } from '../parts/Failure.tsx'
import { OfficePicker } from '../parts/pickers.tsx'
import { itemOf, ITEM_LABELS, valuesOf } from './item-values.ts'
import type { ItemValues } from './item-values.ts'

type ItemFormProps = Readonly<{
  list: ItemList; item: ItemRow | null; error: unknown; isSaving: boolean
  onSave: (edit: Readonly<{ code: string; reason: string; fields: ItemFields }>) => void; onCancel?: () => void
}>

const needed = (message: string) => [{ required: true, message }]

/** The form of an item. Each saving is a new version with its reason; the old ones stay. */
export function ItemForm({ list, item, error, isSaving, onSave, onCancel }: ItemFormProps): ReactNode {
  const many = (rows: readonly Readonly<{ id: string; name: string }>[]) => rows.map(({ id, name }) => ({ value: id, label: name }))
  const named = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }))
  return (
    <Form<ItemValues> layout="vertical" scrollToFirstError initialValues={item === null ? { level: 'general' } : valuesOf(item)} onFinish={(values) => { onSave(itemOf(values)) }}>
      {item === null ? <Form.Item name="code" label="编码" rules={needed('请填写编码')}><Input maxLength={20} style={{ width: 160 }} /></Form.Item> : null}
      <Form.Item name="name" label={ITEM_LABELS.name} rules={needed('请填写事项名称')}><Input maxLength={100} /></Form.Item>
      <Form.Item name="category" label={ITEM_LABELS.category} rules={needed('请填写类别名称')}><Input maxLength={50} /></Form.Item>
      <Form.Item name="level" label={ITEM_LABELS.level}><Radio.Group aria-label={ITEM_LABELS.level} options={named(list.levels)} /></Form.Item>
      <Form.Item name="kinds" label={ITEM_LABELS.kinds} rules={needed('请选择检查对象')}><Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={many(list.kinds)} /></Form.Item>
      <Form.Item name="methods" label={ITEM_LABELS.methods} rules={needed('请选择检查方式')}><Select mode="multiple" options={named(list.methods)} /></Form.Item>
      <Form.Item name="officeId" label={ITEM_LABELS.officeId} rules={needed('请选择承办科所')}><OfficePicker placeholder="选择科所" /></Form.Item>
      <Form.Item name="jointDepartments" label={ITEM_LABELS.jointDepartments} extra="部门联合抽查的，逐个输入部门名称后回车。"><Select mode="tags" open={false} tokenSeparators={['、', '，', ',']} /></Form.Item>
      <Form.Item name="checklistIds" label={ITEM_LABELS.checklistIds}><Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={many(list.checklists)} /></Form.Item>
      <Form.Item name="expertise" label={ITEM_LABELS.expertise} extra="检查组中至少一人须具备；没有要求的不填。"><Input maxLength={50} style={{ width: 200 }} /></Form.Item>
      <Form.Item name="basisText" label={ITEM_LABELS.basisText} rules={item === null ? needed('请写明依据的法规名称和条款') : []}><Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} /></Form.Item>
      <Form.Item name="reason" label="变更理由" rules={[{ required: true, whitespace: true, min: 5, message: '请写明变更理由，不少于5个字' }]}><Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} /></Form.Item>
      {error === null ? null : <div className="form-failure"><Failure error={error} /></div>}
      <Space><Button type="primary" htmlType="submit" loading={isSaving}>保存</Button>{onCancel === undefined ? null : <Button onClick={onCancel}>放弃修改</Button>}</Space>
    </Form>
  )
}
