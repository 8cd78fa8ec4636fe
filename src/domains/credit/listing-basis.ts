import { cite } from '../../kernel/citation.ts'
import type { Citation } from '../../kernel/citation.ts'

const ABNORMAL: Readonly<Record<string, string>> = { 'no-annual-report': '第六条', 'no-instant-information': '第七条', 'name-not-changed': '第八条', 'unreachable': '第九条', 'false-information': '第四条' }
const TRADER: Readonly<Record<string, string>> = { 'no-report': '第十三条', 'false-report': '第十四条', 'unreachable': '第十五条' }

/** The article under which an enterprise is listed for a ground. */
export const basisOfAbnormalListing = (ground: string): Citation => cite('abnormal-operation-list-measures', ABNORMAL[ground] ?? '第四条')

/** The article under which a sole trader is listed for a ground. */
export const basisOfTraderListing = (ground: string): Citation => cite('sole-trader-annual-report-measures', TRADER[ground] ?? '第十三条')
