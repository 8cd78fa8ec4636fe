import { z } from 'zod'
import { doerOf } from '../../engines/procedure/doer.ts'
import type { ProcedureServices } from '../../engines/procedure/services.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import { openInspection } from './open-inspection.ts'

const ORDER = z.object({ stepId: z.uuid(), entityId: z.uuid().describe('检查对象'), facts: z.record(z.string(), z.unknown()).describe('检查任务') })

/** Opening of inspections that no draw has opened. */
export function registerInspectionRoutes(app: HttpApp, services: ProcedureServices & Readonly<{ servedDistrict: () => Readonly<{ code: string; synthetic: boolean }> }>): void {
  app.post('/api/inspections', { schema: { tags: ['inspection'], body: ORDER } }, async (request, reply) => {
    requireRight(request, 'matters')
    const doer = doerOf(request)
    return reply.send(await inScope(services.pools.desk, doer.scope, (tx) => openInspection(tx, services, doer, request.body)))
  })
}
