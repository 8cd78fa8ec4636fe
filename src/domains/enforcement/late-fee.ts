import { toDayNumber } from '../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../kernel/calendar-date.ts'

type Days = Readonly<{ from: CalendarDate; until: CalendarDate }>

/**
 * The additional fine (加处罚款) as of the end of a day, in fen: a share of the fine for each day after the last day for payment, never more than
 * the fine itself. Days of reconsideration or litigation do not count, first and last included (penalty law 72 and 73; provisions 75).
 * A part of a fen is left to the party.
 */
export function lateFeeInFen(ask: Readonly<{ fineInFen: number; percentPerDay: number; lastOn: CalendarDate; asOfOn: CalendarDate; notCounted: readonly Days[] }>): number {
  const first = toDayNumber(ask.lastOn) + 1
  const last = toDayNumber(ask.asOfOn)
  const excluded = new Set<number>()
  for (const { from, until } of ask.notCounted) {
    for (let day = Math.max(first, toDayNumber(from)); day <= Math.min(last, toDayNumber(until)); day += 1) excluded.add(day)
  }
  const days = Math.max(0, last - first + 1 - excluded.size)
  return Math.min(ask.fineInFen, Math.floor((ask.fineInFen * ask.percentPerDay * days) / 100))
}
