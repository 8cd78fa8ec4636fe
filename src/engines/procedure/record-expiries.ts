import { createHash } from 'node:crypto'
import { machineIn } from './doer.ts'
import type { ProcedureServices } from './services.ts'
import { takeStep } from './take-step.ts'

type Expired = { readonly matter_id: string; readonly procedure: string; readonly kind: string; readonly occurrence: number }

const MOST = 500

/** Records what the law itself lets end: for every clock that has run out and declares it, the machine's step. Answers how many were recorded. */
export async function recordExpiries(services: ProcedureServices, district: string): Promise<number> {
  const declared = [...services.procedures.values()].flatMap((procedure) => Object.entries(procedure.clocks)
    .flatMap(([kind, { expiresInto }]) => (expiresInto === undefined ? [] : [{ procedure: procedure.id, kind, step: expiresInto }])))
  if (declared.length === 0) return 0
  const { rows } = await services.pools.owner.query<Expired>(
    `SELECT c.matter_id, m.procedure, c.kind, c.occurrence FROM matter_clock c JOIN matter m ON m.district_code = c.district_code AND m.id = c.matter_id
     WHERE c.district_code = $1 AND c.stopped_at IS NULL AND c.due_at <= $2 AND (m.procedure, c.kind) IN (SELECT * FROM unnest($3::text[], $4::text[])) ORDER BY c.due_at, c.matter_id LIMIT ${MOST}`,
    [district, services.clock.now(), declared.map(({ procedure }) => procedure), declared.map(({ kind }) => kind)],
  )
  let recorded = 0
  for (const expired of rows) {
    const step = declared.find(({ procedure, kind }) => procedure === expired.procedure && kind === expired.kind)?.step ?? ''
    const answer = await takeStep(services, machineIn(district), { matterId: expired.matter_id, stepId: stepIdOf(expired), expectedVersion: null, step, input: {} })
    if (answer.kind === 'done' && !answer.isRepeat) recorded += 1
  }
  return recorded
}

/** One id for one expiry: two processes that see it at once record it once. */
function stepIdOf({ matter_id: matter, kind, occurrence }: Expired): string {
  const hex = createHash('sm3').update(`expiry|${matter}|${kind}|${occurrence}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
