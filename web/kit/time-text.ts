import { dateInShanghai, dayOfWeek, epochOf, formatDate, toDayNumber } from '../../src/kernel/calendar-date.ts'
import type { CalendarDate, Instant } from '../../src/kernel/calendar-date.ts'
import type { ClockView } from '../../src/engines/procedure/contract.ts'
import { formatPeriod } from '../../src/kernel/period.ts'

export type Due = ClockView['due']

/** How urgent a due date is. Never told by colour alone: `left` says it too. */
export type DueTone = 'overdue' | 'today' | 'soon' | 'calm' | 'paused' | 'undetermined'
export type DueText = Readonly<{ tone: DueTone; date: string; left: string }>

const MINUTE_MS = 60_000
const SOON_WORKING_DAYS = 3

/** '2026-11-22 10:30' in China. */
export function momentText(at: Instant): string {
  const local = new Date(epochOf(at) + 8 * 3_600_000).toISOString()
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`
}

/** '11月22日 周日', with the year when it is not this year's; 今天, 明天, 昨天 in words. */
export function dayText(on: CalendarDate, today: CalendarDate): string {
  const weekday = `周${'日一二三四五六'.charAt(dayOfWeek(on))}`
  const date = on.slice(0, 4) === today.slice(0, 4) ? formatDate(on).slice(5) : formatDate(on)
  const word = { [-1]: '昨天 ', 0: '今天 ', 1: '明天 ' }[toDayNumber(on) - toDayNumber(today)] ?? ''
  return `${word}${date} ${weekday}`
}

/** Date and time left of a clock, for lists and clock panels. `workingDaysLeft` comes from the server's calendar. */
export function dueText(clock: Readonly<{ due: Due; workingDaysLeft: number | null; isOverdue: boolean; isWaiting: boolean }>, nowAt: Instant): DueText {
  const { due } = clock
  switch (due.status) {
    case 'paused': return { tone: 'paused', date: '已暂停', left: `恢复后还有${formatPeriod(due.remaining)}` }
    case 'undetermined': return { tone: 'undetermined', date: `不早于${formatDate(due.notBeforeOn)}`, left: `${due.missingYear}年放假安排未公布` }
    case 'determined': return determinedText(due, clock, nowAt)
  }
}

/** The heading a row stands under in a list ordered by deadline. */
export function dueGroup(clock: Readonly<{ due: Due; isOverdue: boolean; isWaiting: boolean }> | null, today: CalendarDate): string {
  return clock === null ? '无在计期限' : dueHeading(clock, today)
}

/** Bytes as a reader's size: '1.2 MB'. */
export function sizeText(byteSize: number): string {
  if (byteSize < 1024) return `${byteSize} B`
  if (byteSize < 1_048_576) return `${Math.round(byteSize / 1024)} KB`
  return byteSize < 1_073_741_824 ? `${oneDigit(byteSize / 1_048_576)} MB` : `${oneDigit(byteSize / 1_073_741_824)} GB`
}

function oneDigit(size: number): string {
  return size.toFixed(1).replace(/\.0$/u, '')
}

function determinedText(due: Extract<Due, { status: 'determined' }>, clock: Readonly<{ workingDaysLeft: number | null; isOverdue: boolean; isWaiting: boolean }>, nowAt: Instant): DueText {
  const today = dateInShanghai(nowAt)
  // A limit in hours ends within a day; the end of a day is the next day's 00:00.
  const isMoment = dateInShanghai(due.dueAt) === due.dueOn
  const date = isMoment ? momentText(due.dueAt) : formatDate(due.dueOn)
  const minutesLeft = Math.floor((epochOf(due.dueAt) - epochOf(nowAt)) / MINUTE_MS)
  const daysLeft = clock.workingDaysLeft
  if (clock.isWaiting && minutesLeft < 0) return { tone: 'soon', date, left: toDayNumber(today) === toDayNumber(due.dueOn) ? '已期满' : `已期满${toDayNumber(today) - toDayNumber(due.dueOn)}日` }
  if (clock.isOverdue || minutesLeft < 0) return { tone: 'overdue', date, left: lateText(due.dueOn, today, minutesLeft) }
  if (isMoment && minutesLeft < 48 * 60) return { tone: minutesLeft < 24 * 60 ? 'today' : 'soon', date, left: `还剩${hoursText(minutesLeft)}` }
  if (due.dueOn === today) return { tone: 'today', date, left: '今天到期' }
  if (daysLeft === null) return { tone: 'calm', date, left: `还剩${toDayNumber(due.dueOn) - toDayNumber(today)}日` }
  return { tone: daysLeft <= SOON_WORKING_DAYS ? 'soon' : 'calm', date, left: daysLeft === 0 ? '之前无工作日' : `还剩${daysLeft}个工作日` }
}

function dueHeading(clock: Readonly<{ due: Due; isOverdue: boolean; isWaiting: boolean }>, today: CalendarDate): string {
  const { due } = clock
  switch (due.status) {
    case 'paused': return '期限暂停'
    case 'undetermined': return `放假安排未公布（${due.missingYear}年）`
    case 'determined': return determinedHeading(due.dueOn, clock, today)
  }
}

function determinedHeading(dueOn: CalendarDate, { isOverdue, isWaiting }: Readonly<{ isOverdue: boolean; isWaiting: boolean }>, today: CalendarDate): string {
  if (isWaiting) return dueOn < today ? '期满待办' : '等候期间'
  return isOverdue || dueOn < today ? '已逾期' : `${dayText(dueOn, today)}到期`
}

function lateText(dueOn: CalendarDate, today: CalendarDate, minutesLeft: number): string {
  const days = toDayNumber(today) - toDayNumber(dueOn)
  return days > 0 ? `逾期${days}日` : `逾期${hoursText(-minutesLeft)}`
}

function hoursText(minutes: number): string {
  return minutes < 60 ? `${Math.max(minutes, 0)}分钟` : `${Math.floor(minutes / 60)}小时${minutes % 60 === 0 ? '' : `${minutes % 60}分`}`
}
