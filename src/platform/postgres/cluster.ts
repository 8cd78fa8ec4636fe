import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PostgresBinaries } from './binaries.ts'
import { giveFolder } from './server-account.ts'
import type { ServerAccount } from './server-account.ts'

export const OWNER_ROLE = 'hengjian'

const UNFINISHED = 'postgres-new-'
const ABANDONED_MS = 3_600_000

export type ClusterPlan = {
  readonly binaries: PostgresBinaries
  readonly account: ServerAccount
  readonly dataFolder: string
  /** Final place of the cluster; it appears there whole or not at all. */
  readonly cluster: string
  readonly password: string
}

/**
 * Creates an empty cluster. The work is done in a temporary folder and renamed, so a kill half-way leaves nothing
 * that looks finished; leftovers of killed attempts are removed.
 */
export function createCluster(plan: ClusterPlan): void {
  const folder = mkdtempSync(join(plan.dataFolder, UNFINISHED))
  removeAbandoned(plan.dataFolder, statSync(folder).mtimeMs)
  const cluster = join(folder, 'cluster')
  const passwordFile = join(folder, 'password')
  mkdirSync(cluster, { mode: 0o700 })
  writeFileSync(passwordFile, plan.password, { mode: 0o600 })
  giveFolder(folder, plan.account.fileOwner)

  const [program = '', ...args] = [
    ...plan.account.prefix,
    plan.binaries.initdb,
    `--pgdata=${cluster}`,
    `--username=${OWNER_ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-instructions',
    ...localeOf(plan.binaries),
  ]
  const done = spawnSync(program, args, { encoding: 'utf8', cwd: folder })
  if (done.status !== 0) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`建立数据库失败：${done.error?.message ?? done.stderr.trim()}`)
  }
  try {
    renameSync(cluster, plan.cluster)
  } catch (error) {
    if (!existsSync(plan.cluster)) throw error
  }
  rmSync(folder, { recursive: true, force: true })
}

/** The built-in locale orders by code point alike on every system; PostgreSQL below 17 gets it from the C library. */
function localeOf({ major }: PostgresBinaries): readonly string[] {
  return major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C.UTF-8']
}

/** Another process may be at the same work now; what has lain for an hour was left by a kill. */
function removeAbandoned(dataFolder: string, nowMs: number): void {
  for (const name of readdirSync(dataFolder)) {
    const path = join(dataFolder, name)
    // Gone meanwhile: another first start cleared it away, or finished it.
    const found = name.startsWith(UNFINISHED) ? statSync(path, { throwIfNoEntry: false }) : undefined
    if (found !== undefined && nowMs - found.mtimeMs > ABANDONED_MS) rmSync(path, { recursive: true, force: true })
  }
}
