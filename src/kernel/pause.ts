import { dayNumberInShanghai, epochOf } from './calendar-date.ts'
import type { Instant } from './calendar-date.ts'

/** A time that does not count; without `until` it still lasts. */
export type Pause = { readonly from: Instant; readonly until?: Instant }

/** Whole days that do not count, `first` to `last` as day numbers; without `last` still open. */
export type DayPause = { readonly first: number; readonly last?: number; readonly since: Instant }

/** A span of milliseconds that does not count, `until` exclusive. */
export type MomentPause = { readonly from: number; readonly until?: number; readonly since: Instant }

/** The union of the pauses in days after `start`: the day a pause begins counts, the day it ends does not. */
export function pausedDays(pauses: readonly Pause[], start: number): readonly DayPause[] {
  const spans = sortedSpans(pauses, at => dayNumberInShanghai(epochOf(at)))
  const union: DayPause[] = []
  for (const span of spans) {
    const first = Math.max(span.from, start) + 1
    if (span.until !== undefined && span.until < first) continue
    const previous = union.at(-1)
    if (previous === undefined || (previous.last !== undefined && previous.last < first)) {
      union.push({ first, ...(span.until === undefined ? {} : { last: span.until }), since: span.since })
    } else if (previous.last !== undefined) {
      union[union.length - 1] = span.until === undefined
        ? { first: previous.first, since: previous.since }
        : { ...previous, last: Math.max(previous.last, span.until) }
    }
  }
  return union
}

/** The union of the pauses in milliseconds from `start`. */
export function pausedMoments(pauses: readonly Pause[], start: number): readonly MomentPause[] {
  const spans = sortedSpans(pauses, epochOf)
  const union: MomentPause[] = []
  for (const span of spans) {
    const from = Math.max(span.from, start)
    if (span.until !== undefined && span.until <= from) continue
    const previous = union.at(-1)
    if (previous === undefined || (previous.until !== undefined && previous.until < from)) {
      union.push({ from, ...(span.until === undefined ? {} : { until: span.until }), since: span.since })
    } else if (previous.until !== undefined) {
      union[union.length - 1] = span.until === undefined
        ? { from: previous.from, since: previous.since }
        : { ...previous, until: Math.max(previous.until, span.until) }
    }
  }
  return union
}

type Span = { readonly from: number; readonly until?: number; readonly since: Instant }

function sortedSpans(pauses: readonly Pause[], measure: (at: Instant) => number): readonly Span[] {
  return pauses
    .map(pause => {
      if (pause.until === undefined) return { from: measure(pause.from), since: pause.from }
      if (epochOf(pause.until) < epochOf(pause.from)) throw new RangeError(`a pause ends before it begins: ${pause.from}`)
      return { from: measure(pause.from), until: measure(pause.until), since: pause.from }
    })
    .sort((a, b) => a.from - b.from)
}
