import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Spin } from 'antd'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { SessionView } from '../../../src/platform/session/contract.ts'
import { get, setCsrf } from '../../kit/api.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { Failure } from '../parts/Failure.tsx'
import { SESSION_KEY } from '../query-client.ts'
import { FirstSetupPage } from './FirstSetupPage.tsx'
import { PasswordChangePage } from './PasswordChangePage.tsx'
import { SecondFactorPage } from './SecondFactorPage.tsx'
import { SessionContext } from './session-context.ts'
import { SignInPage } from './SignInPage.tsx'

type Setup = Readonly<{ isEmpty: boolean; districts: readonly string[] }>

async function readSession(): Promise<SessionView | null> {
  try {
    return await get<SessionView>('/api/session')
  } catch (error) {
    if (error instanceof ApiFailure && error.kind === 'signed-out') return null
    throw error
  }
}

/** Shows the desk to a signed-in person, and otherwise what has to be done first. */
export function SessionGate({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  const client = useQueryClient()
  const session = useQuery({ queryKey: SESSION_KEY, queryFn: readSession, staleTime: Infinity })
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => get<Setup>('/api/session/setup'), enabled: session.data === null, staleTime: Infinity })
  const lastAccountId = useRef<string | null>(null)
  const accountId = session.data?.account.id
  setCsrf(session.data?.csrf ?? null)

  // What one person has read is not shown to the next person at the same computer.
  useEffect(() => {
    if (accountId === undefined) return
    if (lastAccountId.current !== null && lastAccountId.current !== accountId) client.removeQueries({ predicate: query => query.queryKey[0] !== SESSION_KEY[0] })
    lastAccountId.current = accountId
  }, [accountId, client])

  if (session.isError) return <main className="entry-page"><Failure error={session.error} retry={() => { void session.refetch() }} /></main>
  if (session.data === undefined || (session.data === null && setup.isPending)) return <main className="entry-page"><Spin size="large" description="正在打开办公端…"><div style={{ height: 160, width: 200 }} /></Spin></main>
  if (session.data === null) return setup.data?.isEmpty === true ? <FirstSetupPage districts={setup.data.districts} onDone={() => { void setup.refetch() }} /> : <SignInPage onSignedIn={(view) => { client.setQueryData(SESSION_KEY, view) }} />
  const refresh = (): void => { void session.refetch() }
  if (session.data.mustChangePassword) return <PasswordChangePage onDone={refresh} />
  if (session.data.mustEnrolSecondFactor) return <SecondFactorPage onDone={refresh} />
  return <SessionContext value={session.data}>{children}</SessionContext>
}
