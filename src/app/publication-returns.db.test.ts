import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addEntity } from '../../test/support/add-entity.ts'
import { doerWith, openProcedureBench } from '../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../test/support/procedure-services.ts'
import { complaint } from '../domains/consumer/index.ts'
import { restorePublication } from '../engines/publication/change-publication.ts'
import { definePublication, definePublicationEnding, definePublicationReturn } from '../engines/publication/definition.ts'
import type { PublicationCatalogue } from '../engines/publication/definition.ts'
import { readPublic } from '../engines/publication/public-read.ts'
import { publishMatters } from '../engines/publication/publish-matter.ts'
import type { PublicationServices } from '../engines/publication/services.ts'
import { findPublication } from '../engines/publication/write-publication.ts'
import { findMatter } from '../engines/procedure/store.ts'
import { takeStep } from '../engines/procedure/take-step.ts'
import { cite } from '../kernel/citation.ts'
import { inScope } from '../platform/postgres/scope.ts'
import { verifyHistory } from './verify-history.ts'

const REPAIR = cite('credit-repair-measures', '第二十三条')
const NAME = '示例区幸福水果店'

/** Accepted complaints as if they were public for three months. */
const acceptance = definePublication(complaint, {
  kind: 'test-acceptance', name: '受理公示', about: '测试用公示。', basis: cite('complaint-report-measures', '第三十八条'), on: { steps: ['accept'] }, made: 'at-once',
  title: ({ operator }) => `${operator}受理信息`, term: () => ({ rules: ['disclosure.minor'] }),
  fields: { operator: { label: '经营者', redaction: 'operator-name', value: ({ matter }) => matter.subjectName ?? null } },
})
const shield = definePublicationEnding(complaint, { kinds: ['test-acceptance'], on: { steps: ['respond'] }, why: 'shielded', cite: REPAIR, isOfSubject: true })
const fallen = definePublicationEnding(complaint, { kinds: ['test-acceptance'], on: { steps: ['withdrawDuringMediation'] }, why: 'revoked', cite: cite('penalty-disclosure-provisions', '第十一条') })
const backOf = (becomes: 'shown-anew' | 'shown-on' | 'repaired') => definePublicationReturn(complaint, { kinds: ['test-acceptance'], on: { steps: ['recordConsent'] }, cite: REPAIR, endedAs: 'shielded', endedBy: ({ facts }) => facts.demand ?? null, becomes })

let bench: ProcedureBench
const officer = doerWith('case-officer')
const head = doerWith('section-head')

beforeAll(async () => {
  bench = await openProcedureBench('2026-01-12 09:00')
})
afterAll(() => bench.dispose())

const entity = async (): Promise<string> => (await addEntity(bench.database.pools.owner, NAME, 'sole-trader')).subjectEntityId

async function matterOf(entityId: string, demand: string): Promise<{ id: string; number: string }> {
  const { matter } = await bench.open(head, { procedure: 'complaint', officeId: 'station-gejia', subjectEntityId: entityId, subjectName: NAME, facts: { content: '购买的水果变质。', demand, category: 'food', respondentName: NAME } })
  return matter
}

const servicesWith = (becomes: 'shown-anew' | 'shown-on' | 'repaired'): PublicationServices =>
  ({ ...bench.services, catalogue: { publications: [acceptance], endings: [shield, fallen], returns: [backOf(becomes)], announcements: [], layouts: [] } satisfies PublicationCatalogue })

async function step(services: PublicationServices, matterId: string, name: string, input: object = {}): Promise<void> {
  expect(await takeStep({ ...bench.services, listener: publishMatters(services) }, officer, { matterId, stepId: randomUUID(), expectedVersion: null, step: name, input: { ...input } }), name).toMatchObject({ kind: 'done' })
}

/** Two publications of one entity; a matter that takes them from the public, and another that names it. */
async function shielded(services: PublicationServices) {
  const entityId = await entity()
  const shown = [await matterOf(entityId, '退货退款。'), await matterOf(entityId, '退货退款。')]
  for (const { id } of shown) await step(services, id, 'accept')
  const stranger = await matterOf(await entity(), '退货退款。')
  await step(services, stranger.id, 'accept')
  const ids = async (matters: readonly { id: string }[]) => (await bench.database.pools.owner.query<{ id: string }>('SELECT id FROM publication WHERE matter_id = ANY ($1) ORDER BY id', [matters.map(({ id }) => id)])).rows.map(({ id }) => id)
  const cause = await matterOf(entityId, '退货退款。')
  await step(services, cause.id, 'respond', { responseText: '已收到您的投诉。' })
  return { own: await ids(shown), other: (await ids([stranger]))[0] ?? '', entityId, cause }
}

async function returned(services: PublicationServices, entityId: string, number: string): Promise<void> {
  const { id } = await matterOf(entityId, number)
  await step(services, id, 'accept')
  await step(services, id, 'recordConsent', { hasConsentedToMediation: true, respondentConsents: true })
}

