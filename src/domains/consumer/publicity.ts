import { dateInShanghai, formatDate, toDayNumber } from '../../kernel/calendar-date.ts'
import type { Matter } from '../../engines/procedure/matter.ts'
import { newIdentifier } from '../../engines/procedure/services.ts'
import type { MatterListener, ProcedureServices } from '../../engines/procedure/services.ts'
import { bigrams } from '../../engines/register/bigrams.ts'
import { CATEGORIES } from './complaint/facts.ts'

export const COMPLAINT_PUBLICITY = 'complaint-publicity'

/** Complaints that were mediated; refused and withdrawn ones are not published. */
const PUBLISHED_OUTCOMES: Readonly<Record<string, string>> = { 'settled': '达成调解协议', 'not-settled': '未达成调解协议' }

/**
 * The public extract of a closed complaint (complaint measures, Art 38): respondent, subject, dates, result. It holds nothing
 * of the complainant and none of the free text. Null where the complaint is not published.
 */
export function complaintPublication(matter: Matter, id: string) {
  const outcome = PUBLISHED_OUTCOMES[matter.outcome ?? '']
  if (matter.procedure !== 'complaint' || outcome === undefined || matter.closedAt === undefined || matter.subjectEntityId === undefined) return null
  const title = `${matter.subjectName ?? ''}消费投诉`
  const category = Object.entries(CATEGORIES).find(([key]) => key === matter.facts.category)?.[1] ?? '其他'
  const extract = [
    { label: '经营者', value: matter.subjectName ?? '' }, { label: '投诉类别', value: category }, { label: '收到日期', value: formatDate(dateInShanghai(matter.receivedAt)) },
    { label: '办结日期', value: formatDate(dateInShanghai(matter.closedAt)) }, { label: '办理结果', value: outcome }, { label: '用时', value: `${countedDays(matter.receivedAt, matter.closedAt)}天` },
  ]
  return {
    district_code: matter.district, id, kind: COMPLAINT_PUBLICITY, matter_id: matter.id, entity_id: matter.subjectEntityId, title, title_bigrams: bigrams(title),
    extract: JSON.stringify(extract), published_at: matter.closedAt, until_on: null, ended_at: null, ended_reason: null, synthetic: matter.synthetic,
  }
}

/** Calendar days from the day of receipt to the day of closing, the first day not counted. */
function countedDays(receivedAt: string, closedAt: string): number {
  return toDayNumber(dateInShanghai(closedAt)) - toDayNumber(dateInShanghai(receivedAt))
}

/** Publishes a complaint when it closes. */
export function publishComplaints(services: Pick<ProcedureServices, 'random'>): MatterListener {
  return async (tx, { matter, events, now }) => {
    if (!events.some((event) => event.type === 'closed')) return
    const row = complaintPublication(matter, newIdentifier(services, now))
    if (row !== null) await tx.queries.insertInto('publication').values(row).execute()
  }
}
