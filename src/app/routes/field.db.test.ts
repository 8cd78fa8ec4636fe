import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checklistOn } from '../../domains/inspection/checklists/checklists.ts'
import type { EvidenceNote, FieldDay, FieldReceipts } from '../../domains/inspection/contract.ts'
import { machineIn } from '../../engines/procedure/doer.ts'
import { openMatter } from '../../engines/procedure/open-matter.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { DISTRICT, PASSWORD, startServer } from '../fixtures/running-server.ts'
import type { RunningServer } from '../fixtures/running-server.ts'
import { verifyHistory } from '../verify-history.ts'

const HERE = 'station-gejia'
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
/** The same picture with other bytes. */
const OTHER_PIXEL = Buffer.concat([PIXEL, Buffer.from([0])])
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

type Session = Readonly<{ cookie: string; csrf: string }>

let server: RunningServer
let one: Session
let two: Session
let stranger: Session
let ids: readonly [string, string]
let matterId = ''

beforeAll(async () => {
  server = await startServer()
  ids = [await server.addPerson({ login: 'one', name: '示例甲', role: 'case-officer', offices: [HERE] }), await server.addPerson({ login: 'two', name: '示例乙', role: 'case-officer', offices: ['station-mishan'] })]
  await server.addPerson({ login: 'other', role: 'case-officer', offices: ['station-mishan'] })
  await server.database.pools.owner.query(`UPDATE account SET certificate_no = '示例' || login, certificate_until = '2030-12-31' WHERE id = ANY ($1::uuid[])`, [ids])
})
afterAll(() => server.dispose())
beforeEach(async () => {
  server.passTime(60)
  matterId = await openVisit()
  server.passTime(600)
  ;[one, two, stranger] = [await signIn('one'), await signIn('two'), await signIn('other')]
})

async function signIn(login: string): Promise<Session> {
  const answer = await server.app.inject({ method: 'POST', url: '/api/session', payload: { login, password: PASSWORD } })
  const [cookie] = answer.cookies
  return { cookie: `${cookie?.name ?? ''}=${cookie?.value ?? ''}`, csrf: answer.json<{ csrf: string }>().csrf }
}

async function openVisit(): Promise<string> {
  const { business } = server.services
  const machine = machineIn(DISTRICT)
  const decision = await inScope(business.pools.desk, machine.scope, (tx) => openMatter(tx, business, machine.actor, {
    procedure: 'inspection', district: DISTRICT, title: '示例商行：流通领域产品质量', channel: 'draw', officeId: HERE, receivedAt: business.clock.now(), synthetic: true, parties: [], subjectName: '示例商行',
    facts: { inspectors: ids, isAnnounced: false, checklistIds: 'product-seller', itemCodes: '产品质量', drawId: randomUUID(), drawNumber: '抽取〔2026〕1号', planTask: '产品质量抽查', plannedFrom: '2026-11-23', plannedUntil: '2026-12-31' },
  }))
  if (decision.kind !== 'decided') throw new Error('not opened')
  return decision.matter.id
}

const noteOf = (bytes: Buffer, more: Partial<EvidenceNote> = {}): EvidenceNote => ({
  matterId, kind: 'photo', checklistItemId: 'keeping', fileName: 'a.png', sha256: sha256(bytes), captured: { at: '2026-11-23T01:30:00.000Z', isServerCorrected: true },
  place: { latitude: 37.193412, longitude: 122.057831, accuracyInMetres: 12.5 }, ...more,
})

async function put(id: string, bytes: Buffer, note: object, session = one) {
  const payload = Buffer.concat([
    Buffer.from(`--x\r\ncontent-disposition: form-data; name="note"\r\n\r\n${JSON.stringify(note)}\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`), bytes, Buffer.from('\r\n--x--\r\n'),
  ])
  const answer = await server.app.inject({ method: 'PUT', url: `/api/field/evidence/${id}`, headers: { 'cookie': session.cookie, 'x-csrf-token': session.csrf, 'content-type': 'multipart/form-data; boundary=x' }, payload })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}

