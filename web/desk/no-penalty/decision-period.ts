import { dateInShanghai, yearOf } from '../../../src/kernel/calendar-date.ts'
import { serverNow } from '../../kit/server-time.ts'

export type Chosen = Readonly<{ year?: string | undefined; month?: string | undefined; office?: string | undefined }>

const lastDayOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

/** The first and the last day of the chosen year, or of its chosen month ('2026-05'). */
export function periodOf({ year, month, office }: Chosen): Readonly<{ from: string; until: string; office?: string | undefined }> {
  const chosen = Number(year ?? yearOf(dateInShanghai(serverNow())))
  const isMonth = month !== undefined && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)
  const days = isMonth ? { from: `${month}-01`, until: lastDayOf(Number(month.slice(0, 4)), Number(month.slice(5))) } : { from: `${chosen}-01-01`, until: `${chosen}-12-31` }
  return { ...days, ...(office === undefined ? {} : { office }) }
}
