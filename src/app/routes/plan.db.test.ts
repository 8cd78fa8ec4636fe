import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IndicatorBoard } from '../../engines/indicator/contract.ts'
import type { EvaluationDraft, PlanMonth, PlanView, PortalPlan, TaskView } from '../../engines/plan/contract.ts'
import { readZip } from '../../engines/plan/fixtures/read-zip.ts'
import { publishPlanProgress } from '../../engines/plan/publish-progress.ts'
import { sealPending } from '../../platform/ledger/seal.ts'
import { textOfPdf } from '../../platform/pdf/fixtures/text-of-pdf.ts'
import { PASSWORD, startServer, visit } from '../fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../fixtures/running-server.ts'
import { planServicesOf } from '../plan-services.ts'
import { verifyHistory } from '../verify-history.ts'

const TODAY = '2026-11-23'
let server: RunningServer
let leader: Visitor
let head: Visitor
let officer: Visitor
let intake: Visitor
beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'leader', name: '赵示例', role: 'bureau-leader' })
  await server.addPerson({ login: 'head', name: '孙示例', role: 'section-head', offices: ['complaint-centre'] })
  await server.addPerson({ login: 'officer', role: 'case-officer' })
  await server.addPerson({ login: 'intake', role: 'intake-officer' })
  ;[leader, head, officer, intake] = [visit(server), visit(server), visit(server), visit(server)]
  await Promise.all([leader.signIn('leader'), head.signIn('head'), officer.signIn('officer'), intake.signIn('intake')])
})
afterAll(() => server.dispose())

const planOn = async (asOf?: string): Promise<PlanView> => (await officer.get(`/api/plan${asOf === undefined ? '' : `?asOf=${asOf}`}`)).body as PlanView
const complaintTask = async (): Promise<TaskView> => (await officer.get('/api/plan/tasks/4.2a')).body as TaskView
const report = (more: object = {}) => ({ progressPercent: 60, text: '一口受理平台运行正常。', ...more })

/** A complaint over the counter, given to an office; answers its matter. */
async function takeComplaint(officeId: string, stepId: string): Promise<Readonly<{ id: string; number: string }>> {
  const taken = await intake.send('POST', '/api/intake', {
    stepId, officeId, officeReason: '负责人指定', channel: 'counter', receivedAt: '2026-11-23T00:30:00.000Z',
    submission: { kind: 'complaint', person: { name: '示例人', phone: '10000000000' }, respondent: { name: '示例超市' }, content: '商品过期，要求退款。', demand: '退款', category: 'food', hasConsentedToMediation: true },
  })
  const [matter] = (taken.body as { matters: readonly { id: string; number: string }[] }).matters
  if (matter === undefined) throw new Error(`no matter: ${JSON.stringify(taken)}`)
  return matter
}

