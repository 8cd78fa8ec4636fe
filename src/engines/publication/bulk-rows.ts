import { epochOf } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import { pendingRow } from '../../platform/ledger/record.ts'
import type { RandomBytes } from '../../platform/random.ts'
import type { Matter } from '../procedure/matter.ts'
import type { Publication } from './definition.ts'
import { NOBODY } from './detect.ts'
import { draftOf, knownOf } from './draft.ts'
import { publicationAuditRow, publicationRow, versionRow } from './publication-rows.ts'
import { isPublishable } from './publish-matter.ts'
import { firstState } from './write-publication.ts'

/**
 * The rows of a publication made at once by the closing of a matter, as its listener writes them, for bulk loading. Null where the closed
 * matter is not published. Throws where free text stands against it: bulk loads have no officer who could look.
 */
export function closingRows(publication: Publication, matter: Matter, made: Readonly<{ calendar: () => WorkingCalendar; bytes: RandomBytes }>) {
  const { closedAt: at, outcome } = matter
  if (matter.procedure !== publication.procedure || at === undefined || publication.on.outcomes?.includes(outcome ?? '') !== true || !isPublishable(publication, matter)) return null
  const newId = (): string => identifierFrom(epochOf(at), made.bytes(10))
  const draft = draftOf(publication, matter, knownOf(publication, matter, NOBODY))
  const state = draft.objections.length > 0 ? null : firstState(publication, matter, draft, { id: newId(), at, calendar: made.calendar })
  if (state === null || isRefusal(state)) throw new Error(`${publication.kind} of ${matter.number} cannot be loaded`)
  const last = matter.steps.at(-1)
  const recorded = { action: 'published' as const, actorId: last?.actorId ?? '', actorName: last?.actorName ?? '', at, reason: null, versionId: newId(), auditId: newId() }
  const audit = publicationAuditRow(state, recorded)
  return { publication: publicationRow(state), version: versionRow(state, recorded), audit, pending: pendingRow('audit_event', audit) }
}
