import { createHash } from 'node:crypto'
import type { Instant } from '../../kernel/calendar-date.ts'
import { dateInShanghai } from '../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { RandomBytes } from '../../platform/random.ts'
import { decideOpening } from './decide.ts'
import type { AnyProcedure } from './definition.ts'
import type { Decided, Decision } from './decide.ts'
import type { Facts, PartyNote } from './matter.ts'
import type { Actor } from './role.ts'
import { contextFor, newIdentifier, procedureOf } from './services.ts'
import type { ProcedureServices } from './services.ts'
import { nextSerial, writeChange } from './store.ts'

/** A person of the matter as entered; kept in `party`, never in an event. */
export type PartyEntry = Readonly<{ role: string; name: string | null; phone: string | null; idNumber: string | null; address: string | null; email: string | null }>

export type OpeningOrder = Readonly<{
  procedure: string; district: string; title: string; channel: string; officeId: string; townCode?: string | undefined; assigneeId?: string | undefined
  subjectEntityId?: string | undefined; subjectName?: string | undefined; receivedAt: Instant; facts: Facts; parties: readonly PartyEntry[]; synthetic: boolean; isChild?: boolean
}>

type PartyRow = Readonly<PartyEntry & { id: string; salt: string; note: PartyNote }>

/** Key under which one person's matters are found without storing the number in clear where it is not needed. */
export function contactKey(phone: string | null): string | null {
  const digits = (phone ?? '').replaceAll(/\D/gu, '')
  return digits === '' ? null : createHash('sm3').update(`contact:${digits}`).digest('hex')
}

/** The salted hash that stands in the event for a person's data. */
export function partyNote(entry: PartyEntry, party: Readonly<{ id: string; salt: string; isConfidential: boolean }>): PartyNote {
  const { role, name, phone, idNumber, address, email } = entry
  const commitment = createHash('sm3').update(JSON.stringify([party.salt, name, phone, idNumber, address, email])).digest('hex')
  return { id: party.id, role, isConfidential: party.isConfidential, commitment }
}

/** Opens a matter inside the caller's transaction: number, parties, events, clocks. Refusals and invalid input write nothing. */
export async function openMatter(tx: ScopedTransaction, services: ProcedureServices, actor: Actor, order: OpeningOrder): Promise<Decision> {
  const now = services.clock.now()
  const procedure = procedureOf(services, order.procedure)
  const year = Number(dateInShanghai(order.receivedAt).slice(0, 4))
  const parties = order.parties.map((entry): PartyRow => {
    const id = newIdentifier(services, now)
    const salt = hexOf(services.random)
    const isConfidential = procedure.parties[entry.role]?.isConfidential ?? true
    return { ...entry, id, salt, note: partyNote(entry, { id, salt, isConfidential }) }
  })
  const { parties: _entries, ...rest } = order
  const trial = { ...rest, facts: await withRegister(tx, procedure, order), id: newIdentifier(services, now), number: '', parties: parties.map((party) => party.note) }
  const refused = decideOpening(procedure, trial, contextFor(services, actor, now))
  if (refused.kind !== 'decided') return refused
  const serial = await nextSerial(tx, order.district, procedure.id, year)
  const decided = decideOpening(procedure, { ...trial, number: `${procedure.numberPrefix}〔${year}〕${serial}号` }, contextFor(services, actor, now)) as Decided
  await writeChange(tx, { before: null, after: decided.matter, events: decided.events }, now, services.random)
  await writeParties(tx, order.district, decided.matter.id, parties)
  await services.listener(tx, { procedure, matter: decided.matter, events: decided.events, now })
  return decided
}

/** The facts of the opening, with what the register knows of the entity where they do not say it. */
async function withRegister(tx: ScopedTransaction, { opening: { fromRegister } }: AnyProcedure, { district, subjectEntityId, facts }: OpeningOrder): Promise<Facts> {
  if (fromRegister === undefined || subjectEntityId === undefined) return facts
  const entity = await tx.queries.selectFrom('entity').select(['uscc', 'address']).where('district_code', '=', district).where('id', '=', subjectEntityId).executeTakeFirst()
  const known = [[fromRegister.uscc, entity?.uscc], [fromRegister.address, entity?.address]].flatMap(([key, value]) => (typeof key === 'string' && typeof value === 'string' && facts[key] === undefined ? [[key, value] as const] : []))
  return { ...facts, ...Object.fromEntries(known) }
}

async function writeParties(tx: ScopedTransaction, district: string, matterId: string, parties: readonly PartyRow[]): Promise<void> {
  if (parties.length === 0) return
  await tx.queries.insertInto('party').values(parties.map((party) => ({
    district_code: district, id: party.id, matter_id: matterId, role: party.role, is_confidential: party.note.isConfidential, name: party.name, phone: party.phone,
    id_number: party.idNumber, address: party.address, email: party.email, contact_key: contactKey(party.phone), salt: party.salt,
  }))).execute()
}

function hexOf(random: RandomBytes): string {
  return Buffer.from(random(16)).toString('hex')
}
