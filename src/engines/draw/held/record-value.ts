import { epochOf, formatMoment } from '../../../kernel/calendar-date.ts'
import type { Instant } from '../../../kernel/calendar-date.ts'
import { identifierFrom } from '../../../kernel/identifier.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { appendAudit } from '../../../platform/ledger/append.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { RandomBytes } from '../../../platform/random.ts'
import type { SignedIn } from '../../../platform/session/signed-in.ts'
import type { ValueEntry } from '../contract.ts'
import { lockStoredDraw } from './draw-store.ts'
import type { StoredDraw } from './draw-store.ts'
import { faultsOfReading, publicSourceOf } from '../public-sources.ts'
import { standingOf } from './source-state.ts'
import type { Reading } from './source-state.ts'

export type InvalidValue = Readonly<{ kind: 'invalid-input'; fields: readonly Readonly<{ field: string; label: string; says: string }>[] }>

/** Every reading of a draw's sources, the oldest first. */
export async function listReadings({ queries }: ScopedTransaction, district: string, drawId: string): Promise<readonly Reading[]> {
  const rows = await queries.selectFrom('draw_value').selectAll().where('district_code', '=', district).where('draw_id', '=', drawId).orderBy('seq').execute()
  return rows.map((row) => ({
    sourceId: row.source_id, accountId: row.account_id, byName: row.account_name, at: row.at, issue: row.issue, parts: row.parts as Reading['parts'], evidence: row.evidence, fallbackReason: row.fallback_reason,
  }))
}

/** Keeps one person's reading of one source. Answers null when kept. */
export async function recordValue(tx: ScopedTransaction, { id, source: sourceId, entry, person, now, random }: Readonly<{ id: string; source: string; entry: ValueEntry; person: SignedIn; now: Instant; random: RandomBytes }>): Promise<Refusal | InvalidValue | null> {
  const { district } = person
  const draw = await lockStoredDraw(tx, district, id)
  if (draw === null) return NO_DRAW
  const source = draw.announcement.sources.find((each) => each.id === sourceId)
  if (source === undefined) return refuse({ code: 'draw.source.not-found', says: '该次抽取没有公告这个公共随机数来源。', do: '请按公告所列来源录入。' })
  const objection = objectionTo(draw, { now, publishedFrom: source.publishedFrom, name: source.name })
  if (objection !== null) return objection
  const preset = publicSourceOf(sourceId)
  const faults = preset === undefined ? [] : faultsOfReading(preset, entry.parts)
  const issue = entry.issue.trim()
  const fallbackReason = entry.fallbackReason?.trim() ?? ''
  const fields = [
    ...faults.map((says) => ({ field: 'parts', label: source.name, says })),
    ...(issue !== source.issue && fallbackReason === '' ? [{ field: 'fallbackReason', label: '期号', says: `公告的是第${source.issue}期，录入的是第${issue}期：使用其他期次须说明理由` }] : []),
  ]
  if (fields.length > 0) return { kind: 'invalid-input', fields }
  const readings = await listReadings(tx, district, id)
  if (standingOf(source, readings).state === 'agreed') return refuse({ code: 'draw.value-agreed', says: `“${source.name}”第${issue}期已由两人分别录入并且一致，不再更改。`, do: '如果两人都录错，请作废该次抽取并说明理由。' })
  const valueId = identifierFrom(epochOf(now), random(10))
  await tx.queries.insertInto('draw_value').values({
    district_code: district, id: valueId, draw_id: id, source_id: sourceId, account_id: person.accountId, account_name: person.name, at: now, issue,
    parts: JSON.stringify(entry.parts.map((part) => part.map((value) => value.trim()))), evidence: entry.evidence.trim(), fallback_reason: issue === source.issue ? null : fallbackReason, seq: readings.length + 1,
  }).execute()
  await appendAudit(tx.client, {
    district, id: valueId, type: 'draw-value-typed', account: person.accountId, accountName: person.name, subject: draw.number, at: now,
    detail: { drawNumber: draw.number, source: source.name, issue, parts: entry.parts.map((part) => part.join(' ')).join(' / ') },
  })
  return null
}

export const NO_DRAW = refuse({ code: 'draw.not-found', says: '没有这次抽取。', do: '请在抽取列表中选择。' })

function objectionTo(draw: StoredDraw, { now, publishedFrom, name }: Readonly<{ now: Instant; publishedFrom: Instant; name: string }>): Refusal | null {
  if (draw.state === 'void') return refuse({ code: 'draw.void', says: '该次抽取已经作废。', do: '请以新的编号另行公告。' })
  if (draw.rounds.length > 0) return refuse({ code: 'draw.values-used', says: '该次抽取已经使用录入的随机数，不能更改。', do: '如需更正，请作废该次抽取并说明理由。' })
  if (epochOf(now) < epochOf(publishedFrom)) return refuse({ code: 'draw.source-not-published', says: `“${name}”在${formatMoment(publishedFrom)}以后才公布，现在还不能录入。`, do: '请在公布以后录入。' })
  return null
}

