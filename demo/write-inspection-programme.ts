import { isRefusal } from '../src/kernel/refusal.ts'
import type { Refusal } from '../src/kernel/refusal.ts'
import { dateInShanghai, epochOf } from '../src/kernel/calendar-date.ts'
import type { Instant } from '../src/kernel/calendar-date.ts'
import { identifierFrom } from '../src/kernel/identifier.ts'
import type { ClassRule, InspectorFields, PlanTask } from '../src/domains/inspection/programme/contract.ts'
import { saveInspector } from '../src/domains/inspection/programme/inspectors.ts'
import { draftPlan, filePlan, publishPlanState } from '../src/domains/inspection/programme/plan-store.ts'
import { publishPlan } from '../src/domains/inspection/programme/publish-plan.ts'
import { OWN_DEPARTMENT } from '../src/domains/inspection/programme/services.ts'
import type { Pools } from '../src/platform/postgres/pool.ts'
import { inScope } from '../src/platform/postgres/scope.ts'
import type { ScopedTransaction } from '../src/platform/postgres/scope.ts'
import { chanceOf } from './chance.ts'

export type ProgrammeCounts = Readonly<{ registerEntries: number; inspectors: number; planTasks: number }>
type Options = Readonly<{ district: string; seed: number; now: Instant; bureau: string }>

const STREAM = 7_404
const AT_ONCE = 5_000

/** Which line of business holds which entry, and how many of it do, in a hundred. */
const HOLDERS: readonly Readonly<{ kind: string; industries: RegExp; percent: number; name: string; prefix: string }>[] = [
  { kind: 'food-operator', industries: /^(F521[23]|F522|H62|H6110|F5127)/u, percent: 94, name: '食品经营', prefix: '示JY' },
  { kind: 'drug-retailer', industries: /^F5251/u, percent: 96, name: '药品零售', prefix: '示CB' },
  { kind: 'device-operator', industries: /^(F5251|Q8425)/u, percent: 60, name: '第二类医疗器械经营', prefix: '示QX' },
  { kind: 'lift-user-unit', industries: /^(K7020|H6110|F5211|R9011)/u, percent: 35, name: '乘客电梯', prefix: '示梯' },
  { kind: 'special-equipment-user', industries: /^(C|D|O8051)/u, percent: 30, name: '承压设备', prefix: '示承' },
  { kind: 'testing-body', industries: /^M745/u, percent: 100, name: '检验检测机构', prefix: '示CMA' },
]

const DUTY_EXPERTISE: Readonly<Record<string, readonly string[]>> = {
  'food-sales': ['食品'], 'catering': ['食品'], 'food-production': ['食品'], 'drugs': ['药品', '医疗器械'], 'medical-devices': ['医疗器械', '化妆品'], 'special-equipment': ['特种设备'], 'product-quality': ['产品质量'],
  'metrology': ['计量'], 'pricing': ['价格'], 'online-trade': ['网络交易', '广告'], 'intellectual-property': ['知识产权'], 'certification': ['认证检测'],
}

const rule = (numerator: number, denominator = 100, minimum = 0): ClassRule => ({ share: { numerator, denominator }, minimum, timesPerYear: 1 })
const random = (drawn: ClassRule) => ({ group: { numerator: 1, denominator: 10 }, drawn: drawn.share })
const byRisk = (a: number, b: number, c: number, d: number): PlanTask['classes'] => ({ A: rule(a), B: rule(b), C: rule(c), D: rule(d), U: rule(b) })

const TASKS: readonly PlanTask[] = [
  { id: 'xy-1', name: '企业公示信息不定向抽查', level: 'general', itemCodes: ['XY01'], kind: 'enterprise', classes: byRisk(3, 3, 5, 10), random: random(rule(3)), monthFrom: 7, monthUntil: 12, leadOfficeId: 'credit-supervision', jointDepartments: [] },
  { id: 'sp-1', name: '食品经营者全项目检查', level: 'key', itemCodes: ['SP01'], kind: 'food-operator', classes: byRisk(50, 50, 60, 80), random: random(rule(50)), monthFrom: 3, monthUntil: 12, leadOfficeId: 'catering', jointDepartments: [] },
  { id: 'sp-2', name: '食品经营许可事项抽查', level: 'general', itemCodes: ['SP02'], kind: 'food-operator', classes: byRisk(2, 5, 10, 20), random: random(rule(3)), monthFrom: 4, monthUntil: 12, leadOfficeId: 'food-sales', jointDepartments: [] },
  { id: 'yp-1', name: '药品零售企业检查', level: 'key', itemCodes: ['YP01'], kind: 'drug-retailer', classes: byRisk(34, 40, 60, 100), random: random(rule(34)), monthFrom: 3, monthUntil: 11, leadOfficeId: 'drugs', jointDepartments: [] },
  { id: 'tz-1', name: '电梯使用单位检查', level: 'key', itemCodes: ['TZ01'], kind: 'lift-user-unit', classes: byRisk(10, 20, 50, 100), random: random(rule(10)), monthFrom: 3, monthUntil: 11, leadOfficeId: 'special-equipment', jointDepartments: [] },
  { id: 'lh-1', name: '商品销售者质量和商标联合抽查', level: 'general', itemCodes: ['CP02', 'ZS01'], kind: 'product-seller', classes: byRisk(1, 2, 5, 10), random: random(rule(1)), monthFrom: 5, monthUntil: 12, leadOfficeId: 'product-quality', jointDepartments: ['消防救援部门'] },
]

