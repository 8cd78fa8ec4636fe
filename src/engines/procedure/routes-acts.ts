import { z } from 'zod'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { stepResult } from './answers.ts'
import { doerOf } from './doer.ts'
import { orderAct } from './order-act.ts'
import type { ProcedureServices } from './services.ts'
import { takeStep } from './take-step.ts'
import type { StepAnswer } from './take-step.ts'

const words = (label: string, max = 2000) => z.string().trim().min(1, `请填写${label}`).max(max, `${label}不能超过${max}个字`).describe(label)
const ORDER = { stepId: z.uuid(), expectedVersion: z.int() }
const STEP = z.string().min(1).max(60)
const ACTS = z.discriminatedUnion('act', [
  z.object({ ...ORDER, act: z.literal('note'), text: words('记录内容') }),
  z.object({ ...ORDER, act: z.literal('assign'), to: z.uuid() }),
  z.object({ ...ORDER, act: z.literal('hand-over'), officeId: words('科（所）', 60), reason: words('移交理由', 500) }),
  z.object({ ...ORDER, act: z.literal('chase'), text: words('督办内容', 500) }),
  z.object({ ...ORDER, act: z.literal('correct'), field: words('事项', 60), value: z.unknown(), reason: words('更正理由', 500) }),
  z.object({ ...ORDER, act: z.literal('link'), otherNumber: words('办件编号', 60), kind: z.enum(['duplicate', 'related']), reason: words('关联理由', 500) }),
  z.object({ ...ORDER, act: z.literal('recuse'), accountId: z.uuid(), reason: words('回避理由', 500) }),
  z.object({ ...ORDER, act: z.literal('identify-subject'), entityId: z.uuid(), reason: words('理由', 500) }),
  z.object({ ...ORDER, act: z.literal('withdraw-document'), documentId: z.uuid(), reason: words('撤回理由', 500) }),
  z.object({ ...ORDER, act: z.literal('propose'), step: STEP, input: z.record(z.string(), z.unknown()), comment: words('拟办说明', 1000).optional() }),
  z.object({ ...ORDER, act: z.literal('approve-proposal'), step: STEP, revision: z.int().min(1), comment: words('审批意见', 1000).optional() }),
  z.object({ ...ORDER, act: z.literal('return-proposal'), step: STEP, revision: z.int().min(1), comment: words('退回意见', 1000) }),
])
const BULK = z.object({
  ids: z.array(z.object({ id: z.uuid(), ...ORDER })).min(1).max(200),
  act: z.discriminatedUnion('act', [
    z.object({ act: z.literal('assign'), to: z.uuid() }), z.object({ act: z.literal('chase'), text: words('督办内容', 500) }),
    z.object({ act: z.literal('step'), procedure: STEP, step: STEP, input: z.record(z.string(), z.unknown()) }),
  ]),
})

/** Generic acts on any matter, one at a time or in bulk with a result per matter. */
export function registerActRoutes(app: HttpApp, services: ProcedureServices): void {
  app.post('/api/matters/:id/acts', { schema: { tags: ['matters'], params: z.object({ id: z.uuid() }), body: ACTS } }, async (request, reply) => {
    const doer = doerOf(request)
    return reply.send(await stepResult(services, doer, await orderAct(services, doer, request.params.id, request.body)))
  })
  app.post('/api/worklist/bulk', { schema: { tags: ['matters'], body: BULK } }, async (request) => {
    const doer = doerOf(request)
    const { act, ids } = request.body
    const results = []
    for (const { id, ...order } of ids) {
      const answer = act.act === 'step'
        ? await takeStep(services, doer, { ...order, matterId: id, ofProcedure: act.procedure, step: act.step, input: act.input }) : await orderAct(services, doer, id, { ...order, ...act })
      results.push({ id, ok: answer.kind === 'done', says: saysOf(answer) })
    }
    return { results }
  })
}

function saysOf(answer: StepAnswer): string | null {
  if (answer.kind === 'done') return null
  return answer.kind === 'refusal' ? `${answer.says}${answer.do}` : answer.fields.map((field) => field.says).join('；')
}
