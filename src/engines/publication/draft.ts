import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Matter } from '../procedure/matter.ts'
import type { Publication, PublicationContext, PublishedField } from './definition.ts'
import { NOBODY, PERSONAL_DATA, findPersonalData, maskedWords, proposeText } from './detect.ts'
import type { Known } from './detect.ts'
import { maskAddress, maskPersonName } from './redact.ts'

export type ExtractField = Readonly<{ key: string; label: string; value: string }>

/** A place in a free text that keeps it from being published; the words masked. */
export type Objection = Readonly<{ field: string; label: string; what: string; words: string; proposal: string }>

/** What the public would read, and what stands against it. */
export type Draft = Readonly<{ title: string; fields: readonly ExtractField[]; objections: readonly Objection[] }>

/** The subject as the public may read it: a registered name, or a natural person by the family name. */
export function publicContext(matter: Matter, { documents = new Map(), bureauName }: Pick<Known, 'documents' | 'bureauName'> = {}): PublicationContext {
  const name = matter.subjectName ?? ''
  return { matter, facts: matter.facts, operator: matter.subjectEntityId === undefined ? maskPersonName(name) : name, documentNo: (template) => documents.get(template) ?? null, bureauName: bureauName ?? null }
}

/** The people of a matter as the detector must know them; registered names may appear. */
export function knownOf(publication: Publication, matter: Matter, people: Known = NOBODY): Known {
  const names = new Set([...people.names, ...(publication.people?.(publicContext(matter)) ?? [])])
  const subject = matter.subjectName ?? ''
  if (matter.subjectEntityId === undefined && subject !== '') names.add(subject)
  const allowed = matter.subjectEntityId === undefined ? people.allowed : [...people.allowed, subject]
  return { ...people, names: [...names].filter((name) => Array.from(name).length > 1), allowed: allowed.filter((each) => each !== '') }
}

/**
 * The extract of a matter, field by field as declared, with the officer's wording of free texts in `edits`. Nothing but the declared
 * fields is ever read; a free text that holds personal data comes back as an objection with a proposal.
 */
export function draftOf(publication: Publication, matter: Matter, known: Known, edits: Readonly<Record<string, string>> = {}): Draft {
  const context = publicContext(matter, known)
  const objections: Objection[] = []
  const fields = Object.entries(publication.fields).flatMap(([key, field]): readonly ExtractField[] => {
    const raw = field.redaction === 'text' && Object.hasOwn(edits, key) ? edits[key] ?? '' : field.value(context)
    if (raw === null || raw.trim() === '') return []
    if (field.redaction === 'text') objections.push(...objectionsTo({ key, label: field.label }, raw, known))
    return [{ key, label: field.label, value: redacted(field, raw.trim(), matter, known) }]
  })
  return { title: publication.title(context), fields, objections }
}

/** Personal data in a text that somebody typed for the public. */
export function objectionsTo(field: Readonly<{ key: string; label: string }>, text: string, known: Known): readonly Objection[] {
  const findings = findPersonalData(text, known)
  if (findings.length === 0) return []
  const proposal = proposeText(text, findings)
  return findings.map((finding) => ({ field: field.key, label: field.label, what: PERSONAL_DATA[finding.what], words: maskedWords(text, finding), proposal }))
}

/** The refusal that names field and words, masked. */
export function refuseObjections(objections: readonly Objection[]): Refusal {
  const places = objections.slice(0, 5).map(({ label, what, words }) => `“${label}”中有${what}（${words}）`).join('；')
  return refuse({
    code: 'publication.personal-data', cite: { instrument: 'penalty-disclosure-provisions', article: '第六条' },
    says: `不能公示：${places}${objections.length > 5 ? `，等${objections.length}处` : ''}。`, do: '请将这些内容隐去或者改写后再公示。',
  })
}

function redacted({ redaction }: PublishedField, value: string, matter: Matter, known: Known): string {
  switch (redaction) {
    case 'public':
    case 'text': return value
    case 'masked-text': return proposeText(value, findPersonalData(value, known))
    case 'operator-name': return matter.subjectEntityId === undefined ? maskPersonName(value) : value
    case 'person-name': return maskPersonName(value)
    case 'area': return maskAddress(value)
  }
}
