import { sql } from 'kysely'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { ACT_ROLES, mayClaim } from './acts.ts'
import type { Act } from './acts.ts'
import type { DocumentView, FactView, LinkView, MatterView, PartyView, ProposalView, StepOffer, TimelineEntry } from './contract.ts'
import { judgeProposal, refusalBeforeInput } from './decide.ts'
import { basisOn } from './definition.ts'
import type { AnyProcedure, AnyStep, DecisionContext } from './definition.ts'
import type { Facts, Matter, MatterEvent } from './matter.ts'
import { approversOf, needsApproval } from './proposals.ts'
import { holdsRole } from './role.ts'
import type { Actor } from './role.ts'
import { contextFor } from './services.ts'
import type { ProcedureServices } from './services.ts'
import { readEvents } from './store.ts'
import { accountsNamed } from './facts.ts'
import { peopleNamed, surroundingsOf } from './surroundings.ts'
import { LINKS, factsInWords, tell } from './timeline.ts'
import { citationView, clockView, factRows, factText, fieldView, refusalView } from './view-words.ts'
import type { NameOf } from './view-words.ts'

/** Every step with its form, or with the reason why not. Steps that only citizens take are left out. */
function stepOffers(procedure: AnyProcedure, matter: Matter, context: DecisionContext, templates: ProcedureServices['templates']): readonly StepOffer[] {
  const isWorker = holdsRole(context.actor, ACT_ROLES.propose, matter) && !matter.recused.includes(context.actor.id)
  return Object.entries(procedure.steps).filter(([, step]) => step.by.some((role) => role !== 'citizen' && role !== 'machine')).map(([id, step]) => {
    const cite = basisOn(step.basis, matter.lawOn)
    const refusal = refusalBeforeInput(procedure, matter, id, context)
    const fields = [...(step.requires ?? []).map((key) => fieldView(procedure, key, true)), ...(step.optional ?? []).map((key) => fieldView(procedure, key, false))]
    const approval = needsApproval(step, templates, matter.facts)
    const head = {
      step: id, name: step.name, basis: cite === null ? null : citationView(cite), fields, documents: documentTitles(step, templates), closes: step.closes === undefined ? null : procedure.outcomes[step.closes] ?? step.closes,
      needsApproval: approval, mayPropose: isWorker && isOpenToOthers(procedure, matter, id) && (approval || refusal?.code === 'procedure.role-required'),
    }
    return refusal === null ? { ...head, isPermitted: true as const } : { ...head, isPermitted: false as const, refusal: refusalView(refusal) }
  })
}

/** True where the matter stands where the step may be taken, whoever may take it. */
function isOpenToOthers(procedure: AnyProcedure, matter: Matter, step: string): boolean {
  const judged = judgeProposal(procedure, matter, { step, input: {} })
  return judged.kind !== 'refusal'
}

function documentTitles(step: AnyStep, templates: ProcedureServices['templates']): StepOffer['documents'] {
  return (step.documents ?? []).map((template) => ({ template, title: templates.get(template)?.title ?? template }))
}

const PROPOSAL_STATUS = { waiting: '待审批', approved: '已同意，待办理', returned: '已退回', superseded: '已被新稿代替', taken: '已办理' } as const

type Proposing = Readonly<{ services: ProcedureServices; procedure: AnyProcedure; matter: Matter; actor: Actor; nameOf: NameOf }>

async function proposalViews(tx: ScopedTransaction, { services: { templates }, procedure, matter, actor, nameOf }: Proposing): Promise<ProposalView[]> {
  const rows = await tx.queries.selectFrom('step_proposal').selectAll().where('district_code', '=', matter.district).where('matter_id', '=', matter.id).orderBy('made_at', 'desc').orderBy('revision', 'desc').execute()
  return rows.flatMap((row) => {
    const step = procedure.steps[row.step]
    if (step === undefined) return []
    const status = row.status as ProposalView['status']
    const input = row.input as Facts
    return [{
      step: row.step, stepName: step.name, revision: row.revision, status, statusName: PROPOSAL_STATUS[status], input, facts: factsInWords(procedure, input, nameOf), comment: row.comment,
      madeByName: row.made_by_name, madeAt: row.made_at, decidedByName: row.decided_by_name, decidedAt: row.decided_at, decisionComment: row.decision_comment,
      mayDecide: status === 'waiting' && row.made_by !== actor.id && holdsRole(actor, approversOf(step, templates), matter), mayTake: holdsRole(actor, step.by, matter),
      documents: documentTitles(step, templates),
    }]
  })
}

