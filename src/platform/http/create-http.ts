import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { answerErrors, tooManyRequests } from './error-answers.ts'
import type { RefusalListener } from './error-answers.ts'
import type { HttpApp, RateLimit } from './http-app.ts'
import { describeApi } from './open-api.ts'
import { invalidInputAnswer } from './refusal-answer.ts'
import { serveSurfaces } from './static-surfaces.ts'
import { DAY_OUT_OF_RANGE, UNSTORABLE_TEXT, YEARS_OF_FORMS, YEARS_OF_QUESTIONS, findDayOutOfRange, findUnstorableText } from './storable-text.ts'
import { speakChinese } from './validation-words.ts'

export type HttpOptions = {
  readonly logger: FastifyBaseLogger
  /** Folder of the built surfaces. */
  readonly webFolder: string
  /** Rejects when the database does not answer. */
  readonly checkHealth: () => Promise<void>
  readonly onRefused: RefusalListener
  readonly limits?: Partial<HttpLimits>
  /** Addresses of reverse proxies whose X-Forwarded-* headers count; they end TLS. */
  readonly trustedProxies?: readonly string[]
}

/** Per address of the caller; a bureau's officers may share one. */
export type HttpLimits = { readonly portalReads: RateLimit; readonly portalForms: RateLimit }

const HTTP_LIMITS: HttpLimits = {
  portalReads: { max: 240, timeWindow: 60_000 },
  portalForms: { max: 20, timeWindow: 600_000 },
}

const MAX_JSON_BYTES = 1_000_000
/** A whole request, uploads over a slow line included. */
const REQUEST_MS = 900_000
/** A connection on which nothing moves; the longest answer takes two minutes to make. */
const IDLE_MS = 180_000
/** The upper bound for any upload; routes for the public set a lower one. */
const MAX_FILE_BYTES = 200_000_000

const CONTENT_POLICY = {
  defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'], connectSrc: ["'self'"], workerSrc: ["'self'"], frameSrc: ["'self'", 'blob:'], objectSrc: ["'none'"],
  baseUri: ["'self'"], formAction: ["'self'"], frameAncestors: ["'self'"],
}

/** The server without business routes: security headers, limits, errors in Chinese, health, surfaces, OpenAPI. */
export async function createHttp(options: HttpOptions): Promise<HttpApp> {
  speakChinese()
  const app: HttpApp = fastify({
    loggerInstance: options.logger,
    bodyLimit: MAX_JSON_BYTES,
    requestTimeout: REQUEST_MS,
    connectionTimeout: IDLE_MS,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies === undefined ? false : [...options.trustedProxies],
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app, options.onRefused)
  refuseWhatCannotBeKept(app)
  closeUnreadUploads(app)
  keepNoAnswer(app)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: 20, fields: 50, fieldSize: MAX_JSON_BYTES } })
  limitPublicRoutes(app, { ...HTTP_LIMITS, ...options.limits })
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) => tooManyRequests(Math.max(1, Math.ceil(ttl / 1000))),
  })
  await describeApi(app)
  app.get('/healthz', { schema: { hide: true } }, async (_request, reply) => {
    const ok = await options.checkHealth().then(() => true, () => false)
    return reply.code(ok ? 200 : 503).send({ ok })
  })
  await serveSurfaces(app, options.webFolder)
  return app
}

/** An upload answered before its end is not read on: its connection would stay open for ever and hold up the stop of the server. */
function closeUnreadUploads(app: HttpApp): void {
  app.addHook('onSend', async (request, reply) => {
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    if (hasBody && !request.raw.complete) reply.header('connection', 'close')
  })
}

/** Answers about people and cases, and the key of a phone, stay in no store of a browser or proxy; a route that may be kept says so. */
function keepNoAnswer(app: HttpApp): void {
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}

/** Text the database cannot hold and dates nobody can reckon with are named before any route sees them. */
function refuseWhatCannotBeKept(app: HttpApp): void {
  app.addHook('preValidation', async (request, reply) => {
    const path = findUnstorableText(request.params) ?? findUnstorableText(request.query) ?? findUnstorableText(request.body)
    const day = path === null ? findDayOutOfRange(request.query, YEARS_OF_QUESTIONS) ?? findDayOutOfRange(request.body, YEARS_OF_FORMS) : null
    const at = path ?? day
    if (at === null) return
    const field = at.join('.')
    await reply.code(400).send(invalidInputAnswer([{ field, label: field === '' ? '提交的内容' : `“${field}”`, says: path === null ? DAY_OUT_OF_RANGE : UNSTORABLE_TEXT }]))
  })
}

/** Every route of the portal is limited by default, so that a new one cannot be forgotten. */
function limitPublicRoutes(app: HttpApp, limits: HttpLimits): void {
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/portal/') || route.config?.rateLimit !== undefined) return
    const isRead = route.method === 'GET' || route.method === 'HEAD'
    route.config = { ...route.config, rateLimit: isRead ? limits.portalReads : limits.portalForms }
  })
}
