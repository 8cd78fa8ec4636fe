import { useState } from 'react'
import { ApiFailure } from '../../kit/api-failure.ts'
import { FailureNotice } from '../LoadState.tsx'
import { navigate } from '../navigation.ts'
import { keepReceipt } from '../receipt-store.ts'
import type { Fault } from './check-draft.ts'
import type { Draft } from './draft.ts'
import type { DraftFile } from './draft-files.ts'
import { faultsFromServer } from './server-faults.ts'
import { sendSubmission } from './send-submission.ts'
import { toSubmission } from './to-submission.ts'

type SubmitBarProps = Readonly<{ draft: Draft; files: readonly DraftFile[]; check: () => boolean; onFaults: (faults: readonly Fault[]) => void; onDone: () => void }>

/** Sends the form, shows how far it is, and says what to do when it does not arrive. */
export function SubmitBar({ draft, files, check, onFaults, onDone }: SubmitBarProps) {
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const submit = async (): Promise<void> => {
    setFailure(null)
    if (!check()) return
    setShare(0)
    try {
      keepReceipt(await sendSubmission(toSubmission(draft), files, setShare))
    } catch (error) {
      setShare(null)
      if (!(error instanceof ApiFailure)) throw error
      const faults = faultsFromServer(error.fields)
      onFaults(faults)
      if (faults.length === 0) setFailure(error)
      return
    }
    onDone()
    navigate('/receipt', 'replace')
  }
  return (
    <>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {share === null ? null : (
        <output className="sending">
          {share < 1 ? `正在提交，已上传${Math.floor(share * 100)}%` : '已上传，正在登记……'}
          <progress max={1} value={share} aria-label="上传进度" />
        </output>
      )}
      <button type="button" className="button" disabled={share !== null} onClick={() => { void submit() }}>{failure === null ? '提交' : '再次提交'}</button>
    </>
  )
}
