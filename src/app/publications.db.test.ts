import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addEntity } from '../../test/support/add-entity.ts'
import { doerWith, openProcedureBench } from '../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../test/support/procedure-services.ts'
import { verifyHistory } from './verify-history.ts'
import { correctPublication, endByOfficer, restorePublication } from '../engines/publication/change-publication.ts'
import { listDue, listPublications } from '../engines/publication/desk-views.ts'
import { definePublication, definePublicationEnding } from '../engines/publication/definition.ts'
import type { PublicationCatalogue } from '../engines/publication/definition.ts'
import { endDuePublications } from '../engines/publication/end-due.ts'
import { openDataOf } from '../engines/publication/open-data.ts'
import { listPublic, readPublic } from '../engines/publication/public-read.ts'
import { publishMatters } from '../engines/publication/publish-matter.ts'
import { findWaiting, publishWaiting } from '../engines/publication/queue.ts'
import { readDeskPublication } from '../engines/publication/read-publication.ts'
import { publicationOf } from '../engines/publication/services.ts'
import type { PublicationServices } from '../engines/publication/services.ts'
import { findPublication } from '../engines/publication/write-publication.ts'
import { takeStep } from '../engines/procedure/take-step.ts'
import { findMatter } from '../engines/procedure/store.ts'
import { cite } from '../kernel/citation.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { complaint, complaintPublicity } from '../domains/consumer/index.ts'

const PERSON = { name: '钱例一', phone: '19900001234' }
const officer = doerWith('case-officer')
const head = doerWith('section-head')

/** Accepted complaints as if they had to be published: free text, a period, an officer who looks first. */
const acceptance = definePublication(complaint, {
  kind: 'test-acceptance', name: '受理公示', about: '测试用公示。', basis: cite('complaint-report-measures', '第三十八条'), on: { steps: ['accept'] }, made: { byOfficerWithin: 'disclosure.publish' },
  title: ({ operator }) => `${operator}受理信息`, term: () => ({ rules: ['disclosure.minor'] }), endsOnDeregistration: true,
  fields: {
    operator: { label: '经营者', redaction: 'operator-name', value: ({ matter }) => matter.subjectName ?? null },
    content: { label: '事由', redaction: 'text', value: ({ facts }) => facts.content ?? null },
  },
})
const withdrawal = definePublicationEnding(complaint, { kinds: ['test-acceptance'], on: { steps: ['withdrawDuringMediation'] }, why: 'revoked', cite: cite('penalty-disclosure-provisions', '第十一条') })
const catalogue: PublicationCatalogue = { publications: [complaintPublicity, acceptance], endings: [withdrawal], announcements: [{ kind: 'test-plan', name: '计划', about: '测试用。' }], layouts: [] }

let bench: ProcedureBench
let services: PublicationServices
let entityId = ''

beforeAll(async () => {
  bench = await openProcedureBench('2026-01-12 09:00')
  services = { ...bench.services, catalogue }
  entityId = (await addEntity(bench.database.pools.owner, '示例区幸福水果店', 'sole-trader')).subjectEntityId
})
afterAll(() => bench.dispose())

async function accepted(content: string): Promise<{ matterId: string; dueId: string }> {
  const { matter } = await bench.open(head, {
    procedure: 'complaint', officeId: 'station-gejia', facts: { content, demand: '退货退款。', category: 'food', respondentName: '示例区幸福水果店' }, subjectEntityId: entityId, subjectName: '示例区幸福水果店',
    parties: [{ role: 'complainant', name: PERSON.name, phone: PERSON.phone, idNumber: null, address: null, email: null }],
  })
  await step(matter.id, 'accept')
  const due = await bench.asDesk({ offices: '*', towns: '*' }, (tx) => listDue(tx, services, { district: '371003', status: 'waiting' }))
  return { matterId: matter.id, dueId: due.rows.find((row) => row.matterId === matter.id)?.id ?? '' }
}

async function step(matterId: string, name: string, input: object = {}): Promise<void> {
  const answer = await takeStep({ ...bench.services, listener: publishMatters(services) }, officer, { matterId, stepId: randomUUID(), expectedVersion: null, step: name, input: { ...input } })
  expect(answer).toMatchObject({ kind: 'done' })
}

