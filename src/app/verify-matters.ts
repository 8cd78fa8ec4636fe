import type { Pool, PoolClient } from 'pg'
import { replay } from '../engines/procedure/evolve.ts'
import type { Matter, MatterEvent } from '../engines/procedure/matter.ts'
import { clockRow, eventOfBody, matterRow } from '../engines/procedure/rows.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { JsonValue } from '../kernel/canonical-json.ts'
import type { LedgerVerdict } from '../platform/session/contract.ts'
import { compareLinksAndProposals, readLinksAndProposals } from './verify-links-and-proposals.ts'
import { compareParts, readParts } from './verify-matter-parts.ts'
import { comparePublications, listStrayPublications, readPublicationParts } from './verify-publications.ts'

type Fault = LedgerVerdict['faults'][number]
type Row = Readonly<Record<string, unknown>> & Readonly<{ district_code: string; id: string }>
type MatterRow = Row & Readonly<{ number: string }>
type ClockRow = Row & Readonly<{ matter_id: string; kind: string; occurrence: number }>
type EventRow = Readonly<{ id: string; matter_id: string; seq: number; body: string }>

const AT_ONCE = 300
const MOST_FAULTS = 1_000
const JSON_COLUMNS = new Set(['facts', 'basis', 'pauses', 'extensions', 'derivation'])
/** When the row was written is not in its events; of two clocks due at one moment either may be named. */
const FREE_COLUMNS = new Set(['updated_at', 'next_clock', 'version', 'id'])

const LABELS: Readonly<Record<string, string>> = {
  state: '状态', title: '标题', number: '编号', facts: '登记内容', office_id: '科所', assignee_id: '承办人', town_code: '镇街', received_at: '收到时间',
  opened_at: '登记时间', law_on: '适用法律之日', closed_at: '办结时间', outcome: '办结结果', next_due_at: '最近届满时间', has_duty: '是否有应办期限', subject_name: '主体名称',
  due_at: '届满时间', due_on: '届满日', started_at: '起算时间', limit_amount: '期限', limit_unit: '期限单位', status: '计时状态', stopped_at: '停止时间', is_met: '是否按期',
}

/**
 * Folds the events of every matter again and compares its row, clocks, people, documents, files, links, prepared steps and publications with the outcome:
 * what stands in them was decided by somebody, or it is a fault. Matters with an event in `faultyEvents` or a gap are left to the ledger.
 */
export async function listMatterFaults(owner: Pool, faultyEvents: ReadonlySet<string>): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  const client = await owner.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    for await (const matters of listMatters(client)) {
      for (const [district, rows] of Map.groupBy(matters, (row) => row.district_code)) {
        if (faults.length < MOST_FAULTS) faults.push(...(await compareChunk(client, { district, rows, faultyEvents })))
      }
    }
    faults.push(...(await listStrayPublications(client)))
    await client.query('COMMIT')
    return faults
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function* listMatters(client: PoolClient): AsyncGenerator<readonly MatterRow[], undefined> {
  let after = ['', '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const { rows } = await client.query<MatterRow>(
      'SELECT * FROM matter WHERE (district_code, id) > ($1, $2::uuid) ORDER BY district_code, id LIMIT $3', [...after, AT_ONCE])
    const last = rows.at(-1)
    if (last === undefined) return undefined
    yield rows
    after = [last.district_code, last.id]
  }
}

type Chunk = Readonly<{ district: string; rows: readonly MatterRow[]; faultyEvents: ReadonlySet<string> }>

