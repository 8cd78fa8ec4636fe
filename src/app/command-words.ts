import type { Command, CommanderError } from 'commander'

const TITLES: Readonly<Record<string, string>> = { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' }

/** What a wrong call is told, by commander's code; the quoted name is taken from its message. */
const FAULTS: Readonly<Record<string, (name: string) => string>> = {
  'commander.unknownCommand': (name) => `没有命令“${name}”`,
  'commander.unknownOption': (name) => `没有选项“${name}”`,
  'commander.missingArgument': (name) => `缺少参数“${name}”`,
  'commander.missingMandatoryOptionValue': (name) => `缺少选项“${name}”`,
  'commander.optionMissingArgument': (name) => `选项“${name}”后面缺少内容`,
  'commander.excessArguments': () => '参数过多',
  'commander.invalidArgument': (name) => `“${name}”的内容不能识别`,
}

/** Makes a command and those below it speak Chinese: help titles, help text, no English error line. */
export function speakChinese(command: Command): void {
  command.exitOverride()
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title, styleUsage: inChinese, styleSubcommandTerm: inChinese, displayWidth })
    .configureOutput({ outputError: () => undefined })
  for (const below of command.commands) speakChinese(below)
}

function inChinese(usage: string): string {
  return usage.replace('[options]', '[选项]').replace('[command]', '[命令]')
}

/** Columns on a terminal: a Chinese character takes two. */
function displayWidth(text: string): number {
  return text.length + (text.match(/[\u2E80-\uFFEF]/g)?.length ?? 0)
}

/** The Chinese line for a call that commander refused; null where it only printed help. */
export function faultOf(error: CommanderError): string | null {
  if (error.exitCode === 0 || error.code === 'commander.help') return null
  const name = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  const says = FAULTS[error.code]?.(name) ?? error.message
  return `${says}。执行 hengjian --help 查看用法。`
}
