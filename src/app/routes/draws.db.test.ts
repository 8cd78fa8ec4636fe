import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Announced, DrawPreview, InspectorRow, ItemRow, ObjectBase, PlanTask, PlanView, PortalInspectionPlans, PreparedDraw } from '../../domains/inspection/programme/contract.ts'
import { OWN_DEPARTMENT } from '../../domains/inspection/programme/services.ts'
import type { DrawView, PortalDraw, PortalDraws, TasksOpened } from '../../engines/draw/contract.ts'
import { publishAnchors } from '../../engines/draw/held/publish-anchors.ts'
import { explain } from '../../engines/draw/explain.ts'
import { bundleSchema } from '../../engines/draw/bundle.ts'
import { verifyBundle } from '../../engines/draw/verify-bundle.ts'
import { addDays } from '../../kernel/calendar-date.ts'
import { HASHES } from '../../platform/hash.ts'
import { sealPending } from '../../platform/ledger/seal.ts'
import { registerDraw } from '../commands/draw.ts'
import { runCommand } from '../fixtures/run-command.ts'
import { DISTRICT, startServer, visit } from '../fixtures/running-server.ts'
import type { Answer, RunningServer, Visitor } from '../fixtures/running-server.ts'
import { verifyHistory } from '../verify-history.ts'

const TODAY = '2026-11-23'
const TOWNS = ['371003100', '371003101', '371003106', '371003109']
const idOf = (i: number, prefix = '01900000'): string => `${prefix}-0000-7000-8000-${String(i).padStart(12, '0')}`

let server: RunningServer
let head: Visitor, leader: Visitor, officer: Visitor, portal: Visitor
let accounts: readonly string[]

beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'leader', name: '赵示例', role: 'bureau-leader' })
  await server.addPerson({ login: 'head', name: '孙示例', role: 'section-head' })
  accounts = await Promise.all(['officer', 'second', 'third', 'fourth', 'fifth', 'sixth'].map((login) => server.addPerson({ login, name: `${login}示例`, role: 'case-officer' })))
  ;[head, leader, officer, portal] = [visit(server), visit(server), visit(server), visit(server)]
  await Promise.all([head.signIn('head'), leader.signIn('leader'), officer.signIn('officer')])
  await fillRegister(160)
})
afterAll(() => server.dispose())

/** Generated shops without a unified code, half of them food operators with a filing. */
async function fillRegister(count: number): Promise<void> {
  const { owner } = server.database.pools
  for (let i = 0; i < count; i += 1) {
    await owner.query(
      `INSERT INTO entity (district_code, id, name, name_bigrams, name_sort, kind, status, town_code, industry_code, source, source_hash, synthetic, version, created_at, updated_at)
       VALUES ($1, $2, $3, '{}', $3, 'sole-trader', 'active', $4, 'H6210', 'test', '', true, 1, '2026-01-01Z', '2026-01-01Z')`, [DISTRICT, idOf(i), `文登区示例${i}号饭店`, TOWNS[i % TOWNS.length]])
    if (i % 2 === 0) await owner.query(
      `INSERT INTO register_entry (district_code, id, kind, entity_id, town_code, code, name, status, facts, source, source_hash, synthetic, version, created_at, updated_at)
       VALUES ($1, $2, 'food-operator', $3, $4, $5, '热食类', 'active', '{}', 'test', '', true, 1, '2026-01-01Z', '2026-01-01Z')`, [DISTRICT, idOf(i, '01900001'), idOf(i), TOWNS[i % TOWNS.length], `示JY${i}`])
    if (i % 2 === 0) await owner.query(
      `INSERT INTO assessment (district_code, id, model, model_version, entity_id, assessed_on, score, class, items, is_current, synthetic) VALUES ($1, $2, 'credit-risk', 't', $3, '2026-11-01', 1, $4, '[]', true, true)`,
      [DISTRICT, idOf(i, '01900002'), idOf(i), i % 8 === 0 ? 'D' : 'A'])
  }
}

