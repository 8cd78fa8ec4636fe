import { dateInShanghai, formatDate } from '../src/kernel/calendar-date.ts'
import type { Matter } from '../src/engines/procedure/matter.ts'

/** What an investigation of the case establishes, in the words of a report: when it came up, the act, its extent. */
export function findingsOf({ openedAt, facts }: Matter, extent: string): string {
  const act = typeof facts['suspectedActs'] === 'string' ? facts['suspectedActs'] : '违反市场监督管理法律法规'
  return `${formatDate(dateInShanghai(openedAt))}，我局对当事人涉嫌${act}的行为立案调查。当事人${act}，${extent}。`
}
