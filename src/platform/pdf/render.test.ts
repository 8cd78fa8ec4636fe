import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../hash.ts'
import { createPdfRenderer } from './render.ts'
import type { PrintedDocument } from './render.ts'
import { textOfPdf } from './fixtures/text-of-pdf.ts'

const renderer = createPdfRenderer()

const notice: PrintedDocument = {
  layout: 'official-letter',
  bureauName: '某某区市场监督管理局',
  title: '投诉受理告知书',
  number: '某市监诉受〔2026〕12号',
  addressee: '王某某',
  blocks: [{ kind: 'paragraph', text: '你的投诉收悉。' }],
  issuedOn: '2026-09-28',
  isSynthetic: false,
}

const ONE_PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

const printed = async (changes: Partial<PrintedDocument>): Promise<readonly string[]> => textOfPdf(await renderer.render({ ...notice, ...changes }))

describe('what a document shows', () => {
  it('prints head, number, title, addressee, body, issuer and date in this order', async () => {
    const [page] = await printed({ officerLine: '（联系人：李某）' })
    expect(page).toBe('某某区市场监督管理局某市监诉受〔2026〕12号投诉受理告知书王某某：你的投诉收悉。某某区市场监督管理局2026年9月28日（联系人：李某）')
  })

  it('prints tables and lines for signatures', async () => {
    const [page] = await printed({ blocks: [{ kind: 'table', rows: [{ label: '投诉请求', value: '退款\n道歉' }] }, { kind: 'signatures', lines: ['投诉人（签字）'] }] })
    expect(page).toContain('投诉请求退款道歉投诉人（签字）')
  })

  it('prints a report without a head: title in its lines, wide tables with captions, no number', async () => {
    const columns = [{ title: '序号', share: 1, isCentred: true }, { title: '名称', share: 3, isCentred: false }]
    const [page] = await printed({
      layout: 'long-paper', title: '某某规划\n评估报告', number: '', addressee: '',
      blocks: [{ kind: 'heading', level: 2, text: '（一）小标题' }, { kind: 'grid', caption: '表1　清单', columns, rows: [[{ text: '1' }, { text: '第一行', link: 'https://example.org/rows' }]] }],
    })
    expect(page).toBe('某某规划评估报告（一）小标题表1　清单序号名称1第一行某某区市场监督管理局2026年9月28日— 1 —')
  })

  it('prints pictures with their captions, and the caption alone where a picture is damaged', async () => {
    const picture = { caption: '签字：负责人', bytes: ONE_PIXEL, mediaType: 'image/png' } as const
    const whole = await renderer.render({ ...notice, blocks: [{ kind: 'pictures', pictures: [picture] }] })
    const damaged = await renderer.render({ ...notice, blocks: [{ kind: 'pictures', pictures: [{ ...picture, bytes: ONE_PIXEL.slice(0, 30) }] }] })
    const [[shown = ''], [said = '']] = [textOfPdf(whole), textOfPdf(damaged)]
    expect(shown).toContain('签字：负责人')
    expect(shown).not.toContain('图像见附件')
    expect(said).toContain('签字：负责人（图像见附件）')
    expect(Buffer.from(whole).includes('/Subtype/Image') || Buffer.from(whole).includes('/Subtype /Image')).toBe(true)
  })

  it('repeats the head of a wide table on every page', async () => {
    const columns = [{ title: '表头甲', share: 1, isCentred: true }]
    const pages = await printed({ layout: 'long-paper', blocks: [{ kind: 'grid', caption: '表1', columns, rows: Array.from({ length: 90 }, (_, i) => [{ text: `第${i}行` }]) }] })
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.filter((page) => page.includes('表头甲')).length).toBeGreaterThanOrEqual(pages.length - 1)
  })

  it.each([
    '#let x = 1; #x', '#panic("no")', '#read("/etc/passwd")', '*粗* _斜_ $a^2$ `raw` @ref <l> // c', '\\u{4e00} \\ ] [ { } ( ) " \'', '#import "document-page.typ"', '= 标题', '- 列表', '{{x}} ${x} %s', '</svg><script>',
  ])('prints %s as it was written, wherever it stands', async (said) => {
    const compact = said.replaceAll(/\s/g, '')
    const [page] = await printed({
      title: said, addressee: said, officerLine: said,
      blocks: [{ kind: 'paragraph', text: said }, { kind: 'heading', text: said }, { kind: 'table', rows: [{ label: said, value: said }] }, { kind: 'signatures', lines: [said] }],
    })
    expect(page?.replaceAll(/\s/g, '').split(compact)).toHaveLength(9)
  })

  it('shows a geta mark for what no font has and drops marks that turn the text round', async () => {
    const [page] = await printed({ blocks: [{ kind: 'paragraph', text: '好😀的\u202E反向\u0000' }] })
    expect(page).toContain('好〓的反向某某区')
  })

  it('marks synthetic documents, and only those', async () => {
    expect((await printed({ isSynthetic: true }))[0]).toContain('演示数据')
    expect((await printed({}))[0]).not.toContain('演示数据')
  })

  it('asks the reader to scan the address where there is one', async () => {
    expect((await printed({ verifyUrl: 'https://example.org/verify/1' }))[0]).toContain('扫码核验本文书')
    expect((await printed({}))[0]).not.toContain('扫码')
  })
})

