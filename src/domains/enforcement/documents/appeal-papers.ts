import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import type { FactsOf } from '../../../engines/procedure/facts.ts'
import type { facts } from '../appeal-response/facts.ts'
import { APPROVED_BY_LEADER, asSentence, dateText, internalForm, paragraph, particulars, partyLetter } from './case-text.ts'

type AppealFacts = FactsOf<typeof facts>

const appealFacts = ({ facts: known }: DocumentContext): AppealFacts => known

const toBody = (template: DocumentTemplate): DocumentTemplate => ({ ...template, audience: 'internal', addressee: (context) => appealFacts(context).reviewBody ?? '复议机关（人民法院）' })

/** Reply, list of exhibits, and the report on what was put right. */
export const appealPapers: readonly DocumentTemplate[] = [
  toBody(partyLetter({
    id: 'appeal-reply', title: '行政复议答复书（答辩状）', series: '市监答', approvedBy: APPROVED_BY_LEADER,
    blocks: (context) => {
      const known = appealFacts(context)
      const [appellant, verb] = known.way === 'litigation' ? ['原告', '答辩'] : known.way === 'second-instance' ? ['上诉人', '答辩'] : ['申请人', '答复']
      return [
        particulars([['案号', known.docketNo], [appellant, known.partyName], ['行政行为', known.contestedAct], ['作出日期', dateText(known.contestedActOn)]]),
        paragraph(`我局于${dateText(known.copyReceivedOn) || '近日'}收到副本。现对${appellant}${known.partyName ?? ''}提出的“${known.claims ?? ''}”${verb}如下：`), paragraph(asSentence(known.replyText ?? '')),
        paragraph('随附作出行政行为的证据、依据和其他有关材料（见证据清单）。'),
      ]
    },
  })),
  internalForm({
    id: 'appeal-exhibit-list', title: '证据和依据清单', series: '市监证',
    blocks: (context) => {
      const known = appealFacts(context)
      const columns = [['序号', 8], ['名称', 32], ['证明对象', 40], ['取得日期', 20]] as const
      return [
        particulars([['案号', known.docketNo], ['行政行为', known.contestedAct]]),
        {
          kind: 'grid', caption: '证据和依据', columns: columns.map(([title, share]) => ({ title, share, isCentred: title === '序号' })),
          rows: (known.exhibits ?? []).map((row, index) => [String(index + 1), row.name ?? '', row.proves ?? '', dateText(row.obtainedOn)].map((text) => ({ text }))),
        },
        { kind: 'signatures', lines: ['提交人（签字）：', '接收人（签字）：'] },
      ]
    },
  }),
  toBody(partyLetter({
    id: 'rectification-report', title: '行政复议意见书纠正情况报告', series: '市监纠',
    blocks: (context) => {
      const known = appealFacts(context)
      return [paragraph(`你机关${known.opinionNo ?? ''}意见书收悉。意见：${asSentence(known.opinionText ?? '')}`), paragraph(`现将纠正情况报告如下：${asSentence(known.rectificationText ?? '')}`)]
    },
  })),
]
