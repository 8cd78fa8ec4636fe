import { refuse } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { harmlessCell } from '../exchange/write-table.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { PlanOpenData } from './contract.ts'
import type { IndicatorServices } from './indicator-services.ts'
import { PLAN_INDICATORS } from './publish.ts'

const NOT_YET = refuse({ code: 'portal.plan.not-found', says: '规划指标尚未发布。', do: '请稍后再来查看。' })

/** The published figures for everyone: for the page, and as open data under stable addresses. */
export function registerIndicatorPortalRoutes(app: HttpApp, services: IndicatorServices): void {
  const tags = ['portal']
  const read = () => publishedIndicators(services)

  app.get('/api/portal/plan/indicators', { schema: { tags } }, async (_request, reply) => reply.send((await read()) ?? NOT_YET))

  app.get('/api/portal/plan/indicators.json', { schema: { tags } }, async (_request, reply) => {
    const data = await read()
    if (data === null) return reply.send(NOT_YET)
    return reply.headers(openDataHeaders(data, 'json')).type('application/json; charset=utf-8').send(data)
  })

  app.get('/api/portal/plan/indicators.csv', { schema: { tags } }, async (_request, reply) => {
    const data = await read()
    if (data === null) return reply.send(NOT_YET)
    return reply.headers(openDataHeaders(data, 'csv')).type('text/csv; charset=utf-8').send(csvOf(data))
  })
}

async function publishedIndicators({ pools, servedDistrict }: IndicatorServices): Promise<PlanOpenData | null> {
  const district = servedDistrict().code
  return inScope(pools.portal, { district, isReadOnly: true }, async ({ queries }) => {
    const row = await queries.selectFrom('publication').select('extract').where('district_code', '=', district).where('kind', '=', PLAN_INDICATORS).where('ended_at', 'is', null)
      .orderBy('published_at', 'desc').limit(1).executeTakeFirst()
    return row === undefined ? null : row.extract as unknown as PlanOpenData
  })
}

function openDataHeaders({ asOf, licence }: PlanOpenData, format: string): Record<string, string> {
  return {
    'content-disposition': `attachment; filename="plan-indicators-${asOf}.${format}"; filename*=UTF-8''${encodeURIComponent(`规划指标${asOf}.${format}`)}`,
    'link': `<${licence.url}>; rel="license", </api/portal/plan/indicators.json>; rel="describedby"`,
  }
}

/** With a byte order mark, so that spreadsheet programs read the Chinese right; the columns are those of the dictionary. */
function csvOf({ dictionary, indicators, licence, publisher }: PlanOpenData): string {
  const rows = indicators.map((indicator) => {
    const values = new Map<string, unknown>(Object.entries(indicator))
    return [...dictionary.map(({ field }) => cell(values.get(field))), cell(publisher), cell(licence.name)].join(',')
  })
  return `\u{FEFF}${[[...dictionary.map(({ name }) => cell(name)), '发布机关', '许可'].join(','), ...rows].join('\r\n')}\r\n`
}

function cell(value: unknown): string {
  const text = typeof value === 'string' ? harmlessCell(value) : typeof value === 'number' ? String(value) : ''
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
