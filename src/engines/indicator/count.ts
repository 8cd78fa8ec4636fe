import type { ClientBase } from 'pg'
import { excludedOf, populationOf } from './compile.ts'
import type { Branch, CountAsk } from './branch.ts'
import { parameters } from './parameters.ts'

type Client = Pick<ClientBase, 'query'>

/** What a count found. `amount` is set for sums only. */
export type Tally = Readonly<{ denominator: number; numerator: number; amount: number; excluded: readonly Readonly<{ reason: string; count: number }>[] }>

/** Split of a count by the town or office of its rows, or by what is counted; rows without one stand under ''. */
export type Grouping = 'town' | 'office' | 'what'

/**
 * Counts all that is asked in ONE statement: a UNION ALL of index scans, which the server may share among its workers. Asks that
 * are equal are counted once. Answers in the order of the asks.
 */
export async function countAll(client: Client, asks: readonly CountAsk[], district: string): Promise<readonly Tally[]> {
  const keys = asks.map((ask) => JSON.stringify(ask))
  const distinct = [...new Set(keys)]
  const { bind, values } = parameters()
  const selects = distinct.flatMap((key, index) => {
    const ask = asks[keys.indexOf(key)]
    if (ask === undefined || ask.window.until <= ask.window.from) return []
    const branches = [...populationOf(ask, bind, district), ...(ask.withExcluded === true ? excludedOf(ask, bind, district) : [])]
    return branches.map((branch) => countOf(branch, index))
  })
  const rows = selects.length === 0 ? [] : (await client.query<CountRow>(selects.join('\nUNION ALL\n'), [...values])).rows
  const tallies = distinct.map((_, index) => tallyOf(rows.filter((row) => row.ask === index)))
  return keys.map((key) => tallies[distinct.indexOf(key)] ?? EMPTY)
}

const EMPTY: Tally = { denominator: 0, numerator: 0, amount: 0, excluded: [] }

type CountRow = Readonly<{ ask: number; reason: string; n: string; k: string; amount: string | null }>

function countOf(branch: Branch, index: number): string {
  const { from, where, isIn, amount, reason } = branch
  return `SELECT ${index} AS ask, '${reason}' AS reason, count(*) AS n, count(*) FILTER (WHERE ${isIn}) AS k, sum(${amount}) AS amount FROM ${from} WHERE ${where}`
}

function tallyOf(rows: readonly CountRow[]): Tally {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const population = rows.filter(({ reason }) => reason === '')
  const reasons = [...new Set(rows.map(({ reason }) => reason).filter((reason) => reason !== ''))]
  return {
    denominator: sum(population.map(({ n }) => Number(n))), numerator: sum(population.map(({ k }) => Number(k))), amount: sum(population.map(({ amount }) => Number(amount ?? 0))),
    excluded: reasons.map((reason) => ({ reason, count: sum(rows.filter((row) => row.reason === reason).map(({ n }) => Number(n))) })),
  }
}

/** A part of a split count; `label` names it where the declarations do not. */
export type PartTally = Tally & Readonly<{ label: string }>

/** The counts of one measure split by town, by office or by what is counted; every split asked for comes from one pass over the rows. */
export async function countBy(client: Client, ask: CountAsk, groupings: readonly Grouping[], district: string): Promise<readonly ReadonlyMap<string, PartTally>[]> {
  if (ask.window.until <= ask.window.from) return groupings.map(() => new Map())
  const { bind, values } = parameters()
  const keys = groupings.map((_, i) => i + 1).join(', ')
  const selects = populationOf(ask, bind, district).map((branch) => {
    const parts = groupings.map((grouping, i) => `COALESCE(${branch[grouping]}, '') AS part${i + 1}`).join(', ')
    return `SELECT ${parts}, max(${branch.label}) AS label, count(*) AS n, count(*) FILTER (WHERE ${branch.isIn}) AS k, sum(${branch.amount}) AS amount FROM ${branch.from} WHERE ${branch.where} GROUP BY ${keys}`
  })
  const { rows } = await client.query<SplitRow>(selects.join('\nUNION ALL\n'), [...values])
  return groupings.map((_, i) => new Map([...Map.groupBy(rows, (row) => row[`part${i + 1}`] ?? '')].map(([part, found]) => (
    [part, { ...tallyOf(found.map((row) => ({ ...row, ask: 0, reason: '' }))), label: found.map(({ label }) => label ?? '').toSorted().at(-1) ?? '' }]))))
}

type SplitRow = Omit<CountRow, 'ask' | 'reason'> & Readonly<{ label: string | null }> & Readonly<Partial<Record<`part${number}`, string>>>
