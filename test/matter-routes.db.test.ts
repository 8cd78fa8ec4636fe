import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DISTRICT, PASSWORD, startServer, visit } from '../src/app/fixtures/running-server.ts'
import type { Answer, RunningServer, Visitor } from '../src/app/fixtures/running-server.ts'
import { machineIn } from '../src/engines/procedure/doer.ts'
import type { MatterView, Worklist } from '../src/engines/procedure/contract.ts'
import { sortingInstantOf } from '../src/engines/procedure/matter.ts'
import { openMatter } from '../src/engines/procedure/open-matter.ts'
import { inScope } from '../src/platform/postgres/scope.ts'

const HERE = 'station-gejia'
const PERSON = { role: 'complainant', name: '示例甲', phone: '10000138000', idNumber: null, address: '威海市文登区葛家镇示例路18号', email: null }

let server: RunningServer
let officer: Visitor
let head: Visitor
let other: Visitor
let headId = ''

beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'officer', name: '示例承办', role: 'case-officer', offices: [HERE] })
  headId = await server.addPerson({ login: 'head', name: '示例所长', role: 'section-head', offices: [HERE] })
  await server.addPerson({ login: 'other', role: 'case-officer', offices: ['station-mishan'] })
  ;[officer, head, other] = [visit(server), visit(server), visit(server)]
  for (const [visitor, login] of [[officer, 'officer'], [head, 'head'], [other, 'other']] as const) expect((await visitor.signIn(login, { password: PASSWORD })).status).toBe(200)
})
afterAll(() => server.dispose())

async function openComplaint(): Promise<string> {
  server.passTime(20)
  const { business } = server.services
  const machine = machineIn(DISTRICT)
  const decision = await inScope(business.pools.desk, machine.scope, (tx) => openMatter(tx, business, machine.actor, {
    procedure: 'complaint', district: DISTRICT, title: '示例商行（家用电器）', channel: 'portal', officeId: HERE, receivedAt: business.clock.now(), synthetic: true, parties: [PERSON],
    facts: { content: '购买的示例牌电饭锅不能加热。', demand: '退货退款。', category: 'appliance', respondentName: '示例商行' },
  }))
  if (decision.kind !== 'decided') throw new Error('not opened')
  return decision.matter.id
}

const view = async (visitor: Visitor, id: string): Promise<MatterView> => {
  const { status, body } = await visitor.get(`/api/matters/${id}`)
  expect(status).toBe(200)
  return body as unknown as MatterView
}
const step = (visitor: Visitor, id: string, name: string, order: Readonly<{ expectedVersion: number; input?: object; stepId?: string }>): Promise<Answer> =>
  visitor.send('POST', `/api/procedures/complaint/matters/${id}/steps/${name}`, { stepId: randomUUID(), input: {}, ...order })
const act = (visitor: Visitor, id: string, order: object): Promise<Answer> => visitor.send('POST', `/api/matters/${id}/acts`, { stepId: randomUUID(), ...order })

describe('the page of a matter', () => {
  test('offers the steps that are open with their forms, and the others with the reason and the article', async () => {
    const id = await openComplaint()
    const { steps, clocks, parties, stateName, office } = await view(officer, id)
    expect(steps.filter((offer) => offer.isPermitted).map((offer) => offer.step)).toEqual(['respond', 'accept', 'refuse', 'withdraw'])
    expect(steps.find((offer) => offer.step === 'settle')).toMatchObject({ isPermitted: false, refusal: { code: 'procedure.step-not-open', cite: { text: '《市场监督管理投诉举报处理办法》第二十四条' } } })
    expect(steps.find((offer) => offer.step === 'refuse')).toMatchObject({ fields: [{ key: 'refusalGround', isRequired: true }, { key: 'refusalReason', isRequired: true }] })
    expect(clocks.map((clock) => [clock.kind, clock.isOverdue, clock.derivation.length > 0])).toEqual([['acceptance', false, true], ['firstResponse', false, true]])
    expect(parties).toMatchObject([{ roleName: '投诉人', isMasked: true, name: '示**', phone: '100****8000', address: '威海市文登区****' }])
    expect({ stateName, office: office.name }).toEqual({ stateName: '待受理', office: '葛家市场监督管理所' })
  })

  test('is not found by an office that does not have it', async () => {
    expect(await other.get(`/api/matters/${await openComplaint()}`)).toMatchObject({ status: 404, body: { code: 'procedure.matter.not-found' } })
  })

  test('shows unmasked personal data only on request, and the request stands in its time line', async () => {
    const id = await openComplaint()
    const [party] = (await view(officer, id)).parties
    expect((await officer.send('POST', `/api/matters/${id}/parties/${party?.id ?? ''}/unmask`, { reason: '联系投诉人' })).body).toMatchObject({ phone: PERSON.phone, name: PERSON.name })
    expect((await view(officer, id)).timeline.some((entry) => entry.kind === 'access')).toBe(true)
    expect((await other.send('POST', `/api/matters/${id}/parties/${party?.id ?? ''}/unmask`, { reason: '联系投诉人' })).status).toBe(404)
  })
})

