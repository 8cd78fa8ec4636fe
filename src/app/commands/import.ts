import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { Argument } from 'commander'
import type { Command } from 'commander'
import type { ImportDeclaration } from '../../engines/exchange/import-declaration.ts'
import { failRun, finishRun, insertRun } from '../../engines/exchange/import-runs.ts'
import type { RunStart } from '../../engines/exchange/import-runs.ts'
import { openTable } from '../../engines/exchange/open-table.ts'
import { runImport } from '../../engines/exchange/run-import.ts'
import { UnreadableTable } from '../../engines/exchange/table.ts'
import { epochOf } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import { sha256OfFile } from '../../engines/exchange/file-digest.ts'
import { systemRandom } from '../../platform/random.ts'
import type { Installation, WithInstallation } from './installation.ts'
import { writeFailure, writeJson } from './output.ts'
import type { Output } from './output.ts'

type Options = Readonly<{ dryRun?: boolean; annotated?: string; district?: string }>

export type ImportCommandDeps = Readonly<{ output: Output; withInstallation: WithInstallation; imports: readonly ImportDeclaration[] }>

const OPERATOR = { id: 'command-line', name: '命令行' }

/** `import KIND FILE [--dry-run] [--annotated OUT] [--district CODE]`: counts and row errors; exit code 1 when the file cannot be used. */
export function registerImportCommand(program: Command, deps: ImportCommandDeps): void {
  program.command('import').description('导入名册文件（CSV、XLSX）')
    .addArgument(new Argument('<种类>', deps.imports.map(({ kind, name }) => `${kind}（${name}）`).join('、')))
    .argument('<文件>', '要导入的文件')
    .option('--dry-run', '只校验，不写入')
    .option('--annotated <输出文件>', '另存一份标注错误原因的文件')
    .option('--district <区划代码>', '数据库中有多个区县时指定')
    .action((kind: string, file: string, options: Options) => importFile(deps, kind, file, options))
}

async function importFile({ output, withInstallation, imports }: ImportCommandDeps, kind: string, file: string, options: Options): Promise<void> {
  const declaration = imports.find((each) => each.kind === kind)
  if (declaration === undefined) return writeFailure(output, `没有“${kind}”这一种导入，可用：${imports.map((each) => each.kind).join('、')}。`)
  if (!existsSync(file)) return writeFailure(output, `没有找到文件“${file}”。`)
  await withInstallation(async (installation) => {
    const district = await districtOf(installation, options.district)
    if (district === undefined) return writeFailure(output, options.district === undefined ? '数据库中没有区县，或有多个区县：请先完成初始设置，或用 --district 指定区划代码。' : `数据库中没有区划代码为${options.district}的区县。`)
    const at = installation.clock.now()
    const run: RunStart = {
      id: identifierFrom(epochOf(at), systemRandom(10)), district, kind, fileName: basename(file), fileSha256: await sha256OfFile(file), isDryRun: options.dryRun ?? false, account: OPERATOR, at,
    }
    await insertRun(installation.pools.owner, run)
    try {
      const context = { pool: installation.pools.owner, district, actor: OPERATOR, now: at, randomBytes: systemRandom }
      const report = await runImport({ declaration, table: await openTable(file), context, isDryRun: run.isDryRun }, options.annotated ?? null)
      await finishRun(installation.pools.owner, run, report, { annotatedSha256: null, at: installation.clock.now() })
      writeJson(output, { kind, file: run.fileName, isDryRun: run.isDryRun, ...report })
      output.err(`${run.isDryRun ? '校验' : '导入'}完成：共${report.total}行，新增${report.created}，更新${report.updated}，无变化${report.unchanged}，有误${report.failed}。\n`)
    } catch (error) {
      const says = error instanceof Error ? error.message : String(error)
      await failRun(installation.pools.owner, run, says, installation.clock.now())
      if (!(error instanceof UnreadableTable)) throw error
      writeFailure(output, says)
    }
  })
}

async function districtOf({ pools }: Installation, asked: string | undefined): Promise<string | undefined> {
  const { rows } = await pools.owner.query<{ code: string }>('SELECT code FROM district')
  if (asked !== undefined) return rows.find(({ code }) => code === asked)?.code
  return rows.length === 1 ? rows[0]?.code : undefined
}
