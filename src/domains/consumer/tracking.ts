import type { Instant } from '../../kernel/calendar-date.ts'
import type { AnyProcedure } from '../../engines/procedure/definition.ts'
import type { Matter, MatterEvent } from '../../engines/procedure/matter.ts'
import { newIdentifier } from '../../engines/procedure/services.ts'
import type { MatterListener, ProcedureServices } from '../../engines/procedure/services.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { Tracking } from './contract.ts'

type Tracked = Tracking['matters'][number]
type TrackedDocument = Tracked['documents'][number] & Readonly<{ sha256: string }>

/** What the person who submitted may see of one matter. File digests stay on the server. */
export type TrackingExtract = Readonly<Omit<Tracked, 'documents'> & { receivedAt: Instant; documents: readonly TrackedDocument[] }>

/** The documents that are addressed to whoever submitted. What a complaint says to the respondent is not for the complainant. */
const FOR_THE_PERSON: Readonly<Record<string, string>> = { 'complaint': 'complainant', 'report': 'reporter', 'work-order': 'caller', 'credit-repair': 'respondent' }

/** Builds the extract anew and appends what the new events tell the person. */
function trackingExtract(procedure: AnyProcedure, matter: Matter, events: readonly MatterEvent[], earlier: TrackingExtract | null): TrackingExtract {
  const dueOnOf = (kind: string) => {
    const clock = matter.clocks.findLast((each) => each.kind === kind)
    return clock?.due.status === 'determined' && clock.status !== 'stopped' ? clock.due.dueOn : null
  }
  const progress = procedure.progress?.(matter, dueOnOf) ?? { says: '正在办理。', next: '' }
  const statutory = matter.clocks.find((clock) => clock.status === 'running' && procedure.clocks[clock.kind]?.kind === 'statutory' && clock.due.status === 'determined')
  return {
    kindName: procedure.name.replace(/处理$|办理$/u, ''), number: matter.number, title: matter.title, stateSays: progress.says, nextSays: progress.next,
    nextBy: statutory?.due.status === 'determined' ? statutory.due.dueOn : null, isClosed: matter.closedAt !== undefined, receivedAt: matter.receivedAt,
    history: [...earlier?.history ?? [], ...events.flatMap((event) => toldBy(event))],
    documents: [...earlier?.documents ?? [], ...events.flatMap((event) => (event.type === 'document-issued' && FOR_THE_PERSON[procedure.id] === event.document.audience
      ? [{ id: event.document.id, title: event.document.title, number: event.document.number, issuedAt: event.at, sha256: event.document.sha256 }] : []))]
      .filter((document) => !events.some((event) => event.type === 'document-withdrawn' && event.documentId === document.id)),
    mayWithdraw: matter.closedAt === undefined && withdrawalStep(procedure, matter.state) !== null,
  }
}

function toldBy(event: MatterEvent): Tracked['history'] {
  if (event.type === 'opened') return [{ at: event.matter.receivedAt, says: `已收到，编号 ${event.matter.number}。` }]
  if (event.type === 'message-sent' && event.to === 'citizen') return [{ at: event.at, says: event.text }]
  if (event.type === 'attached' && event.attachment.fromParty) return [{ at: event.at, says: `已收到您补交的材料：${event.attachment.name}。` }]
  if (event.type === 'handed-over') return [{ at: event.at, says: `已转由${event.officeName}办理。` }]
  return []
}

/** The step by which the person withdraws in this state, and the fact that holds the reason; null where none is open. */
export function withdrawalStep(procedure: AnyProcedure, state: string): Readonly<{ step: string; reasonFact: string }> | null {
  const found = Object.entries(procedure.steps).find(([, step]) => step.by.includes('citizen') && (typeof step.from === 'string' ? step.from === state : step.from.includes(state)))
  return found === undefined ? null : { step: found[0], reasonFact: found[1].requires?.[0] ?? 'withdrawalReason' }
}

/** Starts the tracking of a matter under a receipt. */
export async function startTracking(tx: ScopedTransaction, services: ProcedureServices, receipt: Readonly<{ receiptNo: string; codeHash: string }>, made: Readonly<{ procedure: AnyProcedure; matter: Matter; events: readonly MatterEvent[] }>): Promise<void> {
  const now = services.clock.now()
  const extract = trackingExtract(made.procedure, made.matter, made.events, null)
  await tx.queries.insertInto('tracking').values({
    district_code: made.matter.district, id: newIdentifier(services, now), receipt_no: receipt.receiptNo, code_hash: receipt.codeHash, matter_id: made.matter.id, extract: JSON.stringify(extract), updated_at: now,
  }).execute()
}

/** Keeps the extract of a tracked matter true, in the transaction that changes the matter. */
export const keepTracking: MatterListener = async (tx, { procedure, matter, events, now }) => {
  const rows = await tx.queries.selectFrom('tracking').select(['id', 'extract']).where('district_code', '=', matter.district).where('matter_id', '=', matter.id).execute()
  for (const row of rows) {
    const extract = trackingExtract(procedure, matter, events, row.extract as TrackingExtract)
    await tx.queries.updateTable('tracking').set({ extract: JSON.stringify(extract), updated_at: now }).where('district_code', '=', matter.district).where('id', '=', row.id).execute()
  }
}
