import { describe, expect, test } from 'vitest'
import { holidaySchedules } from '../../law/holidays/schedules.ts'
import type { AnyProcedure } from '../engines/procedure/definition.ts'
import type { DocumentBlock, DocumentContext, DocumentTemplate } from '../engines/procedure/document.ts'
import { tellExample } from '../engines/procedure/example.ts'
import type { Example } from '../engines/procedure/example.ts'
import { accountsNamed } from '../engines/procedure/facts.ts'
import { LAW_IN_FORCE } from '../engines/procedure/services.ts'
import { dateInShanghai } from '../kernel/calendar-date.ts'
import { createWorkingCalendar } from '../kernel/working-calendar.ts'
import { examplesByProcedure } from './examples.ts'
import { documentTemplates, procedures } from './index.ts'

const under = { law: LAW_IN_FORCE, calendar: createWorkingCalendar(holidaySchedules) }

type Issued = Readonly<{ id: string; story: string; texts: readonly string[]; blocks: readonly DocumentBlock[] }>

/** Every document that a story issues, with the matter as it stood after the step. */
function issuedBy(procedure: AnyProcedure, example: Example): readonly Issued[] {
  return example.steps.flatMap((taken, index) => {
    const ids = taken.refused === undefined ? procedure.steps[taken.step]?.documents ?? [] : []
    if (ids.length === 0) return []
    // The names of examples are English; a matter has a Chinese title.
    const { matter } = tellExample(procedure, { ...example, name: '示例食品店涉嫌违法案', steps: example.steps.slice(0, index + 1) }, under)
    const context: DocumentContext = {
      matter: { ...matter, subjectName: matter.subjectName ?? '示例商行' }, facts: matter.facts, procedureName: procedure.name, bureauName: '某某区市场监督管理局', officeName: '某某市场监督管理所', officerName: '周示例',
      parties: [{ role: 'complainant', name: '钱某某', address: '某镇某村1号', phone: '10000000000' }, { role: 'respondent', name: null, address: null, phone: null }, { role: 'reporter', name: '孙某某', address: null, phone: null }, { role: 'caller', name: '李某某', address: null, phone: null }],
      issuedOn: dateInShanghai(matter.steps.at(-1)?.at ?? matter.openedAt), number: '某市监〔2026〕1号',
      people: new Map(accountsNamed(procedure.facts, matter.facts).map((id) => [id, { name: '吴示例', officeId: 'office', certificate: { no: '示001', validUntil: '2099-12-31' }, legalQualificationNo: null }])),
      dueOnOf: (kind) => {
        const due = matter.clocks.findLast((clock) => clock.kind === kind)?.due
        return due?.status === 'determined' ? due.dueOn : null
      },
      labelOf: (fact) => {
        const value = matter.facts[fact]
        return typeof value === 'string' ? procedure.facts[fact]?.choices?.[value] ?? value : ''
      },
    }
    return documentTemplates.filter((template) => ids.includes(template.id) && template.isNeeded?.(matter.facts) !== false).map((template) => printedBy(template, context, example.name))
  })
}

function printedBy(template: DocumentTemplate, context: DocumentContext, story: string): Issued {
  const blocks = template.blocks(context)
  return { id: template.id, story, blocks, texts: [template.title, template.addressee(context), ...blocks.flatMap(textsOf)] }
}

function textsOf(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph': case 'heading': return [block.text]
    case 'table': return block.rows.flatMap(({ label, value }) => [label, value])
    case 'grid': return [block.caption, ...block.columns.map(({ title }) => title), ...block.rows.flat().map(({ text }) => text)]
    case 'signatures': return block.lines
    case 'pictures': return block.pictures.map(({ caption }) => caption)
  }
}

const ALL: readonly Issued[] = procedures.flatMap((procedure) => (examplesByProcedure.get(procedure.id) ?? []).flatMap((example) => issuedBy(procedure, example)))

/** What people wrote into the example stands as they wrote it, such as the seed of a draw. */
const WRITTEN_BY_PEOPLE = /随机种子|版）$/u

const found = (fault: RegExp): readonly string[] => [...new Set(ALL.flatMap(({ id, texts }) => texts.filter((text, index) => fault.test(text) && !WRITTEN_BY_PEOPLE.test(text) && !WRITTEN_BY_PEOPLE.test(texts[index - 1] ?? '')).map((text) => `${id}: ${text}`)))]

describe('the documents of all examples', () => {
  test('are nearly all that there are', () => {
    expect(new Set(ALL.map(({ id }) => id)).size).toBeGreaterThan(documentTemplates.length * 0.9)
  })

  test.each([
    ['a date in the form of machines', /\d{4}-\d{2}-\d{2}/u],
    ['a key of the program', /(?<![A-Za-z])[a-z]{3,}(?:-[a-z]+)+|[a-z]+[A-Z][a-z]+|undefined|null|NaN|\[object/u],
    ['doubled punctuation', /[。；，、：！？]{2,}|（）|“”|《》|（（|））/u],
    ['an article cited without its instrument', /[据照]的规定|[据照]和《/u],
    ['the same sentence twice', /([^。；：，、\n]{12,}。).*\1/u],
    ['words said twice', /(\p{Script=Han}{2,8}[，：])\1/u],
    ['an amount in digits alone where the party pays', /罚没款合计[\d,.]+元(?!（大写)/u],
  ])('show nowhere %s', (_what, fault) => {
    expect(found(fault)).toEqual([])
  })

  test('say no sentence in two paragraphs', () => {
    const twice = ALL.flatMap(({ id, blocks }) => {
      const sentences = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.split(/(?<=[。；])/u) : [])).map((sentence) => sentence.trim()).filter((sentence) => sentence.length >= 16)
      return sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index).map((sentence) => `${id}: ${sentence}`)
    })
    expect([...new Set(twice)]).toEqual([])
  })

  test('have no column too narrow for its head of two characters', () => {
    // 156 mm of text, 4 pt of space on both sides of a cell, letters of 10.5 pt.
    const MM_PER_PT = 25.4 / 72
    const narrow = ALL.flatMap(({ id, blocks }) => blocks.flatMap((block) => (block.kind === 'grid' ? block.columns : []).filter((column, _, all) => {
      const width = (156 * column.share) / all.reduce((sum, { share }) => sum + share, 0)
      return width - 8 * MM_PER_PT < Math.min(2, column.title.length) * 10.5 * MM_PER_PT
    }).map(({ title }) => `${id}: ${title}`)))
    expect([...new Set(narrow)]).toEqual([])
  })
})
