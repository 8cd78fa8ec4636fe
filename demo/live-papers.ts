import { dateInShanghai, epochOf, yearOf } from '../src/kernel/calendar-date.ts'
import type { Instant } from '../src/kernel/calendar-date.ts'
import { identifierFrom } from '../src/kernel/identifier.ts'
import { documentTemplates } from '../src/domains/index.ts'
import type { Decided, Withdrawal } from '../src/engines/procedure/decide.ts'
import { documentNumber } from '../src/engines/procedure/document.ts'
import type { MatterEvent } from '../src/engines/procedure/matter.ts'
import type { Live } from './live.ts'

type Act = Readonly<{ at: Instant; actorId: string; actorName: string }>
/** The word before a document's number, and the next number of its series. */
type Numbering = Readonly<{ word: string; nextSerial: (series: string, year: number) => number }>

/** Every document template by its id. */
export const PAPER_TEMPLATES = new Map(documentTemplates.map((template) => [template.id, template]))

/** Takes back the papers that a step withdraws. */
export function withdrawPapers(live: Live, { templates: lost, reason }: Withdrawal, act: Act): readonly MatterEvent[] {
  return live.papers.filter((paper) => paper.withdrawn === null && lost.includes(paper.issued.template)).map((paper): MatterEvent => {
    paper.withdrawn = { at: act.at, reason }
    if (live.documents.get(paper.issued.template) === paper.issued.number) live.documents.delete(paper.issued.template)
    return { ...act, type: 'document-withdrawn', documentId: paper.issued.id, number: paper.issued.number, reason }
  })
}

/** Issues the papers of a step, each with the next number of its series. */
export function issuePapers(live: Live, decided: Decided, act: Act, { word, nextSerial }: Numbering): readonly MatterEvent[] {
  return decided.documents.flatMap((id): MatterEvent[] => {
    const template = PAPER_TEMPLATES.get(id)
    if (template === undefined) throw new Error(`no document template ${id}`)
    if (template.isNeeded?.(decided.matter.facts) === false) return []
    const year = yearOf(dateInShanghai(act.at))
    const serial = nextSerial(`document:${template.series}`, year)
    const number = documentNumber(`${word}${template.series}`, year, serial)
    const document = { id: identifierFrom(epochOf(act.at), live.chance.bytes(10)), template: template.id, title: template.title, number, sha256: '', audience: template.audience }
    live.documents.set(template.id, number)
    live.papers.push({ issued: { ...document, series: template.series, year, serial, at: act.at, issuedBy: act.actorName }, facts: decided.matter.facts, withdrawn: null })
    return [{ ...act, type: 'document-issued', document }]
  })
}
