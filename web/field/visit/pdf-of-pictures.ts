/** One page: a JPEG with its size in pixels, shown on A4 upright. */
export type PicturePage = Readonly<{ jpeg: Uint8Array; width: number; height: number }>
export type AttachedText = Readonly<{ name: string; text: string }>

const A4 = { width: 595, height: 842 } as const

/**
 * A PDF 1.7 whose pages are pictures, with one text attached (ISO 32000-1, 7.11.4). A phone without network has no fonts
 * to embed; a picture shows what its own screen showed. `attached.name` is ASCII.
 */
export function pdfOfPictures(title: string, pages: readonly PicturePage[], attached: AttachedText): Uint8Array<ArrayBuffer> {
  const text = encode(attached.text)
  const first = 6
  const pageIds = pages.map((_, index) => first + index * 3)
  const objects: readonly (readonly Uint8Array[])[] = [
    [encode(`<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) /Names << /EmbeddedFiles << /Names [(${attached.name}) 4 0 R] >> >> >>`)],
    [encode(`<< /Type /Pages /Count ${pages.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`)],
    [encode(`<< /Title <${utf16Hex(title)}> >>`)],
    [encode(`<< /Type /Filespec /F (${attached.name}) /UF (${attached.name}) /EF << /F 5 0 R >> >>`)],
    stream(`/Type /EmbeddedFile /Subtype /text#2Fplain /Params << /Size ${text.length} >>`, text),
    ...pages.flatMap(({ jpeg, width, height }, index) => {
      const id = first + index * 3
      return [
        [encode(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${A4.width} ${A4.height}] /Resources << /XObject << /P ${id + 2} 0 R >> >> /Contents ${id + 1} 0 R >>`)],
        stream('', encode(`q ${A4.width} 0 0 ${A4.height} 0 0 cm /P Do Q`)),
        stream(`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`, jpeg),
      ]
    }),
  ]
  return assemble(objects)
}

function assemble(objects: readonly (readonly Uint8Array[])[]): Uint8Array<ArrayBuffer> {
  // The comment of four bytes above 127 tells programs that the file is binary.
  const parts: Uint8Array[] = [encode('%PDF-1.7\n'), new Uint8Array([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a])]
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0)
  const offsets = objects.map((object, index) => {
    const offset = length()
    parts.push(encode(`${index + 1} 0 obj\n`), ...object, encode('\nendobj\n'))
    return offset
  })
  const start = length()
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(encode(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${start}\n%%EOF\n`))
  const file = new Uint8Array(length())
  let at = 0
  for (const part of parts) {
    file.set(part, at)
    at += part.length
  }
  return file
}

function stream(entries: string, bytes: Uint8Array): readonly Uint8Array[] {
  return [encode(`<< ${entries} /Length ${bytes.length} >>\nstream\n`), bytes, encode('\nendstream')]
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function utf16Hex(text: string): string {
  return `FEFF${Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join('')}`
}
