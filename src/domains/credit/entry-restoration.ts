import type { ChildOpening, RelatedMatter } from '../../engines/procedure/definition.ts'
import { ownValue } from '../../engines/procedure/definition.ts'
import type { Facts, Matter } from '../../engines/procedure/matter.ts'

/** The lists of which an entry may come back: who the party is there, and which of the entry's facts come back with it. */
const LISTS: Readonly<Record<string, Readonly<{ party: string; again: readonly string[] }>>> = {
  'abnormal-operation': { party: 'enterprise', again: ['enterpriseName', 'uscc', 'ground', 'reportYear'] },
  'sole-trader-marking': { party: 'trader', again: ['traderName', 'uscc', 'traderGround', 'reportYear'] },
  'serious-violation': { party: 'party', again: ['partyName', 'uscc', 'listingBasis', 'seriousGround', 'penaltyCaseNo', 'heavierPenalty', 'isOtherProvince'] },
}

/** The procedures of both lists. */
export const LIST_PROCEDURES = Object.keys(LISTS)

const GONE: readonly string[] = ['removed', 'ending']

/** The entry that a repair took off a list; undefined where the bureau's own records do not hold it. */
function entryRemovedBy(repairNo: unknown, related: readonly RelatedMatter[]): RelatedMatter | undefined {
  const recordNo = related.find(({ procedure, number }) => procedure === 'credit-repair' && number === repairNo)?.facts?.['recordNo']
  return related.find(({ procedure, number, state }) => LIST_PROCEDURES.includes(procedure) && number === recordNo && GONE.includes(state))
}

/** The entry as it stood before the repair, made anew by the decision that revokes the repair; null where nothing was on a list. */
export function entryRestoredBy(matter: Matter, related: readonly RelatedMatter[]): ChildOpening | null {
  const entry = entryRemovedBy(matter.facts['repairNo'], related)
  const list = entry === undefined ? undefined : ownValue(LISTS, entry.procedure)
  if (entry === undefined || list === undefined) return null
  return {
    procedure: entry.procedure, title: `${matter.subjectName ?? matter.title}恢复列入`, channel: 'list-matter', parties: { applicant: list.party },
    facts: { ...keep(entry.facts ?? {}, list.again), isRestored: true, ...(entry.procedure === 'serious-violation' ? {} : { situation: `${matter.number}撤销准予信用修复的决定，恢复${entry.number}的列入。` }) },
    takes: { step: 'restoreListing', input: { repairRevocationNo: matter.number } },
  }
}

const keep = (facts: Facts, names: readonly string[]): Facts => Object.fromEntries(names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])))

/** Whether an entry came back because of this revocation. */
export function isEntryRestored({ number }: Pick<Matter, 'number'>, related: readonly RelatedMatter[]): boolean {
  return related.some(({ procedure, facts }) => LIST_PROCEDURES.includes(procedure) && facts?.['repairRevocationNo'] === number)
}
