import { sql } from 'kysely'
import { dateInShanghai } from '../../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import { formatCitation } from '../../../kernel/citation.ts'
import type { Citation } from '../../../kernel/citation.ts'
import { refusalBeforeInput } from '../../../engines/procedure/decide.ts'
import { nextClockOf } from '../../../engines/procedure/matter.ts'
import type { Matter } from '../../../engines/procedure/matter.ts'
import { contextFor } from '../../../engines/procedure/services.ts'
import type { ProcedureServices } from '../../../engines/procedure/services.ts'
import { findMatter } from '../../../engines/procedure/store.ts'
import { surroundingsOf } from '../../../engines/procedure/surroundings.ts'
import type { Surroundings } from '../../../engines/procedure/surroundings.ts'
import type { Doer } from '../../../engines/procedure/take-step.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { InstanceSecret } from '../../../platform/secret.ts'
import { industryName } from '../../market-entry/index.ts'
import { checklistOn, checklistView, namedChecklists, versionedId } from '../checklists/checklists.ts'
import type { ChecklistInForce } from '../checklists/checklists.ts'
import type { ChecklistView, FieldDay, FieldOfficer, FieldTask } from '../contract.ts'
import { VISIT_RESULTS } from '../inspection/facts.ts'
import type { InspectionFacts } from '../inspection/answers.ts'
import { inspection } from '../inspection/procedure.ts'
import { entryCodeOf } from './entry-code.ts'
import { resultDemands } from './result-demands.ts'

/** `secret`: what the entry codes are made with. */
export type FieldServices = ProcedureServices & Readonly<{ secret: InstanceSecret }>

/** Visits waiting on one officer at a time; a phone holds no more. */
const MOST_VISITS = 200
const EARLIER_VISITS = 5

/** Everything an inspector takes along for a day: the visits planned by then, those with work left, and those made that day. */
export async function readFieldDay(tx: ScopedTransaction, services: FieldServices, doer: Doer, on: CalendarDate): Promise<FieldDay> {
  const readAt = services.clock.now()
  const rows = await tx.queries.selectFrom('matter').select('id').where('district_code', '=', doer.scope.district).where('procedure', '=', inspection.id)
    .where(sql<boolean>`facts -> 'inspectors' ? ${doer.actor.id}`)
    .where((where) => where.or([
      where.and([where('state', 'in', ['assigned', 'noticed']), sql<boolean>`COALESCE(facts ->> 'plannedFrom', '') <= ${on}`]),
      where('state', 'in', ['visited', 'rectifying', 'reported']),
      where.and([where('state', '=', 'closed'), sql<boolean>`facts ->> 'visitedOn' = ${on}`]),
    ])).orderBy('received_at').orderBy('id').limit(MOST_VISITS).execute()
  const matters: Matter[] = []
  for (const { id } of rows) {
    const matter = await findMatter(tx, doer.scope.district, id)
    if (matter !== null) matters.push(matter)
  }
  const lists = listsOf(matters)
  const tasks: FieldTask[] = []
  for (const matter of matters) tasks.push(await taskOf(tx, services, doer, { matter, lists }))
  return { on, readAt, accountId: doer.actor.id, tasks, checklists: [...lists].map(([id, list]) => fieldChecklist(id, list)), results: VISIT_RESULTS, demands: resultDemands() }
}

/** A checklist as the phone shows it: the duty by the title of its instrument, which the phone does not know. */
function fieldChecklist(id: string, list: ChecklistInForce): ChecklistView {
  const { items, ...view } = checklistView(list)
  return { ...view, id, items: items.map((item, index) => ({ ...item, basis: { instrument: titleOf(list.items[index]?.basis), article: item.basis.article } })) }
}

function titleOf(basis: Citation | undefined): string {
  return basis === undefined ? '' : formatCitation({ ...basis, article: '' })
}

