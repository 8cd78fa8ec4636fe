import { setTimeout as wait } from 'node:timers/promises'

export type Loop = {
  /** Ends the loop after the round that is running. */
  stop(): Promise<void>
}

export type LoopOptions = { readonly name: string; readonly everyMs: number; readonly onError: (error: unknown, name: string) => void }

/** Runs `work` again and again, `everyMs` after the last round ended; an error is reported and the next round comes. */
export function every(options: LoopOptions, work: () => Promise<unknown>): Loop {
  const end = new AbortController()
  const running = run(options, work, end.signal)
  return {
    stop: async () => {
      end.abort()
      await running
    },
  }
}

async function run({ name, everyMs, onError }: LoopOptions, work: () => Promise<unknown>, end: AbortSignal): Promise<void> {
  while (!end.aborted) {
    try {
      await work()
    } catch (error) {
      onError(error, name)
    }
    await wait(everyMs, undefined, { signal: end, ref: false }).catch(() => undefined)
  }
}
