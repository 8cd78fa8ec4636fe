/** Units in which instruments state a limit. They are never converted into one another. */
export type Unit = 'minute' | 'hour' | 'calendar-day' | 'working-day' | 'month' | 'year'

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
  switch (period.unit) {
    case 'minute': return `${period.amount}分钟`
    case 'hour': return `${period.amount}小时`
    case 'calendar-day': return `${period.amount}日`
    case 'working-day': return `${period.amount}个工作日`
    case 'month': return `${period.amount}个月`
    case 'year': return `${period.amount}年`
  }
}
