import { dateInShanghai, formatDate, toDayNumber } from '../../kernel/calendar-date.ts'
import { cite } from '../../kernel/citation.ts'
import { definePublication } from '../../engines/publication/definition.ts'
import { CATEGORIES } from './complaint/facts.ts'
import { complaint } from './complaint/procedure.ts'

/** Complaints that were mediated; refused and withdrawn ones are not published. */
const PUBLISHED_OUTCOMES = { 'settled': '达成调解协议', 'not-settled': '未达成调解协议' } as const

/**
 * The public extract of a closed complaint (complaint measures, Art 38): respondent, subject, dates, result. It holds nothing
 * of the complainant and none of the free text.
 */
export const complaintPublicity = definePublication(complaint, {
  kind: 'complaint-publicity', name: '消费投诉公示', about: '经市场监督管理部门调解的消费投诉：经营者、类别和结果，不含投诉人信息。',
  basis: cite('complaint-report-measures', '第三十八条'),
  on: { outcomes: Object.keys(PUBLISHED_OUTCOMES) }, made: 'at-once',
  appliesTo: ({ matter }) => matter.subjectEntityId !== undefined && matter.closedAt !== undefined,
  title: ({ operator }) => `${operator}消费投诉`,
  fields: {
    operator: { label: '经营者', redaction: 'operator-name', value: ({ matter }) => matter.subjectName ?? null, meaning: '被投诉的经营者的登记名称' },
    category: { label: '投诉类别', redaction: 'public', value: ({ facts }) => Object.entries(CATEGORIES).find(([key]) => key === facts.category)?.[1] ?? '其他' },
    receivedOn: { label: '收到日期', redaction: 'public', value: ({ matter }) => formatDate(dateInShanghai(matter.receivedAt)) },
    closedOn: { label: '办结日期', redaction: 'public', value: ({ matter }) => (matter.closedAt === undefined ? null : formatDate(dateInShanghai(matter.closedAt))) },
    outcome: { label: '办理结果', redaction: 'public', value: ({ matter }) => Object.entries(PUBLISHED_OUTCOMES).find(([outcome]) => outcome === matter.outcome)?.[1] ?? null },
    days: { label: '用时', redaction: 'public', value: ({ matter }) => (matter.closedAt === undefined ? null : `${countedDays(matter.receivedAt, matter.closedAt)}天`), meaning: '收到之日到办结之日的自然日数，收到当日不计' },
  },
  // The measures set no period.
  term: () => 'standing',
})

/** Calendar days from the day of receipt to the day of closing, the first day not counted. */
function countedDays(receivedAt: string, closedAt: string): number {
  return toDayNumber(dateInShanghai(closedAt)) - toDayNumber(dateInShanghai(receivedAt))
}
