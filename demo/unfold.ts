import { dateInShanghai, instantFromEpoch, yearOf } from '../src/kernel/calendar-date.ts'
import type { Instant } from '../src/kernel/calendar-date.ts'
import { identifierFrom } from '../src/kernel/identifier.ts'
import { consumerProcedures } from '../src/domains/consumer/index.ts'
import { consumerDocuments } from '../src/domains/consumer/documents/index.ts'
import { enforcementDocuments, enforcementProcedures } from '../src/domains/enforcement/index.ts'
import { decideAct } from '../src/engines/procedure/acts.ts'
import { decide, decideOpening } from '../src/engines/procedure/decide.ts'
import type { Decided, Decision } from '../src/engines/procedure/decide.ts'
import type { AnyProcedure, DecisionContext, RelatedMatter } from '../src/engines/procedure/definition.ts'
import { documentNumber } from '../src/engines/procedure/document.ts'
import { evolve } from '../src/engines/procedure/evolve.ts'
import type { Matter, MatterEvent } from '../src/engines/procedure/matter.ts'
import { partyNote } from '../src/engines/procedure/open-matter.ts'
import type { Actor } from '../src/engines/procedure/role.ts'
import { contextFor, procedureOf } from '../src/engines/procedure/services.ts'
import { createAgenda } from './agenda.ts'
import type { Chance } from './chance.ts'
import type { Course, Deed, Start, World } from './deed.ts'
import type { MatterSink } from './matter-sink.ts'

type Live = { matter: Matter; readonly procedure: AnyProcedure; readonly chance: Chance; readonly course: Course; readonly links: Link[] }
type Link = Readonly<{ live: Live; relation: 'parent' | 'child' }>

/** Unfolds courses side by side in the order of time, each deed decided by the engine. */
export type Unfolding = Readonly<{
  schedule: (start: Start) => void
  /** Does everything before the moment. */
  runUntil: (moment: number) => void
  /** Writes the matters that are still open; nothing can be added afterwards. */
  finish: () => void
}>

const procedures = new Map([...consumerProcedures, ...enforcementProcedures].map((procedure) => [procedure.id, procedure]))
const templates = new Map([...consumerDocuments, ...enforcementDocuments].map((template) => [template.id, template]))

