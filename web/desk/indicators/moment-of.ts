import { dateInShanghai, yearOf } from '../../../src/kernel/calendar-date.ts'
import { serverNow } from '../../kit/server-time.ts'

/** What a page of figures is asked for: a date, a year, and a place. Empty members are the server's own: today, this year, the whole district. */
export type When = Readonly<{ asOf?: string | undefined; year?: string | undefined; town?: string | undefined; office?: string | undefined }>

/** Only the part of a page's address that chooses figures, to hand on to the next page. */
export function whenOf({ asOf, year, town, office }: When): When {
  return { ...(asOf === undefined ? {} : { asOf }), ...(year === undefined ? {} : { year }), ...(town === undefined ? {} : { town }), ...(office === undefined ? {} : { office }) }
}

/** The years a reader can choose on a date: from the plan's first to the date's own. */
export function yearsUntil(asOf: string | undefined): readonly number[] {
  const FIRST = 2021
  const last = yearOf(asOf ?? dateInShanghai(serverNow()))
  return Array.from({ length: Math.max(1, last - FIRST + 1) }, (_, index) => FIRST + index)
}
