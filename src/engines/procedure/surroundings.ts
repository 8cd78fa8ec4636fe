import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { AnyProcedure, DecisionContext, Person, RelatedMatter } from './definition.ts'
import { accountsNamed } from './facts.ts'
import type { Facts, Matter } from './matter.ts'
import type { Actor } from './role.ts'

/** What a guard may look at beyond the matter. */
export type Surroundings = Pick<DecisionContext, 'related' | 'people' | 'attachments'>

export const NO_SURROUNDINGS: Surroundings = { related: [], people: new Map() }

const IDENTIFIER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads parent and children, the account holders that the facts and this form name, and the files held. */
export async function surroundingsOf(tx: ScopedTransaction, procedure: AnyProcedure, matter: Matter, { actor, input = {} }: Readonly<{ actor: Actor; input?: Facts }>): Promise<Surroundings> {
  const named = [actor.id, ...accountsNamed(procedure.facts, matter.facts), ...accountsNamed(procedure.facts, input)]
  const files = await tx.queries.selectFrom('attachment').select('id').where('district_code', '=', matter.district).where('matter_id', '=', matter.id).execute()
  return { related: await relatedTo(tx, matter), people: await peopleNamed(tx, matter.district, named), attachments: new Set(files.map((file) => file.id)) }
}

/** The account holders among the ids. */
export async function peopleNamed(tx: ScopedTransaction, district: string, named: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const ids = [...new Set(named)].filter((id) => IDENTIFIER.test(id))
  if (ids.length === 0) return new Map()
  const rows = await tx.queries.selectFrom('account').select(['id', 'name', 'office_id', 'certificate_no', 'certificate_until', 'legal_qualification_no'])
    .where('district_code', '=', district).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, {
    name: row.name, officeId: row.office_id, legalQualificationNo: row.legal_qualification_no,
    certificate: row.certificate_no === null || row.certificate_until === null ? null : { no: row.certificate_no, validUntil: row.certificate_until },
  }]))
}

async function relatedTo(tx: ScopedTransaction, matter: Matter): Promise<readonly RelatedMatter[]> {
  const links = await tx.queries.selectFrom('matter_link').select(['matter_id', 'other_id']).where('district_code', '=', matter.district).where('kind', '=', 'child')
    .where((where) => where.or([where('matter_id', '=', matter.id), where('other_id', '=', matter.id)])).execute()
  if (links.length === 0) return []
  const children = new Set(links.filter((link) => link.matter_id === matter.id).map((link) => link.other_id))
  const parents = links.filter((link) => link.other_id === matter.id).map((link) => link.matter_id)
  const rows = await tx.queries.selectFrom('matter').select(['id', 'procedure', 'number', 'state', 'opened_at', 'closed_at', 'outcome'])
    .where('district_code', '=', matter.district).where('id', 'in', [...children, ...parents]).execute()
  return rows.map((row) => ({
    id: row.id, procedure: row.procedure, number: row.number, state: row.state, relation: children.has(row.id) ? 'child' as const : 'parent' as const, openedAt: row.opened_at,
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at }), ...(row.outcome === null ? {} : { outcome: row.outcome }),
  }))
}
