import { randomBytes } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { refuse } from '../../kernel/refusal.ts'
import { RefusedError, answerOf } from './refusal-answer.ts'
import type { HttpApp } from './http-app.ts'
import { invalidRequestAnswer } from './validation-words.ts'

/** Told of every answer that says "you may not", after the answer is decided. */
export type RefusalListener = (request: FastifyRequest, refusal: { code: string; says: string }) => void

const KNOWN_FAULTS: Readonly<Record<number, { code: string; says: string; do: string }>> = {
  400: { code: 'http.bad-request', says: '请求的格式不正确，服务器没有处理。', do: '请刷新页面后重试。' },
  404: { code: 'http.not-found', says: '没有找到所要的内容。', do: '请核对地址，或返回首页重新查找。' },
  405: { code: 'http.bad-request', says: '该地址不支持这种操作。', do: '请刷新页面后重试。' },
  406: { code: 'http.bad-request', says: '提交的内容不是带文件的表单，服务器没有处理。', do: '请刷新页面后重试；由其他系统提交的，请使用 multipart/form-data 格式。' },
  413: { code: 'http.too-large', says: '提交的内容或文件超过允许的大小。', do: '请压缩或分次提交。' },
  415: { code: 'http.bad-request', says: '不支持这种格式的内容。', do: '请刷新页面后重试。' },
  429: { code: 'http.too-many-requests', says: '操作过于频繁，已暂停接收。', do: '请稍候再试。' },
  503: { code: 'http.unavailable', says: '服务暂时不可用。', do: '请稍候再试。' },
}

/** Refusals, invalid input and faults become JSON answers in Chinese; a bug gets an incident number and a log line. */
export function answerErrors(app: HttpApp, onRefused: RefusalListener): void {
  app.addHook('preSerialization', (request, reply, payload, done) => {
    const answer = answerOf(payload)
    if (answer === null) return done(null, payload)
    reply.code(answer.status)
    if (answer.refusal !== null) onRefused(request, answer.refusal)
    reply.serializer(JSON.stringify)
    return done(null, answer.body)
  })
  app.setErrorHandler<FastifyError>((error, request, reply) => answerError(error, request, reply))
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(KNOWN_FAULTS[404]))
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // A download that fails before its first byte has already named another type.
  reply.removeHeader('content-disposition').type('application/json; charset=utf-8')
  if (error instanceof RefusedError) return reply.send(error.refusal)
  if (hasZodFastifySchemaValidationErrors(error)) {
    const schema: unknown = Object.entries(request.routeOptions.schema ?? {}).find(([part]) => part === error.validationContext)?.[1]
    return reply.code(400).send(invalidRequestAnswer(error.validation, schema))
  }
  const status = isBrokenForm(error) ? 400 : error.statusCode ?? 500
  const known = KNOWN_FAULTS[status]
  if (known !== undefined) return reply.code(status).send(known)
  return answerBug(error, request, reply)
}

/** What the reader of multipart forms says of a body that is none, or breaks off; it names no status. */
const BROKEN_FORMS: ReadonlySet<string> = new Set(['Unexpected end of multipart data', 'Part terminated early due to unexpected end of multipart data', 'Multipart: Boundary not found', 'Premature close', 'aborted'])

function isBrokenForm({ message, statusCode }: FastifyError): boolean {
  return statusCode === undefined && BROKEN_FORMS.has(message)
}

function answerBug(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const incident = randomBytes(4).toString('hex')
  request.log.error({ incident, method: request.method, route: request.routeOptions.url, err: error }, 'request failed')
  return reply.code(500).send({
    code: 'http.bug',
    says: `系统出现故障，您的操作没有完成（故障编号 ${incident}）。`,
    do: `请稍后重试；仍不成功的，请把故障编号 ${incident} 告诉系统管理员。`,
  })
}

/** The refusal for too many requests, with the seconds to wait. */
export function tooManyRequests(seconds: number): RefusedError {
  const wait = seconds >= 120 ? `${Math.ceil(seconds / 60)}分钟` : `${seconds}秒`
  return new RefusedError(refuse({ code: 'http.too-many-requests', says: '操作过于频繁，已暂停接收。', do: `请在${wait}后再试。` }))
}
