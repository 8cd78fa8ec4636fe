import { resolve } from 'node:path'
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

/** Small enough for the first start; the full district has 60,000. */
const DEMO_ENTITIES = 6_000

/** What was started, ended in reverse order. */
const endings: (() => Promise<void>)[] = []

async function main(): Promise<void> {
  const isDemo = process.argv.includes('--demo')
  const env = process.env
  const port = Number(env.PORT ?? 8080)
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

  const services = await composeServices({ clock, log, pools, secret, dataFolder, sessionSettings: isDemo ? { secondFactorForLeaders: 0 } : {} })
  if (isDemo) tellDemo(await prepareDemo(services, { entities: Number(env.HENGJIAN_DEMO_ENTITIES ?? DEMO_ENTITIES), log: say }))
  else if (await isWithoutAccounts(services)) say(`系统尚无账户。请在办公端完成初始设置，设置码：${readSetupCode(dataFolder)}`)
  const app = await createServer(services, env.HENGJIAN_PROXIES === undefined ? {} : { trustedProxies: env.HENGJIAN_PROXIES.split(',') })
  endings.push(() => app.close())
  await app.listen({ port, host })
  endings.push(startBackgroundWork(services))
  say(`公众端 http://localhost:${port}/   办公端 http://localhost:${port}/desk   移动执法端 http://localhost:${port}/field`)
  console.log(`ready http://localhost:${port}`)
}

function tellDemo({ password, people }: DemoAccess): void {
  say('演示数据均为生成，不涉及真实的企业和个人。演示账户：')
  for (const { login, roleName } of people) say(`  ${login.padEnd(12)}${roleName}`)
  say(`演示账户的口令均为：${password}`)
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
