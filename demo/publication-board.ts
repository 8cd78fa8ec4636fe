import { dateInShanghai, epochOf, startOfDayInShanghai } from '../src/kernel/calendar-date.ts'
import { identifierFrom } from '../src/kernel/identifier.ts'
import { isRefusal } from '../src/kernel/refusal.ts'
import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import type { WorkingCalendar } from '../src/kernel/working-calendar.ts'
import { publicationCatalogue } from '../src/domains/publications.ts'
import type { Matter, MatterEvent } from '../src/engines/procedure/matter.ts'
import type { EndKind, Lasting, Publication, PublicationEnding } from '../src/engines/publication/definition.ts'
import type { Known } from '../src/engines/publication/detect.ts'
import { draftOf, knownOf, publicContext } from '../src/engines/publication/draft.ts'
import { REACHED, lastDayWith, outlasts } from '../src/engines/publication/keep-publication.ts'
import { endWords, publicationAuditRow, publicationRow, versionRow } from '../src/engines/publication/publication-rows.ts'
import type { Action, PublicationState } from '../src/engines/publication/publication-rows.ts'
import { isPublishable, triggeredBy } from '../src/engines/publication/publish-matter.ts'
import { dueOf } from '../src/engines/publication/term.ts'
import { firstState } from '../src/engines/publication/write-publication.ts'
import { pendingRow } from '../src/platform/ledger/record.ts'
import type { Chance } from './chance.ts'
import type { RowBuffer } from './copy-rows.ts'

type Tables = Readonly<Record<'publication' | 'version' | 'due' | 'audit' | 'pending', RowBuffer>>
/** What of a kind that lasts with others would be its last day alone. */
type Lone = Readonly<{ untilOn: CalendarDate; lasting: Lasting }>
type Kept = { state: PublicationState; readonly chance: Chance }
type Awaited = Readonly<{ publication: Publication; matter: Matter; at: string; chance: Chance }>
type Cause = Pick<MatterEvent, 'at' | 'actorId' | 'actorName'>

/** Publications made and ended by the matters' own events, as the listener of the engine does it, for bulk loading. */
export type PublicationBoard = Readonly<{
  /** `known` tells the people of the matter, whom no text may name, and the numbers of its documents; asked where something is published. */
  follow: (matter: Matter, events: readonly MatterEvent[], told: Readonly<{ chance: Chance; known: () => Known }>) => void
  /** Tells that a matter grew out of another. */
  link: (parentId: string, childId: string) => void
  /** Writes what something could still have ended, and what waits for an officer. */
  finish: () => void
  counts: () => Readonly<{ made: number; recorded: number }>
}>

const { publications, endings } = publicationCatalogue
const byProcedure = Map.groupBy(publications, ({ procedure }) => procedure)
const endingsByProcedure = Map.groupBy(endings, ({ procedure }) => procedure)
const lasting = publications.filter(({ lastsWith }) => lastsWith !== undefined)
const endable = new Set(endings.flatMap(({ kinds }) => kinds))

