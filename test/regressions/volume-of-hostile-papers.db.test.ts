import { randomUUID } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { processSubmissions } from '../../src/domains/consumer/index.ts'
import { startServer, visit } from '../../src/app/fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../../src/app/fixtures/running-server.ts'
import { bind, weightOf } from '../../src/platform/pdf/bind.ts'
import { pagesOfForeign } from '../../src/platform/pdf/trial.ts'

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

let server: RunningServer
let head: Visitor
let legal: Visitor
let matterId = ''
let fileId = ''

beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'head', role: 'section-head' })
  await server.addPerson({ login: 'legal', role: 'legal-reviewer' })
  ;[head, legal] = [visit(server), visit(server)]
  await Promise.all([head.signIn('head'), legal.signIn('legal')])
  const form = new FormData()
  form.append('submission', JSON.stringify({ id: randomUUID(), kind: 'report', person: { name: '示例乙', phone: '13900139000' }, respondent: { name: '示例店' }, content: '举报示例店销售过期食品，附照片。', category: 'food' }))
  form.append('file', new Blob([PIXEL], { type: 'image/png' }), '示例乙的购物小票.png')
  const packed = new Response(form)
  const sent = await server.app.inject({ method: 'POST', url: '/api/portal/submissions', headers: { 'content-type': packed.headers.get('content-type') ?? '' }, payload: Buffer.from(await packed.arrayBuffer()) })
  expect(sent.statusCode, sent.body).toBeLessThan(300)
  await processSubmissions(server.services.business)
  const { rows } = await server.database.pools.owner.query<{ matter_id: string; id: string }>('SELECT matter_id, id FROM attachment')
  ;[matterId, fileId] = [rows[0]?.matter_id ?? '', rows[0]?.id ?? '']
})
afterAll(() => server.dispose())

const pages = async (who: Visitor, part: 'main' | 'internal'): Promise<number> => {
  const { status, bytes } = await who.download(`/api/matters/${matterId}/volume.pdf?part=${part}`)
  expect(status, Buffer.from(bytes.subarray(0, 300)).toString()).toBe(200)
  return (await PDFDocument.load(bytes)).getPageCount()
}

test('what a reporter sent in is bound with the internal papers, and only for who may know the reporter', async () => {
  expect([await pages(head, 'main'), await pages(head, 'internal')]).toEqual([1, 2])
  expect([await pages(legal, 'main'), await pages(legal, 'internal')]).toEqual([1, 1])
  expect((await head.download(`/api/matters/${matterId}/attachments/${fileId}`)).status).toBe(200)
  expect((await legal.download(`/api/matters/${matterId}/attachments/${fileId}`)).status).toBe(403)
})

test('the name of the reporter’s file stands nowhere in the matter', async () => {
  const seen = await legal.get(`/api/matters/${matterId}`)
  expect(seen.status).toBe(200)
  expect(JSON.stringify(seen.body)).not.toContain('示例乙')
  expect(JSON.stringify((await legal.get(`/api/matters/${matterId}/proofs.json`)).body)).not.toContain('示例乙')
})

/** The width and height in the head of a picture become 30,000 each, its data stay one pixel. */
function blownUp(png: Buffer): Buffer {
  const copy = Buffer.from(png)
  copy.writeUInt32BE(30_000, 16)
  copy.writeUInt32BE(30_000, 20)
  return copy
}

/** A PDF of one page and some kilobytes whose streams unpack to some MiB each as soon as it is opened; their kind is not written plainly. */
function unpackingTo(mebibytes: number, streams = 1): Uint8Array {
  const packed = deflateSync(Buffer.alloc(mebibytes * 1_048_576, '1 0 '))
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] >>'].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`)
  const head = `%PDF-1.7\n${objects.join('')}`
  const stream = (at: number) => [Buffer.from(`${at} 0 obj\n<< /Type /Obj#53tm %obj\n /N 0 /First 4 /Filter /FlateDecode /Length ${packed.byteLength} >>\nstream\n`), packed, Buffer.from('\nendstream\nendobj\n')]
  return new Uint8Array(Buffer.concat([Buffer.from(head), ...Array.from({ length: streams }, (_, index) => stream(index + 5)).flat(), Buffer.from('trailer\n<< /Root 1 0 R >>\n%%EOF')]))
}

/** Fails where work on the one thread of the server held up the others for most of its time. */
async function whileOthersGoOn<T>(work: Promise<T>): Promise<T> {
  let ticks = 0
  const ticking = setInterval(() => { ticks += 1 }, 20)
  const started = performance.now()
  const done = await work
  clearInterval(ticking)
  expect(ticks, 'the server was held up').toBeGreaterThan((performance.now() - started) / 200)
  return done
}

test('a file built to unpack without end is given up while others are answered, in one stream or in many', async () => {
  expect(await pagesOfForeign({ bytes: unpackingTo(1), mediaType: 'application/pdf' })).toBe(1)
  for (const bytes of [unpackingTo(128), unpackingTo(8, 12)]) expect(await whileOthersGoOn(pagesOfForeign({ bytes, mediaType: 'application/pdf' }))).toBeNull()
})

test('what takes long to unpack within the limits holds up nobody while it is bound, and counts with the size it unpacks to', async () => {
  const slow = { bytes: unpackingTo(40), mediaType: 'application/pdf' }
  expect(await pagesOfForeign(slow)).toBe(1)
  expect(await whileOthersGoOn(bind([], [slow], new Date(0)))).toMatchObject({ pages: 1 })
  expect(weightOf({ bytes: blownUp(PIXEL), mediaType: 'image/png' })).toBe(2_700_000_000)
})

test('a paper that cannot be bound is listed apart and stops no volume', async () => {
  const good = await PDFDocument.create()
  good.addPage([300, 300])
  const papers = [
    { name: '好.pdf', bytes: await good.save(), mediaType: 'application/pdf' },
    { name: '空.pdf', bytes: Buffer.from('%PDF-1.7\nnothing of a document\n%%EOF'), mediaType: 'application/pdf' },
    { name: '断.pdf', bytes: Buffer.from((await good.save({ useObjectStreams: false })).slice(0, 200)), mediaType: 'application/pdf' },
    { name: '断.png', bytes: PIXEL.subarray(0, 40), mediaType: 'image/png' },
    { name: '大.png', bytes: blownUp(PIXEL), mediaType: 'image/png' },
    { name: '断.jpg', bytes: Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), mediaType: 'image/jpeg' },
  ]
  for (const paper of papers) expect((await head.upload(`/api/matters/${matterId}/attachments?stepId=${randomUUID()}`, paper)).status, paper.name).toBe(200)
  const { status, bytes } = await head.download(`/api/matters/${matterId}/volume.pdf?part=main`)
  expect(status).toBe(200)
  const sizes = (await PDFDocument.load(bytes)).getPages().map((page) => page.getWidth())
  expect(sizes.filter((width) => width === 300)).toHaveLength(1)
  expect(sizes.at(-1), 'nothing was bound after the good paper').toBe(300)
})
