import { dateInShanghai, isCalendarDate, yearOf } from '../../kernel/calendar-date.ts'
import type { Instant } from '../../kernel/calendar-date.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { PlaceFilter } from './branch.ts'
import type { IndicatorCatalogue } from './definition.ts'
import type { Question } from './evaluate.ts'
import { asOfDate, parsePeriod, spanPeriod, yearPeriod } from './reporting-period.ts'

export type QuestionWords = Readonly<{
  asOf?: string | undefined; year?: number | undefined; period?: string | undefined; from?: string | undefined; until?: string | undefined; town?: string | undefined; office?: string | undefined
}>

export type QuestionFrame = Readonly<{ district: string; catalogue: IndicatorCatalogue; now: Instant }>

const refusal = (says: string, what: string): Refusal => refuse({ code: 'indicator.question', says, do: what })

/** Reads which figures are asked for; today and the running year where nothing is said. */
export function questionOf({ district, catalogue, now }: QuestionFrame, words: QuestionWords): Question | Refusal {
  const today = dateInShanghai(now)
  const on = words.asOf ?? today
  if (!isCalendarDate(on)) return refusal(`截至日期“${on}”不是日期。`, '请按2025-06-30的格式填写。')
  if (on > today) return refusal(`截至日期${on}尚未到来。`, `请填写不晚于${today}的日期。`)
  const period = words.from !== undefined && words.until !== undefined
    ? spanPeriod(words.from, words.until)
    : words.period === undefined ? yearPeriod(words.year ?? yearOf(on)) : parsePeriod(words.period)
  if (period === null) return refusal('期间无法识别。', '请填写如2025、2025Q1、2025-03或起止日期（起不晚于止）。')
  const place: PlaceFilter = { ...(words.town === undefined ? {} : { town: words.town }), ...(words.office === undefined ? {} : { office: words.office }) }
  return { district, catalogue, period, asOf: asOfDate(on, now), place }
}
