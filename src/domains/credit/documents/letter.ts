import { dateInShanghai, formatDate, isCalendarDate } from '../../../kernel/calendar-date.ts'
import { formatCitation } from '../../../kernel/citation.ts'
import type { Citation } from '../../../kernel/citation.ts'
import { limitOn } from '../../../kernel/law-book.ts'
import type { RuleId } from '../../../kernel/law-book.ts'
import { formatPeriod } from '../../../kernel/period.ts'
import { contactOf } from '../../../engines/procedure/document.ts'
import type { DocumentBlock, DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'

export type LetterSpec = Readonly<{
  id: string
  title: string
  series: string
  /** The fact that names the reader. */
  toFact: string
  toOtherwise: string
  audience?: DocumentTemplate['audience']
  says: (context: DocumentContext) => readonly (DocumentBlock | string)[]
}>

/** An official letter of this domain: a string is a paragraph. */
export function letter({ id, title, series, toFact, toOtherwise, audience = 'respondent', says }: LetterSpec): DocumentTemplate {
  return {
    id, title, series, audience,
    layout: 'official-letter',
    addressee: (context) => textOf(context, toFact) || context.matter.subjectName || toOtherwise,
    blocks: (context) => says(context).map((block) => (typeof block === 'string' ? { kind: 'paragraph' as const, text: block } : block)),
  }
}

export function textOf({ facts }: DocumentContext, fact: string): string {
  const value = facts[fact]
  return typeof value === 'string' ? value.trim() : ''
}

/** A calendar date of the facts as it is printed; the day of issue where none is known. */
export function dayOf(context: DocumentContext, fact: string): string {
  const value = textOf(context, fact)
  return formatDate(isCalendarDate(value) ? value : context.issuedOn)
}

export function receivedOn({ matter }: DocumentContext): string {
  return formatDate(dateInShanghai(matter.receivedAt))
}

export const law = (citation: Citation): string => formatCitation(citation)

/** A table that leaves out what is not known. */
export function particulars(rows: readonly (readonly [string, string])[]): DocumentBlock {
  return { kind: 'table', rows: rows.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }])) }
}

/** Without a full stop the sentence that follows would run on. */
export function asSentence(text: string): string {
  return /[。！？；.!?]$/u.test(text) ? text : `${text}。`
}

/** What one may do against a decision; the days are those of the law on the day of issue. */
export function remedies({ issuedOn }: DocumentContext): string {
  const limit = limitOn('reconsideration.application', issuedOn)
  const within = limit === null ? '' : `自知道本决定之日起${formatPeriod(limit.period)}内`
  return `对本决定不服的，可以${within}依法申请行政复议，也可以依法提起行政诉讼。`
}

/** A period as the law of the matter's day gives it: '30日', '5个工作日'. Throws where that law has none, since the letter would say nothing. */
export function periodOf({ matter }: DocumentContext, rule: RuleId): string {
  const limit = limitOn(rule, matter.lawOn)
  if (limit === null) throw new Error(`no ${rule} on ${matter.lawOn}`)
  return formatPeriod(limit.period)
}

export const contact = contactOf
