import { instantFromEpoch } from '../../src/kernel/calendar-date.ts'
import type { Instant } from '../../src/kernel/calendar-date.ts'

// What to add to this computer's own clock: an officer's computer may be wrong by days, the server's answers are dated.
let offsetMs = 0

const localEpoch = (): number => performance.timeOrigin + performance.now()

/** Takes the Date header of an answer as the time. */
export function noteServerTime(dateHeader: string | null): void {
  if (dateHeader === null) return
  const epoch = Date.parse(dateHeader)
  if (Number.isNaN(epoch)) return
  // The header has whole seconds, so smaller differences are not differences.
  const offset = epoch + 500 - localEpoch()
  if (Math.abs(offset - offsetMs) > 1500) offsetMs = offset
}

/** The time at the server, to about a second; this computer's own before the first answer. */
export function serverNow(): Instant {
  return instantFromEpoch(Math.round(localEpoch() + offsetMs))
}
