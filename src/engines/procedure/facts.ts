import { z } from 'zod'
import type { Citation } from '../../kernel/citation.ts'

/** Who may see a fact: the public, the people of the matter, or officers only. */
export type Visibility = 'public' | 'party' | 'officer'

export type Widget = 'text' | 'long-text' | 'date' | 'instant' | 'choice' | 'choices' | 'boolean' | 'amount-in-fen' | 'count' | 'entity' | 'account' | 'accounts' | 'office' | 'town' | 'entries'

/** What `says` may use: the row of `entries` the value stands in, and the names of accounts, offices, towns and attachments. */
export type FactWords = Readonly<{ row: Readonly<Record<string, unknown>>; nameOf: (id: string) => string }>

/** One fact of a matter: its validation, its Chinese label, its form widget and who may see it. */
export type FactField<T = unknown> = Readonly<{
  label: string
  schema: z.ZodType<T>
  widget: Widget
  visibility: Visibility
  choices?: Readonly<Record<string, string>>
  /** What a row of `entries` holds. */
  columns?: FactFields
  /** Columns a row may leave empty. */
  optionalColumns?: readonly string[]
  help?: string
  cite?: Citation
  /** The value in words, where it is a code that people do not read. */
  says?: (value: unknown, words: FactWords) => string
  /** The machine's own reference, in no view: another fact says the same to people. */
  isUnseen?: boolean
  /** Comes with what the machine opens: no form offers it, or these of its choices. */
  isMachineMade?: boolean
  machineChoices?: readonly string[]
  /** A list that the desk offers for picking; what is picked stands joined by 、 in the text. */
  pickFrom?: 'inspection-items' | 'checklists'
  /** Collected in lists and exports of the procedure. */
  isListed?: boolean
}>

export type FactFields = Readonly<Record<string, FactField>>

export type FactsOf<F extends FactFields> = { readonly [K in keyof F]?: F[K] extends FactField<infer T> ? T : never }

type Rest = Partial<Omit<FactField, 'label' | 'schema' | 'widget'>>

const field = <T>(label: string, schema: z.ZodType<T>, widget: Widget, rest: Rest): FactField<T> => ({ visibility: 'officer', ...rest, label, schema, widget })

export function text(label: string, rest: Rest & { max?: number; min?: number } = {}): FactField<string> {
  const { max = 200, min = 1, ...others } = rest
  return field(label, z.string().trim().min(min, `请填写${label}${min > 1 ? `（至少 ${min} 个字）` : ''}`).max(max, `${label}不能超过 ${max} 个字`), 'text', others)
}

export function longText(label: string, rest: Rest & { max?: number; min?: number } = {}): FactField<string> {
  return { ...text(label, { max: 5000, ...rest }), widget: 'long-text' }
}

export function calendarDate(label: string, rest: Rest = {}): FactField<string> {
  return field(label, z.iso.date(`${label}应为日期，如 2026-05-01`), 'date', rest)
}

export function instant(label: string, rest: Rest = {}): FactField<string> {
  return field(label, z.iso.datetime(`${label}应为时间`), 'instant', rest)
}

export function yesNo(label: string, rest: Rest = {}): FactField<boolean> {
  return field(label, z.boolean(`请选择${label}`), 'boolean', rest)
}

export function amountInFen(label: string, rest: Rest = {}): FactField<number> {
  return field(label, z.int(`${label}应为金额`).min(0, `${label}不能为负`), 'amount-in-fen', rest)
}

export function count(label: string, rest: Rest = {}): FactField<number> {
  return field(label, z.int(`${label}应为整数`).min(0, `${label}不能为负`), 'count', rest)
}

export function choice<const C extends Readonly<Record<string, string>>>(label: string, choices: C, rest: Rest = {}): FactField<keyof C & string> {
  const keys = Object.keys(choices) as (keyof C & string)[]
  return field(label, z.enum(keys as [keyof C & string, ...(keyof C & string)[]], `请选择${label}`), 'choice', { ...rest, choices })
}

export function choices<const C extends Readonly<Record<string, string>>>(label: string, options: C, rest: Rest = {}): FactField<readonly (keyof C & string)[]> {
  const one = choice(label, options)
  return field(label, z.array(one.schema).min(1, `请选择${label}`), 'choices', { ...rest, choices: options })
}

export function reference(label: string, widget: 'entity' | 'account' | 'office' | 'town', rest: Rest = {}): FactField<string> {
  return field(label, z.string().min(1, `请选择${label}`), widget, rest)
}

/** Several account holders, by id. */
export function accounts(label: string, rest: Rest & { min?: number } = {}): FactField<readonly string[]> {
  const { min = 1, ...others } = rest
  const schema = z.array(z.string().min(1), `请选择${label}`).min(min, min > 1 ? `${label}至少 ${min} 人` : `请选择${label}`).refine((ids) => new Set(ids).size === ids.length, `${label}有重复的人员`)
  return field(label, schema, 'accounts', others)
}

type Entry<C extends FactFields> = FactsOf<C>
type EntriesRest<C> = Rest & { min?: number; max?: number; optional?: readonly (keyof C & string)[] }

/** A list whose rows have the same columns: evidence, goods, checklist results. Each fault names its row and column. */
export function entries<const C extends FactFields>(label: string, columns: C, rest: EntriesRest<C> = {}): FactField<readonly Entry<C>[]> {
  const { min = 1, max = 500, optional = [], ...others } = rest
  const schema = z.array(z.record(z.string(), z.unknown()), `请填写${label}`).min(min, `${label}至少填写 ${min} 行`).max(max, `${label}不能超过 ${max} 行`)
    .transform((rows, context) => rows.map((row, index) => readEntry(columns, row, { optional, fault: (says) => context.issues.push({ code: 'custom', input: row, message: `${label}第 ${index + 1} 行：${says}` }) }) as Entry<C>))
  return field(label, schema, 'entries', { ...others, columns, optionalColumns: optional })
}

function readEntry(columns: FactFields, row: Readonly<Record<string, unknown>>, { optional, fault }: Readonly<{ optional: readonly string[]; fault: (says: string) => void }>): Readonly<Record<string, unknown>> {
  const entry: Record<string, unknown> = {}
  for (const [key, column] of Object.entries(columns)) {
    const value = row[key]
    if (value === undefined || value === null || value === '') {
      if (!optional.includes(key)) fault(`请填写${column.label}`)
      continue
    }
    const parsed = column.schema.safeParse(value)
    if (parsed.success) entry[key] = parsed.data
    else fault(parsed.error.issues[0]?.message ?? `${column.label}不符合要求`)
  }
  for (const key of Object.keys(row)) if (!Object.hasOwn(columns, key)) fault(`不收“${key}”`)
  return entry
}

/** Ids of the account holders that the facts name, in rows of entries too. */
export function accountsNamed(fields: FactFields, facts: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(fields).flatMap(([key, { widget, columns = {} }]) => {
    const value = facts[key]
    if (widget === 'account') return typeof value === 'string' ? [value] : []
    if (!Array.isArray(value)) return []
    if (widget === 'accounts') return value.filter((id) => typeof id === 'string')
    return widget === 'entries' ? value.flatMap((row: Readonly<Record<string, unknown>>) => accountsNamed(columns, row)) : []
  })
}
