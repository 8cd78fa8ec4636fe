import { useState } from 'react'
import { keepEvidence } from '../capture/keep-evidence.ts'
import { SignaturePad } from '../capture/SignaturePad.tsx'
import { readFieldClock } from '../clock/field-clock.ts'
import { momentText } from '../../kit/time-text.ts'
import type { SignedRecord } from '../device/rows.ts'
import { stored } from '../device/storage-faults.ts'
import { useSavedChoice } from '../device/use-saved-choice.ts'
import type { KeptVisit } from './use-visit.ts'
import { lacksOfSigning } from './visit-input.ts'
import { changeVisit, submitVisit } from './visit-store.ts'
import { useSavedText } from './use-saved-text.ts'

const SIGNER_ROLES = ['法定代表人（负责人）', '经营者', '受委托人', '现场工作人员'] as const

/** Signatures to the record as shown above, or the refusal with its witness; then the record is handed in. */
export function Signing({ kept, record }: Readonly<{ kept: KeptVisit; record: SignedRecord }>) {
  const { visit, evidence } = kept
  const [says, setSays] = useState<readonly string[]>([])
  const [reason, typeReason] = useSavedText(visit.refusalReason, { of: 'visit', key: visit.key, field: 'refusalReason' })
  const [witness, typeWitness] = useSavedText(visit.witnessName, { of: 'visit', key: visit.key, field: 'witnessName' })
  const [signing, chooseSigning] = useSavedChoice(visit.signing, (next) => changeVisit(visit.key, { signing: next }))
  const [role, chooseRole] = useSavedChoice(visit.signerRole, (signerRole) => changeVisit(visit.key, { signerRole }))
  const isRefused = signing === 'refused'
  const submit = async (): Promise<void> => {
    // What stands on the screen, should the last choice still be on its way to the device.
    const shown = { signing, signerRole: role, refusalReason: reason, witnessName: witness }
    const lacks = lacksOfSigning({ ...visit, ...shown }, evidence)
    setSays(lacks.map(({ where, says: what }) => `${where}：${what}`))
    if (lacks.length > 0 || !await stored(changeVisit(visit.key, shown))) return
    await stored(submitVisit(visit.key))
  }
  return (
    <section className="block" aria-label="签名">
      <h3>5 签名</h3>
      <div role="radiogroup" aria-label="当事人是否签名">
        <label className="check"><input type="radio" name="signing" checked={!isRefused} onChange={() => { chooseSigning('signed') }} /><span>当事人签名</span></label>
        <label className="check"><input type="radio" name="signing" checked={isRefused} onChange={() => { chooseSigning('refused') }} /><span>当事人拒绝签名</span></label>
      </div>
      {isRefused ? (
        <>
          <label htmlFor="refusal-reason">拒绝签名的情况</label>
          <textarea id="refusal-reason" rows={2} value={reason} onChange={(event) => { typeReason(event.target.value) }} />
          <label htmlFor="witness-name">见证人姓名（只在案卷内使用，不公开）</label>
          <input id="witness-name" type="text" autoComplete="off" value={witness} onChange={(event) => { typeWitness(event.target.value) }} />
        </>
      ) : (
        <>
          <label htmlFor="signer-role">签名人身份</label>
          <select id="signer-role" value={role} onChange={(event) => { chooseRole(event.target.value) }}>
            <option value="">请选择</option>
            {SIGNER_ROLES.map((name) => <option key={name}>{name}</option>)}
          </select>
          <Signature kept={kept} record={record} signer="party" label="当事人签名" />
        </>
      )}
      {visit.task.officers.map(({ accountId, name }) => <Signature key={accountId} kept={kept} record={record} signer={accountId} label={`执法人员${name}签名`} />)}
      {says.length === 0 ? null : <div className="notice bad" role="alert">{says.map((line) => <p key={line}>{line}</p>)}</div>}
      <button type="button" className="button" onClick={() => { void submit() }}>提交检查记录</button>
      <p className="muted">提交后先存在本机，联网后自动上传。</p>
    </section>
  )
}

type SignatureProps = Readonly<{ kept: KeptVisit; record: SignedRecord; signer: string; label: string }>

function Signature({ kept, record, signer, label }: SignatureProps) {
  const { visit, evidence } = kept
  const given = evidence.findLast((row) => row.kind === 'signature' && row.signer === signer && row.state !== 'dropped')
  if (given !== undefined) return <p className="signed-mark">✓ {label}，{momentText(given.captured.at)}，已存本机</p>
  const { at, isServerCorrected } = readFieldClock()
  const lines = [`${label}  ${visit.task.number}  ${momentText(at)}${isServerCorrected ? '' : '（未校时）'}`, `记录摘要 SHA-256 ${record.sha256.slice(0, 32)}`, record.sha256.slice(32)]
  const keep = async (file: Blob): Promise<void> => {
    await stored(keepEvidence({ accountId: visit.accountId, visitKey: visit.key, matterId: visit.matterId, kind: 'signature', checklistItemId: null, signer, file, fileName: `${label}.png` }))
  }
  return <SignaturePad label={label} lines={lines} onSigned={keep} />
}
