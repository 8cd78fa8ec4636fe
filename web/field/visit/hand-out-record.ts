import type { SignedRecord } from '../device/rows.ts'
import { paperPages } from './paper-pages.ts'
import { pdfOfPictures } from './pdf-of-pictures.ts'
import type { RecordPaperParts } from './record-paper.ts'

/** The record as a PDF file, made on the phone: handed to the system's share sheet where there is one, otherwise saved. */
export async function handOutRecord(paper: RecordPaperParts, record: SignedRecord): Promise<void> {
  const name = `${paper.title}-${paper.pairs[0]?.[1] ?? ''}`
  const bytes = pdfOfPictures(name, await paperPages(paper), { name: 'record.json', text: record.text })
  const file = new File([bytes], `${name}.pdf`, { type: 'application/pdf' })
  if ('canShare' in navigator && navigator.canShare({ files: [file] })) {
    try {
      await navigator.share({ files: [file], title: name })
      return
    } catch (error) {
      // Closing the share sheet is no fault; a phone that may not share saves.
      if (error instanceof DOMException && error.name === 'AbortError') return
    }
  }
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  setTimeout(() => { URL.revokeObjectURL(address) }, 60_000)
}
