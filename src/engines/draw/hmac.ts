import type { Hash } from '../../kernel/merkle.ts'

/** Block length of SHA-256 and of SM3. */
const BLOCK_BYTES = 64

/** The two blocks HMAC puts before the message and before the inner hash: all that a database needs of the key. */
export function keyBlocks(hash: Hash, key: Uint8Array): { readonly inner: Uint8Array; readonly outer: Uint8Array } {
  const block = new Uint8Array(BLOCK_BYTES)
  block.set(key.length > BLOCK_BYTES ? hash(key) : key)
  return { inner: block.map((byte) => byte ^ 0x36), outer: block.map((byte) => byte ^ 0x5c) }
}

/** HMAC (RFC 2104) with a fixed key, over a hash with blocks of 64 bytes. */
export function keyedHash(hash: Hash, key: Uint8Array): Hash {
  const { inner, outer } = keyBlocks(hash, key)
  return (message) => hash(after(outer, hash(after(inner, message))))
}

function after(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}
