import { formatDate } from '../../../kernel/calendar-date.ts'
import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import type { FactsOf } from '../../../engines/procedure/facts.ts'
import { FILED } from '../filed.ts'
import { LEAD_FILING_CONDITIONS } from '../lead/facts.ts'
import type { facts } from '../lead/facts.ts'
import { asSentence, internalForm, officersText, paragraph, particulars } from './case-text.ts'

type LeadFacts = FactsOf<typeof facts>

const leadFacts = ({ facts: known }: DocumentContext): LeadFacts => known

/** The decisions on a lead. */
export const leadPapers: readonly DocumentTemplate[] = [
  internalForm({
    id: 'case-filing-approval', title: '立案审批表', series: '市监立', filed: FILED.filing,
    blocks: (context) => {
      const known = leadFacts(context)
      return [
        particulars([
          ['线索编号', context.matter.number], ['线索来源', [context.labelOf('source'), known.sourceNo].filter(Boolean).join('　')], ['当事人', known.respondentName], ['统一社会信用代码', known.respondentUscc], ['违法行为发生地', known.respondentAddress],
          ['涉嫌违法行为', known.suspectedActs], ['核查人员', officersText(context, known.verifiers)], ['核查日期', known.verifiedOn === undefined ? '' : formatDate(known.verifiedOn)], ['核查情况', known.verificationRecord],
          ['立案条件', (known.conditionsMet ?? []).map((condition) => LEAD_FILING_CONDITIONS[condition]).join('；')], ['立案理由', known.filingReason], ['办案人员', officersText(context, known.handlers)],
        ]),
        paragraph('审批意见：同意立案。'), { kind: 'signatures', lines: ['核查人员（签字）：', '办案机构负责人（签字）：', '负责人（签字）：'] },
      ]
    },
  }),
  internalForm({
    id: 'case-not-filed-approval', title: '不予立案审批表', series: '市监不立', filed: FILED.source,
    blocks: (context) => {
      const known = leadFacts(context)
      return [
        particulars([['线索编号', context.matter.number], ['当事人', known.respondentName], ['涉嫌违法行为', known.suspectedActs], ['核查情况', known.verificationRecord], ['不予立案的情形', context.labelOf('declineGround')], ['理由', known.declineReason]]),
        paragraph(asSentence('审批意见：同意不予立案')), { kind: 'signatures', lines: ['核查人员（签字）：', '负责人（签字）：'] },
      ]
    },
  }),
]
