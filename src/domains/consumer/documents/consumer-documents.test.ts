import { describe, expect, it } from 'vitest'
import { createPdfRenderer } from '../../../platform/pdf/render.ts'
import { textOfPdf } from '../../../platform/pdf/fixtures/text-of-pdf.ts'
import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { complaint } from '../complaint/procedure.ts'
import { report } from '../report/procedure.ts'
import { workOrder } from '../work-order/procedure.ts'
import { consumerDocuments } from './index.ts'

const CHOICES: Readonly<Record<string, string>> = {
  refusalGround: '不是为生活消费需要', terminationGround: '调解期限届满未能达成调解协议', declineGround: '初次违法且危害后果轻微并及时改正', rewardLevel: '二级举报', orderType: '咨询',
}

function contextWith(facts: Readonly<Record<string, unknown>>, lawOn = '2026-05-06'): DocumentContext {
  return {
    matter: {
      id: '0198a000-0000-7000-8000-000000000001', district: '990001', procedure: 'complaint', number: '投诉2026-000123', title: '衣物缩水', state: 'received', channel: 'portal',
      subjectName: '某某洗衣店', officeId: 'office-1', receivedAt: `${lawOn}T18:00:00.000Z`, openedAt: `${lawOn}T18:00:00.000Z`, lawOn, facts, clocks: [], steps: [], recused: [],
      synthetic: true, version: 3,
    },
    facts,
    parties: [
      { role: 'complainant', name: '钱某某', address: '某镇某村', phone: '10000000000' }, { role: 'respondent', name: null, address: null, phone: null },
      { role: 'reporter', name: '孙某某', address: null, phone: null }, { role: 'caller', name: '李某某', address: null, phone: null },
    ],
    procedureName: '投诉处理', bureauName: '某某区市场监督管理局', officeName: '某某市场监督管理所', officerName: '周某', issuedOn: '2026-05-08', number: '市监诉受〔2026〕1号',
    dueOnOf: clock => (clock === 'mediation' ? '2026-07-07' : null),
    labelOf: fact => CHOICES[fact] ?? '',
  }
}

function templateOf(id: string): DocumentTemplate {
  const found = consumerDocuments.find(template => template.id === id)
  if (found === undefined) throw new Error(`no template ${id}`)
  return found
}

const textOf = (id: string, context: DocumentContext): string => templateOf(id).blocks(context).map((block) => {
  switch (block.kind) {
    case 'paragraph': case 'heading': return block.text
    case 'table': return block.rows.map(row => `${row.label}：${row.value}`).join('\n')
    case 'signatures': return block.lines.join('\n')
    case 'pictures': return block.pictures.map(({ caption }) => caption).join('\n')
    case 'grid': return block.rows.flat().map(({ text }) => text).join('\n')
  }
}).join('\n')

describe('documents of the consumer domain', () => {
  it('are exactly those that the steps of the procedures issue', () => {
    const issued = [complaint, report, workOrder].flatMap(procedure => Object.values(procedure.steps)).flatMap(step => ('documents' in step ? step.documents ?? [] : []))
    expect(new Set(issued)).toEqual(new Set(consumerDocuments.map(template => template.id)))
  })

  it('have each a number series of their own, without the word of one district', () => {
    const series = consumerDocuments.map(template => template.series)
    expect(new Set(series).size).toBe(series.length)
    expect(series.every(word => word.startsWith('市监'))).toBe(true)
  })

  it.each(consumerDocuments.map(template => [template.id, template] as const))('%s prints what it says', async (_, template) => {
    const context = contextWith({ refusalGround: 'not-consumption', refusalReason: '购买数量明显超出生活消费', terminationGround: 'time-passed', terminationReason: '期限届满', agreementText: '退还500元', replyText: '已核实并处理', rewardInFen: 300_000, content: '衣物#缩水', demand: '退款' })
    const pages = textOfPdf(await createPdfRenderer().render({
      layout: 'official-letter', bureauName: context.bureauName, title: template.title, number: context.number, addressee: template.addressee(context), blocks: template.blocks(context),
      issuedOn: context.issuedOn, isSynthetic: false,
    }))
    const printed = pages.map(page => page.replace(/— \d+ —$/u, '')).join('').replaceAll(/\s/gu, '')
    expect(printed).toContain(template.title)
    for (const block of template.blocks(context)) if (block.kind === 'paragraph') expect(printed).toContain(block.text.replaceAll(/\s/gu, ''))
  })
})

