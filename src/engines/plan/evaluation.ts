import { formatDate, yearOf } from '../../kernel/calendar-date.ts'
import type { IndicatorBoard, IndicatorStatus, IndicatorTile } from '../indicator/contract.ts'
import { numberText } from '../indicator/number-text.ts'
import type { EvaluationDraft, EvaluationFigure, EvaluationTask, PlanView, TaskRow } from './contract.ts'
import type { StoredEvaluation } from './evaluation-store.ts'
import type { Plan } from './plan.ts'

type Sources = Readonly<{ plan: Plan; view: PlanView; board: IndicatorBoard; stored: StoredEvaluation | null; mayEdit: boolean }>

/** What stands where there is no number. */
export const NO_VALUE = '—'

const GAPS: readonly IndicatorStatus[] = ['not-achieved', 'open-gap', 'needs-acceleration', 'limited', 'deteriorating']

/** The evaluation of a date: the dashboard's figures, the plan's tasks, and the texts people kept for that date. */
export function evaluationDraft({ plan, view, board, stored, mayEdit }: Sources): EvaluationDraft {
  const tiles = [...board.tiles, ...board.textTargets]
  const rows = view.groups.flatMap(({ tasks }) => tasks)
  const gaps = tiles.filter(({ judgement }) => GAPS.includes(judgement.status))
    .map((tile) => ({ id: tile.id, name: nameOf(tile), gap: gapText(tile), cause: stored?.causes[tile.id] ?? '', link: linkOf(tile) }))
  const late = rows.filter(({ light }) => light === 'overdue')
  const unknown = tiles.filter(({ figure }) => figure.value === null).map((tile) => ({ id: tile.id, name: nameOf(tile), awaits: awaitsOf(tile) }))
  return {
    asOf: view.asOf, title: stored?.title ?? titleOf(plan, view.asOf), summary: stored?.summary ?? summaryOf(plan, view, board),
    isEdited: stored !== null, version: stored?.version ?? 0, mayEdit, updatedAt: stored?.updatedAt ?? null, updatedBy: stored?.updatedBy ?? null,
    indicators: board.tiles.map(figureOf), textTargets: board.textTargets.map(figureOf),
    tasks: rows.length, lights: view.lights, tasksDone: view.lights.done, tasksFinished: rows.filter(({ light }) => light === 'done').map(taskOf), tasksLate: late.map(taskOf),
    gaps, unknown, proposals: stored?.proposals ?? proposalsOf(gaps, late, unknown.length),
  }
}

function titleOf(plan: Plan, asOf: string): string {
  const ordered = plan.evaluations.find(({ year }) => year === yearOf(asOf))
  return `${plan.title}${ordered?.name ?? '实施情况评估报告'}`
}

/** The plan's numbered indicators by their number; the targets of its text by name only. */
const nameOf = ({ id, number, name }: IndicatorTile): string => (id.startsWith('t') ? name : `${name}（指标${number}）`)
const linkOf = ({ id, figure }: IndicatorTile): string => `/desk/indicators/${id}?asOf=${figure.asOf}&year=${yearOf(figure.period.until)}`
const withUnit = (value: number, unit: string): string => `${numberText(value)}${unit}`

/** Two decimals are enough for print (four below one), unless they would make a missed target look met. */
function printed(value: number, target: number | null): number {
  const short = Number(value.toFixed(Math.abs(value) < 1 ? 4 : 2))
  return value !== target && short === target ? value : short
}

function figureOf(tile: IndicatorTile): EvaluationFigure {
  const { id, number, name, attributeName, unit, figure, target, judgement } = tile
  return {
    id, number, name, attributeName, value: figure.value === null ? NO_VALUE : withUnit(printed(figure.value, target?.value ?? null), unit), target: target === null ? NO_VALUE : withUnit(target.value, unit),
    status: judgement.status, statusName: judgement.statusName, asOf: figure.asOf, periodLabel: figure.period.label, basis: basisOf(tile), link: linkOf(tile),
  }
}

