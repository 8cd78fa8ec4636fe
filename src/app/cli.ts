import { Command, CommanderError } from 'commander'
import { planIndicators } from '../domains/governance/indicators/catalogue.ts'
import { entityImport } from '../domains/market-entry/index.ts'
import { reportedValueImport } from '../engines/indicator/import-reported-value.ts'
import { faultOf, speakChinese } from './command-words.ts'
import { registerAssess } from './commands/assess.ts'
import { registerDeadline } from './commands/deadline.ts'
import { registerDemo } from './commands/demo.ts'
import { registerDraw } from './commands/draw.ts'
import { registerEvaluate } from './commands/evaluate.ts'
import { registerImportCommand } from './commands/import.ts'
import { registerIndicators } from './commands/indicators.ts'
import { installationOf } from './commands/installation.ts'
import { registerLaw } from './commands/law.ts'
import { registerLedger } from './commands/ledger.ts'
import type { Output } from './commands/output.ts'
import { registerUnifiedCode } from './commands/uscc.ts'

// Results are JSON on standard output; everything for people goes to standard error.
const output: Output = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  fail: () => void (process.exitCode = 1),
}

const program = new Command('hengjian').description('衡鉴：区级市场监督管理系统')
const withInstallation = installationOf(process.env, (line) => output.err(`${line}\n`))
registerUnifiedCode(program, output)
registerDeadline(program, output)
registerLaw(program, output)
registerImportCommand(program, { output, withInstallation, imports: [entityImport, reportedValueImport(planIndicators)] })
registerIndicators(program, output, withInstallation)
registerAssess(program, output, withInstallation)
registerEvaluate(program, output, withInstallation)
registerLedger(program, output, withInstallation)
registerDemo(program, output, withInstallation)
registerDraw(program, output, withInstallation)
speakChinese(program)

try {
  await program.parseAsync()
} catch (error) {
  output.fail()
  const says = error instanceof CommanderError ? faultOf(error) : error instanceof Error ? error.message : String(error)
  if (error instanceof CommanderError && error.exitCode === 0) process.exitCode = 0
  if (says !== null) output.err(`${says}\n`)
}
