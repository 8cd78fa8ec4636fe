import type { CalendarDate } from '../../kernel/calendar-date.ts'
import { addDays, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../postgres/scope.ts'
import type { AuditRow } from '../session/contract.ts'
import { auditDetailText, auditTypeName } from './audit-words.ts'

export type AuditFilter = Readonly<{
  type?: string | undefined
  /** Id of an account or part of its name. */
  account?: string | undefined
  subject?: string | undefined
  /** Days in China, both included. */
  from?: CalendarDate | undefined
  until?: CalendarDate | undefined
  /** `next` of the page before. */
  after?: string | undefined
}>

export type AuditPage = Readonly<{ rows: readonly AuditRow[]; next: string | null }>

const PAGE_SIZE = 100

/** The audit trail of a district, newest first; needs a scope with `audit`. */
export async function listAudit({ queries }: ScopedTransaction, district: string, filter: AuditFilter): Promise<AuditPage> {
  let query = queries.selectFrom('audit_event as e')
    .leftJoin('ledger_pending as p', (join) => join.onRef('p.district_code', '=', 'e.district_code').onRef('p.id', '=', 'e.id'))
    .select(['e.id', 'e.at', 'e.type', 'e.account_name', 'e.subject', 'e.body', 'p.id as pending_id'])
    .where('e.district_code', '=', district)
  const { type, account, subject, from, until, after } = filter
  if (type) query = query.where('e.type', '=', type)
  if (account) query = query.where((eb) => eb.or([eb('e.account_id', '=', account), eb('e.account_name', 'like', `%${account.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)]))
  if (subject) query = query.where('e.subject', '=', subject)
  if (from) query = query.where('e.at', '>=', startOfDayInShanghai(from))
  if (until) query = query.where('e.at', '<', startOfDayInShanghai(addDays(until, 1)))
  const [at, id] = after?.split(',') ?? []
  if (at && id) query = query.where((eb) => eb.or([eb('e.at', '<', at), eb.and([eb('e.at', '=', at), eb('e.id', '>', id)])]))
  const rows = await query.orderBy('e.at', 'desc').orderBy('e.id').limit(PAGE_SIZE + 1).execute()
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return { rows: page.map(viewOf), next: last ? `${last.at},${last.id}` : null }
}

type StoredAudit = Readonly<{ id: string; at: string; type: string; account_name: string; subject: string | null; body: string; pending_id: string | null }>

function viewOf({ id, at, type, account_name, subject, body, pending_id }: StoredAudit): AuditRow {
  return { id, at, type, typeName: auditTypeName(type), accountName: account_name, subject, detail: auditDetailText(body), isSealed: pending_id === null }
}
