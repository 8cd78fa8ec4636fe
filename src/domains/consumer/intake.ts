import { dateInShanghai } from '../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { Decided, Decision } from '../../engines/procedure/decide.ts'
import type { Facts } from '../../engines/procedure/matter.ts'
import { contactKey, openMatter } from '../../engines/procedure/open-matter.ts'
import type { PartyEntry } from '../../engines/procedure/open-matter.ts'
import type { Actor } from '../../engines/procedure/role.ts'
import { newIdentifier } from '../../engines/procedure/services.ts'
import type { Submission, SubmissionKind } from './contract.ts'
import { CATEGORIES } from './complaint/facts.ts'
import type { ConsumerServices } from './consumer-services.ts'
import { routeMatter } from './routing.ts'
import type { RoutableOffice, Routing } from './routing.ts'

/** One thing to take in, from whichever channel. Person data stays out of every event. */
export type Intake = Readonly<{
  district: string; kind: SubmissionKind | 'work-order'; channel: string; receivedAt: string; outsideNo?: string | undefined; orderType?: string | undefined
  submission: Omit<Submission, 'id' | 'kind'>
  office?: Readonly<{ id: string; reason: string }> | undefined
}>

export type Taken = Readonly<{ decided: Decided; routing: Routing }>
export type IntakeOutcome = Readonly<{ kind: 'taken'; matters: readonly Taken[] }> | Exclude<Decision, { kind: 'decided' }>

/** Registers hold addresses of any length; a fact of a matter does not. */
const MAX_ADDRESS = 500

type Part = 'complaint' | 'report' | 'work-order'

/** Material that holds both a complaint and a report becomes two matters (complaint measures, Art 9). */
export function partsOf(kind: Intake['kind']): readonly Part[] {
  return kind === 'mixed' ? ['complaint', 'report'] : [kind]
}

/** The respondent as the register knows it: the chosen entity, else the one with the unified code. */
async function respondentOf(tx: ScopedTransaction, intake: Intake) {
  const { entityId, uscc } = intake.submission.respondent
  const base = tx.queries.selectFrom('entity').select(['id', 'name', 'uscc', 'address', 'town_code', 'synthetic']).where('district_code', '=', intake.district)
  if (entityId !== undefined) return base.where('id', '=', entityId).executeTakeFirst()
  if (uscc === undefined || uscc === '') return undefined
  const key = await tx.queries.selectFrom('entity_key').select('entity_id').where('uscc', '=', uscc).where('district_code', '=', intake.district).executeTakeFirst()
  return key === undefined ? undefined : base.where('id', '=', key.entity_id).executeTakeFirst()
}

type Respondent = Awaited<ReturnType<typeof respondentOf>>
export type RoutedPlace = Readonly<{ respondent: Respondent; townCode: string | null; townName: string | null; offices: readonly RoutableOffice[] }>

/** Finds the respondent, its town and the offices: what routing needs. */
export async function placeIntake(tx: ScopedTransaction, services: ConsumerServices, intake: Intake): Promise<RoutedPlace> {
  const respondent = await respondentOf(tx, intake)
  const rows = await tx.queries.selectFrom('office').selectAll().where('district_code', '=', intake.district).where('closed_on', 'is', null).orderBy('id').execute()
  const offices = rows.map((row) => ({ id: row.id, name: row.name, kind: row.kind, towns: row.town_codes, duties: row.duties }))
  const townCode = respondent?.town_code ?? await services.townOf(intake.submission.respondent.address ?? '')
  const town = townCode === null ? undefined : await tx.queries.selectFrom('town').select('name').where('code', '=', townCode).executeTakeFirst()
  return { respondent, townCode, townName: town?.name ?? null, offices }
}

export function routeOf(part: Part, intake: Intake, place: RoutedPlace): Routing {
  if (intake.office !== undefined) {
    const chosen = place.offices.find((office) => office.id === intake.office?.id)
    if (chosen !== undefined) return { officeId: chosen.id, officeName: chosen.name, why: intake.office.reason }
  }
  const hasPlatform = (intake.submission.respondent.platformName ?? '') !== ''
  return routeMatter({ procedure: part, category: intake.submission.category, townCode: place.townCode, townName: place.townName, hasPlatform }, place.offices)
}

