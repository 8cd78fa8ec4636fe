/** Units in which instruments state a limit. They are never converted into one another. */
export type Unit = 'minute' | 'hour' | 'calendar-day' | 'working-day' | 'month' | 'year'

const measureWords: Readonly<Record<Unit, string>> = {
  'minute': '分钟', 'hour': '小时', 'calendar-day': '日', 'working-day': '个工作日', 'month': '个月', 'year': '年',
}

export type Period = { readonly amount: number; readonly unit: Unit }

export function minutes(amount: number): Period {
  return { amount, unit: 'minute' }
}

export function hours(amount: number): Period {
  return { amount, unit: 'hour' }
}

export function calendarDays(amount: number): Period {
  return { amount, unit: 'calendar-day' }
}

export function workingDays(amount: number): Period {
  return { amount, unit: 'working-day' }
}

export function months(amount: number): Period {
  return { amount, unit: 'month' }
}

export function years(amount: number): Period {
  return { amount, unit: 'year' }
}

/** '7个工作日', '60日', '24小时', '3个月', '2年', '30分钟' */
export function formatPeriod(period: Period): string {
  return `${period.amount}${measureWords[period.unit]}`
}
