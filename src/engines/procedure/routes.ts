import { z } from 'zod'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { readMatterView, stepResult } from './answers.ts'
import type { ProcedureView } from './contract.ts'
import type { AnyProcedure, AnyStep } from './definition.ts'
import { doerOf } from './doer.ts'
import { previewDocument } from './preview-documents.ts'
import { registerActRoutes } from './routes-acts.ts'
import { registerFileRoutes } from './routes-files.ts'
import { registerListRoutes } from './routes-lists.ts'
import { registerRecordRoutes } from './routes-record.ts'
import type { ProcedureServices } from './services.ts'
import { takeStep } from './take-step.ts'
import { openingFieldView } from './view-words.ts'

const MATTER_PLACE = z.object({ id: z.uuid() })

/** Every route about matters: lists, the matter page, one endpoint per declared step, generic acts, files. */
export function registerProcedureRoutes(app: HttpApp, services: ProcedureServices): void {
  registerListRoutes(app, services)
  registerActRoutes(app, services)
  registerFileRoutes(app, services)
  registerRecordRoutes(app, services)
  app.get('/api/procedures', { schema: { tags: ['matters'] } }, async () => [...services.procedures.values()].map(procedureView))
  app.get('/api/matters/:id', { schema: { tags: ['matters'], params: MATTER_PLACE } }, async (request, reply) => {
    const doer = doerOf(request)
    return reply.send(await readMatterView(services, doer, request.params.id))
  })
  for (const procedure of services.procedures.values()) {
    for (const [id, step] of Object.entries(procedure.steps)) registerStep(app, services, procedure, { id, step })
  }
}

function registerStep(app: HttpApp, services: ProcedureServices, procedure: AnyProcedure, { id, step }: Readonly<{ id: string; step: AnyStep }>): void {
  const input = inputSchema(procedure, step)
  const body = z.object({ stepId: z.uuid(), expectedVersion: z.int(), input, proposal: z.int().min(1).optional().describe('所依据的拟办稿') })
  app.post(`/api/procedures/${procedure.id}/matters/:id/steps/${id}`, {
    schema: { tags: [procedure.id], summary: `${procedure.name}：${step.name}`, params: MATTER_PLACE, body },
  }, async (request, reply) => {
    const doer = doerOf(request)
    const answer = await takeStep(services, doer, { ...request.body, matterId: request.params.id, step: id })
    return reply.send(await stepResult(services, doer, answer))
  })
  if ((step.documents ?? []).length === 0) return
  app.post(`/api/procedures/${procedure.id}/matters/:id/steps/${id}/preview`, {
    schema: { tags: [procedure.id], summary: `预览文书：${step.name}`, params: MATTER_PLACE, body: z.object({ template: z.string().max(100), input }) },
  }, async (request, reply) => {
    const page = await previewDocument(services, doerOf(request), { ...request.body, matterId: request.params.id, step: id })
    return page instanceof Uint8Array ? reply.type('application/pdf').send(Buffer.from(page)) : reply.send(page)
  })
}

/** Shapes for the OpenAPI document; the values themselves are judged by `decide`, which names every field at once. */
function inputSchema(procedure: AnyProcedure, step: AnyStep) {
  const keys = [...step.requires ?? [], ...step.optional ?? []]
  return z.object(Object.fromEntries(keys.map((key) => [key, z.unknown().optional().describe(procedure.facts[key]?.label ?? key)]))).catchall(z.unknown())
}

function procedureView(procedure: AnyProcedure): ProcedureView {
  const { requires, optional = [] } = procedure.opening
  return {
    id: procedure.id, name: procedure.name, states: procedure.states, outcomes: procedure.outcomes,
    openingFields: [...requires.map((key) => openingFieldView(procedure, key, true)), ...optional.map((key) => openingFieldView(procedure, key, false))].filter((field) => field !== null),
    parties: Object.entries(procedure.parties).map(([role, party]) => ({ role, ...party })),
  }
}
