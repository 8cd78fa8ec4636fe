import type { Pool } from 'pg'
import { epochOf, dateInShanghai, isCalendarDate } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import { defineImport } from '../exchange/import-declaration.ts'
import type { ImportContext, ImportDeclaration, ImportField, ImportFields, ParsedCell, SaveOutcome, ValuesOf } from '../exchange/import-declaration.ts'
import { findDefinition, isComputed } from './definition.ts'
import type { IndicatorCatalogue } from './definition.ts'
import type { Period } from './contract.ts'
import { parsePeriod } from './reporting-period.ts'

const numberField = (label: string, aliases: readonly string[], isRequired: boolean, example: string): ImportField<number> =>
  ({ label, aliases, isRequired, help: '数字，可带千分位逗号；不写单位', example, parse: parseNumber })

/** Field descriptions for one catalogue: its numbers, and the series that serve as denominators. */
function fieldsFor(catalogue: IndicatorCatalogue) {
  return {
    indicator: {
      label: '指标编号', aliases: ['编号', '指标', '序号', '指标序号'], isRequired: true, help: '规划序号1至23，正文目标如t17a，常住人口填“常住人口”', example: '13',
      parse: (text) => parseIndicator(catalogue, text),
    },
    period: { label: '期间', aliases: ['年度', '年份', '统计期', '所属期间', '年度/期间'], isRequired: true, help: '如2023、2023Q2、2023-06、2023-01-01/2023-06-30', example: '2023', parse: parsePeriodCell },
    value: numberField('数值', ['指标值', '完成值', '值'], true, '95.2'),
    numerator: numberField('分子', ['分子数'], false, '476'),
    denominator: numberField('分母', ['分母数'], false, '500'),
    source: { label: '来源', aliases: ['数据来源', '发布机关', '发布单位', '出处'], isRequired: true, help: '发布机关和文件、网页名称', example: '威海市市场监督管理局质量状况公告', parse: (text) => (text.length > 300 ? { fault: '来源超过300字' } : { value: text }) },
    publishedOn: { label: '发布日期', aliases: ['公布日期', '发布时间', '公布时间'], isRequired: true, help: '日期，如2024-03-15、2024/3/15、2024年3月15日', example: '2024-03-15', parse: parseDate },
  } as const satisfies ImportFields
}

type Values = ValuesOf<ReturnType<typeof fieldsFor>>

/** Values that outside bodies publish, with where and when. A later value supersedes the earlier, which stays on record. */
export function reportedValueImport(catalogue: IndicatorCatalogue): ImportDeclaration<ReturnType<typeof fieldsFor>> {
  return defineImport({
    kind: 'reported-value',
    name: '指标报送数',
    fields: fieldsFor(catalogue),
    check: (values) => {
      if (values.period !== undefined && values.publishedOn !== undefined && values.publishedOn < values.period.from) return { field: 'publishedOn', says: '发布日期早于所属期间' }
      if (values.denominator !== undefined && values.denominator <= 0) return { field: 'denominator', says: '分母应大于0' }
      return checkQuotient(catalogue, values)
    },
    keyOf: ({ indicator, period, publishedOn }) => (indicator === undefined || period === undefined || publishedOn === undefined ? undefined
      : { field: 'indicator', key: `${indicator} ${period.from} ${period.until} ${publishedOn}` }),
    begin: (context) => Promise.resolve({
      save: async (rows, { client }) => {
        const outcomes: SaveOutcome[] = []
        for (const { values } of rows) outcomes.push(await saveReport(client, context, values))
        return outcomes
      },
    }),
  })
}

function parseIndicator(catalogue: IndicatorCatalogue, text: string): ParsedCell<string> {
  const series = catalogue.auxiliarySeries.find(({ id, name }) => id === text.toLowerCase() || name === text)
  if (series !== undefined) return { value: series.id }
  const definition = findDefinition(catalogue, text.normalize('NFKC')) ?? catalogue.definitions.find(({ name }) => name === text)
  if (definition === undefined) return { fault: `没有编号或名称为“${text}”的指标` }
  return isComputed(definition.measure) && definition.countedFrom === undefined ? { fault: `“${definition.name}”由系统按办件自动计算，不接受报送数` } : { value: definition.id }
}