describe('a step over HTTP', () => {
  test('answers with the new version and the documents; its PDF opens for the office and for nobody else', async () => {
    const id = await openComplaint()
    const { status, body } = await step(officer, id, 'accept', { expectedVersion: 3 })
    expect({ status, body }).toMatchObject({ status: 200, body: { state: 'accepted', stateName: '已受理', isRepeat: false, documents: [{ template: 'complaint-acceptance', withdrawnAt: null }] } })
    const [document] = (await view(officer, id)).documents
    const path = `/api/matters/${id}/documents/${document?.id ?? ''}`
    expect((await officer.get(path)).status).toBe(200)
    expect(await other.get(path)).toMatchObject({ status: 404, body: { code: 'procedure.file.not-found' } })
    const reads = (await view(head, id)).timeline.filter((entry) => entry.kind === 'access')
    expect(reads).toMatchObject([{ title: '查阅文件', actorName: '示例承办', detail: expect.stringContaining('投诉受理决定书') }])
  })

  test('refused: 409 with code, article and advice; a form that does not fit: 400 with each field', async () => {
    const id = await openComplaint()
    expect(await step(officer, id, 'settle', { expectedVersion: 3, input: { agreementText: '退货退款。' } })).toMatchObject({ status: 409, body: { code: 'procedure.step-not-open', cite: { article: '第二十四条' } } })
    expect(await step(officer, id, 'refuse', { expectedVersion: 3, input: { refusalGround: 'weather' } })).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: [{ field: 'refusalGround' }, { field: 'refusalReason' }] } })
    expect(await step(officer, id, 'accept', { expectedVersion: 2 })).toMatchObject({ status: 409, body: { code: 'procedure.version-changed' } })
    expect((await officer.send('POST', `/api/procedures/complaint/matters/${id}/steps/constructor`, { stepId: randomUUID(), expectedVersion: 3, input: {} })).status).toBe(404)
  })
})

describe('an act over HTTP', () => {
  test('assigns to an account that exists, and to no other', async () => {
    const id = await openComplaint()
    expect(await act(head, id, { act: 'assign', to: randomUUID(), expectedVersion: 3 })).toMatchObject({ status: 409, body: { code: 'procedure.reference-unknown' } })
    expect((await act(head, id, { act: 'assign', to: headId, expectedVersion: 3 })).status).toBe(200)
    expect((await view(head, id)).assignee).toEqual({ id: headId, name: '示例所长' })
  })

  test('withdraws a document once; it keeps its number', async () => {
    const id = await openComplaint()
    await step(officer, id, 'accept', { expectedVersion: 3 })
    const { documents: [document], version } = await view(head, id)
    const order = { act: 'withdraw-document', documentId: document?.id, reason: '文书有误' }
    expect((await act(head, id, { ...order, expectedVersion: version })).status).toBe(200)
    expect(await act(head, id, { ...order, expectedVersion: version + 1 })).toMatchObject({ status: 409, body: { code: 'procedure.document-withdrawn-already' } })
    expect((await view(head, id)).documents).toMatchObject([{ number: document?.number, withdrawnReason: '文书有误' }])
  })

  test('hands a matter over to another office, after which only that office finds it', async () => {
    const id = await openComplaint()
    expect((await act(head, id, { act: 'hand-over', officeId: 'station-mishan', reason: '属地管辖', expectedVersion: 3 })).status).toBe(200)
    expect((await head.get(`/api/matters/${id}`)).status).toBe(404)
    expect((await view(other, id)).office.name).toBe('米山市场监督管理所')
  })

  test('in bulk: one result for each matter', async () => {
    const [one, two] = [await openComplaint(), await openComplaint()]
    const { body } = await head.send('POST', '/api/worklist/bulk', { ids: [one, two].map((id, index) => ({ id, stepId: randomUUID(), expectedVersion: index === 0 ? 3 : 1 })), act: { act: 'chase', text: '请尽快办理' } })
    expect(body.results).toMatchObject([{ id: one, ok: true, says: null }, { id: two, ok: false, says: expect.stringContaining('已有其他人办理') }])
  })

  test('in bulk: the same step of one procedure, judged for each matter', async () => {
    const [one, two] = [await openComplaint(), await openComplaint()]
    await step(officer, two, 'accept', { expectedVersion: 3 })
    const versionOf = async (id: string): Promise<number> => (await view(head, id)).version
    const ids = await Promise.all([one, two].map(async (id) => ({ id, stepId: randomUUID(), expectedVersion: await versionOf(id) })))
    const order = { ids, act: { act: 'step', procedure: 'complaint', step: 'respond', input: { responseText: '已收到您的投诉。' } } }
    const accept = { ids, act: { act: 'step', procedure: 'complaint', step: 'accept', input: {} } }
    expect((await officer.send('POST', '/api/worklist/bulk', { ...order, act: { ...order.act, procedure: 'report' } })).body.results).toMatchObject([{ ok: false, says: expect.stringContaining('不是这一类办件') }, { ok: false }])
    const { body } = await officer.send('POST', '/api/worklist/bulk', accept)
    expect(body.results).toMatchObject([{ id: one, ok: true, says: null }, { id: two, ok: false, says: expect.stringMatching(/。$/u) }])
    expect((await officer.send('POST', '/api/worklist/bulk', accept)).body.results).toMatchObject([{ id: one, ok: true }, { id: two, ok: false }])
    expect(await versionOf(one)).toBeGreaterThan(ids[0]?.expectedVersion ?? 0)
  })

  test('an upload without a file is refused', async () => {
    const id = await openComplaint()
    const answer = await upload(id)
    expect(answer).toMatchObject({ status: 409, body: { code: 'procedure.file.missing' } })
  })
})

