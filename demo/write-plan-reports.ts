import type { Pool, PoolClient } from 'pg'
import { plans } from '../src/domains/governance/plans.ts'
import type { Plan, PlanTask } from '../src/engines/plan/plan.ts'
import { epochOf } from '../src/kernel/calendar-date.ts'
import { identifierFrom } from '../src/kernel/identifier.ts'
import { auditEventRow, pendingRow } from '../src/platform/ledger/record.ts'
import { chanceOf } from './chance.ts'
import type { Chance } from './chance.ts'
import { backgroundWriter, rowBuffer } from './copy-rows.ts'
import type { CourseReport } from './plan-course.ts'
import { planCourse } from './plan-course.ts'

type Head = Readonly<{ id: string; name: string }>

const PLAN_STREAM = 7_301

/** Fills the plans of a synthetic district with their owners' monthly reports up to a date, sealed like real ones. Answers how many. */
export async function writePlanReports(owner: Pool, { district, seed, until }: Readonly<{ district: string; seed: number; until: string }>): Promise<number> {
  const client = await owner.connect()
  try {
    await client.query('BEGIN')
    const written = await writeAll(client, { district, seed, until })
    await client.query('COMMIT')
    return written
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function writeAll(client: PoolClient, { district, seed, until }: Readonly<{ district: string; seed: number; until: string }>): Promise<number> {
  const heads = await readHeads(client, district)
  const buffers = { report: rowBuffer('plan_report'), audit: rowBuffer('audit_event'), pending: rowBuffer('ledger_pending') }
  const ofDistrict = plans.filter(({ districtCode }) => districtCode === district)
  let written = 0
  for (const [planIndex, plan] of ofDistrict.entries()) {
    for (const [taskIndex, task] of plan.tasks.entries()) {
      const chance = chanceOf(seed, PLAN_STREAM, planIndex, taskIndex)
      const head = headOf(heads, task.officeId)
      for (const report of planCourse(task, chance, until)) {
        const { row, audit } = rowsOf({ plan, task, report, head, chance })
        buffers.report.add(row)
        buffers.audit.add(audit)
        buffers.pending.add(pendingRow('audit_event', audit))
        written += 1
      }
    }
  }
  if (written > 0) await backgroundWriter(client, [buffers.report, buffers.audit, buffers.pending]).end()
  return written
}

/** Who heads which office; '*' is a leader of the bureau. */
async function readHeads(client: PoolClient, district: string): Promise<ReadonlyMap<string, Head>> {
  const { rows } = await client.query<{ id: string; name: string; offices: readonly string[] }>(
    `SELECT a.id, a.name, g.offices FROM role_grant g JOIN account a ON a.id = g.account_id
     WHERE g.district_code = $1 AND g.role IN ('section-head', 'bureau-leader') AND g.revoked_at IS NULL ORDER BY g.role DESC, a.login DESC`, [district])
  return new Map(rows.flatMap(({ id, name, offices }) => offices.map((office) => [office, { id, name }] as const)))
}

function headOf(heads: ReadonlyMap<string, Head>, officeId: string): Head {
  const head = heads.get(officeId) ?? heads.get('*')
  if (head === undefined) throw new Error('演示区县没有科（所）负责人或局领导账号，不能生成规划进展。')
  return head
}

function rowsOf({ plan, task, report, head, chance }: Readonly<{ plan: Plan; task: PlanTask; report: CourseReport; head: Head; chance: Chance }>) {
  const at = `${report.on}T0${chance.between(1, 8)}:${String(chance.below(60)).padStart(2, '0')}:00.000Z`
  const id = identifierFrom(epochOf(at), chance.bytes(10))
  const { progressPercent, text, milestoneId } = report
  return {
    row: {
      district_code: plan.districtCode, id, plan_id: plan.id, task_id: task.id, office_id: task.officeId, at, account_id: head.id, account_name: head.name,
      progress_percent: progressPercent, text, milestone_id: milestoneId, evidence: '[]', synthetic: true,
    },
    audit: auditEventRow({
      district: plan.districtCode, id, type: 'plan-report', account: head.id, accountName: head.name, subject: `${plan.id}/${task.id}`, at,
      detail: { plan: plan.id, task: task.id, progressPercent, text, milestoneId, evidence: [] },
    }),
  }
}
