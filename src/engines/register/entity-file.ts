import type { AnyProcedure } from '../procedure/definition.ts'
import { clockOfRow } from '../procedure/store.ts'
import { isOverdue } from '../procedure/view-words.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { EntityFile } from './contract.ts'
import { entityTimeline } from './entity-timeline.ts'
import { ENTITY_COLUMNS, entityRowView } from './search-entities.ts'
import type { EntityColumns, IndustryName } from './search-entities.ts'

export type EntityFileContext = Readonly<{ district: string; now: string; procedures: ReadonlyMap<string, AnyProcedure>; industryName: IndustryName }>

type DetailColumns = EntityColumns & Readonly<{
  registration_no: string | null; capital_fen: string | null; capital_currency: string | null; deregistered_on: string | null; village_name: string | null; place_rule: string | null
  business_scope: string | null; registration_authority: string | null; source: string; updated_at: string; phone: string | null; parent_entity_id: string | null; parent_name: string | null
}>

export type SubjectMatter = Readonly<{
  id: string; procedure: string; number: string; title: string; state: string; outcome: string | null; received_at: string; opened_at: string; closed_at: string | null
}>

/** Matters told in full on one file; a subject with more is looked at through the list of matters. */
const MATTERS_TOLD = 500

/** Everything the reader may see about one entity; undefined when there is none in the district. Opens its matters in the scope. */
export async function findEntityFile(tx: ScopedTransaction, id: string, context: EntityFileContext): Promise<EntityFile | undefined> {
  const { client } = tx
  const { district } = context
  const found = await client.query<DetailColumns>(
    `SELECT ${ENTITY_COLUMNS}, e.registration_no, e.capital_fen, e.capital_currency, e.deregistered_on, v.name AS village_name, e.place_rule, e.business_scope, e.registration_authority,
       e.source, e.updated_at, e.phone, e.parent_entity_id, p.name AS parent_name
     FROM entity e LEFT JOIN town t ON t.code = e.town_code LEFT JOIN village v ON v.code = e.village_code
     LEFT JOIN entity p ON p.district_code = e.district_code AND p.id = e.parent_entity_id
     WHERE e.district_code = $1 AND e.id = $2`, [district, id],
  )
  const row = found.rows[0]
  if (row === undefined) return undefined
  const branches = await client.query<EntityColumns>(
    `SELECT ${ENTITY_COLUMNS} FROM entity e LEFT JOIN town t ON t.code = e.town_code WHERE e.district_code = $1 AND e.parent_entity_id = $2 ORDER BY e.name_sort, e.id`, [district, id],
  )
  const matters = await client.query<SubjectMatter>(
    `SELECT id, procedure, number, title, state, outcome, received_at, opened_at, closed_at FROM matter WHERE district_code = $1 AND subject_entity_id = $2
     ORDER BY received_at DESC LIMIT ${MATTERS_TOLD}`, [district, id],
  )
  await tx.set({ matters: matters.rows.map((matter) => matter.id) })
  return {
    entity: detailView(row, context),
    parent: row.parent_entity_id === null || row.parent_name === null ? null : { id: row.parent_entity_id, name: row.parent_name },
    branches: branches.rows.map((branch) => entityRowView(branch, context.industryName)),
    nextDue: await nextDue(tx, matters.rows, context),
    timeline: await entityTimeline(tx, id, matters.rows, context),
    counts: countsOf(matters.rows, context.procedures),
  }
}

function detailView(row: DetailColumns, { industryName }: EntityFileContext): EntityFile['entity'] {
  return {
    ...entityRowView(row, industryName),
    registrationNo: row.registration_no, capitalInFen: row.capital_fen === null ? null : Number(row.capital_fen), capitalCurrency: row.capital_currency, deregisteredOn: row.deregistered_on,
    villageName: row.village_name, placeRule: row.place_rule, industryCode: row.industry_code, businessScope: row.business_scope, registrationAuthority: row.registration_authority,
    source: row.source, updatedAt: row.updated_at, phoneMasked: row.phone === null ? null : maskPhone(row.phone),
  }
}

/** '138****5678'; short numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  const characters = Array.from(phone)
  const [head, tail] = characters.length >= 11 ? [3, 4] : [0, 2]
  return characters.map((character, i) => (i < head || i >= characters.length - tail ? character : '*')).join('')
}

async function nextDue(tx: ScopedTransaction, matters: readonly SubjectMatter[], context: EntityFileContext): Promise<EntityFile['nextDue']> {
  const open = new Map(matters.filter((matter) => matter.closed_at === null).map((matter) => [matter.id, matter]))
  if (open.size === 0) return []
  const rows = await tx.queries.selectFrom('matter_clock').selectAll().where('district_code', '=', context.district).where('matter_id', 'in', [...open.keys()]).where('status', '!=', 'stopped').execute()
  const sorted = rows.toSorted((a, b) => ((a.due_at ?? a.not_before_at ?? '9') < (b.due_at ?? b.not_before_at ?? '9') ? -1 : 1))
  return sorted.flatMap((row) => {
    const matter = open.get(row.matter_id)
    const procedure = matter === undefined ? undefined : context.procedures.get(matter.procedure)
    if (matter === undefined) return []
    const clock = clockOfRow(row)
    return [{
      matterId: matter.id, number: matter.number, procedureName: procedure?.name ?? matter.procedure, stepName: procedure?.steps[clock.dueStep]?.name ?? clock.dueStep,
      clockName: procedure?.clocks[clock.kind]?.name ?? clock.kind, due: clock.due, isOverdue: isOverdue(clock, context.now), isWaiting: clock.isWaiting,
    }]
  })
}

function countsOf(matters: readonly SubjectMatter[], procedures: ReadonlyMap<string, AnyProcedure>): EntityFile['counts'] {
  const counts: Record<string, { name: string; open: number; closed: number }> = {}
  for (const { procedure, closed_at } of matters) {
    const count = counts[procedure] ??= { name: procedures.get(procedure)?.name ?? procedure, open: 0, closed: 0 }
    count[closed_at === null ? 'open' : 'closed'] += 1
  }
  return counts
}
