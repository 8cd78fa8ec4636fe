import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import QRCode from 'qrcode'
import { formatDate, toDayNumber } from '../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../kernel/calendar-date.ts'
import { glyphCoverageOf } from './glyph-coverage.ts'
import type { GlyphCoverage } from './glyph-coverage.ts'
import { printableText } from './printable-text.ts'

/** An image with the words below it; PNG or JPEG. */
export type Picture = Readonly<{ caption: string; bytes: Uint8Array; mediaType: 'image/png' | 'image/jpeg' }>

/** A part of a document in reading order; line feeds part the paragraphs of a text. */
export type PrintedBlock =
  | Readonly<{ kind: 'paragraph'; text: string }>
  /** Level 1 unless said: black type; level 2 below it. */
  | Readonly<{ kind: 'heading'; text: string; level?: 1 | 2 }>
  /** A wide table: its head repeats on every page; a cell may open an address. Columns share the width as they say. */
  | Readonly<{ kind: 'grid'; caption: string; columns: readonly Readonly<{ title: string; share: number; isCentred: boolean }>[]; rows: readonly (readonly Readonly<{ text: string; link?: string }>[])[] }>
  | Readonly<{ kind: 'table'; rows: readonly Readonly<{ label: string; value: string }>[] }>
  | Readonly<{ kind: 'signatures'; lines: readonly string[] }>
  /** Side by side, such as signatures made by hand. */
  | Readonly<{ kind: 'pictures'; pictures: readonly Picture[] }>

/** What a page shows. Everything is plain text; nothing of it is read as markup. */
export type PrintedDocument = Readonly<{
  /**
   * official-letter: red head and double lines, first page unnumbered (GB/T 9704-2012, 10.1); form: black head, numbered
   * throughout; long-paper: no head, the title opens the page.
   */
  layout: 'official-letter' | 'form' | 'long-paper'
  bureauName: string
  title: string
  number: string
  /** Empty where the document speaks to nobody. */
  addressee: string
  blocks: readonly PrintedBlock[]
  issuedOn: CalendarDate
  /** Ends with signatures; the bureau's name and the date are left out. */
  isRecord?: boolean
  /** Who signs every page of a record, at its foot. */
  pageSigners?: readonly string[]
  officerLine?: string
  /** Address at which the reader can compare the document; printed as a QR code. */
  verifyUrl?: string
  isSynthetic: boolean
}>

export type PdfRenderer = Readonly<{
  /** PDF/A-2a of A4 pages; the same input gives the same bytes. Rejects when the page description does not compile. */
  render(document: PrintedDocument): Promise<Uint8Array>
}>

type Press = Readonly<{ compiler: NodeCompiler; source: string; isCovered: GlyphCoverage; hasOwnFaces: boolean }>

const PACKAGED_FONTS = [
  ['@expo-google-fonts/noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf'],
  ['@expo-google-fonts/noto-serif-sc', '700Bold/NotoSerifSC_700Bold.ttf'],
  ['@expo-google-fonts/noto-sans-sc', '500Medium/NotoSansSC_500Medium.ttf'],
] as const

const SECONDS_PER_DAY = 86_400
// Renderings after which an intermediate result that was not used again is dropped.
const CACHE_AGE = 10

/**
 * A renderer whose compiler and fonts load at the first use. `fontsFolder` holds the bureau's own faces
 * (FangSong_GB2312, FZXiaoBiaoSong, SimHei as .ttf or .otf), which then stand before the packaged ones.
 */
export function createPdfRenderer(options: Readonly<{ fontsFolder?: string }> = {}): PdfRenderer {
  let loading: Promise<Press> | undefined
  return {
    async render(document) {
      loading ??= load(options.fontsFolder)
      const press = await loading
      // What the compiler made is freed between turns of the event loop only; many renderings in one turn would pile up.
      await nextTurn()
      const creationTimestamp = toDayNumber(document.issuedOn) * SECONDS_PER_DAY
      const shown = print(press, await pageData(document, press), { pictures: picturesOf(document), creationTimestamp })
      if (!('fault' in shown)) return shown.bytes
      // A damaged picture must not keep a document from being issued: its caption stands for it.
      const bare = picturesOf(document).length === 0 ? shown : print(press, await pageData(withoutPictures(document), press), { pictures: [], creationTimestamp })
      if ('fault' in bare) throw new Error(`the page did not compile: ${bare.fault}`)
      return bare.bytes
    },
  }
}

