import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT, startServer, visit } from '../fixtures/running-server.ts'
import type { Answer, RunningServer, Visitor } from '../fixtures/running-server.ts'
import { saveEntities } from '../../engines/register/save-entities.ts'
import { unifiedCodeCheckDigit } from '../../kernel/unified-code.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { Tracking } from '../../domains/consumer/contract.ts'

const codeOf = (serial: number): string => `91371003MA9${String(serial).padStart(6, '0')}${unifiedCodeCheckDigit(`91371003MA9${String(serial).padStart(6, '0')}`)}`
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

let server: RunningServer
let head: Visitor
let leader: Visitor
const citizen = () => visit(server)

beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'head', role: 'section-head' })
  await server.addPerson({ login: 'leader', role: 'bureau-leader' })
  ;[head, leader] = [visit(server), visit(server)]
  await Promise.all([head.signIn('head'), leader.signIn('leader')])
  const draft = (serial: number) => ({
    uscc: codeOf(serial), registrationNo: null, name: `演示${serial}号商贸有限公司`, kind: 'enterprise' as const, legalForm: null, status: 'active' as const, legalRepresentative: null, phone: null, capitalInFen: null, capitalCurrency: null,
    establishedOn: '2018-03-05', deregisteredOn: null, address: null, townCode: '371003109', villageCode: null, placeRule: null, industryCode: null, businessScope: null, registrationAuthority: null, parentUscc: null, source: 'test', synthetic: true,
  })
  await inScope(server.database.pools.desk, { district: DISTRICT, offices: '*', towns: '*' }, ({ client }) => saveEntities(client, [draft(1), draft(2)], { district: DISTRICT, actor: { id: 't', name: '测试' }, now: '2021-01-04T01:00:00.000Z', randomBytes: server.services.random }))
})
afterAll(() => server.dispose())

const application = (serial: number, more: object = {}) => ({
  id: randomUUID(), kind: 'repair', applicant: { name: `演示${serial}号商贸有限公司`, uscc: codeOf(serial) }, contact: { name: '示例甲', phone: '13900139000' },
  repairKind: 'penalty', recordNo: '文市监处罚〔2026〕9号', content: '罚款已缴清，标签已更换。', papers: ['identity', 'performance'], hasPromised: true, ...more,
})

async function apply(form: object, files: readonly string[] = ['执照.png'], url = '/api/portal/submissions', bytes = PIXEL): Promise<Answer> {
  const body = new FormData()
  body.set('submission', JSON.stringify(form))
  for (const name of files) body.append('files', new File([bytes], name, { type: 'image/png' }))
  const packed = new Response(body)
  const answer = await server.app.inject({ method: 'POST', url, headers: { 'content-type': packed.headers.get('content-type') ?? '' }, payload: Buffer.from(await packed.arrayBuffer()) })
  return { status: answer.statusCode, body: answer.json() }
}

type Key = Readonly<{ receiptNo: string; code: string }>
const keyOf = ({ body }: Answer): Key => ({ receiptNo: String(body['receiptNo']), code: String(body['code']) })
const track = async (key: Key): Promise<Tracking['matters'][number]> => {
  const { body } = await citizen().get(`/api/portal/tracking?${new URLSearchParams(key).toString()}`)
  const matter = (body as Tracking).matters[0]
  if (matter === undefined) throw new Error('nothing is tracked')
  return matter
}
const idOf = async (number: string): Promise<string> => (await server.database.pools.owner.query<{ id: string }>('SELECT id FROM matter WHERE number = $1', [number])).rows[0]?.id ?? ''
const take = async (who: Visitor, matterId: string, step: string, input: object = {}): Promise<void> => {
  const matter = await who.get(`/api/matters/${matterId}`)
  const answer = await who.send('POST', `/api/procedures/${String(matter.body['procedure'])}/matters/${matterId}/steps/${step}`, { stepId: randomUUID(), expectedVersion: matter.body['version'], input })
  expect(answer, `${step} ${JSON.stringify(answer.body)}`).toMatchObject({ status: 200 })
}

