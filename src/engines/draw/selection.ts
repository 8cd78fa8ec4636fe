import { compare } from '../../kernel/calendar-date.ts'
import type { Announcement, FrameRow, Stratum } from './bundle.ts'
import { entityLabels } from './label.ts'
import { sampleSize } from './ratio.ts'
import { byTicket } from './ticket.ts'

export type RowTicket = { readonly entity: string; readonly label: string; readonly ticket: string }

/** Everyone who may be drawn, by stratum, the smallest ticket first. */
export type DrawOrder = ReadonlyMap<string, readonly RowTicket[]>

type Rules = Pick<Announcement, 'exclusions'>

/** Why the row may not be drawn, or null. */
export function exclusionOf({ exclusions }: Rules, row: Pick<FrameRow, 'stratum' | 'lastDrawnOn'>): Announcement['exclusions'][number] | null {
  const { stratum, lastDrawnOn } = row
  if (lastDrawnOn === null) return null
  return exclusions.find(({ strata, drawnFrom }) => strata.includes(stratum) && compare(lastDrawnOn, drawnFrom) >= 0) ?? null
}

/** How many objects a stratum has, how many of them may be drawn, and how many will be. */
export function countsOf(rules: Rules, frame: readonly FrameRow[], stratum: Pick<Stratum, 'id' | 'ratio' | 'minimum'>): Pick<Stratum, 'population' | 'eligible' | 'size'> {
  const rows = frame.filter((row) => row.stratum === stratum.id)
  const eligible = rows.filter((row) => exclusionOf(rules, row) === null).length
  return { population: rows.length, eligible, size: sampleSize({ population: rows.length, eligible, ratio: stratum.ratio, minimum: stratum.minimum }) }
}

/** The ticket of a row: the smallest of its chances. */
export function rowTicket(draw: Pick<Announcement, 'drawId' | 'item'>, row: FrameRow, ticketOf: (label: string) => string): RowTicket {
  const [first, ...others] = entityLabels(draw, row).map((label) => ({ entity: row.id, label, ticket: ticketOf(label) }))
  if (first === undefined) throw new RangeError(`no chance for ${row.id}`)
  return others.reduce((smallest, other) => (byTicket(other, smallest) < 0 ? other : smallest), first)
}

export function drawOrder(announcement: Announcement, frame: readonly FrameRow[], ticketOf: (label: string) => string): DrawOrder {
  const order = new Map<string, RowTicket[]>(announcement.strata.map(({ id }) => [id, []]))
  for (const row of frame) if (exclusionOf(announcement, row) === null) order.get(row.stratum)?.push(rowTicket(announcement, row, ticketOf))
  for (const tickets of order.values()) tickets.sort(byTicket)
  return order
}
