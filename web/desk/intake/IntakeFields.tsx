import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Radio, Select } from 'antd'
import type { FormInstance } from 'antd'
import type { ReactNode } from 'react'
import type { PortalForms } from '../../../src/domains/consumer/contract.ts'
import type { EntityFile } from '../../../src/engines/register/contract.ts'
import { get } from '../../kit/api.ts'
import { DateInput, MinuteInput } from '../parts/DateInput.tsx'
import { faultOf } from '../parts/form-values.ts'
import { EntityPicker, useProcedures } from '../parts/pickers.tsx'
import type { IntakeForm } from './intake-request.ts'

type Values = Readonly<{ values: IntakeForm }>

const channels = [
  { value: 'counter', label: '窗口' }, { value: 'hotline-12315', label: '12315平台' }, { value: 'hotline-12345', label: '12345热线' }, { value: 'letter', label: '来信' }, { value: 'web', label: '网络' },
]
const kinds = [
  { value: 'complaint', label: '投诉（消费争议，请求调解）' }, { value: 'report', label: '举报（违法线索）' }, { value: 'mixed', label: '投诉和举报（分为两件）' }, { value: 'work-order', label: '12345工单' },
]
const must = (message: string): { required: true; message: string; whitespace: true } => ({ required: true, message, whitespace: true })

export function SourceFields({ values }: Values): ReactNode {
  const orderTypes = useProcedures().data?.find(procedure => procedure.id === 'work-order')?.openingFields.find(field => field.key === 'orderType')?.choices
  const isOutside = values.channel === 'hotline-12315' || values.channel === 'hotline-12345'
  return (
    <section className="panel">
      <h2>来源</h2>
      <Form.Item name="kind" label="诉求种类" required><Radio.Group aria-label="诉求种类" options={kinds} /></Form.Item>
      <Form.Item name="channel" label="来源渠道" required><Radio.Group aria-label="来源渠道" options={channels} /></Form.Item>
      <div className="entry-columns">
        <Form.Item name="receivedAt" label="收到时间" required rules={[{ validator: (_rule, value: unknown) => check('收到时间', 'instant', value) }]}><MinuteInput width="100%" /></Form.Item>
        {isOutside ? <Form.Item name="outsideNo" label="平台编号（工单号）" rules={[must('请填写平台编号')]}><Input maxLength={60} /></Form.Item> : null}
        {values.kind === 'work-order' && orderTypes !== undefined ? <Form.Item name="orderType" label="工单类型" rules={[{ required: true, message: '请选择工单类型' }]}><Select options={Object.entries(orderTypes).map(([value, label]) => ({ value, label }))} /></Form.Item> : null}
      </div>
    </section>
  )
}