test('what one matter took from the public of its entity comes back for the rest of its time when another says so', async () => {
  bench.setTime('2026-02-02 10:00')
  const services = servicesWith('shown-on')
  const { own, other, entityId, cause } = await shielded(services)
  expect(own).toHaveLength(2)
  for (const id of own) expect(await readPublic(services, id)).toMatchObject({ content: null, ended: { says: '重整计划或者和解协议执行期间暂时停止公示' } })
  expect(await readPublic(services, other)).toMatchObject({ ended: null })
  bench.setTime('2026-03-02 10:00')
  await returned(services, entityId, `${cause.number}0`)
  for (const id of own) expect(await readPublic(services, id)).toMatchObject({ content: null })
  await returned(services, entityId, cause.number)
  for (const id of own) expect(await readPublic(services, id)).toMatchObject({ ended: null, content: { untilOn: '2026-05-02', title: `${NAME}受理信息` } })
  expect((await verifyHistory(bench.database.pools.owner)).faults).toEqual([])
})

test('a period that ran out meanwhile stays over; begun anew it runs in full from that day', async () => {
  bench.setTime('2026-02-03 10:00')
  const [rest, anew] = [servicesWith('shown-on'), servicesWith('shown-anew')]
  const { own, entityId, cause } = await shielded(rest)
  bench.setTime('2026-06-01 10:00')
  await returned(rest, entityId, cause.number)
  for (const id of own) expect(await readPublic(rest, id)).toMatchObject({ content: null })
  await returned(anew, entityId, cause.number)
  for (const id of own) expect(await readPublic(anew, id)).toMatchObject({ ended: null, content: { untilOn: '2026-09-01' } })
  expect((await verifyHistory(bench.database.pools.owner)).faults).toEqual([])
})

test('an end for the time being becomes an end for good', async () => {
  bench.setTime('2026-02-04 10:00')
  const services = servicesWith('repaired')
  const { own, entityId, cause } = await shielded(services)
  await returned(services, entityId, cause.number)
  for (const id of own) expect(await readPublic(services, id)).toMatchObject({ content: null, ended: { says: '当事人已完成信用修复' } })
  expect((await verifyHistory(bench.database.pools.owner)).faults).toEqual([])
})

test('what falls while it rests is told so, and does not come back with the rest', async () => {
  bench.setTime('2026-02-05 10:00')
  const services = servicesWith('shown-on')
  const { own: [first = '', second = ''], entityId, cause } = await shielded(services)
  const { rows: [shown] } = await bench.database.pools.owner.query<{ matter_id: string }>('SELECT matter_id FROM publication WHERE id = $1', [first])
  await step(services, shown?.matter_id ?? '', 'withdrawDuringMediation', { withdrawalReason: '已与经营者自行和解。' })
  expect(await readPublic(services, first)).toMatchObject({ content: null, ended: { says: '原决定已依法撤销' } })
  await returned(services, entityId, cause.number)
  expect(await readPublic(services, first)).toMatchObject({ content: null, ended: { says: '原决定已依法撤销' } })
  expect(await readPublic(services, second)).toMatchObject({ ended: null })
  expect((await verifyHistory(bench.database.pools.owner)).faults).toEqual([])
})

test('a sign that stands for any text brings back nothing, and a matter about somebody else is refused', async () => {
  bench.setTime('2026-02-06 10:00')
  const services = servicesWith('shown-on')
  const { own, entityId, cause } = await shielded(services)
  await returned(services, entityId, '%_')
  for (const id of own) expect(await readPublic(services, id)).toMatchObject({ content: null })
  await expect(returned(services, await entity(), cause.number)).rejects.toMatchObject({ refusal: { code: 'publication.other-subject' } })
  for (const id of own) expect(await readPublic(services, id)).toMatchObject({ content: null })
})

test('what the law, after a change, keeps from the public is not shown again: by a return or by an officer', async () => {
  bench.setTime('2026-02-07 10:00')
  const services = servicesWith('shown-anew')
  const { own, entityId, cause } = await shielded(services)
  const changed: PublicationServices = { ...services, catalogue: { ...services.catalogue, publications: [{ ...acceptance, term: () => 'never' }] } }
  await returned({ ...changed, catalogue: { ...changed.catalogue, publications: changed.catalogue.publications.map((each) => ({ ...each, on: {} })) } }, entityId, cause.number)
  for (const id of own) expect(await readPublic(services, id)).toMatchObject({ content: null })
  const refused = await inScope(bench.services.pools.desk, head.scope, async (tx) => {
    const state = await findPublication(tx, services, '371003', own[0] ?? '')
    const matter = state === null ? null : await findMatter(tx, '371003', state.matterId)
    if (state === null || matter === null) throw new Error('no publication')
    return restorePublication(tx, changed, { state, matter, by: { actorId: head.actor.id, actorName: head.actor.name, at: bench.services.clock.now() } }, '修复决定已撤销。')
  })
  expect(refused).toMatchObject({ code: 'publication.never-again' })
})
