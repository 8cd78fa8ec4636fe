import type { Command } from 'commander'
import { createLog } from '../../platform/log.ts'
import { composeServices } from '../compose.ts'
import { prepareDemo } from '../prepare-demo.ts'
import type { WithInstallation } from './installation.ts'
import { writeFailure, writeJson } from './output.ts'
import type { Output } from './output.ts'

const FULL_DISTRICT = 60_000
const MOST_ENTITIES = 5_000_000
const SEED = 20_260_101

/** `demo [--entities N] [--seed S]`: fills an empty installation with the synthetic district. */
export function registerDemo(program: Command, output: Output, withInstallation: WithInstallation): void {
  program.command('demo').description('在空的数据文件夹中生成合成区县（演示数据）')
    .option('--entities <数量>', '市场主体数量', String(FULL_DISTRICT)).option('--seed <整数>', '随机种子：同一种子在同一天生成同样的数据', String(SEED))
    .action(async (options: Readonly<{ entities: string; seed: string }>) => {
      const entities = wholeNumber(options.entities, MOST_ENTITIES)
      const seed = wholeNumber(options.seed, 2 ** 32 - 1)
      if (entities === null || entities === 0) return writeFailure(output, `--entities 应为 1 至 ${MOST_ENTITIES} 的整数，现为“${options.entities}”。`)
      if (seed === null) return writeFailure(output, `--seed 应为 0 至 ${2 ** 32 - 1} 的整数，现为“${options.seed}”。`)
      return withInstallation(async (installation) => {
        const services = await composeServices({ ...installation, log: createLog('warn') })
        const startedMs = performance.now()
        const { generated } = await prepareDemo(services, { entities, seed, log: (line) => output.err(`${line}\n`) })
        if (generated === null) return writeFailure(output, '数据文件夹中已有演示数据，未作改动。请用 HENGJIAN_DATA 另指一个文件夹。')
        writeJson(output, { entities, seed, ...generated, seconds: Math.round((performance.now() - startedMs) / 100) / 10 })
        return undefined
      })
    })
}

function wholeNumber(text: string, most: number): number | null {
  return /^\d{1,10}$/.test(text) && Number(text) <= most ? Number(text) : null
}
