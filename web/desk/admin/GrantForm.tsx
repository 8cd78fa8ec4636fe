import { useMutation } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import type { ReactNode } from 'react'
import type { AccountView } from '../../../src/platform/session/contract.ts'
import { post } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { useOffices, useTowns } from '../parts/pickers.tsx'

type NewGrant = Readonly<{ role: string; offices: readonly string[]; towns: readonly string[] }>

const roles: Readonly<Record<string, string>> = {
  'intake-officer': '受理登记人员', 'case-officer': '承办人员', 'section-head': '科（所）负责人', 'bureau-leader': '局负责人', 'legal-reviewer': '法制审核人员',
  'system-administrator': '系统管理员', 'security-administrator': '安全管理员', 'audit-administrator': '审计管理员',
}

/** Gives a role within offices and towns; what excludes it comes back as a refusal. */
export function GrantForm({ account, onDone }: Readonly<{ account: AccountView; onDone: () => void }>): ReactNode {
  const [form] = Form.useForm<NewGrant>()
  const offices = useOffices()
  const towns = useTowns()
  const grant = useMutation({
    mutationFn: (values: NewGrant) => post(`/api/accounts/${account.id}/grants`, values),
    onSuccess: () => { form.resetFields(); onDone() },
  })
  return (
    <Form<NewGrant> form={form} layout="vertical" className="grant-form" initialValues={{ offices: [account.officeId], towns: ['*'] }} onFinish={(values) => { grant.mutate(values) }}>
      <h3>授予岗位</h3>
      <Form.Item name="role" label="岗位" rules={[{ required: true, message: '请选择岗位' }]}><Select options={Object.entries(roles).map(([value, label]) => ({ value, label }))} /></Form.Item>
      <Form.Item name="offices" label="科所范围" rules={[{ required: true, type: 'array', min: 1, message: '请选择科所范围' }]}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} loading={offices.isPending} options={[{ value: '*', label: '全局' }, ...(offices.data ?? []).map(office => ({ value: office.id, label: office.name }))]} />
      </Form.Item>
      <Form.Item name="towns" label="镇街范围" rules={[{ required: true, type: 'array', min: 1, message: '请选择镇街范围' }]}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} loading={towns.isPending} options={[{ value: '*', label: '全部镇街' }, ...(towns.data ?? []).map(town => ({ value: town.code, label: town.name }))]} />
      </Form.Item>
      {grant.isError ? <div className="form-failure"><Failure error={grant.error} /></div> : null}
      <Button type="primary" htmlType="submit" loading={grant.isPending}>授予</Button>
    </Form>
  )
}
