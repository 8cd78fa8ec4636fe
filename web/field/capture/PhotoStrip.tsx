import { useId, useState } from 'react'
import { momentText } from '../../kit/time-text.ts'
import type { EvidenceRow } from '../device/rows.ts'
import { STATE_WORDS } from '../device/send-state.ts'
import { stored } from '../device/storage-faults.ts'
import { ConfirmButton } from '../frame/ConfirmButton.tsx'
import { dropEvidence } from '../outbox/resolve-trouble.ts'
import { keepEvidence } from './keep-evidence.ts'
import { Preview } from './Preview.tsx'
import { canCapture } from './sha256.ts'

type PhotoStripProps = Readonly<{
  accountId: string; visitKey: string; matterId: string; checklistItemId: string | null; evidence: readonly EvidenceRow[]; label: string; isLocked: boolean
}>

/** The photos of one place of the record, each with its own state, and the button of the camera. */
export function PhotoStrip({ accountId, visitKey, matterId, checklistItemId, evidence, label, isLocked }: PhotoStripProps) {
  const id = useId()
  const [busy, setBusy] = useState(0)
  const photos = evidence.filter(({ kind, checklistItemId: at }) => kind === 'photo' && at === checklistItemId)
  const take = async (files: readonly File[]): Promise<void> => {
    for (const [index, file] of files.entries()) {
      setBusy(files.length - index)
      await stored(keepEvidence({ accountId, visitKey, matterId, kind: 'photo', checklistItemId, signer: null, file, fileName: file.name === '' ? '现场照片.jpg' : file.name }))
    }
    setBusy(0)
  }
  return (
    <div className="photos">
      {isLocked ? null : (
        <>
          <input id={id} className="visually-hidden" type="file" accept="image/*" capture="environment" disabled={!canCapture()} onChange={(event) => {
            const files = [...event.target.files ?? []]
            event.target.value = ''
            void take(files)
          }} />
          <label className="quiet camera" htmlFor={id}>拍照<span className="visually-hidden">：{label}</span></label>
        </>
      )}
      {busy === 0 ? null : <output className="muted">正在存到本机……</output>}
      <ul>{photos.filter(({ state }) => state !== 'dropped').map((photo) => <PhotoItem key={photo.id} photo={photo} isLocked={isLocked} />)}</ul>
    </div>
  )
}

function PhotoItem({ photo, isLocked }: Readonly<{ photo: EvidenceRow; isLocked: boolean }>) {
  const words = `${momentText(photo.captured.at)}${photo.captured.isServerCorrected ? '' : '（未校时）'} 拍摄`
  return (
    <li>
      {photo.preview === null ? <span className="no-preview">无缩略图</span> : <Preview picture={photo.preview} words={words} />}
      <div>
        <strong className={`badge ${photo.state}`}>{STATE_WORDS[photo.state]}</strong>
        <span>{words}</span>
        <span>{photo.placeSays}</span>
        <span className="hash">SHA-256 {photo.sha256.slice(0, 16)}…</span>
        {isLocked || photo.state === 'received' || photo.state === 'uploading' ? null
          : <ConfirmButton label="放弃这张" asks="放弃后照片从本机删除，不能恢复。" confirm="确认放弃" onConfirm={async () => { await stored(dropEvidence(photo)) }} />}
      </div>
    </li>
  )
}
