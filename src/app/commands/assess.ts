import type { Command } from 'commander'
import { creditRisk, publishedInspections } from '../../domains/credit-risk/index.ts'
import { runTrial } from '../../engines/assessment/backtest.ts'
import type { TrialResult } from '../../engines/assessment/backtest.ts'
import { runAssessment } from '../../engines/assessment/run.ts'
import { openTable } from '../../engines/exchange/open-table.ts'
import { UnreadableTable } from '../../engines/exchange/table.ts'
import { isCalendarDate } from '../../kernel/calendar-date.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { systemRandom } from '../../platform/random.ts'
import type { WithInstallation } from './installation.ts'
import { writeFailure, writeJson } from './output.ts'
import type { Output } from './output.ts'

type RunOptions = Readonly<{ asOf?: string }>
type BacktestOptions = Readonly<{ inspections: string; split: string; until?: string; json?: boolean }>
type PublishedRow = Exclude<ReturnType<typeof publishedInspections.read>, string>

/** `assess run [--as-of DATE]` and `assess backtest --inspections FILE [--split DATE] [--until DATE] [--json]` */
export function registerAssess(program: Command, output: Output, withInstallation: WithInstallation): void {
  const assess = program.command('assess').description('信用风险分类')
  assess.command('run').description('评定全部市场主体').option('--as-of <日期>', '按该日已知情况评定，不填为今天').action((options: RunOptions) => run(output, withInstallation, options))
  assess.command('backtest').description('用公开的检查记录检验计分方法').requiredOption('--inspections <文件>', '检查记录表（CSV或XLSX）')
    .option('--split <日期>', '此日之前的记录用于拟合，此日起的用于检验', '2014-01-01').option('--until <日期>', '检验到此日为止，不填为全部').option('--json', '以JSON输出')
    .action((options: BacktestOptions) => backtest(output, options))
}

async function run(output: Output, withInstallation: WithInstallation, { asOf }: RunOptions): Promise<void> {
  if (asOf !== undefined && !isCalendarDate(asOf)) return writeFailure(output, `“${asOf}”不是日期。请按2025-06-30的格式填写。`)
  await withInstallation(async ({ pools, clock }) => {
    const { rows } = await pools.owner.query<{ code: string }>('SELECT code FROM district ORDER BY code LIMIT 1')
    const code = rows[0]?.code
    if (code === undefined) return writeFailure(output, '数据库中没有区县：请先完成初始设置。')
    const result = await runAssessment({ pools, clock, random: systemRandom, district: () => code }, { model: creditRisk, asOf, actorName: '命令行' })
    if (isRefusal(result)) return writeFailure(output, `${result.says}${result.do}`)
    writeJson(output, result)
  })
}

async function backtest(output: Output, { inspections, split, until = '9999-12-31', json }: BacktestOptions): Promise<void> {
  if (!isCalendarDate(split)) return writeFailure(output, `--split 应为日期，现为“${split}”。`)
  if (!isCalendarDate(until)) return writeFailure(output, `--until 应为日期，现为“${until}”。`)
  const all = await readInspections(inspections)
  if (typeof all === 'string') return writeFailure(output, all)
  const rows = all.filter(({ on }) => on <= until)
  const [before, after] = [rows.filter(({ on }) => on < split), rows.filter(({ on }) => on >= split)]
  if (after.length === 0 || !before.some(({ isProblem }) => isProblem) || before.every(({ isProblem }) => isProblem)) {
    return writeFailure(output, `${split}之前须既有发现问题的检查也有未发现问题的检查，之后须有检查记录；现之前${before.length}次、之后${after.length}次。请用 --split 另选日期。`)
  }
  const result = runTrial({ ...publishedInspections, rows, splitOn: split })
  if (json === true) return writeJson(output, result)
  output.out(reportOf(result))
}

/** All rows, or what is wrong with the file. */
async function readInspections(file: string): Promise<readonly PublishedRow[] | string> {
  const read: PublishedRow[] = []
  let header: readonly string[] | undefined
  try {
    const table = await openTable(file)
    for await (const { row, cells } of table.rows()) {
      if (header === undefined) {
        header = cells.map((cell) => cell.trim())
        continue
      }
      const names = header
      const record = publishedInspections.read(Object.fromEntries(names.map((name, i) => [name, cells[i]])))
      if (typeof record === 'string') return `第${row}行：${record}。`
      read.push(record)
    }
  } catch (error) {
    if (error instanceof UnreadableTable) return error.message
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return `无法读取文件“${file}”。请核对路径。`
    throw error
  }
  return read.length === 0 ? '文件中没有检查记录。' : read
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** The report for people; every figure with its plain meaning. */
function reportOf({ training, metrics, calibration, features, byClass, byArea, strictness }: TrialResult): string {
  const areas = byArea.filter(({ count }) => count >= 100)
  const lines = [
    `拟合 ${training.count} 次检查（发现问题 ${training.problems} 次），检验 ${metrics.count} 次（发现问题 ${metrics.problems} 次，${percent(metrics.observedRate)}）。检查人员不参与计分。`,
    '', '计分规则', ...features.map(({ name, points }) => `  ${points > 0 ? '+' : ''}${points}\t${name}`),
    '', '检验结果',
    `  AUC\t${metrics.auc?.toFixed(3) ?? '无'}\t（0.5为随机）`,
    `  分值最高的一成中发现问题的比例是平均的\t${metrics.liftAtTenPercent.toFixed(2)} 倍`,
    `  按分值安排，前一半检查可发现问题的\t${percent(metrics.firstHalfShare)}\t（实际安排 ${percent(metrics.firstHalfShareAsHappened)}）`,
    `  发现问题平均提前\t${metrics.daysEarlier.toFixed(2)} 天`,
    `  Brier\t${metrics.brier.toFixed(5)}\t（只用平均比例为 ${metrics.brierOfBaseRate.toFixed(5)}）`,
    `  预期比例 ${percent(metrics.expectedRate)}，实际 ${percent(metrics.observedRate)}，校准误差 ${percent(metrics.calibrationError)}`,
    '', '校准表\t次数\t预期\t实际', ...calibration.map(({ count, expected, observed }) => `  \t${count}\t${percent(expected)}\t${percent(observed)}`),
    '', '按类别\t次数\t发现问题\t比例\t提前（天）', ...byClass.map(({ name, count, problems, observedRate, daysEarlier }) => `  ${name}\t${count}\t${problems}\t${percent(observedRate)}\t${daysEarlier?.toFixed(1) ?? '无'}`),
    '', `按地区（100次以上的 ${areas.length} 个）\t次数\t预期\t实际\tAUC\t提前（天）`, ...areas.map(({ name, count, expectedRate, observedRate, auc, daysEarlier }) => `  ${name}\t${count}\t${percent(expectedRate)}\t${percent(observedRate)}\t${auc?.toFixed(3) ?? '无'}\t${daysEarlier?.toFixed(1) ?? '无'}`),
    '', '检查尺度（质量报告，不用于计分）\t次数\t发现\t预期\t差', ...strictness.map(({ inspector, count, foundShare, expectedShare, difference, isOutside }) =>
      `  ${inspector}\t${count}\t${percent(foundShare)}\t${percent(expectedShare)}\t${difference > 0 ? '+' : ''}${percent(difference)}${isOutside ? '\t超出预期范围' : ''}`),
  ]
  return `${lines.join('\n')}\n`
}
