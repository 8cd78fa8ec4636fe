import { useState } from 'react'
import type { MatterView } from '../../../src/engines/procedure/contract.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { momentText } from '../../kit/time-text.ts'
import { fieldTables } from '../device/field-database.ts'
import type { ActionRow, EvidenceRow } from '../device/rows.ts'
import { stored } from '../device/storage-faults.ts'
import { ConfirmButton } from '../frame/ConfirmButton.tsx'
import { goTo } from '../frame/use-place.ts'
import { titleOf } from './outbox-words.ts'
import { dropAction, dropEvidence, reopenVisit, sendAsNote, submitOnTop } from './resolve-trouble.ts'
import { readServerState } from './send-action.ts'

type TroubleProps<Row> = Readonly<{ row: Row; isOnline: boolean }>

/** What the server would not take, in its own words, and what the person may do about it. Nothing here happens by itself. */
export function TroubleCard({ row, isOnline }: TroubleProps<ActionRow | EvidenceRow> & Readonly<{ accountId: string }>) {
  return (
    <li className="task trouble">
      <strong className="badge trouble">需要处理</strong> {titleOf(row)}
      <p className="fault">{row.trouble?.says}</p>
      {row.trouble?.cite === null || row.trouble?.cite === undefined ? null : <p className="muted">{row.trouble.cite}</p>}
      <p>{row.trouble?.do}</p>
      {'sha256' in row ? <EvidenceChoices row={row} isOnline={isOnline} /> : <ActionChoices row={row} isOnline={isOnline} />}
    </li>
  )
}

function EvidenceChoices({ row }: TroubleProps<EvidenceRow>) {
  const again = async (): Promise<void> => { await stored(fieldTables().evidence.update(row.id, { state: 'queued', trouble: null, nextTryAt: null })) }
  return (
    <div className="choices">
      <button type="button" className="quiet wide" onClick={() => { void again() }}>再试一次</button>
      <ConfirmButton className="quiet wide danger" label="放弃这一件" asks="放弃后原件从本机删除，不能恢复。" confirm="确认放弃" onConfirm={async () => { await stored(dropEvidence(row)) }} />
    </div>
  )
}

function ActionChoices({ row, isOnline }: TroubleProps<ActionRow>) {
  const [server, setServer] = useState<MatterView | null>(null)
  const [says, setSays] = useState<string | null>(null)
  const look = async (): Promise<void> => {
    try {
      setServer(await readServerState(row.matterId))
      setSays(null)
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      setSays(error.says)
    }
  }
  const isVisit = row.action.kind === 'visit'
  return (
    <div className="choices">
      <button type="button" className="quiet wide" disabled={!isOnline} onClick={() => { void look() }}>查看服务器现状</button>
      {says === null ? null : <p className="fault" role="alert">{says}</p>}
      {server === null ? null : <ServerState matter={server} />}
      {server === null || !isVisit || server.isClosed ? null : (
        <ConfirmButton className="quiet wide" label="按现状提交本机记录" asks={`服务器上现为“${server.stateName}”。确认已核对，仍提交本机的检查记录？能否办理由服务器判断。`} confirm="确认提交" onConfirm={async () => { await stored(submitOnTop(row, server.version)) }} />
      )}
      {isVisit ? <button type="button" className="quiet wide" onClick={() => { void stored(reopenVisit(row)).then((isStored) => { if (isStored) goTo({ page: 'task', matterId: row.matterId }) }) }}>返回修改（须重新签名）</button> : null}
      {isVisit ? <ConfirmButton className="quiet wide" label="转为备注发送" asks="检查记录不再作为检查结果提交，其内容作为备注写入本事项。" confirm="确认转为备注" onConfirm={async () => { await stored(sendAsNote(row)) }} />
        : <button type="button" className="quiet wide" onClick={() => { void stored(fieldTables().actions.update(row.id, { state: 'queued', trouble: null, nextTryAt: null })) }}>再试一次</button>}
      <ConfirmButton className="quiet wide danger" label="放弃" asks={`放弃后，${isVisit ? '这份检查记录' : '这条备注'}不再上传；已上传的照片仍在服务器。`} confirm="确认放弃" onConfirm={async () => { await stored(dropAction(row)) }} />
    </div>
  )
}

function ServerState({ matter }: Readonly<{ matter: MatterView }>) {
  const latest = matter.timeline.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 5)
  return (
    <div className="server-state">
      <p><strong>服务器现状：{matter.stateName}</strong>{matter.isClosed ? '（已办结）' : ''}</p>
      <ul>{latest.map((entry) => <li key={entry.id}>{momentText(entry.at)} {entry.actorName}：{entry.title}{entry.detail === null ? '' : `，${entry.detail}`}</li>)}</ul>
    </div>
  )
}