test('an application opens a repair at the office of credit, with its papers; sent again it opens none; the letters come by the code', async () => {
  const form = application(1)
  const sent = await apply(form)
  expect(sent).toMatchObject({ status: 201, body: { promises: [{ says: expect.stringContaining('受理') as unknown, by: '2026-11-25' }] } })
  expect(keyOf(await apply(form))).toEqual(keyOf(sent))
  const before = await track(keyOf(sent))
  expect(before).toMatchObject({ kindName: '信用修复', title: '演示1号商贸有限公司信用修复', stateSays: '已收到您的信用修复申请。', mayWithdraw: true, documents: [] })
  const id = await idOf(before.number)
  const { rows } = await server.database.pools.owner.query(`SELECT office_id, subject_name, facts->'materials' AS materials, facts->>'applicationText' AS said, (SELECT count(*)::int FROM attachment a WHERE a.matter_id = m.id) AS files,
    (SELECT string_agg(role || ' ' || name, ', ' ORDER BY role) FROM party p WHERE p.matter_id = m.id) AS parties FROM matter m WHERE id = $1`, [id])
  expect(rows).toEqual([{ office_id: 'credit-supervision', subject_name: '演示1号商贸有限公司', materials: ['application', 'promise', 'identity', 'performance'], said: '罚款已缴清，标签已更换。', files: 1, parties: 'applicant 演示1号商贸有限公司, contact 示例甲' }])

  await take(head, id, 'askCorrection', { papersMissing: '罚款缴纳凭证。' })
  const after = await track(keyOf(sent))
  expect(after.documents.map(({ title }) => title)).toEqual(['信用修复补正告知书'])
  const letter = (key: Key) => citizen().download(`/api/portal/documents/${after.documents[0]?.id ?? ''}?${new URLSearchParams(key).toString()}`)
  const { status, bytes } = await letter(keyOf(sent))
  expect([status, Buffer.from(bytes.subarray(0, 5)).toString()]).toEqual([200, '%PDF-'])
  expect(Buffer.from((await letter({ ...keyOf(sent), code: 'WRONGCOD' })).bytes.subarray(0, 5)).toString()).not.toBe('%PDF-')
})

test('the applicant withdraws with number and code', async () => {
  const key = keyOf(await apply(application(1, { recordNo: '文市监处罚〔2026〕10号' })))
  const { number } = await track(key)
  expect(await citizen().send('POST', '/api/portal/tracking/withdraw', { ...key, number, reason: '材料还没有备齐', stepId: randomUUID() })).toMatchObject({ status: 200 })
  expect(await track(key)).toMatchObject({ isClosed: true, mayWithdraw: false, stateSays: '申请已撤回。' })
})

test('an application to leave a list is tied to the listing, which then may end by the repair alone', async () => {
  const { rows: [entity] } = await server.database.pools.owner.query<{ id: string }>('SELECT id FROM entity WHERE uscc = $1', [codeOf(2)])
  const opened = await head.send('POST', '/api/matters', { stepId: randomUUID(), procedure: 'abnormal-operation', entityId: entity?.id, officeId: 'credit-supervision', facts: { enterpriseName: '演示2号商贸有限公司', ground: 'no-annual-report', reportYear: 2025 } })
  expect(opened, JSON.stringify(opened.body)).toMatchObject({ status: 200 })
  const listing = String(opened.body['id'])
  await take(leader, listing, 'decideListing')
  const { number } = await track(keyOf(await apply(application(2, { repairKind: 'abnormal-list', recordNo: '', content: '年报已经补报并公示。' }))))
  const repair = await head.get(`/api/matters/${await idOf(number)}`)
  expect(repair.body['links']).toMatchObject([{ kind: 'parent', number: opened.body['number'] }])
  const { rows } = await server.database.pools.owner.query(`SELECT facts->>'recordNo' AS record, facts->>'publishedOn' AS published FROM matter WHERE number = $1`, [number])
  expect(rows).toEqual([{ record: opened.body['number'], published: '2026-11-23' }])
})

