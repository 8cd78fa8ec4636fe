import QRCode from 'qrcode'
import { z } from 'zod'
import { isRefusal } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { giveToken, takeTokenBack } from '../../platform/session/gate.ts'
import { beginSecondFactor, changePassword, confirmSecondFactor, signOut, signOutEverywhere } from '../../platform/session/own-account.ts'
import { findVisitByToken } from '../../platform/session/sessions.ts'
import { signIn } from '../../platform/session/sign-in.ts'
import { visitOf } from '../../platform/session/signed-in.ts'
import { readSessionView } from '../session-view.ts'
import type { Services } from '../services.ts'

const password = z.string().min(1).max(256).describe('密码')

const SIGN_IN = z.object({ login: z.string().min(1).max(64).describe('登录名'), password, code: z.string().max(16).optional().describe('动态码') })

/** One address may be a whole bureau behind one router; the lock-out guards the single account. */
const SIGN_IN_LIMIT = { max: 60, timeWindow: 60_000 }
const PROOF_LIMIT = { max: 20, timeWindow: 600_000 }

/** Sign-in and -out, the person's own password and second factor. */
export function registerSessionRoutes(app: HttpApp, services: Services): void {
  const deps = services.session

  app.get('/api/session', { schema: { tags: ['session'] } }, (request) => readSessionView(services, visitOf(request)))

  app.post('/api/session', { schema: { tags: ['session'], body: SIGN_IN }, config: { isPublic: true, rateLimit: SIGN_IN_LIMIT } }, async (request, reply) => {
    const answer = await signIn(deps, { ...request.body, address: request.ip, agent: request.headers['user-agent'] ?? '' })
    if (isRefusal(answer)) return reply.send(answer)
    const visit = await findVisitByToken(deps, answer.token)
    if (visit === undefined) throw new Error('a session just opened is not there')
    giveToken(request, reply, answer.token)
    return reply.send(await readSessionView(services, visit))
  })

  app.delete('/api/session', { schema: { tags: ['session'] } }, async (request, reply) => {
    await signOut(deps, visitOf(request))
    takeTokenBack(reply)
    return reply.code(204).send()
  })

  app.post('/api/session/end-all', { schema: { tags: ['session'] } }, async (request, reply) => {
    await signOutEverywhere(deps, visitOf(request))
    takeTokenBack(reply)
    return reply.code(204).send()
  })

  app.post('/api/session/password', {
    schema: { tags: ['session'], body: z.object({ oldPassword: password.describe('原密码'), newPassword: password.describe('新密码') }) },
    config: { rateLimit: PROOF_LIMIT },
  }, async (request, reply) => {
    const { oldPassword, newPassword } = request.body
    const refusal = await changePassword(deps, visitOf(request), { password: oldPassword, newPassword })
    return refusal === null ? reply.code(204).send() : reply.send(refusal)
  })

  app.post('/api/session/second-factor/begin', { schema: { tags: ['session'] }, config: { rateLimit: PROOF_LIMIT } }, async (request, reply) => {
    const begun = await beginSecondFactor(deps, visitOf(request))
    if (isRefusal(begun)) return reply.send(begun)
    return reply.send({ otpauth: begun.otpauth, qrSvg: await QRCode.toString(begun.otpauth, { type: 'svg', margin: 2 }) })
  })

  app.post('/api/session/second-factor/confirm', {
    schema: { tags: ['session'], body: z.object({ code: z.string().regex(/^\d{6}$/).describe('动态码') }) },
    config: { rateLimit: PROOF_LIMIT },
  }, async (request, reply) => {
    const refusal = await confirmSecondFactor(deps, visitOf(request), request.body.code)
    return refusal === null ? reply.code(204).send() : reply.send(refusal)
  })
}
