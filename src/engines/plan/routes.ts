import { z } from 'zod'
import { dateInShanghai } from '../../kernel/calendar-date.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { scopeSettings } from '../../platform/session/rights.ts'
import { signedIn } from '../../platform/session/signed-in.ts'
import type { TaskReport } from './contract.ts'
import { findPlan } from './find-plan.ts'
import type { Plan, PlanTask } from './plan.ts'
import { PLAN_PROGRESS, publishIn } from './publish-progress.ts'
import { officeNames, readMonth, readPlan, readTask, wholeDistrict } from './read-plan.ts'
import { recordReport } from './record-report.ts'
import { registerEvaluationRoutes } from './routes-evaluation.ts'
import type { PlanServices } from './services.ts'

const DAY = z.iso.date('日期应写作 年-月-日，如 2025-12-31').optional().describe('截至日期')
const TASK = z.object({ id: z.string().max(20).describe('任务编号') })
const REPORT = z.object({
  reportId: z.uuid().optional(), progressPercent: z.number().int('进度应为整数').min(0, '进度不能小于0').max(100, '进度不能大于100').describe('进度（%）'),
  text: z.string().trim().min(5, '请写明进展，不少于5个字').max(2_000, '进展不超过2000字').describe('进展'), milestoneId: z.string().max(10).optional().describe('节点'),
  evidence: z.array(z.object({ matterNumber: z.string().trim().max(60).optional(), documentId: z.uuid().optional(), note: z.string().trim().max(200).optional() })).max(20, '佐证不超过20件').optional().describe('佐证'),
})
const NO_TASK = refuse({ code: 'plan.task.not-found', says: '规划中没有这项任务。', do: '请返回任务列表重新选择。' })
const NOT_PUBLISHED = refuse({ code: 'plan.extract.not-found', says: '规划实施进展尚未公布。', do: '请稍后再来查看。' })

/** The plan, its tasks and reports for the desk; the published extract for everyone. */
export function registerPlanRoutes(app: HttpApp, services: PlanServices): void {
  const tags = ['plan']
  const { pools, clock } = services
  const today = (): string => dateInShanghai(clock.now())

  app.get('/api/plan', { schema: { tags, querystring: z.object({ asOf: DAY }) } }, async (request) => {
    const person = signedIn(request)
    const asOf = request.query.asOf ?? today()
    return inScope(pools.desk, { ...scopeSettings(person), isReadOnly: true }, (tx) => readPlan(tx, findPlan(services.plans, person.district, asOf), { asOf, isDayOver: asOf < today() }))
  })

  app.get('/api/plan/month', { schema: { tags, querystring: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, '月份应写作 年-月，如 2025-03').optional().describe('月份') }) } }, async (request) => {
    const person = signedIn(request)
    const month = request.query.month ?? today().slice(0, 7)
    return inScope(pools.desk, { ...scopeSettings(person), isReadOnly: true }, (tx) => readMonth(tx, findPlan(services.plans, person.district, `${month}-01`), month))
  })

  app.get('/api/plan/tasks/:id', { schema: { tags, params: TASK, querystring: z.object({ asOf: DAY }) } }, async (request, reply) => {
    const person = signedIn(request)
    const asOf = request.query.asOf ?? today()
    const found = taskIn(findPlan(services.plans, person.district, asOf), request.params.id)
    if (found === null) return reply.send(NO_TASK)
    return inScope(pools.desk, wholeDistrict(person.district), (tx) => readTask(tx, services, { ...found, asOf, isDayOver: asOf < today(), person }))
  })

  app.post('/api/plan/tasks/:id/reports', { schema: { tags, params: TASK, body: REPORT } }, async (request, reply) => {
    const person = signedIn(request)
    const now = clock.now()
    const found = taskIn(findPlan(services.plans, person.district, today()), request.params.id)
    if (found === null) return reply.send(NO_TASK)
    const refused = await inScope(pools.desk, scopeSettings(person), async (tx) => {
      const officeName = (await officeNames(tx, person.district)).get(found.task.officeId) ?? found.task.officeId
      const objection = await recordReport(tx, { ...found, person, now, randomBytes: services.random, synthetic: services.servedDistrict().synthetic, officeName }, defined(request.body))
      if (objection === null) await publishIn(tx, services)
      return objection
    })
    if (refused !== null) return reply.send(refused)
    return inScope(pools.desk, wholeDistrict(person.district), (tx) => readTask(tx, services, { ...found, asOf: today(), isDayOver: false, person }))
  })

  app.get('/api/portal/plan', { schema: { tags: ['portal'] } }, async (_request, reply) => {
    const district = services.servedDistrict().code
    const row = await inScope(pools.portal, { district, isReadOnly: true }, ({ queries }) =>
      queries.selectFrom('publication').select('extract').where('district_code', '=', district).where('kind', '=', PLAN_PROGRESS).executeTakeFirst())
    return reply.send(row?.extract ?? NOT_PUBLISHED)
  })

  registerEvaluationRoutes(app, services)
}

function taskIn(plan: Plan, id: string): Readonly<{ plan: Plan; task: PlanTask }> | null {
  const task = plan.tasks.find((each) => each.id === id)
  return task === undefined ? null : { plan, task }
}

/** A report without the members that were left out. */
function defined(body: z.output<typeof REPORT>): TaskReport {
  return JSON.parse(JSON.stringify(body)) as TaskReport
}
