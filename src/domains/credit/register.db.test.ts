import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DISTRICT, doerWith, openProcedureBench } from '../../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../../test/support/procedure-services.ts'
import { openTable } from '../../engines/exchange/open-table.ts'
import { runImport } from '../../engines/exchange/run-import.ts'
import type { EntityDraft } from '../../engines/register/entity-draft.ts'
import { saveEntities } from '../../engines/register/save-entities.ts'
import { unifiedCodeCheckDigit } from '../../kernel/unified-code.ts'
import { systemRandom } from '../../platform/random.ts'
import { instantOf } from '../../engines/procedure/example.ts'
import { missingReportsImport } from './import-missing-reports.ts'
import { hasRun, screenEntities } from './screening/screen-entities.ts'

const codeOf = (serial: number): string => {
  const first17 = `91371003MA9${String(serial).padStart(6, '0')}`
  return first17 + unifiedCodeCheckDigit(first17)
}
const draft = (serial: number, more: Partial<EntityDraft> = {}): EntityDraft => ({
  uscc: codeOf(serial), registrationNo: null, name: `演示${serial}号商贸有限公司`, kind: 'enterprise', legalForm: null, status: 'active', legalRepresentative: null, phone: null, capitalInFen: null, capitalCurrency: null,
  establishedOn: '2018-03-05', deregisteredOn: null, address: null, townCode: '371003109', villageCode: null, placeRule: null, industryCode: null, businessScope: null, registrationAuthority: null, parentUscc: null, source: 'test', synthetic: true, ...more,
})

let bench: ProcedureBench
let folder: string
const leader = doerWith('bureau-leader')
const head = doerWith('section-head')

const save = (drafts: readonly EntityDraft[], at: string) => bench.asDesk({ offices: '*', towns: '*' }, ({ client }) => saveEntities(client, drafts, { district: DISTRICT, actor: { id: 'tester', name: '测试员' }, now: instantOf(at), randomBytes: systemRandom }))

async function importRows(rows: readonly string[], isDryRun = false) {
  const path = join(folder, 'missing.csv')
  await writeFile(path, ['统一社会信用代码,企业名称,年度', ...rows].join('\r\n'))
  const { services } = bench
  const context = { pool: services.pools.owner, district: DISTRICT, actor: { id: 'test', name: '测试' }, now: services.clock.now(), randomBytes: services.random }
  return runImport({ declaration: missingReportsImport(services), table: await openTable(path), context, isDryRun }, null)
}

beforeAll(async () => {
  bench = await openProcedureBench('2026-07-02 09:00')
  folder = await mkdtemp(join(tmpdir(), 'hengjian-lists-'))
  await save([
    ...Array.from({ length: 300 }, (_, serial) => draft(serial)), draft(400, { kind: 'sole-trader', name: '演示400号小吃店' }), draft(401, { kind: 'branch' }), draft(402, { status: 'deregistered' }), draft(403, { establishedOn: '2026-02-01' }),
    draft(500), draft(501), draft(502), draft(503, { status: 'suspended' }),
  ], '2021-01-04 09:00')
  await save([draft(500, { status: 'revoked' })], '2022-06-01 09:00')
  await save([draft(501, { status: 'revoked' })], '2026-01-05 09:00')
})
afterAll(async () => {
  await bench.dispose()
  await rm(folder, { recursive: true })
})

