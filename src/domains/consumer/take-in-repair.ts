import type { Decided, Decision } from '../../engines/procedure/decide.ts'
import { decideAct } from '../../engines/procedure/acts.ts'
import type { Matter } from '../../engines/procedure/matter.ts'
import { openMatter } from '../../engines/procedure/open-matter.ts'
import type { Actor } from '../../engines/procedure/role.ts'
import { contextFor, newIdentifier, procedureOf } from '../../engines/procedure/services.ts'
import { findMatter, writeChange } from '../../engines/procedure/store.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { isListingOf, repairMatterOf } from '../credit/index.ts'
import type { RepairApplication } from '../credit/index.ts'
import type { ConsumerServices } from './consumer-services.ts'

export type RepairIntake = Readonly<{ district: string; receivedAt: string; application: RepairApplication; fileCount: number; synthetic: boolean }>
export type RepairOutcome = Readonly<{ kind: 'taken'; matters: readonly Readonly<{ decided: Decided }>[] }> | Exclude<Decision, { kind: 'decided' }>

/** Opens the credit repair that an enterprise applied for, at the office of credit; the listing it asks to end becomes its parent. */
export async function takeInRepair(tx: ScopedTransaction, services: ConsumerServices, actor: Actor, intake: RepairIntake): Promise<RepairOutcome> {
  const { district, application } = intake
  const key = await tx.queries.selectFrom('entity_key').select('entity_id').where('uscc', '=', application.applicant.uscc).where('district_code', '=', district).executeTakeFirst()
  const entity = key === undefined ? undefined : await tx.queries.selectFrom('entity').select(['id', 'name', 'town_code']).where('district_code', '=', district).where('id', '=', key.entity_id).executeTakeFirst()
  const listing = entity === undefined ? null : await findListing(tx, district, entity.id, application.repairKind)
  const offices = await tx.queries.selectFrom('office').select(['id', 'duties']).where('district_code', '=', district).where('closed_on', 'is', null).orderBy('id').execute()
  const office = offices.find(({ duties }) => duties.includes('credit')) ?? offices.find(({ duties }) => duties.includes('intake')) ?? offices[0]
  if (office === undefined) throw new Error('the district has no office')
  const { title, facts, parties } = repairMatterOf(application, listing, intake.fileCount)
  const decision = await openMatter(tx, services, actor, {
    procedure: 'credit-repair', district, title, channel: 'portal', officeId: office.id, townCode: entity?.town_code ?? undefined,
    subjectEntityId: entity?.id, subjectName: entity?.name ?? application.applicant.name, receivedAt: intake.receivedAt, facts, parties, synthetic: intake.synthetic,
  })
  if (decision.kind !== 'decided') return decision
  if (listing !== null) await linkToListing(tx, services, actor, listing, decision.matter)
  await tx.set({ matters: [decision.matter.id] })
  return { kind: 'taken', matters: [{ decided: decision }] }
}

async function findListing(tx: ScopedTransaction, district: string, entityId: string, kind: string): Promise<Matter | null> {
  const rows = await tx.queries.selectFrom('matter').select(['id', 'procedure', 'state']).where('district_code', '=', district).where('subject_entity_id', '=', entityId).where('closed_at', 'is', null).orderBy('received_at').execute()
  const found = rows.findLast((row) => isListingOf(kind, row))
  return found === undefined ? null : findMatter(tx, district, found.id, 'for-update')
}

async function linkToListing(tx: ScopedTransaction, services: ConsumerServices, actor: Actor, listing: Matter, repair: Matter): Promise<void> {
  const now = services.clock.now()
  const procedure = procedureOf(services, listing.procedure)
  const act = decideAct(procedure, listing, { act: 'link', other: repair.id, otherNumber: repair.number, kind: 'child', reason: repair.title }, contextFor(services, actor, now))
  if (act.kind !== 'decided') throw new Error(`the repair could not be tied to its listing: ${JSON.stringify(act)}`)
  await tx.set({ matters: [listing.id, repair.id] })
  await tx.queries.insertInto('matter_link').values({ district_code: listing.district, id: newIdentifier(services, now), matter_id: listing.id, other_id: repair.id, kind: 'child', reason: repair.title, at: now, actor_id: actor.id }).execute()
  await writeChange(tx, { before: listing, after: act.matter, events: act.events }, now, services.random)
  await services.listener(tx, { procedure, matter: act.matter, events: act.events, now })
}
