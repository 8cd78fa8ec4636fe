import type { ReactNode } from 'react'
import { EntryPanel } from './EntryPanel.tsx'
import { SecondFactorForm } from './SecondFactorForm.tsx'

/** A role that demands a second factor is not used before it is bound. */
export function SecondFactorPage({ onDone }: Readonly<{ onDone: () => void }>): ReactNode {
  return (
    <EntryPanel title="绑定动态码" focusOn="code">
      <p>您的岗位须使用密码之外的动态码登录。</p>
      <SecondFactorForm onDone={onDone} />
    </EntryPanel>
  )
}
