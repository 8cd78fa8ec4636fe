import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Screening, ScreeningOpened } from '../../domains/credit/contract.ts'
import type { MatterOpened } from '../../engines/procedure/contract.ts'
import type { EntityDraft } from '../../engines/register/entity-draft.ts'
import { saveEntities } from '../../engines/register/save-entities.ts'
import { unifiedCodeCheckDigit } from '../../kernel/unified-code.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { DISTRICT, startServer, visit } from '../fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../fixtures/running-server.ts'

const codeOf = (serial: number): string => {
  const first17 = `91371003MA9${String(serial).padStart(6, '0')}`
  return first17 + unifiedCodeCheckDigit(first17)
}
const draft = (serial: number, status: EntityDraft['status']): EntityDraft => ({
  uscc: codeOf(serial), registrationNo: null, name: `演示${serial}号商贸有限公司`, kind: 'enterprise', legalForm: null, status, legalRepresentative: null, phone: null, capitalInFen: null, capitalCurrency: null,
  establishedOn: '2018-03-05', deregisteredOn: null, address: null, townCode: '371003109', villageCode: null, placeRule: null, industryCode: null, businessScope: null, registrationAuthority: null, parentUscc: null, source: 'test', synthetic: true,
})

let server: RunningServer
let head: Visitor
let station: Visitor
let outsider: Visitor
beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'head', role: 'section-head' })
  await server.addPerson({ login: 'station', role: 'case-officer', offices: ['general-office'] })
  await server.addPerson({ login: 'outsider', role: 'system-administrator' })
  ;[head, station, outsider] = [visit(server), visit(server), visit(server)]
  await Promise.all([head.signIn('head'), station.signIn('station'), outsider.signIn('outsider')])
  const save = (drafts: readonly EntityDraft[], now: string) => inScope(server.database.pools.desk, { district: DISTRICT, offices: '*', towns: '*' }, ({ client }) => saveEntities(client, drafts, { district: DISTRICT, actor: { id: 't', name: '测试' }, now, randomBytes: server.services.random }))
  await save([draft(1, 'active'), draft(2, 'active'), draft(3, 'active')], '2021-01-04T01:00:00.000Z')
  await save([draft(1, 'revoked'), draft(2, 'suspended')], '2022-06-01T01:00:00.000Z')
})
afterAll(() => server.dispose())

const entityId = async (serial: number): Promise<string> => (await server.database.pools.owner.query<{ id: string }>('SELECT id FROM entity WHERE uscc = $1', [codeOf(serial)])).rows[0]?.id ?? ''
const repair = async () => ({ stepId: randomUUID(), procedure: 'credit-repair', entityId: await entityId(3), officeId: 'credit-supervision', receivedAt: '2026-11-20T01:00:00.000Z', facts: { applicantName: '演示3号商贸有限公司', repairKind: 'abnormal-list' } })

describe('opening', () => {
  test('a repair about an entity of the register, once however often it is sent', async () => {
    const asked = await repair()
    const { body } = await head.send('POST', '/api/matters', asked)
    expect(body).toMatchObject({ number: '修复〔2026〕1号', procedureName: '信用修复', officeName: '信用监督管理科' })
    expect((await head.send('POST', '/api/matters', asked)).body).toEqual(body)
    expect((await head.send('POST', '/api/matters', { ...asked, facts: { ...asked.facts, repairKind: 'penalty' } })).body).toMatchObject({ code: 'procedure.step-id-reused' })
    const matter = (await head.get(`/api/matters/${(body as unknown as MatterOpened).id}`)).body
    expect(matter).toMatchObject({ number: '修复〔2026〕1号', stateName: '待受理' })
  })

  test('received now where no moment is given, and still once', async () => {
    const { receivedAt: _now, ...asked } = { ...(await repair()), stepId: randomUUID() }
    const { body } = await head.send('POST', '/api/matters', asked)
    server.passTime(60)
    expect((await head.send('POST', '/api/matters', asked)).body).toEqual(body)
    expect((await head.get(`/api/matters/${(body as unknown as MatterOpened).id}`)).body).toMatchObject({ receivedAt: '2026-11-23T01:00:00.000Z' })
  })

  test('invalid facts are named, an unknown kind and an unknown entity refused', async () => {
    const asked = await repair()
    expect((await head.send('POST', '/api/matters', { ...asked, facts: {} })).body).toMatchObject({ code: 'invalid-input' })
    expect((await head.send('POST', '/api/matters', { ...asked, procedure: 'complaint' })).status).toBe(400)
    expect((await head.send('POST', '/api/matters', { ...asked, stepId: randomUUID(), entityId: randomUUID() })).body).toMatchObject({ code: 'register.entity-not-found' })
  })

  test('what came in before the first law known here is refused', async () => {
    const asked = { ...(await repair()), procedure: 'forced-deregistration', receivedAt: '2025-10-09T01:00:00.000Z', facts: { companyName: '演示1号商贸有限公司', legalForm: 'company', trigger: 'licence-revoked', triggeredOn: '2022-06-01' } }
    expect((await head.send('POST', '/api/matters', asked)).body).toMatchObject({ code: 'procedure.before-first-law' })
    expect((await head.send('POST', '/api/matters', { ...asked, receivedAt: '2025-10-10T01:00:00.000Z' })).body).toMatchObject({ number: '强注〔2025〕1号' })
  })
})

describe('screening', () => {
  test('lists reasons with their articles, opens a matter for each and says what became of each row', async () => {
    const screening = (await head.get('/api/credit/screening')).body as unknown as Screening
    expect(screening.rows.map(({ name, reasons }) => [name, reasons.map(({ id }) => id)])).toEqual([['演示1号商贸有限公司', ['revoked-six-months', 'revoked-three-years']], ['演示2号商贸有限公司', ['suspended-three-years']]])
    expect(screening.criteria.map(({ count }) => count)).toEqual([0, 1, 1, 1])
    expect(screening.rows[0]?.reasons[1]?.basis).toBe('《中华人民共和国公司法》第二百四十一条')
    const ids = [await entityId(1), await entityId(3)]
    const opened = (await head.send('POST', '/api/credit/screening/open', { on: screening.on, entityIds: ids })).body as unknown as ScreeningOpened
    expect(opened.results.map(({ ok, says }) => [ok, says])).toEqual([[true, '已登记清理〔2026〕1号'], [false, '该日的筛查名单中没有这个主体']])
    const again = (await head.send('POST', '/api/credit/screening/open', { on: screening.on, entityIds: ids })).body as unknown as ScreeningOpened
    expect(again.results[0]).toMatchObject({ ok: false, says: '已有在办的清理〔2026〕1号' })
  })

  test('is for those who handle matters', async () => {
    expect((await outsider.get('/api/credit/screening')).status).toBe(403)
    expect((await station.get('/api/credit/screening')).status).toBe(200)
  })
})
