import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { sealPending } from '../../src/platform/ledger/seal.ts'
import { visitOver } from '../support/http-visitor.ts'
import { startSystem } from '../support/running-system.ts'
import type { RunningSystem } from '../support/running-system.ts'
import { openBrowser, seriousBarriers, shoot, shootFailure } from './browser.ts'
import type { OpenBrowser } from './browser.ts'
import { ACTS, SELLER, TEST_BODY, TEST_RESULT, carriedOut, conclusion, filing, fine, gains, goods, interview, notice, papers, review, scene, seizure, verification, volumes } from './case-forms.ts'
import { expectText, panel, signIn } from './desk-pages.ts'
import { fillForm } from './desk-forms.ts'
import { approve, becomes, keepPapers, keepPdf, linkedTo, openMatter, prepare, readMatter, refusalOf, take, withQuickDrawers } from './matter-pages.ts'
import { bandedPhoto } from './photo.ts'

const HANDLER = 'longshan-1'
const HOST = 'legal-2'

let system: RunningSystem
let desk: OpenBrowser
let citizen: OpenBrowser
let people: Readonly<Record<string, string>> = {}
let leadId = ''
let caseId = ''
let measureId = ''
let publicPage = ''

beforeAll(async () => {
  system = await startSystem('2026-03-23T00:00:00.000Z', [SELLER])
  desk = await openBrowser(system.origin, { width: 1440, height: 1400 })
  citizen = await openBrowser(system.origin, { width: 1280, height: 900 })
  await withQuickDrawers(desk.page)
  const { rows } = await system.services.pools.owner.query<{ login: string; name: string }>('SELECT login, name FROM account')
  people = Object.fromEntries(rows.map(({ login, name }) => [login, name]))
})

afterEach(({ task }) => shootFailure(task, [desk.page, citizen.page]))

afterAll(async () => {
  await Promise.all([desk?.close(), citizen?.close()])
  await system?.dispose()
})

/** A morning of 2026 in China, at the desk of that person, with that matter open. */
async function sitDown(login: string, id: string, monthAndDay?: string): Promise<Page> {
  if (monthAndDay !== undefined) system.clock.set(`2026-${monthAndDay}T01:00:00.000Z`)
  await becomes(desk.page, login, system.password)
  await openMatter(desk.page, id)
  return desk.page
}

const named = (...logins: readonly string[]): readonly string[] => logins.map((login) => people[login] ?? login)
const handlers = (): readonly string[] => named('longshan-1', 'longshan-2')

async function look(name: string, page: Page = desk.page): Promise<void> {
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, `enforcement-${name}`)
}

test('an inspection finds dangerous goods, and its lead is verified and filed as a case', async () => {
  const inspectionId = await recordInspection()
  let page = await sitDown(HANDLER, inspectionId)
  await look('inspection')
  await take(page, '移交线索', { 涉嫌违法行为: ACTS, 线索内容: '检查发现在售电热毯没有强制性产品认证标志，当事人不能提供认证证书，涉嫌不符合保障人身、财产安全的国家标准。' })
  leadId = await linkedTo(page, inspectionId, '线索')
  page = await sitDown(HANDLER, leadId, '03-24')
  await take(page, '记录核查情况', verification(handlers()))
  page = await sitDown('leader', leadId, '03-25')
  await take(page, '立案', filing(handlers()))
  caseId = await linkedTo(page, leadId, '处罚案')
  await look('lead')
})

test('two handlers tell the rights, take evidence and seize the goods with the leave of the leader', async () => {
  let page = await sitDown(HANDLER, caseId, '03-26')
  await take(page, '告知权利', { 告知权利日期: '2026-03-26', 告知情况: '出示执法证件，告知陈述、申辩和申请回避的权利。' })
  await take(page, '制作现场笔录', scene(handlers()))
  await take(page, '制作询问笔录', interview(handlers()))
  await take(page, '登记证据', papers(handlers()))
  await take(page, '提请采取措施', seizure)
  measureId = await linkedTo(page, caseId, '措施')
  page = await sitDown('leader', measureId)
  await take(page, '批准措施', { 审批意见: '同意扣押。' })
  page = await sitDown(HANDLER, measureId)
  await take(page, '实施措施', carriedOut(handlers()))
  await expectText(panel(page, '期限'), /查封扣押期限.*2026年4月25日/)
})

