import type { Pool } from 'pg'
import { epochOf } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import type { Clock } from '../clock.ts'
import { appendAudit } from '../ledger/append.ts'
import type { Connection } from '../ledger/append.ts'
import type { RandomBytes } from '../random.ts'
import type { InstanceSecret } from '../secret.ts'
import type { SessionSettings } from './settings.ts'

/** What identity work stands on. Accounts and sessions are readable to the owner's pool only. */
export type SessionDeps = Readonly<{ owner: Pool; clock: Clock; random: RandomBytes; secret: InstanceSecret; settings: SessionSettings }>

/** Who did it, for the audit trail. Before anybody is known, `id` is 'anonymous'. */
export type AuditActor = Readonly<{ id: string; name: string; district: string }>

export type AuditEntry = Readonly<{ type: string; actor: AuditActor; subject?: string | null; detail: object }>

export function newIdentifier({ clock, random }: Pick<SessionDeps, 'clock' | 'random'>): string {
  return identifierFrom(epochOf(clock.now()), random(10))
}

/** Writes one line of the audit trail inside the caller's transaction. */
export async function audit(client: Connection, deps: Pick<SessionDeps, 'clock' | 'random'>, { type, actor, subject = null, detail }: AuditEntry): Promise<void> {
  await appendAudit(client, {
    district: actor.district, id: newIdentifier(deps), type, account: actor.id, accountName: actor.name, subject, at: deps.clock.now(), detail,
  })
}

/** Runs `work` in one transaction of the owner's pool. Commits when it returns, rolls back when it throws. */
export async function inTransaction<Result>(owner: Pool, work: (client: Connection) => Promise<Result>): Promise<Result> {
  const client = await owner.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
