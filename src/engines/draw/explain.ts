import { formatDate } from '../../kernel/calendar-date.ts'
import { withoutStop } from '../../kernel/sentence.ts'
import type { Bundle, FrameRow } from './bundle.ts'
import { fromHex } from './hex.ts'
import { hashOf } from './rulebook.ts'
import type { Hashes } from './rulebook.ts'
import { entityLabels } from './label.ts'
import { exclusionOf, rowTicket } from './selection.ts'
import { byTicket, ticketsUnder } from './ticket.ts'

export type ExplanationStatus = 'drawn' | 'substitute' | 'withdrawn' | 'not-drawn' | 'excluded' | 'not-listed' | 'no-result'

/** Where an entity stood in a draw; ranks count from 1 within its stratum, the cut-off is the last ticket that was taken. */
export type Explanation = {
  readonly status: ExplanationStatus
  readonly says: string
  readonly label: string | null
  readonly ticket: string | null
  readonly rank: number | null
  readonly of: number | null
  readonly cutOff: { readonly rank: number; readonly ticket: string } | null
}

const UNKNOWN = { label: null, ticket: null, rank: null, of: null, cutOff: null }

/** Says why an entity, by its code or one of its labels, was drawn or was not. The bundle is one that verifies. */
export function explain(bundle: Bundle, asked: string, hashes: Hashes): Explanation {
  const { announcement, frame, rounds, outcome } = bundle
  const row = frame.find((each) => each.id === asked || (asked.includes('|') && entityLabels(announcement, each).includes(asked)))
  if (row === undefined) return { ...UNKNOWN, status: 'not-listed', says: `“${asked}”不在本次抽取的对象名单，因此没有签号。` }
  const voided = outcome.status === 'void' ? `本次抽取已经作废，理由：${withoutStop(outcome.reason)}。` : ''
  const excluded = exclusionOf(announcement, row)
  if (excluded !== null) return { ...UNKNOWN, status: 'excluded', says: `${voided}“${row.name}”列入名单，但${row.lastDrawnOn === null ? '' : formatDate(row.lastDrawnOn)}已抽中过，依公告这次不再抽取：${withoutStop(excluded.reason)}。` }
  const [first] = rounds
  const hash = hashOf(announcement.rulebook.version, hashes)
  if (first === undefined || hash === undefined) return { ...UNKNOWN, status: 'no-result', says: `${voided}“${row.name}”列入名单，尚无抽取结果。` }
  const ticketOf = ticketsUnder(hash, fromHex(first.key))
  const own = rowTicket(announcement, row, ticketOf)
  const peers = frame.filter((each) => each.stratum === row.stratum && exclusionOf(announcement, each) === null).map((each) => rowTicket(announcement, each, ticketOf)).sort(byTicket)
  const taken = takenFrom(bundle, row.stratum)
  const rank = peers.findIndex(({ entity }) => entity === row.id) + 1
  const last = peers[taken - 1]
  const place = { label: own.label, ticket: own.ticket, rank, of: peers.length, cutOff: last === undefined ? null : { rank: taken, ticket: last.ticket } }
  return { ...place, ...outcomeOf(bundle, row, { rank, of: peers.length, taken }, voided) }
}

function outcomeOf(bundle: Bundle, row: FrameRow, { rank, of, taken }: { readonly rank: number; readonly of: number; readonly taken: number }, voided: string): Pick<Explanation, 'status' | 'says'> {
  const stratum = bundle.announcement.strata.find(({ id }) => id === row.stratum)
  const place = `${voided}“${row.name}”属于“${stratum?.name ?? row.stratum}”，该层可抽${of}户，签号从小到大排第${rank}位`
  const withdrawn = bundle.rounds.flatMap(({ cause }) => cause?.withdrawn ?? []).find(({ entity }) => entity === row.id)
  if (withdrawn !== undefined) return { status: 'withdrawn', says: `${place}，曾被抽中，后退出：${withoutStop(withdrawn.reason)}。` }
  const drawn = bundle.rounds.flatMap(({ drawn, round }) => drawn.map((entity) => ({ ...entity, round }))).find(({ entity }) => entity === row.id)
  if (drawn?.replaces !== null && drawn !== undefined) return { status: 'substitute', says: `${place}，第${drawn.round}轮递补抽中，替换退出的“${bundle.frame.find(({ id }) => id === drawn.replaces)?.name ?? drawn.replaces}”。` }
  if (drawn !== undefined) return { status: 'drawn', says: `${place}；该层应抽${stratum?.size ?? 0}户，名次不大于${stratum?.size ?? 0}，因此抽中。` }
  return { status: 'not-drawn', says: taken === 0 ? `${place}；该层没有抽取，因此未抽中。` : `${place}；该层抽取到第${taken}位为止，名次在后，因此未抽中。` }
}

function takenFrom({ frame, rounds }: Bundle, stratum: string): number {
  const drawn = new Set(rounds.flatMap((round) => round.drawn.map(({ entity }) => entity)))
  return frame.filter((row) => row.stratum === stratum && drawn.has(row.id)).length
}
