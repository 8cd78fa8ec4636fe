import { expect, test } from 'vitest'
import { NOT_SENT } from '../device/send-state.ts'
import type { EvidenceRow } from '../device/rows.ts'
import { countReceipts } from './receipt-count.ts'

const row = (id: string, more: Partial<EvidenceRow> = {}): EvidenceRow => ({
  ...NOT_SENT, id, accountId: 'u', visitKey: 'u/m', matterId: 'm', kind: 'photo', checklistItemId: null, signer: null, fileName: `${id}.jpg`, byteSize: 1, sha256: `hash-${id}`,
  captured: { at: '2026-11-20T02:00:00.000Z', isServerCorrected: true }, place: null, placeSays: '', preview: null, ...more,
})
const held = (...ids: readonly string[]) => [{
  matterId: 'm', version: 4, stepIds: [], evidence: ids.map((id) => ({ id, sha256: `hash-${id}`, byteSize: 1, receivedAt: '2026-11-20T03:00:00.000Z' })),
}]

test('a photo the phone believes to be sent is missing while the server does not name it', () => {
  expect(countReceipts('photo', [row('a', { state: 'received' }), row('b', { state: 'received' })], held('a'))).toEqual({ taken: 2, stored: 1, dropped: 0, missing: ['b'], isEqual: false })
})

test('another hash is another photo', () => {
  expect(countReceipts('photo', [row('a', { sha256: 'other' })], held('a'))).toMatchObject({ stored: 0, missing: ['a'] })
})

test('what the server holds from others does not make up for what is missing', () => {
  expect(countReceipts('photo', [row('a'), row('b')], held('x', 'y')).isEqual).toBe(false)
})

test('given-up photos are named apart, unless the server has them after all', () => {
  const photos = [row('a'), row('b', { state: 'dropped' }), row('c', { kind: 'signature' })]
  expect(countReceipts('photo', photos, held('a'))).toEqual({ taken: 1, stored: 1, dropped: 1, missing: [], isEqual: true })
  expect(countReceipts('photo', photos, held('a', 'b'))).toMatchObject({ taken: 2, stored: 2, dropped: 0 })
})
