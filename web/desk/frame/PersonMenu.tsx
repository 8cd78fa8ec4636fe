import { UserOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { remove } from '../../kit/api.ts'
import { SESSION_KEY } from '../query-client.ts'
import { useSession } from '../session/session-context.ts'

/** The person, office and roles; sign-out. */
export function PersonMenu(): ReactNode {
  const { account, roles } = useSession()
  const [isOpen, setIsOpen] = useState(false)
  const client = useQueryClient()
  const signOut = useMutation({
    mutationFn: () => remove('/api/session'),
    onSettled: () => {
      client.removeQueries({ predicate: query => query.queryKey[0] !== SESSION_KEY[0] })
      client.setQueryData(SESSION_KEY, null)
    },
  })
  return (
    <Popover
      trigger="click" open={isOpen} onOpenChange={setIsOpen} placement="bottomRight"
      content={(
        <div className="person-card">
          <p><strong>{account.name}</strong>（{account.login}）</p>
          <p>{account.officeName}</p>
          <ul>{roles.map(grant => <li key={grant.id}>{grant.roleName}</li>)}</ul>
          <Button block loading={signOut.isPending} onClick={() => { signOut.mutate() }}>退出登录</Button>
        </div>
      )}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={`${account.name}，${account.officeName}，打开个人菜单`} aria-expanded={isOpen}>
        <span className="person-name">{account.name}</span><span className="person-office">{account.officeName}</span>
      </Button>
    </Popover>
  )
}
