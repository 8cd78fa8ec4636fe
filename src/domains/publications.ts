import type { PublicationCatalogue } from '../engines/publication/definition.ts'
import { cite } from '../kernel/citation.ts'
import { complaintPublicity } from './consumer/index.ts'
import { creditPublicationEndings, creditPublicationReturns, creditPublications } from './credit/publicity.ts'
import { doublePublicity } from './enforcement/double-publicity.ts'
import { penaltyPublicationEndings, penaltyPublicity } from './enforcement/publicity.ts'
import { inspectionResult } from './inspection/publicity.ts'

/** Everything the bureau publishes, what ends it, and the files it hands on. */
export const publicationCatalogue: PublicationCatalogue = {
  publications: [penaltyPublicity, inspectionResult, ...creditPublications, complaintPublicity],
  endings: [...penaltyPublicationEndings, ...creditPublicationEndings],
  returns: creditPublicationReturns,
  announcements: [
    { kind: 'inspection-plan', name: '年度抽查计划', about: '本年度随机抽查的任务、对象、比例和时间。', basis: cite('enterprise-disclosure-regulation', '第十四条'), page: () => '/draws/plans' },
    { kind: 'draw', name: '随机抽取公告', about: '抽取前公布的规则和承诺，以及抽取结果；任何人都可以重新计算。', basis: cite('enterprise-disclosure-regulation', '第十四条'), page: ({ extract }) => `/draws/${numberIn(extract)}` },
  ],
  layouts: [doublePublicity],
}

/** The number under which the portal shows a draw; its list where the row has none. */
function numberIn(extract: unknown): string {
  return typeof extract === 'object' && extract !== null && 'number' in extract && typeof extract.number === 'string' ? extract.number : ''
}