async function publish(matterId: string, dueId: string, edits: Readonly<Record<string, string>> = {}) {
  return bench.asDesk({ offices: '*', towns: '*' }, async (tx) => {
    const waiting = await findWaiting(tx, '371003', dueId)
    const matter = await findMatter(tx, '371003', matterId)
    if (waiting === null || matter === null) throw new Error('nothing waits')
    return publishWaiting(tx, services, { waiting, matter, publication: publicationOf(services, waiting.kind), edits, by: { actorId: 'officer', actorName: '经办人员', at: services.clock.now(), reason: null } })
  })
}

async function published(content = '购买的水果变质。'): Promise<{ id: string; matterId: string }> {
  const { matterId, dueId } = await accepted(content)
  const id = await publish(matterId, dueId)
  if (isRefusal(id)) throw new Error(id.says)
  return { id, matterId }
}

const asked = (id: string, matterId: string, work: (tx: Parameters<Parameters<typeof bench.asDesk>[1]>[0], asked: Parameters<typeof endByOfficer>[2]) => Promise<unknown>) =>
  bench.asDesk({ offices: '*', towns: '*' }, async (tx) => {
    const state = await findPublication(tx, services, '371003', id, 'for-update')
    const matter = await findMatter(tx, '371003', matterId)
    if (state === null || matter === null) throw new Error('no such publication')
    return work(tx, { state, matter, by: { actorId: 'head', actorName: '王示清', at: services.clock.now() } })
  })

const verify = () => verifyHistory(bench.database.pools.owner)

test('a step puts the matter into the queue with its day and derivation; free text with people is refused, the cured text published', async () => {
  bench.setTime('2026-02-02 10:00')
  const { matterId, dueId } = await accepted(`投诉人${PERSON.name}（电话${PERSON.phone}）购买的水果变质。`)
  const queue = await bench.asDesk({ offices: '*', towns: '*' }, (tx) => listDue(tx, services, { district: '371003', status: 'waiting' }))
  expect(queue.rows.find(({ id }) => id === dueId)).toMatchObject({ sinceOn: '2026-02-02', dueOn: '2026-03-06', isOverdue: false, workingDaysLeft: 20, officeName: '葛家市场监督管理所' })
  const refused = await publish(matterId, dueId)
  expect(refused).toMatchObject({ kind: 'refusal', code: 'publication.personal-data', says: expect.stringContaining('“事由”中有个人姓名（钱**）') as unknown })
  expect(JSON.stringify(refused)).not.toContain(PERSON.phone)
  const id = await publish(matterId, dueId, { content: '购买的水果变质。' })
  if (isRefusal(id)) throw new Error(id.says)
  expect(await publish(matterId, dueId)).toMatchObject({ code: 'publication.due.closed' })
  expect(await readPublic(services, id)).toMatchObject({
    kindName: '受理公示', ended: null, content: { title: '示例区幸福水果店受理信息', untilOn: '2026-05-02', version: 1, fields: [{ key: 'operator', value: '示例区幸福水果店' }, { key: 'content', value: '购买的水果变质。' }] },
  })
  expect((await verify()).faults).toEqual([])
})

test('on its last day it is public; the day after nothing shows it, before and after the machine has come', async () => {
  bench.setTime('2026-03-10 09:00')
  const { id } = await published('标签不符合规定。')
  bench.setTime('2026-06-10 23:59')
  expect(await readPublic(services, id)).toMatchObject({ ended: null, content: { untilOn: '2026-06-10' } })
  bench.setTime('2026-06-11 00:00')
  const isGone = async (): Promise<void> => {
    expect(await readPublic(services, id)).toMatchObject({ content: null, ended: { says: '公示期届满', at: expect.any(String) as unknown } })
    expect((await listPublic(services, { kinds: ['test-acceptance'], q: '幸福水果' })).rows.map((row) => row.id)).not.toContain(id)
    expect((await openDataOf(services, acceptance)).rows.map((row) => row.id)).not.toContain(id)
  }
  await isGone()
  expect(await endDuePublications(services)).toBeGreaterThanOrEqual(1)
  expect(await endDuePublications(services)).toBe(0)
  await isGone()
  const { rows } = await bench.database.pools.owner.query<Record<string, unknown>>('SELECT title, extract, entity_id, title_bigrams, ended_kind FROM publication WHERE id = $1', [id])
  expect(rows).toEqual([{ title: '受理公示信息（已停止公示）', extract: null, entity_id: null, title_bigrams: [], ended_kind: 'period-over' }])
  const ended = await bench.asDesk({ offices: '*', towns: '*' }, (tx) => listPublications(tx, services, { district: '371003', state: 'ended', q: '幸福水果' }))
  expect(ended.rows.find((row) => row.id === id)).toMatchObject({ title: '示例区幸福水果店受理信息', ended: { by: '系统', says: '公示期届满' } })
  expect((await verify()).faults).toEqual([])
})

