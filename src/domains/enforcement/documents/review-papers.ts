import type { DocumentBlock, DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import type { FactsOf } from '../../../engines/procedure/facts.ts'
import type { facts } from '../file-review/facts.ts'
import { RESULT_CLASSES } from '../file-review/score-items.ts'
import { resultsByOffice } from '../file-review/score.ts'
import { asSentence, dateText, heading, internalForm, paragraph, particulars } from './case-text.ts'

type ReviewFacts = FactsOf<typeof facts>

const reviewFacts = ({ facts: known }: DocumentContext): ReviewFacts => known

type Column = readonly [title: string, share: number]

const grid = (caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): DocumentBlock => ({
  kind: 'grid', caption, columns: columns.map(([title, share]) => ({ title, share, isCentred: title === '序号' })), rows: rows.map((row) => row.map((text) => ({ text }))),
})

/** Hexadecimal digits in groups of sixteen, so that a line can break. */
const grouped = (digits: string): string => digits.replaceAll(/.{16}(?=.)/gu, '$& ')

const resultTable = ({ results = [] }: ReviewFacts): DocumentBlock => grid('逐卷结果', [['序号', 8], ['案件编号', 26], ['办案机构', 18], ['得分', 8], ['等次', 12], ['问题', 28]],
  results.map(({ caseNumber = '', officeName = '', score = 0, resultClass = 'unfit', faults = '' }, index) => [String(index + 1), caseNumber, officeName, String(score), RESULT_CLASSES[resultClass], faults]))

/** Record of the draw, order to put right, and report. */
export const reviewPapers: readonly DocumentTemplate[] = [
  internalForm({
    id: 'file-draw-record', title: '案卷随机抽取记录', series: '市监抽卷',
    blocks: (context) => {
      const known = reviewFacts(context)
      return [
        particulars([['评查名称', known.reviewName], ['清单案卷数', String((known.files ?? []).length)], ['清单封存日期', dateText(known.frozenOn)], ['清单校验值（SM3）', grouped(known.listDigest ?? '')], ['随机种子', known.seedText], ['种子来源', known.seedSource], ['种子公布日期', dateText(known.seedPublishedOn)]]),
        grid('抽取结果', [['序号', 8], ['案件编号', 32], ['签值', 60]], (known.drawn ?? []).map(({ caseNumber = '', ticket = '' }, index) => [String(index + 1), caseNumber, grouped(ticket)])),
        paragraph('复算方法：以清单校验值为密钥对随机种子作HMAC-SM3，再以所得为密钥对各案件编号（后接字节01）作HMAC-SM3得签值，由小到大取前若干份。'), { kind: 'signatures', lines: ['抽取人（签字）：', '监督人（签字）：'] },
      ]
    },
  }),
  internalForm({
    id: 'file-rectification-notice', title: '案卷评查整改通知书', series: '市监卷改',
    blocks: (context) => {
      const known = reviewFacts(context)
      return [particulars([['评查名称', known.reviewName], ['整改期限', dateText(known.rectifyUntilOn)]]), resultTable(known), paragraph(`整改要求：${asSentence(known.rectifyText ?? '')}`), { kind: 'signatures', lines: ['签收人（签字）：'] }]
    },
  }),
  internalForm({
    id: 'file-review-report', title: '行政处罚案卷评查报告', series: '市监卷评',
    blocks: (context) => {
      const known = reviewFacts(context)
      const offices = resultsByOffice(known.results ?? [])
      return [
        particulars([['评查名称', known.reviewName], ['结案期间', `${dateText(known.periodFrom)}至${dateText(known.periodUntil)}`], ['清单案卷数', String((known.files ?? []).length)], ['抽取案卷数', String((known.drawn ?? []).length)]]),
        heading('一、各办案机构'), grid('各办案机构结果', [['办案机构', 30], ['案卷数', 14], ['平均分', 14], ['优秀', 10], ['合格', 10], ['基本合格', 12], ['不合格', 10]],
          offices.map(({ officeName, files, averageScore, byClass }) => [officeName, ...[files, averageScore, byClass.excellent, byClass.good, byClass.basic, byClass.unfit].map(String)])),
        heading('二、逐卷结果'), resultTable(known), ...(known.rectificationText === undefined ? [] : [heading('三、整改情况'), paragraph(asSentence(known.rectificationText))]),
        paragraph(`结论：${asSentence(known.conclusion ?? '')}`), { kind: 'signatures', lines: ['评查人员（签字）：', '负责人（签字）：'] },
      ]
    },
  }),
]
