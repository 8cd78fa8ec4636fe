import { epochOf, instantFromEpoch } from '../src/kernel/calendar-date.ts'
import { identifierFrom } from '../src/kernel/identifier.ts'
import type { Matter, MatterEvent, PartyNote } from '../src/engines/procedure/matter.ts'
import { contactKey } from '../src/engines/procedure/open-matter.ts'
import type { PartyEntry } from '../src/engines/procedure/open-matter.ts'
import { clockRow, eventRows, matterRow } from '../src/engines/procedure/rows.ts'
import { auditEventRow, pendingRow } from '../src/platform/ledger/record.ts'
import type { AttachmentNote } from '../src/engines/procedure/matter.ts'
import type { WorkingCalendar } from '../src/kernel/working-calendar.ts'
import type { Chance } from './chance.ts'
import { rowBuffer } from './copy-rows.ts'
import type { Row, RowBuffer } from './copy-rows.ts'
import { createPublicationBoard } from './publication-board.ts'
import type { PublicationBoard } from './publication-board.ts'

export type IssuedDocument = Readonly<{
  id: string; template: string; title: string; number: string; audience: string; series: string; year: number; serial: number; at: string; issuedBy: string
}>

/** Takes what happens to matters as rows of their tables. */
export type MatterSink = Readonly<{
  nextSerial: (series: string, year: number) => number
  events: (matter: Matter, events: readonly MatterEvent[], after: number, chance: Chance) => void
  party: (matter: Matter, entry: PartyEntry, salt: string, note: PartyNote) => void
  /** With the facts of the matter as they stood when it was issued. */
  document: (matter: Matter, document: IssuedDocument, withdrawn: Readonly<{ at: string; reason: string }> | null) => void
  link: (matter: Matter, to: Readonly<{ other: string; kind: string; reason: string }>, by: Readonly<{ at: number; actor: string; chance: Chance }>) => void
  attachment: (matter: Matter, attachment: AttachmentNote, by: Readonly<{ at: string; actor: Readonly<{ id: string; name: string }> }>) => void
  /** A step somebody prepared for approval. */
  proposal: (row: Row) => void
  publications: PublicationBoard
  /** A row of a table beside those of matters, and its audit events with their leaves. */
  audit: (row: ReturnType<typeof auditEventRow>) => void
  /** The matter as it finally stands, with its clocks. */
  matter: (matter: Matter, chance: Chance) => void
  /** Adds the numbers used in each series and what is still published; call once, at the end. */
  close: () => void
  buffers: readonly RowBuffer[]
  counts: () => Readonly<{ matters: number; open: number; events: number; documents: number; publications: number; auditEvents: number }>
}>

export function createMatterSink(district: string, calendar: WorkingCalendar, bureauName: string): MatterSink {
  const tables = {
    matter: rowBuffer('matter'), event: rowBuffer('matter_event'), clock: rowBuffer('matter_clock'), link: rowBuffer('matter_link'), party: rowBuffer('party'),
    document: rowBuffer('document'), series: rowBuffer('number_series'), publication: rowBuffer('publication'),
    version: rowBuffer('publication_version'), due: rowBuffer('publication_due'), attachment: rowBuffer('attachment'), proposal: rowBuffer('step_proposal'), audit: rowBuffer('audit_event'), pending: rowBuffer('ledger_pending'),
  }
  const series = new Map<string, { series: string; year: number; last: number }>()
  const touchedAt = new Map<string, string>()
  const counts = { matters: 0, open: 0, events: 0, documents: 0, auditEvents: 0 }
  const publications = createPublicationBoard(calendar, tables, bureauName)
  return {
    buffers: Object.values(tables),
    counts: () => ({ ...counts, publications: publications.counts().made, auditEvents: counts.auditEvents + publications.counts().recorded }),
    publications,
    proposal: tables.proposal.add,
    audit: (row) => {
      tables.audit.add(row)
      tables.pending.add(pendingRow('audit_event', row))
      counts.auditEvents += 1
    },
    attachment: (matter, { id, name, mediaType, byteSize, sha256, fromParty, capture }, { at, actor }) => tables.attachment.add({
      district_code: district, id, matter_id: matter.id, name, media_type: mediaType, byte_size: byteSize, sha256, from_party: fromParty, added_at: at, added_by: actor.name, added_by_account: actor.id,
      evidence_kind: capture?.kind ?? null, captured_at: capture?.at ?? null, is_clock_corrected: capture?.isServerCorrected ?? null, checklist_item: capture?.item ?? null,
    }),
    nextSerial: (name, year) => {
      const entry = series.get(`${name} ${year}`) ?? { series: name, year, last: 0 }
      entry.last += 1
      series.set(`${name} ${year}`, entry)
      return entry.last
    },
    events: (matter, events, after, chance) => {
      const rows = eventRows(matter, events, after, chance.bytes)
      for (const row of rows) {
        tables.event.add(row)
        tables.pending.add(pendingRow('matter_event', row))
      }
      counts.events += rows.length
      touchedAt.set(matter.id, events.at(-1)?.at ?? matter.openedAt)
    },
    party: (matter, { role, name, phone, idNumber, address, email }, salt, note) => tables.party.add({
      district_code: district, id: note.id, matter_id: matter.id, role, is_confidential: note.isConfidential, name, phone, id_number: idNumber, address, email,
      contact_key: contactKey(phone), salt,
    }),
    document: (matter, document, withdrawn) => {
      const { id, template, title, number, audience, year, serial, at, issuedBy } = document
      tables.document.add({
        district_code: district, id, matter_id: matter.id, template, title, series: document.series, year, serial, number, facts: JSON.stringify(matter.facts),
        sha256: '', byte_size: 0, audience, issued_at: at, issued_by: issuedBy, withdrawn_at: withdrawn?.at ?? null, withdrawn_reason: withdrawn?.reason ?? null,
      })
      counts.documents += 1
    },
    link: (matter, to, { at, actor, chance }) => {
      if (to.kind === 'child') publications.link(matter.id, to.other)
      tables.link.add({
        district_code: district, id: identifierFrom(at, chance.bytes(10)), matter_id: matter.id, other_id: to.other, kind: to.kind, reason: to.reason,
        at: instantFromEpoch(at), actor_id: actor,
      })
    },
    matter: (matter, chance) => {
      tables.matter.add(matterRow(matter, touchedAt.get(matter.id) ?? matter.openedAt))
      touchedAt.delete(matter.id)
      for (const clock of matter.clocks) tables.clock.add(clockRow(matter, clock, identifierFrom(epochOf(clock.startedAt), chance.bytes(10))))
      counts.matters += 1
      if (matter.closedAt === undefined) counts.open += 1
    },
    close: () => {
      publications.finish()
      for (const each of series.values()) tables.series.add({ district_code: district, ...each })
    },
  }
}
