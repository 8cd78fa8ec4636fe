import { z } from 'zod'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import type { MatterOpenings } from './contract.ts'
import { doerOf } from './doer.ts'
import { openByHand } from './open-by-hand.ts'
import type { HandServices } from './open-by-hand.ts'
import { holdsRoleAnywhere } from './role.ts'

/** Opening of matters by an officer's hand. */
export function registerOpeningRoutes(app: HttpApp, services: HandServices): void {
  const tags = ['matters']
  const opening = z.object({
    stepId: z.uuid(), procedure: z.string().refine((id) => services.handOpenings.has(id), '没有这种办件').describe('办件种类'), entityId: z.uuid().optional(), officeId: z.string().max(60).optional(),
    receivedAt: z.iso.datetime({ error: '收到时间应为时间', offset: true }).optional().describe('收到时间'), title: z.string().trim().min(2).max(200).optional().describe('标题'), facts: z.record(z.string(), z.unknown()),
  })

  app.post('/api/matters', { schema: { tags, body: opening } }, async (request, reply) => {
    requireRight(request, 'matters')
    const { actor, scope } = doerOf(request)
    const { entityId, officeId, title, receivedAt, ...rest } = request.body
    const asked = {
      ...rest, ...(receivedAt === undefined ? {} : { receivedAt: new Date(receivedAt).toISOString() }), ...(entityId === undefined ? {} : { entityId }), ...(officeId === undefined ? {} : { officeId }), ...(title === undefined ? {} : { title }),
    }
    return reply.send(await inScope(services.pools.desk, scope, (tx) => openByHand(tx, services, actor, asked)))
  })

  app.get('/api/openings', { schema: { tags } }, (request): MatterOpenings => {
    requireRight(request, 'matters')
    const { actor } = doerOf(request)
    return [...services.handOpenings.keys()].flatMap((id) => services.procedures.get(id) ?? []).filter(({ opening: { by } }) => holdsRoleAnywhere(actor, by))
      .map(({ id, name, opening: { name: openingName } }) => ({ id, name, openingName }))
  })
}