test('a correction is a new version; the one before stays in the record, marked; a stale one is refused', async () => {
  bench.setTime('2026-07-06 09:00')
  const { id, matterId } = await published()
  const correct = (values: Record<string, string>, expectedVersion: number, noticedOn = '2026-07-06') => asked(id, matterId, (tx, at) => correctPublication(tx, services, at, { values, note: '事由表述有误', noticedOn, expectedVersion }))
  bench.setTime('2026-07-10 09:00')
  expect(await correct({ content: '购买的水果变质。' }, 1)).toMatchObject({ kind: 'invalid-input' })
  expect(await correct({ content: `当事人${PERSON.name}的水果` }, 1)).toMatchObject({ code: 'publication.personal-data' })
  expect(await correct({ content: '购买的水果过期。' }, 1)).toBeNull()
  expect(await correct({ content: '购买的水果变质。' }, 1)).toMatchObject({ code: 'publication.version-conflict' })
  expect(await readPublic(services, id)).toMatchObject({ content: { version: 2, correctedAt: '2026-07-10T01:00:00.000Z', correctionNote: '事由表述有误' } })
  const desk = await bench.asDesk({ offices: '*', towns: '*' }, (tx) => readDeskPublication(tx, services, { district: '371003', id, mayChange: true }))
  expect(desk?.versions.map(({ actionName, version, isCorrectedLater }) => [actionName, version, isCorrectedLater])).toEqual([['公示', 1, true], ['更正', 2, false]])
  expect(desk?.versions[1]?.reason).toBe('事由表述有误（2026年7月6日发现，应于2026年7月9日前更正，已逾期）')
  expect((await verify()).faults).toEqual([])
})

test('an officer ends it for a reason the public is told in neutral words; restored, its period begins anew', async () => {
  bench.setTime('2026-08-03 09:00')
  const { id, matterId } = await published()
  const end = (why: 'repaired' | 'period-over', reason: string) => asked(id, matterId, (tx, at) => endByOfficer(tx, services, at, { why, reason }))
  expect(await end('period-over', '期限已满，停止。')).toMatchObject({ code: 'publication.period-runs' })
  expect(await end('repaired', `${PERSON.name}申请修复。`)).toMatchObject({ code: 'publication.personal-data' })
  expect(await end('repaired', '已准予信用修复。')).toBeNull()
  expect(await readPublic(services, id)).toMatchObject({ content: null, ended: { says: '当事人已完成信用修复' } })
  bench.setTime('2026-08-20 09:00')
  expect(await asked(id, matterId, (tx, at) => restorePublication(tx, services, at, '修复决定已撤销。'))).toBeNull()
  expect(await readPublic(services, id)).toMatchObject({ ended: null, content: { title: '示例区幸福水果店受理信息', untilOn: '2026-11-20' } })
  expect((await listPublic(services, { kinds: ['test-acceptance'], entity: entityId })).rows.map((row) => row.id)).toContain(id)
  expect((await verify()).faults).toEqual([])
})

test('what a step of the matter ends goes at once; what waited is not published any more', async () => {
  bench.setTime('2026-09-01 09:00')
  const { id, matterId } = await published()
  const waiting = await accepted('另一件购买的水果变质。')
  for (const each of [matterId, waiting.matterId]) {
    await step(each, 'recordConsent', { hasConsentedToMediation: true, respondentConsents: true })
    await step(each, 'withdrawDuringMediation', { withdrawalReason: '双方已和解。' })
  }
  expect(await readPublic(services, id)).toMatchObject({ content: null, ended: { says: '原决定已依法撤销' } })
  expect(await publish(waiting.matterId, waiting.dueId)).toMatchObject({ code: 'publication.due.closed' })
  expect((await verify()).faults).toEqual([])
})

