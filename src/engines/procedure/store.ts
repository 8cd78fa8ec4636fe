import { sql } from 'kysely'
import { epochOf } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import type { RandomBytes } from '../../platform/random.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { ClockState, Facts, Matter, MatterEvent, StepTaken } from './matter.ts'
import { clockRow, eventOfBody, eventRows, matterRow } from './rows.ts'

type Locking = 'for-update' | 'read'

/** Reads a matter that the scope may see, with its clocks and the steps taken, and opens it: what hangs on it becomes readable. Null where it is out of sight. */
export async function findMatter(tx: ScopedTransaction, district: string, id: string, locking: Locking = 'read'): Promise<Matter | null> {
  const query = tx.queries.selectFrom('matter').selectAll().where('district_code', '=', district).where('id', '=', id)
  const row = await (locking === 'for-update' ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) return null
  await tx.set({ matters: [id] })
  const clocks = await tx.queries.selectFrom('matter_clock').selectAll().where('district_code', '=', district).where('matter_id', '=', id)
    .orderBy('started_at').orderBy('kind').orderBy('occurrence').execute()
  const taken = await tx.queries.selectFrom('matter_event').select(['type', 'step', 'actor_id', 'actor_name', 'at', 'body']).where('district_code', '=', district)
    .where('matter_id', '=', id).where('type', 'in', ['step-taken', 'recused']).orderBy('seq').execute()
  const steps: StepTaken[] = []
  const recused: string[] = []
  for (const event of taken) {
    if (event.type === 'step-taken' && event.step !== null) steps.push({ step: event.step, at: event.at, actorId: event.actor_id, actorName: event.actor_name })
    const body = event.type === 'recused' ? eventOfBody(event.body) : null
    if (body?.type === 'recused') recused.push(body.accountId)
  }
  return {
    id, district, procedure: row.procedure, number: row.number, title: row.title, state: row.state, channel: row.channel, officeId: row.office_id,
    receivedAt: row.received_at, openedAt: row.opened_at, lawOn: row.law_on, facts: row.facts as Facts, synthetic: row.synthetic, version: row.version,
    clocks: clocks.map(clockOfRow), steps, recused,
    ...(row.subject_entity_id === null ? {} : { subjectEntityId: row.subject_entity_id }), ...(row.subject_name === null ? {} : { subjectName: row.subject_name }),
    ...(row.town_code === null ? {} : { townCode: row.town_code }), ...(row.assignee_id === null ? {} : { assigneeId: row.assignee_id }),
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at }), ...(row.outcome === null ? {} : { outcome: row.outcome }),
  }
}

type ClockColumns = Readonly<{
  kind: string; occurrence: number; rule: string; basis: string; due_step: string; started_at: string; limit_amount: number; limit_unit: string; roll: string
  status: string; stopped_at: string | null; is_met: boolean | null; pauses: unknown; extensions: unknown; derivation: unknown; calendar_version: string
}>

/** A clock from its row. The row was written by `clockRow`, so its closed lists hold. */
export function clockOfRow(row: ClockColumns): ClockState {
  // A row from before waits were told from duties holds no word of it: it counts as a duty, like its matter.
  const { cite, isVerified, hourStart, isWaiting = false, due } = JSON.parse(row.basis) as { cite: ClockState['basis']; isWaiting?: boolean } & Pick<ClockState, 'isVerified' | 'hourStart' | 'due'>
  return {
    kind: row.kind, occurrence: row.occurrence, rule: row.rule, basis: cite, isVerified, hourStart, isWaiting, due, dueStep: row.due_step, startedAt: row.started_at,
    limit: { amount: row.limit_amount, unit: row.limit_unit as ClockState['limit']['unit'] }, roll: row.roll as ClockState['roll'],
    pauses: row.pauses as ClockState['pauses'], extensions: row.extensions as ClockState['extensions'], status: row.status as ClockState['status'],
    derivation: row.derivation as ClockState['derivation'], calendarVersion: row.calendar_version,
    ...(row.stopped_at === null ? {} : { stoppedAt: row.stopped_at }), ...(row.is_met === null ? {} : { isMet: row.is_met }),
  }
}

export async function readEvents(tx: ScopedTransaction, district: string, matterId: string): Promise<{ id: string; seq: number; event: MatterEvent }[]> {
  const rows = await tx.queries.selectFrom('matter_event').select(['id', 'seq', 'body']).where('district_code', '=', district).where('matter_id', '=', matterId).orderBy('seq').execute()
  return rows.map((row) => ({ id: row.id, seq: row.seq, event: eventOfBody(row.body) }))
}

export type Change = Readonly<{ before: Matter | null; after: Matter; events: readonly MatterEvent[] }>

/** Writes what was decided: events with their leaf hashes, the matter as it now stands, and its clocks. The caller holds the row lock. */
export async function writeChange(tx: ScopedTransaction, change: Change, now: string, random: RandomBytes): Promise<void> {
  const { before, after, events } = change
  const row = matterRow(after, now)
  if (before === null) await tx.queries.insertInto('matter').values(row).execute()
  else await tx.queries.updateTable('matter').set(row).where('district_code', '=', after.district).where('id', '=', after.id).execute()
  await tx.set({ matters: [after.id] })
  const rows = eventRows(after, events, before?.version ?? 0, random)
  await tx.queries.insertInto('matter_event').values(rows).execute()
  await tx.queries.insertInto('ledger_pending').values(rows.map(({ district_code, id }) => ({ district_code, id, source: 'matter_event' }))).execute()
  await writeClocks(tx, change, random)
}

async function writeClocks(tx: ScopedTransaction, { before, after }: Change, random: RandomBytes): Promise<void> {
  const hasMoved = before !== null && (before.officeId !== after.officeId || before.townCode !== after.townCode)
  for (const clock of after.clocks) {
    const earlier = before?.clocks.find((known) => known.kind === clock.kind && known.occurrence === clock.occurrence)
    if (earlier === clock && !hasMoved) continue
    const { id, ...row } = clockRow(after, clock, identifierFrom(epochOf(clock.startedAt), random(10)))
    // No upsert: the database demands sight of a row that it may have to update, and a new matter may belong to another office.
    if (earlier === undefined) await tx.queries.insertInto('matter_clock').values({ id, ...row }).execute()
    else {
      const { numUpdatedRows } = await tx.queries.updateTable('matter_clock').set(row).where('district_code', '=', after.district).where('matter_id', '=', after.id)
        .where('kind', '=', clock.kind).where('occurrence', '=', clock.occurrence).executeTakeFirstOrThrow()
      if (numUpdatedRows !== 1n) throw new Error(`clock ${clock.kind} ${clock.occurrence} of ${after.number} was not written`)
    }
  }
}

/** Takes the next number of a series without gaps: the row stays locked until the transaction ends. */
export async function nextSerial(tx: ScopedTransaction, district: string, series: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    INSERT INTO number_series (district_code, series, year, last) VALUES (${district}, ${series}, ${year}, 1)
    ON CONFLICT (district_code, series, year) DO UPDATE SET last = number_series.last + 1 RETURNING last`.execute(tx.queries)
  const last = rows[0]?.last
  if (last === undefined) throw new Error(`no serial for ${series} ${year}`)
  return last
}
