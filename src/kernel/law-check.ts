import type { Rule, RuleUnit, RuleValue } from '../../law/types.ts'
import { numeralsFor } from './chinese-numeral.ts'
import type { CalendarDate } from './calendar-date.ts'

export type LawFinding = {
  readonly id: string
  readonly instrument: string
  readonly article: string
  readonly from: CalendarDate
  readonly result: 'ok' | 'miss' | 'skipped-unverified'
  /** Why it was missed or skipped, in Chinese; empty when it was found. */
  readonly reason: string
}

const NUMERAL = '〇零一二两三四五六七八九十百千万亿\\d'

/**
 * Looks each verified value up in the full texts: its article must hold the quotation, and the quotation the number
 * with its unit. A record read as working days by another article needs that article to say so.
 */
export function checkLaw(texts: ReadonlyMap<string, string>, rules: readonly Rule[]): readonly LawFinding[] {
  return rules.flatMap(rule => rule.values.map(value => {
    const place = { id: rule.id, instrument: value.instrument, article: value.article, from: value.from }
    if (!value.verified) return { ...place, result: 'skipped-unverified' as const, reason: value.note ?? '标注为未核验' }
    const reason = findFault(texts.get(value.instrument), value)
    return { ...place, result: reason === undefined ? 'ok' as const : 'miss' as const, reason: reason ?? '' }
  }))
}

/** The text of an article, from its heading to the next one; undefined when the text has no such article. */
export function articleText(text: string, article: string): string | undefined {
  const heading = new RegExp(`^[\\s\\u3000]*${article}(?=[\\s\\u3000])`, 'mu').exec(text)
  if (heading === null) return undefined
  const body = text.slice(heading.index + heading[0].length)
  const next = /^[\s\u3000#]*第[零一二三四五六七八九十百千]+[条章节编](?=[\s\u3000])/mu.exec(body)
  return next === null ? body : body.slice(0, next.index)
}

/** Whether the passage prints the value with its unit, standing alone: 十五日 does not hold 五日. */
export function statesValue(passage: string, value: number, unit: RuleUnit): boolean {
  const plain = withoutSpace(passage)
  return numeralsFor(value).some(numeral => printedForms(numeral, unit).some(pattern => new RegExp(`(?<![${NUMERAL}])${pattern}`, 'u').test(plain)))
}

function findFault(text: string | undefined, value: RuleValue): string | undefined {
  if (text === undefined) return '没有该法规的全文'
  const article = articleText(text, value.article)
  if (article === undefined) return `全文中找不到${value.article}`
  if (value.quotation === '') return '没有引文'
  if (!withoutSpace(article).includes(withoutSpace(value.quotation))) return `${value.article}中没有引文“${value.quotation}”`
  if (value.value === null) return undefined
  const unit = value.readAs?.printedUnit ?? value.unit
  if (!statesValue(value.quotation, value.value, unit)) return `引文中没有数值${value.value}及其单位`
  if (value.readAs === undefined) return undefined
  const reading = articleText(text, value.readAs.article)
  if (reading === undefined) return `全文中找不到${value.readAs.article}`
  const quoted = numeralsFor(value.value).some(numeral => withoutSpace(reading).includes(`“${numeral}日”`))
  return (quoted || isWithinRange(withoutSpace(reading), value.value)) && reading.includes('工作日') ? undefined : `${value.readAs.article}没有将该期限规定为工作日`
}

// 十日以内 covers every number of days up to ten.
function isWithinRange(reading: string, days: number): boolean {
  return Array.from({ length: 31 }, (_, index) => index + 1).some(most => most >= days && numeralsFor(most).some(numeral => new RegExp(`(?<![${NUMERAL}])${numeral}日以内`, 'u').test(reading)))
}

function printedForms(numeral: string, unit: RuleUnit): readonly string[] {
  return {
    'minute': [`${numeral}分钟`],
    'hour': [`${numeral}个?小时`],
    'calendar-day': [`${numeral}(?:个自然)?日`],
    'working-day': [`${numeral}个工作日`],
    'month': [`${numeral}个月`],
    'year': [`${numeral}年`],
    'percent': [`百分之${numeral}(?![${NUMERAL}点.])`, `${numeral}[%％]`],
    'yuan': [`${numeral}元`],
    'count': [`${numeral}[个项次天种]`],
  }[unit]
}

function withoutSpace(text: string): string {
  return text.replaceAll(/[\s\u3000]/gu, '')
}
