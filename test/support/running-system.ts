import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unissuedUnifiedCode } from '../../demo/unissued-code.ts'
import { loadDistrict } from '../../districts/load-district.ts'
import { composeServices, startBackgroundWork } from '../../src/app/compose.ts'
import { createDemoAccounts, readDemoPassword } from '../../src/app/demo-accounts.ts'
import { createServer } from '../../src/app/server.ts'
import type { Services } from '../../src/app/services.ts'
import { seedDistrict } from '../../src/engines/register/district.ts'
import type { EntityDraft } from '../../src/engines/register/entity-draft.ts'
import { saveEntities } from '../../src/engines/register/save-entities.ts'
import { epochOf, instantFromEpoch } from '../../src/kernel/calendar-date.ts'
import type { Instant } from '../../src/kernel/calendar-date.ts'
import type { Clock } from '../../src/platform/clock.ts'
import { createLog } from '../../src/platform/log.ts'
import { inTransaction } from '../../src/platform/session/deps.ts'
import { createTestDatabase } from './database.ts'

/**
 * The real system as `npm run demo` composes it: database, district, accounts, routes, background work, built surfaces,
 * on a free port of the loopback address. One thing is replaced: the clock, which the test sets. The Date header of the
 * answers tells the same time, since the surfaces take the time from it.
 */
export type RunningSystem = {
  readonly origin: string
  readonly services: Services
  readonly clock: SettableClock
  /** Password of every demo account. */
  readonly password: string
  dispose(): Promise<void>
}

export type SettableClock = Clock & { set(at: Instant): void }

export const DISTRICT = '371003'

/** A clock that runs on from the moment it was last set to. */
function settableClock(at: Instant): SettableClock {
  let setTo = epochOf(at)
  let setWhen = performance.now()
  return {
    now: () => instantFromEpoch(Math.round(setTo + performance.now() - setWhen)),
    set: (next) => {
      setTo = epochOf(next)
      setWhen = performance.now()
    },
  }
}

/** Starts the system at that time, with generated enterprises in its register. */
export async function startSystem(startsAt: Instant, firms: readonly FirmEntry[] = []): Promise<RunningSystem> {
  const webFolder = join(import.meta.dirname, '../../dist/web')
  if (!existsSync(join(webFolder, 'portal', 'index.html'))) throw new Error('the surfaces are not built: npm test builds them')
  const database = await createTestDatabase()
  const dataFolder = mkdtempSync(join(tmpdir(), 'hengjian-system-'))
  chmodSync(dataFolder, 0o711)
  const clock = settableClock(startsAt)
  const services = await composeServices({
    clock, log: createLog('silent'), pools: database.pools, secret: database.secret, dataFolder, sessionSettings: { secondFactorForLeaders: 0, passwordMaxAgeDays: 3650 },
  })
  const password = readDemoPassword(dataFolder, services.random)
  await inTransaction(database.pools.owner, (client) => seedDistrict(client, loadDistrict(DISTRICT), { synthetic: true }))
  await createDemoAccounts(services.session, loadDistrict(DISTRICT), password)
  await services.reloadDistrict()
  await enterFirms(services, firms)
  const app = await createServer(services, { webFolder })
  app.addHook('onSend', async (_request, reply) => void reply.header('date', new Date(clock.now()).toUTCString()))
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const endWork = startBackgroundWork(services)
  return {
    origin, services, clock, password,
    dispose: async () => {
      await endWork()
      await app.close()
      await database.dispose()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** An enterprise of the register; `industryCode` of GB/T 4754 with its letter, an address may be missing from the register. */
export type FirmEntry = Readonly<{ name: string; townCode: string; address: string | null; industryCode?: string }>

async function enterFirms(services: Services, firms: readonly FirmEntry[]): Promise<void> {
  const drafts = firms.map(({ name, townCode, address, industryCode = '5211' }, index): EntityDraft => ({
    uscc: unissuedUnifiedCode(index, 'enterprise', DISTRICT), registrationNo: null, name, kind: 'enterprise', legalForm: '有限责任公司（自然人独资）', status: 'active',
    legalRepresentative: '王示范', phone: null, capitalInFen: 50_000_000, capitalCurrency: 'CNY', establishedOn: '2019-03-18', deregisteredOn: null, address, townCode,
    villageCode: null, placeRule: null, industryCode, businessScope: '食品销售；日用百货销售；家用电器销售。', registrationAuthority: '威海市文登区行政审批服务局',
    parentUscc: null, source: '模拟数据', synthetic: true,
  }))
  const context = { district: DISTRICT, actor: { id: 'import', name: '登记导入' }, now: services.clock.now(), randomBytes: services.random }
  await inTransaction(services.pools.owner, (client) => saveEntities(client, drafts, context))
}
