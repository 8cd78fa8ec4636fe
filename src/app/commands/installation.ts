import { join, resolve } from 'node:path'
import type { Clock } from '../../platform/clock.ts'
import { systemClock } from '../../platform/clock.ts'
import { migrate } from '../../platform/postgres/migrate.ts'
import { openPools } from '../../platform/postgres/pool.ts'
import type { Pools } from '../../platform/postgres/pool.ts'
import { loadInstanceSecret } from '../../platform/secret.ts'
import type { InstanceSecret } from '../../platform/secret.ts'
import { openDatabase } from '../open-database.ts'

/** An opened installation, as a command needs it. */
export type Installation = Readonly<{ pools: Pools; clock: Clock; secret: InstanceSecret; dataFolder: string }>

/** Opens the installation for one piece of work and closes what it opened. */
export type WithInstallation = <Result>(work: (installation: Installation) => Promise<Result>) => Promise<Result>

/** Of the checkout, from whichever folder a command is called. */
const DATA_FOLDER = join(import.meta.dirname, '../../../.data')

/**
 * The installation that HENGJIAN_DATA and DATABASE_URL name, brought to the newest schema. Attaches to the embedded
 * database when a server runs on it, else starts it and stops it again.
 */
export function installationOf(env: NodeJS.ProcessEnv, say: (line: string) => void): WithInstallation {
  return async (work) => {
    const dataFolder = resolve(env.HENGJIAN_DATA ?? DATA_FOLDER)
    const database = await openDatabase({ dataFolder, url: env.DATABASE_URL, log: say })
    try {
      const secret = loadInstanceSecret(dataFolder)
      await migrate({ ownerUrl: database.ownerUrl, secret, at: systemClock.now() })
      const pools = openPools(database.ownerUrl, secret)
      try {
        return await work({ pools, clock: systemClock, secret, dataFolder })
      } finally {
        await pools.close()
      }
    } finally {
      await database.stop()
    }
  }
}
