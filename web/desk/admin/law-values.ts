import type { LawValueView } from '../../../src/platform/session/contract.ts'

type LawFilter = Readonly<{ on?: string | undefined; q?: string | undefined; onlyUnverified: boolean }>

const units: Readonly<Record<string, string>> = {
  'minute': '分钟', 'hour': '小时', 'calendar-day': '日', 'working-day': '个工作日', 'month': '个月', 'year': '年', 'percent': '%', 'yuan': '元', 'count': '次（项）',
}

/** The values in force on a date (all when none is given); `until` is the first day a value no longer holds. */
export function lawAsOf(values: readonly LawValueView[], { on, q, onlyUnverified }: LawFilter): readonly LawValueView[] {
  return values.filter(value =>
    (on === undefined || (value.from <= on && (value.until === null || on < value.until)))
    && (!onlyUnverified || !value.verified)
    && (q === undefined || [value.name, value.id, value.instrumentTitle, value.article, value.quotation].some(text => text.includes(q))))
}

export function unitName(unit: string): string {
  return units[unit] ?? unit
}
