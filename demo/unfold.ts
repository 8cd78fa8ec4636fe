import { dateInShanghai, instantFromEpoch, yearOf } from '../src/kernel/calendar-date.ts'
import type { Instant } from '../src/kernel/calendar-date.ts'
import { identifierFrom } from '../src/kernel/identifier.ts'
import { procedureById as procedures } from '../src/domains/index.ts'
import { decideAct } from '../src/engines/procedure/acts.ts'
import { decide, decideOpening } from '../src/engines/procedure/decide.ts'
import type { Decided, Decision } from '../src/engines/procedure/decide.ts'
import { ownValue } from '../src/engines/procedure/definition.ts'
import type { AnyProcedure, AnyStep, DecisionContext } from '../src/engines/procedure/definition.ts'
import { evolve } from '../src/engines/procedure/evolve.ts'
import type { MatterEvent } from '../src/engines/procedure/matter.ts'
import { partyNote } from '../src/engines/procedure/open-matter.ts'
import type { Actor } from '../src/engines/procedure/role.ts'
import { approversOf } from '../src/engines/procedure/proposals.ts'
import { contextFor, procedureOf } from '../src/engines/procedure/services.ts'
import { createAgenda } from './agenda.ts'
import type { Agenda } from './agenda.ts'
import { noteClosedFile } from './closed-file.ts'
import type { Deed, Start, World } from './deed.ts'
import { knownOf, nextExpiry, relatedMatter } from './live.ts'
import type { Live } from './live.ts'
import { PAPER_TEMPLATES, issuePapers, withdrawPapers } from './live-papers.ts'
import type { MatterSink } from './matter-sink.ts'
import { createProposals } from './proposals.ts'

/** What all lives share: the district, where rows go, what is still to come, and who is still under way. */
type Field = Readonly<{ world: World; sink: MatterSink; agenda: Agenda<() => void>; open: Set<Live> }>

/** Unfolds courses side by side in the order of time, each deed decided by the engine. */
export type Unfolding = Readonly<{
  schedule: (start: Start) => void
  /** Does everything before the moment. */
  runUntil: (moment: number) => void
  /** Writes the matters that are still open; nothing can be added afterwards. */
  finish: () => void
}>

export function createUnfolding(world: World, sink: MatterSink): Unfolding {
  const field: Field = { world, sink, agenda: createAgenda(), open: new Set() }
  const { agenda } = field
  return {
    schedule: (start) => agenda.add(start.at, () => void begin(field, start)),
    runUntil: (moment) => {
      for (let work = agenda.takeBefore(moment); work !== undefined; work = agenda.takeBefore(moment)) work()
    },
    finish: () => {
      for (const live of field.open) retire(field, live)
    },
  }
}

function contextAt({ world }: Field, at: Instant, by: Actor, live?: Live): DecisionContext {
  return contextFor({ calendar: () => world.calendar }, by, at, { related: live?.links.map(relatedMatter) ?? [], people: world.staff.people, attachments: live?.attachments ?? new Set() })
}

function begin(field: Field, start: Start): Live {
  const { world, sink, open } = field
  const { at: epoch, by, course, chance, parties: entries, procedure: procedureId, receivedAt, takes, ...rest } = start
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
  const decided = accepted(decideOpening(procedure, opening, contextAt(field, at, by)), `open ${procedureId}`)
  sink.events(decided.matter, decided.events, 0, chance)
  for (const { entry, salt, note } of parties) sink.party(decided.matter, entry, salt, note)
  const live: Live = { matter: decided.matter, procedure, chance, course: course(decided.matter), parties: entries, links: [], attachments: new Set(), documents: new Map(), papers: [], proposals: createProposals(decided.matter, chance) }
  sink.publications.follow(live.matter, decided.events, { chance, known: () => knownOf(live) })
  open.add(live)
  if (takes !== undefined) perform(field, live, { do: 'step', at: epoch, by, ...takes })
  plan(field, live, live.course.next(live.matter), epoch)
  return live
}

function plan(field: Field, live: Live, next: IteratorResult<Deed, void>, doneAt: number): void {
  const { world, agenda } = field
  const expiry = nextExpiry(live, doneAt)
  if (expiry !== null && expiry.at < world.endAt && (next.done === true || expiry.at < next.value.at)) {
    agenda.add(expiry.at, () => {
      perform(field, live, expiry)
      plan(field, live, next, expiry.at)
    })
    return
  }
  if (next.done === true || next.value.at >= world.endAt) return retire(field, live)
  const deed = next.value
  if (deed.at < doneAt) throw new Error(`${live.matter.number}: ${deed.do} ${new Date(deed.at).toISOString()} precedes ${new Date(doneAt).toISOString()}`)
  agenda.add(deed.at, () => {
    if (deed.do === 'follow' && !deed.isReady(live.links.map(relatedMatter))) return plan(field, live, { done: false, value: { ...deed, at: deed.later(deed.at) } }, deed.at)
    perform(field, live, deed)
    plan(field, live, live.course.next(live.matter), deed.at)
  })
}