/** Everything the matter page shows, read within one transaction in which the matter is already open. */
export async function matterView(tx: ScopedTransaction, services: ProcedureServices, actor: Actor, matter: Matter): Promise<MatterView> {
  const procedure = services.procedures.get(matter.procedure)
  if (procedure === undefined) throw new Error(`no procedure ${matter.procedure}`)
  const now = services.clock.now()
  const { district, id } = matter
  const events = await readEvents(tx, district, id)
  const office = await tx.queries.selectFrom('office').select('name').where('district_code', '=', district).where('id', '=', matter.officeId).executeTakeFirst()
  const town = matter.townCode === undefined ? undefined : await tx.queries.selectFrom('town').select('name').where('code', '=', matter.townCode).executeTakeFirst()
  const assignee = matter.assigneeId === undefined ? undefined : await tx.queries.selectFrom('account').select(['id', 'name']).where('id', '=', matter.assigneeId).executeTakeFirst()
  const surroundings = await surroundingsOf(tx, procedure, matter, { actor })
  const nameOf = await namesIn(tx, procedure, matter, events.map((row) => row.event))
  const may = (act: Act['act']) => holdsRole(actor, ACT_ROLES[act], matter)
  const isClosed = matter.closedAt !== undefined
  return {
    id, procedure: procedure.id, procedureName: procedure.name, number: matter.number, title: matter.title, state: matter.state, stateName: procedure.states[matter.state] ?? matter.state,
    isClosed, outcomeName: matter.outcome === undefined ? null : procedure.outcomes[matter.outcome] ?? matter.outcome, channel: matter.channel, channelName: channelName(matter.channel),
    subject: { entityId: matter.subjectEntityId ?? null, name: matter.subjectName ?? null }, townName: town?.name ?? null, office: { id: matter.officeId, name: office?.name ?? matter.officeId },
    assignee: assignee ?? null, receivedAt: matter.receivedAt, openedAt: matter.openedAt, closedAt: matter.closedAt ?? null, lawOn: matter.lawOn, version: matter.version, synthetic: matter.synthetic,
    facts: factViews(procedure, matter, events.map((row) => row.event), nameOf), parties: await partyViews(tx, procedure, matter),
    clocks: matter.clocks.map((clock) => clockView(procedure, clock, now, services.calendar())), steps: stepOffers(procedure, matter, contextFor(services, actor, now, surroundings), services.templates),
    proposals: await proposalViews(tx, { services, procedure, matter, actor, nameOf }),
    timeline: [...events.map(({ id: eventId, seq, event }): TimelineEntry => ({ id: eventId, seq, at: event.at, actorName: event.actorName, ...tell(procedure, event, nameOf) })), ...await accessEntries(tx, matter)]
      .toSorted((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1)),
    attachments: await attachmentViews(tx, matter), documents: await documentViews(tx, matter), links: await linkViews(tx, services, matter), suspectedDuplicates: await suspectedDuplicates(tx, matter),
    mayAct: {
      note: may('note'), claim: mayClaim(matter, actor), assign: may('assign') && !isClosed, handOver: may('hand-over') && !isClosed, chase: may('chase') && !isClosed, correct: may('correct'), attach: may('attach'), link: may('link'),
    },
  }
}

const CHANNELS: Readonly<Record<string, string>> = {
  'portal': '公众端', 'hotline-12315': '12315平台', 'hotline-12345': '12345热线', 'counter': '窗口', 'letter': '来信', 'web': '网络', 'mediation': '调解中发现', 'on-site': '检查中发现', 'case-lead': '案件线索', 'draw': '双随机抽取', 'case': '案件办理中', 'report-filed': '举报立案', 'office': '科所登记', 'list-matter': '名单办理中', 'screening': '停业筛查', 'register-check': '年报核查',
}

export function channelName(channel: string): string {
  return CHANNELS[channel] ?? channel
}

