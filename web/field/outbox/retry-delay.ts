const FIRST_MS = 5_000
const LONGEST_MS = 300_000

/** How long to wait after the n-th failed attempt (from 1), in milliseconds: doubling up to five minutes; longer when the server asked for it. */
export function retryDelayMs(attempts: number, askedSeconds: number | null): number {
  return Math.max(Math.min(FIRST_MS * 2 ** Math.min(attempts - 1, 10), LONGEST_MS), (askedSeconds ?? 0) * 1000)
}
