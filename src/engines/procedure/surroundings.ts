import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { AnyProcedure, DecisionContext, Person, RelatedMatter } from './definition.ts'
import { accountsNamed } from './facts.ts'
import type { Facts, Matter } from './matter.ts'
import type { Actor } from './role.ts'
import { inWholeDistrict } from './whole-district.ts'

/** What a guard may look at beyond the matter. */
export type Surroundings = Pick<DecisionContext, 'related' | 'people' | 'attachments'>

export const NO_SURROUNDINGS: Surroundings = { related: [], people: new Map() }

const IDENTIFIER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads parent and children, what the procedure looks at of the same entity, the account holders that the facts and this form name, and the files held. */
export async function surroundingsOf(tx: ScopedTransaction, procedure: AnyProcedure, matter: Matter, { actor, input = {} }: Readonly<{ actor: Actor; input?: Facts }>): Promise<Surroundings> {
  const named = [actor.id, ...accountsNamed(procedure.facts, matter.facts), ...accountsNamed(procedure.facts, input)]
  const files = await tx.queries.selectFrom('attachment').select('id').where('district_code', '=', matter.district).where('matter_id', '=', matter.id).execute()
  return { related: [...await relatedTo(tx, matter), ...await ofSameSubject(tx, procedure.looksAt ?? [], matter)], people: await peopleNamed(tx, matter.district, named), attachments: new Set(files.map((file) => file.id)) }
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
  const rows = await tx.queries.selectFrom('matter').select(['id', 'procedure', 'number', 'state', 'opened_at', 'closed_at', 'outcome', 'facts'])
    .where('district_code', '=', matter.district).where('id', 'in', [...children, ...parents]).execute()
  const numbers = await documentNumbersOf(tx, matter, rows.map((row) => row.id))
  return rows.map((row) => relatedOf(row, children.has(row.id) ? 'child' : 'parent', numbers))
}

/**
 * Matters about the same entity, of the named procedures, whichever office handles them: what bars a step bars it wherever it was
 * decided. Only guards read them; what the person sees is narrow again afterwards.
 */
async function ofSameSubject(tx: ScopedTransaction, procedures: readonly string[], matter: Matter): Promise<readonly RelatedMatter[]> {
  if (procedures.length === 0 || matter.subjectEntityId === undefined) return []
  const { rows, numbers } = await inWholeDistrict(tx, async () => {
    const found = await tx.queries.selectFrom('matter').select(['id', 'procedure', 'number', 'state', 'opened_at', 'closed_at', 'outcome', 'facts'])
      .where('district_code', '=', matter.district).where('subject_entity_id', '=', matter.subjectEntityId ?? null).where('procedure', 'in', [...procedures]).where('id', '<>', matter.id).orderBy('received_at').orderBy('id').execute()
    return { rows: found, numbers: await documentNumbersOf(tx, matter, found.map((row) => row.id)) }
  })
  return rows.map((row) => relatedOf(row, 'same-subject', numbers))
}

type MatterColumns = Readonly<{ id: string; procedure: string; number: string; state: string; opened_at: string; closed_at: string | null; outcome: string | null; facts: unknown }>

function relatedOf(row: MatterColumns, relation: RelatedMatter['relation'], numbers: Awaited<ReturnType<typeof documentNumbersOf>>): RelatedMatter {
  return {
    id: row.id, procedure: row.procedure, number: row.number, state: row.state, facts: row.facts as Facts, documentNumbers: numbers.get(row.id) ?? {}, relation, openedAt: row.opened_at,
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at }), ...(row.outcome === null ? {} : { outcome: row.outcome }),
  }
}

/** Numbers of the documents that stand, by matter and template. What is open for this transaction is the matter alone again afterwards. */
async function documentNumbersOf(tx: ScopedTransaction, { district, id }: Matter, ids: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const numbers = new Map<string, Record<string, string>>()
  if (ids.length === 0) return numbers
  await tx.set({ matters: [id, ...ids] })
  const rows = await tx.queries.selectFrom('document').select(['matter_id', 'template', 'number']).where('district_code', '=', district).where('matter_id', 'in', ids).where('withdrawn_at', 'is', null).orderBy('issued_at').orderBy('id').execute()
  await tx.set({ matters: [id] })
  for (const { matter_id: matterId, template, number } of rows) numbers.set(matterId, { ...numbers.get(matterId), [template]: number })
  return numbers
}
