import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDistrict } from '../../../districts/load-district.ts'
import { createTestDatabase } from '../../../test/support/database.ts'
import type { TestDatabase } from '../../../test/support/database.ts'
import { unifiedCodeCheckDigit } from '../../kernel/unified-code.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { systemRandom } from '../../platform/random.ts'
import { seedDistrict } from './district.ts'
import type { EntityDraft } from './entity-draft.ts'
import { findEntityFile, maskPhone } from './entity-file.ts'
import { globalSearch } from './global-search.ts'
import { findPublished, searchPublished } from './published-entities.ts'
import { saveEntities } from './save-entities.ts'
import { eachEntity, searchEntities } from './search-entities.ts'

const DISTRICT = '371003'
const NOW = '2026-11-22T02:00:00.000Z'
const scope = { district: DISTRICT, offices: '*', towns: '*' } as const
const plain = () => null
const codeOf = (serial: number): string => {
  const first17 = `92371003MA8${String(serial).padStart(6, '0')}`
  return first17 + unifiedCodeCheckDigit(first17)
}
const draft = (serial: number, more: Partial<EntityDraft> = {}): EntityDraft => ({
  uscc: codeOf(serial), registrationNo: null, name: `演示${String(serial).padStart(5, '0')}号商行`, kind: 'sole-trader', legalForm: null, status: 'active', legalRepresentative: '张示例', phone: '10000000000',
  capitalInFen: 5_000_000, capitalCurrency: 'CNY', establishedOn: '2021-03-05', deregisteredOn: null, address: `威海市文登区葛家镇示范路${serial}号`, townCode: '371003109', villageCode: null, placeRule: 'v1',
  industryCode: 'F5211', businessScope: null, registrationAuthority: null, parentUscc: null, source: 'test', synthetic: true, ...more,
})
const SPECIAL = draft(90_001, { name: '文登阿里（旗舰）超市', address: '文登区米山镇海安路１２号', townCode: '371003110' })

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedDistrict(database.pools.owner, loadDistrict(DISTRICT))
  const context = { district: DISTRICT, actor: { id: 'tester', name: '测试员' }, now: NOW, randomBytes: systemRandom }
  await inScope(database.pools.desk, scope, async ({ client }) => {
    await saveEntities(client, Array.from({ length: 1_200 }, (_, i) => draft(i)), context)
    await saveEntities(client, [SPECIAL, draft(90_002, { name: '里阿登文相反商店', uscc: null, registrationNo: '371081600009999' })], context)
    await saveEntities(client, [draft(90_003, { name: '文登阿里超市第一分店', kind: 'branch', parentUscc: SPECIAL.uscc })], context)
  })
  await database.pools.owner.query('ANALYZE entity')
})
afterAll(() => database.dispose())

const search = (filter: Parameters<typeof searchEntities>[2], limit = 50, after?: string) =>
  inScope(database.pools.desk, scope, ({ client }) => searchEntities(client, DISTRICT, filter, { limit, after }, plain))
const names = async (q: string): Promise<readonly string[]> => (await search({ q })).rows.map(({ name }) => name)

