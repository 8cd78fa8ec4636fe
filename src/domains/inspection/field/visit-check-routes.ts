import { z } from 'zod'
import { cite } from '../../../kernel/citation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { ProcedureServices } from '../../../engines/procedure/services.ts'
import type { HttpApp } from '../../../platform/http/http-app.ts'
import { inScope } from '../../../platform/postgres/scope.ts'
import type { InstanceSecret } from '../../../platform/secret.ts'
import type { CheckedVisit } from '../contract.ts'
import { isEntryCode, readEntryCode } from './entry-code.ts'

/** Nobody at a door asks more often; who guesses gets nowhere. */
const CHECK_LIMIT = { max: 20, timeWindow: 60_000 }

const PARAMS = z.object({ code: z.string().trim().max(100) })
const NO_SUCH = refuse({
  code: 'portal.visit.not-found', says: '没有这一入企码，或者这次检查已经办结。', cite: cite('penalty-law', '第五十五条'),
  do: '请核对检查人员出示的入企码和执法证件；不出示执法证件的，可以拒绝检查。仍查不到的，请向本局核实。',
})

/** What an enterprise may ask about the inspection at its door. It runs as the portal's database role and shows nothing else of the matter. */
export function registerVisitCheckRoutes(app: HttpApp, services: Pick<ProcedureServices, 'pools' | 'bureauName'> & Readonly<{ secret: InstanceSecret; servedDistrict: () => Readonly<{ code: string }> }>): void {
  app.get('/api/portal/visit-checks/:code', { schema: { tags: ['portal'], params: PARAMS }, config: { rateLimit: CHECK_LIMIT } }, async (request, reply) => {
    const code = readEntryCode(request.params.code)
    const district = services.servedDistrict().code
    if (code === null || !isEntryCode(services.secret, { district, number: code.number }, code.letters)) return reply.send(NO_SUCH)
    const rows = await inScope(services.pools.portal, { district, entryCode: code.number, isReadOnly: true }, (tx) =>
      tx.queries.selectFrom('checked_visit').select(['number', 'subject_name', 'draw_number', 'plan_task', 'planned_from', 'planned_until', 'office_name', 'certificate_no', 'certificate_until']).orderBy('certificate_no').execute())
    const [visit] = rows
    if (visit === undefined) return reply.send(NO_SUCH)
    const found: CheckedVisit = {
      number: visit.number ?? '', subjectName: visit.subject_name, drawNumber: visit.draw_number, planTask: visit.plan_task, plannedFrom: visit.planned_from, plannedUntil: visit.planned_until, officeName: visit.office_name ?? '',
      bureauName: services.bureauName(), certificates: rows.flatMap(({ certificate_no: no, certificate_until: validUntil }) => (no === null ? [] : [{ no, validUntil }])),
    }
    return reply.send(found)
  })
}
