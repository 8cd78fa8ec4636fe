/** Leaves `from` to `until` (exclusive), whose root is one node of a proof. */
export type LeafRange = Readonly<{ from: number; until: number }>

/**
 * The subtrees whose roots make the inclusion proof of leaf `index`, in the order of the proof (RFC 9162, 2.1.3.1).
 * Known beforehand, they can be summed while the leaves stream by. Throws RangeError outside the tree.
 */
export function proofRanges(index: number, size: number): readonly LeafRange[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const downwards: LeafRange[] = []
  let from = 0
  let until = size
  while (until - from > 1) {
    const middle = from + splitOf(until - from)
    if (index < middle) {
      downwards.push({ from: middle, until })
      until = middle
    } else {
      downwards.push({ from, until: middle })
      from = middle
    }
  }
  return downwards.reverse()
}

/** The largest power of two below the size. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}
