import { isCalendarDate } from '../../kernel/calendar-date.ts'
import type { HistoryRow } from '../../engines/assessment/backtest.ts'
import type { Feature } from '../../engines/assessment/points-model.ts'

/** An inspection of a published history with what was known of the establishment before it. */
export type PublishedInspection = HistoryRow & Readonly<{
  facility: string; risk: 1 | 2 | 3; pastFail: number; pastCritical: number; pastSerious: number; pastMinor: number; yearsSinceLast: number; isFirst: boolean
}>

/** What a scale of points may look at: facts of the establishment, never who inspects. */
const features: readonly Feature<PublishedInspection>[] = [
  { id: 'past-critical', name: '上次检查有严重违规', isMet: ({ pastCritical }) => pastCritical > 0 },
  { id: 'past-critical-several', name: '上次检查严重违规两项以上', isMet: ({ pastCritical }) => pastCritical > 1 },
  { id: 'past-serious', name: '上次检查有较重违规', isMet: ({ pastSerious }) => pastSerious > 0 },
  { id: 'past-fail', name: '上次检查不合格', isMet: ({ pastFail }) => pastFail > 0 },
  { id: 'past-minor-many', name: '上次检查轻微违规五项以上', isMet: ({ pastMinor }) => pastMinor >= 5 },
  { id: 'first-record', name: '没有检查记录', isMet: ({ isFirst }) => isFirst },
  { id: 'long-ago', name: '距上次检查一年以上', isMet: ({ isFirst, yearsSinceLast }) => !isFirst && yearsSinceLast >= 1 },
  { id: 'risk-high', name: '风险等级高', isMet: ({ risk }) => risk === 1 },
  { id: 'risk-low', name: '风险等级低', isMet: ({ risk }) => risk === 3 },
  { id: 'restaurant', name: '餐馆', isMet: ({ facility }) => facility === 'Restaurant' },
  { id: 'school', name: '学校、幼托', isMet: ({ facility }) => /school|daycare/iu.test(facility) },
]

const RISKS: Readonly<Record<string, 1 | 2 | 3>> = { 'Risk 1 (High)': 1, 'Risk 2 (Medium)': 2, 'Risk 3 (Low)': 3 }
const COUNTS = ['critical', 'past_fail', 'past_critical', 'past_serious', 'past_minor', 'time_since_last_years', 'first_record'] as const
export const PUBLISHED_COLUMNS = ['facility_type', 'risk', 'zip', 'inspection_date', 'inspector_group', ...COUNTS] as const

/** One line of the table, or what is wrong with it. A problem is a critical violation. */
function read(record: Readonly<Record<string, string | undefined>>): PublishedInspection | string {
  const missing = PUBLISHED_COLUMNS.filter((column) => record[column] === undefined)
  if (missing.length > 0) return `缺少列：${missing.join('、')}`
  const on = record.inspection_date ?? ''
  const risk = RISKS[record.risk ?? '']
  const wrong = COUNTS.find((column) => !/^\d+(?:\.\d+)?$/.test(record[column] ?? ''))
  if (!isCalendarDate(on)) return `inspection_date不是日期：“${on}”`
  if (risk === undefined) return `risk无法识别：“${record.risk ?? ''}”`
  if (wrong !== undefined) return `${wrong}不是数字：“${record[wrong] ?? ''}”`
  const inspector = record.inspector_group ?? ''
  return {
    on, risk, area: record.zip ?? '', facility: record.facility_type ?? '', inspectors: inspector === '' ? [] : [inspector], isProblem: Number(record.critical) > 0,
    pastFail: Number(record.past_fail), pastCritical: Number(record.past_critical), pastSerious: Number(record.past_serious), pastMinor: Number(record.past_minor),
    yearsSinceLast: Number(record.time_since_last_years), isFirst: record.first_record === '1',
  }
}

/** A published history of food inspections as a test bed for scales of points. */
export const publishedInspections = { features, read, classes: [['A', 0.5], ['B', 0.25], ['C', 0.15], ['D', 0.1]] } as const
