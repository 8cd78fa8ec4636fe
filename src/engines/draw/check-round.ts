import type { Hash } from '../../kernel/merkle.ts'
import type { Bundle, Round, RoundCause } from './bundle.ts'
import { checkAssignment } from './check-assignment.ts'
import { conflictCommitment } from './commitment.ts'
import { beforeAssignment, drawnIn, staffingOf } from './draw-state.ts'
import type { DrawState } from './draw-state.ts'
import { isSame, unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { fromHex, toHex } from './hex.ts'
import { hashedTimes } from './one-time-code.ts'
import { drawKey, ticketsUnder } from './ticket.ts'

/** Whether a code is the committed one of the round, and the key follows from it. */
export function codeFaults({ announcement: { chain }, randomness }: Bundle, { round, code, key }: Round, hash: Hash): readonly Fault[] {
  const where = `rounds[${round - 1}]`
  const isCommitted = round < chain.length && toHex(hashedTimes(hash, fromHex(code), round)) === chain.last
  if (!isCommitted) return [{ where: `${where}.code`, says: `第${round}轮的一次性码不在公告承诺的码链上，或者不是该轮的码。` }]
  return unless(toHex(drawKey(hash, fromHex(code), randomness?.canonical ?? '')) === key, `${where}.key`, `第${round}轮的密钥不是由一次性码和公共随机数得出。`)
}

/** The first round needs no cause; each later one removes what is there to be removed. */
export function causeFaults({ announcement, inspectors }: Pick<Bundle, 'announcement' | 'inspectors'>, state: DrawState, { round, cause }: { readonly round: number; readonly cause: RoundCause | null }): readonly Fault[] {
  const where = `rounds[${round - 1}].cause`
  if (round === 1) return unless(cause === null, where, '第一轮抽取不应载有递补理由。')
  if (cause === null) return [{ where, says: `第${round}轮没有载明理由：同一次抽取不得重抽。` }]
  const { withdrawn, unavailable, recused } = cause
  const known = new Set(announcement.team === null ? [] : inspectors.map(({ id }) => id))
  const gone = new Set(withdrawn.map(({ entity }) => entity))
  return [
    ...unless(withdrawn.length + unavailable.length + recused.length > 0, where, `第${round}轮没有退出的对象，也没有需要更换的检查人员。`),
    ...unless(gone.size === withdrawn.length && [...gone].every((entity) => state.teams.has(entity)), `${where}.withdrawn`, '退出的对象不在抽中名单，或者重复。'),
    ...unless([...unavailable, ...recused].every(({ inspector }) => known.has(inspector)), where, '需要更换的检查人员不在名录。'),
    ...unless(recused.every(({ entity }) => state.teams.has(entity)), `${where}.recused`, '回避所指的对象不在抽中名单。'),
  ]
}

/** Computes a round again from the state before it. Checks the entities drawn, the opened conflicts and the teams. */
export function roundFaults(bundle: Bundle, state: DrawState, { round, hash }: { readonly round: Round; readonly hash: Hash }): readonly Fault[] {
  const where = `rounds[${round.round - 1}]`
  const faults = [...causeFaults(bundle, state, round), ...drawnFaults(bundle, state, round), ...conflictFaults(bundle, round, hash)]
  if (faults.length > 0) return faults
  const staffing = staffingOf(bundle, beforeAssignment(bundle.announcement, state, round), ticketsUnder(hash, fromHex(round.key)))
  if (staffing === null || round.assignment === null) {
    return unless(staffing === null && round.assignment === null, `${where}.assignment`, staffing === null ? '公告没有派员，不应有派员结果。' : '公告载明派员，没有派员结果。')
  }
  return checkAssignment(staffing, round.assignment, `${where}.assignment`)
}

function drawnFaults(bundle: Bundle, state: DrawState, round: Round): readonly Fault[] {
  const where = `rounds[${round.round - 1}].drawn`
  const expected = drawnIn(bundle, state, round.cause)
  const wrong = expected.findIndex((entity, i) => !isSame(entity, round.drawn[i] ?? null))
  const due = expected[wrong]
  if (due === undefined) return unless(round.drawn.length === expected.length, where, `抽中${round.drawn.length}户，应为${expected.length}户。`)
  const claimed = round.drawn[wrong]
  if (claimed?.entity === due.entity && claimed.ticket !== due.ticket) return [{ where: `${where}[${wrong}].ticket`, says: `“${due.entity}”的签号应为${due.ticket}，记录为${claimed.ticket}。` }]
  return [{ where: `${where}[${wrong}]`, says: `依签号次序此处应为“${due.entity}”，记录为“${claimed?.entity ?? '（无）'}”。` }]
}

function conflictFaults({ announcement, frame }: Bundle, { round, drawn, conflicts }: Round, hash: Hash): readonly Fault[] {
  const where = `rounds[${round - 1}].conflicts`
  const due = announcement.team === null ? [] : drawn.map(({ entity }) => entity)
  if (!isSame(conflicts.map(({ entity }) => entity), due)) return [{ where, says: '回避名单应当按抽中次序逐户公开，不多不少。' }]
  const committed = new Map(frame.map((row) => [row.id, row.conflicts]))
  return conflicts.flatMap((opened, i) => unless(conflictCommitment(hash, opened.salt, opened) === committed.get(opened.entity), `${where}[${i}]`, `“${opened.entity}”的回避名单与公告前的承诺不符。`))
}
