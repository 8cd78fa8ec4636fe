import type { ClientBase } from 'pg'
import { addDays, dateInShanghai, formatDate, formatMoment, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import type { AnyProcedure } from '../procedure/definition.ts'
import type { IndicatorRows } from './contract.ts'
import { measureFor } from './definition.ts'
import type { IndicatorDefinition, Measure } from './definition.ts'
import type { Question } from './evaluate.ts'
import { listRows } from './list-rows.ts'
import type { CountedRow, RowPart } from './list-rows.ts'
import { numberText } from './number-text.ts'
import { readReported } from './reported.ts'
import { windowOf } from './reporting-period.ts'

type RowView = IndicatorRows['rows'][number]
export type RowsQuestion = Readonly<{ part: RowPart; after: string | null; limit: number; what?: string | undefined }>

/** The rows behind a figure, a page at a time; of a reported figure the reports behind it, newest first. */
export async function rowsOf(client: Pick<ClientBase, 'query'>, definition: IndicatorDefinition, question: Question, ask: RowsQuestion, procedures: ReadonlyMap<string, AnyProcedure>): Promise<IndicatorRows> {
  const { period, asOf, place, district } = question
  const measure = measureFor(definition, period)
  if (measure === null) return reportRows(client, definition, question)
  const { rows, next, total } = await listRows(client, { ask: { measure, window: windowOf(period, asOf), place }, district, ...ask })
  return { rows: rows.map((row) => rowView(row, definition, procedures)), next, total }
}

const MIDNIGHT_IN_CHINA = 'T16:00:00.000Z'

/** A limit in days ends with its last day; a limit in hours at its moment. */
function endText(endsAt: string): string {
  return endsAt.endsWith(MIDNIGHT_IN_CHINA) ? formatDate(addDays(dateInShanghai(endsAt), -1)) : formatMoment(endsAt)
}

/** A counted row in words. */
export function rowView(row: CountedRow, { measure, unit }: Readonly<{ measure: Measure; unit: string }>, procedures: ReadonlyMap<string, AnyProcedure>): RowView {
  return {
    id: row.id, matterId: row.matter_id, number: row.number ?? '', title: row.title ?? '', townName: row.town_name, officeName: row.office_name, at: measure.by === 'register-coverage' ? row.done_at ?? row.at : row.at, isInNumerator: row.is_in,
    detail: `${row.reason === '' ? '' : `${row.reason}。`}${detailOf(row)}`,
  }

  function detailOf({ what, label, procedure, at, done_at: doneAt, amount, is_in: isIn }: CountedRow): string {
    switch (measure.by) {
      case 'on-time-ratio': {
        const name = procedures.get(procedure)?.clocks[what]?.name ?? what
        if (row.reason !== '') return `${name}：${doneAt === null ? '尚未办理' : `${formatMoment(doneAt)}办理`}`
        return `${name}：${endText(at)}届满，${doneAt === null ? '尚未办理' : `${formatMoment(doneAt)}办理，${isIn ? '按期' : '逾期'}`}`
      }
      case 'closed-ratio': return doneAt === null ? '尚未办结' : `${formatMoment(doneAt)}办结`
      case 'sum': return amount === null ? '' : `${numberText(Number(amount) / measure.perUnit)}${unit}`
      case 'running-clocks': return `${procedures.get(procedure)?.clocks[what]?.name ?? what}：${endText(at)}届满${isIn ? '，已逾期' : ''}`
      case 'ended-clocks': return `${label}，用时${Number(amount).toFixed(1)}日${isIn ? '' : '，逾期'}`
      case 'refusals': return label
      case 'dated-ratio': return formatDate(dateInShanghai(at))
      case 'register-coverage': return isIn ? `期内已覆盖${doneAt === null ? '' : `：${formatDate(dateInShanghai(doneAt))}`}` : '期内未覆盖'
      case 'count': case 'per-population': case 'reported': case 'none': return `${formatDate(dateInShanghai(at))}收到`
    }
  }
}

async function reportRows(client: Pick<ClientBase, 'query'>, { id, name, unit }: IndicatorDefinition, { district, asOf, period, place }: Question): Promise<IndicatorRows> {
  if (place.town !== undefined || place.office !== undefined) return { rows: [], next: null, total: 0 }
  const reports = (await readReported(client, district, asOf.on)).filter((report) => report.indicatorId === id && report.from >= period.from && report.until <= period.until)
  const rows = reports.toReversed().map((report): RowView => ({
    id: report.id, matterId: null, number: report.source, title: `${name} ${numberText(report.value)}${unit}`, townName: null, officeName: null, at: startOfDayInShanghai(report.publishedOn), isInNumerator: true,
    detail: `${formatDate(report.from)}至${formatDate(report.until)}；${report.numerator === null ? '' : `分子${numberText(report.numerator)}，`}${report.denominator === null ? '' : `分母${numberText(report.denominator)}，`}${formatDate(report.publishedOn)}发布，${report.recordedBy}录入`,
  }))
  return { rows, next: null, total: rows.length }
}
