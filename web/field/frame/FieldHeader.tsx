import { useState } from 'react'
import { ApiFailure } from '../../kit/api-failure.ts'
import { call } from '../connection/call.ts'
import type { ConnectionState } from '../connection/use-connection.ts'
import { forgetHolder } from '../device/holder.ts'
import type { HolderRow } from '../device/rows.ts'
import { ConfirmButton } from './ConfirmButton.tsx'

type FieldHeaderProps = Readonly<{ holder: HolderRow | null; connection: ConnectionState; unsent: number; onSignedOut: () => Promise<void> }>

/** Who works on this phone. Signing out closes the work of the day to whoever picks the phone up; it stays kept for its owner. */
export function FieldHeader({ holder, connection, unsent, onSignedOut }: FieldHeaderProps) {
  const [says, setSays] = useState<string | null>(null)
  const { session } = connection
  const signOut = async (): Promise<void> => {
    try {
      await call({ method: 'DELETE', path: '/api/session', ...(session === null ? {} : { csrf: session.csrf }) })
      await forgetHolder()
      setSays(null)
      globalThis.location.hash = '#/'
      await onSignedOut()
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      setSays(error.kind === 'offline' ? '没有网络，现在不能退出。' : error.says)
    }
  }
  return (
    <header className="field-header">
      <h1>移动执法</h1>
      <p>{holder === null ? '未登录' : `${holder.accountName}${session === null ? '（未联网核对）' : ''}`}</p>
      {session === null || holder === null ? null : (
        <ConfirmButton label="退出" asks={unsent > 0 ? `还有${unsent}件未上传，退出后留在本机，须您本人再次登录才能上传。` : '退出后，须重新登录才能查看本机的任务。'} confirm="确认退出" onConfirm={signOut} />
      )}
      {says === null ? null : <p className="header-says" role="alert">{says}</p>}
    </header>
  )
}
