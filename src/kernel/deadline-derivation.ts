import { dayOfWeekOf, formatDate, formatMoment, fromDayNumber, instantFromEpoch } from './calendar-date.ts'
import type { CalendarDate, Instant } from './calendar-date.ts'
import type { DayReckoning, DeadlineTerms } from './deadline.ts'
import type { DayPause, MomentPause } from './pause.ts'
import { formatPeriod } from './period.ts'
import type { Period } from './period.ts'
import { isWorkingDay, missingYear } from './working-calendar.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** One line of how a date was found, in Chinese, with the day it speaks of. */
export type DerivationStep = { readonly says: string; readonly on?: CalendarDate }

type DayFacts = { readonly start: number; readonly pauses: readonly DayPause[]; readonly reckoning: DayReckoning; readonly due?: number }

type MomentFacts = { readonly start: number; readonly pauses: readonly MomentPause[]; readonly remaining?: Period; readonly dueAt?: Instant }

/** How a limit in days, months or years was counted. */
export function explainDays(terms: DeadlineTerms, facts: DayFacts): readonly DerivationStep[] {
  const { start, reckoning } = facts
  const end = lastCountedDay(reckoning)
  const steps = [step(`起算：${dayText(start)}开始，当日不计入`, start), ...limitSteps(terms)]
  const isInWorkingDays = [terms.limit, ...(terms.extensions ?? [])].some(period => period.unit === 'working-day')
  if (isInWorkingDays) steps.push(...calendarSteps(terms.calendar, facts, end))
  for (const pause of facts.pauses) {
    if (pause.last !== undefined && pause.first <= end) {
      steps.push(step(`暂停：${spanText(pause.first, pause.last)}不计入期限（共${pause.last - pause.first + 1}日）`, pause.first))
    }
  }
  if (reckoning.kind === 'paused') {
    return [...steps, step(`自${formatMoment(reckoning.pause.since)}起暂停，尚未恢复，剩余${formatPeriod(reckoning.remaining)}`)]
  }
  if (reckoning.kind === 'unknown') {
    return [...steps, step(`${missingYear(reckoning.missingYear).says}最后一日不早于${dayText(reckoning.lowerBound)}`, reckoning.lowerBound)]
  }
  return [...steps, ...rollSteps(terms, reckoning.target, facts.due ?? reckoning.target)]
}

/** How a limit in hours or minutes was counted. */
export function explainMoment(terms: DeadlineTerms, facts: MomentFacts): readonly DerivationStep[] {
  const from = instantFromEpoch(facts.start)
  const steps: DerivationStep[] = [
    { says: terms.hourStart === 'next-hour' ? `起算：${formatMoment(terms.startedAt)}开始，开始的当时不计入，自${formatMoment(from)}起算` : `起算：自${formatMoment(from)}起算` },
    ...limitSteps(terms),
  ]
  for (const pause of facts.pauses) {
    if (pause.until !== undefined) steps.push({ says: `暂停：${formatMoment(instantFromEpoch(pause.from))}至${formatMoment(instantFromEpoch(pause.until))}不计入期限` })
    else if (facts.remaining !== undefined) steps.push({ says: `自${formatMoment(pause.since)}起暂停，尚未恢复，剩余${formatPeriod(facts.remaining)}` })
  }
  if (facts.dueAt !== undefined) steps.push({ says: `届满：${formatMoment(facts.dueAt)}` })
  return steps
}

function limitSteps(terms: DeadlineTerms): readonly DerivationStep[] {
  return [step(`期限：${formatPeriod(terms.limit)}`), ...(terms.extensions ?? []).map(period => step(`延长：${formatPeriod(period)}`))]
}

// The days that a count in working days leaves out or takes in against the week's rule, in order.
function calendarSteps(calendar: WorkingCalendar, facts: DayFacts, end: number): readonly DerivationStep[] {
  const steps: DerivationStep[] = []
  let run: { kind: 'off' | 'weekend'; first: number; last: number } | undefined
  const close = (): void => {
    if (run !== undefined) steps.push(step(`跳过：${spanText(run.first, run.last)}${run.kind === 'off' ? '放假' : '为周末'}，不计入`, run.first))
    run = undefined
  }
  for (let day = facts.start + 1; day <= end; day += 1) {
    const isPaused = facts.pauses.some(pause => pause.first <= day && (pause.last === undefined || day <= pause.last))
    const working = isPaused ? true : isWorkingDay(calendar, fromDayNumber(day))
    if (working === false) {
      const kind = calendar.index.daysOff.has(day) ? 'off' : 'weekend'
      if (run?.kind !== kind) close()
      run = { kind, first: run?.first ?? day, last: day }
      continue
    }
    close()
    if (!isPaused && calendar.index.workdays.has(day)) steps.push(step(`调休：${dayText(day)}（${weekdayText(day)}）上班，计入`, day))
  }
  close()
  return steps
}

function rollSteps(terms: DeadlineTerms, target: number, due: number): readonly DerivationStep[] {
  const steps = [step(`期限届满日：${dayText(target)}（${weekdayText(target)}）`, target)]
  if (due !== target) {
    steps.push(step(`顺延：届满日${terms.roll === 'rest-day' ? '为休息日' : '在法定节假日放假期间'}，顺延至${dayText(due)}（${weekdayText(due)}）`, due))
  } else if (terms.roll === 'statutory-holiday' && isWorkingDay(terms.calendar, fromDayNumber(target)) === false) {
    steps.push(step('届满日为普通周末而非法定节假日，不顺延', target))
  }
  return [...steps, step(`结果：${dayText(due)}24时届满`, due)]
}

function lastCountedDay(reckoning: DayReckoning): number {
  if (reckoning.kind === 'reached') return reckoning.target
  return reckoning.kind === 'unknown' ? reckoning.lowerBound : reckoning.pause.first - 1
}

function step(says: string, day?: number): DerivationStep {
  return day === undefined ? { says } : { says, on: fromDayNumber(day) }
}

function dayText(day: number): string {
  return formatDate(fromDayNumber(day))
}

function spanText(first: number, last: number): string {
  return first === last ? dayText(first) : `${dayText(first)}至${dayText(last)}`
}

function weekdayText(day: number): string {
  return `星期${'日一二三四五六'.charAt(dayOfWeekOf(day))}`
}