describe('the plan', () => {
  test('lists eight groups with every task; a past date has its own lights', async () => {
    const plan = await planOn()
    expect(plan).toMatchObject({ id: 'wendeng-14th', asOf: TODAY, period: { from: 2021, until: 2025 } })
    expect(plan.groups).toHaveLength(8)
    const tasks = plan.groups.flatMap((group) => group.tasks)
    expect(plan.lights.overdue).toBe(tasks.length)
    expect(tasks.find(({ id }) => id === '4.2a')).toMatchObject({ officeName: '12315投诉举报中心', planPlace: '二（四）2', light: 'overdue', indicatorIds: ['15', '16', '17', 't19', 't19b', 't19c'] })
    expect((await planOn('2022-08-01')).lights).toMatchObject({ 'not-started': tasks.length, 'overdue': 0 })
  })

  test('only the head of the owner office or a leader reports; the refusal says who', async () => {
    const other = await head.send('POST', '/api/plan/tasks/8.1a/reports', report())
    expect(other).toMatchObject({ status: 403, body: { code: 'rights.plan-owner' } })
    expect(String(other.body.do)).toContain('办公室负责人或局领导')
    expect((await officer.send('POST', '/api/plan/tasks/4.2a/reports', report())).status).toBe(403)
    expect((await head.send('POST', '/api/plan/tasks/9.9z/reports', report())).status).toBe(404)
    expect((await complaintTask()).reports).toEqual([])
  })

  test('a report moves the task, links its matter, is published and sealed; a repeat has no second effect', async () => {
    const matter = await takeComplaint('complaint-centre', '01900000-0000-7000-8000-0000000000a1')
    const sent = report({ reportId: '01900000-0000-7000-8000-0000000000b2', milestoneId: 'm1', evidence: [{ matterNumber: matter.number, note: '首件' }, { note: '工作总结一份' }] })
    const answer = await head.send('POST', '/api/plan/tasks/4.2a/reports', sent)
    expect(answer).toMatchObject({ status: 200, body: { progressPercent: 60, mayReport: true, lastReportOn: TODAY } })
    await head.send('POST', '/api/plan/tasks/4.2a/reports', sent)
    const task = await complaintTask()
    expect(task).toMatchObject({ mayReport: false, milestones: [{ id: 'm1', doneOn: TODAY }, { id: 'm2', doneOn: null }, {}, {}] })
    expect(task.reports).toHaveLength(1)
    expect(task.reports[0]).toMatchObject({ byName: '孙示例', evidence: [{ matterId: matter.id }, { label: '工作总结一份', matterId: null }] })
    expect(task.reports[0]?.evidence[0]?.label).toMatch(new RegExp(`^${matter.number} .+（首件）$`, 'u'))
    const portal = (await visit(server).get('/api/portal/plan')).body as PortalPlan
    expect(portal.groups.flatMap((group) => group.tasks).find(({ title }) => title.startsWith('一口受理'))).toMatchObject({ progressPercent: 60 })
    expect(JSON.stringify(portal)).not.toContain(matter.number)
    await sealPending(server.database.pools.owner, { now: () => server.services.clock.now() })
    expect((await verifyHistory(server.database.pools.owner)).faults).toEqual([])
    const { rows } = await server.database.pools.owner.query(`SELECT subject, account_name FROM audit_event WHERE type = 'plan-report'`)
    expect(rows).toEqual([{ subject: 'wendeng-14th/4.2a', account_name: '孙示例' }])
  })

  test('evidence must exist and be open to the reporter; a milestone is reported once', async () => {
    const code = async (more: object): Promise<unknown> => (await head.send('POST', '/api/plan/tasks/4.2a/reports', report(more))).body.code
    expect(await code({ evidence: [{ matterNumber: '没有这个编号' }] })).toBe('plan.evidence-unknown')
    const elsewhere = await takeComplaint('station-mishan', '01900000-0000-7000-8000-0000000000a2')
    expect(await code({ evidence: [{ matterNumber: elsewhere.number }] })).toBe('plan.evidence-unknown')
    expect(await code({ evidence: [{ documentId: '01900000-0000-7000-8000-0000000000c3' }] })).toBe('plan.evidence-without-matter')
    expect(await code({ milestoneId: 'm1' })).toBe('plan.milestone-done')
    expect(await code({ progressPercent: 100 })).toBe('plan.milestones-open')
    expect(await code({ progressPercent: 101 })).toBe('invalid-input')
    expect((await complaintTask()).reports).toHaveLength(1)
  })

  test('the month shows who reported and who owes', async () => {
    const month = (await officer.get('/api/plan/month?month=2026-11')).body as PlanMonth
    const centre = month.offices.find(({ officeId }) => officeId === 'complaint-centre')
    expect(centre).toMatchObject({ hasReported: false, entries: [{ taskId: '4.2a', previousPercent: 0, progressPercent: 60 }] })
    expect(centre?.missing.map(({ id }) => id)).toEqual(['1.1.6b', '4.2b'])
    expect(month).toMatchObject({ reported: 0, owing: month.offices.length })
  })

  test('reports are appended, never changed: the desk may not', async () => {
    await expect(server.database.pools.desk.query(`UPDATE plan_report SET progress_percent = 100`)).rejects.toThrow('permission denied')
    await expect(server.database.pools.portal.query('SELECT FROM plan_report')).rejects.toThrow('permission denied')
  })

  test('a district without a plan publishes none', async () => {
    const services = planServicesOf(server.services)
    await publishPlanProgress({ ...services, plans: [], servedDistrict: services.servedDistrict })
    const { rows } = await server.database.pools.owner.query<{ n: string }>(`SELECT count(*) AS n FROM publication WHERE kind = 'plan-progress'`)
    expect(rows[0]?.n).toBe('1')
  })
})

