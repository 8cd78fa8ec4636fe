import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { post } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'

type Passwords = Readonly<{ oldPassword: string; newPassword: string; repeated: string }>

/** The old password, and the new one twice. */
export function PasswordForm({ onDone }: Readonly<{ onDone: () => void }>): ReactNode {
  const change = useMutation({
    mutationFn: ({ oldPassword, newPassword }: Passwords) => post('/api/session/password', { oldPassword, newPassword }),
    onSuccess: onDone,
  })
  return (
    <Form<Passwords> layout="vertical" requiredMark={false} onFinish={(values) => { change.mutate(values) }}>
      <Form.Item name="oldPassword" label="当前密码" rules={[{ required: true, message: '请填写当前密码' }]}><Input.Password autoComplete="current-password" /></Form.Item>
      <Form.Item name="newPassword" label="新密码" extra="至少 12 位；不要使用姓名、生日、单位名称" rules={[{ required: true, message: '请填写新密码' }]}><Input.Password autoComplete="new-password" /></Form.Item>
      <Form.Item
        name="repeated" label="再次填写新密码" dependencies={['newPassword']}
        rules={[{ required: true, message: '请再次填写新密码' }, form => ({
          validator: (_rule, value: unknown) => value === form.getFieldValue('newPassword') ? Promise.resolve() : Promise.reject(new Error('两次填写的新密码不一致')),
        })]}
      ><Input.Password autoComplete="new-password" /></Form.Item>
      {change.isError ? <div className="form-failure"><Failure error={change.error} /></div> : null}
      <Button type="primary" htmlType="submit" block loading={change.isPending}>保存新密码</Button>
    </Form>
  )
}
