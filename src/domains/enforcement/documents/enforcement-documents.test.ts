import { describe, expect, test } from 'vitest'
import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import type { Facts } from '../../../engines/procedure/matter.ts'
import { createPdfRenderer } from '../../../platform/pdf/render.ts'
import { textOfPdf } from '../../../platform/pdf/fixtures/text-of-pdf.ts'
import { CASE_FACTS, LEAD_FACTS, MEASURE_FACTS, SPOT_FACTS, contextOf } from '../fixtures/paper-context.ts'
import { enforcementProcedures } from '../index.ts'
import { APPEAL_FACTS, GAINS_FACTS, REVIEW_FACTS, TRANSFER_FACTS } from '../fixtures/further-paper-facts.ts'
import { enforcementDocuments } from './index.ts'

function templateOf(id: string): DocumentTemplate {
  const found = enforcementDocuments.find((template) => template.id === id)
  if (found === undefined) throw new Error(`no template ${id}`)
  return found
}

function textIn(id: string, context: DocumentContext): string {
  return [templateOf(id).addressee(context), ...templateOf(id).blocks(context).map((block) => {
    switch (block.kind) {
      case 'paragraph': case 'heading': return block.text
      case 'table': return block.rows.map((row) => `${row.label}：${row.value}`).join('\n')
      case 'grid': return [block.caption, ...block.rows.map((row) => row.map(({ text }) => text).join('|'))].join('\n')
      case 'signatures': return block.lines.join('\n')
      case 'pictures': return block.pictures.map(({ caption }) => caption).join('\n')
    }
  })].join('\n')
}

const onCase = (more: Facts = {}): DocumentContext => contextOf('penalty-case', { ...CASE_FACTS, ...more })