/** The checklists of all visits by the id the phone knows them under: one that two visits have in two versions has two ids. */
function listsOf(matters: readonly Matter[]): ReadonlyMap<string, ChecklistInForce> {
  const lists = new Map<string, ChecklistInForce>()
  for (const { facts, lawOn } of matters) {
    for (const id of namedChecklists(textOf(facts.checklistIds))) {
      const list = checklistOn(id, lawOn)
      if (list !== null) lists.set(versionedId(list), list)
    }
  }
  return lists
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

type Asked = Readonly<{ matter: Matter; lists: ReadonlyMap<string, ChecklistInForce> }>

async function taskOf(tx: ScopedTransaction, services: FieldServices, doer: Doer, { matter, lists }: Asked): Promise<FieldTask> {
  await tx.set({ matters: [matter.id] })
  const around = await surroundingsOf(tx, inspection, matter, { actor: doer.actor })
  const known: InspectionFacts = matter.facts
  const next = nextClockOf(matter)?.clock
  return {
    matterId: matter.id, procedure: matter.procedure, number: matter.number, title: matter.title, state: matter.state, stateName: stateNameOf(matter.state),
    version: matter.version, isClosed: matter.closedAt !== undefined, plannedFrom: known.plannedFrom ?? null, plannedUntil: known.plannedUntil ?? null, isAnnounced: known.isAnnounced === true,
    entity: matter.subjectEntityId === undefined ? null : await entityOf(tx, matter.district, matter.subjectEntityId),
    officers: officersOf(known, around),
    checklistIds: namedChecklists(known.checklistIds).flatMap((id) => {
      const list = checklistOn(id, matter.lawOn)
      return list !== null && lists.has(versionedId(list)) ? [versionedId(list)] : []
    }),
    entryCode: entryCodeOf(services.secret, matter),
    due: next?.due.status === 'determined' && !next.isWaiting ? { name: inspection.clocks[next.kind]?.name ?? next.kind, dueOn: next.due.dueOn } : null,
    earlier: matter.subjectEntityId === undefined ? [] : await earlierVisits(tx, matter, matter.subjectEntityId),
    openSteps: Object.keys(inspection.steps).filter((step) => refusalBeforeInput(inspection, matter, step, contextFor(services, doer.actor, services.clock.now(), around)) === null),
  }
}

const STATE_NAMES: Readonly<Record<string, string>> = inspection.states
const stateNameOf = (state: string): string => STATE_NAMES[state] ?? state

function officersOf({ inspectors = [] }: InspectionFacts, { people }: Surroundings): readonly FieldOfficer[] {
  return inspectors.map((accountId) => {
    const person = people.get(accountId)
    return { accountId, name: person?.name ?? '', certificateNo: person?.certificate?.no ?? null, certificateUntil: person?.certificate?.validUntil ?? null }
  })
}

async function entityOf(tx: ScopedTransaction, district: string, id: string): Promise<FieldTask['entity']> {
  const row = await tx.queries.selectFrom('entity').leftJoin('town', 'town.code', 'entity.town_code')
    .select(['entity.id as id', 'entity.name as name', 'entity.uscc as uscc', 'entity.address as address', 'town.name as town_name', 'entity.legal_representative as legal_representative', 'entity.industry_code as industry_code'])
    .where('entity.district_code', '=', district).where('entity.id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id, name: row.name, uscc: row.uscc, address: row.address, townName: row.town_name, legalRepresentative: row.legal_representative, industryName: industryName(row.industry_code),
  }
}

async function earlierVisits(tx: ScopedTransaction, matter: Matter, entityId: string): Promise<FieldTask['earlier']> {
  const rows = await tx.queries.selectFrom('matter').select(['number', 'closed_at', sql<string | null>`facts ->> 'visitResult'`.as('result')])
    .where('district_code', '=', matter.district).where('procedure', '=', inspection.id).where('subject_entity_id', '=', entityId).where('id', '!=', matter.id).where('state', '=', 'closed')
    .orderBy('closed_at', 'desc').limit(EARLIER_VISITS).execute()
  const names: Readonly<Record<string, string>> = VISIT_RESULTS
  return rows.map((row) => ({ number: row.number, closedOn: row.closed_at === null ? null : dateInShanghai(row.closed_at), resultName: names[row.result ?? ''] ?? '' }))
}
