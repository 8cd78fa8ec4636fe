import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Spin } from 'antd'
import type { ReactNode } from 'react'
import { post } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'

type Enrolment = Readonly<{ otpauth: string; qrSvg: string }>

/** Binds a one-time-password app: scan, then prove with the six digits it shows. */
export function SecondFactorForm({ onDone }: Readonly<{ onDone: () => void }>): ReactNode {
  // Beginning makes a new secret, so it is asked for once and never again by itself.
  const enrolment = useQuery({ queryKey: ['second-factor'], queryFn: () => post<Enrolment>('/api/session/second-factor/begin', {}), staleTime: Infinity, gcTime: 0, retry: false, refetchOnWindowFocus: false })
  const confirm = useMutation({ mutationFn: (values: { code: string }) => post('/api/session/second-factor/confirm', values), onSuccess: onDone })
  if (enrolment.isPending) return <Spin description="正在生成…"><div style={{ height: 200 }} /></Spin>
  if (enrolment.isError) return <Failure error={enrolment.error} retry={() => { void enrolment.refetch() }} />
  return (
    <>
      <p>用手机密码应用（支持 TOTP 的任意应用）扫描下图，再填写应用显示的 6 位数字。</p>
      <img className="qr-code" alt="动态码绑定二维码" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(enrolment.data.qrSvg)}`} />
      <p className="entry-note">不能扫码时，在应用中手工输入密钥：<code>{secretOf(enrolment.data.otpauth)}</code></p>
      <Form layout="vertical" requiredMark={false} onFinish={(values: { code: string }) => { confirm.mutate(values) }}>
        <Form.Item name="code" label="动态码" rules={[{ required: true, pattern: /^\d{6}$/, message: '请填写 6 位数字' }]}>
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
        </Form.Item>
        {confirm.isError ? <div className="form-failure"><Failure error={confirm.error} /></div> : null}
        <Button type="primary" htmlType="submit" block loading={confirm.isPending}>确认绑定</Button>
      </Form>
    </>
  )
}

function secretOf(otpauth: string): string {
  return new URL(otpauth).searchParams.get('secret') ?? otpauth
}
