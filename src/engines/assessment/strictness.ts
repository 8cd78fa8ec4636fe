import { wilsonInterval } from '../indicator/statistics.ts'
import type { StrictnessRow } from './contract.ts'
import { mean } from './metrics.ts'

/** An inspection seen from who carried it out; an inspection of two counts for both. */
export type Visit = Readonly<{ inspectors: readonly string[]; expected: number; isProblem: boolean }>

const FEWEST_VISITS = 30

/**
 * How often each inspector finds a problem, beside how often one was to be expected from the scores of those visited. The
 * interval is Wilson's 95 % of the share found; who lies outside it differs from what was expected. A quality report: it is
 * never an input of a score. Inspectors with fewer than 30 visits are left out.
 */
export function strictnessOf(visits: readonly Visit[]): readonly StrictnessRow[] {
  const byInspector = Map.groupBy(visits.flatMap((visit) => [...new Set(visit.inspectors)].map((inspector) => ({ ...visit, inspector }))), ({ inspector }) => inspector)
  const rows = [...byInspector].filter(([, own]) => own.length >= FEWEST_VISITS).map(([inspector, own]): StrictnessRow => {
    const found = own.filter(({ isProblem }) => isProblem).length
    const expectedShare = mean(own.map(({ expected }) => expected))
    const { low, high } = wilsonInterval(found, own.length)
    const foundShare = found / own.length
    return { inspector, count: own.length, found, foundShare, expectedShare, difference: foundShare - expectedShare, low, high, isOutside: expectedShare < low || expectedShare > high }
  })
  return rows.toSorted((a, b) => b.difference - a.difference)
}
