import { PDFDocument, StandardFonts, rgb } from '@cantoo/pdf-lib'
import type { PDFImage } from '@cantoo/pdf-lib'

/** A file to be bound: PDF pages, or one picture on a page of its own. */
export type BoundPart = Readonly<{ bytes: Uint8Array; mediaType: string }>

export type Bound = Readonly<{ bytes: Uint8Array; pages: number }>

const A4 = [595.28, 841.89] as const
const MARGIN = 40
const NUMBER_SIZE = 10

export function isBindable(mediaType: string): boolean {
  return ['application/pdf', 'image/jpeg', 'image/png'].includes(mediaType)
}

/** How many pages the part takes. Throws for a file that is no PDF although it says so. */
export async function pagesOf({ bytes, mediaType }: BoundPart): Promise<number> {
  return mediaType === 'application/pdf' ? (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount() : 1
}

/**
 * Binds `front` (cover and index, unnumbered) and `parts` into one PDF whose pages bear running numbers at the outer upper corner.
 * Pictures are fitted to A4, never enlarged. The same parts give the same bytes.
 */
export async function bind(front: readonly BoundPart[], parts: readonly BoundPart[], boundAt: Date): Promise<Bound> {
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
