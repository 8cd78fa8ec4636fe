import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { AnnouncedDraw } from './announce.ts'
import { assign } from './assign.ts'
import type { OpenedConflicts, PublishedValue, Round, RoundCause } from './bundle.ts'
import { beforeAssignment, drawnIn, staffingOf, stateAfter, stateBefore } from './draw-state.ts'
import type { Fault } from './fault.ts'
import { fromHex, toHex } from './hex.ts'
import { hashedTimes } from './one-time-code.ts'
import { canonicalFrom, randomnessFaults } from './check-randomness.ts'
import { causeFaults } from './check-round.ts'
import { hashOf } from './rulebook.ts'
import type { Hashes } from './rulebook.ts'
import { drawKey, ticketsUnder } from './ticket.ts'

/** Records the published values of the announced sources. */
export function readRandomness(draw: AnnouncedDraw, values: readonly PublishedValue[]): AnnouncedDraw | Refusal {
  const [fault] = randomnessFaults(draw.bundle.announcement, values)
  if (fault !== undefined) return refusedFor(fault, 'draw.randomness-faulty')
  return { ...draw, bundle: { ...draw.bundle, randomness: { values, canonical: canonicalFrom(draw.bundle.announcement, values) } } }
}

/** Holds the next round with the next one-time code; the first has no cause, each later one says what made it necessary. */
export function holdRound(draw: AnnouncedDraw, { code, cause }: { readonly code: Uint8Array; readonly cause: RoundCause | null }, hashes: Hashes): AnnouncedDraw | Refusal {
  const { bundle } = draw
  const { announcement, randomness, rounds } = bundle
  if (randomness === null) return refuse({ code: 'draw.randomness-missing', says: '公共随机数尚未录入，不能抽取。', do: '请在公告的来源公布后录入。' })
  if (bundle.outcome.status === 'void') return refuse({ code: 'draw.void', says: '该次抽取已经作废。', do: '请以新的编号另行公告。' })
  const hash = hashOf(announcement.rulebook.version, hashes)
  if (hash === undefined) throw new RangeError(`no rulebook ${announcement.rulebook.version}`)
  const round = rounds.length + 1
  if (round >= announcement.chain.length || toHex(hashedTimes(hash, code, round)) !== announcement.chain.last) {
    return refuse({ code: 'draw.code-foreign', says: `一次性码不是公告所承诺的第${round}轮的码。`, do: '请使用公告时保存的码链；码链用尽的，应当作废并另行公告。' })
  }
  const key = drawKey(hash, code, randomness.canonical)
  const ticketOf = ticketsUnder(hash, key)
  const first = rounds[0]
  const state = rounds.reduce((before, held) => stateAfter(bundle, before, held), stateBefore(bundle, first === undefined ? ticketOf : ticketsUnder(hash, fromHex(first.key))))
  const [fault] = causeFaults(bundle, state, { round, cause })
  if (fault !== undefined) return refusedFor(fault, 'draw.cause-faulty')
  const drawn = drawnIn(bundle, state, cause)
  const conflicts = announcement.team === null ? [] : drawn.map(({ entity }) => openingOf(draw, entity))
  const staffing = staffingOf(bundle, beforeAssignment(announcement, state, { cause, drawn, conflicts }), ticketOf)
  const held: Round = { round, code: toHex(code), key: toHex(key), cause, drawn, conflicts, assignment: staffing === null ? null : assign(staffing) }
  return { ...draw, bundle: { ...bundle, rounds: [...rounds, held], outcome: { status: 'drawn' } } }
}

/** Ends a draw without effect; it stays public with its reason. */
export function voidDraw(draw: AnnouncedDraw, outcome: { readonly reason: string; readonly decidedAt: string; readonly decidedBy: string }): AnnouncedDraw {
  return { ...draw, bundle: { ...draw.bundle, outcome: { status: 'void', ...outcome } } }
}

function openingOf({ conflicts }: AnnouncedDraw, entity: string): OpenedConflicts {
  const opened = conflicts.get(entity)
  if (opened === undefined) throw new RangeError(`no conflicts were committed for ${entity}`)
  return opened
}

function refusedFor({ where, says }: Fault, code: string): Refusal {
  return refuse({ code, says: `${says}（${where}）`, do: '请核对后更正再办。' })
}
