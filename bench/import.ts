// Import of a register side by side with a bare COPY of the same rows into the same tables on the same server, each on
// emptied tables, taken in turns. Prints one JSON object: seconds, ratio, growth of memory, longest stop of the event loop.
//   node bench/import.ts [ROWS] [ROUNDS] [csv|xlsx]
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { pipeline } from 'node:stream/promises'
import { setInterval } from 'node:timers'
import { seedDistrict } from '../src/engines/register/district.ts'
import { loadDistrict } from '../districts/load-district.ts'
import { entityImport } from '../src/domains/market-entry/import-entities.ts'
import { openTable } from '../src/engines/exchange/open-table.ts'
import { runImport } from '../src/engines/exchange/run-import.ts'
import type { TableFormat } from '../src/engines/exchange/table.ts'
import { writeTable } from '../src/engines/exchange/write-table.ts'
import { unifiedCodeCheckDigit } from '../src/kernel/unified-code.ts'
import { systemClock } from '../src/platform/clock.ts'
import { startDatabase } from '../src/platform/postgres/launcher.ts'
import { migrate } from '../src/platform/postgres/migrate.ts'
import { openPools } from '../src/platform/postgres/pool.ts'
import type { Pools } from '../src/platform/postgres/pool.ts'
import { systemRandom } from '../src/platform/random.ts'
import { loadInstanceSecret } from '../src/platform/secret.ts'

const rowCount = Number(process.argv[2] ?? 100_000)
const roundCount = Number(process.argv[3] ?? 2)
const format: TableFormat = process.argv[4] === 'xlsx' ? 'xlsx' : 'csv'
const TABLES = ['entity', 'entity_key', 'entity_event', 'ledger_pending']
const HEADER = ['企业名称', '统一社会信用代码', '主体类型', '登记状态', '法定代表人', '注册资本', '成立日期', '住所', '行业代码', '经营范围', '登记机关', '联系电话', '所属乡镇']

const folder = mkdtempSync(join(tmpdir(), 'hengjian-bench-'))
const database = await startDatabase({ dataFolder: folder, log: () => undefined })
const secret = loadInstanceSecret(folder)
await migrate({ ownerUrl: database.ownerUrl, secret, at: systemClock.now() })
const pools = openPools(database.ownerUrl, secret)
try {
  const district = loadDistrict('371003')
  await seedDistrict(pools.owner, district)
  const file = join(folder, `register.${format}`)
  await pipeline(writeTable(registerRows(), { format, sheetName: '名册', columns: HEADER.map((header) => ({ header })) }), createWriteStream(file))
  const imports: Measured[] = []
  const copies: number[] = []
  for (let round = 0; round < roundCount; round += 1) {
    imports.push(await measureImport(file))
    copies.push(await measureCopy(pools, folder))
  }
  const rerun = await measureImport(file, { keepsTables: true })
  const best = Math.min(...imports.map(({ seconds }) => seconds))
  const bestCopy = Math.min(...copies)
  process.stdout.write(`${JSON.stringify({ rowCount, format, imports, copySeconds: copies, rateAgainstCopy: Number((bestCopy / best).toFixed(2)), rerun }, null, 2)}\n`)
} finally {
  await pools.close()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

type Measured = Readonly<{ seconds: number; memoryGrowthMb: number; longestStopMs: number; p99StopMs: number; created: number; unchanged: number; failed: number }>

async function measureImport(file: string, options: Readonly<{ keepsTables?: boolean }> = {}): Promise<Measured> {
  if (options.keepsTables !== true) await emptyTables()
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()) }, 20)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const startedAt = performance.now()
  const context = { pool: pools.owner, district: '371003', actor: { id: 'bench', name: 'bench' }, now: systemClock.now(), randomBytes: systemRandom }
  const { created, unchanged, failed } = await runImport({ declaration: entityImport, table: await openTable(file), context, isDryRun: false }, `${file}.annotated`)
  const seconds = (performance.now() - startedAt) / 1000
  delay.disable()
  clearInterval(watch)
  return {
    seconds: round(seconds), memoryGrowthMb: round((peak - before) / 1_048_576), longestStopMs: round(delay.max / 1e6), p99StopMs: round(delay.percentile(99) / 1e6), created, unchanged, failed,
  }
}

/** The rows the import wrote, written out and read in again by the server itself, indexes included. */
async function measureCopy({ owner }: Pools, dataFolder: string): Promise<number> {
  const client = await owner.connect()
  try {
    const exportFolder = join(dataFolder, 'copy')
    await client.query(`DROP SCHEMA IF EXISTS kept CASCADE; CREATE SCHEMA kept`)
    for (const table of TABLES) await client.query(`CREATE UNLOGGED TABLE kept.${table} AS TABLE ${table}`)
    const { copyOut, copyIn } = await import('./copy-table.ts')
    let seconds = 0
    for (const table of TABLES) {
      const path = `${exportFolder}-${table}`
      await copyOut(client, `kept.${table}`, path)
      await client.query(`TRUNCATE ${table}`)
      const startedAt = performance.now()
      await copyIn(client, table, path)
      seconds += (performance.now() - startedAt) / 1000
    }
    return round(seconds)
  } finally {
    client.release()
  }
}

async function emptyTables(): Promise<void> {
  await pools.owner.query(`TRUNCATE ${TABLES.join(', ')}`)
  await pools.owner.query('CHECKPOINT')
}

async function* registerRows(): AsyncGenerator<readonly string[]> {
  const { towns } = loadDistrict('371003')
  const trades = ['百货', '餐饮', '五金', '服装', '水产', '农资', '建材', '家电']
  for (let i = 0; i < rowCount; i += 1) {
    const first17 = `92371003MA7${String(i).padStart(6, '0')}`
    const town = towns[i % towns.length]?.name ?? ''
    const name = `文登区${town}示例${String.fromCodePoint(0x4e00 + (i * 7) % 20_000)}${String.fromCodePoint(0x4e00 + (i * 13) % 20_000)}${trades[i % 8]}店`
    yield [
      name, first17 + unifiedCodeCheckDigit(first17), '个体工商户', '存续', '张示例', `${(i % 90) + 1}万元`, '2021/3/5', `山东省威海市文登区${town}示范路${i}号`, '5211',
      `${trades[i % 8]}销售；日用百货销售（依法须经批准的项目，经相关部门批准后方可开展经营活动）`, '威海市文登区行政审批服务局', '', town,
    ]
  }
}

function round(value: number): number {
  return Number(value.toFixed(1))
}
