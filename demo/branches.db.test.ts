import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDistrict } from '../districts/load-district.ts'
import { procedureById } from '../src/domains/index.ts'
import { createTestDatabase } from '../test/support/database.ts'
import type { TestDatabase } from '../test/support/database.ts'
import { generatedOfficers } from './fixtures/officers.ts'
import { generateDistrict } from './generate.ts'

const NOW = '2026-11-22T03:00:00.000Z'
/** How much of what the procedures allow a small district lives through. */
const LEAST_SHARE = 0.9

describe('a small district', () => {
  let database: TestDatabase
  let owner: Pool
  beforeAll(async () => {
    database = await createTestDatabase()
    owner = database.pools.owner
    await generateDistrict({ services: database, entities: 3_000, seed: 7, now: NOW, officers: generatedOfficers(loadDistrict('371003')), log: () => undefined })
  }, 180_000)
  afterAll(() => database.dispose())

  it('lives through every procedure and nine in ten of the steps they have', async () => {
    const { rows } = await owner.query<{ procedure: string; step: string }>(`SELECT DISTINCT m.procedure, e.step FROM matter_event e JOIN matter m ON m.district_code = e.district_code AND m.id = e.matter_id WHERE e.type = 'step-taken'`)
    const taken = new Set(rows.map(({ procedure, step }) => `${procedure}/${step}`))
    const all = [...procedureById.values()].flatMap(({ id, steps }) => Object.keys(steps).map((step) => `${id}/${step}`))
    const missing = all.filter((step) => !taken.has(step))
    console.info(`steps lived through: ${all.length - missing.length} of ${all.length}; never: ${missing.join(', ')}`)
    expect((all.length - missing.length) / all.length).toBeGreaterThan(LEAST_SHARE)
  })
})
