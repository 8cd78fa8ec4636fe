import { createHash } from 'node:crypto'
import { refuse } from '../../kernel/refusal.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { JsonValue } from '../../kernel/canonical-json.ts'
import { lockOrder } from '../../engines/procedure/lock-order.ts'
import { doerOf } from '../../engines/procedure/doer.ts'
import { procedureOf } from '../../engines/procedure/services.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import type { z } from 'zod'
import type { ConsumerServices } from './consumer-services.ts'
import type { IntakeResult, RoutePreview } from './contract.ts'
import { findDuplicates, partsOf, placeIntake, routeOf, takeIn } from './intake.ts'
import type { Intake } from './intake.ts'
import { receiptOf } from './receive-submission.ts'
import { INTAKE, faultsOf } from './submission-schema.ts'
import { startTracking } from './tracking.ts'

/** One intake for every channel (一口受理): preview of the route, then the matters, with a receipt the person can follow. */
export function registerIntakeRoutes(app: HttpApp, services: ConsumerServices): void {
  const tags = ['intake']

  app.post('/api/intake/route-preview', { schema: { tags, body: INTAKE } }, async (request): Promise<RoutePreview> => {
    requireRight(request, 'intake')
    const { scope } = doerOf(request)
    const intake = intakeOf(services, request.body)
    return inScope(services.pools.desk, { ...scope, isReadOnly: true }, async (tx) => {
      const place = await placeIntake(tx, services, intake)
      const [part = 'complaint'] = partsOf(intake.kind)
      return { ...routeOf(part, intake, place), townName: place.townName, duplicates: await findDuplicates(tx, intake, place) }
    })
  })

  app.post('/api/intake', { schema: { tags, body: INTAKE } }, async (request, reply) => {
    requireRight(request, 'intake')
    const { actor, scope } = doerOf(request)
    const { stepId, submission } = request.body
    if (Date.parse(request.body.receivedAt) > Date.parse(services.clock.now())) {
      return reply.send({ kind: 'invalid-input', fields: [{ field: 'receivedAt', label: '收到时间', says: '收到时间不能晚于现在。' }] })
    }
    const faults = submission.kind === 'work-order' ? [] : faultsOf(submission)
    if (faults.length > 0) return reply.send({ kind: 'invalid-input', fields: faults })
    const requestHash = createHash('sm3').update(canonicalJson(JSON.parse(JSON.stringify(request.body)) as JsonValue)).digest('hex')
    return reply.send(await inScope(services.pools.desk, scope, async (tx) => {
      await lockOrder(tx, scope.district, stepId)
      const known = await tx.queries.selectFrom('step_receipt').select(['request_hash', 'result']).where('district_code', '=', scope.district).where('step_id', '=', stepId).executeTakeFirst()
      if (known !== undefined && known.request_hash !== requestHash) return refuse({ code: 'procedure.step-id-reused', says: '同一登记编号已用于另一内容，未重复登记。', do: '请刷新页面后重新登记。' })
      if (known !== undefined) return JSON.parse(known.result) as IntakeResult
      const outcome = await takeIn(tx, services, actor, intakeOf(services, request.body), services.servedDistrict().synthetic)
      if (outcome.kind !== 'taken') return outcome
      const receipt = receiptOf(services, stepId)
      for (const { decided } of outcome.matters) {
        await startTracking(tx, services, receipt, { procedure: procedureOf(services, decided.matter.procedure), matter: decided.matter, events: decided.events })
      }
      const result: IntakeResult = {
        receiptNo: receipt.receiptNo, code: receipt.code,
        matters: outcome.matters.map(({ decided: { matter }, routing }) => ({ id: matter.id, number: matter.number, procedureName: procedureOf(services, matter.procedure).name, officeName: routing.officeName, routedBy: routing.why })),
      }
      const [first] = outcome.matters
      if (first !== undefined) {
        await tx.queries.insertInto('step_receipt').values({
          district_code: scope.district, step_id: stepId, matter_id: first.decided.matter.id, request_hash: requestHash, result: JSON.stringify(result), at: services.clock.now(),
        }).execute()
      }
      return result
    }))
  })
}

function intakeOf(services: ConsumerServices, body: z.infer<typeof INTAKE>): Intake {
  const { kind, ...submission } = body.submission
  const defined = JSON.parse(JSON.stringify(submission)) as Intake['submission']
  return {
    district: services.servedDistrict().code, kind, channel: body.channel, receivedAt: new Date(body.receivedAt).toISOString(), outsideNo: body.outsideNo, orderType: body.orderType, submission: defined,
    office: body.officeId === undefined || body.officeId === '' ? undefined : { id: body.officeId, reason: body.officeReason ?? '受理人员指定' },
  }
}
