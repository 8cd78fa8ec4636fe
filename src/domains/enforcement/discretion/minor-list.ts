import type { Citation } from '../../../kernel/citation.ts'
import { cite } from '../../../kernel/citation.ts'
import type { NO_PENALTY_GROUNDS } from '../penalty-case/choices.ts'

type ListItem = Readonly<{ label: string; ground: keyof typeof NO_PENALTY_GROUNDS; cite: Citation; isVerified: boolean; source: string }>

// The official text (12 items: 8 first offences, 4 minor ones) was not read. Named are the items that press reports of 2025-02-07 quote; the others are entered by hand under the last two.
const reported = (label: string, ground: ListItem['ground']): ListItem => ({ label, ground, cite: cite('minor-violation-list', '（条号待核）'), isVerified: false, source: '据2025年2月7日公开报道的引文；官方文本未读' })

/** Items of the national list of first and minor violations that are not punished. */
export const MINOR_VIOLATION_LIST = {
  'bulk-food-without-licence': reported('未取得食品经营许可从事散装食品经营活动（散装熟食销售除外）', 'first-minor-corrected'),
  'licence-not-renewed': reported('食品经营许可证有效期届满未延续', 'first-minor-corrected'),
  'agricultural-products': reported('经营不符合食品安全标准的食用农产品', 'first-minor-corrected'),
  'special-food-mixed': reported('将特殊食品与普通食品或者药品混放销售', 'minor-corrected'),
  'expired-food': reported('经营超过保质期的食品、食品添加剂', 'minor-corrected'),
  'other-first': reported('首违不罚清单的其他事项', 'first-minor-corrected'),
  'other-minor': reported('轻微免罚清单的其他事项', 'minor-corrected'),
} as const satisfies Readonly<Record<string, ListItem>>

export type MinorViolation = keyof typeof MINOR_VIOLATION_LIST

/** Labels for a form, by id. */
export const MINOR_VIOLATION_LABELS = Object.fromEntries(Object.entries<ListItem>(MINOR_VIOLATION_LIST).map(([id, { label }]) => [id, label])) as Readonly<Record<MinorViolation, string>>
