import { epochOf } from '../src/kernel/calendar-date.ts'
import type { AnyProcedure, RelatedMatter } from '../src/engines/procedure/definition.ts'
import type { Facts, Matter } from '../src/engines/procedure/matter.ts'
import type { PartyEntry } from '../src/engines/procedure/open-matter.ts'
import { CITIZEN, MACHINE } from '../src/engines/procedure/role.ts'
import type { Known } from '../src/engines/publication/detect.ts'
import type { Chance } from './chance.ts'
import type { Course, Deed } from './deed.ts'
import type { IssuedDocument } from './matter-sink.ts'
import type { Proposals } from './proposals.ts'

/** A matter of the district while its life goes on. */
export type Live = {
  matter: Matter
  readonly procedure: AnyProcedure
  readonly chance: Chance
  readonly course: Course
  readonly parties: readonly PartyEntry[]
  readonly links: Link[]
  readonly attachments: Set<string>
  /** Numbers of the documents that stand, by template. */
  readonly documents: Map<string, string>
  /** Every document it issued, written once it changes no more. */
  readonly papers: { readonly issued: IssuedDocument; readonly facts: Facts; withdrawn: Readonly<{ at: string; reason: string }> | null }[]
  readonly proposals: Proposals
}
export type Link = Readonly<{ live: Live; relation: 'parent' | 'child' }>

/** The night's work of the machine comes this long after a limit has run out. */
const SOON_AFTER = 300_000

/** The step that the machine records next, because a limit of the law runs out. */
export function nextExpiry({ matter, procedure }: Live, doneAt: number): Extract<Deed, { do: 'step' }> | null {
  const expiries = matter.clocks.flatMap(({ kind, status, due }) => {
    const step = procedure.clocks[kind]?.expiresInto
    return step === undefined || status !== 'running' || due.status !== 'determined' ? [] : [{ step, at: Math.max(doneAt, epochOf(due.dueAt) + SOON_AFTER) }]
  })
  const [first] = expiries.toSorted((a, b) => a.at - b.at)
  return first === undefined ? null : { do: 'step', at: first.at, by: MACHINE, step: first.step, input: {} }
}

/** Whom the texts of a matter may not name: its parties and its officers. */
export function knownOf({ matter, parties, documents }: Live): Known {
  const allowed = matter.subjectEntityId === undefined || matter.subjectName === undefined ? [] : [matter.subjectName]
  const told = (values: readonly (string | null)[]): readonly string[] => values.flatMap((value) => (value === null || value === '' || allowed.includes(value) ? [] : [value]))
  const officers = matter.steps.filter(({ actorId }) => actorId !== CITIZEN.id && actorId !== MACHINE.id).map(({ actorName }) => actorName)
  return { names: told([...parties.map(({ name }) => name), ...officers]), numbers: told(parties.map(({ phone }) => phone)), addresses: told(parties.map(({ address }) => address)), allowed, documents }
}

export function relatedMatter({ live: { matter, documents }, relation }: Link): RelatedMatter {
  const { id, procedure, number, state, openedAt, closedAt, outcome, facts } = matter
  return {
    id, procedure, number, state, relation, openedAt, facts, documentNumbers: Object.fromEntries(documents), ...(closedAt === undefined ? {} : { closedAt }), ...(outcome === undefined ? {} : { outcome }),
  }
}
