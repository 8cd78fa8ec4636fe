import { dateInShanghai, instantFromEpoch } from '../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import type { Matter } from '../src/engines/procedure/matter.ts'
import type { Actor } from '../src/engines/procedure/role.ts'
import type { Deed } from './deed.ts'

/** Where a case stands, and who handles it. */
export type CaseStage = Readonly<{ matter: Matter; at: number; handlers: readonly Actor[]; handler: Actor }>
export type CasePart = Generator<Deed, CaseStage, Matter>

export const TEN_MINUTES = 600_000
export const dayOf = (at: number): CalendarDate => dateInShanghai(instantFromEpoch(at))
