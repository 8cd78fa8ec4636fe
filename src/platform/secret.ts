import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { keepText } from './kept-file.ts'

/** 32 random bytes made once per installation; every other key is derived from it by purpose. */
export type InstanceSecret = { readonly bytes: Uint8Array }

const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

/** Reads `HENGJIAN_DATA/secret`, making it (mode 0600) on the first call. Throws when the file is damaged. */
export function loadInstanceSecret(dataFolder: string): InstanceSecret {
  const file = join(dataFolder, 'secret')
  mkdirSync(dirname(file), { recursive: true, mode: 0o711 })
  const bytes = Buffer.from(keepText(file, () => randomBytes(KEY_BYTES).toString('hex')), 'hex')
  if (bytes.length !== KEY_BYTES) throw new Error(`实例密钥文件已损坏：${file}。请从备份恢复；没有它，已有的动态码和数据库密码都不能使用。`)
  return { bytes: new Uint8Array(bytes) }
}

/** A key of 32 bytes for one purpose (HKDF-SHA-256, RFC 5869). */
function deriveKey(secret: InstanceSecret, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret.bytes, new Uint8Array(0), `hengjian/${purpose}`, KEY_BYTES))
}

/** Keyed digest of a text, hexadecimal: passwords of database roles, lookup keys of personal data, receipt codes. */
export function keyedDigest(secret: InstanceSecret, purpose: string, text: string): string {
  return createHmac('sha256', deriveKey(secret, purpose)).update(text, 'utf8').digest('hex')
}

/**
 * Encrypts a short text (AES-256-GCM, fresh nonce); `owner` is bound in, so that a value copied to another row does
 * not open. Answers base64url of nonce, tag, ciphertext.
 */
export function sealText(secret: InstanceSecret, owner: string, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(secret, 'seal'), iv)
  cipher.setAAD(Buffer.from(owner, 'utf8'))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Opens what `sealText` made for the same owner; throws when it was changed or belongs to another. */
export function openText(secret: InstanceSecret, owner: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', deriveKey(secret, 'seal'), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(owner, 'utf8'))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
}
