import { UserOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Popover } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { post, remove } from '../../kit/api.ts'
import { SESSION_KEY } from '../query-client.ts'
import { PasswordForm } from '../session/PasswordForm.tsx'
import { SecondFactorForm } from '../session/SecondFactorForm.tsx'
import { useSession } from '../session/session-context.ts'

type Setting = 'password' | 'second-factor'

/** The person, office and roles; password, second factor and sign-out. */
export function PersonMenu(): ReactNode {
  const { account, roles, hasSecondFactor } = useSession()
  const [isOpen, setIsOpen] = useState(false)
  const [setting, setSetting] = useState<Setting | null>(null)
  const { message } = App.useApp()
  const client = useQueryClient()
  const leave = (): void => {
    client.removeQueries({ predicate: query => query.queryKey[0] !== SESSION_KEY[0] })
    client.setQueryData(SESSION_KEY, null)
  }
  const signOut = useMutation({ mutationFn: () => remove('/api/session'), onSettled: leave })
  const endAll = useMutation({ mutationFn: () => post('/api/session/end-all', {}), onSettled: leave })
  const open = (next: Setting): void => { setIsOpen(false); setSetting(next) }
  const done = (says: string): void => {
    setSetting(null)
    message.success(says)
    void client.invalidateQueries({ queryKey: SESSION_KEY })
  }
  return (
    <>
      <Popover
        trigger="click" open={isOpen} onOpenChange={setIsOpen} placement="bottomRight"
        content={(
          <div className="person-card">
            <p><strong>{account.name}</strong>（{account.login}）</p>
            <p>{account.officeName}</p>
            <ul>{roles.map(grant => <li key={grant.id}>{grant.roleName}</li>)}</ul>
            <Button block type="text" onClick={() => { open('password') }}>修改密码</Button>
            <Button block type="text" onClick={() => { open('second-factor') }}>{hasSecondFactor ? '更换动态码' : '绑定动态码'}</Button>
            <Button block type="text" loading={endAll.isPending} onClick={() => { endAll.mutate() }}>退出所有设备</Button>
            <Button block loading={signOut.isPending} onClick={() => { signOut.mutate() }}>退出登录</Button>
          </div>
        )}
      >
        <Button type="text" icon={<UserOutlined />} aria-expanded={isOpen}>
          <span className="person-name">{account.name}</span><span className="person-office">{account.officeName}</span><span className="visually-hidden">，打开个人菜单</span>
        </Button>
      </Popover>
      <Drawer open={setting !== null} onClose={() => { setSetting(null) }} size={420} destroyOnHidden title={setting === 'password' ? '修改密码' : '绑定动态码'}>
        {setting === 'password' ? <PasswordForm onDone={() => { done('密码已修改') }} /> : <SecondFactorForm onDone={() => { done('动态码已绑定，下次登录时使用') }} />}
      </Drawer>
    </>
  )
}
