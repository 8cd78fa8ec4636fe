import { useState } from 'react'
import { dateInShanghai } from '../../src/kernel/calendar-date.ts'
import type { Instant } from '../../src/kernel/calendar-date.ts'
import { serverNow } from '../kit/server-time.ts'
import { momentText } from '../kit/time-text.ts'
import type { Connection } from './use-field.ts'

type SyncStateProps = Readonly<{ connection: Connection; savedTasks: number; waitingNotes: number; readAt: Instant | null; onRefresh: () => Promise<void> }>

const WORDS: Readonly<Record<Connection, string>> = { checking: '… 正在连接', online: '● 在线', offline: '○ 离线' }

/** What stands on this phone and what the server does not have yet. */
export function SyncState({ connection, savedTasks, waitingNotes, readAt, onRefresh }: SyncStateProps) {
  const [isBusy, setIsBusy] = useState(false)
  const refresh = async (): Promise<void> => {
    setIsBusy(true)
    await onRefresh().finally(() => { setIsBusy(false) })
  }
  return (
    <div className={`sync ${connection}`}>
      <output><strong>{WORDS[connection]}</strong> <span>本机已存 {savedTasks} · 待上传 {waitingNotes}</span>{readAt === null ? null : <span className="read-at">{readWords(readAt)}更新</span>}</output>
      <button type="button" className="quiet" disabled={isBusy} onClick={() => { void refresh() }}>{isBusy ? '更新中' : '更新'}</button>
    </div>
  )
}

function readWords(at: Instant): string {
  const text = momentText(at)
  return dateInShanghai(at) === dateInShanghai(serverNow()) ? text.slice(11) : text.slice(5)
}
