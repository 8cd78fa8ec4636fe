import type { Bundle } from '../../../src/engines/draw/bundle.ts'
import { bundleSchema } from '../../../src/engines/draw/bundle.ts'
import type { Hashes } from '../../../src/engines/draw/rulebook.ts'
import { findRulebook } from '../../../src/engines/draw/rulebook.ts'
import { verifyBundle } from '../../../src/engines/draw/verify-bundle.ts'
import type { Check } from './check-list.ts'
import { checkList, unreadableChecks } from './check-list.ts'
import { hashCountOf } from './hash-count.ts'
import type { FoundEntities, VerifiedEntity, VerifiedStratum, VerifyReport } from './verify-messages.ts'

const PROGRESS_EVERY = 4096
const MOST_FOUND = 20
const HASH_NAMES = { sha256: 'SHA-256', sm3: 'SM3' } as const

type Options = Readonly<{ hashes: Hashes; publishedHash: string | null; onProgress: (done: number, of: number) => void; elapsedSeconds: () => number }>
type Outcome = Readonly<{ bundle: Bundle; report: VerifyReport }> | Readonly<{ says: string; checks: readonly Check[] }>

/** Computes a draw again from the text of its bundle, and says what was found at each check. */
export function verifyFile(text: string, options: Options): Outcome {
  const input = parsed(text.replace(/^\uFEFF/, ''))
  if (input === undefined) return { says: '这个文件不是抽取证明文件：内容不是JSON。请选择从本网站或者公示材料下载的证明文件。', checks: [] }
  const read = bundleSchema.safeParse(input)
  if (!read.success) {
    const isAnnouncement = typeof input === 'object' && input !== null && 'announcementHash' in input
    if (isAnnouncement) return { says: '这是抽取前的公告，其中还没有抽取结果。抽取以后，请下载完整的证明文件再核验。', checks: [] }
    const verdict = verifyBundle(input, options.hashes)
    return { says: '这个文件不是完整的抽取证明文件，不能核验。', checks: unreadableChecks(verdict.ok ? [] : verdict.faults) }
  }
  const bundle = read.data
  const { hashes, count } = counted(options, hashCountOf(bundle))
  const verdict = verifyBundle(bundle, hashes, options.publishedHash === null ? {} : { announcementHash: options.publishedHash })
  const checks = checkList(bundle, verdict.ok ? [] : verdict.faults, options.publishedHash !== null)
  const { announcement, outcome } = bundle
  const hash = findRulebook(announcement.rulebook.version)?.hash
  return {
    bundle,
    report: {
      isSound: verdict.ok, checks, drawId: announcement.drawId, number: announcement.number, title: announcement.title, announcedAt: announcement.announcedAt,
      announcementHash: verdict.ok ? verdict.announcementHash : '', hashName: hash === undefined ? '' : HASH_NAMES[hash],
      status: outcome.status, voidReason: outcome.status === 'void' ? outcome.reason : null,
      strata: strataOf(bundle), entities: entitiesOf(bundle), hashCount: count(), seconds: options.elapsedSeconds(),
    },
  }
}

/** Entities of the list by part of their name or by their whole code. */
export function findEntities({ frame }: Bundle, q: string): FoundEntities {
  const text = q.trim()
  const hits = text === '' ? [] : frame.filter(({ id, name }) => id.toUpperCase() === text.toUpperCase() || name.includes(text))
  return { q, total: hits.length, rows: hits.slice(0, MOST_FOUND).map(({ id, name, town }) => ({ id, name, town })) }
}

function counted({ hashes, onProgress }: Options, of: number): Readonly<{ hashes: Hashes; count: () => number }> {
  let done = 0
  const counting = (name: keyof Hashes): Hashes[keyof Hashes] => (data) => {
    done += 1
    if (done % PROGRESS_EVERY === 0) onProgress(Math.min(done, of), of)
    return hashes[name](data)
  }
  return { hashes: { sha256: counting('sha256'), sm3: counting('sm3') }, count: () => done }
}

function strataOf(bundle: Bundle): readonly VerifiedStratum[] {
  const stratumOf = new Map(bundle.frame.map(({ id, stratum }) => [id, stratum]))
  const drawn = bundle.rounds.flatMap((round) => round.drawn.map(({ entity }) => stratumOf.get(entity)))
  return bundle.announcement.strata.map(({ id, name, ratio, population, eligible, size }) => ({ id, name, ...ratio, population, eligible, size, drawn: drawn.filter((stratum) => stratum === id).length }))
}

/** Everyone who was drawn, those withdrawn later with the reason, and the teams that stand. */
function entitiesOf({ announcement, frame, rounds }: Bundle): readonly VerifiedEntity[] {
  const rowOf = new Map(frame.map((row) => [row.id, row]))
  const stratumNames = new Map(announcement.strata.map(({ id, name }) => [id, name]))
  const gone = new Map(rounds.flatMap(({ cause }) => (cause?.withdrawn ?? []).map(({ entity, reason }) => [entity, reason])))
  const teams = new Map(rounds.at(-1)?.assignment?.teams.map(({ task, inspectors }) => [task, inspectors]))
  return rounds.flatMap(({ round, drawn }) => drawn.map(({ entity, ticket, replaces }) => {
    const row = rowOf.get(entity)
    return {
      id: entity, name: row?.name ?? entity, stratumName: stratumNames.get(row?.stratum ?? '') ?? '', ticket, round,
      replaces: replaces === null ? null : rowOf.get(replaces)?.name ?? replaces, withdrawnReason: gone.get(entity) ?? null, team: teams.get(entity) ?? [],
    }
  }))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
