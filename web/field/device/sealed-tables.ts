import { Dexie } from 'dexie'
import type { DBCore, DBCoreTable, Middleware } from 'dexie'
import { SEALED_FIELDS, isSealed, openRow, sealRow } from './seal-row.ts'

type KeyOf = (accountId: string) => Promise<CryptoKey | null>

/**
 * Seals rows on their way to the disk and opens them on their way back, below everything else of the database. A row
 * whose key is not here comes back with its keys and states alone, and goes back as it was.
 */
export function sealedTables(keyOf: KeyOf): Middleware<DBCore> {
  return {
    stack: 'dbcore', name: 'sealed-tables', level: -2,
    create: (core) => ({ ...core, table: (name) => (SEALED_FIELDS[name] === undefined ? core.table(name) : sealedTable(core.table(name), keyOf)) }),
  }
}

function sealedTable(table: DBCoreTable, keyOf: KeyOf): DBCoreTable {
  const open = (rows: readonly unknown[]): Promise<unknown[]> | unknown[] => (rows.some(isSealed) ? alive(Promise.all(rows.map((row) => opened(table.name, row, keyOf)))) : [...rows])
  return {
    ...table,
    mutate: (request) => {
      if (request.type !== 'add' && request.type !== 'put') return table.mutate(request)
      const rows: readonly unknown[] = request.values
      return alive(Promise.all(rows.map((row) => closed(table.name, row, keyOf)))).then((values) => table.mutate({ ...request, values }))
    },
    get: (request) => table.get(request).then(async (row: unknown) => (await open([row]))[0]),
    getMany: (request) => table.getMany(request).then(open),
    query: (request) => table.query(request).then(async (answer) => (request.values === true ? { ...answer, result: await open(answer.result) } : answer)),
  }
}

/** A transaction ends when nothing is asked of it; ciphers are not, so it is kept waiting. */
function alive<Result>(work: Promise<Result>): Promise<Result> {
  return Dexie.currentTransaction === null || Dexie.currentTransaction === undefined ? work : Dexie.waitFor(work)
}

async function opened(table: string, row: unknown, keyOf: KeyOf): Promise<unknown> {
  if (!isSealed(row) || typeof row.accountId !== 'string') return row
  const key = await keyOf(row.accountId)
  return key === null ? row : openRow(key, table, row)
}

async function closed(table: string, row: unknown, keyOf: KeyOf): Promise<unknown> {
  if (isSealed(row) || !isOwned(row)) return row
  const key = await keyOf(row.accountId)
  return key === null ? row : sealRow(key, table, row)
}

function isOwned(row: unknown): row is Readonly<{ accountId: string }> & Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null && 'accountId' in row && typeof row.accountId === 'string'
}
