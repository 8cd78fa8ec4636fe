import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { PrintedDocument } from '../pdf/render.ts'
import { renderDocx } from './render-docx.ts'

const letter: PrintedDocument = {
  layout: 'official-letter', bureauName: '某某区市场监督管理局', title: '投诉受理决定书', number: '某市监诉受〔2026〕12号', addressee: '王某某',
  blocks: [{ kind: 'paragraph', text: '你的投诉收悉。' }, { kind: 'signatures', lines: ['当事人（签字）：'] }], issuedOn: '2026-09-28', isSynthetic: false,
}

/** The parts of the file by name, read from the local headers and sizes of the zip's directory. */
function partsOf(zip: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(zip)
  const parts = new Map<string, string>()
  for (let at = file.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = file.indexOf('PK\u0001\u0002', at + 46, 'latin1')) {
    const name = file.toString('utf8', at + 46, at + 46 + file.readUInt16LE(at + 28))
    const local = file.readUInt32LE(at + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const bytes = file.subarray(start, start + file.readUInt32LE(at + 20))
    if (name.endsWith('.xml')) parts.set(name, (file.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'))
  }
  return parts
}

const textOf = (xml: string | undefined): string => [...(xml ?? '').matchAll(/<w:t[^>]*>([^<]*)</gu)].map(([, text]) => text).join('')
const bodyOf = async (changes: Partial<PrintedDocument>): Promise<string> => partsOf(await renderDocx({ ...letter, ...changes })).get('word/document.xml') ?? ''

describe('a document as a Word file', () => {
  it('reads as the PDF does: number before the title of a letter, under the title of a form', async () => {
    expect(textOf(await bodyOf({}))).toMatch(/^某某区市场监督管理局某市监诉受〔2026〕12号投诉受理决定书王某某：你的投诉收悉。当事人（签字）：.*某某区市场监督管理局2026年9月28日$/u)
    expect(textOf(await bodyOf({ layout: 'form', addressee: '' }))).toMatch(/^某某区市场监督管理局投诉受理决定书某市监诉受〔2026〕12号你的投诉收悉。/u)
  })

  it('keeps the last words, the issuer and the date on one page', async () => {
    const paragraphs = (await bodyOf({ blocks: [{ kind: 'paragraph', text: '第一段。' }, { kind: 'paragraph', text: '末段。' }] })).split('</w:p>')
    const isKept = (text: string): boolean => paragraphs.findLast((part) => part.includes(`>${text}<`))?.includes('<w:keepNext/>') === true
    expect(['末段。', '某某区市场监督管理局', '第一段。'].map(isKept)).toEqual([true, true, false])
  })

  it('leaves the bureau’s name and date out of a record, whose every page is signed', async () => {
    const parts = partsOf(await renderDocx({ ...letter, layout: 'form', isRecord: true, pageSigners: ['被询问人'] }))
    expect(textOf(parts.get('word/document.xml'))).not.toContain('2026年9月28日')
    const feet = [...parts].filter(([name]) => name.startsWith('word/footer'))
    expect(feet.length).toBeGreaterThan(0)
    for (const [, foot] of feet) expect(textOf(foot)).toContain('被询问人（签名）：')
  })
})
