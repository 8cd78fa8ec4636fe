import { Button, Typography } from 'antd'
import type { ReactNode } from 'react'

/** A password shown once, to be handed to its owner. */
export function InitialPassword({ name, login, password, onDone }: Readonly<{ name: string; login: string; password: string; onDone: () => void }>): ReactNode {
  return (
    <div className="panel">
      <p>{name}（{login}）的初始密码：</p>
      <p><Typography.Text copyable code className="initial-password">{password}</Typography.Text></p>
      <p className="is-muted">只显示这一次。请当面交给本人，首次登录时须修改。</p>
      <Button type="primary" onClick={onDone}>已记下</Button>
    </div>
  )
}
