import { createHash, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { machineIn } from '../../src/engines/procedure/doer.ts'
import { openMatter } from '../../src/engines/procedure/open-matter.ts'
import { inScope } from '../../src/platform/postgres/scope.ts'
import { visitOver } from '../support/http-visitor.ts'
import { DISTRICT, startSystem } from '../support/running-system.ts'
import type { RunningSystem } from '../support/running-system.ts'
import { seriousBarriers, shoot, shootFailure } from './browser.ts'
import { expectText } from './desk-pages.ts'
import { arrive, backToDay, conformTheRest, findFault, itemAt, makeRecord, openChecklist, signByHand, signInOnPhone, submitRecord } from './field-pages.ts'
import { onDisk, takePaper } from './phone-store.ts'
import { openPhone } from './phone.ts'
import type { Phone } from './phone.ts'
import { bandedPhoto } from './photo.ts'

const [SUPERMARKET, HARDWARE, GRAIN] = ['示范清源百货超市有限公司', '示范利民五金有限公司', '示范丰禾粮油有限公司'] as const
const ADDRESSES = { [SUPERMARKET]: '文山路示例6号', [HARDWARE]: '文山路示例18号', [GRAIN]: '文山路示例30号' } as const
const STATION = 'station-longshan'
const PHOTOS = [bandedPhoto(320), bandedPhoto(321), bandedPhoto(322)] as const

let system: RunningSystem
let phone: Phone
const matters = new Map<string, string>()

beforeAll(async () => {
  system = await startSystem('2026-11-20T00:30:00.000Z', Object.entries(ADDRESSES).map(([name, address]) => ({ name, townCode: '371003001', address: `山东省威海市文登区龙山路街道${address}` })))
  const inspectors = await Promise.all(['longshan-1', 'longshan-2'].map(idOf))
  for (const name of Object.keys(ADDRESSES)) matters.set(name, await openVisit(name, inspectors))
  await assignComplaint()
  phone = await openPhone(system.origin)
})
afterEach(({ task }) => shootFailure(task, phone === undefined ? [] : [phone.page]))
afterAll(async () => {
  await phone?.dispose()
  await system?.dispose()
})

test('the day is on the phone before the network is gone', async () => {
  const { page } = phone
  await page.goto('/field')
  await page.evaluate('Promise.race([navigator.serviceWorker.ready.then(() => true), new Promise((_, late) => setTimeout(() => late(new Error("no service worker")), 20000))])')
  await signInOnPhone(page, 'longshan-1', system.password)
  await page.getByRole('heading', { name: '现场检查 3 家' }).waitFor()
  await expectText(page.locator('li.route').first(), SUPERMARKET)
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, 'field-day')
  await phone.setNetwork(false)
  await page.reload()
  await page.getByText('○ 离线').waitFor()
  await page.getByRole('heading', { name: '现场检查 3 家' }).waitFor()
})

test('a visit with faults, photos and a signature survives a reload in the middle', async () => {
  const { page } = phone
  await arrive(page, SUPERMARKET)
  await openChecklist(page)
  await findFault(itemAt(page, 2), '五号货架堆放潮湿', [PHOTOS[0], PHOTOS[1]])
  await page.reload()
  await expect.poll(() => itemAt(page, 2).getByLabel('发现的问题').inputValue()).toBe('五号货架堆放潮湿')
  expect(await itemAt(page, 2).getByText(/^SHA-256/).allInnerTexts()).toEqual([PHOTOS[0], PHOTOS[1]].map((bytes) => `SHA-256 ${sha256(bytes).slice(0, 16)}…`))
  expect(await seriousBarriers(page)).toEqual([])
  await conformTheRest(page)
  await makeRecord(page, '发现问题已责令改正', '五号货架已当场整理。')
  await signByHand(page, '当事人签名')
  await page.getByLabel('签名人身份').selectOption('经营者')
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, 'field-record')
  await takePaper(page)
  await submitRecord(page)
  await expectText(page.getByRole('region', { name: '提交情况' }), /排队中.*本机拍摄 2 张，服务器已存 0 张/)
})

