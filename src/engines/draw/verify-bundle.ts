import type { Hash } from '../../kernel/merkle.ts'
import { bundleSchema } from './bundle.ts'
import type { Bundle } from './bundle.ts'
import { announcementFaults } from './check-announcement.ts'
import { recordedRandomnessFaults } from './check-randomness.ts'
import { codeFaults, roundFaults } from './check-round.ts'
import { availabilityCommitment } from './commitment.ts'
import { stateAfter, stateBefore } from './draw-state.ts'
import { isSame, unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { announcementHash } from './freeze.ts'
import { fromHex } from './hex.ts'
import { hashOf } from './rulebook.ts'
import type { Hashes } from './rulebook.ts'
import { ticketsUnder } from './ticket.ts'

export type BundleVerdict =
  | { readonly ok: true; readonly announcementHash: string; readonly drawId: string; readonly status: Bundle['outcome']['status'] }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** What was published before the randomness existed; a bundle forged as a whole is recognised by it alone. */
export type Published = { readonly announcementHash?: string }

const MOST_SHOWN = 20

/** Computes a draw again from its bundle alone. Later checks run only on what earlier ones found sound. */
export function verifyBundle(input: unknown, hashes: Hashes, published: Published = {}): BundleVerdict {
  const parsed = bundleSchema.safeParse(input)
  if (!parsed.success) {
    return { ok: false, faults: parsed.error.issues.slice(0, MOST_SHOWN).map(({ path }) => ({ where: pathText(path), says: '内容缺失、多余或者不合证明文件的格式。' })) }
  }
  const bundle = parsed.data
  const hash = hashOf(bundle.announcement.rulebook.version, hashes)
  if (hash === undefined) return { ok: false, faults: [{ where: 'announcement.rulebook.version', says: `没有抽取规则“${bundle.announcement.rulebook.version}”。` }] }
  const stages = [() => publishedFaults(bundle, hash, published), () => announcementFaults(bundle, hash), () => availabilityFaults(bundle, hash), () => outcomeFaults(bundle), () => recordedRandomnessFaults(bundle), () => roundsFaults(bundle, hash)]
  for (const stage of stages) {
    const faults = stage()
    if (faults.length > 0) return { ok: false, faults: faults.slice(0, MOST_SHOWN) }
  }
  return { ok: true, announcementHash: announcementHash(hash, bundle.announcement), drawId: bundle.announcement.drawId, status: bundle.outcome.status }
}

function publishedFaults({ announcement }: Bundle, hash: Hash, published: Published): readonly Fault[] {
  return unless(published.announcementHash === undefined || published.announcementHash === announcementHash(hash, announcement), 'announcement', '公告与抽取前公布的公告杂凑值不符：公告在公布以后被改动。')
}

function availabilityFaults({ inspectors, availability }: Bundle, hash: Hash): readonly Fault[] {
  if (!isSame(availability.map(({ inspector }) => inspector), inspectors.map(({ id }) => id))) return [{ where: 'availability', says: '在岗情况应当按名录逐人公开，不多不少。' }]
  return availability.flatMap((opened, i) => unless(availabilityCommitment(hash, opened.salt, opened) === inspectors[i]?.availability, `availability[${i}]`, `检查人员“${opened.inspector}”的在岗情况与公告前的承诺不符。`))
}

function outcomeFaults({ outcome, rounds }: Bundle): readonly Fault[] {
  switch (outcome.status) {
    case 'open': return unless(rounds.length === 0, 'outcome', '已有抽取结果而仍记为尚未抽取。')
    case 'drawn': return unless(rounds.length > 0, 'outcome', '没有抽取结果。')
    case 'void': return []
  }
}

function roundsFaults(bundle: Bundle, hash: Hash): readonly Fault[] {
  const [first] = bundle.rounds
  if (first === undefined) return []
  const misnumbered = bundle.rounds.findIndex(({ round }, i) => round !== i + 1)
  if (misnumbered >= 0) return [{ where: `rounds[${misnumbered}].round`, says: '轮次应当从1起依次排列，不得缺漏。' }]
  const codes = bundle.rounds.flatMap((round) => codeFaults(bundle, round, hash))
  if (codes.length > 0) return codes
  let state = stateBefore(bundle, ticketsUnder(hash, fromHex(first.key)))
  for (const round of bundle.rounds) {
    const faults = roundFaults(bundle, state, { round, hash })
    if (faults.length > 0) return faults
    state = stateAfter(bundle, state, round)
  }
  return []
}

function pathText(path: readonly PropertyKey[]): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${String(step)}`)).join('')
}
