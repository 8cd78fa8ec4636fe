import { createContext, use } from 'react'
import type { SessionView } from '../../../src/platform/session/contract.ts'

export const SessionContext = createContext<SessionView | null>(null)

/** Who is signed in. Throws outside the signed-in part of the desk. */
export function useSession(): SessionView {
  const session = use(SessionContext)
  if (session === null) throw new Error('no session here')
  return session
}
