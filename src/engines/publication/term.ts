import { compare, dateInShanghai, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import type { CalendarDate, Instant } from '../../kernel/calendar-date.ts'
import { deriveDeadline } from '../../kernel/deadline.ts'
import type { Deadline } from '../../kernel/deadline.ts'
import { limitOn } from '../../kernel/law-book.ts'
import type { RuleId } from '../../kernel/law-book.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import type { Term } from './definition.ts'

/**
 * The last day on which the public sees what was published on a day; null where nothing but an event ends it. Of several
 * periods the longest counts (credit repair measures, Art 6), and a longer restriction of business carries it along.
 */
export function endOfTerm(term: Exclude<Term, 'never'>, publishedOn: CalendarDate, calendar: WorkingCalendar): CalendarDate | null | Refusal {
  if (term === 'standing') return null
  if ('lastOn' in term) return term.lastOn
  let last: CalendarDate | null = null
  for (const rule of term.rules) {
    const limit = limitOn(rule, publishedOn)
    if (limit === null) return refuse({ code: 'publication.no-term', rule, says: `公示当日没有有效的公示期规定（${rule}）。`, do: '请核对公示日期，或由系统管理员补充法定数值。' })
    const end = deriveDeadline({ startedAt: startOfDayInShanghai(publishedOn), limit: limit.period, roll: limit.roll, calendar })
    if (end.status !== 'determined') throw new RangeError(`a period of publication has no end: ${rule}`)
    if (last === null || compare(end.dueOn, last) > 0) last = end.dueOn
  }
  if (last === null) throw new RangeError('a term names no rule')
  return term.notBefore !== undefined && compare(term.notBefore, last) > 0 ? term.notBefore : last
}

/** By when something that happened on a day must be public; null where the law of that day says nothing. */
export function dueOf(rule: RuleId, since: Instant, calendar: WorkingCalendar): Deadline | null {
  const limit = limitOn(rule, dateInShanghai(since))
  return limit === null ? null : deriveDeadline({ startedAt: since, limit: limit.period, roll: limit.roll, calendar })
}
