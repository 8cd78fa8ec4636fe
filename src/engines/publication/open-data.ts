import { dateInShanghai } from '../../kernel/calendar-date.ts'
import { formatCitation } from '../../kernel/citation.ts'
import type { CellValue } from '../exchange/table.ts'
import { LICENCE } from '../indicator/publish.ts'
import type { OpenData, OpenDataField, OpenDataHead, PublicRow } from './contract.ts'
import type { Publication } from './definition.ts'
import { listPublic } from './public-read.ts'
import type { PublicationServices } from './services.ts'

const AT_ONCE = 500

const COMMON: readonly OpenDataField[] = [
  { field: 'id', name: '公示编号', meaning: '长期有效的编号，可用于打开公示页面', type: 'text' },
  { field: 'title', name: '标题', meaning: '公示标题', type: 'text' },
  { field: 'publishedOn', name: '公示日期', meaning: '开始公示的日期，YYYY-MM-DD', type: 'date' },
  { field: 'untilOn', name: '公示截止日期', meaning: '公示期最后一日；空白表示没有固定期限', type: 'date' },
  { field: 'correctedOn', name: '更正日期', meaning: '最近一次更正的日期；空白表示没有更正', type: 'date' },
]

/** The stable list of fields of a kind: the common ones, then those of its declaration. */
export function dictionaryOf({ fields }: Publication): readonly OpenDataField[] {
  return [...COMMON, ...Object.entries(fields).map(([field, { label, meaning }]) => ({ field, name: label, meaning: meaning ?? label, type: 'text' as const }))]
}

export function headOf(services: PublicationServices, publication: Publication): OpenDataHead {
  const { name, synthetic } = services.servedDistrict()
  return {
    kind: publication.kind, title: publication.name, about: publication.about, basis: formatCitation(publication.basis), publisher: services.bureauName(), district: name, synthetic,
    asOf: services.clock.now(), licence: LICENCE, dictionary: dictionaryOf(publication),
  }
}

/** Everything of a kind that is public now, newest first, read in pages so that memory does not grow with the table. */
export async function* listRows(services: PublicationServices, publication: Publication): AsyncGenerator<Readonly<Record<string, string | null>>> {
  let after: string | undefined
  do {
    const page = await listPublic(services, { kinds: [publication.kind], after, limit: AT_ONCE })
    for (const row of page.rows) yield recordOf(publication, row)
    after = page.next ?? undefined
  } while (after !== undefined)
}

export async function openDataOf(services: PublicationServices, publication: Publication): Promise<OpenData> {
  return { ...headOf(services, publication), rows: await Array.fromAsync(listRows(services, publication)) }
}

/** The rows as cells in the order of the dictionary, each ending with who published it and under which licence. */
export async function* cellsOf(services: PublicationServices, publication: Publication): AsyncGenerator<readonly CellValue[]> {
  const { dictionary, publisher, licence } = headOf(services, publication)
  for await (const row of listRows(services, publication)) yield [...dictionary.map(({ field }) => row[field] ?? null), publisher, licence.name]
}

function recordOf(publication: Publication, row: PublicRow): Readonly<Record<string, string | null>> {
  const values = new Map(row.fields.map(({ key, value }) => [key, value]))
  return {
    id: row.id, title: row.title, publishedOn: dateInShanghai(row.publishedAt), untilOn: row.untilOn, correctedOn: row.correctedAt === null ? null : dateInShanghai(row.correctedAt),
    ...Object.fromEntries(Object.keys(publication.fields).map((key) => [key, values.get(key) ?? null])),
  }
}