describe('search', () => {
  test('two characters of a name suffice and keep their order', async () => {
    expect(await names('阿里')).toEqual([SPECIAL.name, '文登阿里超市第一分店'])
    expect(await names('里阿')).toEqual(['里阿登文相反商店'])
  })

  test('brackets, width and spaces of name and address do not matter; several words must all fit', async () => {
    expect(await names('阿里(旗舰)')).toEqual([SPECIAL.name])
    expect(await names('海安路12号')).toEqual([SPECIAL.name])
    expect(await names('米山 阿里')).toEqual([SPECIAL.name])
    expect(await names('葛家 阿里')).toEqual(['文登阿里超市第一分店'])
    expect(await names('100%')).toEqual([])
  })

  test('a unified code, its beginning, and a registration number', async () => {
    expect(await names(SPECIAL.uscc ?? '')).toEqual([SPECIAL.name])
    expect(await names((SPECIAL.uscc ?? '').slice(0, 17).toLowerCase())).toEqual([SPECIAL.name])
    expect(await names('371081600009999')).toEqual(['里阿登文相反商店'])
  })

  test('eight runs on one connection answer alike and keep using the index', async () => {
    await inScope(database.pools.desk, scope, async ({ client }) => {
      const answers = []
      for (let run = 0; run < 8; run += 1) answers.push(await searchEntities(client, DISTRICT, { q: '阿里' }, { limit: 50 }, plain))
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect(answers[0]?.rows.length).toBe(2)
      expect((await client.query('SELECT FROM pg_prepared_statements')).rowCount).toBe(0)
    })
  })

  test('pages follow each other without gap or repetition, the total is exact', async () => {
    const seen: string[] = []
    let page = await search({ q: '商行' }, 200)
    expect(page).toMatchObject({ total: 1_000, isTotalExact: false })
    expect(await search({ q: '米山' })).toMatchObject({ total: 1, isTotalExact: true })
    for (;;) {
      seen.push(...page.rows.map(({ id }) => id))
      if (page.next === null) break
      page = await search({ q: '商行' }, 200, page.next)
    }
    expect(seen.length).toBe(1_200)
    expect(new Set(seen).size).toBe(1_200)
  })

  test('filters narrow the list and its export alike', async () => {
    const filter = { kind: 'branch', town: '371003109' } as const
    expect((await search(filter)).total).toBe(1)
    const exported: string[] = []
    for await (const row of eachEntity((work) => inScope(database.pools.desk, scope, ({ client }) => work(client)), DISTRICT, {})) exported.push(row.id)
    expect(new Set(exported).size).toBe(1_203)
  })
})

describe('the file of an entity', () => {
  test('shows identity, parent and branches, and hides most of the telephone number', async () => {
    const [row] = (await search({ q: '旗舰' })).rows
    const file = await inScope(database.pools.desk, scope, (tx) => findEntityFile(tx, row?.id ?? '', { district: DISTRICT, now: NOW, procedures: new Map(), industryName: plain }))
    expect(file).toMatchObject({ entity: { name: SPECIAL.name, townName: '米山镇', capitalInFen: 5_000_000, phoneMasked: '100****0000' }, parent: null, nextDue: [], counts: {} })
    expect(file?.branches.map(({ name }) => name)).toEqual(['文登阿里超市第一分店'])
    expect(file?.timeline.map(({ title, detail }) => [title, detail])).toEqual([['录入登记信息', '录入人：测试员']])
  })

  test('an entity of another district does not exist', async () => {
    const [row] = (await search({ q: '旗舰' })).rows
    const elsewhere = { district: '371002', now: NOW, procedures: new Map(), industryName: plain }
    expect(await inScope(database.pools.desk, { ...scope, district: '371002' }, (tx) => findEntityFile(tx, row?.id ?? '', elsewhere))).toBeUndefined()
  })

  test.each([['10000000000', '100****0000'], ['0631-8450000', '063*****0000'], ['8450000', '*****00']])('%s is shown as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked))
})

test('the search box finds entities, and says nothing to one character', async () => {
  const ask = (q: string) => inScope(database.pools.desk, scope, (tx) => globalSearch(tx, q, { district: DISTRICT, procedures: new Map() }))
  expect((await ask('旗舰')).entities).toMatchObject([{ name: SPECIAL.name, townName: '米山镇' }])
  expect(await ask('旗')).toEqual({ entities: [], matters: [] })
})

describe('what the public may look up', () => {
  const words = { industryName: plain, formatCapital: (fen: number, currency: string) => `${fen} ${currency}` }
  const ask = (q: string) => inScope(database.pools.portal, { district: DISTRICT }, ({ client }) => searchPublished(client, DISTRICT, q, { limit: 20 }, words))

  test('names and whole codes; published fields only', async () => {
    expect((await ask('旗舰')).rows.map(({ name }) => name)).toEqual([SPECIAL.name])
    const [found] = (await ask(SPECIAL.uscc ?? '')).rows
    expect(found).toMatchObject({ name: SPECIAL.name, capitalText: '5000000 CNY', townName: '米山镇', synthetic: true })
    expect(JSON.stringify(found)).not.toContain('10000000000')
    expect(await inScope(database.pools.portal, { district: DISTRICT }, ({ client }) => findPublished(client, DISTRICT, found?.id ?? '', words))).toEqual(found)
  })

  test('addresses are not searchable, nor is another district', async () => {
    expect((await ask('示范路')).rows).toEqual([])
    expect((await inScope(database.pools.portal, { district: '371002' }, ({ client }) => searchPublished(client, '371002', '旗舰', { limit: 20 }, words))).rows).toEqual([])
  })
})
