import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/platform/clock.ts'
import { withCredentials } from '../../src/platform/postgres/connection-url.ts'
import { startDatabase } from '../../src/platform/postgres/launcher.ts'
import type { RunningDatabase } from '../../src/platform/postgres/launcher.ts'
import { migrate } from '../../src/platform/postgres/migrate.ts'
import { loadInstanceSecret } from '../../src/platform/secret.ts'
import { ANSWER_FILE, FOLDER_VARIABLE, TEMPLATE_DATABASE, WISH_FILE, createDatabase } from './test-server.ts'
import type { ServerAnswer } from './test-server.ts'

const FAST_AND_FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' }

/**
 * Vitest's global set-up: one embedded server per run, started when the first test file asks for a database, so that
 * a run of pure tests costs nothing. It stops with the run, also when the run is killed.
 */
export default function startPostgresOnDemand(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hengjian-test-'))
  chmodSync(folder, 0o711)
  process.env[FOLDER_VARIABLE] = folder

  let starting: Promise<RunningDatabase | undefined> | undefined
  const watch = setInterval(() => {
    if (!existsSync(join(folder, WISH_FILE))) return
    clearInterval(watch)
    starting = startTemplate(folder)
  }, 20)
  return async () => {
    clearInterval(watch)
    const server = await starting
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startTemplate(folder: string): Promise<RunningDatabase | undefined> {
  let server: RunningDatabase | undefined
  try {
    server = await startDatabase({ dataFolder: folder, log: () => undefined, settings: FAST_AND_FORGETFUL })
    await createDatabase(server.ownerUrl, TEMPLATE_DATABASE)
    const templateUrl = withCredentials(server.ownerUrl, { database: TEMPLATE_DATABASE })
    await migrate({ ownerUrl: templateUrl, secret: loadInstanceSecret(folder), at: systemClock.now() })
    answer(folder, { ownerUrl: server.ownerUrl })
  } catch (error) {
    answer(folder, { failure: error instanceof Error ? error.message : String(error) })
  }
  return server
}

function answer(folder: string, content: ServerAnswer): void {
  writeFileSync(join(folder, `${ANSWER_FILE}.new`), JSON.stringify(content))
  renameSync(join(folder, `${ANSWER_FILE}.new`), join(folder, ANSWER_FILE))
}
