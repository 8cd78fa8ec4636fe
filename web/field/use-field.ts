import { useCallback, useEffect, useState } from 'react'
import type { Worklist } from '../../src/engines/procedure/contract.ts'
import type { SessionView } from '../../src/platform/session/contract.ts'
import { epochOf } from '../../src/kernel/calendar-date.ts'
import { identifierFrom } from '../../src/kernel/identifier.ts'
import { ApiFailure } from '../kit/api-failure.ts'
import { get, setCsrf } from '../kit/api.ts'
import { serverNow } from '../kit/server-time.ts'
import { fieldTables, forgetTasks, listWaitingNotes } from './field-store.ts'
import type { TaskCopy, WaitingNote } from './field-store.ts'
import { sendNotes } from './send-notes.ts'

export type Connection = 'checking' | 'online' | 'offline'

export type FieldState = Readonly<{
  connection: Connection
  session: SessionView | null
  copy: TaskCopy | null
  notes: readonly WaitingNote[]
  failure: ApiFailure | null
}>

const RETRY_MS = 15_000

const START: FieldState = { connection: 'checking', session: null, copy: null, notes: [], failure: null }

/** Session, task list and waiting notes: from the server when it answers, from the device when it does not. */
export function useField() {
  const [state, setState] = useState<FieldState>(START)
  const refresh = useCallback(async () => { setState(await readField()) }, [])
  useEffect(() => {
    const again = (): void => { void refresh() }
    const lost = (): void => { setState((before) => ({ ...before, connection: 'offline' })) }
    const seen = (): void => { if (document.visibilityState === 'visible') again() }
    again()
    globalThis.addEventListener('online', again)
    globalThis.addEventListener('offline', lost)
    document.addEventListener('visibilitychange', seen)
    return () => {
      globalThis.removeEventListener('online', again)
      globalThis.removeEventListener('offline', lost)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [refresh])
  const isWaiting = state.connection === 'offline' || state.notes.some((note) => note.refusedSays === null)
  useEffect(() => {
    if (!isWaiting) return undefined
    // The phone's own "online" often comes before the network carries anything.
    const timer = setInterval(() => { void refresh() }, RETRY_MS)
    return () => { clearInterval(timer) }
  }, [isWaiting, refresh])
  const addNote = useCallback(async (note: Pick<WaitingNote, 'accountId' | 'matterId' | 'matterNumber' | 'text' | 'version'>) => {
    const writtenAt = serverNow()
    const stepId = identifierFrom(epochOf(writtenAt), crypto.getRandomValues(new Uint8Array(10)))
    await fieldTables().notes.put({ ...note, stepId, writtenAt, refusedSays: null })
    await refresh()
  }, [refresh])
  const dropNote = useCallback(async (stepId: string) => {
    await fieldTables().notes.delete(stepId)
    await refresh()
  }, [refresh])
  return { state, refresh, addNote, dropNote }
}

async function readField(): Promise<FieldState> {
  try {
    const session = await get<SessionView>('/api/session')
    setCsrf(session.csrf)
    await sendNotes(session.account.id)
    const { rows } = await get<Worklist>('/api/worklist', { view: 'mine', limit: 200 })
    const copy: TaskCopy = { key: 'mine', accountId: session.account.id, accountName: session.account.name, readAt: serverNow(), tasks: rows }
    await fieldTables().copies.put(copy)
    return { connection: 'online', session, copy, notes: await listWaitingNotes(session.account.id), failure: null }
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    if (error.kind === 'signed-out') {
      setCsrf(null)
      await forgetTasks()
      return { ...START, connection: 'online' }
    }
    const copy = await fieldTables().copies.get('mine') ?? null
    return {
      connection: error.kind === 'offline' ? 'offline' : 'online', session: null, copy,
      notes: copy === null ? [] : await listWaitingNotes(copy.accountId), failure: error.kind === 'offline' ? null : error,
    }
  }
}
