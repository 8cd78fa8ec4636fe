import type { Instant } from '../kernel/calendar-date.ts'

/** Where the current time comes from. Handed to whoever needs it; nobody else reads the clock. */
export type Clock = { now(): Instant }

/** The computer's clock, to the millisecond. */
export const systemClock: Clock = { now: () => new Date().toISOString() }

/** A clock that always shows `at`: for tests and for work that replays the past. */
export function fixedClock(at: Instant): Clock {
  return { now: () => at }
}