/** Names for the ids that the facts of the matter have held at any time. */
async function namesIn(tx: ScopedTransaction, procedure: AnyProcedure, { district, id: matterId, facts }: Matter, events: readonly MatterEvent[]): Promise<NameOf> {
  const held = [facts, ...events.map((event) => (event.type === 'opened' ? event.matter.facts : event.type === 'step-taken' ? { ...event.input, ...event.computed } : event.type === 'corrected' ? { [event.field]: event.before } : {}))]
  const people = await peopleNamed(tx, district, held.flatMap((each) => accountsNamed(procedure.facts, each)))
  const offices = await tx.queries.selectFrom('office').select(['id', 'name']).where('district_code', '=', district).execute()
  const towns = await tx.queries.selectFrom('town').select(['code', 'name']).where('district_code', '=', district).execute()
  const files = await tx.queries.selectFrom('attachment').select(['id', 'name']).where('district_code', '=', district).where('matter_id', '=', matterId).execute()
  const names = new Map([...files.map(({ id, name }) => [id, name] as const), ...[...people].map(([id, { name }]) => [id, name] as const), ...offices.map(({ id, name }) => [id, name] as const), ...towns.map(({ code, name }) => [code, name] as const)])
  return (id) => names.get(id) ?? id
}

function factViews(procedure: AnyProcedure, matter: Matter, events: readonly MatterEvent[], nameOf: NameOf): FactView[] {
  return Object.entries(procedure.facts).flatMap(([key, field]) => {
    const raw = matter.facts[key]
    // What a form adds to a list stands in the list.
    if (raw === undefined || field.isUnseen === true || (field.widget === 'entries' && key.endsWith('Added') && Object.hasOwn(procedure.facts, key.slice(0, -'Added'.length)))) return []
    const history = events.flatMap((event) => {
      const set = event.type === 'opened' ? event.matter.facts[key] : event.type === 'step-taken' ? event.computed[key] ?? event.input[key] : event.type === 'corrected' && event.field === key ? event.after : undefined
      return set === undefined ? [] : [{ at: event.at, actorName: event.actorName, value: factText(field, set, nameOf), reason: event.type === 'corrected' ? event.reason : null }]
    })
    const table = field.columns === undefined ? {} : { table: { keys: Object.keys(field.columns), columns: Object.values(field.columns).map((column) => column.label), rows: factRows(field, raw, nameOf) } }
    return [{ key, label: field.label, value: factText(field, raw, nameOf), raw, widget: field.widget, ...table, ...(field.choices === undefined ? {} : { choices: field.choices }), history }]
  })
}

/** Personal data leave the server masked; the full value is another, logged request. */
async function partyViews(tx: ScopedTransaction, procedure: AnyProcedure, matter: Matter): Promise<PartyView[]> {
  const rows = await tx.queries.selectFrom('party').selectAll().where('district_code', '=', matter.district).where('matter_id', '=', matter.id).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, role: row.role, roleName: procedure.parties[row.role]?.name ?? row.role, isConfidential: row.is_confidential, isMasked: true, canUnmask: row.erased_at === null,
    name: maskName(row.name), phone: maskMiddle(row.phone, 3, 4), idNumber: maskMiddle(row.id_number, 6, 4), address: maskAddress(row.address), email: row.email === null ? null : row.email.replace(/^(.).*@/u, '$1***@'),
  }))
}

function maskName(name: string | null): string | null {
  if (name === null || name === '') return name
  const [first = '', ...rest] = Array.from(name)
  return first + '*'.repeat(Math.max(1, rest.length))
}

function maskMiddle(text: string | null, head: number, tail: number): string | null {
  if (text === null || text.length <= head + tail) return text === null ? null : '*'.repeat(text.length)
  return `${text.slice(0, head)}${'*'.repeat(Math.min(4, text.length - head - tail))}${text.slice(-tail)}`
}

function maskAddress(address: string | null): string | null {
  const upToTown = /^.*?(?:镇|街道|乡|开发区|区|县)/u.exec(address ?? '')?.[0]
  return address === null || address === '' ? address : `${upToTown ?? address.slice(0, 3)}****`
}

async function attachmentViews(tx: ScopedTransaction, { district, id }: Matter) {
  const rows = await tx.queries.selectFrom('attachment').selectAll().where('district_code', '=', district).where('matter_id', '=', id).orderBy('added_at').execute()
  return rows.map((row) => ({ id: row.id, name: row.name, mediaType: row.media_type, byteSize: Number(row.byte_size), sha256: row.sha256, fromParty: row.from_party, addedAt: row.added_at, addedBy: row.added_by }))
}

