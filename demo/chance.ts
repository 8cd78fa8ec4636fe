/** A repeatable stream of chance: the same seed and path give the same draws on every machine. */
export type Chance = Readonly<{
  /** Uniform in [0, 1). */
  next: () => number
  /** A whole number in [0, count). */
  below: (count: number) => number
  /** A whole number in [from, to], both included. */
  between: (from: number, to: number) => number
  /** True with this probability. */
  is: (probability: number) => boolean
  pick: <T>(items: readonly T[]) => T
  /** Exponentially distributed with this mean. */
  waiting: (mean: number) => number
  bytes: (count: number) => Uint8Array
}>

/** Opens the stream that belongs to a path of numbers under a seed, e.g. (seed, MATTER, 17). */
export function chanceOf(seed: number, ...path: readonly number[]): Chance {
  let [a, b, c] = [0x9e3779b9, 0x243f6a88, 0xb7e15162]
  let d = seed | 0
  for (const step of path) {
    a = scramble(a ^ (step | 0))
    b = scramble(b + Math.trunc(step / 0x1_0000_0000) + a)
    c = scramble(c ^ a ^ b)
  }
  // sfc32 (PractRand, C. Doty-Humphrey): 128 bits of state, counter in d.
  const word = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 12; i += 1) word()
  const next = (): number => word() / 0x1_0000_0000
  const below = (count: number): number => Math.floor(next() * count)
  return {
    next, below,
    between: (from, to) => from + below(to - from + 1),
    is: (probability) => next() < probability,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    waiting: (mean) => -Math.log(1 - next()) * mean,
    bytes: (count) => {
      const bytes = new Uint8Array(count)
      for (let i = 0; i < count; i += 4) {
        const four = word()
        for (let j = i; j < Math.min(count, i + 4); j += 1) bytes[j] = (four >>> ((j - i) * 8)) & 0xff
      }
      return bytes
    },
  }
}

/** Picks items in proportion to their weights; build once, draw often. */
export type Lottery<T> = (chance: Chance) => T

export function lotteryOf<T>(entries: readonly (readonly [T, number])[]): Lottery<T> {
  const limits: number[] = []
  let total = 0
  for (const [, weight] of entries) {
    total += weight
    limits.push(total)
  }
  return (chance) => {
    const at = chance.next() * total
    const found = entries[limits.findIndex((limit) => at < limit)]
    if (found === undefined) throw new Error('a lottery needs a positive weight')
    return found[0]
  }
}

// Finaliser of MurmurHash3.
function scramble(value: number): number {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) | 0
}
