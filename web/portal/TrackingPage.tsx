import { useEffect, useState } from 'react'
import type { FormEvent } from 'react'
import type { Tracking } from '../../src/domains/consumer/contract.ts'
import { formatMoment } from '../../src/kernel/calendar-date.ts'
import { ApiFailure } from '../kit/api-failure.ts'
import { addressOf, get } from '../kit/api.ts'
import { FailureNotice, Loading } from './LoadState.tsx'
import { MatterProgress } from './MatterProgress.tsx'
import { Page } from './Page.tsx'
import { forgetTracking, keepTrackingKey, keptTrackingKey } from './receipt-store.ts'
import type { TrackingKey } from './receipt-store.ts'

/** Progress of a submission by its number and code. */
export function TrackingPage() {
  // A new object for each request, also for the same number and code.
  const [key, setKey] = useState<TrackingKey | null>(keptTrackingKey)
  const [state, setState] = useState<Readonly<{ tracking?: Tracking; failure?: ApiFailure }>>({})
  useEffect(() => {
    if (key === null) return undefined
    const abort = new AbortController()
    get<Tracking>(addressOf('/api/portal/tracking', key), {}, abort.signal).then(
      (tracking) => {
        keepTrackingKey(key)
        setState({ tracking })
      },
      (error: unknown) => { if (!abort.signal.aborted && error instanceof ApiFailure) setState({ failure: error }) },
    )
    return () => { abort.abort() }
  }, [key])
  const leave = (): void => {
    forgetTracking()
    setKey(null)
    setState({})
  }
  const reread = (): void => { setKey((before) => before === null ? null : { ...before }) }
  const show = (next: TrackingKey): void => {
    setState({})
    setKey(next)
  }
  if (key === null || state.failure !== undefined) {
    return (
      <Page title="查进度">
        {state.failure === undefined ? null : <FailureNotice failure={state.failure} onRetry={state.failure.kind === 'offline' || state.failure.kind === 'failed' ? reread : undefined} />}
        <KeyForm initial={key} onShow={show} />
      </Page>
    )
  }
  if (state.tracking === undefined) return <Page title="查进度"><Loading what="办理进度" /></Page>
  return <Progress tracking={state.tracking} trackingKey={key} onChanged={reread} onLeave={leave} />
}

function Progress({ tracking, trackingKey, onChanged, onLeave }: Readonly<{ tracking: Tracking; trackingKey: TrackingKey; onChanged: () => void; onLeave: () => void }>) {
  const { matters, receiptNo, receivedAt } = tracking
  return (
    <Page title="办理进度" className="tracking">
      <p>登记编号 <strong className="code">{receiptNo}</strong>，{formatMoment(receivedAt)}收到。{matters.length > 1 ? `已分成${matters.length}件，分别办理。` : ''}</p>
      {matters.length === 0 ? <p className="notice">材料已经收到，正在登记分派。请过一会儿再看。</p> : null}
      {matters.map((matter) => <MatterProgress key={matter.number} matter={matter} trackingKey={trackingKey} onChanged={onChanged} />)}
      <p className="actions no-print">
        <button type="button" className="button plain" onClick={onChanged}>刷新</button>
        <button type="button" className="button plain" onClick={() => { globalThis.print() }}>打印</button>
        <button type="button" className="button plain" onClick={onLeave}>查另一件</button>
      </p>
      <p className="hint no-print">在公共电脑上看完后，请点“查另一件”，清除登记编号和查询码。</p>
    </Page>
  )
}

function KeyForm({ initial, onShow }: Readonly<{ initial: TrackingKey | null; onShow: (key: TrackingKey) => void }>) {
  const [receiptNo, setReceiptNo] = useState(initial?.receiptNo ?? '')
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const key = { receiptNo: compact(receiptNo), code: compact(code) }
    const isFilled = key.receiptNo !== '' && key.code !== ''
    setFault(isFilled ? null : '请把登记编号和查询码都填上')
    if (isFilled) onShow(key)
  }
  return (
    <form onSubmit={submit} noValidate>
      <p>提交投诉、举报或者信用修复申请以后，您会得到一个登记编号和一个查询码。</p>
      {fault === null ? null : <p className="fault" role="alert">{fault}</p>}
      <div className="field"><label htmlFor="receipt-no">登记编号</label><input id="receipt-no" type="text" autoComplete="off" autoCapitalize="characters" spellCheck={false} value={receiptNo} onChange={(event) => { setReceiptNo(event.target.value) }} /></div>
      <div className="field"><label htmlFor="tracking-code">查询码</label><input id="tracking-code" type="text" autoComplete="off" autoCapitalize="characters" spellCheck={false} value={code} onChange={(event) => { setCode(event.target.value) }} /></div>
      <button type="submit" className="button">查进度</button>
      <p className="hint">登记编号或查询码丢了，请拨打12315，或带上身份证到受理窗口查询。</p>
    </form>
  )
}

/** Typed without the spaces that copying and phone keyboards add. */
function compact(text: string): string {
  return text.replaceAll(/\s/gu, '')
}
