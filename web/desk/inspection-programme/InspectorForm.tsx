import { Button, Form, Input, Radio, Select, Space } from 'antd'
import type { ReactNode } from 'react'
import type { InspectorFields, InspectorList, InspectorRow } from '../../../src/domains/inspection/programme/contract.ts'
import { isCalendarDate } from '../../../src/kernel/calendar-date.ts'
import { DateInput } from '../parts/DateInput.tsx'
import { Failure } from '../parts/Failure.tsx'
import { OfficePicker, TownPicker } from '../parts/pickers.tsx'
import { INSPECTOR_LABELS as LABELS, inspectorOf, valuesOf } from './inspector-values.ts'
import type { InspectorValues } from './inspector-values.ts'

type InspectorFormProps = Readonly<{
  list: InspectorList; inspector: InspectorRow | null; error: unknown; isSaving: boolean
  onSave: (edit: Readonly<{ reason: string; fields: InspectorFields }>) => void; onCancel?: () => void
}>

const needed = (message: string) => [{ required: true, whitespace: true, message }]
const dated = (label: string) => [{ validator: (_rule: unknown, value: unknown) => (typeof value === 'string' && isCalendarDate(value) ? Promise.resolve() : Promise.reject(new Error(`请填写${label}，如 2026-05-01`))) }]

/** The form of an inspector; each saving is a new version with its reason. */
export function InspectorForm({ list, inspector, error, isSaving, onSave, onCancel }: InspectorFormProps): ReactNode {
  const [form] = Form.useForm<InspectorValues>()
  // Who has an account brings name, office and certificate along.
  const takeAccount = (id: string | undefined): void => {
    const account = list.accounts.find(each => each.id === id)
    if (account === undefined) return
    form.setFieldsValue({ name: account.name, officeId: account.officeId, department: list.ownDepartment, ...(account.certificateNo === null ? {} : { certificateNo: account.certificateNo }), ...(account.certificateUntil === null ? {} : { certifiedUntil: account.certificateUntil }) })
  }
  return (
    <Form<InspectorValues> form={form} layout="vertical" scrollToFirstError initialValues={inspector === null ? { isActive: true, department: list.ownDepartment } : valuesOf(inspector)} onFinish={(values) => { onSave(inspectorOf(values)) }}>
      <Form.Item name="accountId" label={LABELS.accountId} extra="其他部门的检查人员没有本局账号，不选。"><Select allowClear showSearch={{ optionFilterProp: 'label' }} options={list.accounts.map(({ id, name, officeName }) => ({ value: id, label: `${name}（${officeName}）` }))} onChange={takeAccount} /></Form.Item>
      <div className="inline-fields">
        <Form.Item name="name" label={LABELS.name} rules={needed('请填写姓名')}><Input maxLength={50} style={{ width: 140 }} /></Form.Item>
        <Form.Item name="department" label={LABELS.department} rules={needed('请填写部门')}><Input maxLength={50} style={{ width: 220 }} /></Form.Item>
      </div>
      <div className="inline-fields">
        <Form.Item name="officeId" label={LABELS.officeId}><OfficePicker placeholder="选择科所" width={220} /></Form.Item>
        <Form.Item name="townCode" label={LABELS.townCode} extra="抽取时回避本镇街的对象"><TownPicker placeholder="选择镇街" width={160} /></Form.Item>
      </div>
      <Form.Item name="certificateNo" label={LABELS.certificateNo} rules={needed('请填写执法证件号')}><Input maxLength={50} style={{ width: 240 }} /></Form.Item>
      <div className="inline-fields">
        <Form.Item name="certifiedFrom" label={LABELS.certifiedFrom} required rules={dated(LABELS.certifiedFrom)}><DateInput label={LABELS.certifiedFrom} /></Form.Item>
        <Form.Item name="certifiedUntil" label={LABELS.certifiedUntil} required rules={dated(LABELS.certifiedUntil)}><DateInput label={LABELS.certifiedUntil} /></Form.Item>
      </div>
      <Form.Item name="expertise" label={LABELS.expertise}><Select mode="tags" options={list.expertise.map(value => ({ value, label: value }))} tokenSeparators={['、', '，', ',']} /></Form.Item>
      <Form.Item name="isActive" label={LABELS.isActive}><Radio.Group aria-label={LABELS.isActive} options={[{ value: true, label: '列入，可以抽取' }, { value: false, label: '移出' }]} /></Form.Item>
      <Form.Item name="reason" label="变更理由" rules={[{ required: true, whitespace: true, min: 5, message: '请写明变更理由，不少于5个字' }]}><Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} /></Form.Item>
      {error === null ? null : <div className="form-failure"><Failure error={error} /></div>}
      <Space><Button type="primary" htmlType="submit" loading={isSaving}>保存</Button>{onCancel === undefined ? null : <Button onClick={onCancel}>放弃修改</Button>}</Space>
    </Form>
  )
}
