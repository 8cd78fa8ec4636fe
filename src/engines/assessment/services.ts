import type { Clock } from '../../platform/clock.ts'
import type { Pools } from '../../platform/postgres/pool.ts'
import type { RandomBytes } from '../../platform/random.ts'
import type { AssessmentModel } from './definition.ts'

/** What the engine needs of the outside. The models are handed in: the engine names none. */
export type AssessmentServices = Readonly<{
  pools: Pools
  clock: Clock
  random: RandomBytes
  models: readonly AssessmentModel[]
  industryName: (code: string | null) => string | null
  district: () => string
}>
