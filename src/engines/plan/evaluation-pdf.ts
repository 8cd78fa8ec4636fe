import type { PdfRenderer } from '../../platform/pdf/render.ts'
import type { Paper } from './evaluation-paper.ts'

/** The report as PDF/A. */
export function evaluationPdf(paper: Paper, renderer: PdfRenderer): Promise<Uint8Array> {
  return renderer.render({ layout: 'long-paper', number: '', addressee: '', ...paper })
}