const rule = (numerator: number, denominator: number, more: object = {}) => ({ share: { numerator, denominator }, minimum: 0, timesPerYear: 1, ...more })
const TASK: PlanTask = {
  id: 't1', name: '食品经营许可事项抽查', level: 'general', itemCodes: ['SP02'], kind: 'food-operator', monthFrom: 10, monthUntil: 12, leadOfficeId: 'food-sales', jointDepartments: [],
  classes: { A: rule(5, 100), B: rule(10, 100), C: rule(20, 100), D: rule(30, 100), U: rule(10, 100) }, random: { group: { numerator: 1, denominator: 5 }, drawn: { numerator: 1, denominator: 10 } },
}
const body = (answer: Answer): unknown => {
  expect(answer, JSON.stringify(answer.body).slice(0, 600)).toMatchObject({ status: 200 })
  return answer.body
}
/** Sessions end in the meantime: everybody signs in anew. */
const later = async (seconds: number): Promise<void> => {
  server.passTime(seconds)
  await Promise.all([head.signIn('head'), leader.signIn('leader'), officer.signIn('officer')])
}
const seal = (): Promise<unknown> => sealPending(server.database.pools.owner, { now: () => server.services.clock.now() })
const publishedAt = (days: number): string => `${addDays(TODAY, days)}T13:30:00.000Z`
const orderFor = (planId: string, days = 1, more: object = {}) => ({
  planId, taskId: 't1', title: '2026年第四季度食品经营抽查', hash: 'sha256', towns: [],
  sources: ['2026135', '2026136', '2026137'].map((issue, i) => ({ source: 'double-colour-ball', issue, publishedFrom: publishedAt(days + i) })),
  team: { visitsFrom: '2026-12-05', visitsTo: '2026-12-25', quota: 12, bansSameTown: true, relaxations: ['quota', 'same-town', 'expertise'] }, ...more,
})
const READING = (i: number, more: object = {}) => ({ issue: `202613${5 + i}`, parts: [['01', '7', '12', '19', '25', `${28 + i}`], [`${i + 3}`]], evidence: '中国福彩网开奖公告', ...more })

let planId = ''
let first: DrawView