const countOf = async (procedure: string): Promise<number> => (await bench.database.pools.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM matter WHERE procedure = $1', [procedure])).rows[0]?.n ?? -1

describe('the list of missing annual reports', () => {
  test('opens hundreds of matters at once; each bad row is named with its reason', async () => {
    const good = Array.from({ length: 300 }, (_, serial) => `${codeOf(serial)},,2025`)
    const bad = [`${codeOf(401)},,2025`, `${codeOf(402)},,2025`, `${codeOf(403)},,2025`, `${codeOf(404)},,2025`, `${codeOf(500)},别的公司,2025`, `${codeOf(501)},,2026`, `${codeOf(502)},,今年`]
    const report = await importRows([...good, `${codeOf(400)},演示400号小吃店,2025年度`, ...bad])
    expect(report).toMatchObject({ total: 308, created: 301, failed: 7 })
    expect(report.faults.filter(({ row }) => row > 302).map(({ says }) => says)).toEqual([
      expect.stringContaining('分支机构'), expect.stringContaining('已注销'), expect.stringContaining('才成立'), expect.stringContaining('没有这个主体'), expect.stringContaining('名称与登记档案不一致'), expect.stringContaining('才结束'), expect.stringContaining('不是年报年度'),
    ])
    expect([await countOf('abnormal-operation'), await countOf('sole-trader-marking')]).toEqual([300, 1])
  })

  test('taken in again, changes nothing', async () => {
    expect(await importRows([`${codeOf(1)},,2025`, `${codeOf(400)},,2025`])).toMatchObject({ created: 0, unchanged: 2, failed: 0 })
  })

  test('counts the ten working days from the last day of June, in the right office', async () => {
    const { rows } = await bench.database.pools.owner.query(`SELECT m.procedure, m.office_id, c.kind, c.due_on::text FROM matter m JOIN matter_clock c ON c.matter_id = m.id WHERE m.subject_name IN ('演示1号商贸有限公司', '演示400号小吃店') ORDER BY m.procedure`)
    expect(rows).toEqual([
      { procedure: 'abnormal-operation', office_id: 'credit-supervision', kind: 'listingAfterReports', due_on: '2026-07-14' }, { procedure: 'sole-trader-marking', office_id: 'station-gejia', kind: 'listingAfterReports', due_on: '2026-07-14' },
    ])
  })
})

test('a listing is removed only after its own repair was granted: the child is read, not believed', async () => {
  const { rows } = await bench.database.pools.owner.query<{ id: string }>(`SELECT id FROM matter WHERE subject_name = '演示2号商贸有限公司'`)
  const matterId = rows[0]?.id ?? ''
  const removal = { matterId, step: 'remove', input: { removalGround: 'repair', removalText: '已补报年度报告。' } }
  expect(await bench.take(leader, { matterId, step: 'decideListing' })).toMatchObject({ kind: 'done', documents: [expect.any(String)] })
  expect(await bench.take(head, { matterId, step: 'receiveRemovalApplication', input: { removalApplicationText: '已补报。' } })).toMatchObject({ kind: 'done' })
  expect(await bench.take(leader, removal)).toMatchObject({ kind: 'refusal', code: 'guard.removalMustRestOnGrantedRepair' })
  const child = (await bench.database.pools.owner.query<{ id: string }>(`SELECT id FROM matter WHERE procedure = 'credit-repair'`)).rows[0]?.id ?? ''
  for (const [doer, step, input] of [
    [head, 'accept', { materials: ['application', 'identity', 'promise', 'performance'] }], [head, 'verify', { verificationMethod: 'online', verificationText: '年度报告已补报。', isListingCured: true }], [leader, 'grant', {}],
  ] as const) expect(await bench.take(doer, { matterId: child, step, input }), step).toMatchObject({ kind: 'done' })
  const done = { matterId: child, step: 'completeRepair', input: { displayStopped: true, pushedTo: ['credit-china'] } }
  expect(await bench.take(head, done)).toMatchObject({ kind: 'refusal', code: 'guard.listEntryMustEndWithItsRepair' })
  expect(await bench.take(leader, removal)).toMatchObject({ kind: 'done', state: 'removed' })
  expect(await bench.take(head, done)).toMatchObject({ kind: 'done', state: 'repaired' })
})

describe('screening', () => {
  const screen = (on: string) => bench.asDesk({ offices: '*', towns: '*' }, (tx) => screenEntities(tx, DISTRICT, on))

  test('names each entity with its reasons, as of the day', async () => {
    const listed = await screen('2026-07-10')
    expect(listed.map(({ name, reasons }) => [name, reasons])).toEqual([
      ['演示500号商贸有限公司', ['revoked-six-months', 'revoked-three-years']], ['演示501号商贸有限公司', ['revoked-six-months']], ['演示503号商贸有限公司', ['suspended-three-years']],
    ])
    expect(await screen('2022-11-30')).toEqual([])
  })

  test('two years on the list without a report, and unreachable', async () => {
    bench.setTime('2026-07-03 09:00')
    await importRows([`${codeOf(502)},,2024`, `${codeOf(502)},,2025`])
    const { rows } = await bench.database.pools.owner.query<{ id: string; entity: string }>(`SELECT id, subject_entity_id AS entity FROM matter WHERE subject_name = '演示502号商贸有限公司'`)
    for (const { id } of rows) expect(await bench.take(leader, { matterId: id, step: 'decideListing' })).toMatchObject({ kind: 'done' })
    expect((await screen('2026-07-10')).map(({ name }) => name)).not.toContain('演示502号商贸有限公司')
    const opened = await bench.open(head, { procedure: 'abnormal-operation', officeId: 'credit-supervision', subjectEntityId: rows[0]?.entity ?? '', facts: { enterpriseName: '演示502号商贸有限公司', ground: 'unreachable' } })
    await bench.take(head, { matterId: opened.matter.id, step: 'verify', input: { verificationText: '登记住所无人办公。', contactMethod: 'visit', visitRecord: '大门锁闭，门牌相符。' } })
    await bench.take(leader, { matterId: opened.matter.id, step: 'decideListing' })
    expect((await screen('2026-07-10')).find(({ name }) => name === '演示502号商贸有限公司')).toMatchObject({ reasons: ['two-years-missing'], yearsMissing: [2024, 2025] })
  })

  test('years must follow one another', () => {
    expect([hasRun([2023, 2024], 2), hasRun([2022, 2024], 2), hasRun([2024], 2), hasRun([2020, 2022, 2023], 2), hasRun([], 2)]).toEqual([true, false, false, true, false])
  })
})
