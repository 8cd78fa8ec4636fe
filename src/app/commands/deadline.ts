import type { Command } from 'commander'
import { holidaySchedules } from '../../../law/holidays/schedules.ts'
import { dateInShanghai, isCalendarDate, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import type { CalendarDate, Instant } from '../../kernel/calendar-date.ts'
import { formatCitation } from '../../kernel/citation.ts'
import { deriveDeadline } from '../../kernel/deadline.ts'
import type { Roll } from '../../kernel/deadline.ts'
import { findRule, isRuleId, ruleOn, unitOf } from '../../kernel/law-book.ts'
import { calendarDays, hours, minutes, months, workingDays, years } from '../../kernel/period.ts'
import type { Period } from '../../kernel/period.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { createWorkingCalendar } from '../../kernel/working-calendar.ts'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import { writeFailure, writeJson } from './output.ts'
import type { Output } from './output.ts'

export type DeadlineRequest = { readonly from: string; readonly limit?: string; readonly rule?: string; readonly roll?: string }

export type DeadlineAnswer = {
  readonly due: CalendarDate
  readonly dueAt: Instant
  readonly target: CalendarDate
  readonly rule?: string
  readonly basis?: string
  readonly derivation: readonly string[]
}

export type DeadlineFault = { readonly fault: string }

type Terms = { readonly limit: Period; readonly roll: Roll; readonly hourStart: 'moment' | 'next-hour'; readonly rule?: string; readonly basis?: string }

const periodByUnit: Readonly<Record<string, (amount: number) => Period>> = { min: minutes, h: hours, cd: calendarDays, wd: workingDays, mo: months, y: years }

// Keeps every answer within four-digit years.
const MOST_YEARS = 200

const LAST_START = '2999-12-31'

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/

/** The due date of a limit given by itself or by the id of a rule; a moment without zone is China's time. */
function computeDeadline(request: DeadlineRequest, calendar: WorkingCalendar): DeadlineAnswer | DeadlineFault {
  const startedAt = startOf(request.from)
  if (startedAt === undefined || dateInShanghai(startedAt) > LAST_START) return { fault: `“--from ${request.from}”不是可以计算的日期或时刻。请写作 2026-09-24 或 2026-09-24T10:30+08:00。` }
  const terms = termsOf(request, dateInShanghai(startedAt))
  if ('fault' in terms) return terms
  const deadline = deriveDeadline({ startedAt, limit: terms.limit, roll: terms.roll, hourStart: terms.hourStart, calendar })
  if (deadline.status === 'undetermined') return { fault: `${deadline.says}可以确定的是：最后一日不早于${deadline.notBeforeOn}。` }
  if (deadline.status === 'paused') throw new Error('a deadline without pauses is paused')
  return {
    due: deadline.dueOn,
    dueAt: deadline.dueAt,
    target: deadline.targetOn,
    ...(terms.rule === undefined ? {} : { rule: terms.rule }),
    ...(terms.basis === undefined ? {} : { basis: terms.basis }),
    derivation: deadline.derivation.map(step => step.says),
  }
}

/** `deadline --from 2026-09-24 --limit 7wd` */
export function registerDeadline(program: Command, output: Output): void {
  program.command('deadline').description('推算期限')
    .requiredOption('--from <日期或时刻>', '起算的日期（2026-09-24）或时刻（2026-09-24T10:30+08:00）')
    .option('--limit <期限>', '7wd 工作日、15cd 日、24h 小时、30min 分钟、3mo 月、1y 年')
    .option('--rule <规则>', '法规数据中的规则，例如 complaint.acceptance')
    .option('--roll <顺延>', 'none、statutory-holiday 或 rest-day')
    .action((request: DeadlineRequest) => {
      const answer = computeDeadline(request, createWorkingCalendar(holidaySchedules))
      if ('fault' in answer) writeFailure(output, answer.fault)
      else writeJson(output, answer)
    })
}

function startOf(from: string): Instant | undefined {
  if (isCalendarDate(from)) return startOfDayInShanghai(from)
  const moment = MOMENT.exec(from)
  if (moment === null || !isCalendarDate(from.slice(0, 10))) return undefined
  const epoch = Date.parse(moment[1] === undefined ? `${from}+08:00` : from)
  return Number.isNaN(epoch) ? undefined : new Date(epoch).toISOString()
}

function termsOf(request: DeadlineRequest, on: CalendarDate): Terms | DeadlineFault {
  const roll = request.roll === undefined ? undefined : rollOf(request.roll)
  if (request.roll !== undefined && roll === undefined) return { fault: `“--roll ${request.roll}”不能识别。可用 none、statutory-holiday、rest-day。` }
  if ((request.limit === undefined) === (request.rule === undefined)) return { fault: '请用 --limit 或 --rule 之一给出期限。' }
  if (request.rule !== undefined) return termsOfRule(request.rule, on, roll)
  const match = /^(\d{1,4})(min|h|cd|wd|mo|y)$/.exec(request.limit ?? '')
  const build = periodByUnit[match?.[2] ?? '']
  if (build === undefined || (match?.[2] === 'y' && Number(match[1]) > MOST_YEARS)) return { fault: `“--limit ${request.limit}”不能识别。请写作 7wd、15cd、24h、3mo 或 1y。` }
  return { limit: build(Number(match?.[1])), roll: roll ?? 'none', hourStart: 'moment' }
}

function termsOfRule(id: string, on: CalendarDate, roll: Roll | undefined): Terms | DeadlineFault {
  if (!isRuleId(id) || findRule(id) === undefined) return { fault: `没有规则“${id}”。可用 hengjian law list --json 查看全部规则。` }
  const rule = ruleOn(id, on)
  if (isRefusal(rule)) return { fault: `${rule.says}${rule.do}` }
  const unit = unitOf(rule.unit)
  if (unit === undefined) return { fault: `规则“${id}”（${rule.name}）不是期限，不能推算日期。` }
  return { limit: { amount: rule.value, unit }, roll: roll ?? rule.roll, hourStart: rule.hourStart, rule: id, basis: formatCitation(rule.cite) }
}

function rollOf(text: string): Roll | undefined {
  return text === 'none' || text === 'statutory-holiday' || text === 'rest-day' ? text : undefined
}
