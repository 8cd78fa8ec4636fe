import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { createHttp } from '../platform/http/create-http.ts'
import type { HttpLimits } from '../platform/http/create-http.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { isAboutRights } from '../platform/http/refusal-answer.ts'
import { audit, inTransaction } from '../platform/session/deps.ts'
import { guardApi } from '../platform/session/gate.ts'
import { findVisit } from '../platform/session/signed-in.ts'
import { mountRoutes } from './routes/mount.ts'
import type { Services } from './services.ts'

export type ServerOptions = {
  readonly webFolder?: string
  readonly limits?: Partial<HttpLimits>
  readonly trustedProxies?: readonly string[]
}

const WEB_FOLDER = join(import.meta.dirname, '../../dist/web')

/** The whole server over its services: gate, routes, surfaces. Not listening yet. */
export async function createServer(services: Services, options: ServerOptions = {}): Promise<HttpApp> {
  const app = await createHttp({
    logger: services.log,
    webFolder: options.webFolder ?? WEB_FOLDER,
    checkHealth: async () => void (await services.pools.owner.query('SELECT 1')),
    onRefused: (request, refusal) => recordRefusal(services, request, refusal),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.trustedProxies === undefined ? {} : { trustedProxies: options.trustedProxies }),
  })
  guardApi(app, services.session)
  mountRoutes(app, services)
  return app
}

/** Writes a refused attempt of a known person into the audit trail, in a transaction of its own. */
function recordRefusal(services: Services, request: FastifyRequest, refusal: { code: string; says: string }): void {
  const person = findVisit(request)?.person
  if (person === undefined || !isAboutRights(refusal.code)) return
  const detail = { code: refusal.code, says: refusal.says, method: request.method, path: request.url.split('?', 1)[0] ?? '' }
  const actor = { id: person.accountId, name: person.name, district: person.district }
  inTransaction(services.pools.owner, (client) => audit(client, services.session, { type: 'refused', actor, detail }))
    .catch((error: unknown) => services.log.error({ err: error }, 'audit of a refused attempt failed'))
}