async function get<T>(url: string, session = one): Promise<T> {
  return (await server.app.inject({ method: 'GET', url, headers: { cookie: session.cookie } })).json<T>()
}

async function record(input: object, session = one, stepId: string = randomUUID()) {
  const { version } = await get<FieldReceipts>(`/api/field/receipts?matterId=${matterId}`)
  const answer = await server.app.inject({
    method: 'POST', url: `/api/procedures/inspection/matters/${matterId}/steps/recordVisit`, headers: { 'cookie': session.cookie, 'x-csrf-token': session.csrf }, payload: { stepId, expectedVersion: version, input },
  })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}

const visitOf = (signatureEvidenceId: string): object => {
  const leftAt = server.services.clock.now()
  return {
    arrivedAt: new Date(Date.parse(leftAt) - 300_000).toISOString(), leftAt, certificatesShown: true, visitResult: 'none-found', signing: 'signed', signerRole: '负责人', signatureEvidenceId,
    results: (checklistOn('product-seller', '2026-11-23')?.items ?? []).map(({ id }) => ({ checklistId: 'product-seller', itemId: id, answer: 'conforms' })),
  }
}

describe('the day of an inspector', () => {
  test('holds the visits with officers, certificates, checklists and the steps open to this person', async () => {
    const day = await get<FieldDay>('/api/field/day?on=2026-11-23')
    const task = day.tasks.find((each) => each.matterId === matterId)
    expect(task).toMatchObject({
      state: 'assigned', stateName: '待检查', isAnnounced: false, plannedUntil: '2026-12-31', checklistIds: ['product-seller'], due: null, earlier: [],
      officers: [{ accountId: ids[0], name: '示例甲', certificateNo: '示例one', certificateUntil: '2030-12-31' }, { name: '示例乙' }],
    })
    expect(task?.openSteps).toEqual(['serveNotice', 'recordVisit'])
    expect(task?.entryCode).toMatch(/^检查〔2026〕\d+号 [2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/u)
    expect(day.checklists.map(({ id }) => id)).toEqual(['product-seller'])
    expect(day.results['none-found']).toBe('未发现问题')
  })

  test('does not hold what is planned for later, nor what others do', async () => {
    expect((await get<FieldDay>('/api/field/day?on=2026-11-22')).tasks.some((each) => each.matterId === matterId)).toBe(false)
    expect((await get<FieldDay>('/api/field/day?on=2026-11-23', stranger)).tasks).toEqual([])
  })
})

describe('evidence', () => {
  test('is taken in once, with time and place of capture, however often it is sent', async () => {
    const id = randomUUID()
    const first = await put(id, PIXEL, noteOf(PIXEL))
    expect(first).toMatchObject({ status: 200, body: { id, sha256: sha256(PIXEL), byteSize: PIXEL.length } })
    expect(await put(id, PIXEL, noteOf(PIXEL))).toEqual(first)
    const { evidence, stepIds } = await get<FieldReceipts>(`/api/field/receipts?matterId=${matterId}`)
    expect({ evidence, stepIds }).toEqual({ evidence: [first.body], stepIds: [] })
    const { rows } = await server.database.pools.owner.query(`SELECT evidence_kind, captured_at, is_clock_corrected, latitude, longitude, accuracy_in_metres, checklist_item FROM attachment WHERE id = $1`, [id])
    expect(rows).toEqual([{ evidence_kind: 'photo', captured_at: '2026-11-23T01:30:00.000Z', is_clock_corrected: true, latitude: '37.193412', longitude: '122.057831', accuracy_in_metres: '12.50', checklist_item: 'keeping' }])
    const events = await server.database.pools.owner.query<{ body: string }>(`SELECT body FROM matter_event WHERE matter_id = $1 AND type = 'attached'`, [matterId])
    expect(events.rows.map(({ body }) => (JSON.parse(body) as { event: { attachment: object } }).event.attachment)).toMatchObject([{ id, sha256: sha256(PIXEL), capture: { kind: 'photo', place: { latitude: 37.193412 } } }])
  })

  test('verifies against the ledger with how it was taken, and does not once its place is edited', async () => {
    const { owner } = server.database.pools
    const id = randomUUID()
    await put(id, PIXEL, noteOf(PIXEL, { place: { latitude: 37.19341234567, longitude: 122.05783199999, accuracyInMetres: 12.3456 } }))
    const faultsOf = async () => (await verifyHistory(owner)).faults.filter((fault) => fault.id === id)
    expect(await faultsOf()).toEqual([])
    await owner.query('UPDATE attachment SET latitude = latitude + 0.001 WHERE id = $1', [id])
    expect(await faultsOf()).toMatchObject([{ source: 'attachment', kind: 'edited' }])
    await owner.query('UPDATE attachment SET latitude = latitude - 0.001 WHERE id = $1', [id])
    expect(await faultsOf()).toEqual([])
  })

  test('of two copies sent at once becomes one', async () => {
    const id = randomUUID()
    const answers = await Promise.all([put(id, PIXEL, noteOf(PIXEL)), put(id, PIXEL, noteOf(PIXEL)), put(id, PIXEL, noteOf(PIXEL))])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await get<FieldReceipts>(`/api/field/receipts?matterId=${matterId}`)).evidence).toHaveLength(1)
  })

  test('with other bytes under the same id, or not the bytes that were announced, is refused', async () => {
    const id = randomUUID()
    await put(id, PIXEL, noteOf(PIXEL))
    expect(await put(id, OTHER_PIXEL, noteOf(OTHER_PIXEL))).toMatchObject({ status: 409, body: { code: 'field.evidence-differs' } })
    expect(await put(randomUUID(), OTHER_PIXEL, noteOf(PIXEL))).toMatchObject({ status: 409, body: { code: 'field.evidence-damaged' } })
    expect((await get<FieldReceipts>(`/api/field/receipts?matterId=${matterId}`)).evidence).toHaveLength(1)
  })

  test('without its note, or for a visit out of sight, is refused', async () => {
    expect(await put(randomUUID(), PIXEL, { ...noteOf(PIXEL), sha256: 'x' })).toMatchObject({ status: 409, body: { code: 'field.note-missing' } })
    for (const wrong of [{ checklistItemId: 'a\0b' }, { captured: { at: '0000-01-01T00:00:00.000Z', isServerCorrected: true } }]) {
      expect(await put(randomUUID(), PIXEL, noteOf(PIXEL, wrong))).toMatchObject({ status: 409, body: { code: 'field.note-missing' } })
    }
    expect(await put(randomUUID(), PIXEL, noteOf(PIXEL), stranger)).toMatchObject({ status: 404, body: { code: 'procedure.matter.not-found' } })
  })
})