test('a test halts the limits of the measure and of the case until its result is in', async () => {
  let page = await sitDown(HANDLER, measureId, '03-27')
  await take(page, '送检测鉴定', { '检测、检验、检疫、鉴定机构': TEST_BODY, 检测鉴定开始日期: '2026-03-27', 检测鉴定期间届满日期: '2026-04-17', 期间书面告知日期: '2026-03-27' })
  await openMatter(page, caseId)
  await take(page, '委托检测鉴定', { '检测、检验、检疫、鉴定机构': TEST_BODY, 机构资质: '检验检测机构资质认定证书示例号', '检测、鉴定事项': '电热毯是否符合保障人身、财产安全的国家标准', 委托日期: '2026-03-27' })
  page = await sitDown(HANDLER, measureId, '04-10')
  await take(page, '登记检测结果', { 检测鉴定结果: TEST_RESULT, 收到结果日期: '2026-04-10' })
  await look('measure')
  await openMatter(page, caseId)
  await take(page, '登记检测鉴定结果', { '检测、鉴定结果': TEST_RESULT, 收到结果日期: '2026-04-10' })
  await take(page, '告知检测鉴定结果', { 结果告知当事人日期: '2026-04-10' })
  await expectText(panel(page, '期限'), /办案期限.*2026年7月7日/)
})

test('the report is reviewed by another, and the notice goes out as the leader approved it', async () => {
  let page = await sitDown(HANDLER, caseId, '04-13')
  await take(page, '调查终结', conclusion)
  await take(page, '送交审核', { 审核类别: '案件审核' })
  page = await sitDown('longshan-head', caseId, '04-15')
  await take(page, '审核同意', review('事实清楚、证据充分，同意处理意见。'))
  page = await sitDown(HANDLER, caseId, '04-16')
  await prepare(page, '批准告知', notice)
  page = await sitDown('leader', caseId)
  await look('proposal')
  await approve(page, '批准告知', '同意告知。')
  page = await sitDown(HANDLER, caseId)
  await take(page, '登记告知书送达', { 送达方式: '直接送达', 送达日期: '2026-04-16', 送达回证或者邮寄回执: '送达回证1号' })
  await expectText(panel(page, '期限'), /陈述申辩和要求听证期限.*2026年4月23日/)
})

test('the party is heard in public after seven full working days, by somebody who does not handle the case', async () => {
  let page = await sitDown(HANDLER, caseId, '04-20')
  await take(page, '当事人要求听证', { 要求听证日期: '2026-04-20', 听证要求: '对罚款数额有异议，要求听证。' })
  page = await sitDown('leader', caseId, '04-21')
  await take(page, '指定听证主持人', { 听证主持人: named(HOST)[0] ?? '', 听证员和记录员: named('intake') })
  page = await sitDown(HANDLER, caseId, '04-22')
  await take(page, '移交案件材料', { 移交案件材料日期: '2026-04-22' })
  page = await sitDown(HOST, caseId, '04-23')
  await take(page, '确定听证时间地点', { 听证日期: '2026-05-07', '听证时间、地点': '上午九时，本局三楼会议室', 是否公开举行: true })
  expect(await refusalOf(page, '送达听证通知书', { 听证通知书送达日期: '2026-04-23', 通知办案人员日期: '2026-04-23' })).toMatch(/七个工作日前送达当事人/)
  await take(page, '确定听证时间地点', { 听证日期: '2026-05-11', '听证时间、地点': '上午九时，本局三楼会议室', 是否公开举行: true, 改期的理由: '原定日期距送达不满七个工作日' })
  await take(page, '送达听证通知书', { 听证通知书送达日期: '2026-04-23', 通知办案人员日期: '2026-04-23' })
  await take(page, '公告听证', { 听证公告日期: '2026-04-23' })
  page = await sitDown('leader', measureId, '05-08')
  await take(page, '批准延长', { 延长的理由: '案件须听证后决定，涉案物品仍需扣押。', 延长决定书面告知日期: '2026-05-08' })
  page = await sitDown(HOST, caseId, '05-11')
  await take(page, '举行听证', { 举行听证日期: '2026-05-11', 到场的办案人员: handlers(), 听证笔录摘要: '办案人员陈述事实、证据和处罚建议；当事人对事实无异议，请求从轻；双方质证、辩论完毕。', 听证参加人是否核对签名: true })
  await take(page, '提交听证报告', { 听证报告: '事实清楚、证据充分，当事人没有提出新的事实和证据，建议维持处理意见。' })
})

