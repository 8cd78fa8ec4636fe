/** What to add to this phone's clock, and this phone's clock when it was measured (both milliseconds). */
export type ClockOffset = Readonly<{ offsetMs: number; measuredAtMs: number }>

const TRUST_MS = 36 * 3_600_000

/** The offset an answer of the server shows. Its Date header has whole seconds, cut off: the phone is at most a second late, never early. */
export function offsetFrom(dateHeader: string, phoneMs: number): ClockOffset | null {
  const serverMs = Date.parse(dateHeader)
  return Number.isNaN(serverMs) ? null : { offsetMs: serverMs - phoneMs, measuredAtMs: phoneMs }
}

/** An offset is good for a day and a half, and no longer once the phone's clock stands before the moment of measuring: it was changed. */
export function isTrusted(offset: ClockOffset | null, phoneMs: number): offset is ClockOffset {
  return offset !== null && phoneMs >= offset.measuredAtMs && phoneMs - offset.measuredAtMs <= TRUST_MS
}
