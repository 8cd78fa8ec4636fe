import type { IncomingMessage } from 'node:http'
import type { RoleName } from './rights.ts'

/** A role held for offices and towns; '*' means all of the district. */
export type HeldRole = Readonly<{ role: RoleName; offices: readonly string[]; towns: readonly string[] }>

/** Who is behind a request: the account, its present rights, and the token that every write must carry. */
export type SignedIn = Readonly<{
  accountId: string
  login: string
  name: string
  officeId: string
  district: string
  roles: readonly HeldRole[]
  csrf: string
}>

/** A live session: the person, and what the account still owes before it may work. */
export type Visit = Readonly<{
  person: SignedIn
  tokenHash: Buffer
  mustChangePassword: boolean
  mustEnrolSecondFactor: boolean
  hasSecondFactor: boolean
}>

/** Any request of the server; routes hand over theirs whatever its schema types are. */
export type AnyRequest = Readonly<{ raw: IncomingMessage }>

const visits = new WeakMap<IncomingMessage, Visit>()

/** The person of a request behind the session gate. Throws on a public route, which has none. */
export function signedIn(request: AnyRequest): SignedIn {
  return visitOf(request).person
}

export function visitOf(request: AnyRequest): Visit {
  const visit = visits.get(request.raw)
  if (visit === undefined) throw new Error('this route has no signed-in person: it is public')
  return visit
}

/** The visit of the request, when the gate let one through. */
export function findVisit(request: AnyRequest): Visit | undefined {
  return visits.get(request.raw)
}

/** Called by the session gate only. */
export function rememberVisit(request: AnyRequest, visit: Visit): void {
  visits.set(request.raw, visit)
}
