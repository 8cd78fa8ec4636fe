import type { PoolClient } from 'pg'
import { loadDistrict } from '../districts/load-district.ts'
import type { CalendarDate, Instant } from '../src/kernel/calendar-date.ts'
import { dateInShanghai, epochOf, instantFromEpoch, startOfDayInShanghai } from '../src/kernel/calendar-date.ts'
import { epochOfIdentifier, identifierFrom } from '../src/kernel/identifier.ts'
import { seedDistrict } from '../src/engines/register/district.ts'
import type { District } from '../src/engines/register/district.ts'
import { sealPending } from '../src/platform/ledger/seal.ts'
import type { Pools } from '../src/platform/postgres/pool.ts'
import type { InstanceSecret } from '../src/platform/secret.ts'
import { atlasOf } from './places.ts'
import type { Register } from './entity-at.ts'
import { readOfficers, staffOf } from './officers.ts'
import type { Officer } from './officers.ts'
import { writeEntities } from './write-entities.ts'
import { writeMatters } from './write-matters.ts'

export type GenerateOptions = Readonly<{
  services: Readonly<{ pools: Pick<Pools, 'owner'> }>
  entities: number
  /** About how many complaints, reports and work orders; 0.22 for each entity from 2021-01-01 to 2026-11-22 unless given. */
  matters?: number
  seed: number
  /** The history ends with the day before; the hour makes no difference. */
  now: Instant
  /** One line of progress for people. */
  log: (line: string) => void
  /** Who acts; the account holders of the district unless given. */
  officers?: readonly Officer[]
  /** Seals what draws keep closed; without it no further round of a draw can be held. */
  secret?: InstanceSecret
  /** Code of the district whose data folder is used; 371003 unless given. */
  district?: string
}>

export type Counts = Readonly<{ entities: number; entityEvents: number; matters: number; openMatters: number; matterEvents: number; documents: number; publications: number; auditEvents: number; draws: number; leaves: number }>

const DISTRICT = '371003'
const MINUTE_MS = 60_000
const TABLES = [
  'entity', 'entity_key', 'entity_event', 'matter', 'matter_event', 'matter_clock', 'matter_link', 'party', 'document', 'publication', 'publication_version', 'publication_due', 'attachment', 'step_proposal', 'audit_event', 'number_series', 'draw', 'draw_proof', 'draw_value', 'draw_selection', 'ledger_pending', 'ledger_leaf', 'ledger_seal',
]

/**
 * Fills an empty installation with a synthetic district: the same seed, day and accounts give the same bytes. All rows
 * are written in one transaction, then sealed. Throws in Chinese where real data stands in the way.
 */
export async function generateDistrict(options: GenerateOptions): Promise<Counts> {
  const { services: { pools }, entities, seed, log } = options
  const district = loadDistrict(options.district ?? DISTRICT)
  const today = dateInShanghai(options.now)
  const client = await pools.owner.connect()
  try {
    await begin(client, district)
    const staff = staffOf(options.officers ?? await readOfficers(client, district.code), district.offices.map(({ id }) => id))
    const register = await writeRegister(client, { district, today, entities, seed, log })
    const matters = await writeMatters(client, register.register, { entities, matters: options.matters, staff, secret: options.secret ?? null, onYear: (year, done) => log(`正在生成${year}年的投诉、举报和工单（已有 ${done} 件）`) })
    await client.query('COMMIT')
    log(`已生成办件 ${matters.matters} 件（在办 ${matters.open} 件）、记录 ${matters.events} 条，正在存证`)
    const leaves = await sealAsLived(pools.owner, startOfDayInShanghai(today))
    await client.query(`VACUUM (ANALYZE) ${TABLES.join(', ')}`)
    return {
      entities, entityEvents: register.events, matters: matters.matters, openMatters: matters.open, matterEvents: matters.events, documents: matters.documents, publications: matters.publications, auditEvents: matters.auditEvents, draws: matters.draws, leaves,
    }
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** Seals as a running installation would have: soon after the events, and before the numbers of every announced draw came out. */
async function sealAsLived(owner: Pools['owner'], end: Instant): Promise<number> {
  const { rows } = await owner.query<{ first_source_at: Instant }>('SELECT DISTINCT first_source_at FROM draw WHERE first_source_at < $1 ORDER BY 1', [end])
  let leaves = 0
  for (const until of [...rows.map((row) => epochOf(row.first_source_at) - MINUTE_MS), epochOf(end)]) {
    const now = (last: string): Instant => instantFromEpoch(Math.min(epochOfIdentifier(last) + MINUTE_MS, until))
    leaves += (await sealPending(owner, { now, before: identifierFrom(until, new Uint8Array(10)) })).added
  }
  return leaves + (await sealPending(owner, { now: () => end })).added
}

type Plan = Readonly<{ district: District; today: CalendarDate; entities: number; seed: number; log: (line: string) => void }>

async function writeRegister(client: PoolClient, { district, today, entities, seed, log }: Plan): Promise<{ register: Register; events: number }> {
  const register: Register = { seed, district, atlas: atlasOf(district), today, redraws: new Uint8Array(entities) }
  let said = 0
  const onProgress = (done: number): void => {
    if (done - said < 20_000) return
    said = done
    log(`正在生成市场主体（${done} / ${entities}）`)
  }
  const { events } = await writeEntities(client, register, { count: entities, onProgress })
  log(`已生成市场主体 ${entities} 家`)
  return { register, events }
}

async function begin(client: PoolClient, district: District): Promise<void> {
  await client.query('BEGIN')
  await client.query(`SET LOCAL gin_pending_list_limit = '64MB'; SET LOCAL work_mem = '64MB'; SET LOCAL synchronous_commit = off; SET LOCAL citus.multi_shard_modify_mode = 'sequential'`)
  await seedDistrict(client, district, { synthetic: true })
  const { rows } = await client.query<{ synthetic: boolean; filled: boolean }>(
    `SELECT synthetic, EXISTS (SELECT FROM entity WHERE district_code = $1) OR EXISTS (SELECT FROM matter WHERE district_code = $1) AS filled
     FROM district WHERE code = $1`, [district.code])
  if (rows[0]?.synthetic !== true) throw new Error(`${district.name}已作为正式区县使用，不能写入模拟数据。请用 HENGJIAN_DATA 另指一个数据文件夹。`)
  if (rows[0].filled) throw new Error(`${district.name}已有数据，模拟数据只写入空的区县。请用 HENGJIAN_DATA 另指一个数据文件夹。`)
}
