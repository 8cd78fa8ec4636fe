import { dateInShanghai, epochOf, instantFromEpoch } from '../src/kernel/calendar-date.ts'
import { identifierFrom } from '../src/kernel/identifier.ts'
import type { InspectorFields } from '../src/domains/inspection/programme/contract.ts'
import { sealClosed } from '../src/engines/draw/held/draw-store.ts'
import { announcementHash } from '../src/engines/draw/freeze.ts'
import type { DrawPurpose } from '../src/engines/draw/held/services.ts'
import type { Actor } from '../src/engines/procedure/role.ts'
import { sha256Hex, sm3 } from '../src/platform/hash.ts'
import { auditEventRow } from '../src/platform/ledger/record.ts'
import type { InstanceSecret } from '../src/platform/secret.ts'
import type { Chance } from './chance.ts'
import type { DrawAsked, HeldDraw } from './held-draw.ts'
import { secondRoundAt } from './held-draw.ts'

export type DrawRecord = Readonly<{ id: string; district: string; asked: DrawAsked; held: HeldDraw; leader: Actor; typists: readonly [Actor, Actor]; opening: Readonly<Record<string, string>>; planTitle: string; secret: InstanceSecret | null; chance: Chance }>

/** The rows of a held draw, as announcing, typing in and holding leave them. */
export function drawRows(record: DrawRecord) {
  const { id, district, asked, held: { draw: { bundle } }, leader, typists, chance } = record
  const { announcement, randomness, rounds, outcome } = bundle
  const { drawId: number, series, number: serial } = asked.number
  const { announcedAt, publishedAt, typedAt, heldAt, visitsFrom, visitsTo } = asked.moments
  const [announced, held] = [instantFromEpoch(announcedAt), instantFromEpoch(heldAt)]
  const newId = (at: number): string => identifierFrom(at, chance.bytes(10))
  const hash = announcementHash(sm3, announcement)
  const auditId = newId(announcedAt)
  // Before the first round everyone may download the lists and the announcement, without what is still closed.
  const text = JSON.stringify(rounds.length === 0 ? { announcement, rulebook: bundle.rulebook, announcementHash: hash, frame: bundle.frame, inspectors: bundle.inspectors } : bundle)
  const state = outcome.status === 'void' ? 'void' : rounds.length === 0 ? 'announced' : 'drawn'
  const lastAt = outcome.status === 'void' ? outcome.decidedAt : rounds.length > 1 ? secondRoundAt(asked.moments) : rounds.length === 1 ? held : announced
  const version = 1 + rounds.length + (state === 'void' ? 1 : 0)
  const purpose: DrawPurpose = {
    words: [{ label: '年度抽查计划', value: record.planTitle, link: null }, { label: '计划任务', value: asked.task.name, link: null }, { label: '抽查事项', value: record.opening['itemCodes'] ?? '', link: null }],
    items: asked.task.itemCodes, inside: record.held.inside, people: Object.fromEntries(asked.inspectors.map((person) => [person.certificateNo, personOf(person)])), visitsFrom, visitsTo, opening: record.opening,
  }
  const withdrawn = new Set(rounds.flatMap(({ cause }) => cause?.withdrawn ?? []).map(({ entity }) => entity))
  const standing = rounds.flatMap(({ drawn }) => drawn).filter(({ entity }) => !withdrawn.has(entity)).length
  const audit = (type: string, by: Actor, at: string, rest: Readonly<{ id: string; detail: Readonly<Record<string, string | number | readonly string[]>> }>) =>
    auditEventRow({ district, id: rest.id, type, account: by.id, accountName: by.name, subject: number, at, detail: { drawNumber: number, ...rest.detail } })
  const values = (rounds.length === 0 ? [] : typists).flatMap((typist, i) => announcement.sources.map((source, j) => {
    const at = (typedAt[i] ?? heldAt) + j * 90_000
    return { typist, at, id: newId(at), source, parts: randomness?.values[j]?.parts ?? [] }
  }))
  return {
    draw: {
      district_code: district, id, number, series, serial, title: announcement.title, state, office_id: asked.task.leadOfficeId, purpose: JSON.stringify(purpose),
      announced_at: announced, announced_by: leader.id, announced_by_name: leader.name, first_source_at: instantFromEpoch(publishedAt), announcement: JSON.stringify(announcement), announcement_hash: hash, audit_id: auditId,
      frame: JSON.stringify(bundle.frame), inspectors: JSON.stringify(bundle.inspectors), availability: JSON.stringify(bundle.availability), sealed: sealedPart(record),
      randomness: randomness === null ? null : JSON.stringify(randomness), rounds: JSON.stringify(rounds), outcome: JSON.stringify(outcome), drawn_on: rounds.length === 0 ? null : dateInShanghai(held),
      held: JSON.stringify(rounds.map(({ round }) => ({ round, at: round === 1 ? held : lastAt, byName: leader.name }))),
      objects: bundle.frame.length, size: announcement.strata.reduce((sum, { size }) => sum + size, 0), drawn: standing, version, synthetic: true, updated_at: lastAt,
    },
    proof: { district_code: district, id: newId(epochOf(lastAt)), draw_number: number, version, bundle: text, byte_size: Buffer.byteLength(text), sha256: sha256Hex(text), at: lastAt },
    values: values.map(({ typist, at, id: valueId, source, parts }, i) => ({
      district_code: district, id: valueId, draw_id: id, source_id: source.id, account_id: typist.id, account_name: typist.name, at: instantFromEpoch(at), issue: source.issue, parts: JSON.stringify(parts),
      evidence: '模拟号码', fallback_reason: null, seq: i + 1,
    })),
    audits: [
      audit('draw-announced', leader, announced, { id: auditId, detail: { announcementHash: hash, frameHash: announcement.frame.hash, lastCode: announcement.chain.last } }),
      ...values.map(({ typist, at, id: valueId, source, parts }) => audit('draw-value-typed', typist, instantFromEpoch(at), { id: valueId, detail: { source: source.name, issue: source.issue, parts: parts.map((part) => part.join(' ')).join(' / ') } })),
      ...rounds.map(({ round, code, drawn, cause }) => {
        const at = round === 1 ? held : lastAt
        return audit('draw-held', leader, at, { id: newId(epochOf(at)), detail: { round, randomness: randomness?.canonical ?? '', code, drawn: drawn.length, reason: (cause?.withdrawn ?? []).map(({ reason }) => reason) } })
      }),
      ...(outcome.status === 'void' ? [audit('draw-voided', leader, lastAt, { id: newId(epochOf(lastAt)), detail: { reason: outcome.reason } })] : []),
    ],
  }
}

