import { dateInShanghai, formatDate } from '../../../kernel/calendar-date.ts'
import { formatCitation } from '../../../kernel/citation.ts'
import { basisOn } from '../../../engines/procedure/definition.ts'
import type { Basis } from '../../../engines/procedure/definition.ts'
import { contactOf } from '../../../engines/procedure/document.ts'
import type { DocumentBlock, DocumentContext } from '../../../engines/procedure/document.ts'

export function paragraph(text: string): DocumentBlock {
  return { kind: 'paragraph', text }
}

/** A fact as text; empty where the matter holds none. */
export function textOf(context: DocumentContext, fact: string): string {
  const value = context.facts[fact]
  return typeof value === 'string' ? value.trim() : ''
}

/** The person of this role by name, or by the role alone where no name is known. */
export function nameOf(context: DocumentContext, role: string, otherwise: string): string {
  const name = context.parties.find(party => party.role === role)?.name?.trim()
  return name === undefined || name === '' ? otherwise : name
}

/** Whom the complaint or report is about, as the matter knows it. */
export function respondentName(context: DocumentContext): string {
  return context.matter.subjectName ?? (textOf(context, 'respondentName') || nameOf(context, 'respondent', '有关经营者'))
}

/** 《…》第…条 of the instrument in force for the matter; throws for a basis that is no law. */
export function instrumentFor(context: DocumentContext, basis: Basis): string {
  const citation = basisOn(basis, context.matter.lawOn)
  if (citation === null) throw new Error('a notice must cite an instrument')
  return formatCitation(citation)
}

export function receivedOn(context: DocumentContext): string {
  return formatDate(dateInShanghai(context.matter.receivedAt))
}

/** Without a full stop the sentence that follows would run on. */
export function asSentence(text: string): string {
  return /[。！？；.!?]$/u.test(text) ? text : `${text}。`
}

export function contact(context: DocumentContext): DocumentBlock {
  return paragraph(contactOf(context))
}

export const HEREBY_NOTIFIED = paragraph('特此告知。')
