import type { DocumentBlock, DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { formatCitation } from '../../../kernel/citation.ts'
import { ANSWERS } from '../checklists/checklist.ts'
import { answersOf, checklistsOf, isOf } from '../inspection/answers.ts'
import { objectTypesOf } from '../inspection/duties.ts'
import { VISIT_RESULTS } from '../inspection/facts.ts'
import { asSentence, factsOf, inspectorsOf, lawFor, momentText, paragraph, scopeOf, subjectOf } from './inspection-text.ts'

const FOOD_MEASURES_FROM = '2022-03-15'

const COLUMNS = [
  { title: '序号', share: 8, isCentred: true }, { title: '检查项目', share: 34, isCentred: false }, { title: '依据', share: 22, isCentred: false }, { title: '结论', share: 12, isCentred: true },
  { title: '发现的问题、实测值', share: 26, isCentred: false },
] as const

/** What was seen on site, item by item, and who signed it. */
export const inspectionRecord: DocumentTemplate = {
  id: 'inspection-record',
  title: '现场检查记录表',
  series: '市监检记',
  audience: 'respondent',
  layout: 'form',
  isRecord: true,
  addressee: () => '',
  blocks: (context) => [
    { kind: 'table', rows: headOf(context).filter((row) => row.value !== '') },
    ...tablesOf(context),
    ...(hasKeyItems(context) ? [paragraph('检查项目前标有“*”的为重点项目。')] : []),
    paragraph(`检查情况：${asSentence(factsOf(context).found ?? '按检查表逐项检查，结论见上表')}`),
    paragraph(`检查结果：${resultOf(context)}。检查结果依照${lawFor(context, 'publication')}向社会公示。`),
    ...postingOf(context),
    ...signingOf(context),
    { kind: 'signatures', lines: signatureLines(context) },
  ],
}

function headOf(context: DocumentContext): readonly Readonly<{ label: string; value: string }>[] {
  const known = factsOf(context)
  const source = [known.planTask, known.drawNumber === undefined ? undefined : `随机抽取（${known.drawNumber}）`, known.schemeNo, known.leadReference].filter((said) => said !== undefined).join('；')
  return [
    { label: '被检查单位', value: subjectOf(context) },
    { label: '任务编号', value: context.matter.number },
    { label: '任务来源', value: source },
    { label: '检查内容', value: scopeOf(context) },
    { label: '检查地点', value: known.place ?? '' },
    { label: '检查时间', value: known.arrivedAt === undefined ? '' : `${momentText(known.arrivedAt)}至${momentText(known.leftAt)}` },
    { label: '检查人员', value: inspectorsOf(context).join('\n') },
    { label: '出示证件', value: known.certificatesShown === true ? '检查人员已出示执法证件并说明来意' : '' },
    { label: '联合检查部门', value: known.departments ?? '' },
  ]
}

function tablesOf(context: DocumentContext): readonly DocumentBlock[] {
  const known = factsOf(context)
  return checklistsOf(context.matter, known).map((list) => {
    const rows = answersOf([list], (known.results ?? []).filter((row) => isOf(row, list)))
    return {
      kind: 'grid', caption: `${list.name}（${list.version}版）`, columns: COLUMNS,
      rows: rows.map(({ row, item }, index) => [
        { text: String(index + 1) }, { text: `${item?.isKey === true ? '*' : ''}${item?.says ?? row.itemId ?? ''}` }, { text: item === undefined ? '' : formatCitation(item.basis) },
        { text: row.answer === undefined ? '' : ANSWERS[row.answer] },
        { text: [(row.found ?? '').replace(/[。；]+$/u, ''), row.measured === undefined ? '' : `${item?.measured?.label ?? '实测'} ${row.measured}${item?.measured?.unit ?? ''}`, evidenceText(row.evidenceIds)].filter((said) => said !== '').join('；') },
      ]),
    }
  })
}

const hasKeyItems = (context: DocumentContext): boolean => checklistsOf(context.matter, factsOf(context)).some((list) => list.items.some((item) => item.isKey))

const evidenceText = (ids: readonly string[] | undefined): string => (ids === undefined || ids.length === 0 ? '' : `附证据 ${ids.length} 件`)

function resultOf(context: DocumentContext): string {
  const { visitResult } = factsOf(context)
  return visitResult === undefined ? '' : VISIT_RESULTS[visitResult]
}

/** What the inspected unit does with the record of a food inspection (food inspection measures, Art 39 and 48). */
function postingOf(context: DocumentContext): readonly DocumentBlock[] {
  const isFood = objectTypesOf(factsOf(context).checklistIds).includes('food') && context.matter.lawOn >= FOOD_MEASURES_FROM
  return isFood ? [paragraph(`检查结果对消费者有重要影响的，被检查单位应当依照${lawFor(context, 'publication')}，在经营场所醒目位置张贴或者公开展示本记录表，并保持至下次监督检查。`)] : []
}

function signingOf(context: DocumentContext): readonly DocumentBlock[] {
  const { signing, signerRole, signatureEvidenceId, refusalReason, witnessName } = factsOf(context)
  const picture = context.signatures?.get(signatureEvidenceId ?? '')
  if (signing === 'refused') {
    return [paragraph(`被检查单位未签字盖章，原因：${asSentence(refusalReason ?? '')}${witnessName === undefined ? '已采取录音、录像、拍照等方式记录。' : `见证人：${witnessName}。`}`)]
  }
  const said = paragraph('以上记录经被检查单位核对无误。')
  return picture === undefined ? [said] : [said, { kind: 'pictures', pictures: [{ caption: `被检查单位签字（${signerRole ?? '负责人'}）`, ...picture }] }]
}

function signatureLines(context: DocumentContext): readonly string[] {
  const { signing, signatureEvidenceId, witnessName } = factsOf(context)
  const isSignedByHand = context.signatures?.has(signatureEvidenceId ?? '') === true
  return [
    ...(signing === 'signed' && !isSignedByHand ? ['被检查单位负责人（签字或者盖章）：'] : []),
    ...(witnessName === undefined ? [] : ['见证人（签字）：']),
    ...(factsOf(context).inspectors ?? []).map(() => '检查人员（签字）：'),
  ]
}
