import { fieldTables } from '../device/field-database.ts'
import type { PicturePage } from './pdf-of-pictures.ts'
import type { PaperSignature, RecordPaperParts } from './record-paper.ts'

// A4 at 150 dots per inch.
const PAGE = { width: 1240, height: 1754, margin: 110, foot: 60 } as const
const INNER = PAGE.width - 2 * PAGE.margin
const ANSWER_WIDTH = 130
const [GAP, PICTURE_HEIGHT, CAPTION] = [40, 320, 56]
const QUALITY = 0.85

type Style = Readonly<{ size: number; weight?: 400 | 600; grey?: boolean; mono?: boolean }>
const BODY: Style = { size: 25 }
const SMALL: Style = { size: 19, grey: true, mono: true }

/** The paper drawn page by page, each a JPEG. */
export async function paperPages(paper: RecordPaperParts): Promise<readonly PicturePage[]> {
  await loadGlyphs(paper)
  const sheet = openSheet(`${paper.pairs[0]?.[1] ?? ''}　记录摘要 ${paper.sha256.slice(0, 16)}`)
  sheet.lines([paper.title], { size: 40, weight: 600 }, { centred: true })
  sheet.space(24)
  for (const [label, text] of paper.pairs) sheet.pair(label, text)
  for (const { caption, items } of paper.tables) {
    sheet.space(24)
    sheet.lines([caption], { size: 27, weight: 600 })
    for (const { says, notes, photos, answer } of items) sheet.row([[says, BODY], ...notes.map((note) => [note, BODY] as const), ...photos.map((sha256) => [`照片 ${sha256}`, SMALL] as const)], answer)
  }
  sheet.space(20)
  if (paper.scenePhotos.length > 0) {
    sheet.lines([`现场照片 ${paper.scenePhotos.length} 张`], BODY)
    sheet.lines(paper.scenePhotos, SMALL)
  }
  sheet.lines([`检查结果：${paper.result}`, ...(paper.found === '' ? [] : [`现场情况：${paper.found}`]), ...(paper.refusal === '' ? [] : [paper.refusal])], BODY)
  sheet.space(12)
  sheet.lines([`记录摘要 SHA-256：${paper.sha256}`, `${paper.made}；记录原文（record.json）附在本文件内，可据以核对摘要。`], SMALL)
  sheet.space(16)
  sheet.pictures(await picturesOf(paper.signatures))
  return sheet.close()
}

type Part = readonly [string, Style]
type Captioned = Readonly<{ picture: ImageBitmap; words: string }>

