import type { Hash } from '../../kernel/merkle.ts'

/** c0 … cn with c0 = the secret and each next the hash of the one before (RFC 1760). Only the last is published before the draw. */
export function codeChain(hash: Hash, secret: Uint8Array, length: number): readonly Uint8Array[] {
  if (!Number.isSafeInteger(length) || length < 2) throw new RangeError(`a chain of one-time codes has at least 2 links: ${length}`)
  const chain = [secret]
  for (let last = secret; chain.length <= length; chain.push(last)) last = hash(last)
  return chain
}

/** The code of a round, counted from 1: c(n-round). Throws RangeError when the chain is used up; c0 is never used. */
export function codeOfRound(chain: readonly Uint8Array[], round: number): Uint8Array {
  const code = Number.isSafeInteger(round) && round >= 1 && round < chain.length - 1 ? chain[chain.length - 1 - round] : undefined
  if (code === undefined) throw new RangeError(`no code for round ${round} in a chain of ${chain.length - 1}`)
  return code
}

/** The code hashed `times` times: what must equal an earlier published code. */
export function hashedTimes(hash: Hash, code: Uint8Array, times: number): Uint8Array {
  let value = code
  for (let i = 0; i < times; i += 1) value = hash(value)
  return value
}
