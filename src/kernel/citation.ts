import { instruments } from '../../law/instruments.ts'
import type { InstrumentId } from '../../law/instruments.ts'

export type { InstrumentId } from '../../law/instruments.ts'

/** A place in an instrument; `article` as printed: '第十五条', '第二十三条第一款第五项'. */
export type Citation = { readonly instrument: InstrumentId; readonly article: string }

export function cite(instrument: InstrumentId, article: string): Citation {
  return { instrument, article }
}

/** 《市场监督管理投诉举报处理办法》第十五条 */
export function formatCitation(citation: Citation): string {
  return `《${instruments[citation.instrument].title}》${citation.article}`
}
