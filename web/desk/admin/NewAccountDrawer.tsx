import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import type { AccountView } from '../../../src/platform/session/contract.ts'
import { post } from '../../kit/api.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { DateInput } from '../parts/DateInput.tsx'
import { Failure } from '../parts/Failure.tsx'
import { OfficePicker } from '../parts/pickers.tsx'
import { InitialPassword } from './InitialPassword.tsx'

type NewAccount = Readonly<{ login: string; name: string; officeId: string; phone?: string; certificateNo?: string; certificateUntil?: string; legalQualificationNo?: string }>

/** A new account; its first password is shown once and must be replaced at the first sign-in. */
export function NewAccountDrawer({ isOpen, onClose }: Readonly<{ isOpen: boolean; onClose: () => void }>): ReactNode {
  return <Drawer open={isOpen} onClose={onClose} title="新建账号" size={460} destroyOnHidden><NewAccountForm onClose={onClose} /></Drawer>
}

function NewAccountForm({ onClose }: Readonly<{ onClose: () => void }>): ReactNode {
  const client = useQueryClient()
  const [form] = Form.useForm<NewAccount>()
  const create = useMutation({
    mutationFn: (values: NewAccount) => post<AccountView & { initialPassword: string }>('/api/accounts', Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))),
    onSuccess: () => { void client.invalidateQueries({ queryKey: ['accounts'] }) },
    onError: (error) => { if (error instanceof ApiFailure) form.setFields(error.fields.map(fault => ({ name: fault.field === 'login' ? 'login' : 'name', errors: [`${fault.label}${fault.says}`] }))) },
  })
  if (create.isSuccess) return <InitialPassword name={create.data.name} login={create.data.login} password={create.data.initialPassword} onDone={onClose} />
  return (
    <Form<NewAccount> form={form} layout="vertical" onFinish={(values) => { create.mutate(values) }}>
      <Form.Item name="name" label="姓名" rules={[{ required: true, min: 2, message: '请填写姓名' }]}><Input maxLength={30} autoComplete="off" /></Form.Item>
      <Form.Item name="login" label="账号" extra="3 至 32 位字母、数字，以字母开头" rules={[{ required: true, pattern: /^[A-Za-z][A-Za-z0-9._-]{2,31}$/, message: '应为 3 至 32 位字母、数字，以字母开头' }]}><Input maxLength={32} autoComplete="off" /></Form.Item>
      <Form.Item name="officeId" label="科所" rules={[{ required: true, message: '请选择科所' }]}><OfficePicker placeholder="选择科所" /></Form.Item>
      <Form.Item name="phone" label="电话"><Input maxLength={20} autoComplete="off" /></Form.Item>
      <Form.Item name="certificateNo" label="执法证号"><Input maxLength={40} autoComplete="off" /></Form.Item>
      <Form.Item name="certificateUntil" label="执法证有效期至"><DateInput /></Form.Item>
      <Form.Item name="legalQualificationNo" label="法律职业资格证书编号"><Input maxLength={40} autoComplete="off" /></Form.Item>
      {create.isError ? <div className="form-failure"><Failure error={create.error} /></div> : null}
      <Button type="primary" htmlType="submit" loading={create.isPending}>建立账号</Button>
    </Form>
  )
}
