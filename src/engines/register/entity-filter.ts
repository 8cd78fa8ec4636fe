import { z } from 'zod'
import { bigrams, containing, searchText } from './bigrams.ts'
import { ENTITY_KINDS, ENTITY_STATUSES } from './entity-words.ts'
import { numberToken } from './entity-draft.ts'

const kinds = z.enum(['enterprise', 'sole-trader', 'cooperative', 'branch'] satisfies (keyof typeof ENTITY_KINDS)[])
const statuses = z.enum(['active', 'suspended', 'revoked', 'deregistered', 'relocated'] satisfies (keyof typeof ENTITY_STATUSES)[])

/** A form left empty sends an empty text. */
const ABSENT = z.literal('').transform(() => undefined)

/** What narrows a list of entities: on the page, in the address bar and in an export alike. */
export const ENTITY_FILTER = z.object({
  q: z.string().trim().max(100).describe('查询词').optional(),
  kind: z.union([kinds, ABSENT]).describe('主体类型').optional(),
  status: z.union([statuses, ABSENT]).describe('状态').optional(),
  town: z.union([z.string().regex(/^\d{9}$/), ABSENT]).describe('镇街').optional(),
})

export type EntityFilter = Readonly<z.infer<typeof ENTITY_FILTER>>

/** What a query asks for: a code or its beginning, a registration number, or words of name and address. */
export type EntityQuery = Readonly<
  | { by: 'all' }
  | { by: 'code'; prefix: string }
  | { by: 'number'; number: string; column: 'uscc' | 'registration_no' }
  | { by: 'words'; words: readonly string[] }
  | { by: 'too-short' }
>

/** Eight characters of a code suffice; shorter runs of digits are looked for in names and addresses. */
export function readQuery(q: string | undefined): EntityQuery {
  const text = (q ?? '').trim()
  if (text === '') return { by: 'all' }
  const code = searchText(text).toUpperCase()
  if (/^(?=.*\d)[0-9A-HJ-NPQRTUWXY]{8,18}$/.test(code)) return /^\d{13,15}$/.test(code) ? { by: 'number', number: code, column: 'registration_no' } : { by: 'code', prefix: code }
  const words = text.split(/[\s,，、]+/u).filter((word) => word !== '')
  return words.every((word) => Array.from(searchText(word)).length >= 2) ? { by: 'words', words } : { by: 'too-short' }
}

/** Conditions of a SQL statement with their values, numbered as they are added. */
export type Conditions = Readonly<{ texts: readonly string[]; values: readonly unknown[] }>

/** The text of the address as `searchText` folds it; runs only on rows the index has found. */
const ADDRESS_TEXT = String.raw`lower(regexp_replace(normalize(e.address, NFKC), '\s', '', 'g'))`

/**
 * The conditions for district, filter and words. Pairs of characters narrow by index, LIKE rechecks their order. The
 * published view has names only.
 */
export function entityConditions(district: string, filter: EntityFilter, query: EntityQuery, where: 'entity' | 'published_entity'): Conditions {
  const values: unknown[] = []
  const value = (each: unknown): string => `$${values.push(each)}`
  const texts = [`e.district_code = ${value(district)}`]
  if (filter.kind !== undefined) texts.push(`e.kind = ${value(filter.kind)}`)
  if (filter.status !== undefined) texts.push(`e.status = ${value(filter.status)}`)
  if (filter.town !== undefined) texts.push(`e.town_code = ${value(filter.town)}`)
  if (query.by === 'number') {
    texts.push(`e.name_bigrams @> ${value([numberToken(query.number)])}::text[]`)
    // The equality tells the planner that one row is meant.
    if (query.column === 'uscc') texts.push(`e.uscc = ${value(query.number)}`)
  }
  if (query.by === 'words') {
    for (const word of query.words) {
      const pairs = value(bigrams(word))
      const pattern = value(containing(word))
      const inName = `e.name_bigrams @> ${pairs}::text[] AND e.name_sort LIKE ${pattern}`
      texts.push(where === 'entity' ? `(${inName} OR e.address_bigrams @> ${pairs}::text[] AND ${ADDRESS_TEXT} LIKE ${pattern})` : inName)
    }
  }
  return { texts, values }
}
