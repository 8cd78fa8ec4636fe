import { formatCitation } from '../../../kernel/citation.ts'
import type { DocumentBlock, DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import type { FactsOf } from '../../../engines/procedure/facts.ts'
import { compulsionLaw, provisions } from '../citations.ts'
import { FILED } from '../filed.ts'
import { MEASURE_KINDS } from '../measure/facts.ts'
import type { facts } from '../measure/facts.ts'
import { amountText, asSentence, dateText, officersText, paragraph, particulars, periodText, remedies } from './case-text.ts'

type MeasureFacts = FactsOf<typeof facts>

const measureFacts = ({ facts: known }: DocumentContext): MeasureFacts => known
const partyOf = (context: DocumentContext): string => measureFacts(context).partyName ?? context.matter.subjectName ?? '当事人'
const isPreservation = ({ measureKind }: MeasureFacts): boolean => measureKind === 'preservation'

const GOODS_COLUMNS = [
  { title: '序号', share: 12, isCentred: true }, { title: '名称', share: 41, isCentred: false }, { title: '规格型号', share: 32, isCentred: false }, { title: '数量', share: 18, isCentred: true }, { title: '货值', share: 24, isCentred: true }, { title: '存放地点', share: 32, isCentred: false },
] as const

function goodsTable(context: DocumentContext, caption: string): DocumentBlock {
  return {
    kind: 'grid', caption, columns: GOODS_COLUMNS,
    rows: (measureFacts(context).goods ?? []).map(({ name, specification, quantity, unit, valueInFen, place }, index) =>
      [String(index + 1), name ?? '', specification ?? '', `${quantity ?? ''}${unit ?? ''}`, amountText(valueInFen), place ?? ''].map((text) => ({ text }))),
  }
}

/** Papers of preservation, sealing and seizure. */
export const measurePapers: readonly DocumentTemplate[] = [
  {
    id: 'seizure-decision', title: '实施行政强制措施决定书', series: '市监强措', filed: FILED.toTheParty, audience: 'respondent', layout: 'official-letter', addressee: partyOf, isNeeded: (known) => known.measureKind !== 'preservation',
    blocks: (context) => {
      const known = measureFacts(context)
      const kind = MEASURE_KINDS[known.measureKind ?? 'seizure']
      return [
        paragraph(`因你（单位）涉嫌违法（案件编号：${known.caseNumber ?? ''}），${asSentence(known.reason ?? '')}依据${known.legalBasis ?? ''}和${formatCitation(compulsionLaw('第十八条'))}的规定，决定对附件清单所列物品（场所、设施）予以${kind}。`),
        paragraph(`${kind}期限：${dateText(known.takenOn)}起${periodText(context, 'penalty.seizure')}${context.dueOnOf('seizure') === null ? '' : `，至${dateText(context.dueOnOf('seizure') ?? undefined)}止`}。物品需要检测、检验、检疫、鉴定的，其期间不包括在内，另行书面告知。`),
        particulars([['保管人', known.custodian], ['保管地点', known.custodyPlace], ['实施人员', officersText(context, known.officers)]]),
        paragraph('在此期间，对被查封、扣押的场所、设施或者财物，不得使用、销毁或者转移。你（单位）依法享有陈述权、申辩权。'),
        paragraph(remedies(context)), goodsTable(context, `${kind}财物（场所、设施）清单`),
        { kind: 'signatures', lines: ['当事人（签字或者盖章）：', '见证人（签字）：', '执法人员（签字）：'] },
      ]
    },
  },
  {
    id: 'preservation-notice', title: '先行登记保存证据通知书', series: '市监登存', filed: FILED.toTheParty, audience: 'respondent', layout: 'official-letter', addressee: partyOf, isNeeded: (known) => known.measureKind === 'preservation',
    blocks: (context) => {
      const known = measureFacts(context)
      return [
        paragraph(`为查明案件（${known.caseNumber ?? ''}），${asSentence(known.reason ?? '')}依据${formatCitation(provisions('第三十三条'))}的规定，决定对附件清单所列物品先行登记保存。`),
        paragraph(`我局将在${periodText(context, 'penalty.preservation-disposal')}内作出处理决定${context.dueOnOf('preservation') === null ? '' : `（至${dateText(context.dueOnOf('preservation') ?? undefined)}）`}；逾期未采取相关措施的，先行登记保存措施自动解除。保存期间，任何人不得销毁或者转移证据。`),
        particulars([['保管人', known.custodian], ['保管地点', known.custodyPlace], ['执法人员', officersText(context, known.officers)]]),
        goodsTable(context, '先行登记保存物品清单'), { kind: 'signatures', lines: ['当事人（签字或者盖章）：', '执法人员（签字）：'] },
      ]
    },
  },
  {
    id: 'measure-extension-decision', title: '延长行政强制措施期限决定书', series: '市监强延', filed: FILED.toTheParty, audience: 'respondent', layout: 'official-letter', addressee: partyOf,
    blocks: (context) => [paragraph(`因${asSentence(measureFacts(context).extensionReason ?? '')}依据${formatCitation(compulsionLaw('第二十五条'))}的规定，决定将行政强制措施的期限延长${periodText(context, 'penalty.seizure-extension')}${context.dueOnOf('seizure') === null ? '' : `，至${dateText(context.dueOnOf('seizure') ?? undefined)}止`}。`), paragraph(remedies(context))],
  },
  {
    id: 'measure-release-decision', title: '解除行政强制措施（先行登记保存）决定书', series: '市监强解', filed: FILED.toTheParty, audience: 'respondent', layout: 'official-letter', addressee: partyOf,
    blocks: (context) => {
      const known = measureFacts(context)
      const ground = isPreservation(known) ? context.labelOf('preservationResult') : context.labelOf('releaseGround')
      return [
        paragraph(`${ground === '' ? '' : asSentence(ground)}${asSentence(known.releaseReason ?? '')}依据${formatCitation(isPreservation(known) ? provisions('第三十五条') : provisions('第四十二条'))}的规定，决定自即日起解除对附件清单所列物品的${MEASURE_KINDS[known.measureKind ?? 'seizure']}。`),
        paragraph('请持本决定书到我局领取财物。'), goodsTable(context, '解除财物清单'), { kind: 'signatures', lines: ['当事人（签字或者盖章）：', '执法人员（签字）：'] },
      ]
    },
  },
  {
    id: 'goods-return-list', title: '财物退还清单', series: '市监退', filed: FILED.goods, audience: 'respondent', layout: 'form', isRecord: true, addressee: () => '',
    blocks: (context) => [
      particulars([['当事人', partyOf(context)], ['案件编号', measureFacts(context).caseNumber], ['退还日期', dateText(measureFacts(context).returnedOn)], ['注明', measureFacts(context).returnNote]]),
      goodsTable(context, '退还财物清单'), { kind: 'signatures', lines: ['当事人（签字或者盖章）：', '办案人员（签字）：'] },
    ],
  },
]
