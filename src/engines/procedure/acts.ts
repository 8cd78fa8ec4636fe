import { refuse } from '../../kernel/refusal.ts'
import { judgeProposal } from './decide.ts'
import { ownValue } from './definition.ts'
import type { AnyProcedure, DecisionContext } from './definition.ts'
import type { Decision } from './decide.ts'
import { evolve } from './evolve.ts'
import type { AttachmentNote, Facts, Matter, MatterEvent } from './matter.ts'
import { holdsRole, roleName } from './role.ts'
import type { Actor, ActorRole } from './role.ts'
import { mayActAs } from './team.ts'

/** What can be done with every matter whatever its procedure. Names are resolved before; the decision is pure. */
export type Act =
  | Readonly<{ act: 'note'; text: string }>
  | Readonly<{ act: 'attach'; attachment: AttachmentNote }>
  | Readonly<{ act: 'assign'; to: string; toName: string }>
  | Readonly<{ act: 'hand-over'; officeId: string; officeName: string; townCode?: string; reason: string }>
  | Readonly<{ act: 'chase'; text: string }>
  | Readonly<{ act: 'link'; other: string; otherNumber: string; kind: string; reason: string }>
  | Readonly<{ act: 'recuse'; accountId: string; accountName: string; reason: string }>
  | Readonly<{ act: 'correct'; field: string; value: unknown; reason: string }>
  | Readonly<{ act: 'identify-subject'; entityId: string; name: string; reason: string }>
  | Readonly<{ act: 'withdraw-document'; documentId: string; number: string; reason: string }>
  | Readonly<{ act: 'propose'; step: string; input: Facts; revision: number; comment?: string }>
  | JudgedProposal

/** A prepared step before whoever may approve it, never the one who prepared it. */
type JudgedProposal = Readonly<{ act: 'approve-proposal' | 'return-proposal'; step: string; revision: number; madeBy: string; approvers: readonly ActorRole[]; comment?: string }>

const WORKERS: readonly ActorRole[] = ['intake-officer', 'case-officer', 'section-head', 'bureau-leader', 'legal-reviewer']
const HEADS: readonly ActorRole[] = ['section-head', 'bureau-leader']

/** Who may do which act; 'citizen' and 'machine' may only add what they bring. */
export const ACT_ROLES: Readonly<Record<Act['act'], readonly ActorRole[]>> = {
  'note': WORKERS,
  'attach': [...WORKERS, 'citizen', 'machine'],
  'assign': ['intake-officer', ...HEADS],
  'hand-over': ['intake-officer', ...HEADS],
  'chase': HEADS,
  'link': ['intake-officer', 'case-officer', ...HEADS, 'machine'],
  'recuse': HEADS,
  'correct': HEADS,
  'identify-subject': ['intake-officer', 'case-officer', ...HEADS],
  'withdraw-document': HEADS,
  'propose': WORKERS,
  'approve-proposal': HEADS,
  'return-proposal': HEADS,
}

const ACT_NAMES: Readonly<Record<Act['act'], string>> = {
  'note': '记录', 'attach': '添加附件', 'assign': '分派', 'hand-over': '移交', 'chase': '督办', 'link': '关联办件', 'recuse': '决定回避', 'correct': '更正',
  'identify-subject': '认定主体', 'withdraw-document': '撤回文书', 'propose': '拟办', 'approve-proposal': '审批同意', 'return-proposal': '退回拟办',
}

/** Acts that remain possible after a matter is closed. */
const AFTER_CLOSING: readonly Act['act'][] = ['note', 'attach', 'link', 'correct', 'withdraw-document']