describe('the law a notice names', () => {
  it.each([
    ['complaint-acceptance', '《市场监督管理投诉举报处理暂行办法》第十四条', '《市场监督管理投诉举报处理办法》第十五条'],
    ['complaint-refusal', '《市场监督管理投诉举报处理暂行办法》第十五条', '《市场监督管理投诉举报处理办法》第十六条第三项'],
    ['mediation-termination', '《市场监督管理投诉举报处理暂行办法》第二十一条第一款', '《市场监督管理投诉举报处理办法》第二十三条第一款第五项'],
    ['mediation-agreement', '《市场监督管理投诉举报处理暂行办法》第二十二条', '《市场监督管理投诉举报处理办法》第二十四条'],
    ['report-filing-notice', '《市场监督管理投诉举报处理暂行办法》第三十一条', '《市场监督管理投诉举报处理办法》第三十六条'],
  ])('%s cites the measures of the day of the matter', (id, before, after) => {
    const facts = { refusalGround: 'not-consumption', terminationGround: 'time-passed' }
    const older = textOf(id, contextWith(facts, '2026-04-14'))
    expect(older).toContain(before)
    expect(older).not.toContain('投诉举报处理办法')
    const newer = textOf(id, contextWith(facts, '2026-04-15'))
    expect(newer).toContain(after)
    expect(newer).not.toContain('暂行办法')
  })
})

describe('what the notices say', () => {
  it('tells the day of receipt as the clocks in China show it, and the end of mediation where it is known', () => {
    const context = contextWith({})
    expect(textOf('complaint-acceptance', context)).toContain('我局于2026年5月7日收到你关于某某洗衣店的投诉（登记编号：投诉2026-000123）')
    expect(textOf('complaint-acceptance', context)).toContain('调解期限至2026年7月7日届满')
    expect(textOf('complaint-acceptance', { ...context, dueOnOf: () => null })).not.toContain('届满')
  })

  it('gives the reason of a refusal and the other ways of Art 39', () => {
    const said = textOf('complaint-refusal', contextWith({ refusalGround: 'not-consumption', refusalReason: '购买数量明显超出生活消费' }))
    expect(said).toContain('理由：购买数量明显超出生活消费。')
    for (const way of ['《中华人民共和国消费者权益保护法》第三十九条', '协商和解', '消费者协会', '仲裁', '人民法院']) expect(said).toContain(way)
  })

  it('speaks to both parties at the end of a mediation', () => {
    expect(templateOf('mediation-termination').addressee(contextWith({}))).toBe('钱某某、某某洗衣店')
  })

  it('leaves out the mediation document when the agreement was performed or the parties waive it', () => {
    const needed = templateOf('mediation-agreement').isNeeded
    expect([{ agreementForm: 'document' }, {}, { agreementForm: 'performed' }, { agreementForm: 'waived' }].map(facts => needed?.(facts))).toEqual([true, true, false, false])
    expect(textOf('mediation-agreement', contextWith({ agreementText: '退还500元' }))).toMatch(/退还500元。[\s\S]*投诉人（签字或者盖章）[\s\S]*被投诉人（签字或者盖章）/u)
  })

  it('tells a reporter of filing, of not filing with its ground, and of a lead that fails the conditions', () => {
    expect(textOf('report-filing-notice', contextWith({}))).toContain('第十九条规定的立案条件，我局决定立案')
    const minor = textOf('report-filing-notice', contextWith({ declineGround: 'first-minor-corrected', declineReason: '已经改正' }))
    expect(minor).toContain('第二十条规定的情形：初次违法且危害后果轻微并及时改正，我局决定不予立案。理由：已经改正。')
    expect(textOf('report-filing-notice', contextWith({ declineGround: 'not-established', declineReason: '证据不足' }))).toContain('不符合《市场监督管理行政处罚程序规定》第十九条规定的立案条件，我局决定不予立案')
    expect(templateOf('report-filing-notice').isNeeded?.({ isAnonymous: true })).toBe(false)
  })

  it('names the reward in yuan and refuses to be made without an amount', () => {
    expect(textOf('reward-notice', contextWith({ rewardInFen: 312_550 }))).toContain('人民币3,125.50元')
    expect(() => textOf('reward-notice', contextWith({}))).toThrow('amount of the reward')
  })

  it('shows a caller both numbers of the work order', () => {
    expect(textOf('work-order-reply', contextWith({ outsideNo: 'WH2026-1', replyText: '已处理！' }))).toMatch(/登记编号：投诉2026-000123；12345工单编号：WH2026-1[\s\S]*已处理！\n/u)
  })
})
