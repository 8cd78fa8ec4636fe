import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Result, Select } from 'antd'
import type { ReactNode } from 'react'
import type { FirstAdministrators } from '../../../src/platform/session/contract.ts'
import { post } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { EntryPanel } from './EntryPanel.tsx'

const administrators = [
  { role: 'system-administrator', name: '系统管理员', duty: '账号、放假安排、导入和系统设置' },
  { role: 'security-administrator', name: '安全管理员', duty: '岗位授权、解锁和重置密码' },
  { role: 'audit-administrator', name: '审计管理员', duty: '查看审计记录，不参与前两项' },
] as const

type Person = Readonly<{ login: string; name: string; password: string }>
type SetupValues = Readonly<{ setupCode: string; districtCode: string; people: Readonly<Record<string, Person>> }>

/** The first page of an empty installation: three different people as the three administrators. */
export function FirstSetupPage({ districts, onDone }: Readonly<{ districts: readonly string[]; onDone: () => void }>): ReactNode {
  const create = useMutation({
    mutationFn: ({ setupCode, districtCode, people }: SetupValues) => post('/api/session/setup', {
      setupCode, districtCode, administrators: Object.entries(people).map(([role, person]) => ({ role, ...person })),
    } satisfies FirstAdministrators),
  })
  if (create.isSuccess) {
    return <EntryPanel title="初始设置完成" focusOn="root"><Result status="success" title="三位管理员已建立" subTitle="请由系统管理员登录建立其他账号，由安全管理员授予岗位。" extra={<Button type="primary" onClick={onDone}>去登录</Button>} /></EntryPanel>
  }
  return (
    <EntryPanel title="初始设置" wide focusOn="setupCode">
      <p>系统中还没有账号。系统管理员、安全管理员、审计管理员须由三个不同的人担任，互不兼任。</p>
      <Form<SetupValues> layout="vertical" requiredMark={false} initialValues={{ districtCode: districts[0] }} onFinish={(values) => { create.mutate(values) }}>
        <div className="entry-columns">
          <Form.Item name="setupCode" label="设置码" extra="启动程序时打印在控制台上" rules={[{ required: true, message: '请填写设置码' }]}><Input autoComplete="off" /></Form.Item>
          <Form.Item name="districtCode" label="行政区划代码" extra="已有地名和机构数据的区县" rules={[{ required: true, message: '请选择行政区划代码' }]}><Select options={districts.map(code => ({ value: code, label: code }))} /></Form.Item>
        </div>
        {administrators.map(({ role, name, duty }) => (
          <fieldset key={role} className="entry-fieldset">
            <legend>{name}<span>{duty}</span></legend>
            <div className="entry-columns entry-columns-3">
              <Form.Item name={['people', role, 'name']} label="姓名" rules={[{ required: true, message: '请填写姓名' }]}><Input autoComplete="off" /></Form.Item>
              <Form.Item name={['people', role, 'login']} label="账号" rules={[{ required: true, message: '请填写账号' }]}><Input autoComplete="off" /></Form.Item>
              <Form.Item name={['people', role, 'password']} label="初始密码" rules={[{ required: true, message: '请填写密码' }]}><Input.Password autoComplete="new-password" /></Form.Item>
            </div>
          </fieldset>
        ))}
        {create.isError ? <div className="form-failure"><Failure error={create.error} /></div> : null}
        <Button type="primary" htmlType="submit" block loading={create.isPending}>建立三位管理员</Button>
      </Form>
    </EntryPanel>
  )
}
