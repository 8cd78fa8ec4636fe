import type { CapturedAt } from '../../../src/domains/inspection/contract.ts'
import { epochOf, instantFromEpoch } from '../../../src/kernel/calendar-date.ts'
import type { Instant } from '../../../src/kernel/calendar-date.ts'
import { identifierFrom } from '../../../src/kernel/identifier.ts'
import { fieldTables } from '../device/field-database.ts'
import { isTrusted, offsetFrom } from './clock-offset.ts'
import type { ClockOffset } from './clock-offset.ts'

let offset: ClockOffset | null = null

// The wall clock, as the page's own timer stands still while the phone sleeps.
const phoneMs = (): number => Date.now()

/** Takes the Date header of an answer as the time and keeps what was measured for the hours without network. */
export function noteServerDate(dateHeader: string | null): void {
  const measured = dateHeader === null ? null : offsetFrom(dateHeader, phoneMs())
  if (measured === null) return
  offset = measured
  void fieldTables().device.put({ key: 'clock', ...measured }).catch(() => undefined)
}

/** Brings back what was measured before the page was closed. */
export async function restoreClock(): Promise<void> {
  const kept = await fieldTables().device.get('clock')
  if (offset === null && kept?.key === 'clock') offset = kept
}

/** The time now, and whether it is the server's. */
export function readFieldClock(): CapturedAt {
  const now = phoneMs()
  return isTrusted(offset, now) ? { at: instantFromEpoch(now + offset.offsetMs), isServerCorrected: true } : { at: instantFromEpoch(now), isServerCorrected: false }
}

export function fieldNow(): Instant {
  return readFieldClock().at
}

/** An identifier made on the phone. */
export function newFieldId(): string {
  return identifierFrom(epochOf(fieldNow()), crypto.getRandomValues(new Uint8Array(10)))
}
