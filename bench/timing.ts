import { performance } from 'node:perf_hooks'

export type Spread = Readonly<{ median: number; worst: number }>

/** What the work gives, and how many seconds it took. */
export async function timed<Result>(work: () => Promise<Result>): Promise<Readonly<{ result: Result; seconds: number }>> {
  const startedAt = performance.now()
  const result = await work()
  return { result, seconds: rounded((performance.now() - startedAt) / 1000) }
}

/** Median and worst seconds of as many runs. */
export async function repeated(rounds: number, work: () => Promise<unknown>): Promise<Spread> {
  const seconds: number[] = []
  for (let i = 0; i < rounds; i += 1) seconds.push((await timed(work)).seconds)
  seconds.sort((a, b) => a - b)
  return { median: seconds[Math.floor(rounds / 2)] ?? Number.NaN, worst: seconds.at(-1) ?? Number.NaN }
}

/** To three places. */
export function rounded(value: number): number {
  return Number(value.toFixed(3))
}
