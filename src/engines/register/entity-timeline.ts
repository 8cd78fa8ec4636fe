import { eventOfBody } from '../procedure/rows.ts'
import { tell } from '../procedure/timeline.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { EntityFile } from './contract.ts'
import type { EntityFileContext, SubjectMatter } from './entity-file.ts'
import { fieldLabel, fieldValue } from './entity-words.ts'

type Entry = EntityFile['timeline'][number]

/** What of a matter belongs on the file of its subject; clocks and notes stay on the matter's own page. */
const TOLD_KINDS: Readonly<Record<string, string>> = { opened: '受理登记', step: '办理', document: '文书', closed: '办结', link: '关联', chase: '督办', assignment: '分派' }

const PUBLICATION_ACTIONS: Readonly<Record<string, string>> = { corrected: '更正', ended: '停止公示', restored: '恢复公示' }

/** One time line, newest first: changes of the registration, steps and documents of its matters, publications. */
export async function entityTimeline(tx: ScopedTransaction, entityId: string, matters: readonly SubjectMatter[], context: EntityFileContext): Promise<readonly Entry[]> {
  const entries = [...await registerEntries(tx, entityId, context), ...await matterEntries(tx, matters, context), ...await publicationEntries(tx, entityId, context)]
  return entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

async function registerEntries(tx: ScopedTransaction, entityId: string, { district }: EntityFileContext): Promise<readonly Entry[]> {
  const rows = await tx.queries.selectFrom('entity_event').select(['type', 'at', 'actor_name', 'body']).where('district_code', '=', district).where('entity_id', '=', entityId).execute()
  return rows.map(({ type, at, actor_name, body }) => {
    const { change } = JSON.parse(body) as { change: Readonly<Record<string, unknown>> }
    const isFirst = type === 'registered'
    return {
      at, kind: 'register', kindName: '登记信息', title: isFirst ? '录入登记信息' : '登记信息变化', detail: isFirst ? `录入人：${actor_name}` : changeText(change), matterId: null, matterNumber: null,
    }
  })
}

/** '名称：甲店 → 乙店；状态：存续 → 注销' */
function changeText(change: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(change).flatMap(([column, values]) => {
    const label = fieldLabel(column)
    return label === undefined || !isPair(values) ? [] : [`${label}：${fieldValue(column, values.from)} → ${fieldValue(column, values.to)}`]
  })
  return parts.length === 0 ? '更新联系方式' : parts.join('；')
}

function isPair(values: unknown): values is { from: unknown; to: unknown } {
  return typeof values === 'object' && values !== null && 'from' in values && 'to' in values
}

async function matterEntries(tx: ScopedTransaction, matters: readonly SubjectMatter[], { district, procedures }: EntityFileContext): Promise<readonly Entry[]> {
  if (matters.length === 0) return []
  const byId = new Map(matters.map((matter) => [matter.id, matter]))
  const rows = await tx.queries.selectFrom('matter_event').select(['matter_id', 'body', 'seq']).where('district_code', '=', district).where('matter_id', 'in', [...byId.keys()]).orderBy('seq', 'desc').execute()
  return rows.flatMap(({ matter_id, body }) => {
    const matter = byId.get(matter_id)
    const procedure = matter === undefined ? undefined : procedures.get(matter.procedure)
    if (matter === undefined || procedure === undefined) return []
    const event = eventOfBody(body)
    const { kind, title, detail } = tell(procedure, event, (id) => id)
    const kindName = TOLD_KINDS[kind]
    return kindName === undefined ? [] : [{ at: event.at, kind, kindName: `${procedure.name} · ${kindName}`, title, detail, matterId: matter.id, matterNumber: matter.number }]
  })
}

async function publicationEntries(tx: ScopedTransaction, entityId: string, { district }: EntityFileContext): Promise<readonly Entry[]> {
  const rows = await tx.queries.selectFrom('publication_version').select(['title', 'action', 'at', 'reason']).where('district_code', '=', district).where('entity_id', '=', entityId).execute()
  return rows.map(({ title, action, at, reason }): Entry => ({
    at, kind: 'publication', kindName: '公示', title: action === 'published' ? title : `${title}（${PUBLICATION_ACTIONS[action] ?? action}）`, detail: reason, matterId: null, matterNumber: null,
  }))
}
