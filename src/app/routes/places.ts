import { z } from 'zod'
import { compare } from '../../kernel/calendar-date.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { Colleague, OfficeView, TownView } from '../../platform/session/contract.ts'
import { RIGHTS, scopeSettings } from '../../platform/session/rights.ts'
import { signedIn } from '../../platform/session/signed-in.ts'
import type { Services } from '../services.ts'

const MATTER_ROLES = Object.entries(RIGHTS).filter(([, rights]) => rights.matters).map(([role]) => role)

/** Offices, towns and the people who can be given a matter. */
export function registerPlaceRoutes(app: HttpApp, { pools }: Services): void {
  const tags = ['places']

  app.get('/api/offices', { schema: { tags } }, async (request): Promise<readonly OfficeView[]> => {
    const person = signedIn(request)
    const rows = await inScope(pools.desk, { ...scopeSettings(person), isReadOnly: true }, ({ queries }) =>
      queries.selectFrom('office').select(['id', 'name', 'kind', 'town_codes', 'duties']).where('district_code', '=', person.district).where('closed_on', 'is', null).orderBy('id').execute())
    return rows.map(({ id, name, kind, town_codes, duties }) => ({ id, name, kind, towns: town_codes, duties }))
  })

  app.get('/api/towns', { schema: { tags } }, async (request): Promise<readonly TownView[]> => {
    const person = signedIn(request)
    return inScope(pools.desk, { ...scopeSettings(person), isReadOnly: true }, ({ queries }) =>
      queries.selectFrom('town').select(['code', 'name']).where('district_code', '=', person.district).orderBy('code').execute())
  })

  app.get('/api/colleagues', { schema: { tags, querystring: z.object({ q: z.string().max(50).optional(), officeId: z.string().max(60).optional() }) } }, async (request): Promise<readonly Colleague[]> => {
    const person = signedIn(request)
    const { q, officeId } = request.query
    const rows = await inScope(pools.desk, { ...scopeSettings(person), isReadOnly: true }, ({ queries }) => {
      const people = queries.selectFrom('account').leftJoin('office', (join) => join.onRef('office.id', '=', 'account.office_id').onRef('office.district_code', '=', 'account.district_code'))
        .select(['account.id', 'account.name', 'account.office_id', 'office.name as office_name'])
        .where('account.district_code', '=', person.district).where('account.disabled_at', 'is', null)
        .where((expression) => expression.exists(expression.selectFrom('role_grant').select('role_grant.id').whereRef('role_grant.account_id', '=', 'account.id')
          .where('role_grant.revoked_at', 'is', null).where('role_grant.role', 'in', MATTER_ROLES)))
      return (officeId === undefined ? people : people.where('account.office_id', '=', officeId)).execute()
    })
    return rows.filter(({ name }) => q === undefined || name.includes(q))
      .map(({ id, name, office_id, office_name }) => ({ id, name, officeId: office_id, officeName: office_name ?? office_id }))
      .sort((a, b) => compare(a.officeId, b.officeId) || a.name.localeCompare(b.name, 'zh-Hans-CN'))
  })
}