describe('bases and item list', () => {
  test('the list has its bases; a legal floor and a key item cannot be edited away; versions stay', async () => {
    const list = body(await officer.get('/api/inspection/items')) as { rows: readonly ItemRow[]; mayEdit: boolean }
    const item = list.rows.find(({ code }) => code === 'YP01')
    expect(list.mayEdit).toBe(false)
    expect(item).toMatchObject({ level: 'key', officeName: '药品监督管理科', floor: { share: { numerator: 1, denominator: 3 } } })
    if (item === undefined) return
    const { name, category, kinds, methods, officeId, jointDepartments, checklistIds, expertise, basisText } = item
    const fields = { name, category, level: 'general', kinds, methods, officeId, jointDepartments, checklistIds, expertise, basisText }
    expect((await head.send('PUT', '/api/inspection/items/YP01', { version: 1, reason: '降低检查频次', fields })).body.code).toBe('inspection-item.key-by-law')
    expect((await officer.send('POST', '/api/inspection/items/HZ01/retire', { version: 1, reason: '不再单独抽查' })).body.code).toBe('rights.programme-planner')
    expect((body(await head.send('POST', '/api/inspection/items/HZ01/retire', { version: 1, reason: '不再单独抽查' })) as ItemRow)).toMatchObject({ isRetired: true, version: 2 })
    expect((await head.send('POST', '/api/inspection/items/HZ01/retire', { version: 1, reason: '不再单独抽查' })).body.code).toBe('inspection-item.changed-meanwhile')
    expect((body(await officer.get('/api/inspection/items/HZ01/history')) as { rows: readonly object[] }).rows).toMatchObject([{ version: 2, reason: '不再单独抽查', isRetired: true }, { version: 1, isRetired: false }])
  })

  test('the base counts holders of entries, and every number opens', async () => {
    const base = body(await officer.get('/api/inspection/objects')) as ObjectBase
    expect(base.kinds.find(({ id }) => id === 'food-operator')).toMatchObject({ objects: 80, unlinked: 0 })
    expect(base.kinds.find(({ id }) => id === 'sole-trader')?.objects).toBe(160)
    const here = base.counts.filter(({ kind, townCode }) => kind === 'food-operator' && townCode === TOWNS[0])
    const page = body(await officer.get(`/api/inspection/objects/food-operator?town=${TOWNS[0]}&class=D`)) as { total: number; rows: readonly object[]; next: string | null }
    expect(here[0]?.objects).toBe(40)
    expect(page).toMatchObject({ total: 20, rows: Array.from({ length: 20 }, () => ({ creditClass: 'D' })) })
  })

  test('inspectors with certificate, leave and conflicts, each with its history', async () => {
    const fields = (i: number) => ({
      accountId: accounts[i] ?? null, name: `检查员${i}示例`, department: OWN_DEPARTMENT, officeId: 'food-sales', townCode: i === 0 ? (TOWNS[0] ?? null) : null, certificateNo: `示证000${i}`, certifiedFrom: '2024-01-01', certifiedUntil: '2029-12-31',
      expertise: i % 2 === 0 ? ['食品'] : [], isActive: true,
    })
    const people: InspectorRow[] = []
    for (let i = 0; i < 6; i += 1) people.push((body(await head.send('POST', '/api/inspection/inspectors', { reason: '建立名录库', fields: fields(i) })) as InspectorRow))
    expect((await head.send('POST', '/api/inspection/inspectors', { reason: '建立名录库', fields: { ...fields(0), accountId: null } })).body.code).toBe('inspector.known')
    const [mine, , , , , away] = people
    const conflict = body(await officer.send('POST', `/api/inspection/inspectors/${mine?.id ?? ''}/conflicts`, { entityId: idOf(0), reason: '近亲属在该店任职' })) as InspectorRow
    expect(conflict.conflicts).toMatchObject([{ entityName: '文登区示例0号饭店', endedAt: null }])
    expect((await officer.send('POST', `/api/inspection/inspectors/${away?.id ?? ''}/leave`, { from: '2026-12-01', until: '2026-12-10', reason: '年休假安排' })).body.code).toBe('rights.inspector-self')
    const leave = body(await head.send('POST', `/api/inspection/inspectors/${away?.id ?? ''}/leave`, { from: '2026-12-01', until: '2026-12-10', reason: '年休假安排' })) as InspectorRow
    expect(leave.leave).toMatchObject([{ from: '2026-12-01', until: '2026-12-10', endedAt: null }])
    const changed = body(await head.send('PUT', `/api/inspection/inspectors/${mine?.id ?? ''}`, { version: 1, reason: '补登专业资质', fields: { ...fields(0), expertise: ['食品', '药品'] } })) as InspectorRow
    expect(changed).toMatchObject({ version: 2, expertise: ['食品', '药品'] })
    expect((body(await officer.get(`/api/inspection/inspectors/${mine?.id ?? ''}/history`)) as { rows: readonly object[] }).rows).toHaveLength(2)
  })
})

