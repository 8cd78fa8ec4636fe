import type { Instant } from '../../../kernel/calendar-date.ts'
import { dateInShanghai, epochOf } from '../../../kernel/calendar-date.ts'
import { identifierFrom } from '../../../kernel/identifier.ts'
import { isRefusal, refuse } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { HASHES } from '../../../platform/hash.ts'
import { appendAudit } from '../../../platform/ledger/append.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { SignedIn } from '../../../platform/session/signed-in.ts'
import { findAnchor } from './anchor.ts'
import type { AnnouncedDraw } from '../announce.ts'
import type { Bundle, RoundCause } from '../bundle.ts'
import { loadForRound, lockStoredDraw } from './draw-store.ts'
import type { StoredDraw } from './draw-store.ts'
import { readRandomness } from '../hold-round.ts'
import { codeChain, codeOfRound } from '../one-time-code.ts'
import { publishDraw, writeProof } from './publish-draw.ts'
import { listReadings, NO_DRAW } from './record-value.ts'
import { holdApart } from './reckon.ts'
import { hashOf } from '../rulebook.ts'
import { keepSelections, openedTaskIn } from './selections.ts'
import type { DrawServices } from './services.ts'
import { agreedValues } from './source-state.ts'

type Order = Readonly<{ id: string; version: number; cause: Omit<RoundCause, 'decidedAt' | 'decidedBy'> | null; person: SignedIn; now: Instant; decidedBy: string }>

export const STALE = refuse({ code: 'draw.changed-meanwhile', says: '该次抽取在您打开以后有变动。', do: '请刷新页面，核对后再办。' })
const VOID = refuse({ code: 'draw.void', says: '该次抽取已经作废。', do: '请以新的编号另行公告。' })

/** Holds the next round in the caller's transaction: the first without a cause, a further one with it. Answers null when held. */
export async function holdDraw(tx: ScopedTransaction, services: DrawServices, order: Order): Promise<Refusal | null> {
  const { person: { district }, now } = order
  const stored = await lockStoredDraw(tx, district, order.id)
  if (stored === null) return NO_DRAW
  const objection = objectionTo(stored, order)
  if (objection !== null) return objection
  const opened = order.cause === null ? null : await openedTaskIn(tx, district, { draw: stored, cause: order.cause })
  if (opened !== null) return refuse({ code: 'draw.task-opened', says: `对象“${opened}”的检查任务已经派出，不能在抽取中退出或者换人。`, do: '请在该检查任务中办理终止或者更换检查人员。' })
  if ((await findAnchor(tx, stored)) === null) return refuse({ code: 'draw.not-anchored', says: '公告的杂凑值尚未封入存证账，不能抽取。', do: '封存通常在数秒内完成，请稍后再试；仍不能完成的，请联系系统管理员。' })
  const { draw, secrets } = await loadForRound(tx, { district, stored, secret: services.secret, hashes: HASHES })
  const ready = await withRandomness(tx, { district, stored, draw })
  if (isRefusal(ready)) return ready
  const hash = hashOf(stored.announcement.rulebook.version, HASHES)
  if (hash === undefined) throw new Error(`no rulebook ${stored.announcement.rulebook.version}`)
  const round = stored.rounds.length + 1
  if (round >= stored.announcement.chain.length - 1) return refuse({ code: 'draw.codes-used-up', says: '公告的一次性码已经用尽。', do: '请作废该次抽取并说明理由，另行公告。' })
  const code = codeOfRound(codeChain(hash, secrets.chain, stored.announcement.chain.length), round)
  const cause = order.cause === null ? null : { ...order.cause, decidedAt: now, decidedBy: order.decidedBy }
  const held = await holdApart({ draw: ready, code, cause })
  if (isRefusal(held)) return held
  await keepRound(tx, services, { stored, bundle: held.bundle, order })
  return null
}

function objectionTo(stored: StoredDraw, { version, cause }: Order): Refusal | null {
  if (stored.state === 'void') return VOID
  if (stored.version !== version) return STALE
  if (cause === null && stored.rounds.length > 0) return refuse({ code: 'draw.held-already', says: '该次抽取已经完成，同一次抽取不得重抽。', do: '对象退出或者检查人员需要更换的，请写明理由办理递补或者换人。' })
  return cause !== null && stored.rounds.length === 0 ? refuse({ code: 'draw.not-held', says: '该次抽取还没有结果，不能递补或者换人。', do: '请先完成抽取。' }) : null
}

