import { useCallback, useState } from 'react'
import type { PortalForms } from '../../../src/domains/consumer/contract.ts'
import { dateInShanghai } from '../../../src/kernel/calendar-date.ts'
import { serverNow } from '../../kit/server-time.ts'
import { useForms } from '../forms-context.ts'
import { Link } from '../Link.tsx'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { navigate, usePlace } from '../navigation.ts'
import { Page } from '../Page.tsx'
import { faultsOf } from './check-draft.ts'
import type { Fault } from './check-draft.ts'
import { isUntouched, STEP_COUNT, stepName } from './draft.ts'
import type { Draft, FormKind } from './draft.ts'
import { FaultSummary } from './FaultSummary.tsx'
import { StepFields } from './StepFields.tsx'
import { SubmitBar } from './SubmitBar.tsx'
import { useDraft } from './use-draft.ts'
import { useDraftFiles } from './use-draft-files.ts'
import { usePickedEntity } from './use-picked-entity.ts'

/** Complaint or report form: five short steps, each with its own address, so that "back" goes one step back. */
export function SubmissionPage({ kind }: Readonly<{ kind: FormKind }>) {
  const forms = useForms()
  const title = kind === 'complaint' ? '我要投诉' : '我要举报'
  if (forms.status === 'ready') return <Form kind={kind} title={title} forms={forms.value} />
  return (
    <Page title={title}>
      {forms.status === 'loading' ? <Loading what="表格" /> : <FailureNotice failure={forms.failure} onRetry={forms.retry} />}
    </Page>
  )
}

function Form({ kind, title, forms }: Readonly<{ kind: FormKind; title: string; forms: PortalForms }>) {
  const { draft, isKept, change: changeDraft, discard } = useDraft(kind)
  const draftFiles = useDraftFiles(draft.id)
  const { path, query } = usePlace()
  const step = stepFrom(query.get('step'))
  const [found, setFound] = useState<Readonly<{ step: number; faults: readonly Fault[]; checkedAt: string }>>({ step, faults: [], checkedAt: '' })
  const faults = found.step === step ? found.faults : []
  const setFaults = (next: readonly Fault[]): void => { setFound({ step, faults: next, checkedAt: next.length === 0 ? '' : serverNow() }) }
  const change = useCallback((part: Partial<Draft>): void => {
    changeDraft(part)
    // A fault stands until its field is touched; the next check looks again.
    setFound((before) => ({ ...before, faults: before.faults.filter(({ field }) => !(field in part)) }))
  }, [changeDraft])
  const today = dateInShanghai(serverNow())
  const picking = usePickedEntity(query.get('entity'), path, change)

  const goTo = (wanted: number): void => { navigate(wanted === 1 ? path : `${path}?step=${wanted}`) }
  const check = (): boolean => {
    // The last step answers for all of them: a citizen may come to it by an old address.
    const next = faultsOf(draft, today, step === STEP_COUNT ? undefined : step)
    setFaults(next)
    return next.length === 0
  }
  return (
    <Page title={`${title}：${stepName(kind, step)}`} className="submission">
      <p className="step-line"><span>第{step}步，共{STEP_COUNT}步</span><progress max={STEP_COUNT} value={step} aria-label="填写进度" /></p>
      {step === 1 ? <Intro kind={kind} /> : null}
      {picking.failure === null ? null : <FailureNotice failure={picking.failure} />}
      <FaultSummary faults={faults} checkedAt={found.step === step ? found.checkedAt : ''} kind={kind} step={step} goTo={goTo} />
      <form
        noValidate onSubmit={(event) => {
          event.preventDefault()
          if (step < STEP_COUNT && check()) goTo(step + 1)
        }}
      >
        <StepFields {...{ step, draft, change, faults, forms, draftFiles, today, goTo }} />
        <div className="form-buttons">
          {step === STEP_COUNT
            ? <SubmitBar draft={draft} files={draftFiles.files} check={check} onFaults={setFaults} onDone={discard} />
            : <button type="submit" className="button">下一步</button>}
          {step === 1 ? null : <button type="button" className="button plain" onClick={() => { goTo(step - 1) }}>上一步</button>}
        </div>
      </form>
      <DraftLine isUntouched={isUntouched(draft) && draftFiles.files.length === 0} isKept={isKept} onDiscard={() => { discard(); goTo(1) }} />
    </Page>
  )
}

function Intro({ kind }: Readonly<{ kind: FormKind }>) {
  return kind === 'complaint'
    ? <p className="notice">投诉是请我们调解您和商家的纠纷。只想让我们查处违法，请<Link to="/report">去举报</Link>。<Link to="/guide">有什么不同</Link></p>
    : <p className="notice">举报是告诉我们谁违法，您的信息保密。自己要退款、赔偿，请<Link to="/complain">去投诉</Link>。<Link to="/guide">有什么不同</Link></p>
}

function DraftLine({ isUntouched, isKept, onDiscard }: Readonly<{ isUntouched: boolean; isKept: boolean; onDiscard: () => void }>) {
  const [isAsking, setIsAsking] = useState(false)
  if (!isKept) return <p className="draft-line">这个浏览器不能保存草稿，请一次填完提交。</p>
  if (isUntouched) return <p className="draft-line">填写的内容会自动保存在这台设备上。</p>
  if (!isAsking) return <p className="draft-line">草稿已保存在这台设备上，30天内有效。<button type="button" className="link-button" onClick={() => { setIsAsking(true) }}>清空重填</button></p>
  return (
    <p className="draft-line" role="alert">确定清空全部内容和照片吗？
      <button type="button" className="link-button danger" onClick={() => { setIsAsking(false); onDiscard() }}>清空</button>
      <button type="button" className="link-button" onClick={() => { setIsAsking(false) }}>不清空</button>
    </p>
  )
}

function stepFrom(text: string | null): number {
  const step = Number(text ?? 1)
  return Number.isInteger(step) && step >= 1 && step <= STEP_COUNT ? step : 1
}
