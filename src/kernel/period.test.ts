import { expect, it } from 'vitest'
import { cite, formatCitation } from './citation.ts'
import { calendarDays, formatPeriod, hours, minutes, months, workingDays, years } from './period.ts'

it('prints periods as officers write them', () => {
  expect([workingDays(7), calendarDays(60), hours(24), months(3), years(2), minutes(30)].map(formatPeriod)).toEqual(['7个工作日', '60日', '24小时', '3个月', '2年', '30分钟'])
})

it('prints a citation with the title of the instrument', () => {
  expect(formatCitation(cite('complaint-report-measures', '第十五条'))).toBe('《市场监督管理投诉举报处理办法》第十五条')
})
