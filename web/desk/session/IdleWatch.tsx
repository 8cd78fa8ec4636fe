import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { get } from '../../kit/api.ts'
import type { SessionView } from '../../../src/platform/session/contract.ts'
import { SESSION_KEY } from '../query-client.ts'
import { useSession } from './session-context.ts'

const WARN_SECONDS = 60
const TOUCH_MS = 120_000

/** Warns a minute before an idle session ends; use of the page keeps it alive. */
export function IdleWatch(): ReactNode {
  const { idleTimeoutSeconds } = useSession()
  const client = useQueryClient()
  const lastUsed = useRef(0)
  const lastTouched = useRef(0)
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)

  const touch = (): void => {
    lastTouched.current = performance.now()
    lastUsed.current = lastTouched.current
    setSecondsLeft(null)
    get<SessionView>('/api/session').then(view => client.setQueryData(SESSION_KEY, view), () => client.setQueryData(SESSION_KEY, null))
  }

  useEffect(() => {
    lastUsed.current = performance.now()
    lastTouched.current = performance.now()
    const use = (): void => { lastUsed.current = performance.now() }
    const tick = (): void => {
      const idleSeconds = (performance.now() - lastUsed.current) / 1000
      const left = Math.ceil(idleTimeoutSeconds - idleSeconds)
      if (left <= 0) { client.setQueryData(SESSION_KEY, null); return }
      setSecondsLeft(left <= WARN_SECONDS ? left : null)
      // Typing in a form sends nothing, so the server is told now and then that the person is there.
      if (lastUsed.current > lastTouched.current && performance.now() - lastTouched.current > TOUCH_MS) {
        lastTouched.current = performance.now()
        get('/api/session').catch(() => undefined)
      }
    }
    const timer = setInterval(tick, 1000)
    window.addEventListener('pointerdown', use)
    window.addEventListener('keydown', use)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pointerdown', use)
      window.removeEventListener('keydown', use)
    }
  }, [idleTimeoutSeconds, client])

  return (
    <Modal open={secondsLeft !== null} title="长时间未操作" closable={false} footer={<Button type="primary" onClick={touch}>继续使用</Button>}>
      <p role="timer">{secondsLeft} 秒后将自动退出登录。已填写的内容保存在本机，重新登录后可以继续。</p>
    </Modal>
  )
}
