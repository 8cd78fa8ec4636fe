import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadDistrict } from '../../districts/load-district.ts'
import { seedDistrict } from '../engines/register/district.ts'
import { inTransaction } from '../platform/session/deps.ts'
import { createDemoAccounts, listDemoSignIns, readDemoPassword } from './demo-accounts.ts'
import type { Services } from './services.ts'

const DEMO_DISTRICT = '371003'
const DEMO_SEED = 20_260_101

/** What a visitor may sign in with. */
export type DemoAccess = Readonly<{ password: string; people: readonly Readonly<{ login: string; roleName: string }>[] }>

export type DemoOptions = Readonly<{ entities: number; log: (line: string) => void }>

/** Makes the demonstration district on the first run: divisions, generated people, register and matters. All marked synthetic. */
export async function prepareDemo(services: Services, { entities, log }: DemoOptions): Promise<DemoAccess> {
  const district = loadDistrict(DEMO_DISTRICT)
  const served = services.findDistrict()
  if (served !== null && !served.synthetic) throw new Error('数据文件夹中是正式数据，不能以演示方式启动。请用 HENGJIAN_DATA 另指一个文件夹。')
  const password = readDemoPassword(services.dataFolder, services.random)
  await inTransaction(services.pools.owner, (client) => seedDistrict(client, district, { synthetic: true }))
  await createDemoAccounts(services.session, district, password)
  await services.reloadDistrict()
  const { rowCount } = await services.pools.owner.query('SELECT FROM entity LIMIT 1')
  if (rowCount === 0) await generate(services, { entities, log })
  return { password, people: listDemoSignIns(district) }
}

type Generator = (options: Readonly<{ services: Services; entities: number; seed: number; now: string; log: (line: string) => void }>) => Promise<unknown>

async function generate(services: Services, { entities, log }: DemoOptions): Promise<void> {
  const file = join(import.meta.dirname, '../../demo/generate.ts')
  if (!existsSync(file)) return
  log(`首次启动：正在生成演示区县（${entities}家市场主体；更多请用 npx hengjian demo --entities 60000）`)
  const { generateDistrict } = await import(pathToFileURL(file).href) as { generateDistrict: Generator }
  await generateDistrict({ services, entities, seed: DEMO_SEED, now: services.clock.now(), log })
}
