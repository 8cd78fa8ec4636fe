import { join } from 'node:path'
import { processSubmissions, publishOverview } from '../domains/consumer/index.ts'
import { publishAnchors } from '../engines/draw/held/publish-anchors.ts'
import { publishPlanIndicators } from '../engines/indicator/publish.ts'
import { publishPlanProgress } from '../engines/plan/publish-progress.ts'
import { endDuePublications } from '../engines/publication/end-due.ts'
import { recordExpiries } from '../engines/procedure/record-expiries.ts'
import type { Clock } from '../platform/clock.ts'
import { openFileStore } from '../platform/files.ts'
import { sealPending } from '../platform/ledger/seal.ts'
import type { Log } from '../platform/log.ts'
import type { Pools } from '../platform/postgres/pool.ts'
import { every } from '../platform/queue.ts'
import type { Loop } from '../platform/queue.ts'
import { systemRandom } from '../platform/random.ts'
import type { InstanceSecret } from '../platform/secret.ts'
import { readSessionSettings } from '../platform/session/settings.ts'
import type { SessionSettings } from '../platform/session/settings.ts'
import { assessDaily, assessmentServicesOf } from './assessment-services.ts'
import { businessOf } from './business.ts'
import { openCalendar } from './calendar-service.ts'
import { indicatorServicesOf } from './indicator-services.ts'
import { planServicesOf } from './plan-services.ts'
import { publicationServicesOf } from './publication-services.ts'
import { notSetUp, readServedDistrict } from './services.ts'
import type { BaseServices, Services } from './services.ts'

export type ComposeOptions = {
  readonly clock: Clock
  readonly log: Log
  readonly pools: Pools
  readonly secret: InstanceSecret
  readonly dataFolder: string
  readonly publicAddress?: string
  /** Over the stored settings, e.g. no second factor in the demonstration. */
  readonly sessionSettings?: Partial<SessionSettings>
}

const SEAL_EVERY_MS = 3_000
// What a crash left waiting; otherwise a submission is taken in at once.
const INTAKE_EVERY_MS = 10_000
const EXPIRIES_EVERY_MS = 60_000
const ANCHORS_EVERY_MS = 15_000
const OVERVIEW_EVERY_MS = 600_000
const INDICATORS_EVERY_MS = 600_000
const PLAN_EVERY_MS = 600_000
const ASSESS_EVERY_MS = 900_000
const END_PUBLICATIONS_EVERY_MS = 300_000

/** Builds the services of one process over an open, migrated database. */
export async function composeServices(options: ComposeOptions): Promise<Services> {
  const { clock, log, pools, secret, dataFolder } = options
  const settings = { ...(await readSessionSettings(pools.owner)), ...options.sessionSettings }
  const years = await openCalendar(pools.owner)
  let served = await readServedDistrict(pools)
  const base: BaseServices = {
    clock, log, pools, secret, dataFolder, years, publicAddress: options.publicAddress ?? 'http://localhost:8080',
    random: systemRandom,
    files: openFileStore(join(dataFolder, 'files')),
    session: { owner: pools.owner, clock, random: systemRandom, secret, settings },
    calendar: years.current,
    findDistrict: () => served,
    district: () => {
      if (served === null) throw notSetUp()
      return served.code
    },
    reloadDistrict: async () => {
      served = await readServedDistrict(pools)
    },
  }
  return { ...base, business: businessOf(base) }
}

/** The work that runs beside the requests. Answers the function that ends it. */
export function startBackgroundWork(services: Services): () => Promise<void> {
  const { clock, log, pools, business, findDistrict } = services
  const onError = (error: unknown, name: string): void => log.error({ err: error, loop: name }, 'background work failed')
  const whenSetUp = (work: () => Promise<unknown>) => async (): Promise<void> => {
    if (findDistrict() !== null) await work()
  }
  const indicators = indicatorServicesOf(services)
  const plan = planServicesOf(services)
  const assessments = assessmentServicesOf(services)
  const publications = publicationServicesOf(services)
  const loops: readonly Loop[] = [
    every({ name: 'seal-ledger', everyMs: SEAL_EVERY_MS, onError }, () => sealPending(pools.owner, { now: () => clock.now() })),
    every({ name: 'take-in-submissions', everyMs: INTAKE_EVERY_MS, onError }, whenSetUp(() => processSubmissions(business))),
    every({ name: 'record-expiries', everyMs: EXPIRIES_EVERY_MS, onError }, whenSetUp(() => recordExpiries(business, services.district()))),
    every({ name: 'publish-draw-anchors', everyMs: ANCHORS_EVERY_MS, onError }, whenSetUp(() => publishAnchors(pools.desk, services.district(), clock.now()))),
    every({ name: 'publish-overview', everyMs: OVERVIEW_EVERY_MS, onError }, whenSetUp(() => publishOverview(business))),
    every({ name: 'publish-plan-indicators', everyMs: INDICATORS_EVERY_MS, onError }, whenSetUp(() => publishPlanIndicators(indicators))),
    every({ name: 'publish-plan-progress', everyMs: PLAN_EVERY_MS, onError }, whenSetUp(() => publishPlanProgress(plan))),
    every({ name: 'assess-daily', everyMs: ASSESS_EVERY_MS, onError }, whenSetUp(() => assessDaily(assessments))),
    every({ name: 'end-publications', everyMs: END_PUBLICATIONS_EVERY_MS, onError }, whenSetUp(() => endDuePublications(publications))),
  ]
  return async () => {
    await Promise.all(loops.map((loop) => loop.stop()))
  }
}
