import { AlignmentType, BorderStyle, Document, ExternalHyperlink, Footer, Header, HeightRule, ImageRun, LeaderType, LineRuleType, Packer, PageNumber, Paragraph, Tab, TabStopType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import type { IRunOptions, ParagraphChild } from 'docx'
import { formatDate } from '../../kernel/calendar-date.ts'
import type { PrintedBlock, PrintedDocument } from '../pdf/render.ts'

// Measures of GB/T 9704-2012 (5.2, 7.3): in twips, a 1/20 point; sizes in half points.
const TWIPS_PER_MM = 1440 / 25.4
const mm = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM)
const TEXT_WIDTH_MM = 156
/** 22 lines fill 225 mm. */
const LINE = Math.round((225 * TWIPS_PER_MM) / 22)
const HEAD_RED = 'D7000F'
const LABEL_WIDTH_MM = 34
const SIGNED_UNTIL_MM = 110
const SIZE = { mark: 64, title: 44, body: 32, small: 28, caption: 24, table: 21 } as const

// The faces the standard names; an office program that lacks one puts its own Chinese face in its place.
const face = (eastAsia: string, ascii = 'Times New Roman') => ({ ascii, hAnsi: ascii, cs: ascii, eastAsia })
const FACES = { body: face('仿宋_GB2312'), title: face('方正小标宋简体'), major: face('黑体'), minor: face('楷体_GB2312'), number: face('宋体', '宋体') } as const

type Grid = Extract<PrintedBlock, { kind: 'grid' }>
type Column = Grid['columns'][number]
type Cell = Grid['rows'][number][number]

/** A document as a Word file that people go on editing. The same document gives the same text; only the zip's times differ. */
export async function renderDocx(paper: PrintedDocument): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title.replace('\n', ''), creator: paper.bureauName, evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: FACES.body, size: SIZE.body, language: { eastAsia: 'zh-CN' } } } } },
    sections: [{
      properties: { page: { size: { width: mm(210), height: mm(297) }, margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(25) } } },
      headers: paper.isSynthetic ? { default: syntheticHeader(), even: syntheticHeader() } : {},
      footers: { default: pageFoot(paper, AlignmentType.RIGHT), even: pageFoot(paper, AlignmentType.LEFT) },
      children: [...headOf(paper), ...addressOf(paper), ...paper.blocks.flatMap((block, index) => blockOf(block, index === paper.blocks.length - 1)), ...closing(paper)],
    }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const spacing = { line: LINE, lineRule: LineRuleType.EXACT } as const
const indent = { firstLine: 2 * SIZE.body * 10 } as const

/** The issuer's mark, title and number: red over a red line for a letter, black with the number under the title for a form, the title alone for a long paper. */
function headOf({ layout, bureauName, number, title }: PrintedDocument): readonly Paragraph[] {
  if (layout === 'long-paper') return [titleOf(title)]
  const isLetter = layout === 'official-letter'
  const mark = new Paragraph({
    alignment: AlignmentType.CENTER, spacing: { after: LINE / 2 }, ...(isLetter ? { border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 12, color: HEAD_RED, space: 8 } } } : {}),
    children: [new TextRun({ text: bureauName, font: FACES.title, bold: true, size: isLetter ? SIZE.mark : SIZE.title, ...(isLetter ? { color: HEAD_RED } : {}) })],
  })
  const numbered = new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { ...spacing, after: LINE / 2 }, children: [new TextRun({ text: number, size: isLetter ? SIZE.body : SIZE.small })] })
  return isLetter ? [mark, numbered, titleOf(title)] : [mark, titleOf(title), numbered]
}

function addressOf({ addressee }: PrintedDocument): readonly Paragraph[] {
  return addressee === '' ? [] : [new Paragraph({ spacing, children: [new TextRun(`${addressee}：`)] })]
}

function titleOf(title: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: LINE * 1.25, lineRule: LineRuleType.EXACT, after: LINE }, children: linesOf(title, { font: FACES.title, size: SIZE.title }) })
}

/** Line feeds become line breaks. */
function linesOf(text: string, style: Omit<IRunOptions, 'text' | 'break'>): readonly TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ ...style, text: line, ...(index === 0 ? {} : { break: 1 }) }))
}

const PICTURE_SIZE = { width: 160, height: 80 }

