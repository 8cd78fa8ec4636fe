import { epochOf } from '../../../src/kernel/calendar-date.ts'
import type { Instant } from '../../../src/kernel/calendar-date.ts'

const LOCAL_WORK_MS = 72 * 3_600_000

/** What was kept opens without a session for three days after the server last knew one: a weekend without signal, not longer. */
export function mayOpenLocally(seenAt: Instant, now: Instant): boolean {
  return epochOf(now) - epochOf(seenAt) <= LOCAL_WORK_MS
}
