import { useState } from 'react'
import type { Tracking } from '../../src/domains/consumer/contract.ts'
import { dateInShanghai, epochOf, formatMoment } from '../../src/kernel/calendar-date.ts'
import { identifierFrom } from '../../src/kernel/identifier.ts'
import { ApiFailure } from '../kit/api-failure.ts'
import { addressOf, post } from '../kit/api.ts'
import { serverNow } from '../kit/server-time.ts'
import { AddPapers } from './AddPapers.tsx'
import { byWordsAfter, dayWords } from './date-words.ts'
import { FailureNotice } from './LoadState.tsx'
import type { TrackingKey } from './receipt-store.ts'

type Matter = Tracking['matters'][number]

/** One matter in plain words: where it stands, what is next and by when, what happened, its documents. */
export function MatterProgress({ matter, trackingKey, onChanged }: Readonly<{ matter: Matter; trackingKey: TrackingKey; onChanged: () => void }>) {
  return (
    <section className="matter" aria-label={`${matter.kindName} ${matter.number}`}>
      <h2>{matter.title.endsWith(matter.kindName) ? matter.title : `${matter.kindName}：${matter.title}`}</h2>
      <p className="muted">办件号 {matter.number}</p>
      <p className={matter.isClosed ? 'state done' : 'state'}><span className="tag">{matter.isClosed ? '已办结' : '办理中'}</span> {matter.stateSays}</p>
      {matter.nextSays === '' ? null : <p className="next"><strong>接下来：</strong>{matter.nextSays}{matter.nextBy === null ? null : <strong className="by">{byWordsAfter(matter.nextSays, matter.nextBy, dateInShanghai(serverNow()))}</strong>}</p>}
      {matter.documents.length === 0 ? null : (
        <>
          <h3>发给您的文书</h3>
          <ul className="documents">
            {matter.documents.map(({ id, title, number, issuedAt }) => (
              <li key={id}><a href={addressOf(`/api/portal/documents/${encodeURIComponent(id)}`, trackingKey)} target="_blank" rel="noreferrer">{title}（PDF）</a><span className="muted">{number}，{dayWords(issuedAt)}</span></li>
            ))}
          </ul>
        </>
      )}
      <h3>办理经过</h3>
      <ol className="history">{matter.history.map(({ at, says }) => <li key={`${at}${says}`}><time dateTime={at}>{formatMoment(at)}</time><span>{says}</span></li>)}</ol>
      {matter.isClosed ? null : <AddPapers number={matter.number} trackingKey={trackingKey} onDone={onChanged} />}
      {matter.mayWithdraw ? <Withdraw matter={matter} trackingKey={trackingKey} onDone={onChanged} /> : null}
    </section>
  )
}

function Withdraw({ matter, trackingKey, onDone }: Readonly<{ matter: Matter; trackingKey: TrackingKey; onDone: () => void }>) {
  // One id for all attempts: pressing again after a lost answer withdraws once.
  const [stepId] = useState(() => identifierFrom(epochOf(serverNow()), crypto.getRandomValues(new Uint8Array(10))))
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [isSending, setIsSending] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const withdraw = async (): Promise<void> => {
    setFailure(null)
    if (reason.trim().length < 2) {
      setFault('请简单写明撤回的原因，例如“已和商家协商解决”')
      return
    }
    setFault(null)
    setIsSending(true)
    try {
      await post('/api/portal/tracking/withdraw', { ...trackingKey, number: matter.number, reason: reason.trim(), stepId })
      onDone()
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      setFailure(error)
    } finally {
      setIsSending(false)
    }
  }
  if (!isOpen) return <button type="button" className="button plain no-print" onClick={() => { setIsOpen(true) }}>撤回这件{matter.kindName}</button>
  const reasonId = `withdraw-${matter.number}`
  return (
    <form className="withdraw no-print" noValidate onSubmit={(event) => { event.preventDefault(); void withdraw() }}>
      <h3>撤回这件{matter.kindName}</h3>
      <p>撤回后就不再办理，也不能恢复。问题没有解决的，请不要撤回。</p>
      <div className={fault === null ? 'field' : 'field has-fault'}>
        <label htmlFor={reasonId}>撤回的原因</label>
        {fault === null ? null : <p className="fault" role="alert">{fault}</p>}
        <textarea id={reasonId} rows={3} value={reason} aria-invalid={fault !== null} onChange={(event) => { setReason(event.target.value) }} />
      </div>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <p className="actions">
        <button type="submit" className="button danger" disabled={isSending}>{isSending ? '正在撤回……' : '确定撤回'}</button>
        <button type="button" className="button plain" onClick={() => { setIsOpen(false) }}>不撤回</button>
      </p>
    </form>
  )
}