function perform(field: Field, live: Live, deed: Deed): void {
  const { sink } = field
  const at = instantFromEpoch(deed.at)
  const context = contextAt(field, at, deed.by, live)
  switch (deed.do) {
    case 'step': return record(field, live, accepted(decide(live.procedure, live.matter, { step: deed.step, input: deed.input }, context), `${live.matter.number} ${deed.step}`), deed)
    case 'follow': return perform(field, live, { ...deed, do: 'step', input: deed.input(context.related, deed.at) })
    case 'propose': {
      const { step, revision, input } = deed
      record(field, live, accepted(decideAct(live.procedure, live.matter, { act: 'propose', step, revision, input }, context), `${live.matter.number} propose ${step}`), deed)
      return live.proposals.propose(deed)
    }
    case 'judge': {
      const { step, revision, comment } = deed
      const approvers = approversOf(ownStep(live.procedure, step), PAPER_TEMPLATES)
      const judgement = { act: `${deed.verdict}-proposal`, step, revision, madeBy: live.proposals.madeBy(step), approvers, comment } as const
      record(field, live, accepted(decideAct(live.procedure, live.matter, judgement, context), `${live.matter.number} judge ${step}`), deed)
      return live.proposals.judge(deed)
    }
    case 'act': {
      record(field, live, accepted(decideAct(live.procedure, live.matter, deed.act, context), `${live.matter.number} ${deed.act.act}`), deed)
      if (deed.act.act === 'link') sink.link(live.matter, deed.act, { at: deed.at, actor: deed.by.id, chance: live.chance })
      return
    }
    case 'attach': {
      const at = instantFromEpoch(deed.at)
      live.attachments.add(deed.attachment.id)
      sink.attachment(live.matter, deed.attachment, { at, actor: deed.by })
      return record(field, live, accepted(decideAct(live.procedure, live.matter, { act: 'attach', attachment: deed.attachment }, context), `${live.matter.number} attach`), deed)
    }
    case 'open': {
      begin(field, deed.start)
      return
    }
    case 'split': {
      const other = begin(field, deed.start).matter
      const link = { act: 'link', other: other.id, otherNumber: other.number, kind: 'split', reason: deed.reason } as const
      return perform(field, live, { do: 'act', at: deed.at, by: deed.by, act: link })
    }
  }
}

function record(field: Field, live: Live, decided: Decided, deed: Deed): void {
  const { world, sink } = field
  const act = { at: instantFromEpoch(deed.at), actorId: deed.by.id, actorName: deed.by.name }
  const withdrawn = withdrawPapers(live, decided.withdrawn ?? { templates: [], reason: '' }, act)
  const issued = issuePapers(live, decided, act, { word: world.district.documentWord, nextSerial: sink.nextSerial })
  const child = decided.child === null ? undefined : openChild(field, live, decided.child, deed)
  const linked: MatterEvent[] = child === undefined ? [] : [{ ...act, type: 'linked', other: child.matter.id, otherNumber: child.matter.number, kind: 'child', reason: child.matter.title }]
  const extra = [...withdrawn, ...issued, ...linked]
  const matter = extra.reduce((folded, event) => evolve(folded, event), decided.matter)
  sink.events(matter, [...decided.events.map(live.proposals.taken), ...extra], live.matter.version, live.chance)
  live.matter = matter
  sink.publications.follow(matter, [...decided.events, ...extra], { chance: live.chance, known: () => knownOf(live) })
}

function openChild(field: Field, parent: Live, child: NonNullable<Decided['child']>, deed: Deed): Live {
  const { world, sink } = field
  const { matter } = parent
  const parties = parent.parties.flatMap(({ role, ...data }) => {
    const there = child.parties?.[role]
    return there === undefined ? [] : [{ ...data, role: there }]
  })
  const opened = begin(field, {
    at: deed.at, by: deed.by, procedure: child.procedure, title: child.title, channel: child.channel, officeId: child.officeId ?? matter.officeId, townCode: matter.townCode,
    assigneeId: child.assigneeId ?? (child.officeId === undefined ? matter.assigneeId : undefined),
    subjectEntityId: matter.subjectEntityId, subjectName: matter.subjectName, receivedAt: deed.at, facts: child.facts, parties, isChild: true, chance: parent.chance, takes: child.takes,
    course: ('child' in deed ? deed.child : undefined) ?? world.childCourse(child, matter, parent.chance),
  })
  opened.links.push({ live: parent, relation: 'parent' })
  parent.links.push({ live: opened, relation: 'child' })
  sink.link(matter, { other: opened.matter.id, kind: 'child', reason: child.title }, { at: deed.at, actor: deed.by.id, chance: parent.chance })
  return opened
}

function retire({ world, sink, open }: Field, live: Live): void {
  open.delete(live)
  noteClosedFile(world, live.matter)
  sink.matter(live.matter, live.chance)
  for (const { issued, facts, withdrawn } of live.papers) sink.document({ ...live.matter, facts }, issued, withdrawn)
  for (const row of live.proposals.rows()) sink.proposal(row)
}

function ownStep(procedure: AnyProcedure, id: string): AnyStep {
  const step = ownValue(procedure.steps, id)
  if (step === undefined) throw new Error(`${procedure.id} has no step ${id}`)
  return step
}

/** Whatever the engine refuses, no course may ask for: a fault of the scenario. */
function accepted(decision: Decision, asked: string): Decided {
  if (decision.kind === 'decided') return decision
  throw new Error(`${asked}: ${JSON.stringify(decision)}`)
}

