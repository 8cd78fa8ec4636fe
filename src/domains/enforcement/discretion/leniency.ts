import type { Leniency, LenientCount, NoPenaltyRow } from '../contract.ts'
import { NO_PENALTY_GROUNDS } from '../penalty-case/choices.ts'
import { bandOf } from './band.ts'
import { DISCRETION_LABELS } from './factors.ts'
import type { DiscretionFactor } from './factors.ts'
import { MINOR_VIOLATION_LABELS } from './minor-list.ts'

/** One decision of the ordinary procedure, as far as leniency goes. Amounts in fen; `lowestInFen` is null where no range is on record. */
export type Decision = Readonly<{
  matterId: string; number: string; title: string; officeId: string; officeName: string; decidedOn: string
  ground: string | null; item: string | null; circumstances: readonly string[]; lowestInFen: number | null; fineInFen: number
}>

export const LENIENCIES: Readonly<Record<Leniency, string>> = { exempted: '不予处罚', mitigated: '减轻处罚', lightened: '从轻处罚' }

const isFactor = (id: string): id is DiscretionFactor => id in DISCRETION_LABELS

/** No penalty at all; a fine below the range of the law (减轻); a fine within it on circumstances that only lighten (从轻). Null for everything else. */
export function leniencyOf({ ground, lowestInFen, fineInFen, circumstances }: Decision): Leniency | null {
  if (ground !== null) return 'exempted'
  if (fineInFen === 0) return null
  if (lowestInFen !== null && fineInFen < lowestInFen) return 'mitigated'
  return bandOf({ lowestInFen: 0, highestInFen: 0 }, circumstances.filter(isFactor), { lighterPercent: null, heavierPercent: null }).tier === 'lighter' ? 'lightened' : null
}

/** What the fine stays under the lowest fine of the law, in fen; null where no range is on record or the fine keeps to it. */
export function waivedOf(decision: Decision): number | null {
  const leniency = leniencyOf(decision)
  return decision.lowestInFen === null || leniency === null || leniency === 'lightened' ? null : decision.lowestInFen - decision.fineInFen
}

export function countOf(key: string, name: string, decisions: readonly Decision[]): LenientCount {
  const of = (leniency: Leniency): number => decisions.filter((each) => leniencyOf(each) === leniency).length
  return {
    key, name, decided: decisions.length, exempted: of('exempted'), mitigated: of('mitigated'), lightened: of('lightened'),
    waivedInFen: decisions.reduce((sum, each) => sum + (waivedOf(each) ?? 0), 0), unranged: decisions.filter((each) => each.ground !== null && each.lowestInFen === null).length,
  }
}

/** Decisions under each key that `keysOf` finds for them, keys in the order of `names`. */
export function countsBy(decisions: readonly Decision[], keysOf: (decision: Decision) => readonly string[], names: Readonly<Record<string, string>>): readonly LenientCount[] {
  return Object.entries(names).flatMap(([key, name]) => {
    const own = decisions.filter((each) => keysOf(each).includes(key))
    return own.length === 0 ? [] : [countOf(key, name, own)]
  })
}

export const GROUND_NAMES: Readonly<Record<string, string>> = NO_PENALTY_GROUNDS
export const ITEM_NAMES: Readonly<Record<string, string>> = MINOR_VIOLATION_LABELS
export const CIRCUMSTANCE_NAMES: Readonly<Record<string, string>> = DISCRETION_LABELS

export const isLenient = (decision: Decision): boolean => leniencyOf(decision) !== null

export function rowOf(decision: Decision): NoPenaltyRow {
  const { matterId, number, title, officeName, decidedOn, ground, item, circumstances, lowestInFen, fineInFen } = decision
  const leniency = leniencyOf(decision)
  const reasons = [ground === null ? null : GROUND_NAMES[ground] ?? ground, item === null ? null : `清单事项：${ITEM_NAMES[item] ?? item}`, ...(leniency === null ? [] : circumstances.map((id) => CIRCUMSTANCE_NAMES[id] ?? id))]
  return {
    matterId, number, title, officeName, decidedOn, leniency, leniencyName: leniency === null ? '给予处罚' : LENIENCIES[leniency], reason: reasons.filter((reason) => reason !== null).join('；'), fineInFen, lowestInFen,
    waivedInFen: waivedOf(decision),
  }
}
