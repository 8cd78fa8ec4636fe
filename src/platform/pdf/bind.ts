import { PDFDocument, StandardFonts, rgb } from '@cantoo/pdf-lib'
import type { PDFImage } from '@cantoo/pdf-lib'
import { runInThread } from '../run-in-thread.ts'

/** A file to be bound: PDF pages, or one picture on a page of its own. */
export type BoundPart = Readonly<{ bytes: Uint8Array; mediaType: string }>

export type Bound = Readonly<{ bytes: Uint8Array; pages: number }>

const A4 = [595.28, 841.89] as const
const MARGIN = 40
const NUMBER_SIZE = 10

export function isBindable(mediaType: string): boolean {
  return ['application/pdf', 'image/jpeg', 'image/png'].includes(mediaType)
}

/** Larger pictures are not unpacked: this is twice what the largest phone takes. */
const MOST_PIXELS = 100_000_000
const MOST_PAGES = 2_000

/** How many pages the part takes; null for a file that cannot be bound: damaged, locked with a password, or built to be too large. */
export async function pagesOf(part: BoundPart): Promise<number | null> {
  if (part.mediaType === 'image/png' && pixelsOf(part.bytes) > MOST_PIXELS) return null
  try {
    const trial = await PDFDocument.create({ updateMetadata: false })
    await add(trial, part)
    const pages = trial.getPageCount()
    return pages === 0 || pages > MOST_PAGES ? null : pages
  } catch {
    return null
  }
}

/** Bytes a part takes while it is bound: a PNG is unpacked, whatever its file weighs. */
export function weightOf(part: BoundPart): number {
  return part.mediaType === 'image/png' ? Math.max(part.bytes.byteLength, pixelsOf(part.bytes) * 3) : part.bytes.byteLength
}

/** The size a PNG states in its head, before anything is unpacked. */
export function pixelsOf(png: Uint8Array): number {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return png.byteLength < 24 ? Number.POSITIVE_INFINITY : view.getUint32(16) * view.getUint32(20)
}

type Order = Readonly<{ front: readonly BoundPart[]; parts: readonly BoundPart[]; boundAt: Date }>

/** What binding may take; only parts that opened within their own limits come here. */
const LIMITS = { heapMiB: 2_048, seconds: 110 } as const

/** `bindParts` in a thread of its own: unpacking what others made takes seconds, in which nobody else may wait. */
export async function bind(front: readonly BoundPart[], parts: readonly BoundPart[], boundAt: Date): Promise<Bound> {
  return await runInThread(import.meta.url, 'bindParts', { front, parts, boundAt } satisfies Order, LIMITS) as Bound
}

/**
 * Binds `front` (cover and index, unnumbered) and `parts` into one PDF whose pages bear running numbers at the outer upper corner.
 * Pictures are fitted to A4, never enlarged. The same parts give the same bytes.
 */
export async function bindParts({ front, parts, boundAt }: Order): Promise<Bound> {
  const volume = await PDFDocument.create({ updateMetadata: false })
  volume.setCreationDate(boundAt)
  volume.setModificationDate(boundAt)
  for (const part of front) await add(volume, part)
  const unnumbered = volume.getPageCount()
  for (const part of parts) await add(volume, part)
  const font = await volume.embedFont(StandardFonts.Helvetica)
  for (const [index, page] of volume.getPages().slice(unnumbered).entries()) {
    const text = String(index + 1)
    const { width, height } = page.getSize()
    const x = index % 2 === 0 ? width - MARGIN - font.widthOfTextAtSize(text, NUMBER_SIZE) : MARGIN
    page.drawText(text, { x, y: height - MARGIN / 1.5, size: NUMBER_SIZE, font, color: rgb(0, 0, 0) })
  }
  return { bytes: await volume.save(), pages: volume.getPageCount() - unnumbered }
}

async function add(volume: PDFDocument, { bytes, mediaType }: BoundPart): Promise<void> {
  if (mediaType !== 'application/pdf') return addPicture(volume, mediaType === 'image/png' ? await volume.embedPng(bytes) : await volume.embedJpg(bytes))
  const source = await PDFDocument.load(bytes, { updateMetadata: false })
  for (const page of await volume.copyPages(source, source.getPageIndices())) volume.addPage(page)
}

function addPicture(volume: PDFDocument, picture: PDFImage): void {
  const page = volume.addPage([...A4])
  const [width, height] = [A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN]
  const scale = Math.min(1, width / picture.width, height / picture.height)
  const size = { width: picture.width * scale, height: picture.height * scale }
  page.drawImage(picture, { ...size, x: (A4[0] - size.width) / 2, y: A4[1] - MARGIN - size.height })
}