/** Pages that fill from the top; what does not fit goes on the next one. */
function openSheet(foot: string) {
  const pages: HTMLCanvasElement[] = []
  let y: number = PAGE.height
  let pen = turn()

  function turn(): CanvasRenderingContext2D {
    const canvas = document.createElement('canvas')
    canvas.width = PAGE.width
    canvas.height = PAGE.height
    const next = canvas.getContext('2d')
    if (next === null) throw new Error('this browser draws no pictures')
    next.fillStyle = '#fff'
    next.fillRect(0, 0, PAGE.width, PAGE.height)
    next.strokeStyle = '#8a94a3'
    pages.push(canvas)
    y = PAGE.margin
    return next
  }
  function room(height: number): void {
    if (y + height > PAGE.height - PAGE.margin) pen = turn()
  }
  function write(text: string, { size, weight = 400, grey = false, mono = false }: Style, at: Readonly<{ x: number; width: number; centred?: boolean }>): readonly string[] {
    pen.font = `${weight} ${size}px ${mono ? 'ui-monospace, monospace, ' : ''}${family()}`
    pen.fillStyle = grey ? '#4a5361' : '#000'
    pen.textBaseline = 'top'
    pen.textAlign = at.centred === true ? 'center' : 'left'
    return wrapped(text, at.width, (part) => pen.measureText(part).width)
  }
  function paragraph(text: string, style: Style, at: Readonly<{ x: number; width: number; centred?: boolean }>): void {
    for (const line of write(text, style, at)) {
      room(style.size * 1.5)
      // A new page has a new pen.
      write('', style, at)
      pen.fillText(line, at.centred === true ? at.x + at.width / 2 : at.x, y)
      y += style.size * 1.5
    }
  }
  const heightOf = (parts: readonly Part[], width: number): number => parts.reduce((sum, [text, style]) => sum + write(text, style, { x: 0, width }).length * style.size * 1.5, 0)
  return {
    space: (height: number): void => { y += height },
    lines: (texts: readonly string[], style: Style, { centred = false }: Readonly<{ centred?: boolean }> = {}): void => { for (const text of texts) paragraph(text, style, { x: PAGE.margin, width: INNER, centred }) },
    pair: (label: string, text: string): void => {
      room(BODY.size * 1.5)
      write('', { ...BODY, grey: true }, { x: 0, width: INNER })
      pen.fillText(label, PAGE.margin, y)
      paragraph(text, BODY, { x: PAGE.margin + 170, width: INNER - 170 })
    },
    row: (parts: readonly Part[], answer: string): void => {
      const width = INNER - ANSWER_WIDTH - 30
      const height = heightOf(parts, width) + 16
      // A row longer than a page breaks where it must.
      if (height < PAGE.height - 2 * PAGE.margin) room(height)
      const top = y
      pen.beginPath()
      pen.moveTo(PAGE.margin, top)
      pen.lineTo(PAGE.width - PAGE.margin, top)
      pen.stroke()
      write('', { ...BODY, weight: 600 }, { x: 0, width })
      pen.fillText(answer, PAGE.width - PAGE.margin - ANSWER_WIDTH, top + 8)
      y += 8
      for (const [text, style] of parts) paragraph(text, style, { x: PAGE.margin, width })
      y += 8
    },
    pictures: (pictures: readonly Captioned[]): void => {
      const width = (INNER - GAP) / 2
      for (let index = 0; index < pictures.length; index += 2) {
        const pair = pictures.slice(index, index + 2).map((each) => ({ ...each, scale: Math.min(width / each.picture.width, PICTURE_HEIGHT / each.picture.height) }))
        const height = Math.max(...pair.map(({ picture, scale }) => picture.height * scale))
        room(height + CAPTION)
        write('', { size: 21 }, { x: 0, width })
        for (const [column, { picture, words, scale }] of pair.entries()) {
          const x = PAGE.margin + column * (width + GAP)
          pen.drawImage(picture, x, y, picture.width * scale, picture.height * scale)
          pen.strokeRect(x, y, picture.width * scale, picture.height * scale)
          pen.fillText(words, x, y + height + 8, width)
        }
        y += height + CAPTION
      }
    },
    close: async (): Promise<readonly PicturePage[]> => Promise.all(pages.map(async (canvas, index) => {
      const last = canvas.getContext('2d')
      if (last !== null) {
        last.font = `18px ${family()}`
        last.fillStyle = '#4a5361'
        last.textAlign = 'left'
        last.fillText(foot, PAGE.margin, PAGE.height - PAGE.foot)
        last.textAlign = 'right'
        last.fillText(`第 ${index + 1} 页，共 ${pages.length} 页`, PAGE.width - PAGE.margin, PAGE.height - PAGE.foot)
      }
      return { jpeg: await jpegOf(canvas), width: canvas.width, height: canvas.height }
    })),
  }
}

/** Lines no wider than the width; Chinese breaks anywhere, line breaks are kept. */
export function wrapped(text: string, width: number, measure: (part: string) => number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const sign of paragraph) {
      if (line !== '' && measure(line + sign) > width) {
        lines.push(line)
        line = ''
      }
      line += sign
    }
    return [...lines, line]
  })
}

const family = (): string => getComputedStyle(document.body).fontFamily

/** Fonts come in pieces; a piece that the phone does not have is drawn in its own font. */
async function loadGlyphs(paper: RecordPaperParts): Promise<void> {
  await document.fonts.load(`${BODY.size}px ${family()}`, JSON.stringify(paper)).catch(() => [])
}

async function picturesOf(signatures: readonly PaperSignature[]): Promise<readonly Captioned[]> {
  const found = await Promise.all(signatures.map(async ({ row: { id, preview }, words }) => {
    // The original stays until the server has it; after that the small copy is what the phone keeps.
    const picture = (await fieldTables().originals.get(id))?.bytes ?? preview
    return picture === null ? [] : [{ picture: await createImageBitmap(picture), words }]
  }))
  return found.flat()
}

async function jpegOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((settle) => { canvas.toBlob(settle, 'image/jpeg', QUALITY) })
  if (blob === null) throw new Error('the page could not be made a picture')
  return new Uint8Array(await blob.arrayBuffer())
}
