import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFileStore } from './files.ts'
import type { FileStore } from './files.ts'

let folder: string
let store: FileStore
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengjian-files-'))
  store = openFileStore(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// The smallest PNG: one transparent point.
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const PROGRAM = Buffer.concat([Buffer.from('7f454c46020101000000000000000000', 'hex'), Buffer.alloc(200)])

async function* chunks(bytes: Uint8Array, size = 16): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

function leftovers(): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('receiving-'))
}

test('a photo is kept under its digest, once, readable by the owner alone', async () => {
  const first = await store.put(chunks(PNG), { name: '现场照片.png', purpose: 'evidence' })
  const again = await store.put(chunks(PNG), { name: 'copy.PNG', purpose: 'evidence' })
  expect(first).toMatchObject({ byteSize: PNG.length, mediaType: 'image/png', name: '现场照片.png' })
  const sha256 = 'sha256' in first ? first.sha256 : ''
  expect(again).toMatchObject({ sha256 })
  expect(Buffer.from(await store.read(sha256))).toEqual(PNG)
  expect(store.has(sha256)).toBe(true)
  expect(statSync(join(folder, sha256.slice(0, 2), sha256)).mode & 0o777).toBe(0o600)
  expect(leftovers()).toEqual([])
})

test.each([
  ['a program under a photo’s name', PROGRAM, '照片.jpg', 'file.type-not-accepted'],
  ['a PDF under a photo’s name', PDF, '照片.jpg', 'file.name-disagrees'],
  ['a page under a photo’s name', Buffer.from('<html><script>1</script></html>'), '照片.png', 'file.type-not-accepted'],
  ['an image with script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'x.svg', 'file.type-not-accepted'],
  ['an empty file', Buffer.alloc(0), '空.pdf', 'file.type-not-accepted'],
])('%s is refused and leaves nothing', async (_what, bytes, name, code) => {
  const before = readdirSync(folder)
  expect(await store.put(chunks(bytes), { name, purpose: 'evidence' })).toMatchObject({ kind: 'refusal', code })
  expect(readdirSync(folder)).toEqual(before)
})

test('a file over its limit is cut off while it arrives', async () => {
  let sent = 0
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield PNG
    for (;;) {
      sent += 1_048_576
      yield Buffer.alloc(1_048_576)
    }
  }
  expect(await store.put(endless(), { name: 'a.png', purpose: 'evidence' })).toMatchObject({ code: 'file.too-large', says: expect.stringContaining('15 MB') })
  expect(sent).toBeLessThan(17 * 1_048_576)
  expect(leftovers()).toEqual([])
})

test('a broken upload leaves nothing', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield PNG
    throw new Error('line lost')
  }
  await expect(store.put(broken(), { name: 'a.png', purpose: 'evidence' })).rejects.toThrow('line lost')
  expect(leftovers()).toEqual([])
})

test('a register may be text in GB18030, evidence may not', async () => {
  const gb18030 = Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0x41, 0x0d, 0x0a])
  expect(await store.put(chunks(gb18030), { name: '名录.csv', purpose: 'register' })).toMatchObject({ mediaType: 'text/csv' })
  expect(await store.put(chunks(gb18030), { name: '名录.csv', purpose: 'evidence' })).toMatchObject({ code: 'file.type-not-accepted' })
})

test('names lose their path and control characters, never their extension', async () => {
  const long = `${'长'.repeat(300)}.png`
  expect(await store.put(chunks(PNG), { name: '../../etc/pa\u0000ss\u202e.png', purpose: 'evidence' })).toMatchObject({ name: 'pass.png' })
  const stored = await store.put(chunks(PNG), { name: long, purpose: 'evidence' })
  expect(stored).toMatchObject({ name: expect.stringMatching(/^长{116}\.png$/) })
})

test('a file changed on disk is not handed out, and only digests name files', async () => {
  const { sha256 } = await store.putOwn(PDF, { name: '告知书.pdf', mediaType: 'application/pdf' })
  writeFileSync(join(folder, sha256.slice(0, 2), sha256), 'forged')
  await expect(store.read(sha256)).rejects.toThrow('changed on disk')
  await expect(store.read('../secret')).rejects.toThrow('not a file digest')
})
