import { useState } from 'react'
import { momentText } from '../../kit/time-text.ts'
import type { SignedRecord } from '../device/rows.ts'
import { STATE_WORDS } from '../device/send-state.ts'
import { stored } from '../device/storage-faults.ts'
import { ConfirmButton } from '../frame/ConfirmButton.tsx'
import { addressOfPlace, goTo } from '../frame/use-place.ts'
import { countWords } from '../outbox/outbox-words.ts'
import { countReceipts } from '../outbox/receipt-count.ts'
import { handOutRecord } from './hand-out-record.ts'
import { recordPaper } from './record-paper.ts'
import type { RecordPaperParts } from './record-paper.ts'
import { RecordPaper } from './RecordPaper.tsx'
import { Signing } from './Signing.tsx'
import type { KeptVisit } from './use-visit.ts'
import { takeRecordBack } from './visit-store.ts'

/** The record on the spot: what is signed, its hash, the signatures, and after that what became of it. */
export function RecordPage({ kept, isOnline }: Readonly<{ kept: KeptVisit; isOnline: boolean }>) {
  const { visit, action } = kept
  const back = <p className="no-print"><a className="back" href={addressOfPlace({ page: 'task', matterId: visit.matterId })}>‹ 返回{visit.task.entity?.name ?? '任务'}</a></p>
  if (visit.record === null) return <>{back}<p className="empty">检查记录还没有生成。</p></>
  const paper = recordPaper(kept, visit.record)
  const takeBack = async (): Promise<void> => {
    if (await stored(takeRecordBack(visit.key))) goTo({ page: 'task', matterId: visit.matterId })
  }
  return (
    <>
      {back}
      {action === null ? null : <Submitted kept={kept} isOnline={isOnline} />}
      <RecordPaper paper={paper} />
      <div className="no-print">
        <PaperFile paper={paper} record={visit.record} />
        {action === null ? <Signing kept={kept} record={visit.record} /> : null}
        {action === null ? <ConfirmButton className="quiet wide" label="收回记录，返回修改" asks="收回后可以修改；已有的签名作废，须重新签名。" confirm="确认收回" onConfirm={takeBack} /> : null}
      </div>
    </>
  )
}

function PaperFile({ paper, record }: Readonly<{ paper: RecordPaperParts; record: SignedRecord }>) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const make = async (): Promise<void> => {
    setState('busy')
    await handOutRecord(paper, record).then(() => { setState('idle') }, () => { setState('failed') })
  }
  return (
    <>
      <button type="button" className="quiet wide" disabled={state === 'busy'} onClick={() => { void make() }}>{state === 'busy' ? '正在生成' : '生成PDF交当事人'}</button>
      {state === 'failed' ? <p className="fault" role="alert">没有生成PDF。请用“打印”，或者稍后再试；记录本身不受影响。</p> : null}
      <button type="button" className="quiet wide" onClick={() => { globalThis.print() }}>打印</button>
    </>
  )
}

function Submitted({ kept, isOnline }: Readonly<{ kept: KeptVisit; isOnline: boolean }>) {
  const { visit, action, evidence, receipt } = kept
  if (action === null) return null
  const held = receipt === null ? [] : [receipt.receipts]
  return (
    <section className="block no-print" aria-label="提交情况">
      <h3>提交情况</h3>
      <p><strong className={`badge ${action.state}`}>{STATE_WORDS[action.state]}</strong> {action.receivedAt === null ? '检查记录在本机，联网后自动上传。' : `${momentText(action.receivedAt)} 收到检查记录。`}</p>
      <p>{countWords('照片', '张', countReceipts('photo', evidence, held))}</p>
      <p>{countWords('签名', '个', countReceipts('signature', evidence, held))}</p>
      {action.state === 'trouble' ? <p className="fault">{action.trouble?.says} <a href="#/outbox">去处理</a></p> : null}
      {action.state !== 'received' ? <p className="muted">正式的检查记录文书由服务器在收到后生成，届时在此打开。</p> : null}
      {(receipt?.documents ?? []).map(({ id, title, number }) => (
        <a key={id} className="next-page" aria-disabled={!isOnline} href={`/api/matters/${visit.matterId}/documents/${id}`} target="_blank" rel="noreferrer"><strong>{title}</strong><span>{number} ›</span></a>
      ))}
    </section>
  )
}
