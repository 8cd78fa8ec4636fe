import type { Filing } from '../../engines/procedure/filing.ts'

/** Items of the two volumes (penalty procedure provisions, Art 78). */
export const FILED = {
  filing: { part: 'main', item: 1, isHandedOn: true }, decision: { part: 'main', item: 2 }, toTheParty: { part: 'main', item: 3 }, evidence: { part: 'main', item: 4 }, hearing: { part: 'main', item: 5 },
  goods: { part: 'main', item: 6 }, otherMain: { part: 'main', item: 7 }, source: { part: 'internal', item: 1, isHandedOn: true }, conclusion: { part: 'internal', item: 2 }, review: { part: 'internal', item: 3 },
  hearingReport: { part: 'internal', item: 4 }, closing: { part: 'internal', item: 5 }, otherInternal: { part: 'internal', item: 6 },
} as const satisfies Readonly<Record<string, Filing>>
