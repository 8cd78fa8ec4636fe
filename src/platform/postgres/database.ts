import { startDatabase } from './launcher.ts'
import type { RunningDatabase, StartOptions } from './launcher.ts'

export type DatabaseOptions = StartOptions & {
  /** Connection string of an operator's own PostgreSQL (`DATABASE_URL`); without it the embedded one is started. */
  readonly externalUrl?: string | undefined
}

/** The database of an installation, ready for `migrate`, which also checks the server's version and encoding. */
export async function openDatabase({ externalUrl, ...options }: DatabaseOptions): Promise<RunningDatabase> {
  if (externalUrl === undefined || externalUrl === '') return startDatabase(options)
  if (!/^postgres(?:ql)?:\/\//.test(externalUrl)) {
    throw new Error('DATABASE_URL 不是 PostgreSQL 连接串，应形如 postgres://用户:口令@主机:5432/数据库名。')
  }
  return { ownerUrl: externalUrl, attached: true, stop: () => Promise.resolve() }
}
