import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { pdfOfPictures } from './pdf-of-pictures.ts'

// A whole JPEG of one white pixel.
const JPEG = new Uint8Array(Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z', 'base64'))

test('another program reads the pages, the title and the attached text', async () => {
  const text = '{"编号":"检查〔2026〕1号"}'
  const file = await PDFDocument.load(pdfOfPictures('现场检查记录', [{ jpeg: JPEG, width: 1, height: 1 }, { jpeg: JPEG, width: 1, height: 1 }], { name: 'record.json', text }), { throwOnInvalidObject: true })
  expect(file.getPageCount()).toBe(2)
  expect(file.getPage(1).getSize()).toEqual({ width: 595, height: 842 })
  expect(file.getTitle()).toBe('现场检查记录')
  const [attachment] = file.getAttachments()
  expect(attachment?.name).toBe('record.json')
  expect(new TextDecoder().decode(attachment?.data)).toBe(text)
})

test('every object stands where the table of the file says', () => {
  const bytes = pdfOfPictures('t', [{ jpeg: JPEG, width: 1, height: 1 }], { name: 'a.txt', text: 'x' })
  const text = Buffer.from(bytes).toString('latin1')
  const start = Number(/startxref\n(\d+)/u.exec(text)?.[1])
  expect(text.slice(start, start + 4)).toBe('xref')
  const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n/gmu)].map(([, at]) => Number(at))
  expect(offsets).toHaveLength(8)
  for (const [index, at] of offsets.entries()) expect(text.slice(at).startsWith(`${index + 1} 0 obj\n`)).toBe(true)
})
