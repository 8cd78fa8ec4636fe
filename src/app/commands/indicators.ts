import type { Command } from 'commander'
import { planIndicators } from '../../domains/governance/indicators/catalogue.ts'
import { procedureById } from '../../domains/index.ts'
import type { IndicatorTile } from '../../engines/indicator/contract.ts'
import { findDefinition } from '../../engines/indicator/definition.ts'
import { evaluate } from '../../engines/indicator/evaluate.ts'
import type { Question } from '../../engines/indicator/evaluate.ts'
import { questionOf } from '../../engines/indicator/question.ts'
import type { QuestionWords } from '../../engines/indicator/question.ts'
import { numberText } from '../../engines/indicator/number-text.ts'
import { rowsOf } from '../../engines/indicator/rows-view.ts'
import type { RowPart } from '../../engines/indicator/list-rows.ts'
import { machineIn } from '../../engines/procedure/doer.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { WithInstallation } from './installation.ts'
import { writeFailure, writeJson } from './output.ts'
import type { Output } from './output.ts'

type Options = Readonly<{ asOf?: string; period?: string; town?: string; office?: string; json?: boolean }>
type RowOptions = Options & Readonly<{ part: string }>

const PARTS: readonly RowPart[] = ['numerator', 'denominator', 'gap', 'excluded']
const PAGE_SIZE = 5_000
const PATIENCE_MS = 120_000

/** `indicators [--as-of DATE] [--period 2025] [--json]` and `indicators rows ID --part numerator|denominator|gap|excluded` */
export function registerIndicators(program: Command, output: Output, withInstallation: WithInstallation): void {
  const indicators = program.command('indicators').description('规划指标')
  withFilters(indicators).option('--json', '以JSON输出').action((options: Options) => listIndicators(output, withInstallation, options))
  withFilters(indicators.command('rows').description('一个指标背后的逐条明细').argument('<指标编号>', '如 15、t19'))
    .option('--part <部分>', PARTS.join('、'), 'denominator')
    // The filters are the parent's too, which takes them wherever they stand.
    .action((id: string, _own: RowOptions, command: Command) => writeRows(output, withInstallation, id, command.optsWithGlobals<RowOptions>()))
}

function withFilters(command: Command): Command {
  return command.option('--as-of <日期>', '截至日期，如 2023-06-30；不填为今天').option('--period <期间>', '如 2025、2025Q1、2025-03；不填为截至日期所在年')
    .option('--town <区划代码>', '只看一个镇街').option('--office <机构>', '只看一个机构')
}

async function listIndicators(output: Output, withInstallation: WithInstallation, options: Options): Promise<void> {
  await asking(output, withInstallation, options, async ({ client }, question) => {
    const tiles = await evaluate(client, planIndicators.definitions, question)
    if (options.json !== true) return output.out(tiles.map(lineOf).join(''))
    return writeJson(output, tiles.map(({ id, name, unit, figure, target, judgement, source }) => ({
      id, name, value: figure.value, unit, numerator: figure.numerator, denominator: figure.denominator, target: target?.value ?? null, targetYear: target?.year ?? null,
      status: judgement.status, statusName: judgement.statusName, rule: judgement.rule, source, period: figure.period, asOf: figure.asOf, excluded: figure.excluded, definitionVersion: figure.definitionVersion,
      provenance: figure.provenance,
    })))
  })
}

function lineOf({ number, name, figure, target, judgement }: IndicatorTile): string {
  const value = figure.value === null ? '—' : `${numberText(figure.value)}${figure.unit}`
  return `${number.padEnd(5)}\t${value}\t目标${target === null ? '未定' : numberText(target.value)}\t${judgement.statusName}\t${name}\n`
}

async function writeRows(output: Output, withInstallation: WithInstallation, id: string, options: RowOptions): Promise<void> {
  const definition = findDefinition(planIndicators, id)
  if (definition === undefined) return writeFailure(output, `没有编号为“${id}”的指标，可用：${planIndicators.definitions.map((each) => each.id).join('、')}。`)
  const part = PARTS.find((each) => each === options.part)
  if (part === undefined) return writeFailure(output, `--part 应为 ${PARTS.join('、')} 之一，现为“${options.part}”。`)
  await asking(output, withInstallation, options, async ({ client }, question) => {
    const rows: unknown[] = []
    let after: string | null = null
    let total: number
    do {
      const page: Awaited<ReturnType<typeof rowsOf>> = await rowsOf(client, definition, question, { part, after, limit: PAGE_SIZE }, procedureById)
      for (const row of page.rows) rows.push(row)
      after = page.next
      total = page.total
    } while (after !== null)
    writeJson(output, { id: definition.id, name: definition.name, part, period: question.period, asOf: question.asOf.on, total, rows })
  })
}

async function asking(output: Output, withInstallation: WithInstallation, { asOf, period, town, office }: QuestionWords, work: (tx: ScopedTransaction, question: Question) => Promise<void>): Promise<void> {
  await withInstallation(async ({ pools, clock }) => {
    const { rows } = await pools.owner.query<{ code: string }>('SELECT code FROM district ORDER BY code LIMIT 1')
    const district = rows[0]?.code
    if (district === undefined) return writeFailure(output, '数据库中没有区县：请先完成初始设置。')
    const question = questionOf({ district, catalogue: planIndicators, now: clock.now() }, { asOf, period, town, office })
    if (isRefusal(question)) return writeFailure(output, `${question.says}${question.do}`)
    return inScope(pools.desk, { ...machineIn(district).scope, isReadOnly: true, timeoutMs: PATIENCE_MS }, (tx) => work(tx, question))
  })
}
