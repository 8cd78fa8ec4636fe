import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { get, remove } from '../../kit/api.ts'
import { SESSION_KEY } from '../query-client.ts'
import { useSession } from './session-context.ts'

const WARN_SECONDS = 60
const TOUCH_MS = 120_000
const TELL_MS = 5_000
// Written when this tab is used; the browser tells the other tabs.
const IN_USE_KEY = 'desk-in-use'

/** Warns a minute before an idle session ends; use of this page or of another tab of the desk keeps it alive. */
export function IdleWatch(): ReactNode {
  const { idleTimeoutSeconds } = useSession()
  const client = useQueryClient()
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)

  useEffect(() => {
    let usedAt = performance.now()
    let touchedAt = usedAt
    let toldAt = usedAt
    const use = (): void => {
      usedAt = performance.now()
      if (usedAt - toldAt < TELL_MS) return
      toldAt = usedAt
      localStorage.setItem(IN_USE_KEY, String(usedAt))
    }
    const end = (): void => {
      void remove('/api/session').catch(() => undefined).finally(() => { client.setQueryData(SESSION_KEY, null) })
    }
    const tick = (): void => {
      const now = performance.now()
      const left = Math.ceil(idleTimeoutSeconds - (now - usedAt) / 1000)
      if (left <= 0) {
        clearInterval(timer)
        end()
        return
      }
      setSecondsLeft(left <= WARN_SECONDS ? left : null)
      // Typing in a form sends nothing, so the server is told now and then that the person is there.
      if (usedAt > touchedAt && now - touchedAt > TOUCH_MS) {
        touchedAt = now
        get('/api/session').catch(() => undefined)
      }
    }
    const timer = setInterval(tick, 1000)
    const hear = (event: StorageEvent): void => { if (event.key === IN_USE_KEY) usedAt = performance.now() }
    window.addEventListener('storage', hear)
    window.addEventListener('pointerdown', use)
    window.addEventListener('keydown', use)
    return () => {
      clearInterval(timer)
      window.removeEventListener('storage', hear)
      window.removeEventListener('pointerdown', use)
      window.removeEventListener('keydown', use)
    }
  }, [idleTimeoutSeconds, client])

  return (
    <Modal
      open={secondsLeft !== null} title="长时间未操作" closable={false}
      footer={<Button type="primary" onClick={() => { setSecondsLeft(null); get('/api/session').catch(() => undefined) }}>继续使用</Button>}
    >
      <p role="timer">{secondsLeft} 秒后将自动退出登录。已填写的内容保存在本机，重新登录后可以继续。</p>
    </Modal>
  )
}
