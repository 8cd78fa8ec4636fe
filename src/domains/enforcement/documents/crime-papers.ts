import { formatCitation } from '../../../kernel/citation.ts'
import { contactOf } from '../../../engines/procedure/document.ts'
import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import type { FactsOf } from '../../../engines/procedure/facts.ts'
import { transferRegulation } from '../crime-transfer/citations.ts'
import { TRANSFER_PAPERS } from '../crime-transfer/facts.ts'
import type { facts } from '../crime-transfer/facts.ts'
import { penaltyLaw } from '../citations.ts'
import { FILED } from '../filed.ts'
import { APPROVED_BY_LEADER, asSentence, dateText, internalForm, officersText, paragraph, particulars, partyForm, partyLetter } from './case-text.ts'

type TransferFacts = FactsOf<typeof facts>

const transferFacts = ({ facts: known }: DocumentContext): TransferFacts => known

const aboutTheCase = (known: TransferFacts) => particulars([['当事人', known.partyName], ['统一社会信用代码', known.partyUscc], ['案件编号', known.caseNumber], ['涉嫌犯罪的行为', known.suspectedCrime]])

/** A letter to another body: outside the volume that the party reads. */
const toBody = (template: DocumentTemplate, addressee: (known: TransferFacts) => string): DocumentTemplate => ({ ...template, audience: 'internal', addressee: (context) => addressee(transferFacts(context)) })

/** Report, transfer, copy to the procuratorate and handover of goods. */
export const crimePapers: readonly DocumentTemplate[] = [
  internalForm({
    id: 'crime-transfer-report', title: '涉嫌犯罪案件情况的调查报告', series: '市监罪报', filed: FILED.otherInternal,
    blocks: (context) => {
      const known = transferFacts(context)
      return [
        aboutTheCase(known), particulars([['专案组', officersText(context, known.team)], ['报告日期', dateText(known.reportedOn)]]), paragraph(asSentence(known.content ?? '')), paragraph(asSentence(known.teamReport ?? '')),
        paragraph(`依据${formatCitation(transferRegulation('第五条'))}的规定，报请审批。`), { kind: 'signatures', lines: ['专案组成员（签字）：', '正职负责人或者主持工作的负责人（签字）：'] },
      ]
    },
  }),
  toBody(partyLetter({
    id: 'crime-transfer-letter', title: '涉嫌犯罪案件移送书', series: '市监罪移', filed: FILED.otherMain, approvedBy: APPROVED_BY_LEADER,
    blocks: (context) => {
      const known = transferFacts(context)
      return [
        paragraph(`我局在办理${known.caseNumber ?? context.matter.number}案件中，发现${known.partyName ?? '当事人'}的行为涉嫌${known.suspectedCrime ?? '犯罪'}。依据${formatCitation(penaltyLaw('第二十七条'))}和${formatCitation(transferRegulation('第五条'))}的规定，现移送你局。`),
        aboutTheCase(known), paragraph(`随案材料：${(known.papers ?? []).map((paper) => TRANSFER_PAPERS[paper]).join('；')}。`), paragraph('请在本移送书的回执上签字，并将是否立案的决定书面通知我局。'),
        paragraph(contactOf(context)),
      ]
    },
  }), (known) => known.publicSecurityBody ?? '公安机关'),
  toBody(partyLetter({
    id: 'crime-transfer-copy', title: '涉嫌犯罪案件移送情况抄送函', series: '市监罪抄',
    blocks: (context) => {
      const known = transferFacts(context)
      return [paragraph(`我局已将${known.partyName ?? '当事人'}涉嫌${known.suspectedCrime ?? '犯罪'}一案移送${known.publicSecurityBody ?? '公安机关'}（回执：${known.receiptNo ?? ''}），现抄送你院。`), aboutTheCase(known), paragraph(contactOf(context))]
    },
  }), (known) => known.procuratorate ?? '人民检察院'),
  { ...partyForm({
    id: 'crime-goods-handover', title: '涉案物品和材料交接单', series: '市监罪交', filed: FILED.goods,
    blocks: (context) => {
      const known = transferFacts(context)
      return [aboutTheCase(known), particulars([['接收机关', known.publicSecurityBody], ['立案通知书', known.policeFilingNo], ['移交日期', dateText(known.goodsHandedOverOn)]]), paragraph(asSentence(known.goodsReceipt ?? '')), { kind: 'signatures', lines: ['移交人（签字）：', '接收人（签字）：'] }]
    },
  }), audience: 'internal' },
]
