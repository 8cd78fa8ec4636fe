import { dateInShanghai } from '../../../kernel/calendar-date.ts'
import type { Instant } from '../../../kernel/calendar-date.ts'
import type { DrawRow } from '../../../engines/draw/contract.ts'
import { readDraws } from '../../../engines/draw/held/read-draw.ts'
import { shareOf } from '../../../engines/draw/ratio.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { SignedIn } from '../../../platform/session/signed-in.ts'
import type { CreditClass, ItemRow, PlanRow, PlanState, PlanTask, PlanTaskRow, PlanView } from './contract.ts'
import { itemsInForce } from './item-list.ts'
import type { ObjectKind } from './object-kinds.ts'
import { findObjectKind, kindCondition } from './object-kinds.ts'
import { classesInForce, classIdsOf } from './credit-classes.ts'
import { planRevisions } from './plan-store.ts'
import type { StoredPlan } from './plan-store.ts'
import { statuteOf } from './statute.ts'

const STATE_NAMES = { drafted: '编制中', filed: '已备案，待公布', published: '已公布' } as const satisfies Readonly<Record<PlanState, string>>

export function planRow({ id, year, title, state, revision, tasks, filedAt, publishedAt }: StoredPlan): PlanRow {
  return { id, year, title, state, stateName: STATE_NAMES[state], revision, tasks: tasks.length, filedAt, publishedAt }
}

/** A plan with its tasks counted against the base of today, its draws and its revisions. */
export async function readPlanView(tx: ScopedTransaction, plan: StoredPlan, { person, now }: Readonly<{ person: SignedIn; now: Instant }>): Promise<PlanView> {
  const { district } = person
  const items = await itemsInForce(tx, district, now)
  const offices = new Map((await tx.queries.selectFrom('office').select(['id', 'name']).where('district_code', '=', district).execute()).map(({ id, name }) => [id, name]))
  const draws = new Map((await readDraws(tx, { district, year: plan.year, now })).map((draw) => [draw.id, draw]))
  const ordered = await tx.queries.selectFrom('draw_order').select(['task_id', 'draw_id']).where('district_code', '=', district).where('plan_id', '=', plan.id).where('draw_id', 'is not', null).execute()
  const taskRows: PlanTaskRow[] = []
  for (const task of plan.tasks) {
    const drawn = ordered.filter(({ task_id: id }) => id === task.id).flatMap(({ draw_id: id }) => (id === null ? [] : (draws.get(id) ?? [])))
    taskRows.push(await taskRow(tx, task, { district, items, offices, now, drawn }))
  }
  const [isHead, isLeader] = ['section-head', 'bureau-leader'].map((role) => person.roles.some((held) => held.role === role))
  return {
    ...planRow(plan), version: plan.version, taskRows, classNames: Object.fromEntries((await classesInForce(tx, district, dateInShanghai(now))).map(({ id, name }) => [id, name])), revisions: await planRevisions(tx, district, plan.id), filedTo: plan.filedTo, filingNumber: plan.filingNumber,
    may: {
      edit: isLeader === true || (isHead === true && plan.state === 'drafted'), file: (isHead === true || isLeader === true) && plan.state === 'drafted' && plan.tasks.length > 0, publish: isLeader === true && plan.state === 'filed',
      prepareDraw: (isHead === true || isLeader === true) && plan.state === 'published',
    },
  }
}

type About = Readonly<{ district: string; items: ReadonlyMap<string, ItemRow>; offices: ReadonlyMap<string, string>; now: Instant; drawn: readonly DrawRow[] }>

async function taskRow(tx: ScopedTransaction, task: PlanTask, { district, items, offices, now, drawn }: About): Promise<PlanTaskRow> {
  const kind = findObjectKind(task.kind)
  const byClass = kind === undefined ? [] : await countByClass(tx, { district, kind, classes: classIdsOf(task), now })
  const { floor, repeatBar } = statuteOf(task.itemCodes, dateInShanghai(now))
  return {
    ...task, kindName: kind?.name ?? task.kind, itemNames: task.itemCodes.map((code) => items.get(code)?.name ?? code), leadOfficeName: offices.get(task.leadOfficeId) ?? task.leadOfficeId,
    floor: floor === null ? null : { share: floor.share, says: floor.says, basis: floor.basis }, repeatBar: repeatBar === null ? null : { months: repeatBar.months, says: repeatBar.says, basis: repeatBar.basis },
    objects: byClass.reduce((sum, { objects }) => sum + objects, 0), expected: expectedOf(task, byClass), draws: drawn.map(({ id, number, stageName, drawn: count }) => ({ id, number, stageName, drawn: count })),
  }
}

type ClassCount = Readonly<{ class: CreditClass; objects: number }>

async function countByClass({ client }: ScopedTransaction, { district, kind, classes, now }: Readonly<{ district: string; kind: ObjectKind; classes: readonly CreditClass[]; now: Instant }>): Promise<readonly ClassCount[]> {
  const { rows } = await client.query<{ class: CreditClass; objects: string }>(
    `SELECT CASE WHEN a.class = ANY ($3) THEN a.class ELSE 'U' END AS class, count(*) AS objects
     FROM entity e LEFT JOIN assessment a ON a.district_code = e.district_code AND a.model = 'credit-risk' AND a.entity_id = e.id AND a.is_current
     WHERE e.district_code = $1 AND ${kindCondition(kind, '$2')} GROUP BY 1`, [district, dateInShanghai(now), classes])
  return rows.map((row) => ({ class: row.class, objects: Number(row.objects) }))
}

/** About how many one draw takes, before windows against repeats; the random group counted in proportion. */
function expectedOf({ classes, random }: PlanTask, counts: readonly ClassCount[]): number {
  const all = counts.reduce((sum, { objects }) => sum + objects, 0)
  const drawnAtRandom = shareOf(shareOf(all, random.group), random.drawn)
  return drawnAtRandom + Object.entries(classes).reduce((sum, [id, { minimum, share }]) => {
    const objects = counts.find((each) => each.class === id)?.objects ?? 0
    const rest = objects - shareOf(objects, random.group)
    return sum + Math.min(rest, Math.max(minimum, shareOf(rest, share)))
  }, 0)
}