test('legal review, collective discussion and the decision follow', async () => {
  let page = await sitDown(HANDLER, caseId, '05-13')
  await take(page, '复核当事人意见', { '复核后事实、理由或者依据是否改变': false, 对当事人意见的复核情况: '当事人请求从轻处罚，所述情节已在裁量中考虑。', 采纳情况: '不予采纳' })
  expect(await refusalOf(page, '送交审核', { 审核类别: '案件审核' })).toMatch(/应当进行法制审核/)
  await take(page, '送交审核', { 审核类别: '法制审核' })
  page = await sitDown('legal', caseId, '05-15')
  await take(page, '审核同意', { ...review('程序合法，适用依据正确，处理适当，同意。'), 是否初次从事法制审核: true })
  page = await sitDown('leader', caseId, '05-18')
  await take(page, '集体讨论', { 集体讨论日期: '2026-05-18', 参加讨论的负责人: named('leader', 'leader-2', 'leader-3'), 集体讨论记录: '经讨论，一致同意没收涉案电热毯、没收违法所得2000元、罚款120000元。' })
  page = await sitDown(HANDLER, caseId, '05-19')
  await prepare(page, '作出行政处罚决定', { 行政处罚内容: [goods, fine, gains], 处罚理由和当事人意见采纳情况: '当事人违法事实清楚，货值较大；听证中请求从轻，未提出新的事实和证据，不予采纳。' })
  page = await sitDown('leader', caseId)
  await approve(page, '作出行政处罚决定', '同意。')
})

test('the decision is served and published; the goods are confiscated', async () => {
  let page = await sitDown(HANDLER, caseId, '05-20')
  await take(page, '登记决定书送达', { 送达方式: '直接送达', 送达日期: '2026-05-20', 是否书面告知处罚信息将公示: true, 送达回证或者邮寄回执: '送达回证2号' })
  page = await sitDown(HANDLER, caseId, '05-22')
  await take(page, '公示处罚信息', { 公示日期: '2026-05-22', 公示平台: '国家企业信用信息公示系统', 公示信息类别: '一般：轻微、严重以外的其他处罚' })
  const number = await decisionNumber(page)
  await citizen.page.goto('/publications')
  await citizen.page.getByRole('link', { name: `${SELLER.name}行政处罚信息` }).click()
  await expectText(citizen.page.getByRole('main'), new RegExp(`${number}.*统一社会信用代码 \\w{18}.*罚款120000元`))
  publicPage = new URL(citizen.page.url()).pathname
  await look('publication', citizen.page)
  page = await sitDown('leader', measureId)
  await take(page, '依处罚决定没收', { 处罚决定书文号: number })
})