export async function documentViews(tx: ScopedTransaction, { district, id }: Pick<Matter, 'district' | 'id'>): Promise<DocumentView[]> {
  const rows = await tx.queries.selectFrom('document').selectAll().where('district_code', '=', district).where('matter_id', '=', id).orderBy('issued_at').execute()
  return rows.map((row) => ({
    id: row.id, template: row.template, title: row.title, number: row.number, issuedAt: row.issued_at, issuedBy: row.issued_by, audience: row.audience,
    withdrawnAt: row.withdrawn_at, withdrawnReason: row.withdrawn_reason,
  }))
}

async function linkViews(tx: ScopedTransaction, services: ProcedureServices, { district, id }: Matter): Promise<LinkView[]> {
  // The halves of one submission come from one person: the complaint would name the reporter.
  const links = await tx.queries.selectFrom('matter_link').selectAll().where('district_code', '=', district)
    .where((where) => where.or([where('kind', '!=', 'split'), sql<boolean>`current_setting('app.confidential', true) = 'on'`])).orderBy('at').execute()
  if (links.length === 0) return []
  const others = await tx.queries.selectFrom('matter').select(['id', 'number', 'title', 'state', 'procedure']).where('district_code', '=', district)
    .where('id', 'in', links.map((link) => (link.matter_id === id ? link.other_id : link.matter_id))).execute()
  return links.flatMap((link) => {
    const other = others.find((each) => each.id === (link.matter_id === id ? link.other_id : link.matter_id))
    const kind = link.kind === 'child' && link.other_id === id ? 'parent' : link.kind
    return other === undefined ? [] : [{
      matterId: other.id, number: other.number, title: other.title, stateName: services.procedures.get(other.procedure)?.states[other.state] ?? other.state, kind, kindName: LINKS[kind] ?? '关联', reason: link.reason, at: link.at,
    }]
  })
}

/** Same respondent within thirty days and not linked yet: shown for a person to judge, never merged by the machine. */
async function suspectedDuplicates(tx: ScopedTransaction, matter: Matter): Promise<MatterView['suspectedDuplicates']> {
  if (matter.subjectEntityId === undefined) return []
  const windowMs = 30 * 86_400_000
  const around = Date.parse(matter.receivedAt)
  const rows = await tx.queries.selectFrom('matter').select(['id', 'number', 'title', 'received_at']).where('district_code', '=', matter.district)
    .where('subject_entity_id', '=', matter.subjectEntityId).where('procedure', '=', matter.procedure).where('id', '!=', matter.id)
    .where('received_at', '>=', new Date(around - windowMs).toISOString()).where('received_at', '<=', new Date(around + windowMs).toISOString()).orderBy('received_at', 'desc').limit(10).execute()
  return rows.map((row) => ({ matterId: row.id, number: row.number, title: row.title, receivedAt: row.received_at, reason: '同一主体，前后30日内' }))
}

/** Reads of personal data and refused attempts belong to the record of the matter. */
const ACCESS_TITLES: Readonly<Record<string, string>> = {
  'step-refused': '未获准的办理', 'file-read': '查阅文件', 'personal-data-read': '查看个人信息', 'exported': '导出',
  'publication-published': '公示', 'publication-corrected': '更正公示', 'publication-ended': '停止公示', 'publication-restored': '恢复公示', 'publication-retimed': '调整公示期', 'publication-withheld': '不予公示',
}

async function accessEntries(tx: ScopedTransaction, matter: Matter): Promise<TimelineEntry[]> {
  const rows = await tx.queries.selectFrom('audit_event').select(['id', 'type', 'account_name', 'at', 'body']).where('district_code', '=', matter.district).where('subject', '=', matter.id).orderBy('at').execute()
  return rows.map((row) => {
    const { detail } = JSON.parse(row.body) as { detail: { says?: string; reason?: string; step?: string; file?: string } }
    const isRefusal = row.type === 'step-refused'
    return { id: row.id, seq: 0, at: row.at, actorName: row.account_name, kind: isRefusal ? 'refused' as const : 'access' as const, title: ACCESS_TITLES[row.type] ?? '查看个人信息', detail: detail.says ?? detail.reason ?? detail.file ?? null, step: detail.step ?? null, facts: [] }
  })
}