async function withRandomness(tx: ScopedTransaction, { district, stored, draw }: Readonly<{ district: string; stored: StoredDraw; draw: AnnouncedDraw }>): Promise<AnnouncedDraw | Refusal> {
  if (stored.randomness !== null) return draw
  const values = agreedValues(stored.announcement.sources, await listReadings(tx, district, stored.id))
  if (values === null) return refuse({ code: 'draw.values-open', says: '公共随机数还没有由两人分别录入并且一致，不能抽取。', do: '请由两人分别录入各个来源的公布结果。' })
  return readRandomness(draw, values)
}

async function keepRound(tx: ScopedTransaction, services: DrawServices, { stored, bundle, order: { person, now } }: Readonly<{ stored: StoredDraw; bundle: Bundle; order: Order }>): Promise<void> {
  const { district } = person
  const round = bundle.rounds.at(-1)
  if (round === undefined) throw new Error('a held round is in the bundle')
  const withdrawn = new Set(bundle.rounds.flatMap(({ cause }) => cause?.withdrawn ?? []).map(({ entity }) => entity))
  const standing = bundle.rounds.flatMap(({ drawn }) => drawn).filter(({ entity }) => !withdrawn.has(entity)).length
  const after: StoredDraw = {
    ...stored, state: 'drawn', randomness: bundle.randomness, rounds: bundle.rounds, outcome: bundle.outcome, held: [...stored.held, { round: round.round, at: now, byName: person.name }],
    drawnOn: stored.drawnOn ?? dateInShanghai(now), drawn: standing, version: stored.version + 1,
  }
  await tx.queries.updateTable('draw').set({
    state: after.state, randomness: JSON.stringify(after.randomness), rounds: JSON.stringify(after.rounds), outcome: JSON.stringify(after.outcome), held: JSON.stringify(after.held),
    drawn_on: after.drawnOn, drawn: after.drawn, version: after.version, updated_at: now,
  }).where('district_code', '=', district).where('id', '=', stored.id).execute()
  await keepSelections(tx, { district, draw: after, round, now, random: services.random })
  await appendAudit(tx.client, {
    district, id: identifierFrom(epochOf(now), services.random(10)), type: 'draw-held', account: person.accountId, accountName: person.name, subject: stored.number, at: now,
    detail: { drawNumber: stored.number, round: round.round, randomness: bundle.randomness?.canonical ?? '', code: round.code, drawn: round.drawn.length, reason: reasonsOf(round.cause) },
  })
  await writeProof(tx, { district, stored: after, now, random: services.random })
  await publishDraw(tx, { district, id: stored.id, now })
}

function reasonsOf(cause: RoundCause | null): readonly string[] {
  return cause === null ? [] : [...cause.withdrawn, ...cause.unavailable, ...cause.recused].map(({ reason }) => reason)
}

/** Ends a draw without effect; it stays public with its reason. Answers null when done. */
export async function endDraw(tx: ScopedTransaction, services: DrawServices, { id, version, reason, person, now, decidedBy }: Readonly<{ id: string; version: number; reason: string; person: SignedIn; now: Instant; decidedBy: string }>): Promise<Refusal | null> {
  const { district } = person
  const stored = await lockStoredDraw(tx, district, id)
  if (stored === null) return NO_DRAW
  if (stored.state === 'void') return VOID
  if (stored.version !== version) return STALE
  const opened = await tx.queries.selectFrom('draw_selection').select('id').where('district_code', '=', district).where('draw_id', '=', id).where('matter_id', 'is not', null).limit(1).executeTakeFirst()
  if (opened !== undefined) return refuse({ code: 'draw.tasks-opened', says: '已据该次抽取派出检查任务，不能作废。', do: '个别对象退出的，请写明理由办理递补；任务不再进行的，请在任务中办理终止。' })
  const outcome: Bundle['outcome'] = { status: 'void', reason, decidedAt: now, decidedBy }
  const after: StoredDraw = { ...stored, state: 'void', outcome, version: stored.version + 1 }
  await tx.queries.updateTable('draw').set({ state: 'void', outcome: JSON.stringify(outcome), version: after.version, updated_at: now }).where('district_code', '=', district).where('id', '=', id).execute()
  await appendAudit(tx.client, {
    district, id: identifierFrom(epochOf(now), services.random(10)), type: 'draw-voided', account: person.accountId, accountName: person.name, subject: stored.number, at: now, detail: { drawNumber: stored.number, reason },
  })
  if (stored.rounds.length > 0) await writeProof(tx, { district, stored: after, now, random: services.random })
  await publishDraw(tx, { district, id, now })
  return null
}
