import type { PoolClient } from 'pg'
import { digestOf } from '../engines/publication/publication-rows.ts'
import type { LedgerVerdict } from '../platform/session/contract.ts'

type Fault = LedgerVerdict['faults'][number]
type PublicRow = Parameters<typeof digestOf>[0] & Readonly<{ matter_id: string }>
type Entry = Readonly<{ subject: string; publication: string; at: string; digest: string }>

/** The publications of some matters and what the record of these matters says of them. */
export type PublicationParts = Readonly<{ rows: readonly PublicRow[]; entries: readonly Entry[] }>

export async function readPublicationParts(client: PoolClient, district: string, matterIds: readonly string[]): Promise<PublicationParts> {
  const rows = await client.query<PublicRow>('SELECT * FROM publication WHERE district_code = $1 AND matter_id = ANY ($2::uuid[])', [district, matterIds])
  const entries = await client.query<{ subject: string; at: string; body: string }>(
    `SELECT subject, at, body FROM audit_event WHERE district_code = $1 AND subject = ANY ($2::text[]) AND type IN ('publication-published', 'publication-corrected', 'publication-ended', 'publication-restored', 'publication-retimed')
     ORDER BY at, id`, [district, matterIds])
  return { rows: rows.rows, entries: entries.rows.map(({ subject, at, body }) => ({ subject, at, ...detailOf(body) })) }
}

/** Compares what the public reads of one matter with the digest in the last entry of its record. */
export function comparePublications(matter: Readonly<{ id: string; name: string }>, { rows, entries }: PublicationParts): readonly Fault[] {
  const told = Map.groupBy(entries.filter(({ subject }) => subject === matter.id), ({ publication }) => publication)
  const stored = new Map(rows.filter((row) => row.matter_id === matter.id).map((row) => [row.id, row]))
  const known = [...told].flatMap(([id, each]): readonly Fault[] => {
    const row = stored.get(id)
    if (row === undefined) return [fault('deleted', id, `${matter.name}的公示信息 ${id} 被删除，或者与办件的关联被抹去。`)]
    const lastAt = each.at(-1)?.at
    // Entries of one moment carry no order among themselves.
    return each.some(({ at, digest }) => at === lastAt && digest === digestOf(row)) ? [] : [fault('edited', id, `${matter.name}的公示信息 ${id} 与全过程记录不符。`)]
  })
  const added = [...stored.keys()].filter((id) => !told.has(id)).map((id) => fault('added', id, `${matter.name}的公示信息 ${id} 是绕过系统写入的。`))
  return [...known, ...added]
}

/** Publications that name a matter there is none of. */
export async function listStrayPublications(client: PoolClient): Promise<readonly Fault[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT p.id FROM publication p WHERE p.matter_id IS NOT NULL
       AND NOT EXISTS (SELECT FROM matter m WHERE m.district_code = p.district_code AND m.id = p.matter_id) ORDER BY p.id LIMIT 1000`)
  return rows.map(({ id }) => fault('added', id, `公示信息 ${id} 没有对应的办件，是绕过系统写入的。`))
}

function fault(kind: Fault['kind'], id: string, says: string): Fault {
  return { kind, source: 'publication', id, says }
}

function detailOf(body: string): Readonly<{ publication: string; digest: string }> {
  const { detail } = JSON.parse(body) as { detail: { publication: string; digest: string } }
  return { publication: detail.publication, digest: detail.digest }
}
