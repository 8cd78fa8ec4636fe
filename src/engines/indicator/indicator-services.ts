import type { Clock } from '../../platform/clock.ts'
import type { Pools } from '../../platform/postgres/pool.ts'
import type { RandomBytes } from '../../platform/random.ts'
import type { AnyProcedure } from '../procedure/definition.ts'
import type { IndicatorCatalogue } from './definition.ts'

/** What the engine needs of the outside. The catalogue and the procedures are handed in: the engine names none. */
export type IndicatorServices = Readonly<{
  pools: Pools
  clock: Clock
  random: RandomBytes
  catalogue: IndicatorCatalogue
  procedures: ReadonlyMap<string, AnyProcedure>
  servedDistrict: () => Readonly<{ code: string; name: string; synthetic: boolean }>
  bureauName: () => string
}>
