/** A hash function, handed in by the caller: SM3 or SHA-256. */
export type Hash = (data: Uint8Array) => Uint8Array

/**
 * The right-to-left state of an append-only tree (RFC 9162, 2.1): the roots of its perfect subtrees, largest first.
 * It grows with the logarithm of the size and is all that appending needs.
 */
export type CompactRange = { readonly size: number; readonly peaks: readonly Uint8Array[] }

export const emptyRange: CompactRange = { size: 0, peaks: [] }

/** Hash of a leaf: H(0x00 ‖ data). */
export function leafHash(hash: Hash, data: Uint8Array): Uint8Array {
  return hash(joined([Uint8Array.of(0), data]))
}

/** Hash of an inner node: H(0x01 ‖ left ‖ right). */
export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(joined([Uint8Array.of(1), left, right]))
}

/** The root over leaf hashes; of no leaves it is H(""). */
export function rootOf(hash: Hash, leaves: readonly Uint8Array[]): Uint8Array {
  return rangeRoot(hash, leaves.reduce((range, leaf) => appendLeaf(hash, range, leaf), emptyRange))
}

/** The range with one more leaf hash. */
export function appendLeaf(hash: Hash, range: CompactRange, leaf: Uint8Array): CompactRange {
  const peaks = [...range.peaks]
  let node = leaf
  for (let rest = range.size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = peaks.pop()
    if (left === undefined) throw new RangeError('a compact range has as many peaks as its size has ones')
    node = nodeHash(hash, left, node)
  }
  return { size: range.size + 1, peaks: [...peaks, node] }
}

/** The root of the tree the range stands for. */
export function rangeRoot(hash: Hash, range: CompactRange): Uint8Array {
  const [last, ...rest] = [...range.peaks].reverse()
  if (last === undefined) return hash(new Uint8Array(0))
  return rest.reduce((right, left) => nodeHash(hash, left, right), last)
}

/** Inclusion proof of the leaf at `index` (RFC 9162, 2.1.3.1). Throws RangeError outside the tree. */
export function inclusionProof(hash: Hash, leaves: readonly Uint8Array[], index: number): readonly Uint8Array[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= leaves.length) throw new RangeError(`no leaf ${index} in a tree of ${leaves.length}`)
  if (leaves.length === 1) return []
  const split = splitOf(leaves.length)
  const left = leaves.slice(0, split)
  const right = leaves.slice(split)
  return index < split
    ? [...inclusionProof(hash, left, index), rootOf(hash, right)]
    : [...inclusionProof(hash, right, index - split), rootOf(hash, left)]
}

/** Whether the proof leads from the leaf hash to the root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  hash: Hash,
  claim: { readonly leaf: Uint8Array; readonly index: number; readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(claim.index) || !Number.isSafeInteger(claim.size) || claim.index < 0 || claim.index >= claim.size) return false
  let fn = claim.index
  let sn = claim.size - 1
  let node = claim.leaf
  for (const sibling of proof) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      node = nodeHash(hash, sibling, node)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      node = nodeHash(hash, node, sibling)
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && isSame(node, claim.root)
}

/** Proof that the tree of the first `earlierSize` leaves is a prefix (RFC 9162, 2.1.4.1). */
export function consistencyProof(hash: Hash, leaves: readonly Uint8Array[], earlierSize: number): readonly Uint8Array[] {
  if (!Number.isSafeInteger(earlierSize) || earlierSize < 1 || earlierSize > leaves.length) {
    throw new RangeError(`no tree of ${earlierSize} before a tree of ${leaves.length}`)
  }
  return subproof(hash, leaves, earlierSize, 'known')
}

/** Whether the proof shows that the earlier root is a prefix of the later one (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  hash: Hash,
  claim: { readonly earlierSize: number; readonly earlierRoot: Uint8Array; readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  const { earlierSize, size } = claim
  if (!Number.isSafeInteger(earlierSize) || !Number.isSafeInteger(size) || earlierSize < 1 || earlierSize > size) return false
  if (earlierSize === size) return proof.length === 0 && isSame(claim.earlierRoot, claim.root)
  const [first, ...rest] = isPowerOfTwo(earlierSize) ? [claim.earlierRoot, ...proof] : proof
  if (first === undefined || rest.length === 0) return false
  let fn = earlierSize - 1
  let sn = size - 1
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)]
  let earlier = first
  let later = first
  for (const node of rest) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      earlier = nodeHash(hash, node, earlier)
      later = nodeHash(hash, node, later)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      later = nodeHash(hash, later, node)
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && isSame(earlier, claim.earlierRoot) && isSame(later, claim.root)
}

function subproof(hash: Hash, leaves: readonly Uint8Array[], size: number, root: 'known' | 'unknown'): readonly Uint8Array[] {
  if (size === leaves.length) return root === 'known' ? [] : [rootOf(hash, leaves)]
  const split = splitOf(leaves.length)
  const left = leaves.slice(0, split)
  const right = leaves.slice(split)
  return size <= split
    ? [...subproof(hash, left, size, root), rootOf(hash, right)]
    : [...subproof(hash, right, size - split, 'unknown'), rootOf(hash, left)]
}

// The largest power of two below the size.
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

function half(n: number): number {
  return Math.floor(n / 2)
}

function isPowerOfTwo(n: number): boolean {
  return splitOf(n + 1) === n
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
