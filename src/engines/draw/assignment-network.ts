import type { Cut } from './bundle.ts'

type Slots = readonly { readonly task: string; readonly admits: readonly number[] }[]

/** What a search from an unfilled place found: filled along an augmenting path, or the proof that there is none. */
type Filling = { readonly filled: true } | { readonly filled: false; readonly cut: Cut }

/**
 * An assignment of all open places, kept whole while places are decided one by one: a flow
 * place -> (task, inspector) of capacity 1 -> inspector of what is left of the quota (Ford and Fulkerson, one path at a time).
 */
export class AssignmentNetwork {
  readonly #slots: Slots
  readonly #capacity: number[]
  readonly #held: (number | null)[]
  readonly #holders: readonly Set<number>[]
  readonly #positionsOf = new Map<string, number[]>()
  readonly #decided = new Set<number>()

  constructor(slots: Slots, capacity: readonly number[]) {
    this.#slots = slots
    this.#capacity = [...capacity]
    this.#held = slots.map(() => null)
    this.#holders = capacity.map(() => new Set<number>())
    for (const [position, { task }] of slots.entries()) this.#positionsOf.set(task, [...this.#siblings(task), position])
  }

  /** Fills every place, or gives the cut that shows it cannot be done. */
  fillAll(): Filling {
    for (const position of this.#slots.keys()) {
      const filling = this.#fill(position)
      if (!filling.filled) return filling
    }
    return { filled: true }
  }

  capacityOf(inspector: number): number {
    return this.#capacity[inspector] ?? 0
  }

  /** Decides a place if all others can still be filled; otherwise nothing changes and the cut says why. */
  decide(position: number, inspector: number): Filling {
    const before = this.#held.slice()
    this.#release(position)
    const displaced = this.#makeRoom(position, inspector)
    this.#decided.add(position)
    this.#held[position] = inspector
    this.#capacity[inspector] = this.capacityOf(inspector) - 1
    const filling: Filling = displaced === null ? { filled: true } : this.#fill(displaced)
    if (!filling.filled) {
      this.#decided.delete(position)
      this.#held[position] = null
      this.#capacity[inspector] = this.capacityOf(inspector) + 1
      for (const place of before.keys()) if (!this.#decided.has(place)) this.#release(place)
      for (const [place, held] of before.entries()) if (!this.#decided.has(place) && held !== null) this.#take(place, held)
    }
    return filling
  }

  // The team colleague the inspector was meant for, or else one task more than the inspector may take, must look again.
  #makeRoom(position: number, inspector: number): number | null {
    const holders = this.#holders[inspector] ?? new Set<number>()
    const colleague = this.#colleague(position, inspector)
    const displaced = colleague ?? (holders.size >= this.capacityOf(inspector) ? [...holders][0] ?? null : null)
    if (displaced !== null) this.#release(displaced)
    return displaced
  }

  #fill(start: number): Filling {
    const cameFrom = new Map<number, number | null>([[start, null]])
    const reached = new Set<number>()
    for (const place of cameFrom.keys()) {
      for (const inspector of this.#admitted(place)) {
        if (inspector === this.#held[place]) continue
        const colleague = this.#colleague(place, inspector)
        if (colleague !== null) {
          if (!cameFrom.has(colleague)) cameFrom.set(colleague, place)
          continue
        }
        if (reached.has(inspector)) continue
        reached.add(inspector)
        const holders = this.#holders[inspector] ?? new Set<number>()
        if (holders.size < this.capacityOf(inspector)) {
          this.#shift(cameFrom, place, inspector)
          return { filled: true }
        }
        for (const holder of holders) if (!cameFrom.has(holder)) cameFrom.set(holder, place)
      }
    }
    return { filled: false, cut: { slots: [...cameFrom.keys()].sort(ascending), inspectors: [...reached].sort(ascending) } }
  }

  // Along the path each place takes what the next one gives up.
  #shift(cameFrom: ReadonlyMap<number, number | null>, last: number, inspector: number): void {
    let place: number | null = last
    let taken: number | null = inspector
    while (place !== null && taken !== null) {
      const given: number | null = this.#held[place] ?? null
      this.#release(place)
      this.#take(place, taken)
      taken = given
      place = cameFrom.get(place) ?? null
    }
  }

  #admitted(place: number): readonly number[] {
    const slot = this.#slots[place]
    if (slot === undefined) return []
    const team = this.#siblings(slot.task).filter((other) => this.#decided.has(other)).map((other) => this.#held[other])
    return team.length === 0 ? slot.admits : slot.admits.filter((inspector) => !team.includes(inspector))
  }

  #siblings(task: string): readonly number[] {
    return this.#positionsOf.get(task) ?? []
  }

  /** The other open place of the same task for which the inspector is meant at present. */
  #colleague(place: number, inspector: number): number | null {
    const slot = this.#slots[place]
    return slot === undefined ? null : this.#siblings(slot.task).find((other) => other !== place && !this.#decided.has(other) && this.#held[other] === inspector) ?? null
  }

  #take(place: number, inspector: number): void {
    this.#held[place] = inspector
    this.#holders[inspector]?.add(place)
  }

  #release(place: number): void {
    const held = this.#held[place]
    if (held !== null && held !== undefined) this.#holders[held]?.delete(place)
    this.#held[place] = null
  }
}

function ascending(a: number, b: number): number {
  return a - b
}
