import { z } from 'zod'
import { doerOf } from '../../engines/procedure/doer.ts'
import type { HandServices } from '../../engines/procedure/open-by-hand.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import type { ClosedFiles, NoPenaltyStatistics } from './contract.ts'
import { readNoPenalty } from './discretion/read-no-penalty.ts'
import { readClosedFiles } from './file-review/read-closed-files.ts'

const PERIOD = z.object({ from: z.iso.date('开始日期应如 2026-05-01').describe('开始日期'), until: z.iso.date('截止日期应如 2026-05-01').describe('截止日期') })
  .refine(({ from, until }) => from <= until, { message: '截止日期早于开始日期', path: ['until'] })

/** Figures over cases: penalties not imposed, and the files a review may draw from. */
export function registerEnforcementRoutes(app: HttpApp, services: Pick<HandServices, 'pools' | 'servedDistrict'>): void {
  const tags = ['enforcement']

  app.get('/api/enforcement/no-penalty', { schema: { tags, querystring: PERIOD } }, async (request): Promise<NoPenaltyStatistics> => {
    requireRight(request, 'matters')
    return inScope(services.pools.desk, { ...doerOf(request).scope, isReadOnly: true }, (tx) => readNoPenalty(tx, services.servedDistrict().code, request.query))
  })

  app.get('/api/enforcement/closed-files', { schema: { tags, querystring: PERIOD } }, async (request): Promise<ClosedFiles> => {
    requireRight(request, 'matters')
    return inScope(services.pools.desk, { ...doerOf(request).scope, isReadOnly: true }, (tx) => readClosedFiles(tx, services.servedDistrict().code, request.query))
  })
}
