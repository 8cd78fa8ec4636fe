import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'

/** The server that route modules mount into: schemas are Zod, a returned refusal becomes its answer. */
export type HttpApp = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

/** At most `max` requests of one address in `timeWindow` milliseconds. */
export type RateLimit = { readonly max: number; readonly timeWindow: number }
