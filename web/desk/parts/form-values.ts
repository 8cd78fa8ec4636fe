import { epochOf, instantFromEpoch, isCalendarDate } from '../../../src/kernel/calendar-date.ts'
import type { FieldView } from '../../../src/engines/procedure/contract.ts'

export type FormValues = Readonly<Record<string, unknown>>
type Widget = FieldView['widget']

const SHANGHAI_MS = 8 * 3_600_000

/** What a form's controls hold, as the input of a step. Empty answers are left out. */
export function inputOf(fields: readonly FieldView[], values: FormValues): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.flatMap((field) => {
    const value = answerOf(field, values[field.key])
    return value === undefined ? [] : [[field.key, value]]
  }))
}

/** Why an answer cannot be sent, in Chinese; null when it can. The server judges again. */
export function faultOf(field: Asked, value: unknown): string | null {
  const isEmpty = value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)
  if (isEmpty) return field.isRequired ? `${asksFor(field.widget)}${field.label}` : null
  if (field.widget === 'entries' && Array.isArray(value)) return faultInRows(field.columns ?? [], value)
  return answerOf(field, value) === undefined ? shapeOf(field) : null
}

type Asked = Pick<FieldView, 'label' | 'widget' | 'isRequired' | 'columns' | 'pickFrom'>

function faultInRows(columns: readonly FieldView[], rows: readonly FormValues[]): string | null {
  for (const [index, row] of rows.entries()) {
    for (const column of columns) {
      const fault = faultOf(column, row[column.key])
      if (fault !== null) return `第 ${index + 1} 行：${fault}`
    }
  }
  return null
}

/** A stored value as the control shows it, for corrections. */
export function controlValueOf(widget: Widget, raw: unknown): unknown {
  if (widget === 'amount-in-fen' && typeof raw === 'number') return (raw / 100).toFixed(2)
  if (widget === 'count' && typeof raw === 'number') return String(raw)
  if (widget === 'instant' && typeof raw === 'string') return new Date(epochOf(raw) + SHANGHAI_MS).toISOString().slice(0, 16)
  return raw
}

function answerOf({ widget, columns, pickFrom }: Pick<FieldView, 'widget' | 'columns' | 'pickFrom'>, value: unknown): unknown {
  if (pickFrom !== undefined && Array.isArray(value)) return value.length === 0 ? undefined : value.join('、')
  if (Array.isArray(value)) return value.length === 0 ? undefined : widget === 'entries' ? value.map((row: FormValues) => inputOf(columns ?? [], row)) : value
  if (typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '') return undefined
  if (widget === 'amount-in-fen') return fenOf(text)
  if (widget === 'count') return /^\d{1,9}$/.test(text) ? Number(text) : undefined
  if (widget === 'date') return isCalendarDate(text) ? text : undefined
  if (widget === 'instant') return instantOf(text)
  return text
}

/** Yuan as typed ('1,200.5', '1200') in fen; undefined when it is no amount. */
export function fenOf(text: string): number | undefined {
  const match = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(text.replace(/[,，\s]/g, ''))
  return match === null ? undefined : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** A minute in China as typed ('2026-11-22T10:30') as an instant. */
export function instantOf(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return undefined
  const epoch = Date.parse(`${text}:00.000Z`)
  return Number.isNaN(epoch) ? undefined : instantFromEpoch(epoch - SHANGHAI_MS)
}

function asksFor(widget: Widget): string {
  return ['choice', 'choices', 'boolean', 'entity', 'account', 'accounts', 'office', 'town', 'date'].includes(widget) ? '请选择' : '请填写'
}

function shapeOf({ label, widget }: Pick<FieldView, 'label' | 'widget'>): string {
  if (widget === 'amount-in-fen') return `${label}应为金额（元），最多两位小数，如 1280.50`
  if (widget === 'count') return `${label}应为整数`
  if (widget === 'instant') return `${label}应为时间，如 2026-05-01 09:30`
  return widget === 'date' ? `${label}应为日期，如 2026-05-01` : `${label}填写有误`
}
