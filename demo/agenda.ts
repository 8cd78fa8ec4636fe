/** Work ordered by time, and by the order of entry within a moment. */
export type Agenda<T> = Readonly<{
  add: (at: number, item: T) => void
  /** Takes the first item before the moment; undefined when there is none. */
  takeBefore: (moment: number) => T | undefined
  size: () => number
}>

type Entry<T> = Readonly<{ at: number; order: number; item: T }>

/** A binary heap. */
export function createAgenda<T>(): Agenda<T> {
  const heap: Entry<T>[] = []
  let order = 0
  const precedes = (a: Entry<T>, b: Entry<T>): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)
  const rise = (from: number, entry: Entry<T>): void => {
    let at = from
    for (let up = (at - 1) >> 1; at > 0; up = (at - 1) >> 1) {
      const parent = heap[up]
      if (parent === undefined || !precedes(entry, parent)) break
      heap[at] = parent
      at = up
    }
    heap[at] = entry
  }
  const sink = (entry: Entry<T>): void => {
    let at = 0
    for (;;) {
      const left = heap[2 * at + 1]
      const right = heap[2 * at + 2]
      const isRight = left !== undefined && right !== undefined && precedes(right, left)
      const child = isRight ? right : left
      if (child === undefined || !precedes(child, entry)) break
      heap[at] = child
      at = isRight ? 2 * at + 2 : 2 * at + 1
    }
    heap[at] = entry
  }
  return {
    add: (at, item) => {
      order += 1
      rise(heap.length, { at, order, item })
    },
    takeBefore: (moment) => {
      const first = heap[0]
      if (first === undefined || first.at >= moment) return undefined
      const last = heap.pop()
      if (last !== undefined && heap.length > 0) sink(last)
      return first.item
    },
    size: () => heap.length,
  }
}
