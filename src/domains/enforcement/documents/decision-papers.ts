import { formatCitation } from '../../../kernel/citation.ts'
import type { DocumentBlock, DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { penaltyLaw, provisions } from '../citations.ts'
import { FILED } from '../filed.ts'
import { SERVICE_METHODS } from '../penalty-case/choices.ts'
import { APPROVED_BY_LEADER, amountText, asSentence, caseContact, caseFacts, dateText, paragraph, particulars, partyBlock, partyForm, partyLetter, partyOf, payableText, penaltiesText, penaltyBases, periodText, remedies } from './case-text.ts'
import { evidenceTable } from './investigation-papers.ts'

const LATE_PERCENT = '每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额'

/** 'N〔2026〕1号行政处罚决定书' of the case that it belongs to. */
const decisionText = (context: DocumentContext): string => `行政处罚决定${asNumber(context.numberOf?.('penalty-decision'))}`

const asNumber = (number: string | null | undefined): string => (number === null || number === undefined ? '' : `（${number}）`)

/** The paper that was served: the decision of either kind once one was served, else the notice. */
function servedText(context: DocumentContext): string {
  if (caseFacts(context).decisionServedOn === undefined) return `行政处罚告知书${asNumber(context.numberOf?.('penalty-notice'))}`
  const [penalty, none] = [context.numberOf?.('penalty-decision'), context.numberOf?.('no-penalty-decision')]
  return typeof none === 'string' && typeof penalty !== 'string' ? `不予行政处罚决定书${asNumber(none)}` : `行政处罚决定书${asNumber(penalty)}`
}

/** How to pay, and what follows a fine not paid in time (penalty law, Art 72). */
function paymentText(context: DocumentContext): readonly DocumentBlock[] {
  const { payableInFen = 0, decidedItems = [] } = caseFacts(context)
  if (payableInFen === 0) return []
  const late = decidedItems.some(({ kind }) => kind === 'fine') ? `到期不缴纳罚款的，依据${formatCitation(penaltyLaw('第七十二条'))}的规定，${LATE_PERCENT}。` : ''
  return [paragraph(`罚没款合计${payableText(payableInFen)}。请自收到本决定书之日起${periodText(context, 'penalty.payment')}内，凭缴款通知书到指定的银行或者通过电子支付系统缴纳。${late}逾期不履行本决定的，我局将依法申请人民法院强制执行。`)]
}

/** Facts, evidence and law, as a notice and a decision both state them. */
function grounds(context: DocumentContext, lead = '经查，'): readonly DocumentBlock[] {
  const known = caseFacts(context)
  return [paragraph(`${lead}${asSentence((known.illegalFacts ?? '').replace(/^经查[，,：:]?/u, ''))}`), paragraph('上述事实，有下列证据证明：'), evidenceTable(context), paragraph(`上述行为违反了${asSentence(known.violatedLaw ?? '')}`)]
}

function defenceText(context: DocumentContext): string {
  const known = caseFacts(context)
  const told = `我局于${dateText(known.noticeServedOn)}向当事人送达行政处罚告知书，告知了拟作出的行政处罚的内容及事实、理由、依据和当事人依法享有的权利。`
  if (known.statementText === undefined && known.heldOn === undefined) return `${told}当事人在法定期限内未提出陈述、申辩意见${known.offersHearing === true ? '，也未要求听证' : ''}。`
  const heard = known.heldOn === undefined ? '' : `应当事人要求，我局于${dateText(known.heldOn)}举行了听证。`
  const said = known.statementText === undefined ? '' : `当事人提出：${asSentence(known.statementText)}`
  const answer = known.reconsideration === undefined ? '' : `经复核，${asSentence(known.reconsideration.replace(/^经复核[，,：:]?/u, ''))}对当事人的意见，我局${context.labelOf('isDefenceAccepted')}。`
  return `${told}${heard}${said}${answer}`
}

/** A correction opens no new time for appeals; what others changed is appealed as they said. */
function remediesOfDecision(context: DocumentContext): string {
  const { decisionNote, isDecisionChanged, changeGround } = caseFacts(context)
  if (decisionNote === undefined) return remedies(context)
  if (isDecisionChanged !== true) return '本次更正不影响原决定书告知的行政复议、行政诉讼途径和期限。'
  return changeGround === 'own' ? remedies(context) : '对据以变更的行政复议决定或者判决不服的，按照该决定书、判决书告知的途径和期限办理。'
}

/** Notice, decision and service. */
export const decisionPapers: readonly DocumentTemplate[] = [
  partyLetter({
    id: 'penalty-notice', title: '行政处罚告知书', series: '市监罚告', filed: FILED.toTheParty, approvedBy: APPROVED_BY_LEADER,
    blocks: (context) => {
      const known = caseFacts(context)
      const items = known.noticedItems ?? known.proposedItems
      return [
        paragraph(`我局对你（单位）涉嫌${known.suspectedActs ?? '违法'}一案已经调查终结。根据${formatCitation(penaltyLaw('第四十四条'))}和${formatCitation(provisions('第五十七条'))}的规定，现将拟作出的行政处罚告知如下：`),
        ...grounds(context),
        ...(known.discretionBasis === undefined ? [] : [paragraph(`裁量理由：${asSentence(known.discretionBasis)}`)]),
        paragraph(`依据${penaltyBases(items)}的规定，拟对你（单位）作出如下行政处罚：`), ...penaltiesText(items, payableText).map(paragraph),
        ...(known.noticeText === undefined ? [] : [paragraph(asSentence(known.noticeText))]),
        paragraph(`你（单位）有权进行陈述和申辩。请在收到本告知书之日起${periodText(context, 'penalty.statement')}内提出；逾期未提出的，视为放弃此权利。`),
        ...(known.offersHearing === true ? [paragraph(`根据${formatCitation(penaltyLaw('第六十三条'))}的规定，你（单位）有权要求举行听证。要求听证的，请在收到本告知书之日起${periodText(context, 'hearing.request')}内提出；逾期未提出的，视为放弃此权利。`)] : []),
        paragraph(caseContact(context)),
      ]
    },
  }),
  partyLetter({
    id: 'penalty-decision', title: '行政处罚决定书', series: '市监处罚', filed: FILED.decision, approvedBy: APPROVED_BY_LEADER,
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        partyBlock(context),
        ...(known.decisionNote === undefined ? [] : [paragraph(asSentence(known.decisionNote))]),
        paragraph(`案件来源：${context.labelOf('source')}。我局依法对当事人涉嫌${known.suspectedActs ?? '违法'}的行为立案调查（案件编号：${context.matter.number}）。`),
        ...grounds(context, '现已查明：'),
        paragraph(defenceText(context)),
        ...(known.collectiveOn === undefined ? [] : [paragraph(`本案经我局负责人于${dateText(known.collectiveOn)}集体讨论。`)]),
        paragraph(`我局认为，${asSentence(known.decisionReason ?? '')}`),
        paragraph(`依据${penaltyBases(known.decidedItems)}的规定，决定对当事人作出如下行政处罚：`), ...penaltiesText(known.decidedItems, payableText).map(paragraph),
        ...paymentText(context),
        paragraph(remediesOfDecision(context)),
        paragraph('本行政处罚信息将依法通过国家企业信用信息公示系统等向社会公示。'),
      ]
    },
  }),
  partyLetter({
    id: 'no-penalty-decision', title: '不予行政处罚决定书', series: '市监不罚', filed: FILED.decision, approvedBy: APPROVED_BY_LEADER,
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        partyBlock(context), ...grounds(context),
        paragraph(`当事人的行为属于“${context.labelOf('noPenaltyGround')}”。${asSentence(known.noPenaltyReason ?? '')}`),
        paragraph(`依据${formatCitation(penaltyLaw('第三十三条'))}和${formatCitation(provisions('第六十条'))}的规定，决定不予行政处罚。`),
        ...(known.educationNote === undefined ? [] : [paragraph(`我局已对当事人进行教育：${asSentence(known.educationNote)}`)]),
        paragraph(remedies(context)),
      ]
    },
  }),
  partyForm({
    id: 'service-receipt', title: '送达回证', series: '市监送', filed: (known) => (known['decisionServedOn'] === undefined ? FILED.toTheParty : FILED.decision),
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        particulars([
          ['受送达人', partyOf(context)], ['送达文书及文号', servedText(context)], ['送达方式', known.serviceMethod === undefined ? '' : SERVICE_METHODS[known.serviceMethod]], ['送达日期', dateText(known.servedOn)],
          ['回证（回执）编号', known.receiptNo], ['拒收情况', known.refusalRecord], ['公告原因和经过', known.serviceMethod === 'announcement' ? known.announcementReason : undefined], ['依据', formatCitation(provisions('第八十二条'))],
        ]),
        { kind: 'signatures', lines: ['受送达人（签字或者盖章）：', '送达人（签字）：', '见证人（签字）：'] },
      ]
    },
  }),
  partyLetter({
    id: 'case-transfer-letter', title: '案件移送函', series: '市监移', filed: FILED.otherMain, approvedBy: APPROVED_BY_LEADER,
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        paragraph(`我局办理的${context.matter.title}（${context.matter.number}），经审查：${asSentence(known.transferReason ?? '')}依据${formatCitation(provisions('第十七条'))}的规定，现移送你单位处理。`),
        ...(known.handoverList === undefined ? [] : [paragraph(`随案移送：${asSentence(known.handoverList)}`)]),
        evidenceTable(context), paragraph('请将处理结果函告我局。'),
      ]
    },
  }),
].map((template): DocumentTemplate => (template.id === 'penalty-decision' || template.id === 'no-penalty-decision' ? { ...template, addressee: () => '' } : template.id === 'case-transfer-letter' ? { ...template, audience: 'internal', addressee: (context) => caseFacts(context).transferTo ?? '有关机关' } : template))

