import { useEffect, useRef, useState } from 'react'
import type { PortalForms } from '../../../src/domains/consumer/contract.ts'
import type { PublishedEntity } from '../../../src/engines/register/contract.ts'
import { epochOf } from '../../../src/kernel/calendar-date.ts'
import { identifierFrom } from '../../../src/kernel/identifier.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { get } from '../../kit/api.ts'
import { serverNow } from '../../kit/server-time.ts'
import { useForms } from '../forms-context.ts'
import { Link } from '../Link.tsx'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { navigate } from '../navigation.ts'
import { Page } from '../Page.tsx'
import { PromiseList } from '../PromiseList.tsx'
import { keepReceipt } from '../receipt-store.ts'
import { controlId } from '../submission/FormField.tsx'
import { sendSubmission } from '../submission/send-submission.ts'
import { useDraftFiles } from '../submission/use-draft-files.ts'
import { emptyRepairDraft, faultsOfRepairDraft, repairFaultsFromServer, restoreRepairDraft, toRepairApplication } from './repair-draft.ts'
import type { RepairDraft, RepairFault } from './repair-draft.ts'
import { RepairFields } from './RepairFields.tsx'

const DRAFT_KEY = 'hengjian.portal.repair'

/** Application of an enterprise for credit repair. */
export function RepairPage({ entityId }: Readonly<{ entityId: string | null }>) {
  const forms = useForms()
  if (forms.status === 'ready') return <Form forms={forms.value} entityId={entityId} />
  return <Page title="申请信用修复">{forms.status === 'loading' ? <Loading what="表格" /> : <FailureNotice failure={forms.failure} onRetry={forms.retry} />}</Page>
}

function Form({ forms, entityId }: Readonly<{ forms: PortalForms; entityId: string | null }>) {
  const [draft, setDraft] = useState(openDraft)
  const draftFiles = useDraftFiles(draft.id)
  const [faults, setFaults] = useState<readonly RepairFault[]>([])
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [share, setShare] = useState<number | null>(null)
  useEffect(() => { keepDraft(draft) }, [draft])
  useEffect(() => {
    if (entityId === null) return undefined
    const abort = new AbortController()
    get<PublishedEntity>(`/api/portal/entities/${encodeURIComponent(entityId)}`, {}, abort.signal).then(
      ({ id, name, uscc, address }) => { setDraft((before) => ({ ...before, entityId: id, name, uscc: uscc ?? '', address: address ?? '' })) },
      (error: unknown) => { if (!abort.signal.aborted && error instanceof ApiFailure) setFailure(error) },
    )
    return () => { abort.abort() }
  }, [entityId])
  const change = (part: Partial<RepairDraft>): void => {
    setDraft((before) => ({ ...before, ...part }))
    setFaults((before) => before.filter(({ field }) => !(field in part)))
  }
  const submit = async (): Promise<void> => {
    setFailure(null)
    const found = faultsOfRepairDraft(draft, draftFiles.files.length)
    setFaults(found)
    if (found.length > 0) return
    setShare(0)
    try {
      keepReceipt(await sendSubmission(toRepairApplication(draft), draftFiles.files, setShare))
    } catch (error) {
      setShare(null)
      if (!(error instanceof ApiFailure)) throw error
      setFaults(repairFaultsFromServer(error.fields))
      setFailure(error)
      return
    }
    await Promise.all(draftFiles.files.map(async ({ id }) => draftFiles.remove(id)))
    keepDraft(null)
    navigate('/receipt', 'replace')
  }
  return (
    <Page title="申请信用修复" className="submission">
      <Intro />
      <FaultList faults={faults} />
      <form noValidate onSubmit={(event) => { event.preventDefault(); void submit() }}>
        <RepairFields {...{ draft, change, faults, forms, draftFiles }} onFilesAdded={() => { setFaults((before) => before.filter(({ field }) => field !== 'files')) }} />
        <h2>提交以后</h2>
        <PromiseList promises={forms.promises.repair} />
        {failure === null ? null : <FailureNotice failure={failure} />}
        {share === null ? null : <output className="sending">{share < 1 ? `正在提交，已上传${Math.floor(share * 100)}%` : '已上传，正在登记……'}<progress max={1} value={share} aria-label="上传进度" /></output>}
        <div className="form-buttons">
          <button type="submit" className="button" disabled={share !== null}>{failure === null ? '提交申请' : '再次提交'}</button>
          <Link to="/" className="button plain">不申请了，回首页</Link>
        </div>
      </form>
      <p className="draft-line">填写的内容保存在本页，关闭以后清除。</p>
    </Page>
  )
}

function Intro() {
  return (
    <>
      <p className="notice">被列入经营异常名录、严重违法失信名单，或者处罚信息正在公示的企业、个体户，改正以后可以申请。</p>
      <details>
        <summary>申请以前，请先看看</summary>
        <ul>
          <li>处罚信息要公示满规定的最短期限，才能申请；只受到通报批评或者较低数额罚款的，满三个月自动停止公示，不用申请。</li>
          <li>吊销许可证件或者营业执照、降低资质等级、责令关闭的处罚信息，不能提前停止公示。</li>
          <li>认为列入经营异常名录有错误的，不用申请修复：自公示之日起三十日内，可以到作出决定的市场监管部门提出异议。</li>
        </ul>
      </details>
    </>
  )
}

/** All faults on top of the form; takes the focus when the form was checked, not while faults are mended. */
function FaultList({ faults }: Readonly<{ faults: readonly RepairFault[] }>) {
  const box = useRef<HTMLDivElement>(null)
  const count = useRef(0)
  useEffect(() => {
    if (faults.length > count.current) box.current?.focus()
    count.current = faults.length
  }, [faults])
  if (faults.length === 0) return null
  return (
    <div className="fault-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="fault-summary-title">
      <h2 id="fault-summary-title">还有{faults.length}处需要补充或更正</h2>
      <ul>
        {faults.map(({ field, says }) => <li key={`${field}${says}`}><a href={`#${controlId(field)}`} onClick={(event) => { event.preventDefault(); document.getElementById(controlId(field))?.focus() }}>{says}</a></li>)}
      </ul>
    </div>
  )
}

function openDraft(): RepairDraft {
  let text: string | null = null
  try {
    text = sessionStorage.getItem(DRAFT_KEY)
  } catch {
    // A browser that stores nothing begins anew.
  }
  return restoreRepairDraft(text) ?? emptyRepairDraft(identifierFrom(epochOf(serverNow()), crypto.getRandomValues(new Uint8Array(10))))
}

function keepDraft(draft: RepairDraft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(DRAFT_KEY)
    else sessionStorage.setItem(DRAFT_KEY, JSON.stringify(draft))
  } catch {
    // The form still holds it until the page is left.
  }
}
