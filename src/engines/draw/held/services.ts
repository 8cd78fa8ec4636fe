import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import type { JsonValue } from '../../../kernel/canonical-json.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Pools } from '../../../platform/postgres/pool.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { RandomBytes } from '../../../platform/random.ts'
import type { InstanceSecret } from '../../../platform/secret.ts'
import type { SignedIn } from '../../../platform/session/signed-in.ts'

/** An inspector behind a row of the public list; without an account where another department sends the person. */
export type DrawPerson = Readonly<{ profileId: string; accountId: string | null; name: string; department: string; officeId: string | null; officeName: string | null }>

/** What a draw is for: words for the reader, and what is handed on when its tasks are opened. Not public. */
export type DrawPurpose = Readonly<{
  words: readonly Readonly<{ label: string; value: string; link: string | null }>[]
  items: readonly string[]
  /** What each stratum holds, by id, in words of the desk. */
  inside: Readonly<Record<string, string>>
  people: Readonly<Record<string, DrawPerson>>
  visitsFrom: CalendarDate
  visitsTo: CalendarDate
  opening: JsonValue
}>

/** One visit to open: the entity drawn, and who goes. */
export type TaskOrder = Readonly<{
  district: string; drawId: string; drawNumber: string; entityId: string; objectId: string; officeId: string; items: readonly string[]
  team: readonly DrawPerson[]; visitsFrom: CalendarDate; visitsTo: CalendarDate; opening: JsonValue; synthetic: boolean
}>
export type TaskAnswer = Readonly<{ matterId: string }> | Readonly<{ fault: string }>

/** Opens what follows a draw for one entity, in the caller's transaction. The engine names no procedure. */
export type OpenTask = (tx: ScopedTransaction, order: TaskOrder, person: SignedIn) => Promise<TaskAnswer>

/** What the engine of held draws needs of the outside. */
export type DrawServices = Readonly<{
  pools: Pools
  clock: Clock
  random: RandomBytes
  secret: InstanceSecret
  servedDistrict: () => Readonly<{ code: string; name: string; synthetic: boolean }>
  openTask: OpenTask
}>
