import { yearOf } from '../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { IndicatorPage, IndicatorTile, Period } from './contract.ts'
import { readChanges } from './changes.ts'
import { countAll, countBy } from './count.ts'
import type { Grouping, Tally } from './count.ts'
import { isComputed, measureFor } from './definition.ts'
import type { IndicatorDefinition } from './definition.ts'
import { evaluate, figureFor } from './evaluate.ts'
import type { Question } from './evaluate.ts'
import { computedFigure, definitionVersion } from './figure.ts'
import { readReported } from './reported.ts'
import { periodsOf, windowOf, yearPeriod } from './reporting-period.ts'
import type { Grain } from './reporting-period.ts'

/** One indicator with its definition, its course over time, its split by town and office, and what recomputing changed. */
export async function pageOf(tx: ScopedTransaction, definition: IndicatorDefinition, question: Question, grain: Grain): Promise<IndicatorPage> {
  const [tile] = await evaluate(tx.client, [definition], question)
  if (tile === undefined) throw new Error(`no figure of ${definition.id}`)
  const towns = await tx.queries.selectFrom('town').select(['code', 'name']).where('district_code', '=', question.district).orderBy('code').execute()
  const offices = await tx.queries.selectFrom('office').select(['id', 'name']).where('district_code', '=', question.district).orderBy('id').execute()
  const byTown = await splitOf(tx, definition, question, 'town')
  const byOffice = await splitOf(tx, definition, question, 'office')
  const { formula, numerator, denominator, period, exclusions, basis, planPlace, direction } = definition
  return {
    tile, definition: { formula, numerator, denominator, period, exclusions, basis, planPlace, version: definitionVersion(definition), direction },
    series: await seriesOf(tx, definition, question, grain), requiredPath: requiredPathOf(tile, question),
    byTown: placesOf(byTown, { definition, question, places: towns.map(({ code, name }) => ({ id: code, name })), nowhere: '未定镇街', keepsEmpty: true }).map(({ id, name, ...rest }) => ({ townCode: id, townName: name, ...rest })),
    byOffice: placesOf(byOffice, { definition, question, places: offices, nowhere: '未定机构', keepsEmpty: false }).map(({ id, name, ...rest }) => ({ officeId: id, officeName: name, ...rest })),
    changes: await readChanges(tx.client, question.district, definition.id),
  }
}

type Place = Readonly<{ id: string; name: string }>
type PlacesAsk = Readonly<{ definition: IndicatorDefinition; question: Question; places: readonly Place[]; nowhere: string; keepsEmpty: boolean }>

/** The figures of the places; rows without a place stand last. */
function placesOf(tallies: ReadonlyMap<string, Tally> | null, { definition, question, places, nowhere, keepsEmpty }: PlacesAsk) {
  if (tallies === null) return []
  const shown = [...places.filter(({ id }) => keepsEmpty || tallies.has(id)), ...(tallies.has('') ? [{ id: '', name: nowhere }] : [])]
  return shown.map(({ id, name }) => {
    const figure = figureOfTally(definition, question, tallies.get(id) ?? { numerator: 0, denominator: 0, amount: 0, excluded: [] })
    return { id, name, numerator: figure.numerator ?? 0, denominator: figure.denominator ?? 0, value: figure.value }
  })
}

function figureOfTally(definition: IndicatorDefinition, question: Question, tally: Tally) {
  if (!isComputed(definition.measure)) throw new Error(`${definition.id} is not counted`)
  return computedFigure({ definition, period: question.period, asOf: question.asOf, reports: [], isWholeDistrict: false }, definition.measure, tally)
}

async function splitOf({ client }: ScopedTransaction, definition: IndicatorDefinition, { period, asOf, place, district }: Question, grouping: Grouping): Promise<ReadonlyMap<string, Tally> | null> {
  const measure = measureFor(definition, period)
  if (measure === null) return null
  const [split] = await countBy(client, { measure, window: windowOf(period, asOf), place }, [grouping], district)
  return split ?? new Map()
}

function periodsFor(question: Question, grain: Grain): readonly Period[] {
  const { catalogue, period, asOf } = question
  const year = yearOf(period.until)
  if (grain !== 'year') return periodsOf(year, grain).filter(({ from }) => from <= asOf.on)
  return Array.from({ length: Math.max(1, year - catalogue.firstYear + 1) }, (_, i) => yearPeriod(catalogue.firstYear + i)).filter(({ from }) => from <= asOf.on)
}

async function seriesOf({ client }: ScopedTransaction, definition: IndicatorDefinition, question: Question, grain: Grain): Promise<IndicatorPage['series']> {
  const { asOf, place, district } = question
  const { measure } = definition
  const periods = periodsFor(question, grain)
  const reports = await readReported(client, district, asOf.on)
  const tallies = isComputed(measure) ? await countAll(client, periods.map((period) => ({ measure, window: windowOf(period, asOf), place })), district) : []
  return periods.map((period, i) => {
    const tally = (): Tally => tallies[i] ?? { numerator: 0, denominator: 0, amount: 0, excluded: [] }
    return { period, figure: figureFor(definition, { period, asOf, place }, { reports, tally }) }
  })
}

/** A straight line from the first known year to the target; what must be full every year is level. */
function requiredPathOf({ years, target, kind }: IndicatorTile, { catalogue }: Question): IndicatorPage['requiredPath'] {
  if (target === null) return []
  const span = (from: number): readonly number[] => Array.from({ length: Math.max(1, target.year - from + 1) }, (_, i) => from + i)
  if (kind === 'full-coverage' || kind === 'yearly-flow' || kind === 'rare-event') return span(catalogue.firstYear).map((year) => ({ year, value: target.value }))
  const base = years.find((each) => each.value !== null)
  if (base?.value === undefined || base.value === null || base.year >= target.year) return [{ year: target.year, value: target.value }]
  const { value: start, year: first } = base
  return span(first).map((year) => ({ year, value: start + ((target.value - start) * (year - first)) / (target.year - first) }))
}
