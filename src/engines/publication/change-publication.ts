import { dateInShanghai, formatDate, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../kernel/calendar-date.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { InvalidInput } from '../procedure/decide.ts'
import type { Matter } from '../procedure/matter.ts'
import { END_KINDS } from './definition.ts'
import type { EndKind } from './definition.ts'
import { knownOf, objectionsTo, publicContext, refuseObjections } from './draft.ts'
import { readPeople } from './people.ts'
import { changePublication, endPublication } from './keep-publication.ts'
import type { PublicationState } from './publication-rows.ts'
import { publicationOf } from './services.ts'
import type { PublicationServices } from './services.ts'
import { dueOf } from './term.ts'
import { untilFrom } from './write-publication.ts'
import type { By } from './write-publication.ts'

export type Asked = Readonly<{ state: PublicationState; matter: Matter; by: Omit<By, 'reason'> }>

const ENDED = refuse({ code: 'publication.ended', says: '这条信息已经停止公示。', do: '请刷新公示管理页面。' })

/** Writes a corrected version over what the public sees and says so. The earlier version stays in the bureau's record, marked as corrected. */
export async function correctPublication(
  tx: ScopedTransaction, services: PublicationServices, { state, matter, by }: Asked,
  correction: Readonly<{ values: Readonly<Record<string, string>>; note: string; noticedOn: CalendarDate; expectedVersion: number }>,
): Promise<Refusal | InvalidInput | null> {
  if (state.ended !== null) return ENDED
  if (state.version !== correction.expectedVersion) return refuse({ code: 'publication.version-conflict', says: '这条公示信息刚刚被他人更正。', do: '请刷新后核对，再决定是否更正。' })
  const today = dateInShanghai(by.at)
  if (correction.noticedOn > today) return invalid('noticedOn', '发现日期', '发现日期不能晚于今天')
  const publication = publicationOf(services, state.kind)
  const unknown = Object.keys(correction.values).find((key) => key !== 'title' && !Object.hasOwn(publication.fields, key))
  if (unknown !== undefined) return invalid(unknown, unknown, '公示内容中没有这一栏')
  const corrected = withValues(state, publication.fields, correction.values)
  if (corrected.title === state.title && JSON.stringify(corrected.extract) === JSON.stringify(state.extract)) return invalid('values', '更正内容', '没有任何改动')
  const known = knownOf(publication, matter, await readPeople(tx, matter))
  const texts = [...corrected.extract.filter(({ key }) => Object.hasOwn(correction.values, key)), { key: 'title', label: '标题', value: corrected.title }, { key: 'note', label: '更正说明', value: correction.note }]
  const objections = texts.flatMap((text) => objectionsTo(text, text.value, known))
  if (objections.length > 0) return refuseObjections(objections)
  const due = dueOf('disclosure.correct', startOfDayInShanghai(correction.noticedOn), services.calendar())
  const limit = due?.status === 'determined' ? `，应于${formatDate(due.dueOn)}前更正${due.dueOn < today ? '，已逾期' : ''}` : ''
  const next = { ...corrected, version: state.version + 1, correctedAt: by.at, correctionNote: correction.note }
  await changePublication(tx, services, next, 'corrected', { ...by, reason: `${correction.note}（${formatDate(correction.noticedOn)}发现${limit}）` })
  return null
}

function withValues(state: PublicationState, fields: Readonly<Record<string, Readonly<{ label: string }>>>, values: Readonly<Record<string, string>>): PublicationState {
  const before = new Map(state.extract.map(({ key, value }) => [key, value]))
  const extract = Object.entries(fields).flatMap(([key, { label }]) => {
    const value = (Object.hasOwn(values, key) ? values[key] : before.get(key))?.trim() ?? ''
    return value === '' ? [] : [{ key, label, value }]
  })
  const title = values.title?.trim() ?? ''
  return { ...state, extract, title: title === '' ? state.title : title }
}

/** Ends it on the officer's word; the public is told the kind of reason only. */
export async function endByOfficer(tx: ScopedTransaction, services: PublicationServices, { state, matter, by }: Asked, ending: Readonly<{ why: EndKind; reason: string }>): Promise<Refusal | null> {
  if (state.ended !== null) return ENDED
  if (ending.why === 'period-over') return refuse({ code: 'publication.period-runs', says: '公示期届满由系统自动停止公示，不能由人员提前作出。', do: '请选择实际原因；公示期有误的，请更正。' })
  const objection = await objectionToReason(tx, services, { state, matter }, ending.reason)
  if (objection !== null) return objection
  await endPublication(tx, services, state, ending.why, { ...by, reason: ending.reason })
  return null
}

/**
 * Puts it before the public again with the content it had; its period begins anew on this day (credit repair measures,
 * Art 23: a repair that was obtained by deceit is undone).
 */
export async function restorePublication(tx: ScopedTransaction, services: PublicationServices, { state, matter, by }: Asked, reason: string): Promise<Refusal | null> {
  if (state.ended === null) return refuse({ code: 'publication.live', says: '这条信息正在公示。', do: '请刷新公示管理页面。' })
  if (state.ended.why === 'period-over') return refuse({ code: 'publication.period-over', says: '公示期已经届满，不能恢复公示。', do: '需要重新公示的，应有新的决定。' })
  const objection = await objectionToReason(tx, services, { state, matter }, reason)
  if (objection !== null) return objection
  const publication = publicationOf(services, state.kind)
  if (publication.term(publicContext(matter)) === 'never') return refuse({ code: 'publication.never-again', cite: publication.basis, says: '按本件现在的内容，这条信息不予公示，不能恢复公示。', do: '请核对本件的决定；决定已经变更的，按变更后的决定办理。' })
  const untilOn = untilFrom(publication, matter, dateInShanghai(by.at), services.calendar)
  if (isRefusal(untilOn)) return untilOn
  await changePublication(tx, services, { ...state, ended: null, untilOn, entityId: state.entityId ?? matter.subjectEntityId ?? null }, 'restored', { ...by, reason })
  return null
}

// The reason is kept in the ledger for good.
async function objectionToReason(tx: ScopedTransaction, services: PublicationServices, { state, matter }: Pick<Asked, 'state' | 'matter'>, reason: string): Promise<Refusal | null> {
  const objections = objectionsTo({ key: 'reason', label: '原因' }, reason, knownOf(publicationOf(services, state.kind), matter, await readPeople(tx, matter)))
  return objections.length === 0 ? null : refuseObjections(objections)
}

export function isEndKind(text: string): text is EndKind {
  return Object.hasOwn(END_KINDS, text)
}

function invalid(field: string, label: string, says: string): InvalidInput {
  return { kind: 'invalid-input', fields: [{ field, label, says }] }
}
