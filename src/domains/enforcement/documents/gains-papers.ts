import { formatCitation } from '../../../kernel/citation.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { DocumentTemplate } from '../../../engines/procedure/document.ts'
import { FILED } from '../filed.ts'
import { GAINS_ROWS, reckonIllegalGains } from '../illegal-gains/reckon.ts'
import { amountText, asSentence, caseFacts, internalForm, paragraph, particulars, partyBlock } from './case-text.ts'

/** The sheet of illegal gains with the article for each row (order 118). */
export const gainsPapers: readonly DocumentTemplate[] = [
  internalForm({
    id: 'illegal-gains-sheet', title: '违法所得计算表', series: '市监得', filed: FILED.evidence,
    blocks: (context) => {
      const known = caseFacts(context)
      const sheet = reckonIllegalGains(known.illegalGainsMethod ?? 'net', known.illegalGainsRows ?? [], context.issuedOn)
      if (isRefusal(sheet)) return [partyBlock(context), paragraph(asSentence(sheet.says))]
      const columns = [['序号', 8], ['项目', 21], ['名称', 21], ['金额', 16], ['认定', 18], ['依据', 16]] as const
      return [
        partyBlock(context), particulars([['案件编号', context.matter.number], ['计算方法', context.labelOf('illegalGainsMethod')]]),
        {
          kind: 'grid', caption: '逐项认定', columns: columns.map(([title, share]) => ({ title, share, isCentred: title === '序号' })),
          rows: sheet.lines.map(({ row, says, cite }, index) => [String(index + 1), row.kind === undefined ? '' : GAINS_ROWS[row.kind], row.name ?? '', amountText(row.amountInFen), says, cite.article].map((text) => ({ text }))),
        },
        particulars([
          ['取得的款项', amountText(sheet.incomeInFen)], ['扣除', amountText(sheet.deductedInFen)], ['违法所得', amountText(sheet.gainsInFen)], ['已经依法退赔，不予没收', amountText(sheet.refundedInFen)], ['可以没收', amountText(sheet.confiscatableInFen)],
          ['主要负责人审批意见', known.partGainsApproval],
        ]),
        paragraph(`依据：${formatCitation({ instrument: 'illegal-gains-measures', article: '第二条' })}。`), { kind: 'signatures', lines: ['办案人员（签字）：', '办案机构负责人（签字）：'] },
      ]
    },
  }),
]