/** A multipart body without any part. */
async function upload(id: string): Promise<Answer> {
  const signedIn = await server.app.inject({ method: 'POST', url: '/api/session', payload: { login: 'officer', password: PASSWORD } })
  const [cookie] = signedIn.cookies
  const response = await server.app.inject({
    method: 'POST', url: `/api/matters/${id}/attachments?stepId=${randomUUID()}`, payload: '--x--\r\n',
    headers: { 'cookie': `${cookie?.name ?? ''}=${cookie?.value ?? ''}`, 'x-csrf-token': signedIn.json<{ csrf: string }>().csrf, 'content-type': 'multipart/form-data; boundary=x' },
  })
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() }
}

test('the centre takes in mixed material for a station: two matters, linked, for the station to handle', async () => {
  await server.addPerson({ login: 'centre', name: '示例登记', role: 'intake-officer', offices: ['complaint-centre'] })
  const centre = visit(server)
  await centre.signIn('centre')
  const order = {
    stepId: randomUUID(), channel: 'counter', receivedAt: server.services.clock.now(),
    submission: {
      kind: 'mixed', person: { name: '示例乙', phone: '13900139000' }, respondent: { name: '示例食品店', address: '威海市文登区米山镇示例路1号' }, content: '购买的食品变质，要求退款，并举报其销售过期食品。', demand: '退款。', category: 'other',
    },
  }
  const { status, body } = await centre.send('POST', '/api/intake', order)
  expect({ status, body }).toMatchObject({ status: 200, body: { matters: [{ procedureName: '投诉处理', officeName: '米山市场监督管理所' }, { procedureName: '举报处理', officeName: '米山市场监督管理所' }] } })
  const again = await centre.send('POST', '/api/intake', order)
  expect(again.body.matters).toEqual(body.matters)
  const [first] = body.matters as readonly { id: string }[]
  expect((await view(other, first?.id ?? '')).links).toMatchObject([{ kind: 'split', number: expect.stringContaining('举报') }])
})

test('the worklist and the list of an office hold the same open matters, the most urgent first', async () => {
  const worklist = await officer.get('/api/worklist?view=all&limit=200')
  const list = await officer.get('/api/matters?closed=open&limit=200')
  const rows = worklist.body.rows as Worklist['rows']
  const dues = rows.map((row) => (row.clock === null ? '' : sortingInstantOf(row.clock.due) ?? ''))
  expect(new Set(dues).size).toBeGreaterThan(3)
  expect(dues).toEqual(dues.toSorted())
  expect(new Set(rows.map((row) => row.id))).toEqual(new Set((list.body.rows as readonly { id: string }[]).map((row) => row.id)))
  expect(worklist.body.counts).toMatchObject({ all: rows.length })
  expect(list.body.total).toBe(rows.length)
  expect(((await other.get('/api/worklist?view=all&limit=200')).body.rows as readonly object[])).toHaveLength(3)
})
