import { formatMoment } from '../../src/kernel/calendar-date.ts'
import { remove, setCsrf } from '../kit/api.ts'
import { forgetTasks } from './field-store.ts'
import { SignInForm } from './SignInForm.tsx'
import { SyncState } from './SyncState.tsx'
import { TaskList } from './TaskList.tsx'
import { useField } from './use-field.ts'

/** The inspector's shell: who is signed in, what is kept on the phone, today's tasks. */
export function Field() {
  const { state, refresh, addNote, dropNote } = useField()
  const { connection, session, copy, notes, failure } = state
  const name = session?.account.name ?? copy?.accountName ?? null
  const signOut = async (): Promise<void> => {
    await remove('/api/session').catch(() => null)
    setCsrf(null)
    await forgetTasks()
    await refresh()
  }
  return (
    <>
      <header className="field-header">
        <h1>移动执法</h1>
        <p>{name === null ? '未登录' : `${name}${session === null ? '（上次登录）' : ''}`}</p>
        {session === null ? null : <button type="button" className="quiet" onClick={() => { void signOut() }}>退出</button>}
      </header>
      <SyncState connection={connection} savedTasks={copy?.tasks.length ?? 0} waitingNotes={notes.length} readAt={copy?.readAt ?? null} onRefresh={refresh} />
      {session?.district.synthetic === true ? <aside className="synthetic-bar" aria-label="演示数据说明"><strong>演示数据</strong>，不是真实的企业和个人</aside> : null}
      <main>
        {failure === null ? null : <p className="notice bad" role="alert">{failure.says}</p>}
        {connection === 'checking' ? <p className="muted">正在读取任务……</p> : null}
        {connection === 'online' && session === null && failure === null ? <SignInForm onSignedIn={refresh} /> : null}
        {connection === 'offline' && copy === null ? <p className="empty">现在没有网络，这台手机上也没有保存任务。请在有网络时登录一次，任务会自动存到手机上。</p> : null}
        {connection === 'offline' && copy !== null ? <p className="notice">现在没有网络，显示的是{formatMoment(copy.readAt)}保存的任务。可以照常写备注，联网后自动上传。</p> : null}
        {copy === null ? null : <TaskList copy={copy} notes={notes} addNote={addNote} dropNote={dropNote} />}
      </main>
    </>
  )
}