/** Fills the bases and the plan of the year of a synthetic district: entries and people are generated, the plan goes its lawful way. */
export async function writeInspectionProgramme(pools: Pick<Pools, 'desk'>, options: Options): Promise<ProgrammeCounts> {
  const scope = { district: options.district, offices: '*', towns: '*', timeoutMs: 120_000 } as const
  return inScope(pools.desk, scope, async (tx) => ({ registerEntries: await writeEntries(tx, options), inspectors: await writeInspectors(tx, options), planTasks: await writePlan(tx, options) }))
}

type EntityRow = Readonly<{ id: string; town_code: string | null; industry_code: string; established_on: string | null }>

async function writeEntries({ client }: ScopedTransaction, { district, seed, now }: Options): Promise<number> {
  const { rows } = await client.query<EntityRow>(`SELECT id, town_code, industry_code, established_on FROM entity WHERE district_code = $1 AND status = 'active' AND industry_code IS NOT NULL ORDER BY id`, [district])
  const today = dateInShanghai(now)
  const entries = rows.flatMap((entity, i) => HOLDERS.filter(({ industries }) => industries.test(entity.industry_code)).flatMap(({ kind, percent, name, prefix }, j) => {
    const chance = chanceOf(seed, STREAM, i, j)
    if (!chance.is(percent / 100)) return []
    const from = entity.established_on ?? today
    return [{
      district_code: district, id: identifierFrom(epochOf(`${from}T08:00:00.000Z`), chance.bytes(10)), kind, entity_id: entity.id, town_code: entity.town_code, code: `${prefix}${district}${String(i).padStart(7, '0')}`, name, status: 'active',
      valid_from: from, valid_until: null, facts: {}, source: 'demo', source_hash: '', synthetic: true, version: 1, created_at: now, updated_at: now,
    }]
  }))
  for (let from = 0; from < entries.length; from += AT_ONCE) await client.query('INSERT INTO register_entry SELECT * FROM json_populate_recordset(null::register_entry, $1)', [JSON.stringify(entries.slice(from, from + AT_ONCE))])
  return entries.length
}

type Officer = Readonly<{ id: string; name: string; office_id: string; certificate_no: string; certificate_until: string; town_codes: readonly string[]; duties: readonly string[] }>

async function writeInspectors(tx: ScopedTransaction, { district, seed, now }: Options): Promise<number> {
  const { rows } = await tx.client.query<Officer>(
    `SELECT a.id, a.name, a.office_id, a.certificate_no, a.certificate_until, o.town_codes, o.duties FROM account a JOIN office o ON o.district_code = a.district_code AND o.id = a.office_id
     WHERE a.district_code = $1 AND a.disabled_at IS NULL AND a.certificate_no IS NOT NULL AND a.certificate_until IS NOT NULL
       AND EXISTS (SELECT FROM role_grant g WHERE g.account_id = a.id AND g.role IN ('case-officer','section-head') AND g.revoked_at IS NULL) ORDER BY a.login`, [district])
  const own = rows.map((row, i): InspectorFields => {
    const chance = chanceOf(seed, STREAM, 1_000_000 + i)
    const extra = ['食品', '药品', '特种设备', '产品质量', '计量', '价格'].filter(() => chance.is(0.25))
    return {
      accountId: row.id, name: row.name, department: OWN_DEPARTMENT, officeId: row.office_id, townCode: row.town_codes[0] ?? null, certificateNo: row.certificate_no, certifiedFrom: '2021-01-01', certifiedUntil: row.certificate_until,
      expertise: [...new Set([...row.duties.flatMap((duty) => DUTY_EXPERTISE[duty] ?? []), ...extra])], isActive: true,
    }
  })
  const others = ['甲', '乙', '丙', '丁'].map((word, i): InspectorFields => ({
    accountId: null, name: `消防示例${word}`, department: '消防救援部门', officeId: null, townCode: null, certificateNo: `示消证000${i + 1}`, certifiedFrom: '2021-01-01', certifiedUntil: '2029-12-31', expertise: [], isActive: true,
  }))
  const chance = chanceOf(seed, STREAM, 2_000_000)
  for (const fields of [...own, ...others]) {
    must(await saveInspector(tx, (count) => chance.bytes(count), { id: null, version: 0, reason: '建立执法检查人员名录库', fields, person: { accountId: 'demo', name: '演示数据', district }, now, synthetic: true }))
  }
  return own.length + others.length
}

async function writePlan(tx: ScopedTransaction, { district, seed, now, bureau }: Options): Promise<number> {
  const chance = chanceOf(seed, STREAM, 3_000_000)
  const doing = { person: { accountId: 'demo', name: '演示数据', district, roles: [{ role: 'bureau-leader', offices: ['*'], towns: ['*'] }] }, now, random: (count: number) => chance.bytes(count) } as const
  const year = Number(dateInShanghai(now).slice(0, 4))
  const id = must(await draftPlan(tx, doing, { year, title: `${year}年度双随机抽查计划`, tasks: TASKS, synthetic: true }))
  must(await filePlan(tx, doing, { id, version: 1, filedTo: '上级市场监督管理部门', filingNumber: `演示备〔${year}〕1号` }))
  const plan = must(await publishPlanState(tx, doing, { id, version: 2 }))
  await publishPlan(tx, { district, plan, now, bureau })
  return TASKS.length
}

function must<Result>(result: Result | Refusal): Result {
  if (isRefusal(result)) throw new Error(`${result.says}${result.do}`)
  return result
}
