import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, escapeIdentifier } from 'pg'
import { withCredentials } from '../../src/platform/postgres/connection-url.ts'

/** Environment variable by which the workers of a run learn the folder of its server. */
export const FOLDER_VARIABLE = 'HENGJIAN_TEST_FOLDER'

/** Migrated once per run and cloned per test file. */
export const TEMPLATE_DATABASE = 'hengjian_template'

/** A worker makes the first file to ask for the server; the set-up writes the second when it runs. */
export const WISH_FILE = 'wanted'
export const ANSWER_FILE = 'answer.json'

export type ServerAnswer = { readonly ownerUrl: string } | { readonly failure: string }

const PATIENCE_MS = 45_000

/** Asks the run's set-up for its server. Answers the folder of the run and the connection string of the server. */
export async function askForServer(): Promise<{ readonly folder: string; readonly ownerUrl: string }> {
  const folder = process.env[FOLDER_VARIABLE]
  if (folder === undefined) throw new Error('no test server: run through the vitest configuration of the project')
  writeFileSync(join(folder, WISH_FILE), '')
  const answerFile = join(folder, ANSWER_FILE)
  for (let waitedMs = 0; !existsSync(answerFile); waitedMs += 20) {
    if (waitedMs > PATIENCE_MS) throw new Error('the test server did not start')
    await wait(20)
  }
  const answer = JSON.parse(readFileSync(answerFile, 'utf8')) as ServerAnswer
  if ('failure' in answer) throw new Error(`the test server did not start: ${answer.failure}`)
  return { folder, ownerUrl: answer.ownerUrl }
}

/** Creates a database, from a template when one is named. */
export async function createDatabase(ownerUrl: string, name: string, template = 'template1'): Promise<void> {
  await asOwner(ownerUrl, `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)} STRATEGY file_copy`)
}

/** Drops a database, ending the sessions in it. */
export async function dropDatabase(ownerUrl: string, name: string): Promise<void> {
  await asOwner(ownerUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`)
}

async function asOwner(ownerUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: withCredentials(ownerUrl, { database: 'postgres' }) })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
