import { formatCitation } from '../../../kernel/citation.ts'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { ScreenedRow, Screening } from '../contract.ts'
import { SCREENING_REASONS, SCREENING_SOURCES } from './criteria.ts'
import type { ScreeningReason } from './criteria.ts'
import { screenEntities } from './screen-entities.ts'

const KIND_NAMES: Readonly<Record<string, string>> = { 'enterprise': '企业', 'sole-trader': '个体工商户', 'cooperative': '农民专业合作社', 'branch': '分支机构' }

const reasonView = (id: ScreeningReason) => ({ id, name: SCREENING_REASONS[id], basis: formatCitation(SCREENING_SOURCES[id]) })

/** The screening list of a day in words, with the clearing matters that are open already. */
export async function readScreening(tx: ScopedTransaction, district: string, on: CalendarDate): Promise<Screening> {
  const screened = await screenEntities(tx, district, on)
  const towns = await tx.queries.selectFrom('town').select(['code', 'name']).where('district_code', '=', district).execute()
  const open = await tx.queries.selectFrom('matter').select(['id', 'number', 'subject_entity_id']).where('district_code', '=', district).where('procedure', '=', 'dormant-enterprise').where('closed_at', 'is', null).execute()
  const townNames = new Map(towns.map(({ code, name }) => [code, name]))
  const matters = new Map(open.map(({ id, number, subject_entity_id: entity }) => [entity, { id, number }]))
  const rows = screened.map(({ townCode, kind, reasons, ...row }): ScreenedRow => ({
    ...row, kindName: KIND_NAMES[kind] ?? kind, townName: townCode === null ? null : townNames.get(townCode) ?? null, reasons: reasons.map(reasonView), matter: matters.get(row.id) ?? null,
  }))
  const ids = Object.keys(SCREENING_SOURCES) as ScreeningReason[]
  return { on, rows, criteria: ids.map((id) => ({ ...reasonView(id), count: screened.filter(({ reasons }) => reasons.includes(id)).length })) }
}