function parsePeriodCell(text: string): ParsedCell<Period> {
  const period = parsePeriod(text)
  return period === null ? { fault: `期间“${text}”无法识别，应如2023、2023Q2、2023-06` } : { value: period }
}

function parseNumber(text: string): ParsedCell<number> {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/gu, '').replace(/%$/u, '')
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? { value: Number(plain) } : { fault: `“${text}”不是数字` }
}

function parseDate(text: string): ParsedCell<string> {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s.*)?$/u.exec(text.normalize('NFKC')) ?? []
  const on = `${year ?? ''}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(on) ? { value: on } : { fault: `“${text}”不是日期，应如2024-03-15` }
}

/** A quotient given with both counts must be their quotient, to the precision it was printed with. */
function checkQuotient(catalogue: IndicatorCatalogue, { indicator, value, numerator, denominator }: Values): Readonly<{ field: 'value' | 'indicator'; says: string }> | null {
  const definition = indicator === undefined ? undefined : findDefinition(catalogue, indicator)
  if (definition?.unit === '%' && value !== undefined && (value < 0 || value > 100)) return { field: 'value', says: `百分比应在0至100之间，现为${value}` }
  if (definition === undefined || value === undefined || numerator === undefined || denominator === undefined) return null
  const multiplier = definition.multiplier ?? (definition.unit === '%' ? 100 : null)
  if (multiplier === null) return null
  const digits = String(value).split('.')[1]?.length ?? 0
  const exact = (numerator / denominator) * multiplier
  // Rounded or cut off, it stays within one unit of its last digit.
  return Math.abs(exact - value) < 10 ** -digits - 1e-9 ? null : { field: 'value', says: `数值${value}与分子、分母之比${Number(exact.toFixed(4))}不符` }
}

type Client = Pick<Pool, 'query'>
type Row = Readonly<{ value: string; numerator: string | null; denominator: string | null; source: string; published_on: string }>

async function saveReport(client: Client, { district, now, actor, randomBytes }: ImportContext, values: Values): Promise<SaveOutcome> {
  const { indicator, period, value, numerator, denominator, source, publishedOn } = values
  if (indicator === undefined || period === undefined || value === undefined || source === undefined || publishedOn === undefined) return { result: 'failed', field: 'indicator', says: '必填项缺失' }
  if (publishedOn > dateInShanghai(now)) return { result: 'failed', field: 'publishedOn', says: `发布日期${publishedOn}尚未到来` }
  const { rows } = await client.query<Row>(
    `SELECT value, numerator, denominator, source, published_on FROM reported_value
     WHERE district_code = $1 AND indicator_id = $2 AND period_from = $3 AND period_until = $4 ORDER BY published_on, recorded_at, id`,
    [district, indicator, period.from, period.until],
  )
  const same = (text: string | null, given: number | undefined): boolean => (text === null ? given === undefined : given !== undefined && Number(text) === given)
  const isKnown = rows.filter((row) => row.published_on === publishedOn).slice(-1)
    .some((row) => same(row.value, value) && same(row.numerator, numerator) && same(row.denominator, denominator) && row.source === source)
  if (isKnown) return { result: 'unchanged' }
  await client.query(
    `INSERT INTO reported_value (district_code, id, indicator_id, period_from, period_until, value, numerator, denominator, source, published_on, recorded_at, recorded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [district, identifierFrom(epochOf(now), randomBytes(10)), indicator, period.from, period.until, value, numerator ?? null, denominator ?? null, source, publishedOn, now, actor.name],
  )
  const last = rows.at(-1)
  return last === undefined ? { result: 'created' } : { result: 'updated', notices: [`数值：取代${last.published_on}发布的${Number(last.value)}，原值保留在历史中`] }
}
