import { dateInShanghai, epochOf, instantFromEpoch, yearOf } from '../src/kernel/calendar-date.ts'
import type { Instant } from '../src/kernel/calendar-date.ts'
import { identifierFrom } from '../src/kernel/identifier.ts'
import { documentTemplates, procedureById as procedures } from '../src/domains/index.ts'
import { decideAct } from '../src/engines/procedure/acts.ts'
import { decide, decideOpening } from '../src/engines/procedure/decide.ts'
import type { Decided, Decision, Withdrawal } from '../src/engines/procedure/decide.ts'
import { ownValue } from '../src/engines/procedure/definition.ts'
import type { AnyProcedure, AnyStep, DecisionContext, RelatedMatter } from '../src/engines/procedure/definition.ts'
import { documentNumber } from '../src/engines/procedure/document.ts'
import { evolve } from '../src/engines/procedure/evolve.ts'
import type { Facts, Matter, MatterEvent } from '../src/engines/procedure/matter.ts'
import { partyNote } from '../src/engines/procedure/open-matter.ts'
import type { PartyEntry } from '../src/engines/procedure/open-matter.ts'
import { CITIZEN, MACHINE } from '../src/engines/procedure/role.ts'
import type { Actor } from '../src/engines/procedure/role.ts'
import { approversOf } from '../src/engines/procedure/proposals.ts'
import { contextFor, procedureOf } from '../src/engines/procedure/services.ts'
import type { Known } from '../src/engines/publication/detect.ts'
import { createAgenda } from './agenda.ts'
import type { Chance } from './chance.ts'
import { noteClosedFile } from './closed-file.ts'
import type { Course, Deed, Start, World } from './deed.ts'
import type { IssuedDocument, MatterSink } from './matter-sink.ts'
import { createProposals } from './proposals.ts'
import type { Proposals } from './proposals.ts'

