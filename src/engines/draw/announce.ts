import type { Hash } from '../../kernel/merkle.ts'
import { compare } from '../../kernel/calendar-date.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { availabilityCommitment, conflictCommitment, saltFor } from './commitment.ts'
import type { Announcement, Bundle, FrameRow, Inspector, OpenedConflicts, Stratum } from './bundle.ts'
import { BUNDLE_FORMAT, bundleSchema } from './bundle.ts'
import { announcementFaults } from './check-announcement.ts'
import { freeze, textHash } from './freeze.ts'
import { toHex } from './hex.ts'
import { hashedTimes } from './one-time-code.ts'
import { isRatio } from './ratio.ts'
import { findRulebook } from './rulebook.ts'
import type { Hashes, Rulebook } from './rulebook.ts'
import { countsOf } from './selection.ts'

const MOST_SHOWN = 5
const BLANK = '0'.repeat(64)
const NOTHING = { size: 0, hash: BLANK, root: BLANK }

/** What an officer prepares: the lists in the clear, the rules, the sources to come. */
export type DrawPlan = Omit<Announcement, 'rulebook' | 'chain' | 'frame' | 'inspectors' | 'strata'> & {
  readonly rulebookVersion: string
  readonly chainLength: number
  readonly strata: readonly Omit<Stratum, 'population' | 'eligible' | 'size'>[]
  readonly objects: readonly (Omit<FrameRow, 'conflicts'> & { readonly conflicts: readonly string[] })[]
  readonly people: readonly (Omit<Inspector, 'availability'> & { readonly isAvailable: boolean })[]
}

/** Kept by the bureau: the start of the chain of codes, and what the salts are made from. */
export type DrawSecrets = { readonly chain: Uint8Array; readonly salts: Uint8Array }

/** A draw frozen and announced: the bundle so far, and the openings that stay closed until an entity is drawn. */
export type AnnouncedDraw = { readonly bundle: Bundle; readonly conflicts: ReadonlyMap<string, OpenedConflicts> }

/** Freezes the lists, commits to conflicts, leave and codes. Refuses a plan whose announcement could not be verified. */
export function announce(plan: DrawPlan, secrets: DrawSecrets, hashes: Hashes): AnnouncedDraw | Refusal {
  const rulebook = findRulebook(plan.rulebookVersion)
  if (rulebook === undefined) return refuse({ code: 'draw.rulebook-unknown', says: `没有抽取规则“${plan.rulebookVersion}”。`, do: '请选择系统载有的抽取规则版本。' })
  const hash = hashes[rulebook.hash]
  const conflicts = new Map(plan.objects.map((row) => [row.id, closedConflicts(plan, secrets, { hash, row })]))
  const availability = plan.people.map((person) => closedAvailability(plan, secrets, { hash, person })).sort((a, b) => compare(a.inspector, b.inspector))
  const draft = bundleSchema.safeParse(draftOf(plan, rulebook, { conflicts, availability, hash }))
  if (!draft.success) {
    const where = draft.error.issues.map(({ path }) => path.join('.')).slice(0, MOST_SHOWN).join('、')
    return refuse({ code: 'draw.plan-unreadable', says: `抽取方案有内容缺失或者不合格式：${where}。`, do: '请按所列位置更正后再公告。编号中不得含有“|”。' })
  }
  const bundle = frozen(draft.data, secrets, { hash, rulebook })
  const [fault] = announcementFaults(bundle, hash)
  return fault === undefined ? { bundle, conflicts } : refuse({ code: 'draw.plan-faulty', says: `抽取方案不能公告：${fault.says}（${fault.where}）`, do: '请更正后再公告。' })
}

type Closed = { readonly conflicts: ReadonlyMap<string, OpenedConflicts>; readonly availability: Bundle['availability']; readonly hash: Hash }

// The whole bundle with its digests still blank, so that its form is checked before anything is hashed.
function draftOf(plan: DrawPlan, rulebook: Rulebook, { conflicts, availability, hash }: Closed): Bundle {
  const { rulebookVersion: _version, chainLength, strata, objects, people, ...said } = plan
  const opened = new Map(availability.map((each) => [each.inspector, each]))
  return {
    format: BUNDLE_FORMAT, rulebook: { version: rulebook.version, text: rulebook.text },
    announcement: {
      ...said, rulebook: { version: rulebook.version, hash: BLANK }, chain: { length: chainLength, last: BLANK }, frame: NOTHING, inspectors: NOTHING,
      strata: strata.map((stratum) => ({ ...stratum, population: 0, eligible: 0, size: 0 })),
    },
    frame: objects.map(({ conflicts: _conflicts, ...row }): FrameRow => {
      const closed = conflicts.get(row.id)
      return { ...row, conflicts: closed === undefined ? BLANK : conflictCommitment(hash, closed.salt, closed) }
    }).sort(byId),
    inspectors: people.map(({ isAvailable: _isAvailable, ...person }): Inspector => {
      const closed = opened.get(person.id)
      return { ...person, availability: closed === undefined ? BLANK : availabilityCommitment(hash, closed.salt, closed) }
    }).sort(byId),
    availability, randomness: null, rounds: [], outcome: { status: 'open' },
  }
}

function frozen(draft: Bundle, secrets: DrawSecrets, { hash, rulebook }: { readonly hash: Hash; readonly rulebook: Rulebook }): Bundle {
  const { announcement, frame, inspectors } = draft
  const last = hashedTimes(hash, secrets.chain, announcement.chain.length)
  return {
    ...draft,
    announcement: {
      ...announcement, rulebook: { version: rulebook.version, hash: textHash(hash, rulebook.text) }, chain: { ...announcement.chain, last: toHex(last) },
      frame: freeze(hash, frame), inspectors: freeze(hash, inspectors),
      strata: announcement.strata.map((stratum) => (isRatio(stratum.ratio) ? { ...stratum, ...countsOf(announcement, frame, stratum) } : stratum)),
    },
  }
}

function closedConflicts({ drawId }: DrawPlan, { salts }: DrawSecrets, { hash, row }: { readonly hash: Hash; readonly row: DrawPlan['objects'][number] }): OpenedConflicts {
  return { entity: row.id, salt: saltFor(hash, salts, `${drawId}|conflicts|${row.id}`), inspectors: [...row.conflicts].sort(compare) }
}

function closedAvailability({ drawId }: DrawPlan, { salts }: DrawSecrets, { hash, person }: { readonly hash: Hash; readonly person: DrawPlan['people'][number] }): Bundle['availability'][number] {
  return { inspector: person.id, salt: saltFor(hash, salts, `${drawId}|availability|${person.id}`), isAvailable: person.isAvailable }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compare(a.id, b.id)
}