function basisOf({ figure: { provenance } }: IndicatorTile): string {
  switch (provenance.kind) {
    case 'computed': return '办件计算'
    case 'reported': return `${provenance.source}（${provenance.reportedOn}）`
    case 'none': return '暂无来源'
  }
}

function awaitsOf({ figure: { provenance } }: IndicatorTile): string {
  return provenance.kind === 'none' ? provenance.awaits : '本期没有可计算的办件'
}

/** The difference is that of the printed numbers, so that a reader can check it. */
function gapText({ unit, figure: { value, numerator, denominator, provenance }, target, judgement }: IndicatorTile): string {
  if (value === null || target === null) return judgement.statusName
  const shown = printed(value, target.value)
  const points = unit === '%' ? '个百分点' : unit
  const open = unit === '%' && provenance.kind === 'computed' && numerator !== null && denominator !== null ? `，未达标${numberText(denominator - numerator)}件（共${numberText(denominator)}件）` : ''
  return `目标${withUnit(target.value, unit)}，完成${withUnit(shown, unit)}，相差${withUnit(Math.abs(target.value - shown), points)}${open}`
}

function taskOf({ id, title, officeName, endsOn, milestones, lightName, light, lastReportOn }: TaskRow): EvaluationTask {
  return { id, title, officeName, endsOn, dueOn: milestones.find(({ doneOn }) => doneOn === null)?.dueOn ?? endsOn, lightName, finishedOn: light === 'done' ? lastReportOn : null }
}

function summaryOf(plan: Plan, view: PlanView, board: IndicatorBoard): string {
  const { lights } = view
  const total = view.groups.reduce((sum, { tasks }) => sum + tasks.length, 0)
  return [
    `${plan.title}（${plan.number}）提出重要指标${board.tiles.length}项，规划正文另有量化目标${board.textTargets.length}项，部署重点任务${plan.groups.length}类${total}项。`,
    `截至${formatDate(view.asOf)}，${countsOf(board.tiles, '重要指标')}${countsOf(board.textTargets, '正文目标')}`,
    `重点任务${lightsText(lights)}。`,
  ].join('\n')
}

const counted = (counts: readonly (readonly [string, number])[]): string => counts.filter(([, count], index) => index === 0 || count > 0).map(([name, count]) => `${name}${count}项`).join('，')

/** How many tasks stand under each light; those with none are not mentioned, but the finished always are. */
export function lightsText(lights: EvaluationDraft['lights']): string {
  return counted([['已完成', lights.done], ['按期推进', lights['on-schedule']], ['30日内到期', lights['due-soon']], ['逾期或滞后', lights.overdue], ['未启动', lights['not-started']]])
}

function countsOf(tiles: readonly IndicatorTile[], what: string): string {
  const count = (...statuses: readonly IndicatorStatus[]): number => tiles.filter(({ judgement }) => statuses.includes(judgement.status)).length
  return `${what}${tiles.length}项中，${counted([['达标', count('achieved')], ['进度正常', count('on-track')], ['存在差距', count(...GAPS)], ['样本不足以判断', count('insufficient-sample')], ['暂无数据、不作评价', count('no-value')]])}。`
}

/** A first text drawn from the findings; people go on from there. */
function proposalsOf(gaps: EvaluationDraft['gaps'], late: readonly TaskRow[], unknown: number): string {
  const offices = [...Map.groupBy(late, ({ officeName }) => officeName)].toSorted(([, a], [, b]) => b.length - a.length)
  return [
    ...(gaps.length === 0 ? [] : [`对${gaps.map(({ name }) => `“${name}”`).join('、')}的差距逐件列出清单，明确责任人和办结时限，按月销号。`]),
    ...(late.length === 0 ? [] : [`对${late.length}项逾期或滞后任务提出整改时限：${offices.map(([office, tasks]) => `${office}${tasks.length}项`).join('、')}。`]),
    ...(unknown === 0 ? [] : [`对${unknown}项暂无数据的指标，尽快接入数据来源或报送有关部门发布的数值。`]),
    ...(gaps.length + late.length + unknown === 0 ? ['继续按时间表推进，保持各项指标达标。'] : []),
  ].join('\n')
}
