import { PDFContext, decodePDFRawStream } from '@cantoo/pdf-lib'
import { runInThread } from '../run-in-thread.ts'
import { pagesOf } from './bind.ts'
import type { BoundPart } from './bind.ts'

/** What opening a file from outside may take. A scanned file of two thousand pages takes a small part of it. */
const LIMITS = { heapMiB: 512, seconds: 15 } as const
const MOST_UNPACKED = 64 * 1_048_576

/** `pagesOf` for a file from outside. A PDF is opened in a thread of its own: one built to unpack without end is given up and stops nobody. */
export async function pagesOfForeign(part: BoundPart): Promise<number | null> {
  if (part.mediaType !== 'application/pdf') return pagesOf(part)
  try {
    return await runInThread(import.meta.url, 'pagesWithinLimits', part, LIMITS) as number | null
  } catch {
    return null
  }
}

/** Runs in the thread: no stream of the file may unpack to more than the limit. */
export async function pagesWithinLimits(part: BoundPart): Promise<number | null> {
  const unpacking = limitUnpacking(MOST_UNPACKED)
  const pages = await pagesOf(part)
  return unpacking.isPassed() ? null : pages
}

type Growing = { ensureBuffer: (requested: number) => unknown }

/**
 * Every stream of the library grows by one method of their common class, which the package does not name. The library
 * goes on after an object it cannot read, so the excess is also remembered.
 */
function limitUnpacking(most: number): Readonly<{ isPassed: () => boolean }> {
  const flate: unknown = decodePDFRawStream(PDFContext.create().flateStream(''))
  const growing = Object.getPrototypeOf(Object.getPrototypeOf(flate)) as Growing
  const grow = growing.ensureBuffer
  let isPassed = false
  growing.ensureBuffer = function ensureBuffer(requested: number): unknown {
    if (requested <= most) return grow.call(this, requested)
    isPassed = true
    throw new Error(`a stream unpacks to more than ${most} bytes`)
  }
  return { isPassed: () => isPassed }
}
