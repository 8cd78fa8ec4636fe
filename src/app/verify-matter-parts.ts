import { isDeepStrictEqual } from 'node:util'
import type { PoolClient } from 'pg'
import type { CaptureNote, MatterEvent } from '../engines/procedure/matter.ts'
import { contactKey, partyNote } from '../engines/procedure/open-matter.ts'
import type { PartyEntry } from '../engines/procedure/open-matter.ts'
import type { LedgerVerdict } from '../platform/session/contract.ts'

type Fault = LedgerVerdict['faults'][number]
type Stored = Readonly<{ id: string; matter_id: string }>
type PartyRow = Stored & PartyEntry & Readonly<{ salt: string; isConfidential: boolean; contactKey: string | null; erasedAt: string | null }>
type DocumentRow = Stored & Readonly<{ template: string; title: string; number: string; sha256: string; audience: string; checkCode?: string | null; isWithdrawn: boolean }>
type AttachmentRow = Stored & Readonly<{
  name: string; mediaType: string; byteSize: string; sha256: string; fromParty: boolean
  evidenceKind: string | null; capturedAt: string | null; isClockCorrected: boolean | null; latitude: string | null; longitude: string | null; accuracy: string | null; item: string | null
}>

/** The rows that hang on some matters: people, documents, files. */
export type MatterParts = Readonly<{ parties: readonly PartyRow[]; documents: readonly DocumentRow[]; attachments: readonly AttachmentRow[] }>

const OF_MATTERS = 'WHERE district_code = $1 AND matter_id = ANY ($2::uuid[])'

export async function readParts(client: PoolClient, district: string, matterIds: readonly string[]): Promise<MatterParts> {
  const values = [district, matterIds]
  const parties = await client.query<PartyRow>(
    `SELECT id, matter_id, role, name, phone, id_number AS "idNumber", address, email, salt, is_confidential AS "isConfidential", contact_key AS "contactKey", erased_at AS "erasedAt" FROM party ${OF_MATTERS}`, values)
  const documents = await client.query<DocumentRow>(
    `SELECT id, matter_id, template, title, number, sha256, audience, check_code AS "checkCode", withdrawn_at IS NOT NULL AS "isWithdrawn" FROM document ${OF_MATTERS}`, values)
  const attachments = await client.query<AttachmentRow>(
    `SELECT id, matter_id, name, media_type AS "mediaType", byte_size::text AS "byteSize", sha256, from_party AS "fromParty", evidence_kind AS "evidenceKind", captured_at AS "capturedAt", is_clock_corrected AS "isClockCorrected",
     latitude::text, longitude::text, accuracy_in_metres::text AS accuracy, checklist_item AS item FROM attachment ${OF_MATTERS}`, values)
  return { parties: parties.rows, documents: documents.rows, attachments: attachments.rows }
}

/** Compares the people, documents and files of one matter with what its events say of them. */
export function compareParts(matter: Readonly<{ id: string; name: string }>, events: readonly MatterEvent[], parts: MatterParts): readonly Fault[] {
  const compare = comparison(matter)
  return [
    ...compare('party', '当事人信息', new Map(events.flatMap((event) => (event.type === 'opened' ? event.parties.map((note) => [note.id, note]) : []))), parts.parties, (row, note) =>
      row.erasedAt !== null || (row.contactKey === contactKey(row.phone) && isSame(partyNote(row, row), note))),
    ...compare('document', '文书', documentsOf(events), parts.documents, ({ template, title, number, sha256, audience, checkCode, isWithdrawn }, told) =>
      // A document of the synthetic district is printed when it is first opened: its event knows no digest.
      isSame({ template, title, number, sha256: told.sha256 === '' ? '' : sha256, audience, isWithdrawn, ...(told.checkCode === undefined ? {} : { checkCode }) }, told)),
    ...compare('attachment', '附件', new Map(events.flatMap((event) => (event.type === 'attached' ? [[event.attachment.id, event.attachment]] : []))), parts.attachments, (row, note) =>
      isSame({ id: row.id, name: row.name, mediaType: row.mediaType, byteSize: Number(row.byteSize), sha256: row.sha256, fromParty: row.fromParty, ...captureOf(row, note.capture) }, note)),
  ]
}

/** How a piece of evidence was taken, as the row has it; nothing for other files. */
function captureOf({ evidenceKind: kind, capturedAt: at, isClockCorrected, latitude, longitude, accuracy, item }: AttachmentRow, told: CaptureNote | undefined): { capture?: CaptureNote } {
  if (kind === null) return {}
  const place = latitude === null && longitude === null && accuracy === null ? {} : {
    place: { latitude: asTold(latitude, told?.place?.latitude), longitude: asTold(longitude, told?.place?.longitude), accuracyInMetres: asTold(accuracy, told?.place?.accuracyInMetres, 0.01) },
  }
  return { capture: { kind, at: at ?? '', isServerCorrected: isClockCorrected === true, ...place, ...(item === null ? {} : { item }) } }
}

/** The number told where the row holds it rounded to the decimals of its column. */
function asTold(stored: string | null, told: number | undefined, step = 0.000_001): number {
  return told !== undefined && Math.abs(Number(stored) - told) <= step ? told : Number(stored)
}

type Told = Omit<DocumentRow, keyof Stored>

function documentsOf(events: readonly MatterEvent[]): ReadonlyMap<string, Told> {
  const withdrawn = new Set(events.flatMap((event) => (event.type === 'document-withdrawn' ? [event.documentId] : [])))
  return new Map(events.flatMap((event) => {
    if (event.type !== 'document-issued') return []
    const { id, ...document } = event.document
    return [[id, { ...document, isWithdrawn: withdrawn.has(id) }]]
  }))
}

function comparison(matter: Readonly<{ id: string; name: string }>) {
  return <Row extends Stored, Note>(source: string, what: string, told: ReadonlyMap<string, Note>, rows: readonly Row[], holds: (row: Row, note: Note) => boolean): readonly Fault[] => {
    const stored = new Map(rows.filter((row) => row.matter_id === matter.id).map((row) => [row.id, row]))
    const known = [...told].flatMap(([id, note]): readonly Fault[] => {
      const row = stored.get(id)
      if (row === undefined) return [{ kind: 'deleted', source, id, says: `${matter.name}的${what} ${id} 被删除。` }]
      return holds(row, note) ? [] : [{ kind: 'edited', source, id, says: `${matter.name}的${what} ${id} 与全过程记录不符。` }]
    })
    const added = [...stored.keys()].filter((id) => !told.has(id)).map((id): Fault => ({ kind: 'added', source, id, says: `${matter.name}的${what} ${id} 是绕过系统写入的。` }))
    return [...known, ...added]
  }
}

function isSame(stored: Readonly<Record<string, unknown>>, told: Readonly<Record<string, unknown>>): boolean {
  const names = new Set([...Object.keys(stored), ...Object.keys(told)])
  return [...names].every((name) => isDeepStrictEqual(stored[name], told[name]))
}
