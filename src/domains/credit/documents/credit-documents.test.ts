import { describe, expect, test } from 'vitest'
import { holidaySchedules } from '../../../../law/holidays/schedules.ts'
import type { AnyProcedure } from '../../../engines/procedure/definition.ts'
import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { tellExample } from '../../../engines/procedure/example.ts'
import type { Example } from '../../../engines/procedure/example.ts'
import type { Matter } from '../../../engines/procedure/matter.ts'
import { LAW_IN_FORCE } from '../../../engines/procedure/services.ts'
import { dateInShanghai } from '../../../kernel/calendar-date.ts'
import { createWorkingCalendar } from '../../../kernel/working-calendar.ts'
import { textOfPdf } from '../../../platform/pdf/fixtures/text-of-pdf.ts'
import { createPdfRenderer } from '../../../platform/pdf/render.ts'
import { creditExamples } from '../examples.ts'
import { exitCases } from '../fixtures/exit-cases.ts'
import { listCases } from '../fixtures/list-cases.ts'
import { repairCases } from '../fixtures/repair-cases.ts'
import { seriousCases } from '../fixtures/serious-cases.ts'
import { creditDocuments, creditProcedures } from '../index.ts'

const under = { law: LAW_IN_FORCE, calendar: createWorkingCalendar(holidaySchedules) }

type Issued = Readonly<{ template: DocumentTemplate; context: DocumentContext; procedure: AnyProcedure }>

function contextOf(procedure: AnyProcedure, matter: Matter, at: string): DocumentContext {
  return {
    matter, facts: matter.facts, parties: [{ role: 'company', name: '示例法人', address: null, phone: null }], procedureName: procedure.name, bureauName: '某某区市场监督管理局', officeName: '信用监督管理科', officerName: '周某',
    issuedOn: dateInShanghai(at), number: '某市监〔2026〕1号', dueOnOf: (kind) => { const due = matter.clocks.findLast((clock) => clock.kind === kind)?.due; return due?.status === 'determined' ? due.dueOn : null },
    labelOf: (fact) => { const value = matter.facts[fact]; return typeof value === 'string' ? procedure.facts[fact]?.choices?.[value] ?? value : '' },
  }
}

/** Every document that a story issues, with the matter as it stood after the step. */
function issuedBy(procedure: AnyProcedure, example: Example): readonly Issued[] {
  return example.steps.flatMap((taken, index): readonly Issued[] => {
    const documents = taken.refused === undefined ? procedure.steps[taken.step]?.documents ?? [] : []
    if (documents.length === 0) return []
    const { matter } = tellExample(procedure, { ...example, steps: example.steps.slice(0, index + 1) }, under)
    const at = matter.steps.at(-1)?.at ?? matter.openedAt
    return documents.flatMap((id) => creditDocuments.filter((template) => template.id === id).map((template) => ({ template, procedure, context: contextOf(procedure, matter, at) })))
  })
}

const caseExamples = [...listCases, ...seriousCases, ...repairCases, ...exitCases].filter(({ cure, mend, mendAt }) => cure !== undefined || mend !== undefined || mendAt !== undefined).map((told) => ({
  procedure: told.procedure,
  example: { name: told.guard, receivedAt: told.receivedAt, facts: told.facts, ends: { state: '', clocks: {} }, steps: [...(told.before ?? []), ...(told.cure ?? []), { ...told.refused, at: told.mendAt ?? told.refused.at, input: { ...told.refused.input, ...told.mend }, ...(told.related === undefined ? {} : { related: told.related }) }] },
}))
const stories = [...creditExamples.flatMap(([procedure, examples]) => examples.map((example) => ({ procedure, example }))), ...caseExamples]
const ALL: readonly Issued[] = stories.flatMap(({ procedure: id, example }) => {
  const procedure = creditProcedures.find((known) => known.id === id)
  return procedure === undefined ? [] : issuedBy(procedure, example)
})

const textOf = ({ template, context }: Issued): string => template.blocks(context).map((block) => {
  switch (block.kind) {
    case 'paragraph': case 'heading': return block.text
    case 'table': return block.rows.map((row) => `${row.label}：${row.value}`).join('\n')
    case 'grid': case 'pictures': case 'signatures': return ''
  }
}).join('\n')

describe('letters of lists, repair and exit', () => {
  test('are each issued in some story, with a series of their own', () => {
    expect(creditDocuments.map(({ id }) => id).filter((id) => !ALL.some(({ template }) => template.id === id))).toEqual([])
    expect(new Set(creditDocuments.map(({ series }) => series)).size).toBe(creditDocuments.length)
  })

  test('say whole sentences: nothing undefined, no two full stops, no empty bracket, and an addressee', () => {
    for (const issued of ALL) {
      const text = textOf(issued)
      expect(text, issued.template.id).not.toMatch(/undefined|null|NaN|。。|（）|：。|《》/u)
      expect(issued.template.addressee(issued.context), issued.template.id).toMatch(/\p{Script=Han}/u)
    }
  })

  test('name the law: every decision cites an article, and tells what may be done against it', () => {
    for (const issued of ALL.filter(({ template }) => template.title.endsWith('决定书') && !template.id.endsWith('-removal-decision'))) expect(textOf(issued), issued.template.id).toMatch(/《[^》]+》第[一二三四五六七八九十百]+条/u)
    for (const id of ['abnormal-listing-decision', 'serious-listing-decision', 'repair-refusal', 'forced-decision']) expect(ALL.filter(({ template, context }) => template.id === id && context.issuedOn >= '2024-01-01').map(textOf).filter((text) => !text.includes('60日') || !text.includes('行政复议'))).toEqual([])
  })

  test('hold what article 5 of the list measures and article 3 of the deregistration measures demand', () => {
    const listing = ALL.find(({ template }) => template.id === 'abnormal-listing-decision')
    for (const word of ['示例商贸有限公司', '91990001MA00000000', '2026年7月10日', '未按规定期限公示年度报告', '某某区市场监督管理局']) expect(listing === undefined ? '' : textOf(listing)).toContain(word)
    const announcement = ALL.find(({ template }) => template.id === 'forced-announcement')
    for (const word of ['示例贸易有限公司', '周例一', '被吊销营业执照', '第二百四十一条', '90日', '2026年2月8日', '异议']) expect(announcement === undefined ? '' : textOf(announcement)).toContain(word)
  })

  test.each(['abnormal-listing-decision', 'serious-listing-decision', 'repair-decision', 'forced-announcement'])('%s is printed as it reads', async (id) => {
    const issued = ALL.find(({ template }) => template.id === id)
    if (issued === undefined) throw new Error(id)
    const { template, context } = issued
    const bytes = await createPdfRenderer().render({
      layout: 'official-letter', bureauName: context.bureauName, title: template.title, number: context.number, addressee: template.addressee(context), blocks: template.blocks(context), issuedOn: context.issuedOn, officerLine: '承办：信用监督管理科', isSynthetic: true,
    })
    expect(textOfPdf(bytes).join('').replaceAll(/\s/gu, '')).toContain(template.title)
  })
})