export function createUnfolding(world: World, sink: MatterSink): Unfolding {
  const agenda = createAgenda<() => void>()
  const open = new Set<Live>()

  const contextAt = (at: Instant, by: Actor, live?: Live): DecisionContext =>
    contextFor({ calendar: () => world.calendar }, by, at, { related: live?.links.map(relatedMatter) ?? [], people: world.staff.people })

  const begin = (start: Start): Live => {
    const { at: epoch, by, course, chance, parties: entries, procedure: procedureId, receivedAt, ...rest } = start
    const at = instantFromEpoch(epoch)
    const procedure = procedureOf({ procedures }, procedureId)
    const parties = entries.map((entry) => {
      const id = identifierFrom(epoch, chance.bytes(10))
      const salt = Buffer.from(chance.bytes(16)).toString('hex')
      return { entry, salt, note: partyNote(entry, { id, salt, isConfidential: procedure.parties[entry.role]?.isConfidential ?? true }) }
    })
    const received = instantFromEpoch(receivedAt)
    const year = yearOf(dateInShanghai(received))
    const number = `${procedure.numberPrefix}〔${year}〕${sink.nextSerial(procedure.id, year)}号`
    const opening = { ...rest, id: identifierFrom(epoch, chance.bytes(10)), district: world.district.code, number, receivedAt: received, synthetic: true, parties: parties.map(({ note }) => note) }
    const decided = accepted(decideOpening(procedure, opening, contextAt(at, by)), `open ${procedureId}`)
    sink.events(decided.matter, decided.events, 0, chance)
    for (const { entry, salt, note } of parties) sink.party(decided.matter, entry, salt, note)
    const live: Live = { matter: decided.matter, procedure, chance, course: course(decided.matter), links: [] }
    open.add(live)
    plan(live, live.course.next(live.matter), epoch)
    return live
  }

  const plan = (live: Live, next: IteratorResult<Deed, void>, doneAt: number): void => {
    if (next.done === true || next.value.at >= world.endAt) return retire(live)
    const deed = next.value
    if (deed.at < doneAt) throw new Error(`${live.matter.number}: ${deed.do} ${new Date(deed.at).toISOString()} precedes ${new Date(doneAt).toISOString()}`)
    agenda.add(deed.at, () => {
      perform(live, deed)
      plan(live, live.course.next(live.matter), deed.at)
    })
  }

  const perform = (live: Live, deed: Deed): void => {
    const at = instantFromEpoch(deed.at)
    const context = contextAt(at, deed.by, live)
    switch (deed.do) {
      case 'step': return record(live, accepted(decide(live.procedure, live.matter, { step: deed.step, input: deed.input }, context), `${live.matter.number} ${deed.step}`), deed)
      case 'act': {
        record(live, accepted(decideAct(live.procedure, live.matter, deed.act, context), `${live.matter.number} ${deed.act.act}`), deed)
        if (deed.act.act === 'link') sink.link(live.matter, deed.act, { at: deed.at, actor: deed.by.id, chance: live.chance })
        return
      }
      case 'split': {
        const other = begin(deed.start).matter
        const link = { act: 'link', other: other.id, otherNumber: other.number, kind: 'split', reason: deed.reason } as const
        return perform(live, { do: 'act', at: deed.at, by: deed.by, act: link })
      }
    }
  }

  const record = (live: Live, decided: Decided, deed: Deed): void => {
    const act = { at: instantFromEpoch(deed.at), actorId: deed.by.id, actorName: deed.by.name }
    const issued = decided.documents.flatMap((id): MatterEvent[] => {
      const template = templates.get(id)
      if (template === undefined) throw new Error(`no document template ${id}`)
      if (template.isNeeded?.(decided.matter.facts) === false) return []
      const year = yearOf(dateInShanghai(act.at))
      const serial = sink.nextSerial(`document:${template.series}`, year)
      const document = { id: identifierFrom(deed.at, live.chance.bytes(10)), template: template.id, title: template.title, number: documentNumber(`${world.district.documentWord}${template.series}`, year, serial), sha256: '', audience: template.audience }
      sink.document(decided.matter, { ...document, series: template.series, year, serial, at: act.at, issuedBy: deed.by.name })
      return [{ ...act, type: 'document-issued', document }]
    })
    const child = decided.child === null ? undefined : openChild(live, decided.child, deed)
    const linked: MatterEvent[] = child === undefined ? [] : [{ ...act, type: 'linked', other: child.matter.id, otherNumber: child.matter.number, kind: 'child', reason: child.matter.title }]
    const extra = [...issued, ...linked]
    const matter = extra.reduce((folded, event) => evolve(folded, event), decided.matter)
    sink.events(matter, [...decided.events, ...extra], live.matter.version, live.chance)
    live.matter = matter
  }

  const openChild = (parent: Live, child: NonNullable<Decided['child']>, deed: Deed): Live => {
    const { matter } = parent
    const procedure = child.procedure
    if (procedure !== 'report' && procedure !== 'complaint' && procedure !== 'work-order' && procedure !== 'penalty-case') throw new Error(`no course for ${procedure}`)
    const opened = begin({
      at: deed.at, by: deed.by, procedure, title: child.title, channel: child.channel, officeId: child.officeId ?? matter.officeId, townCode: matter.townCode, assigneeId: child.assigneeId ?? matter.assigneeId,
      subjectEntityId: matter.subjectEntityId, subjectName: matter.subjectName, receivedAt: deed.at, facts: child.facts, parties: [], chance: parent.chance,
      course: world.childCourse(child, matter, parent.chance),
    })
    opened.links.push({ live: parent, relation: 'parent' })
    parent.links.push({ live: opened, relation: 'child' })
    sink.link(matter, { other: opened.matter.id, kind: 'child', reason: child.title }, { at: deed.at, actor: deed.by.id, chance: parent.chance })
    return opened
  }

  const retire = (live: Live): void => {
    open.delete(live)
    sink.matter(live.matter, live.chance)
  }

  return {
    schedule: (start) => agenda.add(start.at, () => void begin(start)),
    runUntil: (moment) => {
      for (let work = agenda.takeBefore(moment); work !== undefined; work = agenda.takeBefore(moment)) work()
    },
    finish: () => {
      for (const live of open) retire(live)
    },
  }
}

function relatedMatter({ live: { matter }, relation }: Link): RelatedMatter {
  const { id, procedure, number, state, openedAt, closedAt, outcome } = matter
  return { id, procedure, number, state, relation, openedAt, ...(closedAt === undefined ? {} : { closedAt }), ...(outcome === undefined ? {} : { outcome }) }
}

/** Whatever the engine refuses, no course may ask for: a fault of the scenario. */
function accepted(decision: Decision, asked: string): Decided {
  if (decision.kind === 'decided') return decision
  throw new Error(`${asked}: ${JSON.stringify(decision)}`)
}