export function decideAct(procedure: AnyProcedure, matter: Matter, act: Act, context: DecisionContext): Decision {
  const roles = 'approvers' in act ? act.approvers : isClaim(matter, act, context.actor.id) ? WORKERS : ACT_ROLES[act.act]
  const name = ACT_NAMES[act.act]
  if (!mayActAs(procedure, matter, context.actor, roles)) {
    const who = roles.filter((role) => role !== 'machine' && role !== 'citizen').map(roleName).join('、')
    return refuse({ code: 'procedure.role-required', says: `您的岗位不能办理“${name}”，须由${who}办理。`, do: `请转交${who}，或由安全管理员授权。` })
  }
  if (matter.closedAt !== undefined && !AFTER_CLOSING.includes(act.act)) {
    return refuse({ code: 'procedure.matter-closed', says: `办件已办结，不能再${name}。`, do: '如有新的事实，请另行登记并与本件关联。' })
  }
  if ('madeBy' in act && act.madeBy === context.actor.id) return refuse({ code: 'procedure.same-person', says: '拟办人不能审批自己的拟办。', do: '请由另一名有审批权限的人员审批。' })
  if (matter.recused.includes(context.actor.id) && ('approvers' in act || act.act === 'propose')) return refuse({ code: 'procedure.actor-recused', says: '您在本件中已回避，不能拟办或者审批。', do: '请由其他人员办理。' })
  const made = eventOf(procedure, matter, act)
  if (!('type' in made)) return made
  const event: MatterEvent = { ...made, at: context.now, actorId: context.actor.id, actorName: context.actor.name }
  return { kind: 'decided', events: [event], matter: evolve(matter, event), documents: [], child: null }
}

/** Taking an unassigned matter upon oneself (认领) is open to whoever may work on it. */
function isClaim(matter: Matter, act: Act, actorId: string): boolean {
  return act.act === 'assign' && act.to === actorId && matter.assigneeId === undefined
}

/** Whether this person may take the matter upon themselves now. */
export function mayClaim(matter: Matter, actor: Actor): boolean {
  return matter.closedAt === undefined && matter.assigneeId === undefined && holdsRole(actor, WORKERS, matter)
}

const said = ({ comment }: Readonly<{ comment?: string }>): { comment?: string } => (comment === undefined ? {} : { comment })

type Bare<E> = E extends MatterEvent ? Omit<E, 'at' | 'actorId' | 'actorName'> : never

function eventOf(procedure: AnyProcedure, matter: Matter, act: Act): Bare<MatterEvent> | Exclude<Decision, { kind: 'decided' }> {
  switch (act.act) {
    case 'note': return { type: 'noted', text: act.text }
    case 'attach': return { type: 'attached', attachment: act.attachment }
    case 'assign': return { type: 'assigned', to: act.to, toName: act.toName, ...(matter.assigneeId === undefined ? {} : { from: matter.assigneeId }) }
    case 'hand-over':
      if (act.officeId === matter.officeId) return refuse({ code: 'procedure.same-office', says: '办件已在该科（所）。', do: '请选择另一科（所）。' })
      return { type: 'handed-over', officeId: act.officeId, officeName: act.officeName, reason: act.reason, fromOfficeId: matter.officeId, ...(act.townCode === undefined ? {} : { townCode: act.townCode }) }
    case 'chase': return { type: 'chased', text: act.text }
    case 'link': return { type: 'linked', other: act.other, otherNumber: act.otherNumber, kind: act.kind, reason: act.reason }
    case 'recuse': return { type: 'recused', accountId: act.accountId, accountName: act.accountName, reason: act.reason }
    case 'identify-subject': return { type: 'subject-identified', entityId: act.entityId, name: act.name, reason: act.reason }
    case 'withdraw-document': return { type: 'document-withdrawn', documentId: act.documentId, number: act.number, reason: act.reason }
    case 'propose': {
      const read = judgeProposal(procedure, matter, act)
      return read.kind === 'read' ? { type: 'proposed', step: act.step, revision: act.revision, input: read.facts, ...said(act) } : read
    }
    case 'approve-proposal': return { type: 'proposal-approved', step: act.step, revision: act.revision, ...said(act) }
    case 'return-proposal': return { type: 'proposal-returned', step: act.step, revision: act.revision, comment: act.comment ?? '' }
    case 'correct': {
      const field = ownValue(procedure.facts, act.field)
      if (field === undefined) return refuse({ code: 'procedure.fact-unknown', says: `本程序没有“${act.field}”这一事项。`, do: '请选择要更正的事项。' })
      const parsed = field.schema.safeParse(act.value)
      if (!parsed.success) return { kind: 'invalid-input', fields: [{ field: act.field, label: field.label, says: parsed.error.issues[0]?.message ?? '不符合要求。' }] }
      const lastStep = matter.steps.at(-1)
      return { type: 'corrected', event: lastStep?.step ?? 'opened', field: act.field, label: field.label, before: matter.facts[act.field] ?? null, after: parsed.data, reason: act.reason }
    }
  }
}
