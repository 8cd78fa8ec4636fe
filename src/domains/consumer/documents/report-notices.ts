import { cite, formatCitation } from '../../../kernel/citation.ts'
import { formatYuan } from '../../../kernel/money.ts'
import type { DocumentBlock, DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { NEW_MEASURES_FROM, underBothMeasures } from '../complaint/guards.ts'
import { HEREBY_NOTIFIED, asSentence, contact, instrumentFor, nameOf, paragraph, receivedOn, respondentName, textOf } from './notice-text.ts'

const FILING = formatCitation(cite('penalty-procedure-provisions', '第十九条'))
const NOT_FILING = formatCitation(cite('penalty-procedure-provisions', '第二十条'))
const REWARD = '《市场监管领域重大违法行为举报奖励暂行办法》'

const toReporter = (context: DocumentContext): string => nameOf(context, 'reporter', '举报人')

const CONFIDENTIAL = paragraph('我局依法对举报人的信息予以保密。')

/** Tells whether a case is filed. It repeats nothing of the inquiry beyond the decision and its ground. */
export const reportFilingNotice: DocumentTemplate = {
  id: 'report-filing-notice',
  title: '举报立案情况告知书',
  series: '市监举告',
  audience: 'reporter',
  isNeeded: facts => facts.isAnonymous !== true,
  addressee: toReporter,
  blocks: context => [
    paragraph(`我局于${receivedOn(context)}收到你关于${respondentName(context)}的举报（登记编号：${context.matter.number}）。${decision(context)}`),
    basisOfNotice(context),
    CONFIDENTIAL,
    contact(context),
    HEREBY_NOTIFIED,
  ],
}

function decision(context: DocumentContext): string {
  const ground = textOf(context, 'declineGround')
  if (ground === '') return `经核查，符合${FILING}规定的立案条件，我局决定立案。`
  const reason = asSentence(textOf(context, 'declineReason'))
  if (ground === 'not-established') return `经核查，不符合${FILING}规定的立案条件，我局决定不予立案。理由：${reason}`
  return `经核查，属于${NOT_FILING}规定的情形：${context.labelOf('declineGround')}，我局决定不予立案。理由：${reason}`
}

// The measures of 2026 have no general duty to tell the reporter, only one to follow other law that has it.
function basisOfNotice(context: DocumentContext): DocumentBlock {
  const instrument = instrumentFor(context, underBothMeasures('第三十一条', '第三十六条'))
  return paragraph(context.matter.lawOn < NEW_MEASURES_FROM ? `现根据${instrument}的规定告知你立案情况。` : `现依照${instrument}的规定告知你处理情况。`)
}

export const rewardNotice: DocumentTemplate = {
  id: 'reward-notice',
  title: '举报奖励通知书',
  series: '市监举奖',
  audience: 'reporter',
  addressee: toReporter,
  blocks: context => [
    paragraph(`你于${receivedOn(context)}向我局提出的举报（登记编号：${context.matter.number}）经查证属实，案件已经办结。根据${REWARD}的有关规定，认定为${asSentence(context.labelOf('rewardLevel'))}`),
    paragraph(`我局决定给予你举报奖励人民币${amountOf(context)}。`),
    ...reasonOf(context),
    paragraph('请持本通知书和有效身份证明，到我局办理领取手续；委托他人领取的，另持授权委托书和受托人身份证明。'),
    CONFIDENTIAL,
    contact(context),
  ],
}

function amountOf(context: DocumentContext): string {
  const amount = context.facts.rewardInFen
  if (typeof amount !== 'number') throw new Error('a reward notice needs the amount of the reward')
  return formatYuan(amount)
}

function reasonOf(context: DocumentContext): readonly DocumentBlock[] {
  const reason = textOf(context, 'rewardReason')
  return reason === '' ? [] : [paragraph(`奖励理由：${asSentence(reason)}`)]
}
