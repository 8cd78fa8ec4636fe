import type { FieldDeviceKey } from '../../../src/domains/inspection/contract.ts'
import type { SessionView } from '../../../src/platform/session/contract.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { canCapture } from '../capture/sha256.ts'
import { fieldNow } from '../clock/field-clock.ts'
import { call } from '../connection/call.ts'
import { mayOpenLocally } from '../frame/local-work.ts'
import { fieldTables } from './field-database.ts'
import { holdKey } from './key-ring.ts'
import type { KeyRow } from './rows.ts'

/** Notes whose phone it is now, with the key to what that account has on it. The key of whoever was here before goes. */
export async function keepHolder({ account, district }: SessionView): Promise<void> {
  const { database, device } = fieldTables()
  const key = await keyFor(account.id)
  holdKey(key)
  await database.transaction('rw', device, async () => {
    if (key === null) await device.delete('sealing-key')
    else await device.put(key)
    await device.put({ key: 'holder', accountId: account.id, accountName: account.name, seenAt: fieldNow(), synthetic: district.synthetic })
  })
}

/** Signing out: what is on the phone stays, and opens only when its owner signs in again. */
export async function forgetHolder(): Promise<void> {
  await fieldTables().device.bulkDelete(['holder', 'sealing-key'])
  holdKey(null)
}

/** A phone that the server has not seen for three days forgets the key; signing in brings it back. */
export async function wipeExpiredKey(): Promise<void> {
  const { database, device } = fieldTables()
  await database.transaction('rw', device, async () => {
    const holder = await device.get('holder')
    if (holder?.key === 'holder' && !mayOpenLocally(holder.seenAt, fieldNow())) await device.delete('sealing-key')
  })
  holdKey(null)
}

async function keyFor(accountId: string): Promise<KeyRow | null> {
  // Browsers offer ciphers only over TLS and on this very computer; elsewhere nothing can be sealed.
  if (!canCapture()) return null
  const { device } = fieldTables()
  const kept = await device.get('sealing-key')
  if (kept?.key === 'sealing-key' && kept.accountId === accountId) return kept
  try {
    const { key } = await call<FieldDeviceKey>({ method: 'GET', path: `/api/field/device-key?deviceId=${await deviceId()}` })
    const bytes = Uint8Array.from(key.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16))
    return { key: 'sealing-key', accountId, cryptoKey: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']) }
  } catch (error) {
    // An account without field work has nothing to seal.
    if (error instanceof ApiFailure && error.kind === 'refused') return null
    throw error
  }
}

/** The number of this browser's store, made once. */
async function deviceId(): Promise<string> {
  const { database, device } = fieldTables()
  return database.transaction('rw', device, async () => {
    const kept = await device.get('device')
    if (kept?.key === 'device') return kept.deviceId
    const made = crypto.randomUUID()
    await device.put({ key: 'device', deviceId: made })
    return made
  })
}
