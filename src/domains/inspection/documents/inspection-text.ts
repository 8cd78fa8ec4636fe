import { dateInShanghai, formatDate } from '../../../kernel/calendar-date.ts'
import { formatCitation } from '../../../kernel/citation.ts'
import type { DocumentBlock, DocumentContext } from '../../../engines/procedure/document.ts'
import { namedChecklists, findChecklist } from '../checklists/checklists.ts'
import { dutyFor } from '../inspection/duties.ts'
import type { Duty } from '../inspection/duties.ts'
import type { InspectionFacts } from '../inspection/answers.ts'

export function paragraph(text: string): DocumentBlock {
  return { kind: 'paragraph', text }
}

/** The facts of an inspection, as its own steps have read them. */
export function factsOf({ facts }: DocumentContext): InspectionFacts {
  return facts
}

/** 《…》第…条 for what is inspected, in the law of the matter's day. */
export function lawFor(context: DocumentContext, duty: Duty): string {
  return formatCitation(dutyFor(duty, context.matter, factsOf(context).checklistIds))
}

export function subjectOf({ matter }: DocumentContext): string {
  return matter.subjectName ?? '被检查单位'
}

/** 姓名（执法证号） of every inspector. */
export function inspectorsOf(context: DocumentContext): readonly string[] {
  return (factsOf(context).inspectors ?? []).map((id) => {
    const person = context.people?.get(id)
    return person === undefined ? '' : `${person.name}（执法证号 ${person.certificate?.no ?? '　　　　'}）`
  }).filter((said) => said !== '')
}

/** What is inspected, in words: the checklists by name, else the items of the list. */
export function scopeOf(context: DocumentContext): string {
  const { checklistIds, itemCodes, planTask } = factsOf(context)
  const names = namedChecklists(checklistIds).flatMap((id) => findChecklist(id)?.name ?? [])
  return [names.join('、'), itemCodes === undefined ? '' : `抽查事项 ${itemCodes}`, names.length === 0 ? planTask ?? '' : ''].filter((said) => said !== '').join('；') || '依法监督检查'
}

/** 2026年6月1日9时30分 */
export function momentText(at: string | undefined): string {
  if (at === undefined) return ''
  const inShanghai = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  return `${formatDate(dateInShanghai(at))}${Number(inShanghai.slice(11, 13))}时${inShanghai.slice(14, 16)}分`
}

/** Without a full stop the sentence that follows would run on. */
export function asSentence(text: string): string {
  return /[。！？；.!?]$/u.test(text) ? text : `${text}。`
}