/** The last block stays with the issuer and the date. */
function blockOf(block: PrintedBlock, isLast: boolean): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph': return block.text.split('\n').map((line) => new Paragraph({ alignment: AlignmentType.BOTH, spacing, indent, keepNext: isLast, children: [new TextRun(line)] }))
    case 'heading': {
      const { level = 1 } = block
      return [new Paragraph({ spacing, indent, keepNext: true, outlineLevel: level - 1, children: [new TextRun({ text: block.text, font: level === 1 ? FACES.major : FACES.minor, bold: level === 2 })] })]
    }
    case 'table': return [tableOf([{ title: '', share: LABEL_WIDTH_MM, isCentred: true }, { title: '', share: TEXT_WIDTH_MM - LABEL_WIDTH_MM, isCentred: false }], block.rows.map(({ label, value }) => [{ text: label }, { text: value }]), 'without-head'), gap()]
    case 'signatures': return block.lines.map((line) => signatureLine(line))
    case 'pictures': return block.pictures.map(({ caption, bytes, mediaType }) => new Paragraph({
      alignment: AlignmentType.CENTER, children: [new ImageRun({ type: mediaType === 'image/png' ? 'png' : 'jpg', data: bytes, transformation: PICTURE_SIZE }), new TextRun({ text: caption, break: 1 })],
    }))
    case 'grid': return [captionOf(block.caption), tableOf(block.columns, block.rows, 'with-head'), gap()]
  }
}

/** A caption, a line to sign on, and the date at the right margin. */
function signatureLine(caption: string): Paragraph {
  return new Paragraph({
    spacing: { ...spacing, before: LINE / 4 }, keepNext: true,
    tabStops: [{ type: TabStopType.LEFT, position: mm(SIGNED_UNTIL_MM), leader: LeaderType.UNDERSCORE }, { type: TabStopType.RIGHT, position: mm(TEXT_WIDTH_MM) }],
    children: [new TextRun(caption), new TextRun({ children: [new Tab()] }), new TextRun({ children: [new Tab(), '年　　月　　日'] })],
  })
}

const gap = (): Paragraph => new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT } })

function captionOf(caption: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 120, after: 60 }, children: [new TextRun({ text: caption, font: FACES.major, size: SIZE.caption })] })
}

function tableOf(columns: readonly Column[], rows: readonly (readonly Cell[])[], head: 'with-head' | 'without-head'): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => mm((TEXT_WIDTH_MM * share) / shares))
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
  const rowOf = (cells: readonly Cell[], isHead: boolean): TableRow => new TableRow({
    tableHeader: isHead, cantSplit: true, height: { value: mm(7), rule: HeightRule.ATLEAST },
    children: cells.map((cell, index) => cellOf(cell, { width: widths[index] ?? 0, isCentred: isHead || columns[index]?.isCentred === true, isHead })),
  })
  return new Table({
    width: { size: mm(TEXT_WIDTH_MM), type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [...(head === 'with-head' ? [rowOf(columns.map(({ title }) => ({ text: title })), true)] : []), ...rows.map((cells) => rowOf(cells, false))],
  })
}

function cellOf({ text, link }: Cell, shape: Readonly<{ width: number; isCentred: boolean; isHead: boolean }>): TableCell {
  const runs = linesOf(text, { size: SIZE.table, font: shape.isHead ? FACES.major : FACES.body, ...(link === undefined ? {} : { color: '1D4F8C', underline: {} }) })
  const children: readonly ParagraphChild[] = link === undefined ? runs : [new ExternalHyperlink({ link, children: runs })]
  return new TableCell({
    width: { size: shape.width, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER, margins: { left: 70, right: 70, top: 30, bottom: 30 },
    children: [new Paragraph({ alignment: shape.isCentred ? AlignmentType.CENTER : AlignmentType.LEFT, spacing: { line: 280, lineRule: LineRuleType.AT_LEAST }, children })],
  })
}

/** Issuer and date, not on what others sign, right with the standard's four characters of space. */
function closing({ bureauName, issuedOn, officerLine, isRecord }: PrintedDocument): readonly Paragraph[] {
  const line = (text: string, before = 0): Paragraph => new Paragraph({ keepNext: before > 0, alignment: AlignmentType.RIGHT, spacing: { ...spacing, before }, indent: { right: 4 * SIZE.body * 10 }, children: [new TextRun(text)] })
  return [
    ...(isRecord === true ? [] : [line(bureauName, LINE), line(formatDate(issuedOn))]),
    ...(officerLine === undefined ? [] : [new Paragraph({ spacing, indent, children: [new TextRun({ text: officerLine, size: SIZE.small })] })]),
  ]
}

/** Odd pages right, even pages left, a dash each side (7.5); over it the lines of those who sign every page. */
function pageFoot({ pageSigners = [] }: PrintedDocument, alignment: 'left' | 'right'): Footer {
  const run = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FACES.number, size: SIZE.small })
  const signers = pageSigners.map((signer) => `${signer}（签名）：＿＿＿＿＿＿`).join('　')
  return new Footer({ children: [
    ...(signers === '' ? [] : [new Paragraph({ children: [new TextRun({ text: signers, size: SIZE.table })] })]),
    new Paragraph({ alignment, indent: { left: SIZE.small * 10, right: SIZE.small * 10 }, children: [run] }),
  ] })
}

function syntheticHeader(): Header {
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: '演示数据　不具有法律效力', color: 'B00020', font: FACES.major, size: SIZE.table })] })] })
}
