import { useState } from 'react'
import type { SessionView, SignIn } from '../../../src/platform/session/contract.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { call } from '../connection/call.ts'

/** Sign-in on the phone: account, password, and the six digits when the server asks for them. */
export function SignInForm({ onSignedIn }: Readonly<{ onSignedIn: (accountId: string) => Promise<void> }>) {
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const [says, setSays] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const signIn = async (): Promise<void> => {
    if (login.trim() === '' || password === '') {
      setSays('请填写账号和密码')
      return
    }
    setIsBusy(true)
    setSays(null)
    try {
      const request: SignIn = { login: login.trim(), password, ...(code === null ? {} : { code: code.trim() }) }
      const session = await call<SessionView>({ method: 'POST', path: '/api/session', json: request })
      await onSignedIn(session.account.id)
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      const isCodeAsked = error.refusal?.code === 'session.code-required'
      if (isCodeAsked && code === null) setCode('')
      setSays(error.kind === 'offline' ? '连不上服务器，现在不能登录。' : error.refusal === null || isCodeAsked ? error.says : `${error.says}${error.refusal.do}`)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <form className="sign-in" noValidate onSubmit={(event) => { event.preventDefault(); void signIn() }}>
      <h2>登录</h2>
      {says === null ? null : <p className="notice bad" role="alert">{says}</p>}
      <label htmlFor="login">账号</label>
      <input id="login" type="text" autoComplete="username" autoCapitalize="none" spellCheck={false} value={login} onChange={(event) => { setLogin(event.target.value) }} />
      <label htmlFor="password">密码</label>
      <input id="password" type="password" autoComplete="current-password" value={password} onChange={(event) => { setPassword(event.target.value) }} />
      {code === null ? null : (
        <>
          <label htmlFor="code">6位动态码</label>
          <input id="code" type="text" inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(event) => { setCode(event.target.value) }} />
        </>
      )}
      <button type="submit" className="button" disabled={isBusy}>{isBusy ? '正在登录' : '登录'}</button>
    </form>
  )
}
