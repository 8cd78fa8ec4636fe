import { dateInShanghai, formatDate, formatMoment } from '../../kernel/calendar-date.ts'
import { formatCitation } from '../../kernel/citation.ts'
import { deriveDeadline } from '../../kernel/deadline.ts'
import { limitOn } from '../../kernel/law-book.ts'
import type { RuleId } from '../../kernel/law-book.ts'
import { formatPeriod } from '../../kernel/period.ts'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import type { PortalKind, Receipt } from './contract.ts'

type Promised = Readonly<{ rule: RuleId; says: string }>

const RESPONSE: Promised = { rule: 'complaint-report.first-response', says: '联系您，告诉您由谁办理' }
const ACCEPTANCE: Promised = { rule: 'complaint.acceptance', says: '告诉您投诉是否受理' }
const VERIFICATION: Promised = { rule: 'report.verification', says: '核查举报并决定是否立案' }

const REPAIR_ACCEPTANCE: Promised = { rule: 'credit-repair.acceptance', says: '告诉您申请是否受理，材料不齐的一次告知要补什么' }

const PROMISES: Readonly<Record<PortalKind, readonly Promised[]>> = {
  complaint: [RESPONSE, ACCEPTANCE], report: [RESPONSE, VERIFICATION], mixed: [RESPONSE, ACCEPTANCE, VERIFICATION], repair: [REPAIR_ACCEPTANCE],
}

/** What happens by when after receipt, each limit from the law of the day. */
export function promisesAt(kind: PortalKind, receivedAt: string, calendar: WorkingCalendar): Receipt['promises'] {
  return PROMISES[kind].flatMap(({ rule, says }): Receipt['promises'][number][] => {
    const limit = limitOn(rule, dateInShanghai(receivedAt))
    if (limit === null) return []
    const due = deriveDeadline({ startedAt: receivedAt, limit: limit.period, roll: limit.roll, hourStart: limit.hourStart, calendar })
    if (due.status !== 'determined') return [{ says: `${formatPeriod(limit.period)}内${says}（具体日期待放假安排公布后确定）`, by: null }]
    const when = limit.period.unit === 'hour' ? formatMoment(due.dueAt) : formatDate(due.dueOn)
    return [{ says: `在 ${when} 前${says}`, by: due.dueOn }]
  })
}

/** The same limits with their articles, before anything is submitted. */
export function promisesOn(kind: PortalKind, today: string): readonly Readonly<{ says: string; cite: string; isVerified: boolean }>[] {
  return PROMISES[kind].flatMap(({ rule, says }) => {
    const limit = limitOn(rule, today)
    return limit === null ? [] : [{ says: `收到后${formatPeriod(limit.period)}内${says}`, cite: formatCitation(limit.cite), isVerified: limit.isVerified }]
  })
}
