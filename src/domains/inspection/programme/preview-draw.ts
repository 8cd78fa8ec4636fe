import { formatDate, formatMoment, dateInShanghai } from '../../../kernel/calendar-date.ts'
import type { Instant } from '../../../kernel/calendar-date.ts'
import { countsOf, exclusionOf } from '../../../engines/draw/selection.ts'
import { shareOf } from '../../../engines/draw/ratio.ts'
import type { DrawPreview } from './contract.ts'
import type { ComposedDraw } from './prepare-draw.ts'
import { shareText } from './statute.ts'

/** What a draw would announce, counted as the engine counts it. */
export function previewOf({ draft, task, items, open }: ComposedDraw, now: Instant): DrawPreview {
  const { plan, purpose } = draft
  const frame = plan.objects.map((row) => ({ ...row, conflicts: '' }))
  const strata = plan.strata.map((stratum) => {
    const { id, name, ratio, minimum } = stratum
    return { id, name, inside: purpose.inside[id] ?? name, ...ratio, minimum, ...countsOf(plan, frame, stratum), drawn: 0 }
  })
  const size = strata.reduce((sum, stratum) => sum + stratum.size, 0)
  const available = plan.people.filter(({ isAvailable, certifiedFrom, certifiedTo }) => isAvailable && plan.team !== null && certifiedFrom <= plan.team.visitsFrom && certifiedTo >= plan.team.visitsTo)
  const places = size * (plan.team?.slots.length ?? 0)
  const capacity = available.length * (plan.team?.quota ?? 0)
  return {
    objects: frame.length, excluded: frame.filter((row) => exclusionOf(plan, row) !== null).length, size, strata, exclusions: plan.exclusions, inspectors: plan.people.length, available: available.length, places, capacity,
    items: items.map(({ code, name, checklistIds }) => ({ code, name, checklistIds })), sources: plan.sources, text: textOf({ draft, task, size, objects: frame.length, now }),
    warnings: warningsOf({ open, size, places, capacity, strata, frame: frame.length, random: shareOf(frame.length, task.random.group) }),
  }
}

function textOf({ draft: { plan }, task, size, objects, now }: Pick<ComposedDraw, 'draft' | 'task'> & Readonly<{ size: number; objects: number; now: Instant }>): string {
  const sources = plan.sources.map(({ name, issue, publishedFrom }) => `${name}第${issue}期（${formatMoment(publishedFrom)}起公布）`).join('、')
  const strata = plan.strata.map(({ name, minimum }) => (minimum === 0 ? name : `${name}，不少于${minimum}户`)).join('；')
  const visits = plan.team === null ? '' : `检查期间为${formatDate(plan.team.visitsFrom)}至${formatDate(plan.team.visitsTo)}，每户由${plan.team.slots.length}名检查人员检查，每人不超过${plan.team.quota}户${plan.team.bansSameTown ? '，检查人员回避本镇街' : ''}。`
  return `${plan.title}。${formatDate(dateInShanghai(now))}冻结对象名单${objects}户，抽取${size}户。分组：${strata}。纯随机组占全部对象的${shareText(task.random.group)}，不看任何分类。公共随机数取自${sources}，按公告的抽取规则计算，任何人可以依证明文件重新计算。${visits}`
}

type Counts = Readonly<{ open: readonly string[]; size: number; places: number; capacity: number; frame: number; random: number; strata: DrawPreview['strata'] }>

function warningsOf({ open, size, places, capacity, strata, frame, random }: Counts): readonly string[] {
  return [
    ...(open.length === 0 ? [] : [`${open.join('、')}已公告而尚未抽取：该次将抽中的对象现在还不知道，不能从本次名单中排除，同一对象可能两次都被抽中。建议先完成该次抽取。`]),
    ...(size === 0 ? ['按现有比例和不重复抽取的规定，没有对象会被抽中。'] : []),
    ...(places > capacity ? [`共需派员${places}人次，可派人员按上限只有${capacity}人次，将按公告次序放宽条件，仍可能派不足。`] : []),
    ...strata.filter(({ population, eligible, id }) => id !== 'R' && population > 0 && eligible === 0).map(({ name }) => `${name}的对象都在不重复抽取的期间内，不会抽取。`),
    ...(frame < 30 ? [`名单只有${frame}户，纯随机组约${random}户，份额只能近似。`] : []),
  ]
}
