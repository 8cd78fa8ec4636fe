import type { DrawOrder, PlanView } from '../../../src/domains/inspection/programme/contract.ts'
import { addDays, dateInShanghai, epochOf } from '../../../src/kernel/calendar-date.ts'
import type { Instant } from '../../../src/kernel/calendar-date.ts'
import { controlValueOf, instantOf } from '../parts/form-values.ts'

/** What the wizard holds; `publishedFrom` is a minute in China as typed. */
export type OrderValues = Readonly<{
  planId?: string | undefined; taskId?: string | undefined; title?: string; hash?: DrawOrder['hash']; towns?: readonly string[]
  sources?: readonly SourceValues[]
  visitsFrom?: string | undefined; visitsTo?: string | undefined; quota?: number | null; bansSameTown?: boolean; relaxations?: DrawOrder['team']['relaxations']
}>
export type SourceValues = Readonly<{ source?: string | undefined; issue?: string; publishedFrom?: string | undefined }>

/** What a new draw starts with: visits over a month from next week on, all relaxations in the usual order. */
export function newOrder(today: string): OrderValues {
  return { hash: 'sm3', towns: [], sources: [{}, {}, {}], visitsFrom: addDays(today, 7), visitsTo: addDays(today, 37), quota: 5, bansSameTown: true, relaxations: ['quota', 'same-town', 'expertise'] }
}

/** The order as sent; null while something is missing. */
export function orderOf(values: OrderValues): DrawOrder | null {
  const { planId, taskId, title = '', hash = 'sm3', towns = [], visitsFrom, visitsTo, quota, bansSameTown = true, relaxations = [] } = values
  const sources = (values.sources ?? []).flatMap(({ source, issue = '', publishedFrom }) => {
    const at = instantOf(publishedFrom ?? '')
    return source === undefined || issue.trim() === '' || at === undefined ? [] : [{ source, issue: issue.trim(), publishedFrom: at }]
  })
  const isWhole = sources.length > 0 && sources.length === values.sources?.length
  if (planId === undefined || taskId === undefined || title.trim() === '' || !isWhole || visitsFrom === undefined || visitsTo === undefined || typeof quota !== 'number') return null
  return { planId, taskId, title: title.trim(), hash, sources, towns, team: { visitsFrom, visitsTo, quota, bansSameTown, relaxations } }
}

/** A prepared order back in the wizard. */
export function valuesOf({ planId, taskId, title, hash, sources, towns, team }: DrawOrder): OrderValues {
  return { planId, taskId, title, hash, towns, ...team, sources: sources.map(({ source, issue, publishedFrom }) => ({ source, issue, publishedFrom: String(controlValueOf('instant', publishedFrom)) })) }
}

/** Why the sources cannot be announced now, in Chinese; null when they can. The server judges again. */
export function sourcesFault(sources: readonly SourceValues[], now: Instant, hexSources: ReadonlySet<string>): string | null {
  const early = sources.find(({ publishedFrom }) => { const at = instantOf(publishedFrom ?? ''); return at !== undefined && epochOf(at) <= epochOf(now) })
  if (early !== undefined) return `${early.issue ?? ''}期的公布时间应在公告以后：已经公布或者即将公布的号码不能使用。`
  const named = sources.map(({ source, issue = '' }) => `${source ?? ''} ${issue.trim()}`)
  if (new Set(named).size !== named.length) return '同一来源的同一期只能使用一次。'
  const isEnough = sources.length >= 3 || sources.some(({ source }) => source !== undefined && hexSources.has(source))
  return isEnough ? null : '开奖号码应不少于三期，或者使用一个随机信标：一期号码的可能太少，可以逐个试算。'
}

/** '2026年食品经营者双随机抽查' from the plan and its task. */
export function titleOf(plan: Pick<PlanView, 'year'>, task: Readonly<{ name: string }>, now: Instant): string {
  return `${plan.year}年${Number(dateInShanghai(now).slice(5, 7))}月${task.name}`
}
