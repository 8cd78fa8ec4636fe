import type { Clock } from '../../platform/clock.ts'
import type { PdfRenderer } from '../../platform/pdf/render.ts'
import type { Pools } from '../../platform/postgres/pool.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { RandomBytes } from '../../platform/random.ts'
import type { IndicatorBoard } from '../indicator/contract.ts'
import type { Plan } from './plan.ts'

/** The figures of a date in the caller's scope: the function behind the dashboard, so that no report can differ from it. */
export type BoardOf = (tx: ScopedTransaction, ask: Readonly<{ district: string; asOf: string; year: number }>) => Promise<IndicatorBoard>

/** What the plan engine needs of the outside. Plans and figures are handed in: the engine names none. */
export type PlanServices = Readonly<{
  pools: Pools
  clock: Clock
  random: RandomBytes
  renderer: PdfRenderer
  plans: readonly Plan[]
  boardOf: BoardOf
  bureauName: () => string
  servedDistrict: () => Readonly<{ code: string; name: string; synthetic: boolean }>
}>
