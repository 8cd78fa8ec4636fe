import { epochOf } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import { matterEventRow } from '../../platform/ledger/record.ts'
import type { RandomBytes } from '../../platform/random.ts'
import { bigrams } from '../register/bigrams.ts'
import type { ClockState, Matter, MatterEvent } from './matter.ts'
import { nextClockOf } from './matter.ts'

/** The columns of `matter` for a matter as it stands. */
export function matterRow(matter: Matter, updatedAt: string) {
  const next = nextClockOf(matter)
  return {
    district_code: matter.district, id: matter.id, procedure: matter.procedure, number: matter.number, state: matter.state, title: matter.title,
    channel: matter.channel, subject_entity_id: matter.subjectEntityId ?? null, subject_name: matter.subjectName ?? null,
    subject_bigrams: bigrams(`${matter.number} ${matter.subjectName ?? ''} ${matter.title}`), town_code: matter.townCode ?? null, office_id: matter.officeId,
    assignee_id: matter.assigneeId ?? null, received_at: matter.receivedAt, opened_at: matter.openedAt, law_on: matter.lawOn,
    closed_at: matter.closedAt ?? null, outcome: matter.outcome ?? null, facts: JSON.stringify(matter.facts), next_due_at: next?.at ?? null,
    next_clock: next?.clock.kind ?? null, has_duty: next !== null && !next.clock.isWaiting, version: matter.version, synthetic: matter.synthetic, updated_at: updatedAt,
  }
}

/** The columns of `matter_clock`; `id` is the clock's own. */
export function clockRow(matter: Matter, clock: ClockState, id: string) {
  const { due } = clock
  return {
    district_code: matter.district, id, matter_id: matter.id, procedure: matter.procedure, office_id: matter.officeId, town_code: matter.townCode ?? null,
    kind: clock.kind, occurrence: clock.occurrence, rule: clock.rule,
    basis: JSON.stringify({ cite: clock.basis, isVerified: clock.isVerified, hourStart: clock.hourStart, isWaiting: clock.isWaiting, due }), due_step: clock.dueStep,
    started_at: clock.startedAt, limit_amount: clock.limit.amount, limit_unit: clock.limit.unit, roll: clock.roll, status: clock.status,
    due_at: due.status === 'determined' ? due.dueAt : null, due_on: due.status === 'determined' ? due.dueOn : null,
    target_on: due.status === 'determined' ? due.targetOn : null, not_before_at: due.status === 'undetermined' ? due.notBeforeAt : null,
    missing_year: due.status === 'undetermined' ? due.missingYear : null, stopped_at: clock.stoppedAt ?? null, is_met: clock.isMet ?? null,
    pauses: JSON.stringify(clock.pauses), extensions: JSON.stringify(clock.extensions), derivation: JSON.stringify(clock.derivation),
    calendar_version: clock.calendarVersion,
  }
}

/** Rows of `matter_event` for new events that follow sequence number `after`, with their canonical bytes and leaf hashes. */
export function eventRows(matter: Pick<Matter, 'id' | 'district'>, events: readonly MatterEvent[], after: number, random: RandomBytes) {
  return events.map((event, index) => {
    const { at, actorId, actorName, ...rest } = event
    const id = identifierFrom(epochOf(at), random(10))
    const step = 'step' in event && event.step !== undefined ? event.step : null
    return matterEventRow({ district: matter.district, id, matter: matter.id, seq: after + index + 1, type: event.type, step, actor: actorId, actorName, at, event: rest })
  })
}

/** Reads an event back from its canonical body. */
export function eventOfBody(body: string): MatterEvent {
  const record = JSON.parse(body) as { at: string; actor: string; actorName: string; event: object }
  return { ...record.event, at: record.at, actorId: record.actor, actorName: record.actorName } as MatterEvent
}