test('an empty battery in the middle of a visit takes nothing', async () => {
  await backToDay(phone.page)
  await arrive(phone.page, HARDWARE)
  await openChecklist(phone.page)
  await findFault(itemAt(phone.page, 2), '潮湿', [PHOTOS[2]])
  await itemAt(phone.page, 2).getByLabel('发现的问题').fill('仓库地面积水，纸箱受潮')
  // What was typed is on the disk within 300 ms.
  await phone.page.waitForTimeout(600)
  await phone.die()
  const { page } = phone
  await page.goto('/field')
  await page.getByText('○ 离线').waitFor()
  await expectText(page.getByRole('status').first(), /填写中 1 家/)
  await page.getByRole('link', { name: new RegExp(HARDWARE) }).click()
  await openChecklist(page)
  await expect.poll(() => itemAt(page, 2).getByLabel('发现的问题').inputValue()).toBe('仓库地面积水，纸箱受潮')
  await conformTheRest(page)
  await makeRecord(page, '发现问题已责令改正', '限期整改。')
  await page.getByLabel('当事人拒绝签名').check()
  await page.getByRole('button', { name: '提交检查记录' }).click()
  await expectText(page.getByRole('alert'), /拒绝签名.*见证人/)
  await page.getByLabel('拒绝签名的情况').fill('负责人不认可检查结果')
  await page.getByLabel(/^见证人姓名/).fill('周示例')
  await submitRecord(page)
})

test('a third visit, while the desk changes the same matter', async () => {
  const { page } = phone
  await backToDay(page)
  await arrive(page, GRAIN)
  await openChecklist(page)
  await conformTheRest(page)
  await makeRecord(page, '未发现问题', '')
  await signByHand(page, '当事人签名')
  await page.getByLabel('签名人身份').selectOption('经营者')
  await submitRecord(page)
  const desk = visitOver(system.origin)
  await desk.signIn('longshan-head', system.password)
  const { version: expectedVersion } = (await desk.get(`/api/matters/${matterOf(GRAIN)}`)).body
  expect((await desk.post(`/api/matters/${matterOf(GRAIN)}/acts`, { stepId: randomUUID(), expectedVersion, act: 'note', text: '该店今日搬迁，请先核实地址' })).status).toBe(200)
  expect(await storedEvidence()).toEqual([])
})

test('another matter takes a note without network', async () => {
  const { page } = phone
  await backToDay(page)
  await page.getByText('投诉处理 · ').click()
  await page.getByLabel('现场备注').fill('已到店核对进货票据')
  await page.getByRole('button', { name: '保存备注' }).click()
  await expectText(page.locator('.waiting-note'), /排队中.*已到店核对进货票据/)
})

test('another person who signs in on this phone neither sees nor sends the work', async () => {
  // Nine hours later: the session has long ended.
  system.clock.set('2026-11-20T09:30:00.000Z')
  await phone.setNetwork(true)
  const { page } = phone
  await page.getByText(/登录已失效/).waitFor({ timeout: 30_000 })
  await signInOnPhone(page, 'longshan-2', system.password)
  await expectText(page.getByRole('status').first(), /没有未上传的内容/)
  expect(await page.getByText('未开始').count()).toBe(3)
  await page.goto('/field#/outbox')
  await page.getByText('这台手机上没有需要上传的内容').waitFor()
  expect(await storedEvidence()).toEqual([])
  await page.getByRole('button', { name: '退出' }).click()
  expect(await onDisk(page)).toMatchObject({ rows: expect.stringMatching(/"evidence".*"sealed".*"visits".*"sealed"/u), hasKey: true })
  await page.getByRole('button', { name: '确认退出' }).click()
  await page.getByText('未登录', { exact: true }).waitFor()
  const { rows, hasKey } = await onDisk(page)
  expect(hasKey).toBe(false)
  for (const known of [...Object.keys(ADDRESSES), '示例', '潮湿', '负责人不认可']) expect(rows).not.toContain(known)
})