describe('documents of enforcement', () => {
  test('are exactly those that the steps of the procedures issue', () => {
    const issued = enforcementProcedures.flatMap((procedure) => Object.values(procedure.steps)).flatMap((step) => step.documents ?? [])
    expect(new Set(issued)).toEqual(new Set(enforcementDocuments.map(({ id }) => id)))
  })

  test('leave no gap where a fact should stand', () => {
    for (const template of enforcementDocuments) {
      for (const context of [onCase(), contextOf('lead', LEAD_FACTS), contextOf('measure', MEASURE_FACTS), contextOf('simple-case', SPOT_FACTS), contextOf('crime-transfer', TRANSFER_FACTS), onCase(GAINS_FACTS), contextOf('appeal-response', APPEAL_FACTS), contextOf('file-review', REVIEW_FACTS), contextOf('penalty-case', {})]) {
        expect(textIn(template.id, context), template.id).not.toMatch(/undefined|null|NaN|\[object/)
      }
    }
  })
})

describe('the penalty decision (provisions, Art 62)', () => {
  const text = textIn('penalty-decision', onCase())

  test.each([
    ['the party', '当事人：示例食品店'], ['the facts', '现已查明：当事人销售超过保质期的糕点二十盒。'], ['the evidence', '1|书证|进货票据|当事人提供|2026年5月12日'], ['the defence and whether it was taken up', '当事人提出：经营困难，请求从轻。经复核，没有法定从轻情节。对当事人的意见，我局不予采纳。'],
    ['the penalties', '（一）没收违法所得1,200元（大写：人民币壹仟贰佰元整）；'], ['their basis', '依据《中华人民共和国食品安全法》第一百二十四条的规定'], ['how and until when to pay', '请自收到本决定书之日起15日内'], ['the late fee', '每日按罚款数额的百分之三加处罚款'],
    ['the ways of appeal', '60日内依法向某某区人民政府申请行政复议，也可以在6个月内依法向有管辖权的人民法院提起行政诉讼'], ['that it will be public', '向社会公示'],
  ])('states %s', (_what, says) => {
    expect(text).toContain(says)
  })

  test('says so where the party neither spoke nor asked for a hearing', () => {
    expect(textIn('penalty-decision', onCase({ statementText: undefined, heldOn: undefined }))).toContain('当事人在法定期限内未提出陈述、申辩意见，也未要求听证。')
  })
})

test.each([
  ['a correction', { decisionNote: '本决定书更正原决定书。', isDecisionChanged: false }, '本次更正不影响原决定书告知的行政复议、行政诉讼途径和期限', false],
  ['a change by others', { decisionNote: '本决定书变更原决定书。', isDecisionChanged: true, changeGround: 'reconsideration' }, '按照该决定书、判决书告知的途径和期限', false],
  ['a change of the bureau’s own', { decisionNote: '本决定书变更原决定书。', isDecisionChanged: true, changeGround: 'own' }, '60日内依法向', true],
])('%s says which way of appeal is open', (_what, facts, says, isOpen) => {
  const text = textIn('penalty-decision', onCase(facts))
  expect(text).toContain(facts.decisionNote)
  expect(text).toContain(says)
  expect(text.includes('6个月内依法向有管辖权的人民法院')).toBe(isOpen)
})

test('a hearing put off tells the old date; the papers of its course name ground and article', () => {
  expect(textIn('hearing-notice', onCase({ hearingNoticeNote: '原定于2026年7月14日举行的听证改期。' }))).toContain('原定于2026年7月14日举行的听证改期。')
  expect(textIn('hearing-suspension-notice', onCase({ hearingSuspensionGround: 'force-majeure', hearingSuspensionNote: '道路中断' }))).toMatch(/“当事人因不可抗力无法参加听证”的情形：道路中断。依据《[^》]+》第二十六条/u)
  expect(textIn('hearing-termination-notice', onCase({ hearingEndGround: 'withdrawn' }))).toContain('“当事人撤回听证申请或者明确放弃听证权利”')
  expect(textIn('hearing-third-party-notice', onCase({ thirdParties: [{ name: '示例供货商', interest: '供货者', way: 'applied' }] }))).toMatch(/^示例供货商\n/u)
})

describe('the notice', () => {
  test('tells of the hearing only where it is offered', () => {
    expect(textIn('penalty-notice', onCase({ offersHearing: true }))).toContain('有权要求举行听证。要求听证的，请在收到本告知书之日起5个工作日内提出')
    expect(textIn('penalty-notice', onCase({ offersHearing: false }))).not.toContain('听证')
  })
})

describe('the papers of a measure', () => {
  test('list the goods with quantity, value and place', () => {
    const text = textIn('seizure-decision', contextOf('measure', MEASURE_FACTS))
    expect(text).toContain('1|示例糕点|500克/盒|20盒|1,600元|本局仓库')
    expect(text).toContain('予以扣押')
    expect(text).toContain('起30日')
  })

  test('are the notice of preservation or the decision of seizure, never both', () => {
    const [seizure, preservation] = ['seizure-decision', 'preservation-notice'].map(templateOf)
    for (const measureKind of ['preservation', 'sealing', 'seizure']) expect([seizure?.isNeeded?.({ measureKind }), preservation?.isNeeded?.({ measureKind })].filter((needed) => needed === true)).toHaveLength(1)
  })
})

test('a transfer names the body, the papers and the law; its copy goes to the procuratorate', () => {
  const context = contextOf('crime-transfer', TRANSFER_FACTS)
  expect(textIn('crime-transfer-letter', context)).toMatch(/^某某区公安局\n[^]*第二十七条[^]*随案材料：涉嫌犯罪案件移送书；涉案物品清单。/u)
  expect(textIn('crime-transfer-copy', context)).toMatch(/^某某区人民检察院\n/u)
})

test('the sheet of illegal gains shows each row with its article and what may be confiscated', () => {
  const text = textIn('illegal-gains-sheet', onCase(GAINS_FACTS))
  expect(text).toContain('2|原材料、商品购进价款|糕点进货|1,800元|扣除|第五条')
  expect(text).toContain('违法所得：1,200元')
  expect(text).toContain('可以没收：1,000元')
})

test('the reply goes to the reviewing body and is called an answer in court', () => {
  expect(textIn('appeal-reply', contextOf('appeal-response', APPEAL_FACTS))).toMatch(/^某某区人民政府\n[^]*现对申请人示例食品店[^]*答复如下/u)
  expect(textIn('appeal-reply', contextOf('appeal-response', { ...APPEAL_FACTS, way: 'litigation' }))).toContain('答辩如下')
  expect(textIn('appeal-exhibit-list', contextOf('appeal-response', APPEAL_FACTS))).toContain('1|现场笔录|货架上有过期糕点|2026年5月6日')
})

test('the report of a review counts by office; the record of the draw tells how to repeat it', () => {
  const context = contextOf('file-review', REVIEW_FACTS)
  expect(textIn('file-review-report', context)).toContain('乙监管所|1|95|0|0|0|1')
  expect(textIn('file-draw-record', context)).toMatch(/2\|处罚案〔2026〕2号\|(?:01ff){4} (?:01ff){4} [^]*HMAC-SM3/u)
})

test('every document prints as PDF with its number', async () => {
  const renderer = createPdfRenderer()
  const context = onCase()
  for (const template of enforcementDocuments) {
    const own = template.id.startsWith('case-filing') || template.id.startsWith('case-not') ? contextOf('lead', LEAD_FACTS) : ['seizure-decision', 'preservation-notice', 'measure-extension-decision', 'measure-release-decision', 'goods-return-list'].includes(template.id) ? contextOf('measure', MEASURE_FACTS) : context
    const bytes = await renderer.render({ layout: template.layout ?? 'form', bureauName: own.bureauName, title: template.title, number: own.number, addressee: template.addressee(own), blocks: template.blocks(own), issuedOn: own.issuedOn, isSynthetic: true })
    expect(textOfPdf(bytes).join(''), template.id).toContain('〔2026〕1号')
  }
})
