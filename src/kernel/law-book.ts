import { countingRules } from '../../law/counting.ts'
import { rules } from '../../law/rules/all.ts'
import type { RuleId } from '../../law/rules/all.ts'
import type { Rule, RuleUnit, RuleValue } from '../../law/types.ts'
import { formatDate } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'
import { cite } from './citation.ts'
import type { Citation } from './citation.ts'
import type { Roll } from './deadline.ts'
import { valueOn } from './dated.ts'
import type { Period, Unit } from './period.ts'
import { isRefusal } from './refusal.ts'
import type { Refusal } from './refusal.ts'

export type { RuleId } from '../../law/rules/all.ts'
export { isRuleId } from '../../law/rules/all.ts'

/** A legal number as it stands on one day. */
export type RuleInForce = {
  readonly id: RuleId
  readonly name: string
  readonly value: number
  readonly unit: RuleUnit
  readonly roll: Roll
  readonly hourStart: 'moment' | 'next-hour'
  readonly cite: Citation
  readonly quotation: string
  readonly isVerified: boolean
}

/** A time limit as it stands on one day. */
export type LimitInForce = {
  readonly period: Period
  readonly roll: Roll
  readonly hourStart: 'moment' | 'next-hour'
  readonly cite: Citation
  readonly isVerified: boolean
}

const ruleById = new Map<string, Rule>(rules.map(rule => [rule.id, rule]))
const limitByRuleAndValue = new Map<RuleValue, LimitInForce>()

/** The rule with all its dated values; undefined when the text is no rule id. */
export function findRule(id: string): Rule | undefined {
  return ruleById.get(id)
}

/** The value of the rule on the date, or a refusal where none is in force. */
export function ruleOn(id: RuleId, on: CalendarDate): RuleInForce | Refusal {
  const rule = getRule(id)
  const found = valueOn(rule.values, on)
  if (isRefusal(found)) {
    return { ...found, rule: id, says: `“${rule.name}”在${formatDate(on)}没有有效的规定值。` }
  }
  if (found.value === null) throw new Error(`a repeal is in force for ${id} on ${on}`)
  return {
    id, name: rule.name, value: found.value, unit: found.unit, ...countingOf(found),
    cite: citationOf(found), quotation: found.quotation, isVerified: found.verified,
  }
}

/** The limit of a clock rule on the date with the way it is counted; null where the law of that day has no such limit. Throws when the rule is no limit in time. */
export function limitOn(id: RuleId, on: CalendarDate): LimitInForce | null {
  const found = valueOn(getRule(id).values, on)
  if (isRefusal(found) || found.value === null) return null
  const known = limitByRuleAndValue.get(found)
  if (known !== undefined) return known
  const unit = unitOf(found.unit)
  if (unit === undefined) throw new RangeError(`rule ${id} is no limit in time: ${found.unit}`)
  const limit = { period: { amount: found.value, unit }, ...countingOf(found), cite: citationOf(found), isVerified: found.verified }
  limitByRuleAndValue.set(found, limit)
  return limit
}

/** The time unit of a rule's value; undefined for amounts, shares and counts. */
export function unitOf(unit: RuleUnit): Unit | undefined {
  return unit === 'percent' || unit === 'yuan' || unit === 'count' ? undefined : unit
}

function getRule(id: RuleId): Rule {
  const rule = ruleById.get(id)
  if (rule === undefined) throw new Error(`no rule ${id}`)
  return rule
}

function citationOf(value: RuleValue): Citation {
  return cite(value.instrument, `${value.article}${value.clause ?? ''}`)
}

function countingOf(value: RuleValue): { readonly roll: Roll; readonly hourStart: 'moment' | 'next-hour' } {
  const counting = countingRules.find(rule => rule.instrument === value.instrument)
  return { roll: value.roll ?? counting?.roll ?? 'none', hourStart: value.hourStart ?? counting?.hourStart ?? 'moment' }
}
