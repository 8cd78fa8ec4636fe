import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { AnyProcedure } from '../procedure/definition.ts'
import type { IndicatorRows, QualityBoard, QualityCount, QualityFigure } from './contract.ts'
import { countBy } from './count.ts'
import type { PartTally } from './count.ts'
import type { ComputedMeasure } from './definition.ts'
import type { Question } from './evaluate.ts'
import { listRows } from './list-rows.ts'
import type { RowPart } from './list-rows.ts'
import { rowView } from './rows-view.ts'
import { labelled, windowOf } from './reporting-period.ts'

/** A figure of how well work is done: declared by a domain, counted like any indicator, without plan, target or judgement. */
export type QualityDefinition = Readonly<{
  id: string; group: string; name: string; says: string; measure: ComputedMeasure
  numeratorName: string; denominatorName: string
  /** What a count is split by beside the office: the person who acted, or the refusal. */
  splitName?: string
}>

type Asked = Omit<Question, 'catalogue'>

const NONE: ReadonlyMap<string, PartTally> = new Map()

/** Every figure of the period within the reader's scope, split by office and, where declared, by person or refusal. */
export async function qualityOf(tx: ScopedTransaction, definitions: readonly QualityDefinition[], question: Asked): Promise<QualityBoard> {
  const offices = await tx.queries.selectFrom('office').select(['id', 'name']).where('district_code', '=', question.district).orderBy('id').execute()
  const names = new Map(offices.map(({ id, name }) => [id, name]))
  const figures: QualityFigure[] = []
  for (const definition of definitions) figures.push(await figureOf(tx, definition, question, names))
  return { asOf: question.asOf.on, period: labelled(question.period, question.asOf), figures }
}

async function figureOf({ client }: ScopedTransaction, definition: QualityDefinition, { period, asOf, place, district }: Asked, offices: ReadonlyMap<string, string>): Promise<QualityFigure> {
  const { measure, id, group, name, says, numeratorName, denominatorName, splitName } = definition
  const ask = { measure, window: windowOf(period, asOf), place }
  const [byOffice = NONE, split = NONE] = await countBy(client, ask, splitName === undefined ? ['office'] : ['office', 'what'], district)
  const all = [...byOffice.values()]
  const sum = (of: (tally: PartTally) => number): number => all.reduce((total, tally) => total + of(tally), 0)
  return {
    id, group, name, says, numeratorName, denominatorName, isShare: measure.by !== 'refusals', splitName: splitName ?? null,
    numerator: sum((tally) => tally.numerator), denominator: sum((tally) => tally.denominator), meanDays: meanOf(measure, sum((tally) => tally.amount), sum((tally) => tally.denominator)),
    byOffice: [...byOffice].map(([key, tally]) => countOf(measure, key, offices.get(key) ?? '未定机构', tally)),
    split: [...split].map(([key, tally]) => countOf(measure, key, tally.label, tally)).toSorted((a, b) => b.denominator - a.denominator || (a.key < b.key ? -1 : 1)),
  }
}

function countOf(measure: ComputedMeasure, key: string, name: string, { numerator, denominator, amount }: PartTally): QualityCount {
  return { key, name, numerator, denominator, meanDays: meanOf(measure, amount, denominator) }
}

function meanOf({ by }: ComputedMeasure, days: number, count: number): number | null {
  return by === 'ended-clocks' && count > 0 ? days / count : null
}

export type QualityRowsAsk = Readonly<{ part: RowPart; what: string | undefined; after: string | null; limit: number }>

/** The very rows that a number counts, a page at a time. */
export async function qualityRowsOf({ client }: ScopedTransaction, { measure }: QualityDefinition, { period, asOf, place, district }: Asked, ask: QualityRowsAsk, procedures: ReadonlyMap<string, AnyProcedure>): Promise<IndicatorRows> {
  const { rows, next, total } = await listRows(client, { ask: { measure, window: windowOf(period, asOf), place }, district, ...ask })
  return { rows: rows.map((row) => rowView(row, { measure, unit: '件' }, procedures)), next, total }
}