test('another matter ends it by a value in its extract: that of this publication alone', async () => {
  bench.setTime('2026-09-15 09:00')
  const [first, second] = [await published('第一件变质的水果。'), await published('第二件变质的水果。')]
  const repair = definePublicationEnding(complaint, { kinds: ['test-acceptance'], on: { steps: ['respond'] }, why: 'repaired', cite: cite('credit-repair-measures', '第十七条'), named: () => [{ field: 'content', value: '第一件变质的水果。' }] })
  const { matter } = await bench.open(head, { procedure: 'complaint', officeId: 'station-gejia', facts: { content: '另一件变质的水果。', demand: '退货退款。', category: 'food', respondentName: '示例区幸福水果店' }, subjectEntityId: entityId, subjectName: '示例区幸福水果店' })
  const listener = publishMatters({ ...services, catalogue: { ...catalogue, endings: [repair] } })
  await takeStep({ ...bench.services, listener }, officer, { matterId: matter.id, stepId: randomUUID(), expectedVersion: null, step: 'respond', input: { responseText: '已收到您的投诉。' } })
  expect(await readPublic(services, first.id)).toMatchObject({ content: null, ended: { says: '当事人已完成信用修复' } })
  expect(await readPublic(services, second.id)).toMatchObject({ ended: null })
  expect((await verify()).faults).toEqual([])
})

test('a matter about somebody else, or about nobody known, ends nothing, whatever number it names', async () => {
  bench.setTime('2026-09-16 09:00')
  const { id } = await published('第三件变质的水果。')
  const other = await addEntity(bench.database.pools.owner, '示例区另一水果店', 'sole-trader')
  const repair = definePublicationEnding(complaint, { kinds: ['test-acceptance'], on: { steps: ['respond'] }, why: 'repaired', cite: cite('credit-repair-measures', '第十七条'), named: () => [{ field: 'content', value: '第三件变质的水果。' }] })
  const listener = publishMatters({ ...services, catalogue: { ...catalogue, endings: [repair] } })
  for (const [subject, code] of [[other, 'publication.other-subject'], [{}, 'publication.unknown-subject']] as const) {
    const { matter } = await bench.open(head, { procedure: 'complaint', officeId: 'station-gejia', facts: { content: '别家的水果。', demand: '退货退款。', category: 'food', respondentName: '示例区另一水果店' }, ...subject })
    const take = takeStep({ ...bench.services, listener }, officer, { matterId: matter.id, stepId: randomUUID(), expectedVersion: null, step: 'respond', input: { responseText: '已收到您的投诉。' } })
    await expect(take).rejects.toMatchObject({ refusal: { code } })
  }
  expect(await readPublic(services, id)).toMatchObject({ ended: null })
})

test('deregistration of the subject ends what the law ends with it', async () => {
  bench.setTime('2026-10-08 09:00')
  const { id } = await published()
  await bench.database.pools.owner.query(`UPDATE entity SET deregistered_on = '2026-10-08', status = 'deregistered' WHERE id = $1`, [entityId])
  expect(await endDuePublications(services)).toBeGreaterThanOrEqual(1)
  expect(await readPublic(services, id)).toMatchObject({ content: null, ended: { says: '当事人已依法注销' } })
  await bench.database.pools.owner.query(`UPDATE entity SET deregistered_on = NULL, status = 'active' WHERE id = $1`, [entityId])
})

test.each([
  [`UPDATE publication SET until_on = until_on + 100 WHERE id = $1`, 'edited'],
  [`UPDATE publication SET extract = '[]' WHERE id = $1`, 'edited'],
  [`UPDATE publication SET ended_at = '2026-10-09', ended_kind = 'repaired', ended_reason = '' WHERE id = $1`, 'edited'],
  [`UPDATE publication SET matter_id = NULL WHERE id = $1`, 'deleted'],
  [`DELETE FROM publication WHERE id = $1`, 'deleted'],
])('%s is found by the verification', async (sql, kind) => {
  bench.setTime('2026-10-09 09:00')
  const { id } = await published()
  const owner = bench.database.pools.owner
  await owner.query(`CREATE TABLE kept AS SELECT * FROM publication WHERE id = '${id}'`)
  await owner.query(sql, [id])
  const { faults } = await verify()
  await owner.query(`DELETE FROM publication WHERE id = '${id}'; INSERT INTO publication SELECT * FROM kept; DROP TABLE kept`)
  expect(faults).toEqual([expect.objectContaining({ kind, source: 'publication', id })])
  expect((await verify()).faults).toEqual([])
})

test('the portal role reads neither the queue nor the versions', async () => {
  for (const table of ['publication_due', 'publication_version']) await expect(bench.database.pools.portal.query(`SELECT * FROM ${table}`)).rejects.toThrow('permission denied')
  await expect(bench.asDesk({ offices: '*', towns: '*' }, (tx) => tx.client.query('UPDATE publication_version SET reason = NULL'))).rejects.toThrow('permission denied')
  const blind = await bench.asDesk({ offices: ['registration'], towns: '*' }, (tx) => listDue(tx, services, { district: '371003', status: 'waiting' }))
  expect(blind.rows).toEqual([])
})