async function load(fontsFolder: string | undefined): Promise<Press> {
  const resolve = createRequire(import.meta.url).resolve
  const packaged = PACKAGED_FONTS.map(([name, file]) => join(dirname(resolve(`${name}/package.json`)), file))
  const own = fontsFolder === undefined ? [] : await fontFilesIn(fontsFolder)
  const fontBlobs = await Promise.all([...own, ...packaged].map(file => readFile(file)))
  return {
    compiler: NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs }] }),
    source: await readFile(new URL('./document-page.typ', import.meta.url), 'utf8'),
    isCovered: glyphCoverageOf(fontBlobs),
    hasOwnFaces: own.length > 0,
  }
}

async function fontFilesIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter(name => ['.ttf', '.otf'].includes(extname(name).toLowerCase())).sort()
  return names.map(name => join(folder, name))
}

type Printing = Readonly<{ pictures: readonly Picture[]; creationTimestamp: number }>

function print({ compiler, source }: Press, document: string, { pictures, creationTimestamp }: Printing): Readonly<{ bytes: Uint8Array } | { fault: string }> {
  for (const [index, picture] of pictures.entries()) compiler.mapShadow(join(import.meta.dirname, pictureName(picture, index)), Buffer.from(picture.bytes))
  const result = compiler.compile({ mainFileContent: source, inputs: { document } })
  const compiled = result.result
  const shown = compiled === null ? { fault: JSON.stringify(result.takeDiagnostics()?.shortDiagnostics) } : { bytes: new Uint8Array(compiler.pdf(compiled, { creationTimestamp, pdfStandard: 'a-2a', pdfTags: true })) }
  for (const [index, picture] of pictures.entries()) compiler.unmapShadow(join(import.meta.dirname, pictureName(picture, index)))
  compiler.evictCache(CACHE_AGE)
  return shown
}

const pictureName = ({ mediaType }: Picture, index: number): string => `picture-${index}.${mediaType === 'image/png' ? 'png' : 'jpg'}`

const picturesOf = ({ blocks }: PrintedDocument): readonly Picture[] => blocks.flatMap((block) => (block.kind === 'pictures' ? block.pictures : []))

function withoutPictures(document: PrintedDocument): PrintedDocument {
  return { ...document, blocks: document.blocks.map((block) => (block.kind === 'pictures' ? { kind: 'paragraph', text: block.pictures.map(({ caption }) => `${caption}（图像见附件）`).join('；') } : block)) }
}

async function pageData(document: PrintedDocument, press: Press): Promise<string> {
  const [year, month, day] = document.issuedOn.split('-').map(Number)
  const verification = document.verifyUrl === undefined ? null : {
    address: document.verifyUrl,
    svg: await QRCode.toString(document.verifyUrl, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }),
  }
  const pictures = picturesOf(document)
  const data = {
    ...document,
    blocks: document.blocks.map((block) => (block.kind === 'pictures' ? { kind: block.kind, pictures: block.pictures.map((picture) => ({ caption: picture.caption, path: pictureName(picture, pictures.indexOf(picture)) })) } : block)),
    issued: { year, month, day, text: formatDate(document.issuedOn) },
    isRecord: document.isRecord === true,
    pageSigners: document.pageSigners ?? [],
    officerLine: document.officerLine ?? null,
    verification,
    hasOwnFaces: press.hasOwnFaces,
  }
  return JSON.stringify(data, (_, value: unknown) => typeof value === 'string' ? printableText(value, press.isCovered) : value)
}