describe('the evaluation', () => {
  const draftOn = async (asOf: string): Promise<EvaluationDraft> => (await leader.get(`/api/plan/evaluation?asOf=${asOf}`)).body as EvaluationDraft

  test('has the figures of the leaders\' dashboard, and links that open them', async () => {
    const draft = await draftOn('2025-12-31')
    const board = (await leader.get('/api/indicators?asOf=2025-12-31&year=2025')).body as IndicatorBoard
    expect(draft.title).toBe('威海市文登区“十四五”市场监管规划终期评估报告')
    expect(draft.indicators.map(({ id, status, statusName, asOf }) => ({ id, status, statusName, asOf })))
      .toEqual(board.tiles.map(({ id, judgement, figure }) => ({ id, status: judgement.status, statusName: judgement.statusName, asOf: figure.asOf })))
    expect(draft.indicators.map(({ value }) => value === '—')).toEqual(board.tiles.map(({ figure }) => figure.value === null))
    expect(draft.indicators[14]?.link).toBe('/desk/indicators/15?asOf=2025-12-31&year=2025')
    expect(draft.tasksLate).toHaveLength(draft.tasks)
    expect(draft.unknown.length + draft.indicators.filter(({ value }) => value !== '—').length + draft.textTargets.filter(({ value }) => value !== '—').length).toBe(draft.indicators.length + draft.textTargets.length)
  })

  test('keeps what people wrote, tells who, refuses the slower of two, and empty brings the computed text back', async () => {
    const computed = (await draftOn('2023-06-30')).summary
    const edit = { asOf: '2023-06-30', version: 0, summary: '总体进展顺利。', causes: { 15: '人手不足' } }
    expect((await officer.send('PUT', '/api/plan/evaluation', edit)).status).toBe(403)
    expect((await leader.send('PUT', '/api/plan/evaluation', edit)).body).toMatchObject({ summary: '总体进展顺利。', isEdited: true, version: 1, updatedBy: '赵示例' })
    expect((await leader.send('PUT', '/api/plan/evaluation', edit)).body).toMatchObject({ code: 'evaluation.changed' })
    expect((await draftOn('2025-12-31')).isEdited).toBe(false)
    expect((await leader.send('PUT', '/api/plan/evaluation', { asOf: '2023-06-30', version: 1, summary: '' })).body).toMatchObject({ summary: computed, version: 2 })
  })

  test('a date to come has no evaluation', async () => {
    expect((await leader.get('/api/plan/evaluation?asOf=2026-11-24')).body.code).toBe('evaluation.future')
    expect((await leader.get('/api/plan/evaluation.pdf?asOf=2026-11-24')).body.code).toBe('evaluation.future')
  })

  test('becomes a Word file and a PDF with the same figures, each with its link', async () => {
    // The complaints' first answers fall due, so that some figures have a value.
    server.passTime(3 * 86_400)
    await leader.signIn('leader')
    const cookie = await signedInCookie()
    const [word, pdf] = await Promise.all(['docx', 'pdf'].map((ending) => server.app.inject({ method: 'GET', url: `/api/plan/evaluation.${ending}?asOf=2026-11-26`, headers: { cookie, host: 'desk.example' } })))
    const draft = await draftOn('2026-11-26')
    expect(draft.textTargets.find(({ id }) => id === 't19')).toMatchObject({ value: '0%', target: '100%', status: 'open-gap' })
    const archive = word?.rawPayload ?? Buffer.alloc(0)
    const [xml, links] = [readZip(archive, 'word/document.xml'), readZip(archive, 'word/_rels/document.xml.rels')]
    const pages = textOfPdf(pdf?.rawPayload ?? new Uint8Array()).join('')
    for (const heading of ['一、总体情况', '二、指标完成情况', '三、任务完成情况', '四、存在的差距及原因', '五、下一步建议']) {
      expect(xml).toContain(heading)
      expect(pages).toContain(heading)
    }
    for (const figure of [...draft.indicators, ...draft.textTargets]) {
      expect(xml).toContain(`>${figure.value}<`)
      expect(links.includes(`http://desk.example${figure.link.replace('&', '&amp;')}"`)).toBe(figure.value !== '—')
      expect(pages.replaceAll(/\s/gu, '')).toContain(figure.name.replaceAll(/\s/gu, ''))
    }
  })

  async function signedInCookie(): Promise<string> {
    const response = await server.app.inject({ method: 'POST', url: '/api/session', payload: { login: 'leader', password: PASSWORD } })
    const [cookie] = response.cookies
    return `${cookie?.name}=${cookie?.value}`
  }
})
