import { z } from 'zod'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { agreeToReset, createAccount, disableAccount, enableAccount, resetPassword, unlockAccount } from '../../platform/session/accounts.ts'
import { grantRole, revokeGrant } from '../../platform/session/grants.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import { RIGHTS } from '../../platform/session/rights.ts'
import type { RoleName } from '../../platform/session/rights.ts'
import type { SignedIn } from '../../platform/session/signed-in.ts'
import { getAccountView, listAccountViews } from '../account-views.ts'
import type { Services } from '../services.ts'

const ROLE_IDS = Object.keys(RIGHTS) as [RoleName, ...RoleName[]]
const PLACE = z.object({ id: z.uuid() })
const GRANT_PLACE = z.object({ id: z.uuid(), grantId: z.uuid() })

const NEW_ACCOUNT = z.object({
  login: z.string().trim().regex(/^[A-Za-z][A-Za-z0-9._-]{2,31}$/).describe('登录名（3至32位字母、数字，以字母开头）'),
  name: z.string().trim().min(2).max(30).describe('姓名'),
  officeId: z.string().min(1).describe('科所'),
  phone: z.string().trim().max(20).optional().describe('电话'),
  certificateNo: z.string().trim().max(40).optional().describe('执法证号'),
  certificateUntil: z.iso.date().optional().describe('执法证有效期'),
  legalQualificationNo: z.string().trim().max(40).optional().describe('法律职业资格证书编号'),
})

const PLACES = z.array(z.string().min(1).max(40).regex(/^[^,]+$/)).min(1)
const NEW_GRANT = z.object({ role: z.enum(ROLE_IDS).describe('岗位'), offices: PLACES.describe('科所范围'), towns: PLACES.describe('镇街范围') })

/** People and rights: the system administrator keeps accounts, the security administrator gives rights, neither both. */
export function registerAccountRoutes(app: HttpApp, services: Services): void {
  const deps = services.session
  const tags = ['accounts']

  app.get('/api/accounts', { schema: { tags, querystring: z.object({ q: z.string().max(50).optional() }) } }, async (request) => {
    const person = requireRight(request, 'accounts', 'roles', 'audit')
    return listAccountViews(services, person.district, request.query.q ?? '')
  })

  app.post('/api/accounts', { schema: { tags, body: NEW_ACCOUNT } }, async (request, reply) => {
    const person = requireRight(request, 'accounts')
    const made = await createAccount(deps, person, request.body)
    if (isRefusal(made)) return reply.send(made)
    return reply.code(201).send({ ...(await getAccountView(services, person.district, made.id)), initialPassword: made.initialPassword })
  })

  const acts = [
    ['disable', 'accounts', disableAccount], ['enable', 'accounts', enableAccount], ['unlock', 'roles', unlockAccount],
  ] as const
  for (const [name, right, act] of acts) {
    app.post(`/api/accounts/:id/${name}`, { schema: { tags, params: PLACE } }, async (request, reply) => {
      const person = requireRight(request, right)
      return reply.send(await answer(services, person, { id: request.params.id, refusal: await act(deps, person, request.params.id) }))
    })
  }

  app.post('/api/accounts/:id/agree-to-reset', { schema: { tags, params: PLACE } }, async (request, reply) => {
    const person = requireRight(request, 'accounts', 'roles', 'audit')
    return reply.send(await answer(services, person, { id: request.params.id, refusal: await agreeToReset(deps, person, request.params.id) }))
  })

  app.post('/api/accounts/:id/reset-password', { schema: { tags, params: PLACE } }, async (request, reply) => {
    const person = requireRight(request, 'roles')
    const reset = await resetPassword(deps, person, request.params.id)
    if (isRefusal(reset)) return reply.send(reset)
    return reply.send({ ...(await getAccountView(services, person.district, request.params.id)), initialPassword: reset.initialPassword })
  })

  app.post('/api/accounts/:id/grants', { schema: { tags, params: PLACE, body: NEW_GRANT } }, async (request, reply) => {
    const person = requireRight(request, 'roles')
    const granted = await grantRole(deps, person, request.params.id, request.body)
    if (isRefusal(granted)) return reply.send(granted)
    return reply.code(201).send(await getAccountView(services, person.district, request.params.id))
  })

  app.delete('/api/accounts/:id/grants/:grantId', { schema: { tags, params: GRANT_PLACE } }, async (request, reply) => {
    const person = requireRight(request, 'roles')
    const refusal = await revokeGrant(deps, person, { accountId: request.params.id, grantId: request.params.grantId })
    return reply.send(await answer(services, person, { id: request.params.id, refusal }))
  })
}

/** The account as it is now, or why it was not changed. */
async function answer(services: Services, person: SignedIn, { id, refusal }: { id: string; refusal: Refusal | null }): Promise<object> {
  return refusal ?? getAccountView(services, person.district, id)
}
