import { loadDistrict } from '../../districts/load-district.ts'
import { seedDistrict } from '../engines/register/district.ts'
import { addDays, dateInShanghai } from '../kernel/calendar-date.ts'
import { sealPending } from '../platform/ledger/seal.ts'
import { inTransaction } from '../platform/session/deps.ts'
import { assessHalfYears, assessmentServicesOf } from './assessment-services.ts'
import { createDemoAccounts, listDemoSignIns, readDemoPassword } from './demo-accounts.ts'
import type { Services } from './services.ts'

const DEMO_DISTRICT = '371003'
const DEMO_SEED = 20_260_101

/** What a visitor may sign in with, and what was generated now; null where the district was filled before. */
export type DemoAccess = Readonly<{ password: string; people: readonly Readonly<{ login: string; roleName: string }>[]; generated: DemoCounts | null }>
export type DemoCounts = Readonly<Record<string, number>>

export type DemoOptions = Readonly<{ entities: number; seed?: number; log: (line: string) => void }>

/** Makes the demonstration district on the first run: divisions, generated people, register and matters. All marked synthetic. */
export async function prepareDemo(services: Services, options: DemoOptions): Promise<DemoAccess> {
  const district = loadDistrict(DEMO_DISTRICT)
  const served = services.findDistrict()
  if (served !== null && !served.synthetic) throw new Error('数据文件夹中是正式数据，不能以演示方式启动。请用 HENGJIAN_DATA 另指一个文件夹。')
  const password = readDemoPassword(services.dataFolder, services.random)
  await inTransaction(services.pools.owner, (client) => seedDistrict(client, district, { synthetic: true }))
  await createDemoAccounts(services.session, district, password)
  await services.reloadDistrict()
  const { rowCount } = await services.pools.owner.query('SELECT FROM entity LIMIT 1')
  const generated = rowCount === 0 ? await generate(services, options) : null
  return { password, people: listDemoSignIns(district), generated }
}

async function generate(services: Services, { entities, seed = DEMO_SEED, log }: DemoOptions): Promise<DemoCounts> {
  log(`正在生成演示区县：市场主体 ${entities} 家（全区规模约 60000 家，可用 npm run demo -- --entities 60000）`)
  const { generateDistrict } = await import('../../demo/generate.ts')
  const { EVIDENCE_FILES } = await import('../../demo/evidence-files.ts')
  const { publishDraws } = await import('../../demo/publish-draws.ts')
  const { writeInspectionProgramme } = await import('../../demo/write-inspection-programme.ts')
  const { writePlanReports } = await import('../../demo/write-plan-reports.ts')
  const { writeReportedValues } = await import('../../demo/write-reported-values.ts')
  const now = services.clock.now()
  const counts = await generateDistrict({ services, entities, seed, now, log, district: DEMO_DISTRICT, secret: services.secret })
  for (const { bytes, name, mediaType } of EVIDENCE_FILES) await services.files.putOwn(bytes, { name, mediaType })
  await publishDraws(services.pools.owner, DEMO_DISTRICT)
  const until = addDays(dateInShanghai(now), -1)
  const planReports = await writePlanReports(services.pools.owner, { district: DEMO_DISTRICT, seed, until })
  const reportedValues = await writeReportedValues(services.pools.owner, { district: DEMO_DISTRICT, seed, until })
  await assessHalfYears(assessmentServicesOf(services), { from: addDays(until, -3 * 366), until })
  const programme = await writeInspectionProgramme(services.pools, { district: DEMO_DISTRICT, seed, now, bureau: services.business.bureauName() })
  await sealPending(services.pools.owner, { now: () => now })
  return { ...counts, planReports, reportedValues, ...programme }
}