describe('the visit', () => {
  test('waits for its evidence: refused before the signature has arrived, recorded after, once', async () => {
    const signature = randomUUID()
    expect(await record(visitOf(signature))).toMatchObject({ status: 409, body: { code: 'guard.evidenceMustHaveArrived', says: expect.stringContaining(signature) } })
    await put(signature, PIXEL, noteOf(PIXEL, { kind: 'signature', checklistItemId: null }))
    const stepId = randomUUID()
    const visit = visitOf(signature)
    const done = await record(visit, one, stepId)
    expect(done).toMatchObject({ status: 200, body: { state: 'visited', isRepeat: false, documents: [{ template: 'inspection-record' }] } })
    expect(await record(visit, one, stepId)).toMatchObject({ status: 200, body: { isRepeat: true } })
    expect((await get<FieldReceipts>(`/api/field/receipts?matterId=${matterId}`)).stepIds).toEqual([stepId])
    const [document] = done.body.documents as readonly { id: string }[]
    const pdf = await server.app.inject({ method: 'GET', url: `/api/matters/${matterId}/documents/${document?.id ?? ''}`, headers: { cookie: one.cookie } })
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.rawPayload.includes('/Subtype/Image') || pdf.rawPayload.includes('/Subtype /Image')).toBe(true)
  })

  test('is recorded by either of the team, also by one of another office', async () => {
    const signature = randomUUID()
    expect((await get<FieldDay>('/api/field/day?on=2026-11-23', two)).tasks.find((task) => task.matterId === matterId)?.openSteps).toEqual(['serveNotice', 'recordVisit'])
    expect(await put(signature, PIXEL, noteOf(PIXEL, { kind: 'signature' }), two)).toMatchObject({ status: 200 })
    expect(await record(visitOf(signature), two)).toMatchObject({ status: 200, body: { state: 'visited' } })
    expect(await get(`/api/matters/${matterId}`, two)).toMatchObject({ stateName: '已检查', clocks: [{ kind: 'publication', dueStepName: '公示检查结果' }] })
    expect(await get(`/api/matters/${matterId}`, stranger)).toMatchObject({ code: 'procedure.matter.not-found' })
  })

  test('with a key fault opens a lead, linked and taken over with its facts', async () => {
    const photo = randomUUID()
    await put(photo, PIXEL, noteOf(PIXEL))
    const visit = visitOf(photo)
    const results = (visit as { results: readonly { itemId: string }[] }).results.map((row) => (row.itemId === 'false-mark' ? { ...row, answer: 'fault', found: '冒用认证标志。', evidenceIds: [photo] } : row))
    expect(await record({ ...visit, results, visitResult: 'to-be-handled' })).toMatchObject({ status: 200 })
    const { version } = await get<FieldReceipts>(`/api/field/receipts?matterId=${matterId}`)
    const answer = await server.app.inject({
      method: 'POST', url: `/api/procedures/inspection/matters/${matterId}/steps/openLead`, headers: { 'cookie': one.cookie, 'x-csrf-token': one.csrf },
      payload: { stepId: randomUUID(), expectedVersion: version, input: { suspectedActs: '冒用认证标志', leadText: '检查发现冒用认证标志，已拍照取证。' } },
    })
    expect(answer.statusCode).toBe(200)
    const { rows } = await server.database.pools.owner.query(`SELECT m.procedure, m.facts, m.channel FROM matter_link l JOIN matter m ON m.id = l.other_id WHERE l.matter_id = $1`, [matterId])
    expect(rows).toMatchObject([{ procedure: 'lead', channel: 'on-site', facts: { source: 'inspection', suspectedActs: '冒用认证标志', respondentName: '示例商行' } }])
  })

  test('is not recorded by a person who took no part, nor before the clock of the server', async () => {
    const signature = randomUUID()
    await put(signature, PIXEL, noteOf(PIXEL, { kind: 'signature' }))
    const late = { ...visitOf(signature), leftAt: '2027-01-01T00:00:00.000Z' }
    expect(await record(late)).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: [{ field: 'leftAt', says: '离开时间不能晚于现在。' }] } })
    expect(await record(visitOf(signature), stranger)).toMatchObject({ status: 404 })
  })
})

