import { cite } from '../../../kernel/citation.ts'
import type { Citation } from '../../../kernel/citation.ts'

/** The regulation on transferring suspected crimes, as amended in 2020. */
export const transferRegulation = (article: string): Citation => cite('crime-transfer-regulation', article)
