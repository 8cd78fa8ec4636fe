import { isRefusal } from '../src/kernel/refusal.ts'
import type { Refusal } from '../src/kernel/refusal.ts'
import { addDays, dateInShanghai, epochOf, yearOf } from '../src/kernel/calendar-date.ts'
import type { Instant } from '../src/kernel/calendar-date.ts'
import { identifierFrom } from '../src/kernel/identifier.ts'
import { addBar, saveInspector } from '../src/domains/inspection/programme/inspectors.ts'
import { draftPlan, filePlan, publishPlanState } from '../src/domains/inspection/programme/plan-store.ts'
import { publishPlan } from '../src/domains/inspection/programme/publish-plan.ts'
import type { Pools } from '../src/platform/postgres/pool.ts'
import { inScope } from '../src/platform/postgres/scope.ts'
import type { ScopedTransaction } from '../src/platform/postgres/scope.ts'
import type { SignedIn } from '../src/platform/session/signed-in.ts'
import { loadDistrict } from '../districts/load-district.ts'
import { chanceOf } from './chance.ts'
import { holdingsOf } from './holdings.ts'
import { inspectionTasksOf } from './inspection-tasks.ts'
import { FIRE_SERVICE, inspectorOf } from './inspectors.ts'

export type ProgrammeCounts = Readonly<{ registerEntries: number; inspectors: number; planTasks: number }>
type Options = Readonly<{ district: string; seed: number; now: Instant; bureau: string }>

const STREAM = 7_404
const AT_ONCE = 5_000
const FIRST_YEAR = 2021
const MOST_CONFLICTING = 400

/** Fills the bases and the plans of a synthetic district: entries and people are generated, each year's plan goes its lawful way in its own February. */
export async function writeInspectionProgramme(pools: Pick<Pools, 'desk'>, options: Options): Promise<ProgrammeCounts> {
  const scope = { district: options.district, offices: '*', towns: '*', timeoutMs: 120_000 } as const
  return inScope(pools.desk, scope, async (tx) => ({ registerEntries: await writeEntries(tx, options), inspectors: await writeInspectors(tx, options), planTasks: await writePlans(tx, options) }))
}

type EntityRow = Readonly<{ id: string; town_code: string | null; industry_code: string; established_on: string | null }>

async function writeEntries({ client }: ScopedTransaction, { district, seed, now }: Options): Promise<number> {
  const { rows } = await client.query<EntityRow>(`SELECT id, town_code, industry_code, established_on FROM entity WHERE district_code = $1 AND status = 'active' AND industry_code IS NOT NULL ORDER BY id`, [district])
  const today = dateInShanghai(now)
  const entries = rows.flatMap((entity, i) => holdingsOf(seed, entity.id, entity.industry_code).map(({ kind, name, prefix }, j) => {
    const from = entity.established_on ?? today
    return {
      district_code: district, id: identifierFrom(epochOf(`${from}T08:00:00.000Z`), chanceOf(seed, STREAM, i, j).bytes(10)), kind, entity_id: entity.id, town_code: entity.town_code, code: `${prefix}${district}${String(i).padStart(7, '0')}`, name,
      status: 'active', valid_from: from, valid_until: null, facts: {}, source: 'demo', source_hash: '', synthetic: true, version: 1, created_at: now, updated_at: now,
    }
  }))
  for (let from = 0; from < entries.length; from += AT_ONCE) await client.query('INSERT INTO register_entry SELECT * FROM json_populate_recordset(null::register_entry, $1)', [JSON.stringify(entries.slice(from, from + AT_ONCE))])
  return entries.length
}

type Officer = Readonly<{ id: string; name: string; officeId: string; certificateNo: string; certifiedUntil: string }>

async function writeInspectors(tx: ScopedTransaction, { district, seed, now }: Options): Promise<number> {
  const { rows } = await tx.client.query<Officer>(
    `SELECT a.id, a.name, a.office_id AS "officeId", a.certificate_no AS "certificateNo", a.certificate_until AS "certifiedUntil" FROM account a
     WHERE a.district_code = $1 AND a.disabled_at IS NULL AND a.certificate_no IS NOT NULL AND a.certificate_until IS NOT NULL
       AND EXISTS (SELECT FROM role_grant g WHERE g.account_id = a.id AND g.role IN ('case-officer','section-head') AND g.revoked_at IS NULL) ORDER BY a.login`, [district])
  const data = loadDistrict(district)
  const chance = chanceOf(seed, STREAM, 2_000_000)
  const person: SignedIn = { accountId: 'demo', login: 'demo', name: '演示数据', officeId: '', district, roles: [], csrf: '' }
  const firms = await tx.queries.selectFrom('entity').select('id').where('district_code', '=', district).where('status', '=', 'active').orderBy('id').limit(MOST_CONFLICTING).execute()
  const people = [...rows.map((row) => inspectorOf(data, seed, row)), ...FIRE_SERVICE]
  for (const fields of people) {
    const profileId = must(await saveInspector(tx, (count) => chance.bytes(count), { id: null, version: 0, reason: '建立执法检查人员名录库', fields, person, now, synthetic: true }))
    const bar = { profileId, person, now } as const
    if (chance.is(0.15) && firms.length > 0) mustBeDone(await addBar(tx, (count) => chance.bytes(count), { ...bar, kind: 'conflict', entityId: chance.pick(firms).id, reason: '近亲属在该单位任职。' }))
    if (chance.is(0.06)) mustBeDone(await addBar(tx, (count) => chance.bytes(count), { ...bar, kind: 'leave', from: dateInShanghai(now), until: addDays(dateInShanghai(now), chance.between(5, 40)), reason: '脱产培训。' }))
  }
  return people.length
}

function mustBeDone(refusal: Refusal | null): void {
  if (refusal !== null) throw new Error(`${refusal.says}${refusal.do}`)
}

async function writePlans(tx: ScopedTransaction, { district, seed, now, bureau }: Options): Promise<number> {
  const chance = chanceOf(seed, STREAM, 3_000_000)
  const thisYear = yearOf(dateInShanghai(now))
  let tasks = 0
  for (let year = FIRST_YEAR; year <= thisYear; year += 1) {
    const february = `${year}-02-08T01:30:00.000Z`
    const doing = {
      person: { accountId: 'demo', name: '演示数据', district, roles: [{ role: 'bureau-leader', offices: ['*'], towns: ['*'] }] }, now: february < now ? february : now, random: (count: number) => chance.bytes(count),
    } as const
    const planned = inspectionTasksOf(year)
    const id = must(await draftPlan(tx, doing, { year, title: `${year}年度双随机抽查计划`, tasks: planned, synthetic: true }))
    must(await filePlan(tx, doing, { id, version: 1, filedTo: '上级市场监督管理部门', filingNumber: `演示备〔${year}〕1号` }))
    const plan = must(await publishPlanState(tx, doing, { id, version: 2 }))
    await publishPlan(tx, { district, plan, now: doing.now, bureau })
    tasks += planned.length
  }
  return tasks
}

function must<Result>(result: Result | Refusal): Result {
  if (isRefusal(result)) throw new Error(`${result.says}${result.do}`)
  return result
}
