import { z } from 'zod'
import { instruments } from '../../../law/instruments.ts'
import { rules } from '../../../law/rules/all.ts'
import type { Rule } from '../../../law/types.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import type { LawValueView } from '../../platform/session/contract.ts'

/** Every dated legal value; with `on`, those in force on that date. */
export function registerLawRoutes(app: HttpApp): void {
  app.get('/api/law', { schema: { tags: ['law'], querystring: z.object({ on: z.iso.date().optional().describe('适用日期') }) } }, (request) => {
    const { on } = request.query
    const values = rules.flatMap(viewsOf)
    return on === undefined ? values : values.filter((value) => value.from <= on && (value.until === null || on < value.until))
  })
}

function viewsOf({ id, name, values }: Rule): readonly LawValueView[] {
  return values.map((value) => ({
    id, name, instrument: value.instrument, instrumentTitle: instruments[value.instrument].title, article: value.article,
    value: value.value, unit: value.unit, from: value.from, until: value.until ?? null, quotation: value.quotation,
    verified: value.verified, checkedOn: value.checkedOn, note: value.note ?? null,
  }))
}
