import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { HttpApp } from '../http/http-app.ts'
import { RefusedError } from '../http/refusal-answer.ts'
import type { SessionDeps } from './deps.ts'
import { findVisitByToken } from './sessions.ts'
import { rememberVisit } from './signed-in.ts'
import type { Visit } from './signed-in.ts'

const COOKIE = 'hengjian_session'

/**
 * Demands a live session on every route under /api, but for /api/portal and routes marked `isPublic`; and on every
 * write the session's CSRF token. A new route is closed unless it says otherwise.
 */
export function guardApi(app: HttpApp, deps: SessionDeps): void {
  app.addHook('onRequest', async (request) => {
    const route = request.routeOptions.url
    if (route === undefined || !route.startsWith('/api/')) return
    const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
    if (isWrite && request.headers['sec-fetch-site'] === 'cross-site') throw new RefusedError(CROSS_SITE)
    if (isPublic(request)) return
    const token = request.cookies[COOKIE]
    const visit = token === undefined ? undefined : await findVisitByToken(deps, token)
    if (visit === undefined) throw new RefusedError(token === undefined ? SIGN_IN_FIRST : SESSION_ENDED)
    rememberVisit(request, visit)
    if (isWrite && !isSameText(request.headers['x-csrf-token'], visit.person.csrf)) throw new RefusedError(CSRF_MISSING)
    const owed = owedBefore(visit)
    if (owed !== null && !route.startsWith('/api/session')) throw new RefusedError(owed)
  })
}

/** Gives the browser the token: not readable by scripts, never sent from another site. */
export function giveToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' })
}

export function takeTokenBack(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' })
}

function isPublic(request: FastifyRequest): boolean {
  const { url, config } = request.routeOptions
  return url?.startsWith('/api/portal/') === true || ('isPublic' in config && config.isPublic === true)
}

function owedBefore(visit: Visit): Refusal | null {
  if (visit.mustChangePassword) return refuse({ code: 'rights.change-password-first', says: '您的密码是初始密码或已到期，须先修改。', do: '请先修改密码，再继续办理。' })
  if (visit.mustEnrolSecondFactor) return refuse({ code: 'rights.enrol-second-factor-first', says: '您的岗位须使用动态码，尚未绑定。', do: '请先绑定动态码，再继续办理。' })
  return null
}

function isSameText(given: string | readonly string[] | undefined, expected: string): boolean {
  if (typeof given !== 'string') return false
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

const SIGN_IN_FIRST = refuse({ code: 'session.none', says: '您尚未登录。', do: '请登录后再操作。' })
const SESSION_ENDED = refuse({ code: 'session.ended', says: '登录已失效（长时间未操作、已退出或权限有变动）。', do: '请重新登录；填写中的内容保存在本机，登录后可继续。' })
const CSRF_MISSING = refuse({ code: 'session.csrf', says: '请求缺少有效的页面令牌，未予办理。', do: '请刷新页面后重新提交。' })
const CROSS_SITE = refuse({ code: 'session.cross-site', says: '请求来自其他网站，未予办理。', do: '请在本系统页面内操作。' })