describe('the yearly plan', () => {
  test('a class cannot go below the legal floor; a random share is a must', async () => {
    const drugs = { ...TASK, id: 't2', name: '药店检查', level: 'key', itemCodes: ['YP01'], kind: 'drug-retailer' }
    const low = await head.send('POST', '/api/inspection/plans', { year: 2026, title: '2026年度抽查计划', tasks: [drugs] })
    expect(low).toMatchObject({ status: 409, body: { code: 'inspection-plan.below-floor', cite: { instrument: 'drug-operation-measures', article: expect.stringContaining('第六十条') as unknown } } })
    expect(String(low.body.says)).toContain('A类')
    const sly = { ...TASK, random: { ...TASK.random, group: { numerator: 0, denominator: 5 } } }
    expect((await head.send('POST', '/api/inspection/plans', { year: 2026, title: '2026年度抽查计划', tasks: [sly] })).body.code).toBe('inspection-plan.random-share-missing')
    expect((await head.send('POST', '/api/inspection/plans', { year: 2026, title: '2026年度抽查计划', tasks: [{ ...TASK, itemCodes: ['HZ01'] }] })).body.code).toBe('inspection-plan.faulty')
  })

  test('every class that the bureau ordered needs its rule: nobody of a fifth class is drawn as if not assessed', async () => {
    const { owner } = server.database.pools
    const classes = ['A', 'B', 'C', 'D', 'E'].map((id, i) => ({ id, name: `第${i + 1}级`, from: i === 0 ? null : i * 10, effect: '' }))
    const { rows: [order] } = await owner.query<{ id: string }>(
      `INSERT INTO assessment_order (district_code, id, model, in_force_from, classes, points, reason, ordered_at, account_id, account_name)
       VALUES ($1, $2, 'credit-risk', '2026-01-01', $3, '{}', '改为五类', '2026-01-01Z', $4, '赵示例') RETURNING id`, [DISTRICT, idOf(1, '01900003'), JSON.stringify(classes), accounts[0]])
    const missing = await head.send('POST', '/api/inspection/plans', { year: 2025, title: '2025年度抽查计划', tasks: [TASK] })
    expect(missing).toMatchObject({ status: 409, body: { code: 'inspection-plan.class-missing', says: expect.stringContaining('“E类（第5级）”') as unknown } })
    await owner.query(`UPDATE assessment SET class = 'E' WHERE class = 'D'`)
    const whole = body(await head.send('POST', '/api/inspection/plans', { year: 2025, title: '2025年度抽查计划', tasks: [{ ...TASK, classes: { ...TASK.classes, E: rule(100, 100) } }] })) as PlanView
    expect(Object.values(whole.classNames)).toEqual(['A类（第1级）', 'B类（第2级）', 'C类（第3级）', 'D类（第4级）', 'E类（第5级）', '未评'])
    expect(whole.taskRows[0]).toMatchObject({ objects: 80, expected: 21 })
    await owner.query(`UPDATE assessment SET class = 'D' WHERE class = 'E'`)
    await owner.query('DELETE FROM assessment_order WHERE id = $1', [order?.id])
  })

  test('drafted, revised with what changed, filed, published to the portal', async () => {
    const draft = body(await head.send('POST', '/api/inspection/plans', { year: 2026, title: '2026年度抽查计划', tasks: [TASK] })) as PlanView
    planId = draft.id
    expect(draft.taskRows[0]).toMatchObject({ objects: 80, kindName: '食品经营者', floor: null })
    const classes = { ...TASK.classes, D: rule(40, 100) }
    const revised = body(await head.send('PUT', `/api/inspection/plans/${planId}`, { version: 1, reason: '高风险对象提高比例', title: draft.title, tasks: [{ ...TASK, classes }] })) as PlanView
    expect(revised.revisions[0]).toMatchObject({ revision: 2, changes: [{ field: 'D类', before: '30%，每年不超过1次', after: '40%，每年不超过1次' }] })
    expect((await head.send('POST', '/api/inspection/draw-orders', { order: orderFor(planId) })).body.code).toBe('draw-order.plan-not-published')
    expect((await leader.send('POST', `/api/inspection/plans/${planId}/publish`, { version: 2 })).body.code).toBe('inspection-plan.not-filed')
    await head.send('POST', `/api/inspection/plans/${planId}/file`, { version: 2, filedTo: '威海市市场监督管理局', filingNumber: '备〔2026〕1号' })
    expect((await head.send('POST', `/api/inspection/plans/${planId}/publish`, { version: 3 })).body.code).toBe('rights.programme-approver')
    expect((body(await leader.send('POST', `/api/inspection/plans/${planId}/publish`, { version: 3 })) as PlanView).state).toBe('published')
    const plans = body(await portal.get('/api/portal/inspection-plans')) as PortalInspectionPlans
    expect(plans.rows).toMatchObject([{ year: 2026, revision: 2, tasks: [{ object: '食品经营者', office: '食品流通监督管理科', basis: ['《食品经营许可和备案管理办法》第四十六条'] }] }])
    // Draws list each firm's group: no text for everyone says which class a group holds.
    expect(JSON.stringify(plans.rows[0]?.tasks)).not.toMatch(/信用风险|[A-Z]类|未评/u)
  })
})

