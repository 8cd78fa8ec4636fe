import { epochOf } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { machineIn } from '../procedure/doer.ts'
import type { Figure, SnapshotResult } from './contract.ts'
import { evaluate } from './evaluate.ts'
import type { Question } from './evaluate.ts'
import { definitionVersion } from './figure.ts'
import type { IndicatorServices } from './indicator-services.ts'
import { questionOf } from './question.ts'

type Kept = Readonly<{ value: number | null; numerator: number | null; denominator: number | null; definitionVersion: string; provenance: Figure['provenance'] }>

const PATIENCE_MS = 120_000

/**
 * Keeps the whole district's figures of a year as of a date, each with the version of its definition. Taken again, it records what
 * differs from what was kept, and whether the definition or the rows had changed.
 */
export async function takeSnapshot(services: IndicatorServices, words: Readonly<{ asOf?: string | undefined; year?: number | undefined }>, actorName: string): Promise<SnapshotResult | Refusal> {
  const now = services.clock.now()
  const { code: district } = services.servedDistrict()
  const question = questionOf({ district, catalogue: services.catalogue, now }, words)
  if (isRefusal(question)) return question
  return inScope(services.pools.desk, { ...machineIn(district).scope, timeoutMs: PATIENCE_MS }, async (tx) => {
    const tiles = await evaluate(tx.client, question.catalogue.definitions, question)
    const changed: SnapshotResult['changed'][number][] = []
    let recorded = 0
    for (const { id, figure } of tiles) {
      const before = await keptBefore(tx, question, id)
      const after = keptOf(figure)
      if (before !== null && isSame(before, after)) continue
      recorded += 1
      const newId = (): string => identifierFrom(epochOf(now), services.random(10))
      await keep(tx, question, { id, figure, rowId: newId(), now })
      if (before === null) continue
      const why = whyChanged(before, after)
      changed.push({ id, period: question.period.label, before: before.value, after: after.value, why })
      await recordChange(tx, question, { id, rowId: newId(), before, after, why, now, actorName })
    }
    return { asOf: question.asOf.on, recorded, unchanged: tiles.length - recorded, changed }
  })
}

function keptOf({ value, numerator, denominator, definitionVersion: version, provenance }: Figure): Kept {
  return { value, numerator, denominator, definitionVersion: version, provenance }
}

// Numbers come back from the database with the digits they were written with.
function isSame(a: Kept, b: Kept): boolean {
  return a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator && a.definitionVersion === b.definitionVersion && sourceOf(a) === sourceOf(b)
}

function sourceOf({ provenance }: Kept): string {
  return provenance.kind === 'reported' ? `${provenance.source} ${provenance.reportedOn}` : provenance.kind
}

function whyChanged(before: Kept, after: Kept): string {
  const causes = [
    ...(before.definitionVersion === after.definitionVersion ? [] : [`口径变更（${before.definitionVersion} → ${after.definitionVersion}）`]),
    ...(before.provenance.kind === after.provenance.kind ? [] : ['数据来源变更']),
    ...(before.numerator === after.numerator && before.denominator === after.denominator && before.value === after.value ? [] : [after.provenance.kind === 'reported' ? '报送数更新' : '明细变动']),
  ]
  return causes.length === 0 ? '来源更新' : causes.join('；')
}

async function keptBefore(tx: ScopedTransaction, { district, period, asOf }: Question, id: string): Promise<Kept | null> {
  const row = await tx.queries.selectFrom('indicator_value').select(['value', 'numerator', 'denominator', 'definition_version', 'provenance'])
    .where('district_code', '=', district).where('indicator_id', '=', id).where('period_from', '=', period.from).where('period_until', '=', period.until).where('as_of', '=', asOf.on).executeTakeFirst()
  if (row === undefined) return null
  const numberOr = (text: string | null): number | null => (text === null ? null : Number(text))
  return {
    value: numberOr(row.value), numerator: numberOr(row.numerator), denominator: numberOr(row.denominator), definitionVersion: row.definition_version,
    provenance: row.provenance as unknown as Figure['provenance'],
  }
}

type Keeping = Readonly<{ id: string; figure: Figure; rowId: string; now: string }>

async function keep(tx: ScopedTransaction, { district, period, asOf }: Question, { id, figure, rowId, now }: Keeping): Promise<void> {
  const content = {
    definition_version: figure.definitionVersion, value: figure.value, numerator: figure.numerator, denominator: figure.denominator,
    excluded: JSON.stringify(figure.excluded), provenance: JSON.stringify(figure.provenance), computed_at: now,
  }
  await tx.queries.insertInto('indicator_value')
    .values({ district_code: district, id: rowId, indicator_id: id, period_from: period.from, period_until: period.until, as_of: asOf.on, ...content })
    .onConflict((conflict) => conflict.columns(['district_code', 'indicator_id', 'period_from', 'period_until', 'as_of']).doUpdateSet(content)).execute()
}

type Changing = Readonly<{ id: string; rowId: string; before: Kept; after: Kept; why: string; now: string; actorName: string }>

async function recordChange(tx: ScopedTransaction, { district, period, asOf }: Question, { id, rowId, before, after, why, now, actorName }: Changing): Promise<void> {
  await tx.queries.insertInto('indicator_change').values({
    district_code: district, id: rowId, indicator_id: id, period_from: period.from, period_until: period.until, as_of: asOf.on,
    before: JSON.stringify(before), after: JSON.stringify(after), why, at: now, actor_name: actorName,
  }).execute()
}

/** True when the day's figures are already kept in their present definitions. */
export async function isSnapshotTaken(tx: ScopedTransaction, { district, period, asOf, catalogue }: Question): Promise<boolean> {
  const rows = await tx.queries.selectFrom('indicator_value').select(['indicator_id', 'definition_version']).where('district_code', '=', district)
    .where('period_from', '=', period.from).where('period_until', '=', period.until).where('as_of', '=', asOf.on).execute()
  return catalogue.definitions.every((definition) => rows.some((row) => row.indicator_id === definition.id && row.definition_version === definitionVersion(definition)))
}
