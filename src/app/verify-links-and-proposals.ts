import type { PoolClient } from 'pg'
import type { MatterEvent } from '../engines/procedure/matter.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { JsonValue } from '../kernel/canonical-json.ts'
import type { LedgerVerdict } from '../platform/session/contract.ts'

type Fault = LedgerVerdict['faults'][number]
type LinkRow = Readonly<{ id: string; matter_id: string; other_id: string; kind: string; reason: string }>
type ProposalRow = Readonly<{ id: string; matter_id: string; step: string; revision: number; input: JsonValue; made_by: string; status: string; decided_by: string | null }>

/** What the rows of some matters say of kin and of steps prepared for approval. */
export type LinksAndProposals = Readonly<{ links: readonly LinkRow[]; proposals: readonly ProposalRow[] }>

export async function readLinksAndProposals(client: PoolClient, district: string, matterIds: readonly string[]): Promise<LinksAndProposals> {
  const values = [district, matterIds]
  const links = await client.query<LinkRow>(`SELECT id, matter_id, other_id, kind, reason FROM matter_link WHERE district_code = $1 AND matter_id = ANY ($2::uuid[])`, values)
  const proposals = await client.query<ProposalRow>(
    'SELECT id, matter_id, step, revision, input, made_by, status, decided_by FROM step_proposal WHERE district_code = $1 AND matter_id = ANY ($2::uuid[])', values)
  return { links: links.rows, proposals: proposals.rows }
}

type Named = Readonly<{ id: string; name: string }>

/** Compares the links and prepared steps of one matter with what its events say of them. */
export function compareLinksAndProposals(matter: Named, events: readonly MatterEvent[], { links, proposals }: LinksAndProposals): readonly Fault[] {
  return [...compareLinks(matter, events, links), ...compareProposals(matter, events, proposals)]
}

const keyOf = (...parts: readonly (string | number)[]): string => parts.join('|')

function compareLinks(matter: Named, events: readonly MatterEvent[], links: readonly LinkRow[]): readonly Fault[] {
  const told = Map.groupBy(events.flatMap((event) => (event.type === 'linked' ? [event] : [])), ({ other, kind }) => keyOf(other, kind))
  const rows = new Map(links.filter((row) => row.matter_id === matter.id).map((row) => [keyOf(row.other_id, row.kind), row]))
  const gone = [...told].flatMap(([key, [first]]) => (rows.has(key) ? [] : [fault('matter_link', 'deleted', key, `${matter.name}与办件 ${first?.otherNumber ?? ''} 的关联被删除。`)]))
  const wrong = [...rows].flatMap(([key, row]) => {
    const events = told.get(key)
    // The halves of one submission are tied when both are opened, by no act of a person: that link may have no event.
    if (events === undefined) return row.kind === 'split' ? [] : [fault('matter_link', 'added', row.id, `${matter.name}的关联 ${row.id} 是绕过系统写入的。`)]
    return events.some(({ reason }) => reason === row.reason) ? [] : [fault('matter_link', 'edited', row.id, `${matter.name}的关联 ${row.id} 与全过程记录不符。`)]
  })
  return [...gone, ...wrong]
}

type Told = Readonly<{ input: string; madeBy: string; status: string; decidedBy: string | null }>

function compareProposals(matter: Named, events: readonly MatterEvent[], proposals: readonly ProposalRow[]): readonly Fault[] {
  const told = proposalsTold(events)
  const rows = new Map(proposals.filter((row) => row.matter_id === matter.id).map((row) => [keyOf(row.step, row.revision), row]))
  const gone = [...told.keys()].flatMap((key) => (rows.has(key) ? [] : [fault('step_proposal', 'deleted', key, `${matter.name}的拟办稿 ${key} 被删除。`)]))
  const wrong = [...rows].flatMap(([key, row]) => {
    const expected = told.get(key)
    if (expected === undefined) return [fault('step_proposal', 'added', row.id, `${matter.name}的拟办稿 ${row.id} 是绕过系统写入的。`)]
    const isSame = canonicalJson(row.input) === expected.input && row.made_by === expected.madeBy && row.status === expected.status && row.decided_by === expected.decidedBy
    return isSame ? [] : [fault('step_proposal', 'edited', row.id, `${matter.name}的拟办稿 ${row.id} 与全过程记录不符。`)]
  })
  return [...gone, ...wrong]
}

/** The prepared steps as the events leave them, by step and revision. */
function proposalsTold(events: readonly MatterEvent[]): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>()
  const settle = (key: string, change: Partial<Told>): void => {
    const known = told.get(key)
    if (known !== undefined) told.set(key, { ...known, ...change })
  }
  for (const event of events) {
    if (event.type === 'proposed') {
      for (const [key, { status }] of told) if (key.startsWith(`${event.step}|`) && (status === 'waiting' || status === 'approved')) settle(key, { status: 'superseded' })
      told.set(keyOf(event.step, event.revision), { input: canonicalJson(event.input as JsonValue), madeBy: event.actorId, status: 'waiting', decidedBy: null })
    }
    if (event.type === 'proposal-approved' || event.type === 'proposal-returned') settle(keyOf(event.step, event.revision), { status: event.type === 'proposal-approved' ? 'approved' : 'returned', decidedBy: event.actorId })
    if (event.type === 'step-taken' && event.proposal !== undefined) settle(keyOf(event.step, event.proposal.revision), { status: 'taken' })
  }
  return told
}

function fault(source: string, kind: Fault['kind'], id: string, says: string): Fault {
  return { kind, source, id, says }
}
