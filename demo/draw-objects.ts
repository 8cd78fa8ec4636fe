import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import { findObjectKind } from '../src/domains/inspection/programme/object-kinds.ts'
import { entityAt } from './entity-at.ts'
import type { Register } from './entity-at.ts'
import { arrivalOf } from './entity-rows.ts'
import { holdingsOf } from './holdings.ts'

/** What a draw must know of a firm: its public id is the unified code, or its own id where it has none. */
export type DrawObject = Readonly<{
  objectId: string; entityId: string; index: number; name: string; town: string | null; kind: string; industryCode: string | null; holdings: ReadonlySet<string>
  from: CalendarDate
  /** The day it left business; null while it is in it. */
  until: CalendarDate | null
}>

/** Every firm of the register, the only list of a run that holds all of them. */
export function listDrawObjects(register: Register, entities: number): readonly DrawObject[] {
  return Array.from({ length: entities }, (_, index): DrawObject => {
    const entity = entityAt(register, index)
    const { id } = arrivalOf(register, entity)
    const { uscc, name, townCode, kind, industryCode } = entity.draft
    return {
      objectId: uscc ?? id, entityId: id, index, name, town: townCode, kind, industryCode, holdings: new Set(holdingsOf(register.seed, id, industryCode).map((holding) => holding.kind)),
      from: entity.establishedOn, until: entity.change?.on ?? null,
    }
  })
}

/** Whether a firm is in business on the day and of the kind, as the base of objects counts it. */
export function isObjectOf(kindId: string, { kind, industryCode, holdings, from, until }: DrawObject, on: CalendarDate): boolean {
  const source = findObjectKind(kindId)?.source
  if (source === undefined) throw new Error(`no kind of object ${kindId}`)
  if (from > on || (until !== null && until <= on)) return false
  if (source.from === 'register-entry') return holdings.has(source.entryKind)
  return source.kinds.some((each) => each === kind) && (source.industries.length === 0 || source.industries.some((beginning) => industryCode?.startsWith(beginning) === true))
}