test('what is paid late costs three per cent a day', async () => {
  let page = await sitDown(HANDLER, caseId, '06-10')
  await prepare(page, '加处罚款', { 加处罚款计算至: '2026-06-10' })
  page = await sitDown('leader', caseId)
  await approve(page, '加处罚款', '同意加处。')
  await expectText(page.getByRole('main'), /加处罚款 21,?600(\.00)?\s?元/)
  page = await sitDown(HANDLER, caseId, '06-12')
  await take(page, '登记缴清', { 新增缴款: [{ 金额: '143600', 缴款日期: '2026-06-12', 票据号码: '示例票据1号' }], 缴清日期: '2026-06-12' })
  await take(page, '确认执行完毕', { 执行完毕日期: '2026-06-12', '没收、责令等其他处罚内容是否执行完毕': true })
})

test('the case is closed, and archived in two volumes in the order of the law', async () => {
  let page = await sitDown('leader', caseId, '06-15')
  await take(page, '批准结案', { 结案理由: '行政处罚决定已经执行完毕。' })
  page = await sitDown(HANDLER, caseId, '06-16')
  await take(page, '立卷归档', volumes)
  await expectText(page.getByRole('main'), /已办结：给予行政处罚/)
  await look('case')
})

test('after three months the firm is repaired, and of the publication only the fact remains', async () => {
  let page = await sitDown(HANDLER, caseId, '09-01')
  const number = await decisionNumber(page)
  await page.goto('/desk/open?procedure=credit-repair')
  await fillForm(page, page.getByRole('main'), {
    申请人名称: SELLER.name, 修复事项: '行政处罚信息', 处罚决定书文号或者列入办件编号: number, 处罚信息类别: '一般：轻微、严重以外的其他处罚', 公示开始日期: '2026-05-22',
    已提交材料: ['信用修复申请书', '主体资格文件', '守信承诺书', '履行义务、纠正违法行为、实施整改的材料'],
  })
  await fillForm(page, page.getByRole('main'), { 市场主体: SELLER.name })
  await page.getByRole('button', { name: '登记信用修复申请' }).click()
  await page.getByRole('heading', { name: '现在可以办理' }).waitFor()
  const repairId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await take(page, '受理')
  await take(page, '核实', { 核实方式: '书面核实', 核实情况: '罚没款和加处罚款已缴清，已建立进货查验制度。', 是否已自觉履行决定规定的义务: true, '是否已整改、消除危害后果和不良影响': true, 是否再次受到同类处罚或者较重处罚: false })
  page = await sitDown('leader', repairId, '09-07')
  await take(page, '准予修复')
  await citizen.page.goto(publicPage)
  await expectText(citizen.page.getByRole('main'), /已停止公示.*信用修复/)
  expect(await citizen.page.getByRole('main').innerText()).not.toContain(SELLER.name)
  await look('tombstone', citizen.page)
  page = await sitDown(HANDLER, repairId, '09-08')
  await take(page, '完成数据处理', { 是否已停止公示: true, 已推送: ['“信用中国”网站'] })
  await expectText(page.getByRole('main'), /已办结：准予修复/)
  await look('repair')
  await keepPapers(page, repairId, 'enforcement-repair')
})

test('every paper of the case stands in its volumes, is told genuine by its code, and the ledger is whole', async () => {
  const page = await sitDown(HANDLER, caseId)
  await keepPapers(page, leadId, 'enforcement-lead')
  await keepPapers(page, measureId, 'enforcement-measure')
  const texts = await keepPapers(page, caseId, 'enforcement-case')
  const decision = texts.get('行政处罚决定书') ?? ''
  expect(decision).toContain(await decisionNumber(page))
  expect(decision).toMatch(/（一）没收“示例牌”电热毯360条（货值54,000元）；\s*（二）罚款120,000元（大写：人民币壹拾贰万元整）；/)
  expect(texts.get('行政处罚告知书')).toContain(`联系人：${people[HANDLER] ?? ''}（龙山市场监督管理所）`)
  for (const part of ['main', 'internal']) await keepPdf(page, `/api/matters/${caseId}/volume.pdf?part=${part}`, `enforcement-volume-${part}`)
  await sealPending(system.services.pools.owner, { now: () => system.services.clock.now() })
  expect(await keepPdf(page, `/api/matters/${caseId}/record.pdf`, 'enforcement-record')).toContain('作出行政处罚决定')
  const { rows } = await system.services.pools.owner.query<{ check_code: string }>('SELECT check_code FROM document WHERE matter_id = $1 AND title = $2', [caseId, '行政处罚决定书'])
  await citizen.page.goto(`/documents/${rows[0]?.check_code ?? ''}`)
  await expectText(citizen.page.getByRole('main'), /查到这一文书.*行政处罚决定书/)
  await look('document-check', citizen.page)
  await signIn(page, 'auditadmin', system.password)
  await page.goto('/desk/admin?tab=ledger')
  await page.getByRole('button', { name: '核验全部记录' }).click()
  await expectText(page.getByRole('main'), /核验通过：\d+ 条记录与封印一致/)
})