test('a form with faults opens nothing and names each field', async () => {
  const fieldsOf = async (form: object) => ((await apply(form)).body['fields'] as readonly { field: string }[]).map(({ field }) => field)
  expect(await fieldsOf(application(1, { recordNo: '', hasPromised: false, contact: { name: '示例甲', phone: '12' } }))).toEqual(['contact.phone', 'recordNo', 'hasPromised'])
  expect(await fieldsOf(application(1, { repairKind: 'anything' }))).toEqual(['repairKind'])
  expect(await fieldsOf(application(1, { applicant: { name: '演示1号商贸有限公司', uscc: `${codeOf(1).slice(0, 17)}?` } }))).toEqual(['applicant.uscc'])
})

test('papers that are named but not sent do not count as handed in', async () => {
  const { number } = await track(keyOf(await apply(application(1, { recordNo: '文市监处罚〔2026〕11号' }), [])))
  const { rows } = await server.database.pools.owner.query(`SELECT facts->'materials' AS materials FROM matter WHERE number = $1`, [number])
  expect(rows).toEqual([{ materials: ['application', 'promise'] }])
})

test('papers are handed in later with number and code, each once; the way is shut when the matter is closed', async () => {
  const PAPERS = '/api/portal/tracking/papers'
  const key = keyOf(await apply(application(1, { recordNo: '文市监处罚〔2026〕12号' })))
  const { number } = await track(key)
  const id = await idOf(number)
  const count = async () => (await server.database.pools.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM attachment WHERE matter_id = $1 AND from_party', [id])).rows[0]?.n
  const other = Buffer.concat([PIXEL, Buffer.from([0])])
  for (const name of ['凭证.png', '同一凭证.png']) expect(await apply({ ...key, number }, [name], PAPERS, other)).toMatchObject({ status: 200 })
  expect(await count()).toBe(2)
  expect((await track(key)).history.map(({ says }) => says)).toEqual([expect.stringContaining('已收到，编号'), '已收到您补交的材料：凭证.png。'])
  expect((await head.get(`/api/matters/${id}`)).body['attachments']).toHaveLength(2)
  expect((await apply({ ...key, code: 'WRONGCOD', number }, ['凭证.png'], PAPERS)).body['code']).toBe('portal.receipt.not-found')
  expect((await apply({ ...key, number: '修复〔2026〕9999号' }, ['凭证.png'], PAPERS)).body['code']).toBe('portal.receipt.not-found')
  expect((await apply({ ...key, number }, [], PAPERS)).body['code']).toBe('portal.papers-missing')
  for (let round = 0; round < 5; round += 1) {
    const files = Array.from({ length: 9 }, (_, index) => Buffer.concat([PIXEL, Buffer.from([1, round, index])]))
    const body = new FormData()
    body.set('submission', JSON.stringify({ ...key, number }))
    for (const [index, bytes] of files.entries()) body.append('files', new File([bytes], `${index}.png`, { type: 'image/png' }))
    const packed = new Response(body)
    const answer = await server.app.inject({ method: 'POST', url: PAPERS, headers: { 'content-type': packed.headers.get('content-type') ?? '' }, payload: Buffer.from(await packed.arrayBuffer()) })
    if (round === 4) expect(answer.json()).toMatchObject({ code: 'portal.papers-too-many' })
  }
  expect(await count()).toBe(38)
  await citizen().send('POST', '/api/portal/tracking/withdraw', { ...key, number, reason: '材料还没有备齐', stepId: randomUUID() })
  expect((await apply({ ...key, number }, ['凭证.png'], PAPERS)).body['code']).toBe('portal.papers-closed')
})
