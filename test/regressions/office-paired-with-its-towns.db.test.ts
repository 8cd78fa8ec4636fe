import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeStep } from '../../src/engines/procedure/take-step.ts'
import { actorOf } from '../../src/engines/procedure/doer.ts'
import { scopeSettings } from '../../src/platform/session/rights.ts'
import type { HeldRole, SignedIn } from '../../src/platform/session/signed-in.ts'
import { DISTRICT, doerWith, openProcedureBench } from '../support/procedure-services.ts'
import type { ProcedureBench } from '../support/procedure-services.ts'

const [GEJIA, MISHAN] = ['371003109', '371003110']
const FACTS = { content: '购买的示例牌电饭锅不能加热。', demand: '退货退款。', category: 'appliance', respondentName: '示例家电商行' }
const holding = (...roles: readonly HeldRole[]): SignedIn => ({ accountId: randomUUID(), login: 'shili', name: '示例', officeId: 'general-office', district: DISTRICT, roles, csrf: '' })
const officer = (offices: readonly string[], towns: readonly string[]): HeldRole => ({ role: 'case-officer', offices, towns })

let bench: ProcedureBench
const opened = new Map<string, string>()
beforeAll(async () => {
  bench = await openProcedureBench('2026-09-24 10:30')
  for (const officeId of ['station-gejia', 'station-mishan']) {
    for (const townCode of [GEJIA, MISHAN, undefined]) {
      const { matter } = await bench.open(doerWith('case-officer'), { procedure: 'complaint', officeId, facts: FACTS, ...(townCode === undefined ? {} : { townCode }) })
      opened.set(`${officeId} ${townCode ?? 'none'}`, matter.id)
    }
  }
})
afterAll(() => bench.dispose())

const seen = (person: SignedIn): Promise<readonly string[]> => bench.asDesk(scopeSettings(person), async ({ client }) => {
  const matters = await client.query<{ id: string }>('SELECT id FROM matter')
  const clocks = await client.query<{ id: string }>('SELECT DISTINCT matter_id AS id FROM matter_clock')
  const found = await client.query<{ id: string }>('SELECT id FROM matter_search')
  const names = (rows: readonly { id: string }[]) => [...opened].filter(([, id]) => rows.some((row) => row.id === id)).map(([name]) => name)
  expect(names(clocks.rows)).toEqual(names(matters.rows))
  expect(names(found.rows)).toEqual(names(matters.rows))
  return names(matters.rows)
})

test('two grants show their own pairs, not one office with the towns of the other', async () => {
  const person = holding(officer(['station-gejia'], [GEJIA]), officer(['station-mishan'], [MISHAN]))
  expect(await seen(person)).toEqual([`station-gejia ${GEJIA}`, 'station-gejia none', `station-mishan ${MISHAN}`, 'station-mishan none'])
})

test('one office for all towns and all offices for one town show neither more nor less', async () => {
  const person = holding(officer(['station-gejia'], ['*']), officer(['*'], [MISHAN]))
  expect(await seen(person)).toEqual([`station-gejia ${GEJIA}`, `station-gejia ${MISHAN}`, 'station-gejia none', `station-mishan ${MISHAN}`, 'station-mishan none'])
})

test('grants that share their towns, and a grant within another, show as before', async () => {
  expect(await seen(holding(officer(['station-gejia'], [GEJIA]), officer(['station-mishan'], [GEJIA])))).toEqual([`station-gejia ${GEJIA}`, 'station-gejia none', `station-mishan ${GEJIA}`, 'station-mishan none'])
  expect(await seen(holding(officer(['station-gejia'], [GEJIA]), officer(['*'], ['*'])))).toHaveLength(6)
  expect(await seen(holding())).toEqual([])
})

test('a step is taken within the pairs and finds no matter outside them', async () => {
  const person = holding(officer(['station-gejia'], [GEJIA]), officer(['station-mishan'], [MISHAN]))
  const accept = (name: string) => takeStep(bench.services, { actor: actorOf(person), scope: scopeSettings(person) }, {
    matterId: opened.get(name) ?? '', stepId: randomUUID(), expectedVersion: null, step: 'accept', input: {},
  })
  expect(await accept(`station-gejia ${GEJIA}`)).toMatchObject({ kind: 'done' })
  expect(await accept(`station-gejia ${MISHAN}`)).toMatchObject({ code: 'procedure.matter.not-found' })
})
