import { amountInFen, calendarDate, choice, longText, text, yesNo } from '../../../engines/procedure/facts.ts'
import { penaltyLaw, provisions } from '../citations.ts'
import { CHANGE_GROUNDS } from './choices.ts'
import { penaltyItems } from './rows.ts'

/** A decision corrected or changed after it was issued, and money that goes back. */
export const changeFacts = {
  correctionText: longText('更正内容', { min: 5, max: 1000, help: '写明原文和更正后的文字，如：原决定书“……”更正为“……”', visibility: 'party', cite: penaltyLaw('第七十五条') }),
  changeGround: choice('变更的根据', CHANGE_GROUNDS, { visibility: 'party', cite: provisions('第六十三条') }),
  changeDocumentNo: text('复议决定书、判决书文号', { max: 100, help: '根据复议决定、判决变更的填写' }),
  changedDecisionItems: penaltyItems('变更后的行政处罚'),
  changeReason: longText('变更的理由和依据', { min: 5, max: 2000, visibility: 'party', cite: provisions('第六十三条') }),
  decisionNote: text('决定书说明', { max: 2500, visibility: 'party' }),
  isDecisionChanged: yesNo('现行决定书是否为变更后的决定书'),
  newPaperServedOn: calendarDate('更正、变更后决定书送达日期', { visibility: 'party' }),
  refundedInFen: amountInFen('退还金额', { cite: penaltyLaw('第七十四条') }),
  refundedOn: calendarDate('退还日期', { cite: penaltyLaw('第七十四条') }),
  refundReceiptNo: text('退还凭证号', { max: 60 }),
} as const
