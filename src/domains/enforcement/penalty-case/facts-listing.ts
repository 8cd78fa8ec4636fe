import { cite } from '../../../kernel/citation.ts'
import { choice, longText, yesNo } from '../../../engines/procedure/facts.ts'
import { HEAVIER_PENALTIES, SERIOUS_GROUNDS } from '../../credit/index.ts'

const measures = (article: string) => cite('serious-violation-list-measures', article)

/** What the case tells the list of serious violations. */
export const listingFacts = {
  seriousGround: choice('拟列入严重违法失信名单的违法行为', SERIOUS_GROUNDS, { cite: measures('第二条') }),
  heavierPenalty: choice('拟作出的较重行政处罚', HEAVIER_PENALTIES, { help: '随行政处罚决定列入的填写', cite: measures('第二条') }),
  isOnSeriousList: yesNo('撤销决定时是否已列入严重违法失信名单'),
  listRevocationNote: longText('撤销列入决定的情况', { min: 5, max: 1000, cite: measures('第十九条') }),
} as const