/** Late fee, deferral, reminder and the application to the court. */
export const executionPapers: readonly DocumentTemplate[] = [
  partyLetter({
    id: 'late-fee-decision', title: '加处罚款决定书', series: '市监加罚', filed: FILED.toTheParty, approvedBy: APPROVED_BY_LEADER,
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        paragraph(`你（单位）逾期未缴纳我局${decisionText(context)}所处的罚款。依据${formatCitation(penaltyLaw('第七十二条'))}和${formatCitation(provisions('第七十五条'))}的规定，${LATE_PERCENT}。计算至${dateText(known.lateFeeAsOfOn)}，决定加处罚款${payableText(known.lateFeeInFen)}。`),
        paragraph(`请将尚未缴纳的罚没款${amountText(Math.max(0, (known.payableInFen ?? 0) - (known.paidInFen ?? 0)))}和加处的罚款一并缴纳。`), paragraph(remedies(context)),
      ]
    },
  }),
  partyLetter({
    id: 'payment-deferral-notice', title: '延期（分期）缴纳罚款通知书', series: '市监延缴', filed: FILED.toTheParty,
    blocks: (context) => [paragraph(`根据你（单位）的书面申请，依据${formatCitation(provisions('第七十四条'))}的规定，经我局负责人批准，同意你（单位）${context.labelOf('deferralKind')}${decisionText(context)}所处的罚款，至${dateText(caseFacts(context).deferredUntilOn)}缴清。逾期仍未缴纳的，依法加处罚款并申请人民法院强制执行。`)],
  }),
  partyLetter({
    id: 'performance-reminder', title: '行政处罚决定履行催告书', series: '市监催', filed: FILED.toTheParty,
    blocks: (context) => {
      const known = caseFacts(context)
      const rest = Math.max(0, (known.payableInFen ?? 0) + (known.lateFeeInFen ?? 0) - (known.paidInFen ?? 0))
      return [
        paragraph(`我局对你（单位）作出的${decisionText(context)}已于${dateText(known.decisionServedOn)}送达。你（单位）在法定期限内未申请行政复议或者提起行政诉讼，又未履行该决定。依据${formatCitation(provisions('第七十六条'))}的规定，现催告你（单位）自收到本催告书之日起十个工作日内履行：`),
        paragraph(`缴纳罚没款及加处罚款共${payableText(rest)}。`), paragraph('你（单位）有权进行陈述和申辩。逾期仍不履行的，我局将依法申请人民法院强制执行。'),
      ]
    },
  }),
  { ...partyLetter({
    id: 'court-application', title: '行政处罚强制执行申请书', series: '市监强申', filed: FILED.otherMain, approvedBy: APPROVED_BY_LEADER,
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        partyBlock(context),
        paragraph(`我局对被申请人作出的${decisionText(context)}已于${dateText(known.decisionServedOn)}送达，被申请人在法定期限内未申请行政复议或者提起行政诉讼，又未履行。我局于${dateText(known.reminderServedOn)}送达催告书，被申请人仍未履行。`),
        paragraph(`依据${formatCitation(provisions('第七十六条'))}的规定，申请强制执行：罚没款${amountText(known.payableInFen)}${known.lateFeeInFen === undefined ? '' : `、加处罚款${amountText(known.lateFeeInFen)}`}${known.paidInFen === undefined || known.paidInFen === 0 ? '' : `（已缴纳${amountText(known.paidInFen)}）`}。`),
      ]
    },
  }), audience: 'internal', addressee: (context) => caseFacts(context).courtName ?? '人民法院' },
]
