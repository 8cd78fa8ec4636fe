import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { SessionView, SignIn } from '../../../src/platform/session/contract.ts'
import { post } from '../../kit/api.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { Failure } from '../parts/Failure.tsx'
import { EntryPanel } from './EntryPanel.tsx'

const wantsCode = (error: unknown): boolean => error instanceof ApiFailure && error.refusal?.code === 'session.code-required'

/** Login and password; the six digits when the account has a second factor. */
export function SignInPage({ onSignedIn }: Readonly<{ onSignedIn: (session: SessionView) => void }>): ReactNode {
  const [needsCode, setNeedsCode] = useState(false)
  const signIn = useMutation({
    mutationFn: (values: SignIn) => post<SessionView>('/api/session', values),
    onSuccess: onSignedIn,
    onError: (error) => { if (wantsCode(error)) setNeedsCode(true) },
  })
  return (
    <EntryPanel title="登录办公端" focusOn={needsCode ? 'code' : 'login'}>
      <Form<SignIn> layout="vertical" requiredMark={false} onFinish={(values) => { signIn.mutate(values) }}>
        <Form.Item name="login" label="账号" rules={[{ required: true, message: '请填写账号' }]}>
          <Input autoComplete="username" size="large" readOnly={needsCode} />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="current-password" size="large" readOnly={needsCode} />
        </Form.Item>
        {needsCode ? (
          <Form.Item name="code" label="动态码" extra="打开手机上的密码应用，填写当前显示的 6 位数字" rules={[{ required: true, pattern: /^\d{6}$/, message: '请填写 6 位数字' }]}>
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} size="large" />
          </Form.Item>
        ) : null}
        {signIn.isError && !(wantsCode(signIn.error) && signIn.variables.code === undefined) ? <div className="form-failure"><Failure error={signIn.error} /></div> : null}
        <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>登录</Button>
        {needsCode ? <Button type="link" block onClick={() => { setNeedsCode(false); signIn.reset() }}>换一个账号</Button> : null}
      </Form>
      <p className="entry-note">忘记密码或账号被锁定，请联系本局安全管理员。登录、查询和修改均留有审计记录。</p>
    </EntryPanel>
  )
}
