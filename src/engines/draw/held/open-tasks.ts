import { refuse } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { inScope } from '../../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import { scopeSettings } from '../../../platform/session/rights.ts'
import type { SignedIn } from '../../../platform/session/signed-in.ts'
import type { TasksOpened } from '../contract.ts'
import { findStoredDraw } from './draw-store.ts'
import type { StoredDraw } from './draw-store.ts'
import { NO_DRAW } from './record-value.ts'
import type { DrawPerson, DrawServices, TaskOrder } from './services.ts'

type Selection = Readonly<{ id: string; objectId: string; entityId: string }>

/**
 * Opens one task for each entity that is drawn and has none, each in a transaction of its own: what one entity's task
 * is refused for leaves the others opened, and a repeat opens only what is missing.
 */
export async function openTasks(services: DrawServices, { id, person }: Readonly<{ id: string; person: SignedIn }>): Promise<Omit<TasksOpened, 'view'> | Refusal> {
  const { pools: { desk } } = services
  const scope = { ...scopeSettings(person), offices: '*', towns: '*' } as const
  const read = await inScope(desk, scope, async (tx) => {
    const stored = await findStoredDraw(tx, person.district, id)
    return stored === null ? null : { stored, rows: await standingSelections(tx, person.district, id) }
  })
  if (read === null) return NO_DRAW
  const { stored, rows } = read
  if (stored.state !== 'drawn') return refuse({ code: 'draw.not-held', says: '该次抽取没有可以派发的结果。', do: '请先完成抽取；已作废的，请另行公告。' })
  const teams = new Map(stored.rounds.at(-1)?.assignment?.teams.map(({ task, inspectors }) => [task, inspectors]))
  const faults: { objectId: string; name: string; says: string }[] = []
  let opened = 0
  let already = 0
  for (const row of rows) {
    const answer = await inScope(desk, scope, (tx) => openOne(tx, services, { stored, row, team: teams.get(row.objectId) ?? [], person }))
    if (answer === 'opened') opened += 1
    else if (answer === 'already') already += 1
    else faults.push({ objectId: row.objectId, name: answer.name, says: answer.fault })
  }
  return { opened, already, faults }
}

async function standingSelections({ queries }: ScopedTransaction, district: string, drawId: string): Promise<readonly Selection[]> {
  const rows = await queries.selectFrom('draw_selection').select(['id', 'object_id', 'entity_id']).where('district_code', '=', district).where('draw_id', '=', drawId)
    .where('withdrawn_round', 'is', null).orderBy('object_id').execute()
  return rows.map((row) => ({ id: row.id, objectId: row.object_id, entityId: row.entity_id }))
}

type One = Readonly<{ stored: StoredDraw; row: Selection; team: readonly (string | null)[]; person: SignedIn }>

async function openOne(tx: ScopedTransaction, services: DrawServices, { stored, row, team, person }: One): Promise<'opened' | 'already' | Readonly<{ name: string; fault: string }>> {
  const { district } = person
  // The lock makes two who open at the same time take turns; the second finds the task there.
  const { matter_id: matterId } = await tx.queries.selectFrom('draw_selection').select('matter_id').where('district_code', '=', district).where('id', '=', row.id).forUpdate().executeTakeFirstOrThrow()
  if (matterId !== null) return 'already'
  const people = team.flatMap((inspector): readonly DrawPerson[] => {
    const known = inspector === null ? undefined : stored.purpose.people[inspector]
    return known === undefined ? [] : [known]
  })
  const order: TaskOrder = {
    district, drawId: stored.id, drawNumber: stored.number, entityId: row.entityId, objectId: row.objectId, officeId: people.find(({ officeId }) => officeId !== null)?.officeId ?? stored.officeId,
    items: stored.purpose.items, team: people, visitsFrom: stored.purpose.visitsFrom, visitsTo: stored.purpose.visitsTo, opening: stored.purpose.opening, synthetic: stored.synthetic,
  }
  const answer = people.length < team.length || people.length === 0 ? { fault: '该对象的检查人员没有派足，请先换人或者调整名录后另行抽取。' } : await services.openTask(tx, order, person)
  if ('fault' in answer) return { name: row.objectId, fault: answer.fault }
  await tx.queries.updateTable('draw_selection').set({ matter_id: answer.matterId }).where('district_code', '=', district).where('id', '=', row.id).execute()
  return 'opened'
}
