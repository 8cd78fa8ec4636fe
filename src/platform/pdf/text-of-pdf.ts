import { inflateSync } from 'node:zlib'

/**
 * The text drawn on each page of a PDF made by the renderer, in drawing order and without line breaks. For tests:
 * it reads plain objects and two-byte character codes, as our PDFs have them, and no other PDF.
 */
export function textOfPdf(pdf: Uint8Array): readonly string[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'))
  const pages = [...objects.values()].filter(object => /\/Type \/Page\b/.test(object.head) && object.stream === null)
  return pages.map(page => {
    const fonts = new Map<string, ReadonlyMap<number, string>>()
    for (const [, name = '', id] of page.head.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
      const unicode = reference(objects.get(Number(id))?.head ?? '', 'ToUnicode')
      fonts.set(name, charactersOf(objects.get(unicode)?.stream ?? ''))
    }
    return drawnText(objects.get(reference(page.head, 'Contents'))?.stream ?? '', fonts)
  })
}

type PdfObject = Readonly<{ head: string; stream: string | null }>

function objectsOf(file: string): ReadonlyMap<number, PdfObject> {
  const objects = new Map<number, PdfObject>()
  for (const match of file.matchAll(/^(\d+) 0 obj\n/gm)) {
    const start = match.index + match[0].length
    const end = file.indexOf('\nendobj', start)
    const streamAt = file.slice(start, end).search(/^stream\r?\n/m)
    const head = file.slice(start, streamAt < 0 ? end : start + streamAt)
    objects.set(Number(match[1]), { head, stream: streamAt < 0 ? null : streamOf(file, head, file.indexOf('\n', start + streamAt) + 1) })
  }
  return objects
}

function streamOf(file: string, head: string, from: number): string {
  const bytes = file.slice(from, from + Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0))
  return head.includes('/FlateDecode') ? inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1') : bytes
}

function reference(head: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1] ?? -1)
}

function charactersOf(unicodeMap: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>()
  for (const [, code = '', text = ''] of unicodeMap.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm)) {
    characters.set(Number.parseInt(code, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'))
  }
  return characters
}

function drawnText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let characters: ReadonlyMap<number, string> | undefined
  let text = ''
  const draw = (codes: Buffer): void => {
    for (let i = 0; i + 1 < codes.length; i += 2) text += characters?.get(codes.readUInt16BE(i)) ?? ''
  }
  for (let at = 0; at < content.length; at += 1) {
    const token = /^(?:\/(f\d+) [\d.]+ Tf|<([0-9A-F]+)>|\()/.exec(content.slice(at, content.indexOf('\n', at)))
    if (token === null) continue
    const [whole, font, hex] = token
    const end = whole === '(' ? endOfLiteral(content, at) : at + whole.length - 1
    if (font !== undefined) characters = fonts.get(font)
    else draw(hex === undefined ? Buffer.from(unescaped(content.slice(at + 1, end)), 'latin1') : Buffer.from(hex, 'hex'))
    at = end
  }
  return text
}

// Balanced parentheses stand in a literal as they are.
function endOfLiteral(content: string, start: number): number {
  let depth = 0
  for (let at = start; at < content.length; at += 1) {
    if (content[at] === '\\') at += 1
    else if (content[at] === '(') depth += 1
    else if (content[at] === ')' && (depth -= 1) === 0) return at
  }
  throw new Error('a literal string does not end')
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(literal: string): string {
  return literal.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) => /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : ESCAPES[code] ?? code)
}
