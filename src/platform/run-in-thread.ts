import { Worker } from 'node:worker_threads'

/** What a thread is asked: a module, the name of one of its functions, and what to hand over (structured clone). */
export type ThreadOrder = Readonly<{ module: string; name: string; argument: unknown }>
/** What a thread may take before it is given up. The heap holds objects, not the bytes of buffers. */
export type ThreadLimits = Readonly<{ heapMiB: number; seconds: number }>
export type ThreadAnswer = Readonly<{ result: unknown }> | Readonly<{ failure: string }>

/**
 * Calls an exported function of a module in a thread of its own, so that long reckoning does not hold up the requests of
 * others. Argument and result are copied. Rejects with what the function threw, and when a limit is passed.
 */
export async function runInThread(module: string, name: string, argument: unknown, limits?: ThreadLimits): Promise<unknown> {
  const order: ThreadOrder = { module, name, argument }
  const worker = new Worker(new URL('./thread-entry.ts', import.meta.url), { workerData: order, ...(limits === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB } }) })
  let timer: NodeJS.Timeout | undefined
  try {
    const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
      if (limits !== undefined) timer = setTimeout(() => { reject(new Error(`the thread took more than ${limits.seconds} seconds`)) }, limits.seconds * 1000)
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the thread ended with ${code} and no answer`)))
    })
    if ('failure' in answer) throw new Error(answer.failure)
    return answer.result
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
