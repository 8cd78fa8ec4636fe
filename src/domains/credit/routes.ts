import { z } from 'zod'
import { doerOf } from '../../engines/procedure/doer.ts'
import { openByHand } from '../../engines/procedure/open-by-hand.ts'
import { newIdentifier } from '../../engines/procedure/services.ts'
import { dateInShanghai } from '../../kernel/calendar-date.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import type { ScreeningOpened, Screening } from './contract.ts'
import type { CreditServices } from './credit-services.ts'
import { readScreening } from './screening/read-screening.ts'
import { screenEntities } from './screening/screen-entities.ts'

const DAY = z.iso.date('日期应如 2026-05-01').describe('截至日期')

/** The screening of dormant entities. */
export function registerCreditRoutes(app: HttpApp, services: CreditServices): void {
  const tags = ['credit']

  app.get('/api/credit/screening', { schema: { tags, querystring: z.object({ on: DAY.optional() }) } }, async (request): Promise<Screening> => {
    requireRight(request, 'matters')
    const { scope } = doerOf(request)
    const on = request.query.on ?? dateInShanghai(services.clock.now())
    return inScope(services.pools.desk, { ...scope, isReadOnly: true }, (tx) => readScreening(tx, services.servedDistrict().code, on))
  })

  app.post('/api/credit/screening/open', { schema: { tags, body: z.object({ on: DAY, entityIds: z.array(z.uuid()).min(1, '请至少选择一个主体').max(500, '一次最多 500 个').describe('主体') }) } }, async (request): Promise<ScreeningOpened> => {
    requireRight(request, 'matters')
    const { actor, scope } = doerOf(request)
    const { on, entityIds } = request.body
    const district = services.servedDistrict().code
    const screened = await inScope(services.pools.desk, { ...scope, isReadOnly: true }, (tx) => screenEntities(tx, district, on))
    const results: ScreeningOpened['results'][number][] = []
    for (const id of new Set(entityIds)) {
      const found = screened.find((row) => row.id === id)
      results.push(found === undefined ? { id, ok: false, says: '该日的筛查名单中没有这个主体', matterId: null } : await inScope(services.pools.desk, scope, async (tx) => {
        const open = await tx.queries.selectFrom('matter').select(['id', 'number']).where('district_code', '=', district).where('procedure', '=', 'dormant-enterprise').where('subject_entity_id', '=', id).where('closed_at', 'is', null).executeTakeFirst()
        if (open !== undefined) return { id, ok: false, says: `已有在办的${open.number}`, matterId: open.id }
        const answer = await openByHand(tx, services, actor, {
          stepId: newIdentifier(services, services.clock.now()), procedure: 'dormant-enterprise', entityId: id,
          facts: { enterpriseName: found.name, screeningReasons: found.reasons, screenedOn: on, ...(found.uscc === null ? {} : { uscc: found.uscc }), ...(found.revokedOn === null ? {} : { triggeredOn: found.revokedOn }) },
        })
        if ('number' in answer) return { id, ok: true, says: `已登记${answer.number}`, matterId: answer.id }
        return { id, ok: false, says: answer.kind === 'refusal' ? answer.says : answer.fields.map((field) => field.says).join('；'), matterId: null }
      }))
    }
    return { results }
  })
}
