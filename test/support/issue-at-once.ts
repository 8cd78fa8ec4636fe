import { readFileSync } from 'node:fs'
import { composeServices } from '../../src/app/compose.ts'
import { takeStep } from '../../src/engines/procedure/take-step.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { createLog } from '../../src/platform/log.ts'
import { openPools } from '../../src/platform/postgres/pool.ts'
import { doerWith } from './procedure-services.ts'

/** What one process is told on standard input: whose database, and one step to take for each officer. */
export type Issuing = Readonly<{ ownerUrl: string; secret: string; dataFolder: string; orders: readonly Readonly<{ officer: string; matterId: string; stepId: string }>[] }>

/** Every officer takes their step at once; each answer is printed as soon as it is given. */
async function issueAtOnce({ ownerUrl, secret, dataFolder, orders }: Issuing): Promise<void> {
  const key = { bytes: new Uint8Array(Buffer.from(secret, 'hex')) }
  const pools = openPools(ownerUrl, key)
  const { business } = await composeServices({ clock: systemClock, log: createLog('silent'), pools, secret: key, dataFolder })
  const base = doerWith('case-officer')
  await Promise.all(orders.map(async ({ officer, matterId, stepId }) => {
    const doer = { ...base, actor: { ...base.actor, id: officer, name: officer } }
    const answer = await takeStep(business, doer, { matterId, stepId, expectedVersion: null, step: 'accept', input: {} })
    if (answer.kind !== 'done') throw new Error(JSON.stringify(answer))
    console.log(`issued ${matterId} ${answer.documents.join(' ')}`)
  }))
  await pools.close()
}

await issueAtOnce(JSON.parse(readFileSync(0, 'utf8')) as Issuing)
