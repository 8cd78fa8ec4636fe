import { useState } from 'react'
import type { WorklistRow } from '../../../src/engines/procedure/contract.ts'
import { dueText, momentText } from '../../kit/time-text.ts'
import { fieldNow } from '../clock/field-clock.ts'
import type { ActionRow } from '../device/rows.ts'
import { STATE_WORDS } from '../device/send-state.ts'
import { stored } from '../device/storage-faults.ts'
import type { Outbox } from '../frame/use-outbox.ts'
import { queueNote } from '../outbox/outbox-rows.ts'
import { isForToday } from './task-order.ts'

type OtherMattersProps = Readonly<{ accountId: string; rows: readonly WorklistRow[]; outbox: Outbox }>

/** The officer's other matters, today's first; each takes a note, with or without network. */
export function OtherMatters({ accountId, rows, outbox }: OtherMattersProps) {
  const nowAt = fieldNow()
  const today = rows.filter((row) => isForToday(row, nowAt))
  const later = rows.filter((row) => !isForToday(row, nowAt))
  const cards = (matters: readonly WorklistRow[]) => <ul className="tasks">{matters.map((row) => <MatterCard key={row.id} row={row} accountId={accountId} notes={outbox.actions.filter(({ matterId, action }) => matterId === row.id && action.kind === 'note')} />)}</ul>
  return (
    <>
      {today.length === 0 ? null : <><h2>其他办件：今天要办 {today.length}</h2>{cards(today)}</>}
      {later.length === 0 ? null : <><h2>其他办件：以后办理 {later.length}</h2>{cards(later)}</>}
    </>
  )
}

function MatterCard({ row, accountId, notes }: Readonly<{ row: WorklistRow; accountId: string; notes: readonly ActionRow[] }>) {
  const due = row.clock === null ? null : dueText(row.clock, fieldNow())
  return (
    <li className="task">
      <details>
        <summary>
          <span className="task-kind">{row.procedureName} · {row.stateName}</span>
          <strong>{row.title}</strong>
          {due === null ? <span className="due calm">无在计期限</span> : <span className={`due ${due.tone}`}>{row.clock?.dueStepName}：{due.date}，{due.left}</span>}
        </summary>
        <dl>
          <div><dt>办件号</dt><dd>{row.number}</dd></div>
          {row.subjectName === null ? null : <div><dt>对象</dt><dd>{row.subjectName}</dd></div>}
          {row.townName === null ? null : <div><dt>镇街</dt><dd>{row.townName}</dd></div>}
          <div><dt>收到</dt><dd>{momentText(row.receivedAt)}，{row.channelName}</dd></div>
        </dl>
        {notes.map((note) => <p key={note.id} className="waiting-note"><strong className={note.state}>{STATE_WORDS[note.state]}</strong> {momentText(note.writtenAt)}<br />{note.action.kind === 'note' ? note.action.text : ''}</p>)}
        <NoteForm row={row} accountId={accountId} />
      </details>
    </li>
  )
}

function NoteForm({ row, accountId }: Readonly<{ row: WorklistRow; accountId: string }>) {
  const [text, setText] = useState('')
  const [says, setSays] = useState('')
  const write = async (): Promise<void> => {
    if (text.trim() === '') {
      setSays('请先写备注')
      return
    }
    if (!await stored(queueNote({ accountId, matterId: row.id, matterNumber: row.number, matterTitle: row.title }, text.trim()))) return
    setText('')
    setSays('已存本机')
  }
  return (
    <form className="note-form" onSubmit={(event) => { event.preventDefault(); void write() }}>
      <label htmlFor={`note-${row.id}`}>现场备注</label>
      <textarea id={`note-${row.id}`} rows={3} value={text} onChange={(event) => { setText(event.target.value) }} />
      <button type="submit" className="button">保存备注</button>
      <output>{says}</output>
    </form>
  )
}
