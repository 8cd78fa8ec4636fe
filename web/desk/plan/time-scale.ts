import { toDayNumber } from '../../../src/kernel/calendar-date.ts'

/** Where a date lies between the plan's first and last day, in percent; dates outside lie at its edges. */
export function placeOn(on: string, { from, until }: Readonly<{ from: number; until: number }>): number {
  const [first, last] = [toDayNumber(`${from}-01-01`), toDayNumber(`${until + 1}-01-01`)]
  return Math.min(100, Math.max(0, ((toDayNumber(on) - first) / (last - first)) * 100))
}