/** One row for each firm drawn; the task is known where it was opened. */
export function selectionRow(record: DrawRecord, of: Readonly<{ objectId: string; entityId: string; round: number; withdrawnRound: number | null; matterId: string | null }>) {
  const { heldAt } = record.asked.moments
  return {
    district_code: record.district, id: identifierFrom(heldAt, record.chance.bytes(10)), draw_id: record.id, object_id: of.objectId, entity_id: of.entityId, drawn_on: dateInShanghai(instantFromEpoch(heldAt)),
    items: record.asked.task.itemCodes, round: of.round, withdrawn_round: of.withdrawnRound, matter_id: of.matterId, synthetic: true,
  }
}

/** Without the secret of an installation nothing can be sealed: then no further round can be held. */
function sealedPart({ id, secret, held: { secrets, draw: { conflicts } } }: DrawRecord): string {
  const barred = [...conflicts.values()].filter(({ inspectors }) => inspectors.length > 0).map(({ entity, inspectors }) => [entity, inspectors] as const)
  return secret === null ? '' : sealClosed(secret, id, { secrets, conflicts: Object.fromEntries(barred) })
}

function personOf({ accountId, name, department, officeId }: InspectorFields): DrawPurpose['people'][string] {
  return { profileId: accountId ?? '', accountId, name, department, officeId, officeName: null }
}