type Live = {
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
type Link = Readonly<{ live: Live; relation: 'parent' | 'child' }>

/** Unfolds courses side by side in the order of time, each deed decided by the engine. */
export type Unfolding = Readonly<{
  schedule: (start: Start) => void
  /** Does everything before the moment. */
  runUntil: (moment: number) => void
  /** Writes the matters that are still open; nothing can be added afterwards. */
  finish: () => void
}>

const templates = new Map(documentTemplates.map((template) => [template.id, template]))
/** The night's work of the machine comes this long after a limit has run out. */
const SOON_AFTER = 300_000

export function createUnfolding(world: World, sink: MatterSink): Unfolding {
  const agenda = createAgenda<() => void>()
  const open = new Set<Live>()

  const contextAt = (at: Instant, by: Actor, live?: Live): DecisionContext =>
    contextFor({ calendar: () => world.calendar }, by, at, { related: live?.links.map(relatedMatter) ?? [], people: world.staff.people, attachments: live?.attachments ?? new Set() })

  const begin = (start: Start): Live => {
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
    const decided = accepted(decideOpening(procedure, opening, contextAt(at, by)), `open ${procedureId}`)
    sink.events(decided.matter, decided.events, 0, chance)
    for (const { entry, salt, note } of parties) sink.party(decided.matter, entry, salt, note)
    const live: Live = { matter: decided.matter, procedure, chance, course: course(decided.matter), parties: entries, links: [], attachments: new Set(), documents: new Map(), papers: [], proposals: createProposals(decided.matter, chance) }
    sink.publications.follow(live.matter, decided.events, { chance, known: () => knownOf(live) })
    open.add(live)
    if (takes !== undefined) perform(live, { do: 'step', at: epoch, by, ...takes })
    plan(live, live.course.next(live.matter), epoch)
    return live
  }

  const plan = (live: Live, next: IteratorResult<Deed, void>, doneAt: number): void => {
    const expiry = nextExpiry(live, doneAt)
    if (expiry !== null && expiry.at < world.endAt && (next.done === true || expiry.at < next.value.at)) {
      agenda.add(expiry.at, () => {
        perform(live, expiry)
        plan(live, next, expiry.at)
      })
      return
    }
    if (next.done === true || next.value.at >= world.endAt) return retire(live)
    const deed = next.value
    if (deed.at < doneAt) throw new Error(`${live.matter.number}: ${deed.do} ${new Date(deed.at).toISOString()} precedes ${new Date(doneAt).toISOString()}`)
    agenda.add(deed.at, () => {
      if (deed.do === 'follow' && !deed.isReady(live.links.map(relatedMatter))) return plan(live, { done: false, value: { ...deed, at: deed.later(deed.at) } }, deed.at)
      perform(live, deed)
      plan(live, live.course.next(live.matter), deed.at)
    })
  }

  const perform = (live: Live, deed: Deed): void => {
    const at = instantFromEpoch(deed.at)
    const context = contextAt(at, deed.by, live)
    switch (deed.do) {
      case 'step': return record(live, accepted(decide(live.procedure, live.matter, { step: deed.step, input: deed.input }, context), `${live.matter.number} ${deed.step}`), deed)
      case 'follow': return perform(live, { ...deed, do: 'step', input: deed.input(context.related, deed.at) })
      case 'propose': {
        const { step, revision, input } = deed
        record(live, accepted(decideAct(live.procedure, live.matter, { act: 'propose', step, revision, input }, context), `${live.matter.number} propose ${step}`), deed)
        return live.proposals.propose(deed)
      }
      case 'judge': {
        const { step, revision, comment } = deed
        const approvers = approversOf(ownStep(live.procedure, step), templates)
        const judgement = { act: `${deed.verdict}-proposal`, step, revision, madeBy: live.proposals.madeBy(step), approvers, comment } as const
        record(live, accepted(decideAct(live.procedure, live.matter, judgement, context), `${live.matter.number} judge ${step}`), deed)
        return live.proposals.judge(deed)
      }
      case 'act': {
        record(live, accepted(decideAct(live.procedure, live.matter, deed.act, context), `${live.matter.number} ${deed.act.act}`), deed)
        if (deed.act.act === 'link') sink.link(live.matter, deed.act, { at: deed.at, actor: deed.by.id, chance: live.chance })
        return
      }
      case 'attach': {
        const at = instantFromEpoch(deed.at)
        live.attachments.add(deed.attachment.id)
        sink.attachment(live.matter, deed.attachment, { at, actor: deed.by })
        return record(live, accepted(decideAct(live.procedure, live.matter, { act: 'attach', attachment: deed.attachment }, context), `${live.matter.number} attach`), deed)
      }
      case 'open': {
        begin(deed.start)
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
    const { templates: lost, reason }: Withdrawal = decided.withdrawn ?? { templates: [], reason: '' }
    const withdrawn = live.papers.filter((paper) => paper.withdrawn === null && lost.includes(paper.issued.template)).map((paper): MatterEvent => {
      paper.withdrawn = { at: act.at, reason }
      if (live.documents.get(paper.issued.template) === paper.issued.number) live.documents.delete(paper.issued.template)
      return { ...act, type: 'document-withdrawn', documentId: paper.issued.id, number: paper.issued.number, reason }
    })
    const issued = decided.documents.flatMap((id): MatterEvent[] => {
      const template = templates.get(id)
      if (template === undefined) throw new Error(`no document template ${id}`)
      if (template.isNeeded?.(decided.matter.facts) === false) return []
      const year = yearOf(dateInShanghai(act.at))
      const serial = sink.nextSerial(`document:${template.series}`, year)
      const document = { id: identifierFrom(deed.at, live.chance.bytes(10)), template: template.id, title: template.title, number: documentNumber(`${world.district.documentWord}${template.series}`, year, serial), sha256: '', audience: template.audience }
      live.documents.set(template.id, document.number)
      live.papers.push({ issued: { ...document, series: template.series, year, serial, at: act.at, issuedBy: deed.by.name }, facts: decided.matter.facts, withdrawn: null })
      return [{ ...act, type: 'document-issued', document }]
    })
    const child = decided.child === null ? undefined : openChild(live, decided.child, deed)
    const linked: MatterEvent[] = child === undefined ? [] : [{ ...act, type: 'linked', other: child.matter.id, otherNumber: child.matter.number, kind: 'child', reason: child.matter.title }]
    const extra = [...withdrawn, ...issued, ...linked]
    const matter = extra.reduce((folded, event) => evolve(folded, event), decided.matter)
    sink.events(matter, [...decided.events.map(live.proposals.taken), ...extra], live.matter.version, live.chance)
    live.matter = matter
    sink.publications.follow(matter, [...decided.events, ...extra], { chance: live.chance, known: () => knownOf(live) })
  }

  const openChild = (parent: Live, child: NonNullable<Decided['child']>, deed: Deed): Live => {
    const { matter } = parent
    const parties = parent.parties.flatMap(({ role, ...data }) => {
      const there = child.parties?.[role]
      return there === undefined ? [] : [{ ...data, role: there }]
    })
    const opened = begin({
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

  const retire = (live: Live): void => {
    open.delete(live)
    noteClosedFile(world, live.matter)
    sink.matter(live.matter, live.chance)
    for (const { issued, facts, withdrawn } of live.papers) sink.document({ ...live.matter, facts }, issued, withdrawn)
    for (const row of live.proposals.rows()) sink.proposal(row)
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

function ownStep(procedure: AnyProcedure, id: string): AnyStep {
  const step = ownValue(procedure.steps, id)
  if (step === undefined) throw new Error(`${procedure.id} has no step ${id}`)
  return step
}

/** The step that the machine records next, because a limit of the law runs out. */
function nextExpiry({ matter, procedure }: Live, doneAt: number): Extract<Deed, { do: 'step' }> | null {
  const expiries = matter.clocks.flatMap(({ kind, status, due }) => {
    const step = procedure.clocks[kind]?.expiresInto
    return step === undefined || status !== 'running' || due.status !== 'determined' ? [] : [{ step, at: Math.max(doneAt, epochOf(due.dueAt) + SOON_AFTER) }]
  })
  const [first] = expiries.toSorted((a, b) => a.at - b.at)
  return first === undefined ? null : { do: 'step', at: first.at, by: MACHINE, step: first.step, input: {} }
}

/** Whom the texts of a matter may not name: its parties and its officers. */
function knownOf({ matter, parties, documents }: Live): Known {
  const allowed = matter.subjectEntityId === undefined || matter.subjectName === undefined ? [] : [matter.subjectName]
  const told = (values: readonly (string | null)[]): readonly string[] => values.flatMap((value) => (value === null || value === '' || allowed.includes(value) ? [] : [value]))
  const officers = matter.steps.filter(({ actorId }) => actorId !== CITIZEN.id && actorId !== MACHINE.id).map(({ actorName }) => actorName)
  return { names: told([...parties.map(({ name }) => name), ...officers]), numbers: told(parties.map(({ phone }) => phone)), addresses: told(parties.map(({ address }) => address)), allowed, documents }
}

function relatedMatter({ live: { matter, documents }, relation }: Link): RelatedMatter {
  const { id, procedure, number, state, openedAt, closedAt, outcome, facts } = matter
  return {
    id, procedure, number, state, relation, openedAt, facts, documentNumbers: Object.fromEntries(documents), ...(closedAt === undefined ? {} : { closedAt }), ...(outcome === undefined ? {} : { outcome }),
  }
}

/** Whatever the engine refuses, no course may ask for: a fault of the scenario. */
function accepted(decision: Decision, asked: string): Decided {
  if (decision.kind === 'decided') return decision
  throw new Error(`${asked}: ${JSON.stringify(decision)}`)
}