/** Opens the matters of one intake and links the two halves of mixed material. One transaction of the caller. */
export async function takeIn(tx: ScopedTransaction, services: ConsumerServices, actor: Actor, intake: Intake, isSynthetic: boolean): Promise<IntakeOutcome> {
  const place = await placeIntake(tx, services, intake)
  const taken: Taken[] = []
  for (const part of partsOf(intake.kind)) {
    const routing = routeOf(part, intake, place)
    const decision = await openMatter(tx, services, actor, {
      procedure: part, district: intake.district, title: titleOf(intake), channel: intake.channel, officeId: routing.officeId, townCode: place.townCode ?? undefined,
      subjectEntityId: place.respondent?.id, subjectName: place.respondent?.name ?? intake.submission.respondent.name, receivedAt: intake.receivedAt,
      facts: factsOf(part, intake, place), parties: partiesOf(part, intake), synthetic: isSynthetic,
    })
    if (decision.kind !== 'decided') return decision
    taken.push({ decided: decision, routing })
  }
  await linkHalves(tx, services, actor, taken)
  return { kind: 'taken', matters: taken }
}

function titleOf({ submission }: Intake): string {
  const label = Object.entries(CATEGORIES).find(([id]) => id === submission.category)?.[1] ?? ''
  return `${submission.respondent.name}${label === '' ? '' : `（${label}）`}`
}

function factsOf(part: Part, intake: Intake, place: RoutedPlace): Facts {
  const { submission: said } = intake
  const common = {
    content: said.content, category: said.category, respondentName: place.respondent?.name ?? said.respondent.name,
    respondentUscc: place.respondent?.uscc ?? said.respondent.uscc, respondentAddress: said.respondent.address ?? place.respondent?.address?.slice(0, MAX_ADDRESS), outsideNo: intake.outsideNo, orderType: intake.orderType,
  }
  switch (part) {
    case 'complaint': return defined({
      ...common, demand: said.demand, platformName: said.respondent.platformName, purchasedOn: said.purchasedOn, amountInFen: said.amountInFen, harmKnownOn: said.harmKnownOn, hasConsentedToMediation: said.hasConsentedToMediation,
    })
    case 'report': return defined({ ...common, platformName: said.respondent.platformName, isAnonymous: said.person.isAnonymous ?? false, wantsReward: said.wantsReward ?? false })
    case 'work-order': return defined({ ...common, orderType: intake.orderType ?? 'complaint' })
  }
}

function defined(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== null && value !== ''))
}

const PERSON_ROLES = { 'complaint': 'complainant', 'report': 'reporter', 'work-order': 'caller' } as const

function partiesOf(part: Part, { submission: { person } }: Intake): readonly PartyEntry[] {
  if (part === 'report' && person.isAnonymous === true) return []
  const orNull = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text.trim())
  return [{ role: PERSON_ROLES[part], name: orNull(person.name), phone: orNull(person.phone), idNumber: orNull(person.idNumber), address: orNull(person.address), email: orNull(person.email) }]
}

async function linkHalves(tx: ScopedTransaction, services: ConsumerServices, actor: Actor, taken: readonly Taken[]): Promise<void> {
  const [first, second] = taken
  if (first === undefined || second === undefined) return
  const at = services.clock.now()
  const { district, id } = first.decided.matter
  await tx.set({ matters: [id, second.decided.matter.id] })
  await tx.queries.insertInto('matter_link').values({
    district_code: district, id: newIdentifier(services, at), matter_id: id, other_id: second.decided.matter.id, kind: 'split', reason: '同一材料同时包含投诉和举报，分别处理', at, actor_id: actor.id,
  }).execute()
}

/** Earlier matters that may be the same: same respondent, and within thirty days or from the same telephone. For a person to judge. */
export async function findDuplicates(tx: ScopedTransaction, intake: Intake, place: RoutedPlace): Promise<readonly Readonly<{ matterId: string; number: string; title: string; receivedAt: string; reason: string }>[]> {
  const { respondent } = place
  if (respondent === undefined) return []
  const since = new Date(Date.parse(intake.receivedAt) - 30 * 86_400_000).toISOString()
  const rows = await tx.queries.selectFrom('matter').select(['id', 'number', 'title', 'received_at']).where('district_code', '=', intake.district).where('subject_entity_id', '=', respondent.id)
    .where('received_at', '>=', since).orderBy('received_at', 'desc').limit(10).execute()
  if (rows.length === 0) return []
  await tx.set({ matters: rows.map((row) => row.id) })
  const key = contactKey(intake.submission.person.phone)
  const same = key === null ? [] : await tx.queries.selectFrom('party').select('matter_id').where('district_code', '=', intake.district).where('contact_key', '=', key).execute()
  return rows.map((row) => ({
    matterId: row.id, number: row.number, title: row.title, receivedAt: row.received_at,
    reason: same.some((party) => party.matter_id === row.id) ? `同一人 ${dateInShanghai(row.received_at)} 对同一主体提出过` : '30日内对同一主体提出',
  }))
}
