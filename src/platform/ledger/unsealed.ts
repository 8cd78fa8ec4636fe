import type { PoolClient } from 'pg'
import { placeOf, sourceName } from './fault.ts'
import type { Faults } from './fault.ts'
import type { StoredLeaf } from './ledger-rows.ts'
import { LEDGER_SOURCES, leafOf } from './record.ts'
import { editedColumns, eventColumns, storedEvent } from './stored-event.ts'
import type { EventRow, StoredEvent } from './stored-event.ts'

type Search = Readonly<{ faults: Faults; missing: readonly StoredLeaf[]; accounted: number }>

/**
 * Finds events that are neither sealed nor waiting, and pairs them with leaves whose event is gone: an edited key
 * looks like both. `accounted` is how many leaves and waiting entries there are.
 */
export async function findUnsealed(client: PoolClient, { faults, missing, accounted }: Search): Promise<void> {
  if (faults.count() === 0 && missing.length === 0 && (await countEvents(client)) === accounted) return
  const lost = new Map(missing.map((leaf) => [leaf.leaf.toString('hex'), leaf]))
  for (const source of LEDGER_SOURCES) {
    for await (const event of listUnaccounted(client, source)) {
      const leaf = leafOf(event.body)
      const origin = lost.get(leaf.toString('hex'))
      lost.delete(leaf.toString('hex'))
      if (origin) reportMovedKey(event, origin, faults)
      else reportUnsealed(event, leaf, faults)
    }
  }
  const gaps = lost.size === 0 ? [] : await listGaps(client)
  for (const leaf of lost.values()) faults.addMissing(leaf, `被删除（存证叶子 ${leaf.index}）${likelyMatters(leaf, gaps)}`)
}

async function countEvents(client: PoolClient): Promise<number> {
  let total = 0
  for (const source of LEDGER_SOURCES) {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) AS count FROM ${source}`)
    total += Number(rows[0]?.count ?? 0)
  }
  return total
}

async function* listUnaccounted(client: PoolClient, source: (typeof LEDGER_SOURCES)[number]): AsyncGenerator<StoredEvent, undefined> {
  const cursor = `unaccounted_${source}`
  await client.query(
    `DECLARE ${cursor} NO SCROLL CURSOR FOR SELECT ${eventColumns(source)} FROM ${source} e
     WHERE NOT EXISTS (SELECT FROM ledger_leaf l WHERE l.source = '${source}' AND l.district_code = e.district_code AND l.event_id = e.id)
       AND NOT EXISTS (SELECT FROM ledger_pending p WHERE p.source = '${source}' AND p.district_code = e.district_code AND p.id = e.id)`,
  )
  for (;;) {
    const { rows } = await client.query<EventRow>(`FETCH 1000 FROM ${cursor}`)
    for (const row of rows) yield storedEvent(source, row)
    if (rows.length === 0) break
  }
  await client.query(`CLOSE ${cursor}`)
  return undefined
}

function reportMovedKey(event: StoredEvent, origin: StoredLeaf, faults: Faults): void {
  const edits = editedColumns(event)
  if (edits.length === 0) {
    faults.add({
      kind: 'edited', source: 'ledger_leaf', id: String(origin.index),
      says: `存证叶子 ${origin.index} 的指向被改动：现指 ${sourceName(origin.source)} ${origin.id}，应指 ${sourceName(event.source)} ${event.id}${placeOf(event)}。`,
    })
  }
  for (const { column, label, now, sealed } of edits) {
    faults.addEdited(event, `“${label}”栏（${column}）被改动：现为“${now ?? '空'}”，存证为“${sealed ?? '空'}”`)
  }
}

function reportUnsealed(event: StoredEvent, leaf: Buffer, faults: Faults): void {
  const isWellFormed = leaf.equals(event.leaf) && editedColumns(event).length === 0
  const reason = isWellFormed
    ? '既未存证也不在待封之列：是绕过系统写入的，或其待封记录被删除'
    : '是绕过系统写入的：没有存证，正文与各栏或叶子不符'
  faults.add({
    kind: isWellFormed ? 'unsealed' : 'added', source: event.source, id: event.id,
    says: `${sourceName(event.source)} ${event.id}${placeOf(event)}${reason}。`,
  })
}

type Gap = Readonly<{ id: string; number: string; missing: readonly number[] }>

/** Matters whose events are not as many as their version says. */
async function listGaps(client: PoolClient): Promise<readonly Gap[]> {
  const { rows } = await client.query<{ id: string; number: string; version: number; seqs: readonly number[] }>(
    `SELECT m.id, m.number, m.version, coalesce(array_agg(e.seq) FILTER (WHERE e.seq IS NOT NULL), '{}') AS seqs
     FROM matter m LEFT JOIN matter_event e ON e.district_code = m.district_code AND e.matter_id = m.id
     GROUP BY m.district_code, m.id, m.number, m.version HAVING count(e.id) <> m.version LIMIT 1000`,
  )
  return rows.map(({ id, number, version, seqs }) => {
    const present = new Set(seqs)
    return { id, number, missing: Array.from({ length: version }, (_, i) => i + 1).filter((seq) => !present.has(seq)) }
  })
}

function likelyMatters(leaf: StoredLeaf, gaps: readonly Gap[]): string {
  const short = gaps.filter(({ missing }) => missing.length > 0)
  if (leaf.source !== 'matter_event' || short.length === 0) return ''
  const named = short.slice(0, 3).map(({ id, number, missing }) => `${number}（${id}）第 ${missing.slice(0, 5).join('、')} 号`).join('；')
  return `，缺号的办件：${named}${short.length > 3 ? ` 等 ${short.length} 件` : ''}`
}

/** Events of matters whose own row is gone; in a ledger without faults also matter rows whose version is not that of their events. */
export async function findBrokenMatters(client: PoolClient, faults: Faults): Promise<void> {
  const hasFaults = faults.count() > 0
  const { rows } = await client.query<{ matter_id: string; events: number; number: string | null; version: number | null }>(
    `SELECT e.matter_id, e.events::integer, m.number, m.version
     FROM (SELECT district_code, matter_id, count(*) AS events FROM matter_event GROUP BY district_code, matter_id) e
     LEFT JOIN matter m ON m.district_code = e.district_code AND m.id = e.matter_id
     WHERE m.id IS NULL OR m.version <> e.events LIMIT 1000`,
  )
  for (const { matter_id: id, events, number, version } of rows) {
    if (number === null) faults.add({ kind: 'deleted', source: 'matter', id, says: `办件 ${id} 的主记录被删除，其 ${events} 条记录仍在。` })
    else if (!hasFaults) faults.add({ kind: 'edited', source: 'matter', id, says: `办件 ${number}（${id}）的版本为 ${version ?? 0}，而它有 ${events} 条记录。` })
  }
}
