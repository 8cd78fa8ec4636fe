import { dateInShanghai } from '../../../kernel/calendar-date.ts'
import type { Instant } from '../../../kernel/calendar-date.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { DrawDraft } from '../../../engines/draw/held/announce-draw.ts'
import type { DrawPlan } from '../../../engines/draw/announce.ts'
import { announcedSources, findPublicSource } from '../../../engines/draw/public-sources.ts'
import type { DrawPerson } from '../../../engines/draw/held/services.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { DrawOrder, InspectorRow, ItemRow, PlanTask } from './contract.ts'
import { classesInForce, classIdsOf } from './credit-classes.ts'
import { readFrame } from './frame.ts'
import type { FrameObject } from './frame.ts'
import { listInspectors } from './inspectors.ts'
import { itemsInForce } from './item-list.ts'
import { findObjectKind } from './object-kinds.ts'
import { objectionToClasses } from './plan-rule.ts'
import { findInspectionPlan, NO_PLAN } from './plan-store.ts'
import type { StoredPlan } from './plan-store.ts'
import { OWN_DEPARTMENT } from './services.ts'
import { statuteOf } from './statute.ts'
import { groupsOf, rowOf } from './strata.ts'

/** A draw as composed from its order: what the engine freezes, and what the desk shows of it. */
export type ComposedDraw = Readonly<{ draft: DrawDraft; plan: StoredPlan; task: PlanTask; items: readonly ItemRow[]; objects: readonly FrameObject[]; /** Numbers of draws announced and not held, whose results this frame cannot know. */ open: readonly string[] }>

type Ask = Readonly<{ district: string; order: DrawOrder; drawId: string; now: Instant }>

/** Composes a draw from a task of a published plan: frame, groups, inspectors, team rules. Nothing is written. */
export async function composeDraw(tx: ScopedTransaction, { district, order, drawId, now }: Ask): Promise<ComposedDraw | Refusal> {
  const plan = await findInspectionPlan(tx, district, order.planId)
  if (plan === null) return NO_PLAN
  const task = plan.tasks.find(({ id }) => id === order.taskId)
  const on = dateInShanghai(now)
  const objection = objectionTo(plan, task, { order, on })
  if (objection !== null || task === undefined) return objection ?? NO_PLAN
  const unruled = objectionToClasses(task, await classesInForce(tx, district, on))
  if (unruled !== null) return unruled
  const kind = findObjectKind(task.kind)
  if (kind === undefined) throw new Error(`no kind of object ${task.kind}`)
  const list = await itemsInForce(tx, district, now)
  const items = task.itemCodes.flatMap((code) => list.get(code) ?? [])
  const expertise = kind.expertise ?? items.find((item) => item.expertise !== null)?.expertise ?? null
  const objects = await readFrame(tx, { district, kind, on, towns: order.towns, drawId, randomGroup: task.random.group, itemCodes: task.itemCodes, classes: classIdsOf(task) })
  if (objects.length === 0) return refuse({ code: 'draw-order.no-objects', says: `“${kind.name}”中没有可以抽取的对象。`, do: '请先在检查对象名录库中导入或者核对该类对象。' })
  const { groups, exclusions } = groupsOf(task, { on, repeatBar: statuteOf(task.itemCodes, on).repeatBar })
  const inspectors = (await listInspectors(tx, district, now)).filter(({ isActive, department }) => isActive && [OWN_DEPARTMENT, ...task.jointDepartments].includes(department))
  const conflicts = conflictsByEntity(inspectors)
  const team = { ...order.team, slots: slotsOf(task, expertise) }
  const lists: Pick<DrawPlan, 'objects' | 'people'> = {
    objects: objects.map((object) => rowOf(object, { groups, drawId, expertise, conflicts: conflicts.get(object.entityId) ?? [] })),
    people: inspectors.map((row) => personOf(row, order)),
  }
  const draft: DrawDraft = {
    officeId: task.leadOfficeId,
    plan: { ...lists, title: order.title, item: task.itemCodes.join('+'), rulebookVersion: `1-${order.hash}`, strata: groups.map(({ stratum }) => stratum), exclusions, team, sources: announcedSources(order.sources) },
    purpose: {
      words: [
        { label: '年度抽查计划', value: `${plan.title}（第${plan.revision}版）`, link: `/inspection-plans/${plan.id}` }, { label: '计划任务', value: task.name, link: null },
        { label: '抽查事项', value: items.map(({ code, name }) => `${code} ${name}`).join('、'), link: null }, { label: '检查对象', value: kind.name, link: `/inspection-objects/${kind.id}` },
        ...(task.jointDepartments.length === 0 ? [] : [{ label: '联合部门', value: task.jointDepartments.join('、'), link: null }]),
      ],
      items: task.itemCodes, inside: Object.fromEntries(groups.map(({ id, inside }) => [id, inside])), people: Object.fromEntries(inspectors.map((row) => [row.certificateNo, drawPersonOf(row)])),
      visitsFrom: order.team.visitsFrom, visitsTo: order.team.visitsTo, opening: openingOf(plan, task, items),
    },
  }
  const open = await tx.queries.selectFrom('draw').select('number').where('district_code', '=', district).where('state', '=', 'announced').orderBy('announced_at').execute()
  return { draft, plan, task, items, objects, open: open.map(({ number }) => number) }
}

