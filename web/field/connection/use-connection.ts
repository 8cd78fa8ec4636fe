import { useCallback, useEffect, useRef, useState } from 'react'
import type { FieldDay } from '../../../src/domains/inspection/contract.ts'
import type { Worklist } from '../../../src/engines/procedure/contract.ts'
import type { SessionView } from '../../../src/platform/session/contract.ts'
import { dateInShanghai } from '../../../src/kernel/calendar-date.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { fieldNow } from '../clock/field-clock.ts'
import { fieldTables } from '../device/field-database.ts'
import { keepHolder } from '../device/holder.ts'
import { reportStorageFault } from '../device/storage-faults.ts'
import { endsRound, releaseAbandonedPhotos } from '../outbox/outbox-rows.ts'
import { sendOutbox } from '../outbox/send-outbox.ts'
import { restoreLastWords } from '../visit/last-words.ts'
import { call } from './call.ts'
import { onSyncWish } from './background-sync.ts'

export type Connection = 'checking' | 'online' | 'offline' | 'signed-out'
export type ConnectionState = Readonly<{ connection: Connection; session: SessionView | null; failure: ApiFailure | null }>

const RETRY_MS = 10_000

/** Session, the day and the outbox: asked of the server whenever it may answer. What the pages show stands on the device. */
export function useConnection(isWaiting: boolean): ConnectionState & Readonly<{ refresh: () => Promise<void> }> {
  const [state, setState] = useState<ConnectionState>({ connection: 'checking', session: null, failure: null })
  const round = useRef<Promise<void> | null>(null)
  const next = useRef<Promise<void> | null>(null)
  const refresh = useCallback((): Promise<void> => {
    // A round under way may have passed what is new: one more follows it, however many asked.
    if (next.current !== null) return next.current
    const hold = async (): Promise<void> => {
      next.current = null
      round.current = mine
      await holdRound(setState).catch(reportStorageFault)
      round.current = null
    }
    const mine: Promise<void> = (round.current ?? Promise.resolve()).then(hold)
    next.current = mine
    return mine
  }, [])
  useEffect(() => {
    const again = (): void => { if (round.current === null) void refresh() }
    const lost = (): void => { setState((before) => ({ ...before, connection: 'offline' })) }
    const seen = (): void => { if (document.visibilityState === 'visible') again() }
    again()
    const forget = onSyncWish(again)
    globalThis.addEventListener('online', again)
    globalThis.addEventListener('offline', lost)
    document.addEventListener('visibilitychange', seen)
    return () => {
      forget()
      globalThis.removeEventListener('online', again)
      globalThis.removeEventListener('offline', lost)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [refresh])
  const isTrying = isWaiting || state.connection === 'offline'
  useEffect(() => {
    if (!isTrying) return undefined
    // The phone's own "online" often comes before the network carries anything.
    const timer = setInterval(() => { if (round.current === null) void refresh() }, RETRY_MS)
    return () => { clearInterval(timer) }
  }, [isTrying, refresh])
  return { ...state, refresh }
}

async function holdRound(show: (state: ConnectionState) => void): Promise<void> {
  try {
    const session = await call<SessionView>({ method: 'GET', path: '/api/session' })
    const { account } = session
    await keepHolder(session)
    await restoreLastWords()
    show({ connection: 'online', session, failure: null })
    await releaseAbandonedPhotos(account.id)
    const unread = await failureWithin(() => readDay(account.id))
    const settledBefore = await countReceived(account.id)
    const ended = await sendOutbox(account.id)
    if (await countReceived(account.id) !== settledBefore) await failureWithin(() => readDay(account.id))
    show(afterRound(session, ended ?? unread))
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    show(afterRound(null, error))
  }
}

function afterRound(session: SessionView | null, failure: ApiFailure | null): ConnectionState {
  switch (failure?.kind) {
    case undefined: return { connection: 'online', session, failure: null }
    case 'offline': return { connection: 'offline', session, failure: null }
    case 'signed-out': return { connection: 'signed-out', session: null, failure: null }
    case 'refused': case 'invalid': case 'too-many': case 'not-found': case 'failed': return { connection: 'online', session, failure }
  }
}

async function failureWithin(work: () => Promise<void>): Promise<ApiFailure | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (!(error instanceof ApiFailure) || endsRound(error)) throw error
    return error
  }
}

async function readDay(accountId: string): Promise<void> {
  const day = await call<FieldDay>({ method: 'GET', path: `/api/field/day?on=${dateInShanghai(fieldNow())}` })
  const { rows } = await call<Worklist>({ method: 'GET', path: '/api/worklist?view=mine&limit=200' })
  const onRoute = new Set(day.tasks.map(({ matterId }) => matterId))
  // Whoever signed in meanwhile has a day of their own.
  if (day.accountId === accountId) await fieldTables().days.put({ accountId, day, others: rows.filter(({ id }) => !onRoute.has(id)) })
}

async function countReceived(accountId: string): Promise<number> {
  return fieldTables().actions.where('accountId').equals(accountId).filter(({ state }) => state === 'received').count()
}
