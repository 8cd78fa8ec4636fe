import { useState } from 'react'
import { ApiFailure } from '../kit/api-failure.ts'
import { useForms } from './forms-context.ts'
import { FailureNotice } from './LoadState.tsx'
import type { TrackingKey } from './receipt-store.ts'
import { acceptText, sortFiles, typeNames } from './submission/add-files.ts'
import { sendPapers } from './submission/send-submission.ts'

type AddPapersProps = Readonly<{ number: string; trackingKey: TrackingKey; onDone: () => void }>

/** Hands in more papers for an open matter. Sending the same file again changes nothing. */
export function AddPapers({ number, trackingKey, onDone }: AddPapersProps) {
  const forms = useForms()
  const [files, setFiles] = useState<readonly File[]>([])
  const [notes, setNotes] = useState<readonly string[]>([])
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  if (forms.status !== 'ready') return null
  const rules = forms.value.acceptedFiles
  const send = async (): Promise<void> => {
    setFailure(null)
    setShare(0)
    try {
      await sendPapers({ ...trackingKey, number }, files, setShare)
      setFiles([])
      onDone()
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      setFailure(error)
    } finally {
      setShare(null)
    }
  }
  const inputId = `papers-${number}`
  return (
    <details className="add-papers no-print">
      <summary>补交材料</summary>
      <div className="field">
        <label className="button plain file-button" htmlFor={inputId}>拍照或选择文件</label>
        <input
          id={inputId} className="visually-hidden" type="file" multiple accept={acceptText(rules.mediaTypes)} aria-describedby={`${inputId}-hint`}
          onChange={(event) => {
            const { taken, refused } = sortFiles([...event.target.files ?? []], files.length, rules)
            event.target.value = ''
            setFiles([...files, ...taken])
            setNotes(refused)
          }}
        />
        <p className="hint" id={`${inputId}-hint`}>可以是{typeNames(rules.mediaTypes)}。</p>
      </div>
      <output>{notes.map((note) => <p key={note} className="notice">{note}</p>)}</output>
      {files.length === 0 ? null : (
        <ul className="file-list">
          {files.map((file, index) => <li key={`${index}${file.name}`}><span className="file-name">{file.name}</span><button type="button" className="link-button" onClick={() => { setFiles(files.filter((other) => other !== file)) }}>删除<span className="visually-hidden">{file.name}</span></button></li>)}
        </ul>
      )}
      {failure === null ? null : <FailureNotice failure={failure} />}
      {share === null ? null : <output className="sending">{`正在提交，已上传${Math.floor(share * 100)}%`}<progress max={1} value={share} aria-label="上传进度" /></output>}
      {files.length === 0 ? null : <button type="button" className="button" disabled={share !== null} onClick={() => { void send() }}>提交{files.length}个文件</button>}
    </details>
  )
}
