import { useState } from 'react'
import { momentText } from '../../kit/time-text.ts'
import type { ActionRow, EvidenceRow } from '../device/rows.ts'
import { STATE_WORDS, isUnsent } from '../device/send-state.ts'
import type { SendState } from '../device/send-state.ts'
import { useStorageHealth } from '../device/storage-health.ts'
import type { Outbox } from '../frame/use-outbox.ts'
import { countReceipts } from './receipt-count.ts'
import { countWords, titleOf } from './outbox-words.ts'
import { TroubleCard } from './TroubleCard.tsx'

type OutboxPageProps = Readonly<{ accountId: string; outbox: Outbox; isOnline: boolean; onSend: () => Promise<void> }>

/** Everything made on this phone with where it stands, what needs a decision first. */
export function OutboxPage({ accountId, outbox, isOnline, onSend }: OutboxPageProps) {
  const [isBusy, setIsBusy] = useState(false)
  const health = useStorageHealth()
  const held = outbox.receipts.map(({ receipts }) => receipts)
  const send = async (): Promise<void> => {
    setIsBusy(true)
    await onSend().finally(() => { setIsBusy(false) })
  }
  const rows = [...outbox.actions, ...outbox.evidence].toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || (a.id < b.id ? 1 : -1))
  return (
    <>
      <p><a className="back" href="#/">‹ 返回任务</a></p>
      <h2>上传情况</h2>
      <p className="count-line">{countWords('照片', '张', countReceipts('photo', outbox.evidence, held))}</p>
      <p className="count-line">{countWords('签名', '个', countReceipts('signature', outbox.evidence, held))}</p>
      <p className="count-line">检查记录和备注：共 {outbox.actions.filter(({ state }) => state !== 'dropped').length} 件，服务器已收到 {outbox.actions.filter(({ state }) => state === 'received').length} 件</p>
      {outbox.drafts === 0 ? null : <p className="count-line">填写中 {outbox.drafts} 家：已存本机，尚未提交</p>}
      <button type="button" className="button" disabled={isBusy || !isOnline} onClick={() => { void send() }}>{isBusy ? '正在上传' : isOnline ? '立即上传' : '联网后自动上传'}</button>
      {rows.length === 0 ? <p className="empty">这台手机上没有需要上传的内容。</p> : null}
      <ul className="tasks">
        {rows.map((row) => (row.state === 'trouble' ? <TroubleCard key={row.id} row={row} accountId={accountId} isOnline={isOnline} /> : <SentRow key={row.id} row={row} />))}
      </ul>
      {health === null ? null : <p className="muted">{health.says}。</p>}
    </>
  )
}

const ORDER: Readonly<Record<SendState, number>> = { trouble: 0, uploading: 1, queued: 2, saved: 3, received: 4, dropped: 5 }

function SentRow({ row }: Readonly<{ row: ActionRow | EvidenceRow }>) {
  return (
    <li className={`task sent ${row.state}`}>
      <strong className={`badge ${row.state}`}>{STATE_WORDS[row.state]}</strong> {titleOf(row)}
      {'sha256' in row && row.state === 'received' ? <span className="hash">回执 SHA-256：{row.sha256}</span> : null}
      {row.receivedAt === null ? null : <span className="muted">{momentText(row.receivedAt)} 收到</span>}
      {row.nextTryAt === null || !isUnsent(row) ? null : <span className="muted">已试 {row.attempts} 次，{momentText(row.nextTryAt)} 再试</span>}
    </li>
  )
}
