import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { failInterruptedRuns } from '../engines/exchange/import-runs.ts'
import { systemClock } from '../platform/clock.ts'
import { createLog } from '../platform/log.ts'
import { migrate } from '../platform/postgres/migrate.ts'
import { openPools } from '../platform/postgres/pool.ts'
import { loadInstanceSecret } from '../platform/secret.ts'
import { readSetupCode } from '../platform/session/first-administrators.ts'
import { composeServices, startBackgroundWork } from './compose.ts'
import { openDatabase } from './open-database.ts'
import { prepareDemo } from './prepare-demo.ts'
import type { DemoAccess } from './prepare-demo.ts'
import { isWithoutAccounts } from './routes/setup.ts'
import { createServer } from './server.ts'

/** A fifth of the district: the first start stays well under two minutes; the full district has 60,000. */
const DEMO_ENTITIES = 12_000

/** What was started, ended in reverse order. */
const endings: (() => Promise<void>)[] = []

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false }, entities: { type: 'string', default: String(DEMO_ENTITIES) } } })
  const isDemo = values.demo
  const env = process.env
  const port = wholeNumber(env.PORT ?? '8080', 'PORT', 65_535)
  const entities = wholeNumber(values.entities, '--entities', 10_000_000)
  const host = env.HOST ?? (isDemo ? '127.0.0.1' : '0.0.0.0')
  const dataFolder = resolve(env.HENGJIAN_DATA ?? '.data')
  const log = createLog('warn')
  const clock = systemClock

  const database = await openDatabase({ dataFolder, url: env.DATABASE_URL, log: say })
  endings.push(() => database.stop())
  const secret = loadInstanceSecret(dataFolder)
  const applied = await migrate({ ownerUrl: database.ownerUrl, secret, at: clock.now() })
  if (applied.length > 0) say(`数据库结构已更新：${applied.length}项`)
  const pools = openPools(database.ownerUrl, secret)
  endings.push(() => pools.close())

  const services = await composeServices({ clock, log, pools, secret, dataFolder, publicAddress: (env.HENGJIAN_ADDRESS ?? `http://localhost:${port}`).replace(/\/+$/u, ''), sessionSettings: isDemo ? { secondFactorForLeaders: 0 } : {} })
  await failInterruptedRuns(pools.owner, clock.now())
  if (isDemo) tellDemo(await prepareDemo(services, { entities, log: say }))
  else if (await isWithoutAccounts(services)) say(`系统尚无账号。请在办公端完成初始设置，设置码：${readSetupCode(dataFolder)}`)
  const app = await createServer(services, env.HENGJIAN_PROXIES === undefined ? {} : { trustedProxies: env.HENGJIAN_PROXIES.split(',') })
  endings.push(() => app.close())
  await app.listen({ port, host }).catch((error: unknown) => explainPort(error, port))
  endings.push(startBackgroundWork(services))
  say(`公众端 http://localhost:${port}/   办公端 http://localhost:${port}/desk   移动执法端 http://localhost:${port}/field`)
  console.log(`ready http://localhost:${port}`)
}

function wholeNumber(text: string, name: string, most: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > most) throw new Error(`${name} 应为 1 至 ${most} 的整数，现为“${text}”。`)
  return value
}

function explainPort(error: unknown, port: number): never {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') throw new Error(`端口 ${port} 已被其他程序占用。请用 PORT 另指一个端口，例如 PORT=8090。`, { cause: error })
  if (code === 'EACCES') throw new Error(`没有权限使用端口 ${port}。请用 PORT 另指一个 1024 以上的端口。`, { cause: error })
  throw error
}

function tellDemo({ password, people }: DemoAccess): void {
  say('演示数据均为生成，不涉及真实的企业和个人。演示账号：')
  for (const { login, roleName } of people) say(`  ${login.padEnd(12)}${roleName}`)
  say(`演示账号的密码均为：${password}`)
}

let isEnding = false

async function end(exitCode: number): Promise<void> {
  if (isEnding) return
  isEnding = true
  for (const ending of endings.reverse()) await ending().catch((error: unknown) => console.error(error))
  process.exit(exitCode)
}

function say(line: string): void {
  console.log(line)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  await end(1)
}
