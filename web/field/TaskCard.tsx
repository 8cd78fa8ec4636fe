import { useState } from 'react'
import type { WorklistRow } from '../../src/engines/procedure/contract.ts'
import type { Instant } from '../../src/kernel/calendar-date.ts'
import { dueText, momentText } from '../kit/time-text.ts'
import type { WaitingNote } from './field-store.ts'

export type TaskCardProps = Readonly<{
  task: WorklistRow; nowAt: Instant; accountId: string; notes: readonly WaitingNote[]
  addNote: (note: Pick<WaitingNote, 'accountId' | 'matterId' | 'matterNumber' | 'text' | 'version'>) => Promise<void>
  dropNote: (stepId: string) => Promise<void>
}>

/** One task; opened it shows what the phone knows about it and takes a note, with or without network. */
export function TaskCard({ task, nowAt, accountId, notes, addNote, dropNote }: TaskCardProps) {
  const due = task.clock === null ? null : dueText(task.clock, nowAt)
  return (
    <li className="task">
      <details>
        <summary>
          <span className="task-kind">{task.procedureName} · {task.stateName}</span>
          <strong>{task.title}</strong>
          {due === null ? <span className="due calm">无在计期限</span> : <span className={`due ${due.tone}`}>{task.clock?.dueStepName}：{due.date}，{due.left}</span>}
        </summary>
        <dl>
          <div><dt>办件号</dt><dd>{task.number}</dd></div>
          {task.subjectName === null ? null : <div><dt>对象</dt><dd>{task.subjectName}</dd></div>}
          {task.townName === null ? null : <div><dt>镇街</dt><dd>{task.townName}</dd></div>}
          <div><dt>收到</dt><dd>{momentText(task.receivedAt)}，{task.channelName}</dd></div>
        </dl>
        {notes.map((note) => <WaitingNoteItem key={note.stepId} note={note} onDrop={dropNote} />)}
        <NoteForm onWrite={async (text) => { await addNote({ accountId, matterId: task.id, matterNumber: task.number, text, version: task.version }) }} id={task.id} isWaiting={notes.length > 0} />
      </details>
    </li>
  )
}

function WaitingNoteItem({ note, onDrop }: Readonly<{ note: WaitingNote; onDrop: (stepId: string) => Promise<void> }>) {
  return (
    <div className="waiting-note">
      <p><strong>{note.refusedSays === null ? '待上传' : '未被接收'}</strong> {momentText(note.writtenAt)}</p>
      <p>{note.text}</p>
      {note.refusedSays === null ? null : <p className="fault">{note.refusedSays} <button type="button" className="quiet" onClick={() => { void onDrop(note.stepId) }}>删除这条备注</button></p>}
    </div>
  )
}

function NoteForm({ id, isWaiting, onWrite }: Readonly<{ id: string; isWaiting: boolean; onWrite: (text: string) => Promise<void> }>) {
  const [text, setText] = useState('')
  const [says, setSays] = useState('')
  const write = async (): Promise<void> => {
    if (text.trim() === '') {
      setSays('请先写备注')
      return
    }
    await onWrite(text.trim())
    setText('')
    setSays('saved')
  }
  return (
    <form className="note-form" onSubmit={(event) => { event.preventDefault(); void write() }}>
      <label htmlFor={`note-${id}`}>现场备注</label>
      <textarea id={`note-${id}`} rows={3} value={text} onChange={(event) => { setText(event.target.value) }} />
      <button type="submit" className="button">保存备注</button>
      <output>{says === 'saved' ? isWaiting ? '已存到本机，等待上传' : '已上传' : says}</output>
    </form>
  )
}
