import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import type { FactsOf } from '../../../engines/procedure/facts.ts'
import { FILED } from '../filed.ts'
import type { facts } from '../simple-case/facts.ts'
import { asSentence, dateText, officersText, paragraph, particulars, partyForm, payableText, periodText, remedies } from './case-text.ts'

type SpotFacts = FactsOf<typeof facts>

const spotFacts = ({ facts: known }: DocumentContext): SpotFacts => known

function spotPenaltyText(context: DocumentContext): string {
  const { spotPenalty, fineInFen = 0 } = spotFacts(context)
  if (fineInFen === 0) return context.labelOf('spotPenalty')
  return `${spotPenalty === 'fine' ? '' : '警告，并处'}罚款${payableText(fineInFen)}`
}

/** The decision handed over on the spot (provisions, Art 68). */
export const simplePapers: readonly DocumentTemplate[] = [
  // A decision of the bureau, whose name, day and seal it bears.
  { ...partyForm({
    id: 'simple-penalty-decision', title: '当场行政处罚决定书', series: '市监当罚', filed: FILED.decision,
    blocks: (context) => {
      const known = spotFacts(context)
      return [
        particulars([['当事人', known.partyName], ['统一社会信用代码', known.partyUscc], ['住所（地址）', known.partyAddress], ['查处时间', dateText(known.foundOn)], ['查处地点', known.foundAt], ['办案人员', officersText(context, known.officers)]]),
        paragraph(`违法事实：${asSentence(known.illegalFacts ?? '')}证据：${asSentence(known.evidenceNote ?? '')}`),
        paragraph(`上述行为违反了${asSentence(known.violatedLaw ?? '')}我局已告知当事人拟作出的处罚内容及事实、理由、依据和陈述、申辩的权利。当事人意见：${asSentence(known.statementText ?? '')}`),
        paragraph(`依据${known.penaltyBasis ?? ''}的规定，决定给予：${spotPenaltyText(context)}。`),
        ...((known.fineInFen ?? 0) > 0 ? [paragraph(`请自收到本决定书之日起${periodText(context, 'penalty.payment')}内，到指定的银行或者通过电子支付系统缴纳罚款。依法当场收缴的，以专用票据为凭。`)] : []),
        paragraph(remedies(context)), ...(known.refusalNote === undefined ? [] : [paragraph(`注明：${asSentence(known.refusalNote)}`)]),
        { kind: 'signatures', lines: ['当事人（签字或者盖章）：', '办案人员（签字）：'] },
      ]
    },
  }), isRecord: false },
]
