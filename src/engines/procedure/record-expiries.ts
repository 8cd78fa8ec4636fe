import { createHash } from 'node:crypto'
import { machineIn } from './doer.ts'
import type { ProcedureServices } from './services.ts'
import { takeStep } from './take-step.ts'

type Expired = { readonly matter_id: string; readonly procedure: string; readonly kind: string; readonly occurrence: number; readonly due_at: string; readonly id: string }

const AT_ONCE = 500
const FIRST = { due_at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }

/**
 * Records what the law itself lets end: for every clock that has run out and declares it, the machine's step. Answers how many were recorded.
 * One that fails holds up no other; the failures are thrown together at the end.
 */
export async function recordExpiries(services: ProcedureServices, district: string): Promise<number> {
  const declared = [...services.procedures.values()].flatMap((procedure) => Object.entries(procedure.clocks)
    .flatMap(([kind, { expiresInto }]) => (expiresInto === undefined ? [] : [{ procedure: procedure.id, kind, step: expiresInto }])))
  if (declared.length === 0) return 0
  const failed: Error[] = []
  let recorded = 0
  let after: Pick<Expired, 'due_at' | 'id'> | undefined = FIRST
  while (after !== undefined) {
    const { rows }: { rows: Expired[] } = await services.pools.owner.query<Expired>(
      `SELECT c.id, c.due_at, c.matter_id, m.procedure, c.kind, c.occurrence FROM matter_clock c JOIN matter m ON m.district_code = c.district_code AND m.id = c.matter_id
       WHERE c.district_code = $1 AND c.status = 'running' AND c.due_at <= $2 AND (c.due_at, c.id) > ($5::timestamptz, $6::uuid)
         AND (m.procedure, c.kind) IN (SELECT * FROM unnest($3::text[], $4::text[])) ORDER BY c.due_at, c.id LIMIT ${AT_ONCE}`,
      [district, services.clock.now(), declared.map(({ procedure }) => procedure), declared.map(({ kind }) => kind), after.due_at, after.id],
    )
    for (const expired of rows) {
      const step = declared.find(({ procedure, kind }) => procedure === expired.procedure && kind === expired.kind)?.step ?? ''
      const order = { matterId: expired.matter_id, stepId: stepIdOf(expired), expectedVersion: null, step, input: {} }
      const answer = await takeStep(services, machineIn(district), order).catch((cause: unknown) => new Error(`the expiry of ${expired.kind} in matter ${expired.matter_id} was not recorded`, { cause }))
      if (answer instanceof Error) failed.push(answer)
      else if (answer.kind === 'done' && !answer.isRepeat) recorded += 1
    }
    after = rows.length < AT_ONCE ? undefined : rows.at(-1)
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} expiries could not be recorded`)
  return recorded
}

/** One id for one expiry: two processes that see it at once record it once. */
function stepIdOf({ matter_id: matter, kind, occurrence }: Expired): string {
  const hex = createHash('sm3').update(`expiry|${matter}|${kind}|${occurrence}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
