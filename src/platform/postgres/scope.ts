import { Kysely, PostgresDialect } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { escapeLiteral } from 'pg'
import type { Schema } from './schema.ts'

/** Everything, or the named ones. Names hold no comma. */
type Names = '*' | readonly string[]

/**
 * Who asks and what they may see: handed to the database as `app.*` settings that the row-level security policies
 * read. What is absent is closed.
 */
export type ScopeSettings = {
  readonly district: string
  readonly account?: string
  readonly offices?: Names
  readonly towns?: Names
  /** Beside offices and towns: 'office/town', either of them '*', or '-' for a matter without a town. */
  readonly pairs?: readonly string[]
  /** Matters already opened under the policies of `matter`: their events, parties and documents become readable. */
  readonly matters?: readonly string[]
  readonly confidential?: boolean
  readonly intake?: boolean
  readonly audit?: boolean
  /** Receipt number and digest of its code: the one tracking row a citizen may read. */
  readonly receiptNo?: string
  readonly receiptCode?: string
  /** The code on the one document a reader compares. */
  readonly documentCode?: string
  /** Number of the one visit an enterprise checks, once its letters were compared. */
  readonly entryCode?: string
}

export type Scope = ScopeSettings & {
  /** Longest time one statement may take; 15 seconds by default. */
  readonly timeoutMs?: number
  readonly isReadOnly?: boolean
}

/** Kysely without the doors out of the transaction. */
export type Queries = Omit<Kysely<Schema>, 'transaction' | 'startTransaction' | 'connection' | 'destroy' | 'withTables'>

export type ScopedTransaction = {
  readonly queries: Queries
  /** The connection itself, for COPY and hand-written SQL. */
  readonly client: PoolClient
  /** Replaces settings for the rest of the transaction, e.g. after a matter was opened. */
  readonly set: (settings: Partial<ScopeSettings>) => Promise<void>
}

const DEFAULT_TIMEOUT_MS = 15_000

/** The settings the policies know, by the name they have in SQL. */
const SETTING_NAMES = {
  district: 'app.district',
  account: 'app.account',
  offices: 'app.offices',
  towns: 'app.towns',
  pairs: 'app.pairs',
  matters: 'app.matters',
  confidential: 'app.confidential',
  intake: 'app.intake',
  audit: 'app.audit',
  receiptNo: 'app.receipt_no',
  receiptCode: 'app.receipt_code',
  documentCode: 'app.document_code',
  entryCode: 'app.entry_code',
} as const satisfies Readonly<Record<keyof ScopeSettings, string>>

/**
 * Runs `work` in one transaction that sees what `scope` allows. Commits when it returns, rolls back when it throws.
 * The settings are local to the transaction: the next user of the connection starts with none.
 */
export async function inScope<Result>(pool: Pool, scope: Scope, work: (tx: ScopedTransaction) => Promise<Result>): Promise<Result> {
  const begin = beginStatement(scope)
  const client = await pool.connect()
  let isBroken = false
  const onError = (): void => void (isBroken = true)
  client.on('error', onError)
  try {
    await client.query(begin)
    const result = await work(scopedTransaction(client))
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(onError)
    throw error
  } finally {
    client.off('error', onError)
    client.release(isBroken)
  }
}

function scopedTransaction(client: PoolClient): ScopedTransaction {
  return {
    queries: queriesOn(client),
    client,
    set: async (settings) => {
      await client.query(setStatements(settings).join(';'))
    },
  }
}

/** One round trip. The Citus setting makes the others reach the shards and is inert elsewhere (distributed rule 9). */
function beginStatement(scope: Scope): string {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, isReadOnly = false, ...settings } = scope
  return [
    isReadOnly ? 'BEGIN READ ONLY' : 'BEGIN',
    `SET LOCAL citus.propagate_set_commands = 'local'`,
    `SET LOCAL statement_timeout = ${Math.trunc(timeoutMs)}`,
    ...setStatements(settings),
  ].join(';')
}

function setStatements(settings: Partial<ScopeSettings>): readonly string[] {
  const names = Object.keys(SETTING_NAMES) as (keyof ScopeSettings)[]
  return names.flatMap((name) => {
    const value = settings[name]
    return value === undefined ? [] : [`SET LOCAL ${SETTING_NAMES[name]} = ${escapeLiteral(settingText(value))}`]
  })
}

function settingText(value: string | boolean | readonly string[]): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  const mixed = value.find((name) => name.includes(',') || name === '*')
  if (mixed !== undefined) throw new Error(`a scope name must not be '*' or hold a comma: ${mixed}`)
  return value.join(',')
}

/** Kysely bound to one connection, which it neither takes from nor gives back to a pool. */
function queriesOn(client: PoolClient): Queries {
  const bound = {
    query: client.query.bind(client),
    release: () => undefined,
  }
  const pool = { options: {}, connect: () => Promise.resolve(bound), end: () => Promise.resolve() }
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}
