import { PDFContext, decodePDFRawStream } from '@cantoo/pdf-lib'
import { runInThread } from '../run-in-thread.ts'
import { pagesOf, pixelsOf } from './bind.ts'
import type { BoundPart } from './bind.ts'

/** What opening a file from outside may take. A scanned file of two thousand pages takes a small part of it. */
const LIMITS = { heapMiB: 512, seconds: 15 } as const
const MOST_UNPACKED = 64 * 1_048_576
/** A picture that is unpacked here takes less time than the start of a thread. */
const SMALL_PIXELS = 1_000_000

/** `pagesOf` for a file from outside. What must be unpacked is opened in a thread of its own: one built to unpack without end is given up and stops nobody. */
export async function pagesOfForeign(part: BoundPart): Promise<number | null> {
  if (part.mediaType === 'image/jpeg' || (part.mediaType === 'image/png' && pixelsOf(part.bytes) <= SMALL_PIXELS)) return pagesOf(part)
  try {
    return await runInThread(import.meta.url, 'pagesWithinLimits', part, LIMITS) as number | null
  } catch {
    return null
  }
}

/** Runs in the thread: all streams of the file together may not unpack to more than the limit. */
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
  const sizes = new WeakMap<object, number>()
  let unpacked = 0
  growing.ensureBuffer = function ensureBuffer(requested: number): unknown {
    const size = sizes.get(this) ?? 0
    if (requested > size) {
      sizes.set(this, requested)
      unpacked += requested - size
    }
    if (unpacked <= most) return grow.call(this, requested)
    throw new Error(`the streams unpack to more than ${most} bytes`)
  }
  return { isPassed: () => unpacked > most }
}
