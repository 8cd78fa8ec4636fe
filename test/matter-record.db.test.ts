import { randomUUID } from 'node:crypto'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DISTRICT, PASSWORD, startServer, visit } from '../src/app/fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../src/app/fixtures/running-server.ts'
import type { MatterView } from '../src/engines/procedure/contract.ts'
import { machineIn } from '../src/engines/procedure/doer.ts'
import { openMatter } from '../src/engines/procedure/open-matter.ts'
import { sealPending } from '../src/platform/ledger/seal.ts'
import { parseProofs, verifyProof } from '../src/platform/ledger/proof.ts'
import { inScope } from '../src/platform/postgres/scope.ts'

const HERE = 'station-gejia'
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

let server: RunningServer
let officer: Visitor
let other: Visitor
let id: string

beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'officer', name: '示例承办', role: 'case-officer', offices: [HERE] })
  await server.addPerson({ login: 'other', role: 'case-officer', offices: ['station-mishan'] })
  ;[officer, other] = [visit(server), visit(server)]
  for (const [visitor, login] of [[officer, 'officer'], [other, 'other']] as const) await visitor.signIn(login, { password: PASSWORD })
  const { business } = server.services
  const machine = machineIn(DISTRICT)
  const decision = await inScope(business.pools.desk, machine.scope, (tx) => openMatter(tx, business, machine.actor, {
    procedure: 'complaint', district: DISTRICT, title: '示例商行（家用电器）', channel: 'portal', officeId: HERE, receivedAt: business.clock.now(), synthetic: true, parties: [],
    facts: { content: '购买的示例牌电饭锅不能加热。', demand: '退货退款。', category: 'appliance', respondentName: '示例商行' },
  }))
  if (decision.kind !== 'decided') throw new Error('not opened')
  id = decision.matter.id
  const { version } = (await officer.get(`/api/matters/${id}`)).body as unknown as MatterView
  await officer.send('POST', `/api/procedures/complaint/matters/${id}/steps/accept`, { stepId: randomUUID(), expectedVersion: version, input: {} })
  await officer.upload(`/api/matters/${id}/attachments?stepId=${randomUUID()}`, { name: '照片.png', bytes: PIXEL, mediaType: 'image/png' })
})
afterAll(() => server.dispose())

describe('the bound volume', () => {
  test('holds cover, index, documents and pictures in the order of time', async () => {
    const { status, bytes } = await officer.download(`/api/matters/${id}/volume.pdf?part=main`)
    expect(status).toBe(200)
    const letter = (await server.services.pools.owner.query<{ id: string }>('SELECT id FROM document WHERE matter_id = $1', [id])).rows[0]?.id ?? ''
    const own = await PDFDocument.load((await officer.download(`/api/matters/${id}/documents/${letter}`)).bytes)
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1 + own.getPageCount() + 1)
  })

  test('of the internal papers is empty where there are none, but has its index', async () => {
    expect((await PDFDocument.load((await officer.download(`/api/matters/${id}/volume.pdf?part=internal`)).bytes)).getPageCount()).toBe(1)
  })

  test('is bound for nobody to whom the matter is not open', async () => {
    for (const file of ['volume.pdf?part=main', 'record.pdf', 'proofs.json']) expect((await other.download(`/api/matters/${id}/${file}`)).status, file).toBe(404)
  })
})

describe('the record of the whole process', () => {
  test('is a paper, and reading it is on the record', async () => {
    const { bytes } = await officer.download(`/api/matters/${id}/record.pdf`)
    expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(1)
    const { timeline } = (await officer.get(`/api/matters/${id}`)).body as unknown as MatterView
    expect(timeline.some(({ kind, detail }) => kind === 'access' && detail === '全过程记录')).toBe(true)
  })

  test('comes with a proof for every event, which anybody can check', async () => {
    await sealPending(server.services.pools.owner, { now: () => server.services.clock.now() })
    const file = parseProofs(JSON.stringify((await officer.get(`/api/matters/${id}/proofs.json`)).body))
    const { timeline } = (await officer.get(`/api/matters/${id}`)).body as unknown as MatterView
    expect(file.waiting).toBe(0)
    const reading = timeline.filter(({ kind, detail }) => kind === 'access' && detail === '存证证明')
    expect(reading).toHaveLength(1)
    expect(file.proofs.map(verifyProof)).toEqual(timeline.filter((entry) => !reading.includes(entry)).map(() => true))
    const [first] = file.proofs
    if (first === undefined) throw new Error('the matter has events')
    expect(verifyProof({ ...first, body: `${first.body} ` })).toBe(false)
  })
})

describe('a document in the Word format', () => {
  test('opens as an Office file', async () => {
    const { rows } = await server.services.pools.owner.query<{ id: string }>('SELECT id FROM document WHERE matter_id = $1', [id])
    const { bytes } = await officer.download(`/api/matters/${id}/documents/${rows[0]?.id ?? ''}/word`)
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK')
  })
})

describe('who holds a document', () => {
  test('finds it under its code, without a word of the matter', async () => {
    const { rows } = await server.services.pools.owner.query<{ check_code: string; number: string }>('SELECT check_code, number FROM document WHERE matter_id = $1', [id])
    const found = await visit(server).get(`/api/portal/document-checks/${rows[0]?.check_code ?? ''}`)
    expect(found).toMatchObject({ status: 200, body: { number: rows[0]?.number, withdrawnAt: null } })
    expect(Object.keys(found.body).toSorted()).toEqual(['bureauName', 'byteSize', 'issuedAt', 'number', 'sha256', 'title', 'withdrawnAt'])
    expect(await visit(server).get('/api/portal/document-checks/2222222222222222')).toMatchObject({ status: 404, body: { code: 'portal.document.not-found' } })
  })
})