export function createPublicationBoard(calendar: WorkingCalendar, tables: Tables, bureauName: string): PublicationBoard {
  const live = new Map<string, Kept>()
  const awaited = new Map<string, Awaited>()
  const parents = new Map<string, string>()
  const lone = new Map<string, Lone>()
  /** Live publications that lengthen others, with the matters they grew out of. */
  const outlasting = new Map<string, Readonly<{ state: PublicationState; above: readonly string[] }>>()
  let made = 0
  let recorded = 0

  const record = (state: PublicationState, action: Action, cause: Cause, chance: Chance, reason: string | null): void => {
    const newId = (): string => identifierFrom(epochOf(cause.at), chance.bytes(10))
    const change = { action, actorId: cause.actorId, actorName: cause.actorName, at: cause.at, reason, versionId: newId(), auditId: newId() }
    tables.version.add(versionRow(state, change))
    const audit = publicationAuditRow(state, change)
    tables.audit.add(audit)
    tables.pending.add(pendingRow('audit_event', audit))
    recorded += 1
  }

  const start = (publication: Publication, matter: Matter, cause: Cause, { chance, known }: Readonly<{ chance: Chance; known: () => Known }>): void => {
    const key = `${publication.kind} ${matter.id}`
    if (live.has(key)) return
    const draft = draftOf(publication, matter, knownOf(publication, matter, { ...known(), bureauName }))
    const state = firstState(publication, matter, draft, { id: identifierFrom(epochOf(cause.at), chance.bytes(10)), at: cause.at, calendar: () => calendar })
    if (draft.objections.length > 0 || isRefusal(state)) throw new Error(`${publication.kind} of ${matter.number} cannot be loaded: ${JSON.stringify(isRefusal(state) ? state : draft.objections)}`)
    made += 1
    awaited.delete(key)
    record(state, 'published', cause, chance, null)
    if (!endable.has(publication.kind)) return tables.publication.add(publicationRow(state))
    live.set(key, { state, chance })
    if (publication.lastsWith !== undefined && state.untilOn !== null) {
      lone.set(key, { untilOn: state.untilOn, lasting: publication.lastsWith })
      settle(key, cause, null)
    }
    if (lasting.some(({ lastsWith }) => lastsWith?.kinds.includes(publication.kind) === true && outlasts(publication, matter, lastsWith))) {
      outlasting.set(key, { state, above: lineOf(parents, matter.id) })
      settleAbove(key, cause, null)
    }
  }

  /** The last day of the longest it lasts with, or the end of the last of them, as the engine settles it. */
  const settle = (key: string, cause: Cause, last: EndKind | null): void => {
    const [kept, alone] = [live.get(key), lone.get(key)]
    if (kept === undefined || alone === undefined) return
    const others = [...outlasting.values()].filter(({ state: { kind }, above }) => alone.lasting.kinds.includes(kind) && above.includes(kept.state.matterId)).map(({ state }) => state)
    if (others.length === 0 && last !== null && REACHED.includes(last)) return take(key, kept, last, cause, null)
    const untilOn = lastDayWith(alone.untilOn, others)
    if (untilOn === kept.state.untilOn) return
    kept.state = { ...kept.state, untilOn }
    record(kept.state, 'retimed', cause, kept.chance, null)
  }

  const settleAbove = (key: string, cause: Cause, last: EndKind | null): void => {
    const above = outlasting.get(key)?.above ?? []
    if (last !== null) outlasting.delete(key)
    for (const id of above) for (const { kind } of lasting) settle(`${kind} ${id}`, cause, last)
  }

  const take = (key: string, kept: Kept, why: EndKind, cause: Cause, reason: string | null): void => {
    const state = { ...kept.state, ended: { at: cause.at, why, says: endWords(why) } }
    record(state, 'ended', cause, kept.chance, reason)
    tables.publication.add(publicationRow(state))
    live.delete(key)
  }

  const end = (ending: PublicationEnding, matter: Matter, cause: Cause): void => {
    const context = publicContext(matter)
    if (ending.appliesTo?.(context) === false) return
    const named = ending.named?.(context)
    const isMeant = ({ kind, matterId, extract }: PublicationState): boolean => ending.kinds.includes(kind)
      && (named === undefined ? matterId === matter.id : named.some(({ field, value }) => extract.some((each) => each.key === field && each.value === value)))
    for (const [key, kept] of named === undefined ? ending.kinds.flatMap((kind) => entryOf(live, `${kind} ${matter.id}`)) : live) {
      if (!isMeant(kept.state)) continue
      take(key, kept, ending.why, cause, `${matter.number}，${dateInShanghai(cause.at)}`)
      settleAbove(key, cause, ending.why)
    }
  }

  return {
    counts: () => ({ made, recorded }),
    follow: (matter, events, told) => {
      for (const publication of byProcedure.get(matter.procedure) ?? []) {
        const cause = triggeredBy(publication.on, events)
        if (cause !== null && isPublishable(publication, matter)) start(publication, matter, cause, told)
        const first = publication.awaited === undefined ? null : triggeredBy(publication.awaited.on, events)
        if (first !== null && isPublishable(publication, matter)) awaited.set(`${publication.kind} ${matter.id}`, { publication, matter, at: first.at, chance: told.chance })
      }
      for (const ending of endingsByProcedure.get(matter.procedure) ?? []) {
        const cause = triggeredBy(ending.on, events)
        if (cause !== null) end(ending, matter, cause)
      }
    },
    link: (parentId, childId) => void parents.set(childId, parentId),
    finish: () => {
      for (const { state } of live.values()) tables.publication.add(publicationRow(state))
      for (const waiting of awaited.values()) tables.due.add(dueRow(waiting, calendar))
    },
  }
}

/** The matter and those it grew out of. */
function lineOf(parents: ReadonlyMap<string, string>, id: string): readonly string[] {
  const line = [id]
  for (let parent = parents.get(id); parent !== undefined; parent = parents.get(parent)) line.push(parent)
  return line
}

const entryOf = (live: ReadonlyMap<string, Kept>, key: string): readonly (readonly [string, Kept])[] => {
  const kept = live.get(key)
  return kept === undefined ? [] : [[key, kept]]
}

/** A row of the queue as the engine keeps it. */
function dueRow({ publication, matter, at, chance }: Awaited, calendar: WorkingCalendar) {
  const { within, fromFact } = publication.awaited ?? { within: null, fromFact: undefined }
  if (within === null) throw new Error(`${publication.kind} awaits nothing`)
  const fact = fromFact === undefined ? undefined : matter.facts[fromFact]
  const since = typeof fact === 'string' ? startOfDayInShanghai(fact) : at
  const due = dueOf(within, since, calendar)
  return {
    district_code: matter.district, id: identifierFrom(epochOf(at), chance.bytes(10)), kind: publication.kind, matter_id: matter.id, matter_number: matter.number, entity_id: matter.subjectEntityId ?? null,
    title: publication.title(publicContext(matter)), office_id: matter.officeId, town_code: matter.townCode ?? null, since_on: dateInShanghai(since), rule: within,
    due_on: due?.status === 'determined' ? due.dueOn : null, not_before_on: due?.status === 'undetermined' ? due.notBeforeOn : null, derivation: JSON.stringify(due?.derivation ?? []),
    status: 'waiting', at, synthetic: matter.synthetic,
  }
}
