import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadDistrict } from '../districts/load-district.ts'
import { MACHINE } from '../src/engines/procedure/role.ts'
import { saveEntities } from '../src/engines/register/save-entities.ts'
import { createTestDatabase } from '../test/support/database.ts'
import type { TestDatabase } from '../test/support/database.ts'
import { chanceOf } from './chance.ts'
import { entityAt } from './entity-at.ts'
import type { Register } from './entity-at.ts'
import { entityRows } from './entity-rows.ts'
import { atlasOf } from './places.ts'

const district = loadDistrict('371003')
const register: Register = { seed: 3, district, atlas: atlasOf(district), today: '2026-11-22', redraws: new Uint8Array(400) }

let database: TestDatabase
beforeAll(async () => { database = await createTestDatabase() })
afterAll(() => database.dispose())

it('makes the rows and events that the register makes of the same facts', async () => {
  const { owner } = database.pools
  const randomBytes = chanceOf(1).bytes
  const chosen = Array.from({ length: 60 }, (_, i) => entityAt(register, i)).filter(({ parentIndex, index }) => parentIndex === null && (index > 40 || entityRows(register, entityAt(register, index)).events.length === 2))
  expect(chosen.some(({ change }) => change !== null)).toBe(true)
  for (const entity of chosen) {
    const { row, events } = entityRows(register, entity)
    const context = (now: string) => ({ district: district.code, actor: MACHINE, now, randomBytes })
    const first = events.length === 1 ? entity.draft : { ...entity.draft, status: 'active' as const, deregisteredOn: null }
    await saveEntities(owner, [first], context(row.created_at))
    if (events.length === 2) await saveEntities(owner, [entity.draft], context(row.updated_at))
    const column = row.uscc === null ? 'registration_no' : 'uscc'
    const { rows: [saved] } = await owner.query<Record<string, unknown>>(`SELECT * FROM entity WHERE ${column} = $1`, [row[column]])
    expect({ ...saved, id: row.id, capital_fen: saved?.['capital_fen'] === null ? null : Number(saved?.['capital_fen']) }).toEqual(row)
    const { rows: told } = await owner.query<{ type: string; body: string }>('SELECT type, body FROM entity_event WHERE entity_id = $1 ORDER BY at', [saved?.['id']])
    expect(told.map(({ type, body }) => [type, JSON.parse(body).change])).toEqual(events.map(({ type, body }) => [type, JSON.parse(body).change]))
  }
})
