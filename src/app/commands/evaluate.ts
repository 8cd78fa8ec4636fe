import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Command } from 'commander'
import { plans } from '../../domains/governance/plans.ts'
import { renderDocx } from '../../platform/docx/render-docx.ts'
import { evaluationPaper } from '../../engines/plan/evaluation-paper.ts'
import { findPlan } from '../../engines/plan/find-plan.ts'
import { readEvaluation } from '../../engines/plan/read-evaluation.ts'
import { wholeDistrict } from '../../engines/plan/read-plan.ts'
import { dateInShanghai, isCalendarDate } from '../../kernel/calendar-date.ts'
import { createPdfRenderer } from '../../platform/pdf/render.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { planBoard } from '../plan-services.ts'
import { readServedDistrict } from '../services.ts'
import type { WithInstallation } from './installation.ts'
import { writeFailure, writeJson } from './output.ts'
import type { Output } from './output.ts'

type Options = Readonly<{ asOf?: string; out: string; address: string }>

const PATIENCE_MS = 120_000

/** `evaluate [--as-of DATE] --out FILE.docx|.pdf [--address URL]` */
export function registerEvaluate(program: Command, output: Output, withInstallation: WithInstallation): void {
  program.command('evaluate').description('规划实施评估报告').option('--as-of <日期>', '截至日期，如 2023-06-30；不填为今天')
    .requiredOption('--out <文件>', '输出文件，以 .docx 或 .pdf 结尾').option('--address <网址>', '报告中数字链接所用的系统地址', 'http://localhost:8080')
    .action((options: Options) => evaluate(output, withInstallation, options))
}

async function evaluate(output: Output, withInstallation: WithInstallation, { asOf, out, address }: Options): Promise<void> {
  const ending = extname(out).toLowerCase()
  if (ending !== '.docx' && ending !== '.pdf') return writeFailure(output, `输出文件“${out}”应以 .docx 或 .pdf 结尾。`)
  if (!/^https?:\/\/[^\s/]+/u.test(address)) return writeFailure(output, `系统地址“${address}”应以 http:// 或 https:// 开头。`)
  await withInstallation(async ({ pools, clock }) => {
    const today = dateInShanghai(clock.now())
    const on = asOf ?? today
    if (!isCalendarDate(on) || on > today) return writeFailure(output, `截至日期“${on}”应为不晚于${today}的日期，格式如 2023-06-30。`)
    const served = await readServedDistrict(pools)
    if (served === null) return writeFailure(output, '数据库中没有区县：请先完成初始设置。')
    const plan = findPlan(plans, served.code, on)
    const draft = await inScope(pools.desk, { ...wholeDistrict(served.code), timeoutMs: PATIENCE_MS }, (tx) => readEvaluation(tx, { boardOf: planBoard(clock) }, { plan, asOf: on, isDayOver: on < today, mayEdit: false }))
    const paper = evaluationPaper(draft, { bureauName: `${served.name}市场监督管理局`, address: address.replace(/\/+$/u, ''), isSynthetic: served.synthetic })
    await writeFile(out, ending === '.docx' ? await renderDocx(paper) : await createPdfRenderer().render(paper))
    writeJson(output, { file: out, asOf: on, title: draft.title, indicators: draft.indicators.length, textTargets: draft.textTargets.length, tasksDone: draft.tasksDone, tasksLate: draft.tasksLate.length, gaps: draft.gaps.length, unknown: draft.unknown.length })
  })
}
