import { useEffect } from 'react'
import { readFieldClock, fieldNow } from './clock/field-clock.ts'
import { wishForSync } from './connection/background-sync.ts'
import { useConnection } from './connection/use-connection.ts'
import { DayPage } from './day/DayPage.tsx'
import { fieldTables } from './device/field-database.ts'
import { wipeExpiredKey } from './device/holder.ts'
import { holdKey } from './device/key-ring.ts'
import { reportStorageFault } from './device/storage-faults.ts'
import { useLive } from './device/use-live.ts'
import { FieldHeader } from './frame/FieldHeader.tsx'
import { mayOpenLocally } from './frame/local-work.ts'
import { SignInForm } from './frame/SignInForm.tsx'
import { StorageNotices } from './frame/StorageNotices.tsx'
import { SyncBar } from './frame/SyncBar.tsx'
import { useOutbox } from './frame/use-outbox.ts'
import { goTo, usePlace } from './frame/use-place.ts'
import { OutboxPage } from './outbox/OutboxPage.tsx'
import { retryNow } from './outbox/outbox-rows.ts'
import { forgetOldVisits } from './visit/forget-old-visits.ts'
import { VisitPages } from './visit/VisitPages.tsx'

/** The inspector's shell: whose phone it is now, what is kept on it, and the page of the day's work. */
export function Field() {
  const holder = useLive('holder', async () => {
    const kept = await fieldTables().device.get('holder')
    return kept?.key === 'holder' ? kept : null
  })
  const isLocal = holder !== undefined && holder !== null && mayOpenLocally(holder.seenAt, fieldNow())
  const isExpired = holder !== undefined && holder !== null && !isLocal
  // What is sealed is read only while the phone may be opened.
  const accountId = isLocal ? holder.accountId : null
  const outbox = useOutbox(accountId)
  const connection = useConnection((outbox?.waiting ?? 0) > 0)
  const { refresh, failure } = connection
  const place = usePlace()
  useEffect(() => { if (accountId !== null) void forgetOldVisits(accountId, fieldNow()) }, [accountId])
  useEffect(() => { if (isExpired) void wipeExpiredKey().catch(reportStorageFault) }, [isExpired])
  useEffect(() => { if (holder === null) holdKey(null) }, [holder])
  const waiting = outbox?.waiting ?? 0
  useEffect(() => {
    if (waiting === 0) return
    void wishForSync()
    void refresh()
  }, [waiting, refresh])
  if (holder === undefined) return <p className="muted starting">正在打开……</p>
  const isOpen = isLocal
  const signedIn = async (newAccountId: string): Promise<void> => {
    // Another person begins with a day of their own, not where the last one stood.
    if (newAccountId !== accountId) goTo({ page: 'day' })
    await refresh()
  }
  const sendNow = async (): Promise<void> => {
    if (accountId !== null) await retryNow(accountId)
    await refresh()
  }
  return (
    <>
      <FieldHeader holder={isOpen ? holder : null} connection={connection} unsent={(outbox?.unsent ?? 0) + (outbox?.drafts ?? 0)} onSignedOut={refresh} />
      <SyncBar connection={connection.connection} outbox={isOpen ? outbox ?? null : null} />
      {holder?.synthetic === true ? <aside className="synthetic-bar" aria-label="演示数据说明"><strong>演示数据</strong>，不是真实的企业和个人</aside> : null}
      <main>
        <StorageNotices accountId={isOpen ? accountId : null} isClockKnown={readFieldClock().isServerCorrected} />
        {failure === null ? null : <p className="notice bad" role="alert">{failure.says}{failure.refusal?.do ?? ''}</p>}
        {connection.connection === 'signed-out' ? <SignedOut isOpen={isOpen} unsent={isOpen ? outbox?.unsent ?? 0 : 0} onSignedIn={signedIn} /> : null}
        {isOpen ? null : <Closed isOffline={connection.connection === 'offline'} isKnown={holder !== null} />}
        {!isOpen || outbox === undefined ? null : <Page place={place} accountId={holder.accountId} outbox={outbox} connection={connection.connection} sendNow={sendNow} />}
      </main>
    </>
  )
}

type PageProps = Readonly<{
  place: ReturnType<typeof usePlace>; accountId: string; outbox: NonNullable<ReturnType<typeof useOutbox>>; connection: ReturnType<typeof useConnection>['connection']; sendNow: () => Promise<void>
}>

function Page({ place, accountId, outbox, connection, sendNow }: PageProps) {
  switch (place.page) {
    case 'day': return <DayPage accountId={accountId} outbox={outbox} />
    case 'outbox': return <OutboxPage accountId={accountId} outbox={outbox} isOnline={connection === 'online'} onSend={sendNow} />
    case 'task': case 'record': case 'checklist': return <VisitPages accountId={accountId} place={place} isOnline={connection === 'online'} />
  }
}

function SignedOut({ isOpen, unsent, onSignedIn }: Readonly<{ isOpen: boolean; unsent: number; onSignedIn: (accountId: string) => Promise<void> }>) {
  if (!isOpen) return <SignInForm onSignedIn={onSignedIn} />
  return (
    <details className="signed-out notice" open={unsent > 0}>
      <summary>登录已失效。可以照常工作，内容都存在本机；{unsent > 0 ? `有${unsent}件未上传，` : ''}重新登录后自动上传。</summary>
      <SignInForm onSignedIn={onSignedIn} />
    </details>
  )
}

function Closed({ isOffline, isKnown }: Readonly<{ isOffline: boolean; isKnown: boolean }>) {
  if (!isOffline) return null
  return (
    <p className="empty">
      {isKnown ? '距上次登录已超过3天，须有网络时重新登录才能打开。本机保存的内容没有丢失。' : '现在没有网络，也没有人在这台手机上登录。请在有网络时登录一次，任务会自动存到手机上。'}
    </p>
  )
}
