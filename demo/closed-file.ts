import { dateInShanghai } from '../src/kernel/calendar-date.ts'
import type { Matter } from '../src/engines/procedure/matter.ts'
import type { World } from './deed.ts'

/** Keeps a closed penalty case for the reviews of files; other matters are none. */
export function noteClosedFile({ closedFiles, district }: World, { procedure, closedAt, officeId, number, facts }: Matter): void {
  if (procedure !== 'penalty-case' || closedAt === undefined) return
  const { handlers } = facts
  closedFiles.push({ caseNumber: number, officeName: district.offices.find(({ id }) => id === officeId)?.name ?? '', closedOn: dateInShanghai(closedAt), handlers: Array.isArray(handlers) ? handlers.map(String) : [] })
}