async function compareChunk(client: PoolClient, { district, rows, faultyEvents }: Chunk): Promise<readonly Fault[]> {
  const values = [district, rows.map(({ id }) => id)]
  const events = await client.query<EventRow>('SELECT id, matter_id, seq, body FROM matter_event WHERE district_code = $1 AND matter_id = ANY ($2::uuid[]) ORDER BY seq', values)
  const clocks = await client.query<ClockRow>('SELECT * FROM matter_clock WHERE district_code = $1 AND matter_id = ANY ($2::uuid[])', values)
  const parts = await readParts(client, district, rows.map(({ id }) => id))
  const kin = await readLinksAndProposals(client, district, rows.map(({ id }) => id))
  const publications = await readPublicationParts(client, district, rows.map(({ id }) => id))
  const eventsByMatter = Map.groupBy(events.rows, (event) => event.matter_id)
  const clocksByMatter = Map.groupBy(clocks.rows, (clock) => clock.matter_id)
  return rows.flatMap((row) => {
    const history = eventsByMatter.get(row.id) ?? []
    if (history.length === 0) return [fault('matter', row.id, `${nameOf(row)}没有任何记录：是绕过系统写入的。`, 'added')]
    if (history.some(({ id, seq }, i) => faultyEvents.has(id) || seq !== i + 1)) return []
    const refolded = refold(history)
    if (refolded === null) return [fault('matter', row.id, `${nameOf(row)}的全过程记录不成立：首条不是登记，或含有系统不能写出的记录。`, 'edited')]
    const { events: told, matter } = refolded
    return [...compareMatter(row, matter), ...compareClocks(row, matter, clocksByMatter.get(row.id) ?? []), ...compareParts({ id: row.id, name: nameOf(row) }, told, parts), ...compareLinksAndProposals({ id: row.id, name: nameOf(row) }, told, kin), ...comparePublications({ id: row.id, name: nameOf(row) }, publications)]
  })
}

/** Null for a history that the engine could not have written. */
function refold(history: readonly EventRow[]): Readonly<{ events: readonly MatterEvent[]; matter: Matter }> | null {
  try {
    const events = history.map(({ body }) => eventOfBody(body))
    return { events, matter: replay(events) }
  } catch {
    return null
  }
}

function compareMatter(row: MatterRow, matter: Matter): readonly Fault[] {
  return differences(row, matterRow(matter, '')).map((says) => fault('matter', row.id, `${nameOf(row)}的${says}`, 'edited'))
}

function compareClocks(row: MatterRow, matter: Matter, clocks: readonly ClockRow[]): readonly Fault[] {
  const keyOf = (clock: Readonly<{ kind: string; occurrence: number }>): string => `${clock.kind} ${clock.occurrence}`
  const stored = new Map(clocks.map((clock) => [keyOf(clock), clock]))
  const found = matter.clocks.flatMap((clock) => {
    const kept = stored.get(keyOf(clock))
    stored.delete(keyOf(clock))
    if (kept === undefined) return [fault('matter_clock', row.id, `${nameOf(row)}的期限 ${keyOf(clock)} 被删除。`, 'deleted')]
    return differences(kept, clockRow(matter, clock, '')).map((says) => fault('matter_clock', kept.id, `${nameOf(row)}的期限 ${keyOf(clock)} 的${says}`, 'edited'))
  })
  return [...found, ...[...stored.values()].map((clock) => fault('matter_clock', clock.id, `${nameOf(row)}的期限 ${keyOf(clock)} 是绕过系统写入的。`, 'added'))]
}

/** What differs, column by column, in words. */
function differences(stored: Row, expected: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(expected).filter((column) => !FREE_COLUMNS.has(column)).flatMap((column) => {
    const now = comparable(column, stored[column])
    const due = comparable(column, expected[column])
    return now === due ? [] : [`“${LABELS[column] ?? column}”（${column}）与全过程记录不符：现为 ${short(now)}，按记录应为 ${short(due)}。`]
  })
}

function comparable(column: string, value: unknown): string {
  const parsed: JsonValue = JSON.parse(JSON_COLUMNS.has(column) && typeof value === 'string' ? value : JSON.stringify(value ?? null))
  return canonicalJson(parsed)
}

function fault(source: string, id: string, says: string, kind: Fault['kind']): Fault {
  return { kind, source, id, says }
}

function nameOf(row: MatterRow): string {
  return `办件 ${row.number}（${row.id}）`
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