/** Facts of every task that the draw opens; the draw adds its own number, the team and the dates. */
function openingOf(plan: StoredPlan, task: PlanTask, items: readonly ItemRow[]) {
  return {
    planTask: `${plan.year}年度抽查计划 ${task.name}`, itemCodes: items.map(({ code, name }) => `${code} ${name}`).join('、'), checklistIds: [...new Set(items.flatMap(({ checklistIds }) => checklistIds))].join('、'),
    departments: task.jointDepartments.join('、'), itemLevel: task.level,
  }
}

function objectionTo(plan: StoredPlan, task: PlanTask | undefined, { order, on }: Readonly<{ order: DrawOrder; on: string }>): Refusal | null {
  if (task === undefined) return refuse({ code: 'draw-order.task-unknown', says: '计划中没有这个任务。', do: '请在计划中选择任务。' })
  if (plan.state !== 'published') return refuse({ code: 'draw-order.plan-not-published', says: `${plan.title}尚未公布，不能据以抽取。`, do: '请先将计划报备案并公布。' })
  if (Number(on.slice(0, 4)) !== plan.year) return refuse({ code: 'draw-order.other-year', says: `${plan.title}不是本年度的计划。`, do: '请选择本年度的计划。' })
  if (order.team.visitsTo < order.team.visitsFrom || order.team.visitsFrom < on) return refuse({ code: 'draw-order.visit-dates', says: '检查期间的起止应当依次，并且不早于今天。', do: '请更正检查期间。' })
  const unknown = order.sources.find(({ source }) => findPublicSource(source) === undefined)
  return unknown === undefined ? null : refuse({ code: 'draw-order.source-unknown', says: `没有公共随机数来源“${unknown.source}”。`, do: '请在来源列表中选择。' })
}

/** Two officers of the bureau, the first with the expertise where the kind asks for one; then one of each department that joins. */
function slotsOf({ jointDepartments }: PlanTask, expertise: string | null): NonNullable<DrawPlan['team']>['slots'] {
  return [{ needsExpertise: expertise !== null, department: OWN_DEPARTMENT }, { needsExpertise: false, department: OWN_DEPARTMENT }, ...jointDepartments.map((department) => ({ needsExpertise: false, department }))]
}

function personOf(row: InspectorRow, { team: { visitsFrom, visitsTo } }: DrawOrder): DrawPlan['people'][number] {
  const isAway = row.leave.some(({ from, until, endedAt }) => endedAt === null && from <= visitsTo && until >= visitsFrom)
  return { id: row.certificateNo, town: row.townCode, department: row.department, expertise: row.expertise, certifiedFrom: row.certifiedFrom, certifiedTo: row.certifiedUntil, isAvailable: !isAway }
}

function drawPersonOf({ id, accountId, name, department, officeId, officeName }: InspectorRow): DrawPerson {
  return { profileId: id, accountId, name, department, officeId, officeName }
}

function conflictsByEntity(inspectors: readonly InspectorRow[]): ReadonlyMap<string, readonly string[]> {
  const byEntity = new Map<string, string[]>()
  for (const { certificateNo, conflicts } of inspectors) {
    for (const { entityId, endedAt } of conflicts) if (endedAt === null && byEntity.get(entityId)?.includes(certificateNo) !== true) byEntity.set(entityId, [...(byEntity.get(entityId) ?? []), certificateNo])
  }
  return byEntity
}
