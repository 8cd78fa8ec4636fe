import { describe, expect, it } from 'vitest'
import type { DocumentContext } from '../../../engines/procedure/document.ts'
import { createPdfRenderer } from '../../../platform/pdf/render.ts'
import { textOfPdf } from '../../../platform/pdf/fixtures/text-of-pdf.ts'
import { checklistOn } from '../checklists/checklists.ts'
import { inspection } from '../inspection/procedure.ts'
import { inspectionDocuments } from './documents.ts'

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const HOLDER = { officeId: 'o', legalQualificationNo: null }
const FACTS = {
  inspectors: ['a', 'b'], isAnnounced: true, checklistIds: 'product-seller', planTask: '年度抽查', drawNumber: '抽取〔2026〕3号', noticeText: '请准备进货凭证', place: '示例路18号',
  arrivedAt: '2026-05-12T01:30:00.000Z', leftAt: '2026-05-12T02:40:00.000Z', certificatesShown: true, visitResult: 'ordered-to-correct', signing: 'signed', signatureEvidenceId: 's', signerRole: '店长',
  results: [{ checklistId: 'product-seller', itemId: 'keeping', answer: 'fault', found: '纸箱受潮', evidenceIds: ['1'] }, { checklistId: 'product-seller@2021-01-01', itemId: 'adulteration', answer: 'conforms' }],
  visitedOn: '2026-05-12', rectificationItems: '改善仓储条件', rectifyBy: '2026-05-29',
}

function contextWith(more: Readonly<Record<string, unknown>> = {}): DocumentContext {
  const facts = { ...FACTS, ...more }
  return {
    matter: {
      id: 'm', district: '990001', procedure: 'inspection', number: '检查〔2026〕15号', title: '检查', state: 'visited', channel: 'draw', subjectName: '示例商行', officeId: 'o', receivedAt: '2026-05-06T01:00:00.000Z',
      openedAt: '2026-05-06T01:00:00.000Z', lawOn: '2026-05-06', facts, clocks: [], steps: [], recused: [], synthetic: true, version: 3,
    },
    facts, parties: [], procedureName: '监督检查', bureauName: '某某区市场监督管理局', officeName: '某某所', officerName: '示例甲', issuedOn: '2026-05-12', number: '某市监检〔2026〕9号', dueOnOf: () => null, labelOf: () => '',
    people: new Map([['a', { ...HOLDER, name: '示例甲', certificate: { no: '示例001', validUntil: '2030-01-01' } }], ['b', { ...HOLDER, name: '示例乙', certificate: { no: '示例002', validUntil: '2030-01-01' } }]]),
    signatures: new Map([['s', { bytes: PIXEL, mediaType: 'image/png' }]]),
  }
}

async function printedText(id: string, context: DocumentContext): Promise<string> {
  const template = inspectionDocuments.find((each) => each.id === id)
  if (template === undefined) throw new Error(`no template ${id}`)
  const pages = textOfPdf(await createPdfRenderer().render({
    layout: template.layout ?? 'official-letter', bureauName: context.bureauName, title: template.title, number: context.number, addressee: template.addressee(context), blocks: template.blocks(context),
    issuedOn: context.issuedOn, isSynthetic: false,
  }))
  return pages.join('').replaceAll(/\s|— \d+ —/gu, '')
}

describe('papers of an inspection', () => {
  it('are exactly those that its steps issue', () => {
    expect(new Set(Object.values(inspection.steps).flatMap((step) => step.documents ?? []))).toEqual(new Set(inspectionDocuments.map(({ id }) => id)))
  })

  it('the record of a food inspection says that it is to be posted, and until when; others do not', async () => {
    const duty = '依照《食品生产经营监督检查管理办法》第三十九条，在经营场所醒目位置张贴或者公开展示本记录表，并保持至下次监督检查'
    expect(await printedText('inspection-record', contextWith({ checklistIds: 'food-operator', results: [] }))).toContain(duty)
    expect(await printedText('inspection-record', contextWith())).not.toContain('张贴')
  })

  it('the record shows the officers with their certificates, each answer with its article, the result and the signature', async () => {
    const said = await printedText('inspection-record', contextWith())
    for (const part of ['示例甲（执法证号示例001）', '示例乙（执法证号示例002）', '2026年5月12日9时30分至2026年5月12日10时40分', '采取措施保持销售产品的质量', '纸箱受潮；附证据1件', '*没有掺杂、掺假', '检查结果：发现问题已责令改正', '被检查单位签字（店长）', '《中华人民共和国产品质量法》第三十四条']) expect(said).toContain(part)
    expect(checklistOn('product-seller', '2026-05-06')?.version).toBe('2023-07-20')
  })

  it('the record of a refusal bears the reason and the witness and no signature of the unit', async () => {
    const said = await printedText('inspection-record', contextWith({ signing: 'refused', refusalReason: '店长认为无须签字', witnessName: '见证人甲', signatureEvidenceId: undefined }))
    expect(said).toContain('被检查单位未签字盖章，原因：店长认为无须签字。见证人：见证人甲。')
    expect(said).not.toContain('核对无误')
  })

  it('the notice names source, period, officers and the right to refuse officers without certificates', async () => {
    const said = await printedText('inspection-notice', contextWith({ plannedFrom: '2026-05-06', plannedUntil: '2026-06-30' }))
    for (const part of ['检查计划“年度抽查”、随机抽取（抽取〔2026〕3号）', '自2026年5月6日至2026年6月30日', '《市场监督管理行政处罚程序规定》第二十二条', '未出示执法证件的，你单位有权拒绝检查', '请准备进货凭证。']) expect(said).toContain(part)
  })

  it('the order names the date, the items and the article of what was inspected', async () => {
    const said = await printedText('rectification-order', contextWith({ checklistIds: 'food-operator' }))
    for (const part of ['《食品生产经营监督检查管理办法》第三十三条', '在2026年5月29日前改正下列事项：', '改善仓储条件。']) expect(said).toContain(part)
  })
})
