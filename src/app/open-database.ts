import { startDatabase } from '../platform/postgres/launcher.ts'
import type { RunningDatabase } from '../platform/postgres/launcher.ts'

export type DatabaseOptions = {
  readonly dataFolder: string
  /** An external PostgreSQL 15 or newer, from DATABASE_URL; absent means the embedded one. */
  readonly url: string | undefined
  readonly log: (line: string) => void
}

/** The database of an installation: the external one that is named, else the embedded one, started or attached to. */
export async function openDatabase({ dataFolder, url, log }: DatabaseOptions): Promise<RunningDatabase> {
  if (url === undefined || url === '') return startDatabase({ dataFolder, log })
  return { ownerUrl: url, attached: true, stop: () => Promise.resolve() }
}