describe('the page', () => {
  const lines = (count: number): PrintedDocument['blocks'] => [{ kind: 'paragraph', text: Array.from({ length: count }, () => '文').join('\n') }]
  const countOn = (page: string | undefined): number => page?.split('文').length ?? 0

  it('holds 22 lines of 28 characters', async () => {
    const full = await printed({ bureauName: '局', addressee: '', blocks: lines(80) })
    expect(countOn(full[1]) - 1).toBe(22)
    const wide = await printed({ bureauName: '局', blocks: [{ kind: 'paragraph', text: '市'.repeat(28 * 22 * 3) }] })
    expect((wide[1]?.split('市').length ?? 0) - 1).toBe(28 * 22)
  })

  it('of a form is set closer, and a record is signed at the foot of each', async () => {
    const full = await printed({ layout: 'form', bureauName: '局', addressee: '', blocks: lines(80), isRecord: true, pageSigners: ['被询问人'] })
    expect(countOn(full[1]) - 1).toBe(28)
    for (const page of full) expect(page).toContain('被询问人（签名）：')
    expect(full.at(-1)).not.toContain('2026年9月28日')
  })

  it('keeps lines for signatures with the short table before them', async () => {
    const columns = [{ title: '序号', share: 1, isCentred: true }]
    for (let count = 8; count <= 18; count += 1) {
      const pages = await printed({ blocks: [...lines(count), { kind: 'grid', caption: '清单', columns, rows: [[{ text: '表行' }]] }, { kind: 'signatures', lines: ['当事人（签字）：'] }], verifyUrl: 'https://example.org/verify/1' })
      const signed = pages.find((page) => page.includes('当事人（签字）'))
      expect(signed, `${count} lines`).toContain('表行')
    }
  })

  it('never leaves the signature alone on a page', async () => {
    for (let count = 8; count <= 20; count += 1) {
      const body = Array.from({ length: count }, (_, i) => ({ kind: 'paragraph', text: `第${i}段` }) as const)
      const pages = await printed({ blocks: body, verifyUrl: 'https://example.org/verify/1' })
      expect(pages.at(-1), `${count} paragraphs`).toContain('段')
    }
  })

  it('numbers every page of a form and a letter from its second page', async () => {
    const form = await printed({ layout: 'form', blocks: lines(30) })
    expect(form.map(page => /— \d+ —/.exec(page)?.[0])).toEqual(['— 1 —', '— 2 —'])
    const letter = await printed({ blocks: lines(30) })
    expect(letter.map(page => /— \d+ —/.exec(page)?.[0])).toEqual([undefined, '— 2 —'])
  })
})

describe('the bytes', () => {
  it('are the same for the same document, in this renderer and in another', async () => {
    const document: PrintedDocument = { ...notice, isSynthetic: true, verifyUrl: 'https://example.org/verify/1' }
    const first = sha256Hex(await renderer.render(document))
    await renderer.render({ ...notice, title: '别的文书' })
    expect(sha256Hex(await renderer.render(document))).toBe(first)
    expect(sha256Hex(await createPdfRenderer().render(document))).toBe(first)
    expect(sha256Hex(await renderer.render({ ...document, issuedOn: '2026-09-29' }))).not.toBe(first)
  })

  it('are a PDF/A-2a whatever people write', async () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 40 }))
    await fc.assert(fc.asyncProperty(anyText, anyText, async (one, other) => {
      const pdf = await renderer.render({ ...notice, addressee: other, blocks: [{ kind: 'paragraph', text: one }, { kind: 'heading', text: other }, { kind: 'table', rows: [{ label: other, value: one }] }] })
      expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    }), { numRuns: 150 })
  })
})

describe('the memory', () => {
  // In a process of its own: the runner's heap would blur the figure.
  const program = `
    import { createPdfRenderer } from ${JSON.stringify(new URL('./render.ts', import.meta.url).href)}
    const renderer = createPdfRenderer()
    const render = async (count) => {
      for (let i = 0; i < count; i += 1) await renderer.render({ ...${JSON.stringify(notice)}, number: String(i), isSynthetic: true })
    }
    await render(50)
    const before = process.memoryUsage.rss()
    await render(400)
    console.log((process.memoryUsage.rss() - before) / 1e6)`

  it('does not grow with the number of documents, one straight after another', () => {
    const grownBy = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })
    expect(Number(grownBy)).toBeLessThan(80)
  })
})
