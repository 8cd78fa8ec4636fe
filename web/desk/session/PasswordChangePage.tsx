import type { ReactNode } from 'react'
import { EntryPanel } from './EntryPanel.tsx'
import { PasswordForm } from './PasswordForm.tsx'

/** A first or reset password is replaced by one's own before anything else. */
export function PasswordChangePage({ onDone }: Readonly<{ onDone: () => void }>): ReactNode {
  return (
    <EntryPanel title="请先修改密码" focusOn="oldPassword">
      <p>当前密码由管理员设置，或者已满使用期限，须换成只有您本人知道的新密码。</p>
      <PasswordForm onDone={onDone} />
    </EntryPanel>
  )
}
