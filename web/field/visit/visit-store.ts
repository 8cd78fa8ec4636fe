import type { ChecklistAnswer, FieldDay, FieldTask } from '../../../src/domains/inspection/contract.ts'
import { readPlace } from '../capture/place.ts'
import { sha256OfText } from '../capture/sha256.ts'
import { fieldNow, readFieldClock } from '../clock/field-clock.ts'
import { fieldTables } from '../device/field-database.ts'
import { answerKeyOf, visitKeyOf } from '../device/rows.ts'
import type { VisitRow } from '../device/rows.ts'
import { markUnsent } from '../device/storage-health.ts'
import { actionRow } from '../outbox/outbox-rows.ts'
import { answersOf, itemKeyOf } from './progress.ts'
import { recordText } from './record-text.ts'
import { readVisit } from './use-visit.ts'
import { visitInputOf } from './visit-input.ts'

/** Begins a visit at its door: the time at once, the place when the phone has found it. */
export async function beginVisit(accountId: string, day: FieldDay, task: FieldTask): Promise<void> {
  const { visits } = fieldTables()
  const key = visitKeyOf(accountId, task.matterId)
  if (await visits.get(key) !== undefined) return
  await visits.add({
    key, accountId, matterId: task.matterId, task, results: day.results, demands: day.demands, checklists: task.checklistIds.flatMap((id) => day.checklists.filter((checklist) => checklist.id === id)),
    base: { version: task.version, readAt: day.readAt }, arrived: readFieldClock(), arrivedPlace: '', placeSays: '正在定位', certificatesShown: false, leftAt: null, visitResult: '', found: '',
    signing: 'signed', signerRole: '', witnessName: '', refusalReason: '', record: null, actionId: null,
  })
  const { place, says } = await readPlace()
  const isUnwritten = (await visits.get(key))?.arrivedPlace === ''
  await visits.update(key, { placeSays: says, ...(place !== null && isUnwritten ? { arrivedPlace: says } : {}) })
}

export type VisitFields = Partial<Pick<VisitRow, 'arrivedPlace' | 'certificatesShown' | 'visitResult' | 'found' | 'signing' | 'signerRole' | 'witnessName' | 'refusalReason'>>

/** Writes only the fields named, so that two tabs do not undo each other. */
export async function changeVisit(visitKey: string, fields: VisitFields): Promise<void> {
  await fieldTables().visits.update(visitKey, fields)
}

type AnswerFields = Readonly<{ answer?: ChecklistAnswer | null; found?: string; measured?: string }>

export async function changeAnswer(visit: Pick<VisitRow, 'key' | 'accountId'>, checklistId: string, itemId: string, fields: AnswerFields): Promise<void> {
  const { answers, database } = fieldTables()
  const key = answerKeyOf(visit.key, checklistId, itemId)
  await database.transaction('rw', answers, async () => {
    const before = await answers.get(key) ?? { key, accountId: visit.accountId, visitKey: visit.key, checklistId, itemId, answer: null, found: '', measured: '' }
    await answers.put({ ...before, ...fields })
  })
}

/** Answers every item of a checklist that has none with "conforms". Answers which items, so that it can be taken back. */
export async function conformAllOthers(visit: VisitRow, checklistId: string): Promise<readonly string[]> {
  const { answers, database } = fieldTables()
  return database.transaction('rw', answers, async () => {
    const given = answersOf(await answers.where('visitKey').equals(visit.key).toArray())
    const open = visit.checklists.filter(({ id }) => id === checklistId).flatMap(({ items }) => items)
      .filter((item) => item.answers.includes('conforms') && (given.get(itemKeyOf(checklistId, item.id))?.answer ?? null) === null)
    for (const { id } of open) await changeAnswer(visit, checklistId, id, { answer: 'conforms' })
    return open.map(({ id }) => id)
  })
}

/** Makes the record to be signed: the visit ends now, and its text and hash are fixed. */
export async function makeRecord(visitKey: string): Promise<void> {
  const found = await readVisit(visitKey)
  if (found === null) throw new Error('a record without its visit')
  const visit = { ...found.visit, leftAt: fieldNow() }
  const text = recordText(visit, answersOf(found.answers), found.evidence)
  await fieldTables().visits.update(visitKey, { leftAt: visit.leftAt, record: { text, sha256: await sha256OfText(text), madeAt: fieldNow() } })
}

/** Takes the record back for changes. Signatures given to it are void. */
export async function takeRecordBack(visitKey: string): Promise<void> {
  const { visits, evidence, originals, database } = fieldTables()
  await database.transaction('rw', visits, evidence, originals, async () => {
    const signatures = (await evidence.where('visitKey').equals(visitKey).toArray()).filter(({ kind }) => kind === 'signature')
    for (const { id } of signatures) {
      await evidence.update(id, { state: 'dropped', preview: null })
      await originals.delete(id)
    }
    await visits.update(visitKey, { record: null, leftAt: null })
  })
}

/** Hands the visit in: the action and the release of its signatures are one write. */
export async function submitVisit(visitKey: string): Promise<void> {
  const { visits, actions, evidence, answers, originals, receipts, database } = fieldTables()
  const accountId = await database.transaction('rw', [visits, actions, evidence, answers, originals, receipts], async () => {
    const found = await readVisit(visitKey)
    if (found === null) throw new Error('a visit handed in that is not here')
    const { visit, evidence: rows } = found
    if (visit.actionId !== null) return visit.accountId
    if (visit.signing === 'refused') {
      await evidence.where('visitKey').equals(visitKey).filter(({ signer, state }) => signer === 'party' && state === 'saved').modify({ state: 'dropped' })
    }
    const kept = rows.filter(({ state, signer }) => state !== 'dropped' && !(visit.signing === 'refused' && signer === 'party'))
    await evidence.where('visitKey').equals(visitKey).filter(({ state }) => state === 'saved').modify({ state: 'queued' })
    const action = actionRow({
      accountId: visit.accountId, matterId: visit.matterId, matterNumber: visit.task.number, matterTitle: visit.task.entity?.name ?? visit.task.title,
      action: { kind: 'visit', procedure: visit.task.procedure, base: visit.base, acceptedVersion: null, input: visitInputOf(visit, answersOf(found.answers), kept), evidenceIds: kept.map(({ id }) => id) },
    })
    await actions.add(action)
    await visits.update(visitKey, { actionId: action.id })
    return visit.accountId
  })
  await markUnsent(accountId)
}