describe('the key of a phone', () => {
  const device = randomUUID()
  const keyFor = (deviceId: string, session = one) => get<Record<string, unknown>>(`/api/field/device-key?deviceId=${deviceId}`, session)

  test('is the same for one account on one phone, and another for another account or phone', async () => {
    const { key } = await keyFor(device)
    expect(key).toMatch(/^[0-9a-f]{64}$/u)
    expect(await keyFor(device)).toEqual({ key })
    expect((await keyFor(randomUUID())).key).not.toBe(key)
    expect((await keyFor(device, two)).key).not.toBe(key)
  })

  test('is given to nobody without a session, and stays in no store of the browser', async () => {
    expect((await server.app.inject({ method: 'GET', url: `/api/field/device-key?deviceId=${device}` })).statusCode).toBe(401)
    const given = await server.app.inject({ method: 'GET', url: `/api/field/device-key?deviceId=${device}`, headers: { cookie: one.cookie } })
    expect([given.statusCode, given.headers['cache-control']]).toEqual([200, 'no-store'])
  })
})

describe('the entry code', () => {
  const check = async (code: string) => {
    const answer = await server.app.inject({ method: 'GET', url: `/api/portal/visit-checks/${encodeURIComponent(code)}` })
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
  }
  const codeOfTask = async (): Promise<string> => (await get<FieldDay>('/api/field/day?on=2026-11-23')).tasks.find((task) => task.matterId === matterId)?.entryCode ?? ''

  test('shows an enterprise the order, the days, the office and the certificates, and nothing else', async () => {
    const code = await codeOfTask()
    const shown = await check(code)
    expect(shown).toEqual({ status: 200, body: {
      number: code.split(' ')[0], subjectName: '示例商行', drawNumber: '抽取〔2026〕1号', planTask: '产品质量抽查', plannedFrom: '2026-11-23', plannedUntil: '2026-12-31', officeName: expect.stringContaining('葛家'), bureauName: expect.stringMatching(/.+/u),
      certificates: [{ no: '示例one', validUntil: '2030-12-31' }, { no: '示例two', validUntil: '2030-12-31' }],
    } })
    expect(await check(code.toLowerCase().replaceAll('-', ''))).toEqual(shown)
  })

  test('shows nothing under other letters, under a number alone, or once the visit has ended', async () => {
    const code = await codeOfTask()
    const wrong = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`
    for (const no of [wrong, code.slice(0, -15), 'x']) expect(await check(no)).toMatchObject({ status: 404, body: { code: 'portal.visit.not-found' } })
    await server.database.pools.owner.query('UPDATE matter SET closed_at = received_at WHERE id = $1', [matterId])
    expect(await check(code)).toMatchObject({ status: 404, body: { code: 'portal.visit.not-found' } })
  })
})

describe('an inspection opened by hand', () => {
  const entityId = randomUUID()
  const open = async (facts: object, stepId: string = randomUUID()) => {
    const answer = await server.app.inject({ method: 'POST', url: '/api/matters', headers: { 'cookie': one.cookie, 'x-csrf-token': one.csrf }, payload: { stepId, procedure: 'inspection', entityId, facts } })
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
  }
  beforeAll(() => server.database.pools.owner.query(
    `INSERT INTO entity (district_code, id, name, name_bigrams, name_sort, kind, status, source, source_hash, version, created_at, updated_at)
     VALUES ($1, $2, '示例超市', '{}', '示例超市', 'enterprise', 'active', 'test', '', 1, '2026-01-01', '2026-01-01')`, [DISTRICT, entityId]))

  test('names its lead, is opened once, and stands in the day of its inspectors', async () => {
    const stepId = randomUUID()
    const facts = { inspectionKind: 'lead', leadReference: '举报〔2026〕8号', isAnnounced: false, inspectors: ids, checklistIds: 'food-operator' }
    const opened = await open(facts, stepId)
    expect(opened).toMatchObject({ status: 200, body: { number: expect.stringMatching(/^检查〔2026〕\d+号$/u) } })
    expect(await open(facts, stepId)).toEqual(opened)
    expect(await open({ ...facts, isAnnounced: true }, stepId)).toMatchObject({ status: 409, body: { code: 'procedure.step-id-reused' } })
    const task = (await get<FieldDay>('/api/field/day?on=2026-11-23', two)).tasks.find((each) => each.matterId === opened.body.id)
    expect(task).toMatchObject({ entity: { name: '示例超市' }, openSteps: ['serveNotice', 'recordVisit'] })
  })

  test('cannot pretend to be drawn, and names its inspectors', async () => {
    expect(await open({ inspectionKind: 'random', isAnnounced: false, inspectors: ids })).toMatchObject({ status: 409, body: { code: 'inspection.drawn-by-hand' } })
    expect(await open({ inspectionKind: 'special', isAnnounced: false, drawId: 'd', inspectors: ids })).toMatchObject({ status: 409, body: { code: 'inspection.drawn-by-hand' } })
    expect(await open({ inspectionKind: 'special', isAnnounced: false })).toMatchObject({ status: 400, body: { fields: [{ field: 'inspectors' }] } })
  })
})
