import { cite } from '../../kernel/citation.ts'
import type { Citation } from '../../kernel/citation.ts'
import type { DatedCitation } from '../../engines/procedure/definition.ts'

export const provisions = (article: string): Citation => cite('penalty-procedure-provisions', article)
export const hearingMeasures = (article: string): Citation => cite('penalty-hearing-measures', article)
export const penaltyLaw = (article: string): Citation => cite('penalty-law', article)
export const compulsionLaw = (article: string): Citation => cite('compulsion-law', article)

/** A duty of the provisions, which began to govern on 2019-04-01; what came in before is not handled here. */
export const sinceProvisions = (article: string): readonly DatedCitation[] => [{ from: '2019-04-01', cite: provisions(article) }]