describe('a draw', () => {
  test('is previewed, prepared by a head, announced by a leader before its sources, and public at once', async () => {
    const preview = body(await head.send('POST', '/api/inspection/draw-previews', { order: orderFor(planId) })) as DrawPreview
    expect(preview).toMatchObject({ objects: 80, inspectors: 6, available: 5 })
    expect(preview.strata.reduce((sum, { population }) => sum + population, 0)).toBe(80)
    const prepared = body(await head.send('POST', '/api/inspection/draw-orders', { order: orderFor(planId) })) as PreparedDraw
    expect((await head.send('POST', `/api/inspection/draw-orders/${prepared.id}/announce`)).body.code).toBe('rights.programme-approver')
    const late = body(await head.send('POST', '/api/inspection/draw-orders', { order: orderFor(planId, 0) })) as PreparedDraw
    await later(13 * 3600)
    expect((await leader.send('POST', `/api/inspection/draw-orders/${late.id}/announce`)).body.code).toBe('draw.source-too-early')
    const announced = body(await leader.send('POST', `/api/inspection/draw-orders/${prepared.id}/announce`)) as Announced
    expect(announced.number).toBe(`${DISTRICT}-2026-1`)
    first = (body(await leader.get(`/api/draws/${announced.drawId}`)) as DrawView)
    expect(first).toMatchObject({ stage: 'announced', objects: 80, anchor: null, results: [], may: { type: false, hold: false } })
    const seen = body(await portal.get(`/api/portal/draws/${announced.number}`)) as PortalDraw
    expect(seen).toMatchObject({ state: 'announced', announcementHash: first.announcementHash, drawnEntities: [], canonicalRandomness: null })
    const again = body(await head.send('POST', '/api/inspection/draw-previews', { order: orderFor(planId) })) as DrawPreview
    expect(again.warnings.join('')).toContain(`${announced.number}已公告而尚未抽取`)
    // No class of any enterprise is told: strata bear the ratio alone.
    expect(JSON.stringify(seen)).not.toMatch(/信用风险|[A-D]类/u)
  })

  test('secrets are in no answer before they are due, and not in clear in the database', async () => {
    const [stored] = (await server.database.pools.owner.query<Record<string, unknown>>('SELECT * FROM draw')).rows
    const bundle = await server.app.inject({ method: 'GET', url: `/api/portal/draws/${first.number}/bundle.json` })
    const shown = [JSON.stringify(first), bundle.body, JSON.stringify((await portal.get(`/api/portal/draws/${first.number}`)).body), JSON.stringify({ ...stored, sealed: '' })]
    const before = JSON.parse(bundle.body) as Record<string, unknown>
    expect(Object.keys(before).sort()).toEqual(['announcement', 'announcementHash', 'frame', 'inspectors', 'rulebook'])
    const { openText } = await import('../../platform/secret.ts')
    const { chain, salts } = JSON.parse(openText(server.services.secret, `draw ${first.id}`, String(stored?.sealed))) as { chain: string; salts: string }
    for (const text of shown) {
      expect(text).not.toContain(chain)
      expect(text).not.toContain(salts)
    }
    expect(bundle.body).not.toContain('"salt"')
  })

  test('cannot be held before two people typed the same, after the sources', async () => {
    const put = (who: Visitor, i: number, more: object = {}): Promise<Answer> => who.send('PUT', `/api/draws/${first.id}/values/double-colour-ball.${i + 1}`, READING(i, more))
    expect((await put(head, 0)).body.code).toBe('draw.source-not-published')
    await seal()
    await later(4 * 86_400)
    // Nobody touches the draw between its sealing and the sources: the public page has the place in the ledger all the same.
    expect((body(await portal.get(`/api/portal/draws/${first.number}`)) as PortalDraw).anchor).toBeNull()
    await publishAnchors(server.services.pools.desk, DISTRICT, server.services.clock.now())
    expect((body(await portal.get(`/api/portal/draws/${first.number}`)) as PortalDraw).anchor).toMatchObject({ root: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown })
    expect(await publishAnchors(server.services.pools.desk, DISTRICT, server.services.clock.now())).toBe(0)
    expect(await put(head, 0, { parts: [['1', '2', '3', '4', '5', '34'], ['1']] })).toMatchObject({ status: 400 })
    expect(String((await put(head, 0, { issue: '2026199' })).body.says)).toContain('使用其他期次须说明理由')
    expect((body(await put(head, 0)) as DrawView).sources[0]).toMatchObject({ state: 'one', mine: { issue: '2026135' }, agreed: null })
    expect((await leader.send('POST', `/api/draws/${first.id}/hold`, { version: 1 })).body.code).toBe('draw.values-open')
    const other = (body(await put(officer, 0, { parts: [['1', '7', '12', '19', '25', '29'], ['3']] })) as DrawView).sources[0]
    expect(other).toMatchObject({ state: 'disagree', differences: ['红球'], agreed: null, mine: { parts: [['1', '7', '12', '19', '25', '29'], ['3']] } })
    expect(JSON.stringify(other)).not.toContain('"01"')
    expect((body(await put(officer, 0, { parts: [['28', '25', '19', '12', '07', '1'], ['03']] })) as DrawView).sources[0]).toMatchObject({ state: 'agreed' })
    expect((await put(head, 0)).body.code).toBe('draw.value-agreed')
    for (const i of [1, 2]) for (const who of [head, officer]) await put(who, i)
    first = (body(await officer.get(`/api/draws/${first.id}`)) as DrawView)
    expect(first).toMatchObject({ stage: 'ready', anchor: { isBeforeSources: true }, may: { hold: false } })
  })

  test('is held once; its bundle verifies and explains; no result is redrawn', async () => {
    expect((await officer.send('POST', `/api/draws/${first.id}/hold`, { version: 1 })).body.code).toBe('rights.draw-lead')
    const held = body(await leader.send('POST', `/api/draws/${first.id}/hold`, { version: 1 })) as DrawView
    expect(held).toMatchObject({ stage: 'drawn', drawn: first.size })
    expect(held.size).toBeGreaterThan(8)
    expect((await leader.send('POST', `/api/draws/${first.id}/hold`, { version: held.version })).body.code).toBe('draw.held-already')
    const bundle: unknown = (await server.app.inject({ method: 'GET', url: `/api/portal/draws/${first.number}/bundle.json` })).json()
    expect(verifyBundle(bundle, HASHES, { announcementHash: first.announcementHash })).toMatchObject({ ok: true, status: 'drawn' })
    const parsed = bundleSchema.parse(bundle)
    const drawn = held.results[0]
    expect(explain(parsed, drawn?.objectId ?? '', HASHES).status).toBe('drawn')
    // One of the team knows food; the one on leave goes nowhere; who has a relative there does not go there.
    expect(held.results.every(({ team }) => team.length === 2 && team.every((member) => member !== null && member.inspector !== '示证0005'))).toBe(true)
    expect(held.results.find(({ entityId }) => entityId === idOf(0))?.team.some((member) => member?.inspector === '示证0000') ?? false).toBe(false)
    const file = join(server.dataFolder, 'draw.json')
    expect(JSON.parse((await runCommand(registerDraw, server.database, ['draw', 'export', first.number, '--out', file])).out)).toMatchObject({ number: first.number, isDrawn: true })
    expect(JSON.parse((await runCommand(registerDraw, server.database, ['draw', 'verify', file, '--announcement', first.announcementHash])).out)).toMatchObject({ ok: true })
    expect((await runCommand(registerDraw, server.database, ['draw', 'export', '371003-2026-99', '--out', file])).code).toBe(1)
    first = held
  })

  test('a further round states its cause: the withdrawn entity is replaced, both results stay', async () => {
    const [gone] = first.results
    const stratum = first.strata.find(({ id }) => id === gone?.stratum)
    expect((await leader.send('POST', `/api/draws/${first.id}/rounds`, { version: first.version })).body.code).toBe('draw.cause-faulty')
    const elsewhere = visit(server)
    await server.addPerson({ login: 'elsewhere', name: '周示例', role: 'section-head', offices: ['station-longshan'] })
    await elsewhere.signIn('elsewhere')
    expect((body(await elsewhere.get(`/api/draws/${first.id}`)) as DrawView).may.round).toBe(false)
    expect((await elsewhere.send('POST', `/api/draws/${first.id}/rounds`, { version: first.version, withdrawn: [{ objectId: gone?.objectId, reason: '抽取后已办理注销' }] }))).toMatchObject({ status: 403, body: { code: 'rights.draw-office' } })
    const again = body(await leader.send('POST', `/api/draws/${first.id}/rounds`, { version: first.version, withdrawn: [{ objectId: gone?.objectId, reason: '抽取后已办理注销' }] })) as DrawView
    expect(again.rounds).toBe(2)
    expect(again.results.find(({ objectId }) => objectId === gone?.objectId)).toMatchObject({ withdrawnReason: '抽取后已办理注销' })
    if ((stratum?.eligible ?? 0) > (stratum?.size ?? 0)) expect(again.results.at(-1)).toMatchObject({ round: 2, replaces: gone?.objectId })
    const bundle: unknown = (await server.app.inject({ method: 'GET', url: `/api/portal/draws/${first.number}/bundle.json` })).json()
    expect(verifyBundle(bundle, HASHES, { announcementHash: first.announcementHash })).toMatchObject({ ok: true })
    first = again
  })

  test('opens one inspection for each entity, once', async () => {
    const opened = body(await leader.send('POST', `/api/draws/${first.id}/tasks`)) as TasksOpened
    expect(opened).toMatchObject({ opened: first.drawn, already: 0, faults: [] })
    expect((body(await leader.send('POST', `/api/draws/${first.id}/tasks`)) as TasksOpened)).toMatchObject({ opened: 0, already: first.drawn })
    const { rows } = await server.database.pools.owner.query<{ subject_entity_id: string; facts: Record<string, unknown> }>(`SELECT subject_entity_id, facts FROM matter WHERE procedure = 'inspection'`)
    expect(rows).toHaveLength(first.drawn)
    expect(new Set(rows.map((row) => row.subject_entity_id)).size).toBe(first.drawn)
    expect(rows[0]?.facts).toMatchObject({ drawNumber: first.number, checklistIds: 'food-operator', itemCodes: 'SP02 食品经营许可、备案事项检查', plannedUntil: '2026-12-25' })
    const [member] = opened.view.results.filter(({ matterId }) => matterId !== null)
    expect(member?.matterNumber).toMatch(/^检查〔2026〕/u)
    expect((await leader.send('POST', `/api/draws/${first.id}/void`, { version: opened.view.version, reason: '不满意抽取结果' })).body.code).toBe('draw.tasks-opened')
    expect((await leader.send('POST', `/api/draws/${first.id}/rounds`, { version: opened.view.version, withdrawn: [{ objectId: member?.objectId, reason: '抽取后已办理注销' }] })).body.code).toBe('draw.task-opened')
  })

  test('the next draw bars whoever was drawn, lists the first, and stays visible when void', async () => {
    const prepared = body(await head.send('POST', '/api/inspection/draw-orders', { order: orderFor(planId, 6) })) as PreparedDraw
    const { drawId, number } = (body(await leader.send('POST', `/api/inspection/draw-orders/${prepared.id}/announce`)) as Announced)
    const view = body(await leader.get(`/api/draws/${drawId}`)) as DrawView
    expect(view.announcement.earlier).toEqual([{ number: 1, drawId: first.number, status: 'drawn', reason: null }])
    expect(view.strata.reduce((sum, { eligible }) => sum + eligible, 0)).toBe(80 - first.drawn)
    const ended = body(await leader.send('POST', `/api/draws/${drawId}/void`, { version: 1, reason: '公告的检查期间有误' })) as DrawView
    expect(ended).toMatchObject({ stage: 'void', voidReason: '公告的检查期间有误' })
    expect((body(await portal.get('/api/portal/draws?year=2026')) as PortalDraws)).toMatchObject({ drawnCount: 1, voidCount: 1, rows: [{ number, state: 'void', voidReason: '公告的检查期间有误' }, { number: first.number }] })
    await seal()
    expect((await verifyHistory(server.database.pools.owner)).faults).toEqual([])
  })
})
