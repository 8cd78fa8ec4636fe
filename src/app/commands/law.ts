import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { rules } from '../../../law/rules/all.ts'
import type { Rule, RuleUnit } from '../../../law/types.ts'
import { formatCitation } from '../../kernel/citation.ts'
import { checkLaw } from '../../kernel/law-check.ts'
import type { LawFinding } from '../../kernel/law-check.ts'
import { writeFailure, writeJson } from './output.ts'
import type { Output } from './output.ts'

export type LawListing = {
  readonly id: string
  readonly name: string
  readonly instrument: string
  readonly article: string
  readonly value: number
  readonly unit: RuleUnit
  readonly from: string
  readonly until: string | null
  readonly quotation: string
  readonly verified: boolean
  readonly checkedOn: string
  /** What the text prints where another article changes its meaning. */
  readonly printedUnit?: RuleUnit
  readonly readAs?: string
  readonly note?: string
}

export type LawCheckReport = {
  readonly checked: number
  readonly ok: number
  readonly missed: number
  readonly skipped: number
  readonly findings: readonly LawFinding[]
}

/** Every dated value; a repeal shows as the `until` of the value before it. */
export function listLaw(all: readonly Rule[] = rules): readonly LawListing[] {
  return all.flatMap(rule => rule.values.flatMap(value => (value.value === null ? [] : [{
    id: rule.id,
    name: rule.name,
    instrument: value.instrument,
    article: value.article,
    value: value.value,
    unit: value.unit,
    from: value.from,
    until: value.until ?? null,
    quotation: value.quotation,
    verified: value.verified,
    checkedOn: value.checkedOn,
    ...(value.readAs === undefined ? {} : { printedUnit: value.readAs.printedUnit, readAs: value.readAs.article }),
    ...(value.note === undefined ? {} : { note: value.note }),
  }])))
}

/** Checks every value against the full texts, keyed by instrument id. */
export function reportLawCheck(texts: ReadonlyMap<string, string>, all: readonly Rule[] = rules): LawCheckReport {
  const findings = checkLaw(texts, all)
  const count = (result: LawFinding['result']): number => findings.filter(finding => finding.result === result).length
  return { checked: findings.length - count('skipped-unverified'), ok: count('ok'), missed: count('miss'), skipped: count('skipped-unverified'), findings }
}

/** The full texts in a folder: INSTRUMENT.txt each. */
export async function readLawTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.txt'))
  return new Map(await Promise.all(names.map(async name => [name.slice(0, -4), await readFile(join(folder, name), 'utf8')] as const)))
}

/** `law list --json`, `law check --texts DIR` */
export function registerLaw(program: Command, output: Output): void {
  const law = program.command('law').description('法规数据')
  law.command('list').description('列出全部法定数值及其依据').option('--json', '以 JSON 输出')
    .action((options: { readonly json?: boolean }) => {
      if (options.json === true) writeJson(output, listLaw())
      else for (const entry of listLaw()) output.out(`${lineOf(entry)}\n`)
    })
  law.command('check').description('在法规全文中逐条核对').requiredOption('--texts <文件夹>', '法规全文所在文件夹（文件名为法规标识.txt）')
    .action(async (options: { readonly texts: string }) => {
      const texts = await readLawTexts(options.texts).catch(() => undefined)
      if (texts === undefined) return writeFailure(output, `无法读取文件夹“${options.texts}”。请核对路径和读取权限。`)
      const report = reportLawCheck(texts)
      writeJson(output, report)
      if (report.missed > 0) writeFailure(output, missesOf(report.findings))
    })
}

function lineOf(entry: LawListing): string {
  const mark = entry.verified ? '' : '（未核验）'
  const rule = rules.find(candidate => candidate.id === entry.id)?.values.find(value => value.from === entry.from)
  const basis = rule === undefined ? entry.article : formatCitation({ instrument: rule.instrument, article: rule.article })
  return `${entry.id}\t${entry.value} ${entry.unit}\t${entry.from}至${entry.until ?? '今'}\t${basis}${mark}\t${entry.name}`
}

function missesOf(findings: readonly LawFinding[]): string {
  const misses = findings.filter(finding => finding.result === 'miss')
  return [`有${misses.length}条法定数值与全文不符：`, ...misses.map(miss => `  ${miss.id}（${miss.instrument} ${miss.article}）：${miss.reason}`)].join('\n')
}
