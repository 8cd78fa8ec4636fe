import { appendLeaf, emptyRange, rangeRoot } from '../../kernel/merkle.ts'
import type { CompactRange } from '../../kernel/merkle.ts'
import { sm3 } from '../hash.ts'

/** A row of `ledger_seal`. */
export type StoredSeal = Readonly<{ size: number; root: Buffer; hashName: string; frontier: readonly Buffer[]; previousRoot: Buffer }>

/** A leaf whose event now hashes to something else; the next seal tells which of the two was changed. */
export type Doubt = Readonly<{ index: number; leaf: Buffer; recomputed: Buffer; settle: (culprit: 'event' | 'leaf') => void }>

export type TreeReport = Readonly<{
  /** Leaves `from` to `until` (exclusive) are not there. */
  missing(from: number, until: number): void
  broken(size: number, says: string): void
}>

type Known = Readonly<{ range: CompactRange; repaired: CompactRange }>

/** Rebuilds the tree leaf by leaf and holds it against the seals. Memory grows with the logarithm of the tree. */
export function checkTree(report: TreeReport) {
  // After a gap the tree is unknown until a seal brings a frontier to go on from.
  let known: Known | null = { range: emptyRange, repaired: emptyRange }
  let size = 0
  let doubts: Doubt[] = []
  let previousRoot = rootOf(emptyRange)
  let sealedSize = 0

  const settle = (culprit: 'event' | 'leaf'): void => {
    for (const doubt of doubts) doubt.settle(culprit)
    doubts = []
  }

  const settleTree = (seal: StoredSeal, { range, repaired }: Known): CompactRange => {
    const root = rootOf(range)
    if (root.equals(seal.root)) {
      settle('event')
      if (!isWhole(seal)) report.broken(seal.size, `封印 ${seal.size} 的边缘节点与其根不符。`)
      return range
    }
    if (doubts.length > 0 && rootOf(repaired).equals(seal.root)) {
      settle('leaf')
      return repaired
    }
    settle('event')
    if (rootOf(rangeOf(seal)).equals(root)) {
      report.broken(seal.size, `封印 ${seal.size} 的根被改动：由叶子重算的根为 ${root.toString('hex')}，封印所记为 ${seal.root.toString('hex')}。`)
      return range
    }
    report.broken(seal.size, `封印 ${seal.size} 与其下的叶子不符：由叶子重算的根为 ${root.toString('hex')}，封印所记为 ${seal.root.toString('hex')}。`)
    return isWhole(seal) ? rangeOf(seal) : range
  }

  return {
    leaf(index: number, leaf: Buffer, doubt?: Doubt): void {
      if (index !== size) {
        report.missing(size, index)
        settle('event')
        known = null
      }
      size = index + 1
      if (doubt) doubts.push(doubt)
      if (known === null) return
      const range = appendLeaf(sm3, known.range, leaf)
      const repaired = doubts.length === 0 ? range : appendLeaf(sm3, known.repaired, doubt?.recomputed ?? leaf)
      known = { range, repaired }
    },

    /** To be called when as many leaves were given as the seal has, or when there are no more. */
    seal(seal: StoredSeal): void {
      sealedSize = seal.size
      if (!seal.previousRoot.equals(previousRoot)) report.broken(seal.size, `封印 ${seal.size} 所记的上一封印的根与上一封印不符。`)
      if (seal.hashName !== 'sm3') report.broken(seal.size, `封印 ${seal.size} 的散列算法被改为“${seal.hashName}”。`)
      if (size < seal.size) {
        report.missing(size, seal.size)
        settle('event')
        size = seal.size
        known = null
      }
      if (known === null && !isWhole(seal)) {
        report.broken(seal.size, `封印 ${seal.size} 的边缘节点与其根不符。`)
        previousRoot = seal.root
        return
      }
      const range = known === null ? rangeOf(seal) : settleTree(seal, known)
      known = { range, repaired: range }
      previousRoot = rootOf(range)
    },

    /** Root of the leaves given so far; null where leaves are missing. */
    root: (): Buffer | null => (known === null ? null : rootOf(known.range)),
    size: (): number => size,
    sealedSize: (): number => sealedSize,
    /** Ends the walk: doubts behind the last seal are the events' own. */
    end: (): void => settle('event'),
  }
}

/** Whether the frontier has a peak for each one in the size and leads to the root. */
function isWhole(seal: StoredSeal): boolean {
  const ones = seal.size.toString(2).replaceAll('0', '').length
  return seal.frontier.length === ones && rootOf(rangeOf(seal)).equals(seal.root)
}

function rangeOf(seal: StoredSeal): CompactRange {
  return { size: seal.size, peaks: seal.frontier }
}

function rootOf(range: CompactRange): Buffer {
  return Buffer.from(rangeRoot(sm3, range))
}
