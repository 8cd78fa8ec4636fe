import { formatCitation } from '../../../kernel/citation.ts'
import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { provisions } from '../citations.ts'
import { caseFacts, internalForm, officersText, particulars, partyOf } from './case-text.ts'

const approval = ({ id, title, series, rows, article }: Readonly<{ id: string; title: string; series: string; article: string; rows: (context: DocumentContext) => readonly (readonly [string, string | undefined])[] }>): DocumentTemplate => internalForm({
  id, title, series,
  blocks: (context) => [
    particulars([
      ['案件', context.matter.title], ['案件编号', context.matter.number], ['当事人', partyOf(context)], ['办案人员', officersText(context, caseFacts(context).handlers)], ['依据', formatCitation(provisions(article))], ...rows(context),
    ]),
    { kind: 'signatures', lines: ['办案人员（签字）：', '办案机构负责人（签字）：', '负责人（签字）：'] },
  ],
})

/** What the person in charge approves of the course of a case (provisions, Art 46 and 47). */
export const suspensionPapers: readonly DocumentTemplate[] = [
  approval({ id: 'case-suspension-approval', title: '中止调查审批表', series: '市监调中', article: '第四十六条', rows: (context) => [['中止的情形', context.labelOf('suspensionGround')], ['理由', caseFacts(context).suspensionReason]] }),
  approval({ id: 'case-resumption-approval', title: '恢复调查审批表', series: '市监调恢', article: '第四十六条', rows: (context) => [['原中止的情形', context.labelOf('suspensionGround')], ['恢复的理由', caseFacts(context).resumptionReason]] }),
  approval({ id: 'case-termination-approval', title: '终止调查审批表', series: '市监调止', article: '第四十七条', rows: (context) => [['终止的理由', caseFacts(context).terminationReason]] }),
]
