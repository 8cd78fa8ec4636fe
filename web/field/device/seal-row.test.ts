import { expect, test } from 'vitest'
import { SEALED_FIELDS, isSealed, openRow, sealRow } from './seal-row.ts'

const newKey = (byte: number): Promise<CryptoKey> => crypto.subtle.importKey('raw', new Uint8Array(32).fill(byte), 'AES-GCM', false, ['encrypt', 'decrypt'])
const VISIT = { key: 'a/m', accountId: 'a', matterId: 'm', actionId: null, task: { entity: { name: '示范商行' } }, witnessName: '周示例', found: '', record: null }

async function sealed(table: string, row: Readonly<Record<string, unknown>>) {
  const closed = await sealRow(await newKey(1), table, row)
  if (!isSealed(closed)) throw new Error('not sealed')
  return closed
}

test('a row comes back as it was; sealed it shows keys and states alone', async () => {
  const closed = await sealed('visits', VISIT)
  expect(Object.keys(closed).toSorted()).toEqual(['accountId', 'actionId', 'key', 'matterId', 'sealed'])
  expect(Buffer.from(closed.sealed.bytes).includes('示范商行')).toBe(false)
  expect(await openRow(await newKey(1), 'visits', closed)).toEqual(VISIT)
})

test('a picture comes back with its type, byte for byte', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(40_000))
  const opened = await openRow(await newKey(1), 'evidence', await sealed('evidence', { id: 'e', accountId: 'a', state: 'queued', fileName: '现场.jpg', preview: new Blob([bytes], { type: 'image/jpeg' }) }))
  expect(opened).toMatchObject({ id: 'e', state: 'queued', fileName: '现场.jpg' })
  const { preview } = opened
  if (!(preview instanceof Blob)) throw new Error('no picture')
  expect(preview.type).toBe('image/jpeg')
  expect(Buffer.from(await preview.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
})

test('it opens with its own key at its own place only', async () => {
  const closed = await sealed('visits', VISIT)
  await expect(openRow(await newKey(2), 'visits', closed)).rejects.toThrow()
  await expect(openRow(await newKey(1), 'answers', closed)).rejects.toThrow()
  await expect(openRow(await newKey(1), 'visits', { ...closed, key: 'a/other' })).rejects.toThrow()
  await expect(openRow(await newKey(1), 'visits', { ...closed, accountId: 'b' })).rejects.toThrow()
})

test('what was written beside the seal counts, and two seals of one row differ', async () => {
  const closed = await sealed('visits', VISIT)
  expect(await openRow(await newKey(1), 'visits', { ...closed, witnessName: '吴示例' })).toEqual({ ...VISIT, witnessName: '吴示例' })
  expect(Buffer.from((await sealed('visits', VISIT)).sealed.bytes).equals(Buffer.from(closed.sealed.bytes))).toBe(false)
})

test('no key of a row is sealed, so that it can be found', () => {
  for (const fields of Object.values(SEALED_FIELDS)) for (const name of ['key', 'id', 'accountId', 'visitKey', 'matterId', 'state', 'kind', 'sha256']) expect(fields).not.toContain(name)
})