test('everything arrives once, from two tabs, and the counts are the server’s', async () => {
  const { page } = phone
  await page.goto('/field#/')
  const lost = await loseFirstAnswers(phone, [/\/api\/field\/evidence\//, /\/steps\/recordVisit$/])
  await signInOnPhone(page, 'longshan-1', system.password)
  const second = await phone.context.newPage()
  await second.goto('/field')
  await page.goto('/field#/outbox')
  await page.getByText('照片：本机拍摄 3 张 = 服务器已存 3 张').waitFor({ timeout: 40_000 })
  await page.getByText('签名：本机签署 2 个 = 服务器已存 2 个').waitFor()
  await second.close()
  expect((await storedEvidence()).filter(({ kind }) => kind === 'photo').map(({ sha256: hash }) => hash).toSorted()).toEqual(PHOTOS.map(sha256).toSorted())
  expect((await storedEvidence()).every(({ isCorrected }) => isCorrected)).toBe(true)
  await page.getByText('检查记录和备注：共 4 件，服务器已收到 3 件').waitFor({ timeout: 40_000 })
  expect(await visitsRecorded()).toEqual([SUPERMARKET, HARDWARE])
  expect(lost()).toBe(2)
  const { rows } = await system.services.pools.owner.query(`SELECT 1 FROM matter_event WHERE type = 'noted' AND body LIKE '%已到店核对进货票据%'`)
  expect(rows).toHaveLength(1)
  await shoot(page, 'field-outbox-conflict')
})

test('the conflict waits for the person, who looks at the server and decides', async () => {
  const { page } = phone
  const card = page.locator('li.trouble')
  await expectText(card, /已有其他变动/)
  await card.getByRole('button', { name: '查看服务器现状' }).click()
  await expectText(card, /该店今日搬迁，请先核实地址/)
  expect(await seriousBarriers(page)).toEqual([])
  await card.getByRole('button', { name: '按现状提交本机记录' }).click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.getByText('检查记录和备注：共 4 件，服务器已收到 4 件').waitFor({ timeout: 30_000 })
  expect(await visitsRecorded()).toEqual([SUPERMARKET, HARDWARE, GRAIN])
})

test('the official record comes from the server after the sync', async () => {
  const { page } = phone
  await page.goto(`/field#/record/${matterOf(SUPERMARKET)}`)
  const link = page.getByRole('region', { name: '提交情况' }).getByRole('link')
  await link.waitFor()
  const paper = await page.request.get(await link.getAttribute('href') ?? '')
  expect(paper.headers()['content-type']).toBe('application/pdf')
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await shoot(page, 'field-record-received')
})

test('after three days without the server the key is gone, and the server brings it back', async () => {
  const { page } = phone
  await page.goto('/field#/')
  await page.getByRole('heading', { name: '已检查 3 家' }).waitFor()
  await phone.setNetwork(false)
  const now = await page.evaluate(() => Date.now())
  await page.clock.setFixedTime(now + 4 * 86_400_000)
  await page.reload()
  await page.getByText(/距上次登录已超过3天/).waitFor()
  await expect.poll(async () => (await onDisk(page)).hasKey).toBe(false)
  await page.clock.setFixedTime(now)
  await phone.setNetwork(true)
  await page.getByRole('heading', { name: '已检查 3 家' }).waitFor({ timeout: 30_000 })
  await page.goto(`/field#/record/${matterOf(SUPERMARKET)}`)
  await expectText(page.getByRole('article', { name: '现场检查记录' }), /五号货架堆放潮湿/)
})

/** The first request to each address does its work on the server, and its answer never comes back. Answers how many were lost. */
async function loseFirstAnswers({ context }: Phone, addresses: readonly RegExp[]): Promise<() => number> {
  let lost = 0
  for (const address of addresses) {
    await context.route(address, async (route) => {
      await route.fetch()
      lost += 1
      await route.abort('connectionreset')
    }, { times: 1 })
  }
  return () => lost
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function matterOf(firm: string): string {
  const id = matters.get(firm)
  if (id === undefined) throw new Error(`no visit of ${firm}`)
  return id
}

async function idOf(login: string): Promise<string> {
  const { rows } = await system.services.pools.owner.query<{ id: string }>('SELECT id FROM account WHERE login = $1', [login])
  return rows[0]?.id ?? ''
}

async function openVisit(firm: string, inspectors: readonly string[]): Promise<string> {
  const { business, pools } = system.services
  const { rows } = await pools.owner.query<{ id: string }>('SELECT id FROM entity WHERE name = $1', [firm])
  const machine = machineIn(DISTRICT)
  const decision = await inScope(business.pools.desk, machine.scope, (tx) => openMatter(tx, business, machine.actor, {
    procedure: 'inspection', district: DISTRICT, title: `${firm}：流通领域产品质量`, channel: 'draw', officeId: STATION, townCode: '371003001', assigneeId: inspectors[0], subjectEntityId: rows[0]?.id, subjectName: firm,
    receivedAt: business.clock.now(), synthetic: true, parties: [],
    facts: { inspectors, isAnnounced: false, checklistIds: 'product-seller', itemCodes: '产品质量', drawId: randomUUID(), drawNumber: '抽取〔2026〕1号', planTask: '产品质量抽查', plannedFrom: '2026-11-20', plannedUntil: '2026-12-31' },
  }))
  if (decision.kind !== 'decided') throw new Error(`not opened: ${JSON.stringify(decision)}`)
  return decision.matter.id
}

async function assignComplaint(): Promise<void> {
  const intake = visitOver(system.origin)
  await intake.signIn('intake', system.password)
  const answer = await intake.post('/api/intake', {
    stepId: randomUUID(), channel: 'counter', receivedAt: '2026-11-19T02:00:00.000Z',
    submission: { kind: 'complaint', person: { name: '李示例', phone: '13800000000' }, respondent: { name: GRAIN, address: `龙山路街道${ADDRESSES[GRAIN]}` }, content: '买到受潮大米，商家不予退货。', demand: '退货', category: 'food' },
  })
  expect(answer.status).toBe(200)
  const { rows } = await system.services.pools.owner.query<{ id: string }>(`SELECT id FROM matter WHERE procedure = 'complaint'`)
  const head = visitOver(system.origin)
  await head.signIn('longshan-head', system.password)
  const { version: expectedVersion } = (await head.get(`/api/matters/${rows[0]?.id ?? ''}`)).body
  expect((await head.post(`/api/matters/${rows[0]?.id ?? ''}/acts`, { stepId: randomUUID(), expectedVersion, act: 'assign', to: await idOf('longshan-1') })).status).toBe(200)
}

async function storedEvidence(): Promise<readonly Readonly<{ kind: string; sha256: string; isCorrected: boolean }>[]> {
  const { rows } = await system.services.pools.owner.query<{ kind: string; sha256: string; isCorrected: boolean }>(
    `SELECT evidence_kind AS kind, sha256, is_clock_corrected AS "isCorrected" FROM attachment WHERE evidence_kind IS NOT NULL ORDER BY added_at`)
  return rows
}

/** The enterprises whose visit the server has recorded, each as often as it was, in the order of the round. */
async function visitsRecorded(): Promise<readonly string[]> {
  const { rows } = await system.services.pools.owner.query<{ name: string }>(
    `SELECT e.name FROM matter_event v JOIN matter m ON m.district_code = v.district_code AND m.id = v.matter_id JOIN entity e ON e.district_code = m.district_code AND e.id = m.subject_entity_id
     WHERE v.step = 'recordVisit' AND v.type = 'step-taken'`)
  return Object.keys(ADDRESSES).flatMap((firm) => rows.filter(({ name }) => name === firm).map(({ name }) => name))
}
