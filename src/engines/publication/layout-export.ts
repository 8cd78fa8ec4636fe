import { dateInShanghai, endOfDayInShanghai, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { CellValue } from '../exchange/table.ts'
import type { ExportLayout } from './definition.ts'
import type { PublicationServices } from './services.ts'
import { findPublication } from './write-publication.ts'

/** What was published, or ended, within some days, in the columns of another system: that system must learn of ends, too. */
export async function layoutRows(tx: ScopedTransaction, services: PublicationServices, layout: ExportLayout, ask: Readonly<{ district: string; from: CalendarDate; until: CalendarDate }>): Promise<readonly (readonly CellValue[])[]> {
  const [from, until] = [startOfDayInShanghai(ask.from), endOfDayInShanghai(ask.until)]
  const rows = await tx.queries.selectFrom('publication').select(['id', 'published_at']).where('district_code', '=', ask.district).where('kind', '=', layout.kind).where('matter_id', 'is not', null)
    .where((where) => where.or([
      where.and([where('published_at', '>=', from), where('published_at', '<', until)]), where.and([where('ended_at', '>=', from), where('ended_at', '<', until)]),
    ])).orderBy('published_at').orderBy('id').execute()
  const cells: (readonly CellValue[])[] = []
  for (const { id } of rows) {
    const state = await findPublication(tx, services, ask.district, id)
    if (state === null) continue
    const entity = state.entityId === null ? undefined : await tx.queries.selectFrom('entity').select('uscc').where('district_code', '=', ask.district).where('id', '=', state.entityId).executeTakeFirst()
    const matter = await tx.queries.selectFrom('matter').select('number').where('district_code', '=', ask.district).where('id', '=', state.matterId).executeTakeFirst()
    const values = new Map(state.extract.map(({ key, value }) => [key, value]))
    const row = {
      id, title: state.title, matterNumber: matter?.number ?? '', uscc: entity?.uscc ?? null, isPerson: state.entityId === null, publishedOn: dateInShanghai(state.publishedAt), untilOn: state.untilOn, bureauName: services.bureauName(),
      ended: state.ended?.says ?? null, field: (key: string) => values.get(key) ?? null,
    }
    cells.push(layout.columns.map((column) => column.value(row)))
  }
  return cells
}