export function ContentFields({ values }: Values): ReactNode {
  const forms = useQuery({ queryKey: ['portal-forms'], queryFn: () => get<PortalForms>('/api/portal/forms'), staleTime: Infinity })
  const isComplaint = values.kind === 'complaint' || values.kind === 'mixed'
  const isReport = values.kind === 'report' || values.kind === 'mixed'
  return (
    <section className="panel">
      <h2>内容</h2>
      <div className="entry-columns">
        <Form.Item name="category" label="商品或服务类别" rules={[{ required: true, message: '请选择类别' }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} loading={forms.isPending} placeholder="选择类别" options={Object.entries(forms.data?.categories ?? {}).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="amount" label="涉及金额" rules={[{ validator: (_rule, value: unknown) => check('涉及金额', 'amount-in-fen', value) }]}><Input inputMode="decimal" suffix="元" /></Form.Item>
      </div>
      <Form.Item name="content" label="事实和理由" rules={[must('请填写事实和理由')]}><Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={5000} showCount /></Form.Item>
      {isComplaint ? <Form.Item name="demand" label="具体请求" rules={[must('投诉须有具体请求')]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} /></Form.Item> : null}
      <div className="entry-columns">
        <Form.Item name="purchasedOn" label="购买（接受服务）日期" rules={[{ validator: (_rule, value: unknown) => check('购买日期', 'date', value) }]}><DateInput width="100%" /></Form.Item>
        <Form.Item name="harmKnownOn" label="知道权益受损的日期" rules={[{ validator: (_rule, value: unknown) => check('该日期', 'date', value) }]}><DateInput width="100%" /></Form.Item>
      </div>
      {isComplaint ? <Form.Item name="hasConsentedToMediation" valuePropName="checked"><Checkbox>投诉人同意调解</Checkbox></Form.Item> : null}
      {isReport ? <Form.Item name="wantsReward" valuePropName="checked"><Checkbox>举报人申请奖励</Checkbox></Form.Item> : null}
    </section>
  )
}

export function RespondentFields({ values, form }: Values & Readonly<{ form: FormInstance<IntakeForm> }>): ReactNode {
  const fill = async (entityId: string | undefined): Promise<void> => {
    if (entityId === undefined) return
    const { entity } = await get<EntityFile>(`/api/entities/${entityId}`)
    form.setFieldsValue({ respondentName: entity.name, uscc: entity.uscc ?? '', respondentAddress: entity.address ?? '' })
  }
  return (
    <section className="panel">
      <h2>{{ complaint: '被投诉人', report: '被举报人', mixed: '被投诉（举报）人', 'work-order': '反映的对象' }[values.kind ?? 'complaint']}</h2>
      <Form.Item name="entityId" label="在主体库中查找" extra="选中后自动带出名称、代码和地址；库中没有的直接填写下面各项"><EntityPicker onChange={(id) => { form.setFieldsValue(id === undefined ? {} : { entityId: id }); void fill(id) }} /></Form.Item>
      <div className="entry-columns">
        <Form.Item name="respondentName" label="名称或姓名" rules={[must('请填写被投诉（举报）人的名称')]}><Input maxLength={120} /></Form.Item>
        <Form.Item name="uscc" label="统一社会信用代码"><Input maxLength={18} /></Form.Item>
        <Form.Item name="respondentAddress" label="地址" extra="用于确定管辖科所"><Input maxLength={200} /></Form.Item>
        <Form.Item name="platformName" label="网络交易平台（如有）"><Input maxLength={80} /></Form.Item>
      </div>
    </section>
  )
}

export function PersonFields({ values }: Values): ReactNode {
  const mayBeAnonymous = values.kind === 'report'
  const isAnonymous = mayBeAnonymous && values.isAnonymous === true
  return (
    <section className="panel">
      <h2>{{ complaint: '投诉人', report: '举报人', mixed: '投诉（举报）人', 'work-order': '来电人' }[values.kind ?? 'complaint']}</h2>
      {mayBeAnonymous ? <Form.Item name="isAnonymous" valuePropName="checked"><Checkbox>匿名举报</Checkbox></Form.Item> : null}
      <div className="entry-columns">
        <Form.Item name="personName" label="姓名" rules={isAnonymous ? [] : [must('请填写姓名')]}><Input maxLength={60} autoComplete="off" /></Form.Item>
        <Form.Item name="phone" label="电话" rules={isAnonymous ? [] : [must('请填写电话')]}><Input maxLength={20} inputMode="tel" autoComplete="off" /></Form.Item>
        <Form.Item name="idNumber" label="证件号码"><Input maxLength={18} autoComplete="off" /></Form.Item>
        <Form.Item name="email" label="电子邮箱"><Input maxLength={80} autoComplete="off" /></Form.Item>
      </div>
      <Form.Item name="personAddress" label="通讯地址"><Input maxLength={200} autoComplete="off" /></Form.Item>
    </section>
  )
}

async function check(label: string, widget: 'instant' | 'date' | 'amount-in-fen', value: unknown): Promise<void> {
  const fault = faultOf({ label, widget, isRequired: widget === 'instant' }, value)
  if (fault !== null) throw new Error(fault)
}
