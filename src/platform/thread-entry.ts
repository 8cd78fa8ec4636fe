import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadAnswer, ThreadOrder } from './run-in-thread.ts'

// The entry of a thread started by run-in-thread.ts, which alone knows what it hands over.
const { module, name, argument } = workerData as ThreadOrder

parentPort?.postMessage(await answer(), [])

async function answer(): Promise<ThreadAnswer> {
  try {
    const found = (await import(module) as Readonly<Record<string, unknown>>)[name]
    if (typeof found !== 'function') throw new Error(`no function ${name} in ${module}`)
    return { result: await (found as (argument: unknown) => unknown)(argument) }
  } catch (error) {
    return { failure: error instanceof Error ? error.stack ?? error.message : String(error) }
  }
}
