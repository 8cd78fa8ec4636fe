import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDistrict } from '../../districts/load-district.ts'
import { composeServices } from '../../src/app/compose.ts'
import type { ConsumerServices } from '../../src/domains/consumer/index.ts'
import type { Decided } from '../../src/engines/procedure/decide.ts'
import { answerOf, instantOf } from '../../src/engines/procedure/example.ts'
import { openMatter } from '../../src/engines/procedure/open-matter.ts'
import type { OpeningOrder } from '../../src/engines/procedure/open-matter.ts'
import type { Role } from '../../src/engines/procedure/role.ts'
import { findMatter } from '../../src/engines/procedure/store.ts'
import type { Doer } from '../../src/engines/procedure/take-step.ts'
import type { Facts, Matter } from '../../src/engines/procedure/matter.ts'
import { takeStep } from '../../src/engines/procedure/take-step.ts'
import type { StepAnswer } from '../../src/engines/procedure/take-step.ts'
import { seedDistrict } from '../../src/engines/register/district.ts'
import { createLog } from '../../src/platform/log.ts'
import { inScope } from '../../src/platform/postgres/scope.ts'
import type { ScopeSettings, ScopedTransaction } from '../../src/platform/postgres/scope.ts'
import { createTestDatabase } from './database.ts'
import type { TestDatabase } from './database.ts'

export const DISTRICT = '371003'

export type StepAsked = Readonly<{ matterId: string; step: string; input?: Facts; stepId?: string; expectedVersion?: number | null }>

/** The real services over a database of its own, with a clock the test sets. Nothing is replaced but the time. */
export type ProcedureBench = Readonly<{
  database: TestDatabase
  services: ConsumerServices
  /** Sets the clock to a minute in China: '2026-09-24 10:30'. */
  setTime: (minute: string) => void
  open: (doer: Doer, order: Partial<OpeningOrder> & Readonly<{ procedure: string; officeId: string; facts: Facts }>) => Promise<Decided>
  take: (doer: Doer, asked: StepAsked) => Promise<StepAnswer>
  find: (doer: Doer, matterId: string) => Promise<Matter>
  /** Runs queries as the desk role within a scope. */
  asDesk: <T>(scope: Partial<ScopeSettings>, work: (tx: ScopedTransaction) => Promise<T>) => Promise<T>
  dispose: () => Promise<void>
}>

export async function openProcedureBench(startsAt: string): Promise<ProcedureBench> {
  const database = await createTestDatabase()
  const dataFolder = mkdtempSync(join(tmpdir(), 'hengjian-bench-'))
  let now = instantOf(startsAt)
  const clock = { now: () => now }
  await seedDistrict(database.pools.owner, loadDistrict(DISTRICT))
  const { business: services } = await composeServices({ clock, log: createLog('silent'), pools: database.pools, secret: database.secret, dataFolder })
  return {
    database, services,
    setTime: (minute) => void (now = instantOf(minute)),
    open: async (doer, order) => {
      const decision = await inScope(services.pools.desk, doer.scope, (tx) => openMatter(tx, services, doer.actor, {
        district: DISTRICT, title: '示例事项', channel: 'counter', receivedAt: now, parties: [], synthetic: true, ...order,
      }))
      if (decision.kind !== 'decided') throw new Error(`not opened: ${answerOf(decision)}`)
      return decision
    },
    take: (doer, { matterId, step, input = {}, stepId = randomUUID(), expectedVersion = null }) => takeStep(services, doer, { matterId, step, input, stepId, expectedVersion }),
    find: async (doer, matterId) => {
      const matter = await inScope(services.pools.desk, doer.scope, (tx) => findMatter(tx, DISTRICT, matterId))
      if (matter === null) throw new Error(`matter ${matterId} is out of sight`)
      return matter
    },
    asDesk: (scope, work) => inScope(services.pools.desk, { district: DISTRICT, ...scope }, work),
    dispose: async () => {
      await database.dispose()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A person with one role, for all offices or for one; the scope is what such a person's session gives. */
export function doerWith(role: Role, office = '*'): Doer {
  const offices = office === '*' ? '*' as const : [office]
  const person = `${role}${office === '*' ? '' : ` ${office}`}`
  return {
    actor: { id: person, name: person, officeId: office === '*' ? 'general-office' : office, roles: [{ role, offices: office === '*' ? ['*'] : [office], towns: ['*'] }] },
    scope: { district: DISTRICT, account: person, offices, towns: '*' },
  }
}
