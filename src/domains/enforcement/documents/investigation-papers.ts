import type { DocumentBlock, DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { DISCRETION_LABELS } from '../discretion/factors.ts'
import { FILED } from '../filed.ts'
import { EVIDENCE_KINDS, MAJOR_CASES, REVIEW_POINTS } from '../penalty-case/choices.ts'
import { amountText, asSentence, basisText, caseFacts, dateText, heading, internalForm, officersText, paragraph, particulars, partyBlock, partyForm, partyOf, penaltiesText, penaltyBases } from './case-text.ts'

const EVIDENCE_COLUMNS = [
  { title: '序号', share: 11, isCentred: true }, { title: '种类', share: 22, isCentred: true }, { title: '证据名称', share: 45, isCentred: false }, { title: '来源', share: 36, isCentred: false }, { title: '取得日期', share: 30, isCentred: true },
] as const

/** The list of evidence; a paragraph where there is none yet. */
export function evidenceTable(context: DocumentContext): DocumentBlock {
  const rows = (caseFacts(context).evidence ?? []).map((each, index) =>
    [String(index + 1), each.kind === undefined ? '' : EVIDENCE_KINDS[each.kind], each.name ?? '', each.provenance ?? '', dateText(each.obtainedOn)].map((text) => ({ text })))
  return rows.length === 0 ? paragraph('（无）') : { kind: 'grid', caption: '证据目录', columns: EVIDENCE_COLUMNS, rows }
}

const labels = <C extends Readonly<Record<string, string>>>(names: C, keys: readonly (keyof C & string)[] | undefined): string => (keys ?? []).map((key) => names[key] ?? key).join('；')

const signing = (context: DocumentContext): readonly DocumentBlock[] => {
  const { isRecordSigned, recordUnsignedNote } = caseFacts(context)
  return isRecordSigned === true ? [paragraph('以上笔录已经核对，与所述相符。')] : [paragraph(`未签名的情况：${asSentence(recordUnsignedNote ?? '')}`)]
}

/** Papers of the investigation and of the review. */
export const investigationPapers: readonly DocumentTemplate[] = [
  internalForm({
    id: 'case-conclusion-report', title: '案件调查终结报告', series: '市监调终', filed: FILED.conclusion,
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        partyBlock(context),
        particulars([['案件来源', [context.labelOf('source'), known.sourceNo].filter(Boolean).join('　')], ['案由', known.suspectedActs], ['办案人员', officersText(context, known.handlers)], ['情节复杂或者重大', labels(MAJOR_CASES, known.majorCase)]]),
        heading('一、认定的违法事实'), paragraph(asSentence(known.illegalFacts ?? '')),
        heading('二、证据'), evidenceTable(context),
        heading('三、违反的规定'), paragraph(asSentence(known.violatedLaw ?? '')),
        heading('四、裁量理由'), paragraph(asSentence(known.discretionBasis ?? '不涉及裁量')),
        ...(known.fineLowestInFen === undefined || known.fineHighestInFen === undefined ? [] : [paragraph(`法定罚款幅度：${amountText(known.fineLowestInFen)}至${amountText(known.fineHighestInFen)}。`)]),
        ...(known.discretionKinds ?? []).map((kind) => paragraph(`裁量情节：${DISCRETION_LABELS[kind]}。`)), ...(known.outsideBandReason === undefined ? [] : [paragraph(`罚款不在裁量阶次内的理由：${asSentence(known.outsideBandReason)}`)]),
        ...(known.discretionFactors ?? []).map(({ factor, finding }) => paragraph(`${factor ?? ''}：${asSentence(finding ?? '')}`)),
        heading('五、处理意见'), paragraph(`${context.labelOf('proposal')}。`), ...penaltiesText(known.proposedItems).map(paragraph),
        { kind: 'signatures', lines: ['办案人员（签字）：', '办案机构负责人（签字）：'] },
      ]
    },
  }),
  internalForm({
    id: 'case-review-opinion', title: '案件审核（法制审核）意见书', series: '市监审', filed: FILED.review,
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        particulars([['案件', context.matter.title], ['案件编号', context.matter.number], ['审核类别', context.labelOf('reviewKind')], ['当事人', partyOf(context)], ['审核人员', context.officerName], ['审核结论', known.returnKind === undefined || known.reviewPoints?.length === Object.keys(REVIEW_POINTS).length ? '同意' : context.labelOf('returnKind')]]),
        heading('审核内容'), ...Object.entries(REVIEW_POINTS).map(([key, name], index) => paragraph(`${index + 1}．${name}：${known.reviewPoints?.some((point) => point === key) === true ? '是' : '否'}。`)),
        heading('审核意见'), paragraph(asSentence(known.reviewOpinion ?? '')),
        { kind: 'signatures', lines: ['审核人员（签字）：'] },
      ]
    },
  }),
  internalForm({
    id: 'case-extension-approval', title: '延长案件办理期限审批表', series: '市监延', filed: FILED.otherInternal,
    blocks: (context) => [
      particulars([['案件', context.matter.title], ['案件编号', context.matter.number], ['当事人', partyOf(context)], ['依据', basisText(context, 'penalty.decision-extension')], ['延长后的期限', dateText(context.dueOnOf('decision') ?? undefined)], ['延长理由', caseFacts(context).extensionReason]]),
      { kind: 'signatures', lines: ['负责人（签字）：'] },
    ],
  }),
  internalForm({
    id: 'collective-discussion-record', title: '行政处罚案件集体讨论记录', series: '市监集讨', filed: FILED.otherInternal,
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        particulars([['案件', context.matter.title], ['案件编号', context.matter.number], ['当事人', partyOf(context)], ['讨论日期', dateText(known.collectiveOn)], ['参加讨论的负责人', officersText(context, known.collectiveMembers)]]),
        heading('案件情况'), paragraph(asSentence(known.illegalFacts ?? '')),
        heading('拟作出的处理'), ...penaltiesText(known.noticedItems ?? known.proposedItems).map(paragraph), ...(penaltyBases(known.proposedItems) === '' ? [] : [paragraph(`依据：${asSentence(penaltyBases(known.proposedItems))}`)]),
        heading('讨论情况和结论'), paragraph(asSentence(known.collectiveMinutes ?? '')),
        { kind: 'signatures', lines: ['参加人员（签字）：', '记录人（签字）：'] },
      ]
    },
  }),
  internalForm({
    id: 'case-closing-approval', title: '结案审批表', series: '市监结', filed: FILED.closing,
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        partyBlock(context),
        particulars([
          ['案由', known.suspectedActs], ['案件编号', context.matter.number], ['立案日期', dateText(context.matter.openedAt.slice(0, 10))], ['办案人员', officersText(context, known.handlers)], ['决定日期', dateText(known.decidedOn)],
          ['处理结果', penaltiesText(known.decidedItems).join('')], ['执行情况', dateText(known.executedOn) === '' ? undefined : `${dateText(known.executedOn)}执行完毕`], ['公示情况', known.publishedOn === undefined ? undefined : `${dateText(known.publishedOn)}公示`], ['结案理由', known.closingReason],
        ]),
        { kind: 'signatures', lines: ['办案人员（签字）：', '办案机构负责人（签字）：', '负责人（签字）：'] },
      ]
    },
  }),
  partyForm({
    id: 'scene-record', title: '现场笔录', series: '市监场录', filed: FILED.evidence, pageSigners: ['当事人', '检查人员'],
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        particulars([['当事人', partyOf(context)], ['检查时间', dateText(known.recordOn)], ['检查地点', known.recordPlace], ['检查人员', officersText(context, known.collectors)]]),
        paragraph('检查人员已出示执法证件，告知当事人依法享有的陈述权、申辩权和申请回避的权利。'), heading('现场情况'), paragraph(asSentence(known.sceneText ?? '')), ...signing(context),
        { kind: 'signatures', lines: ['当事人（签字或者盖章）：', '见证人（签字）：', '检查人员（签字）：'] },
      ]
    },
  }),
  partyForm({
    id: 'interview-record', title: '询问笔录', series: '市监询录', filed: FILED.evidence, pageSigners: ['被询问人', '询问人员'],
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        particulars([['案件', context.matter.title], ['询问时间', dateText(known.recordOn)], ['询问地点', known.recordPlace], ['被询问人', context.labelOf('interviewee')], ['姓名（被询问人填写）', '　'], ['询问人员', officersText(context, known.collectors)]]),
        paragraph('询问人员已出示执法证件，告知被询问人依法享有的权利和如实提供情况的义务。询问个别进行。'), heading('询问内容'), ...(known.interviewText ?? '').split('\n').filter((line) => line.trim() !== '').map(paragraph), ...signing(context),
        { kind: 'signatures', lines: ['被询问人（签字）：', '询问人员（签字）：'] },
      ]
    },
  }),
  partyForm({
    id: 'evidence-list', title: '证据材料登记表', series: '市监证', filed: FILED.evidence,
    blocks: (context) => [partyBlock(context), evidenceTable(context), paragraph(`取证人员：${officersText(context, caseFacts(context).collectors)}。`), { kind: 'signatures', lines: ['提供人（签字或者盖章）：', '取证人员（签字）：'] }],
  }),
]
