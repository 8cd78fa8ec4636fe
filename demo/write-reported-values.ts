import type { Pool } from 'pg'
import { planIndicators } from '../src/domains/governance/indicators/catalogue.ts'
import type { Table } from '../src/engines/exchange/table.ts'
import { runImport } from '../src/engines/exchange/run-import.ts'
import { reportedValueImport } from '../src/engines/indicator/import-reported-value.ts'
import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import { chanceOf } from './chance.ts'
import type { CourseValue } from './reported-course.ts'
import { reportedCourse } from './reported-course.ts'

const ID_STREAM = 7_412
const SOURCE = '模拟数据（演示）'
const IMPORTER = { id: 'demo', name: SOURCE }

/**
 * Fills the reported series of a synthetic district with what was published up to a date: one import for each day of publication,
 * through the same declaration as an uploaded file. Answers how many values were recorded.
 */
export async function writeReportedValues(owner: Pool, { district, seed, until }: Readonly<{ district: string; seed: number; until: CalendarDate }>): Promise<number> {
  const declaration = reportedValueImport(planIndicators)
  const chance = chanceOf(seed, ID_STREAM)
  let recorded = 0
  for (const [publishedOn, values] of Map.groupBy(reportedCourse(seed, until), (each) => each.publishedOn)) {
    const context = { pool: owner, district, actor: IMPORTER, now: `${publishedOn}T08:00:00.000Z`, randomBytes: chance.bytes }
    const report = await runImport({ declaration, table: tableOf(declaration.fields, values), context, isDryRun: false }, null)
    const fault = report.faults[0]
    if (fault !== undefined) throw new Error(`${fault.column} ${fault.value}：${fault.says}`)
    recorded += report.created + report.updated
  }
  await owner.query('UPDATE reported_value SET synthetic = true WHERE district_code = $1', [district])
  return recorded
}

function tableOf(fields: ReturnType<typeof reportedValueImport>['fields'], values: readonly CourseValue[]): Table {
  const header = [fields.indicator, fields.period, fields.value, fields.numerator, fields.denominator, fields.source, fields.publishedOn].map(({ label }) => label)
  const lines = [header, ...values.map(({ indicator, period, value, numerator, denominator, publishedOn }) => [
    indicator, period, String(value), textOf(numerator), textOf(denominator), SOURCE, publishedOn])]
  return {
    format: 'csv', encoding: 'utf-8',
    async *rows() {
      for (const [i, cells] of lines.entries()) yield await Promise.resolve({ row: i + 1, cells })
    },
  }
}

function textOf(count: number | null): string {
  return count === null ? '' : String(count)
}