async function decisionNumber(page: Page): Promise<string> {
  return (await readMatter(page, caseId)).documents.find(({ template }) => template === 'penalty-decision')?.number ?? ''
}

/** The visit as the phone sends it: one fault with its photo, a witness where the shop would not sign. */
async function recordInspection(): Promise<string> {
  const inspector = visitOver(system.origin)
  const { csrf } = (await inspector.signIn(HANDLER, system.password)).body
  const { rows } = await system.services.pools.owner.query<{ id: string; login: string }>('SELECT id, login FROM account WHERE login IN ($1, $2)', ['longshan-1', 'longshan-2'])
  const entity = await system.services.pools.owner.query<{ id: string }>('SELECT id FROM entity WHERE name = $1', [SELLER.name])
  const opened = await inspector.post('/api/matters', {
    stepId: randomUUID(), procedure: 'inspection', entityId: entity.rows[0]?.id, facts: { inspectionKind: 'planned', planTask: '电热毯质量安全检查', checklistIds: 'product-seller', inspectors: rows.map(({ id }) => id), isAnnounced: false, place: SELLER.address },
  })
  expect(opened.status, JSON.stringify(opened.body)).toBe(200)
  const id = String(opened.body['id'])
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bandedPhoto(300))], '无认证标志的电热毯.png', { type: 'image/png' }))
  const attached = await inspector.raw(`/api/matters/${id}/attachments?stepId=${randomUUID()}`, { method: 'POST', headers: { 'x-csrf-token': String(csrf) }, body: form })
  expect(attached.status, JSON.stringify(attached.body)).toBe(200)
  const { attachments, version } = (await inspector.get(`/api/matters/${id}`)).body as unknown as Awaited<ReturnType<typeof readMatter>>
  const items = ['acceptance', 'keeping', 'withdrawn', 'marking-certificate', 'marking-maker', 'marking-expiry', 'false-origin', 'false-mark', 'adulteration', 'safety-standard', 'price-marking', 'compulsory-certification']
  const results = items.map((itemId) => ({
    checklistId: 'product-seller', itemId,
    ...(itemId === 'compulsory-certification' ? { answer: 'fault', found: '“示例牌”电热毯360条没有强制性产品认证标志。', evidenceIds: attachments.map((file) => file.id) } : { answer: 'conforms' }),
  }))
  system.clock.set('2026-03-23T00:25:00.000Z')
  const recorded = await inspector.post(`/api/procedures/inspection/matters/${id}/steps/recordVisit`, {
    stepId: randomUUID(), expectedVersion: version,
    input: {
      arrivedAt: '2026-03-23T00:02:00.000Z', leftAt: '2026-03-23T00:22:00.000Z', place: SELLER.address, certificatesShown: true, visitResult: 'to-be-handled', results, found: '在售电热毯没有强制性产品认证标志。',
      signing: 'refused', refusalReason: '店长认为须由法定代表人签字。', witnessName: '见证人甲',
    },
  })
  expect(recorded.status, JSON.stringify(recorded.body)).toBe(200)
  return id
}
