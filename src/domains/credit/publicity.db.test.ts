import { afterAll, beforeAll, expect, test } from 'vitest'
import { addEntity } from '../../../test/support/add-entity.ts'
import { doerWith, openProcedureBench } from '../../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../../test/support/procedure-services.ts'
import { instantOf } from '../../engines/procedure/example.ts'
import type { Doer } from '../../engines/procedure/take-step.ts'

let bench: ProcedureBench
const leader = doerWith('bureau-leader')
const head = doerWith('section-head')
const materials = ['application', 'identity', 'promise', 'performance']

beforeAll(async () => {
  bench = await openProcedureBench('2026-07-02 09:00')
})
afterAll(() => bench.dispose())

const entity = (name: string, kind: 'enterprise' | 'sole-trader' = 'enterprise') => addEntity(bench.database.pools.owner, name, kind)

type Row = Readonly<{ kind: string; title: string; until_on: string | null; ended_kind: string | null }>
const publicOf = async (matterId: string): Promise<readonly Row[]> =>
  (await bench.database.pools.owner.query<Row>('SELECT kind, title, until_on::text, ended_kind FROM publication WHERE matter_id = $1 ORDER BY kind', [matterId])).rows

async function done(steps: readonly (readonly [Doer, string, object])[], matterId: string): Promise<void> {
  for (const [doer, step, input] of steps) expect(await bench.take(doer, { matterId, step, input: { ...input } }), step).toMatchObject({ kind: 'done' })
}

test('a repair refused for deceit is public for three years, and bars the next application in whichever office it comes in', async () => {
  const firm = await entity('示例区诚信商贸有限公司')
  const facts = { applicantName: firm.subjectName, repairKind: 'penalty', penaltyClass: 'general', publishedOn: '2026-01-20', materials }
  const { matter } = await bench.open(head, { procedure: 'credit-repair', officeId: 'credit-supervision', ...firm, facts })
  await done([
    [head, 'accept', {}], [head, 'verify', { verificationMethod: 'paper', verificationText: '缴款凭证系伪造。', hasDeceived: true }], [leader, 'refuse', { refusalGround: 'deceived', refusalReason: '提交的缴款凭证系伪造。' }],
  ], matter.id)
  expect(await publicOf(matter.id)).toEqual([{ kind: 'repair-refusal', title: '示例区诚信商贸有限公司不予信用修复决定', until_on: '2029-07-02', ended_kind: null }])
  const { rows: [decision] } = await bench.database.pools.owner.query<{ number: string; extract: readonly object[] }>(`SELECT d.number, p.extract FROM publication p JOIN document d ON d.matter_id = p.matter_id AND d.template = 'repair-refusal' WHERE p.matter_id = $1`, [matter.id])
  expect(decision?.extract).toEqual(expect.arrayContaining([{ key: 'documentNo', label: '决定书文号', value: decision?.number }, { key: 'authority', label: '作出决定机关', value: '威海市文登区市场监督管理局' }]))

  const station = doerWith('section-head', 'station-gejia')
  const next = await bench.open(station, { procedure: 'credit-repair', officeId: 'station-gejia', ...firm, facts })
  expect(await bench.take(station, { matterId: next.matter.id, step: 'accept' })).toMatchObject({ kind: 'refusal', code: 'guard.falseApplicantMustWaitThreeYears', says: expect.stringContaining(matter.number) as unknown })
  const other = await bench.open(station, { procedure: 'credit-repair', officeId: 'station-gejia', ...await entity('示例区另一商贸有限公司'), facts })
  expect(await bench.take(station, { matterId: other.matter.id, step: 'accept' })).toMatchObject({ kind: 'done' })
})

test('a sole trader listed for a missing report is shown to the end of June of the next year', async () => {
  const trader = await entity('示例区幸福小吃店', 'sole-trader')
  const { matter } = await bench.open(head, { procedure: 'sole-trader-marking', officeId: 'credit-supervision', ...trader, receivedAt: instantOf('2026-06-30 23:59'), facts: { traderName: trader.subjectName, traderGround: 'no-report', reportYear: 2025 } })
  await done([[leader, 'decideListing', {}]], matter.id)
  expect(await publicOf(matter.id)).toEqual([{ kind: 'sole-trader-mark', title: '示例区幸福小吃店列入经营异常名录信息', until_on: '2027-06-30', ended_kind: null }])
})

test('an announcement of forced deregistration is public for ninety days and goes when an objection is upheld', async () => {
  const company = await entity('示例区旧日贸易有限公司')
  const { matter } = await bench.open(head, { procedure: 'forced-deregistration', officeId: 'registration', ...company, facts: { companyName: company.subjectName, legalForm: 'company', trigger: 'licence-revoked', triggeredOn: '2020-01-10', legalRepresentative: '周例一', companyAddress: '示例区示例路1号' } })
  await done([[leader, 'announce', { announcementText: '拟强制注销公司登记。' }]], matter.id)
  expect(await publicOf(matter.id)).toEqual([{ kind: 'forced-announcement', title: '拟强制注销示例区旧日贸易有限公司登记公告', until_on: '2026-09-30', ended_kind: null }])
  await done([[head, 'receiveObjection', { objector: 'creditor', objectionText: '公司尚欠货款未还。', objectionPapers: ['reason', 'identity', 'relation'] }], [leader, 'upholdObjection', { objectionFinding: '债权债务关系属实。' }]], matter.id)
  expect(await publicOf(matter.id)).toMatchObject([{ ended_kind: 'terminated' }])
})

test('while a plan is carried out what is public of the firm rests; when it fails it is shown again, when it is done it ends', async () => {
  for (const [ending, after] of [['restore', null], ['repair', 'repaired']] as const) {
    const firm = await entity(`示例区${ending}制造有限公司`)
    const listed = await bench.open(head, { procedure: 'abnormal-operation', officeId: 'credit-supervision', ...firm, facts: { enterpriseName: firm.subjectName, ground: 'unreachable' } })
    await done([[head, 'verify', { verificationText: '登记住所无人办公。', contactMethod: 'visit', visitRecord: '大门锁闭，门牌相符。' }], [leader, 'decideListing', {}]], listed.matter.id)
    const plan = await bench.open(head, { procedure: 'reorganisation-repair', officeId: 'credit-supervision', ...firm, facts: { enterpriseName: firm.subjectName, planKind: 'reorganisation', court: '示例市中级人民法院', rulingNo: '（2026）示例破1号', planPapers: ['application', 'approval-ruling'] } })
    await done([[leader, 'ease', { easedInformation: '停止公示列入信息。' }]], plan.matter.id)
    expect(await publicOf(listed.matter.id)).toMatchObject([{ ended_kind: 'shielded' }])
    await done(ending === 'restore' ? [[leader, 'restore', { failureText: '人民法院裁定终止执行。' }]]
      : [[head, 'receiveCompletion', { completionRulingNo: '（2026）示例破1号之九' }], [head, 'verify', { verificationText: '已经变更住所。', hasCorrected: true }], [leader, 'repair', {}]], plan.matter.id)
    expect(await publicOf(listed.matter.id)).toMatchObject([{ ended_kind: after }])
  }
})

test('a leader leads a dormant company out: by a lead to the revocation of its licence, or by forced deregistration', async () => {
  for (const [step, input, screeningReasons, child] of [
    ['referForRevocation', {}, ['two-years-missing'], 'lead'], ['referForForcedDeregistration', { triggeredOn: '2020-01-10' }, ['revoked-three-years'], 'forced-deregistration'],
  ] as const) {
    bench.setTime('2026-07-02 09:00')
    const firm = await entity(`示例区${child === 'lead' ? '沉睡' : '停业'}贸易有限公司`)
    const { matter } = await bench.open(head, { procedure: 'dormant-enterprise', officeId: 'credit-supervision', ...firm, facts: { enterpriseName: firm.subjectName, screeningReasons, screenedOn: '2026-07-02' } })
    await done([[head, 'check', { checkText: '登记住所无人。' }], [head, 'sendNotice', { noticeText: '请申请注销或者恢复经营。' }]], matter.id)
    bench.setTime('2026-08-03 09:00')
    await done([[leader, step, { referralText: '连续未年报且无法联系。', ...input }]], matter.id)
    const { rows } = await bench.database.pools.owner.query(`SELECT procedure, subject_name FROM matter WHERE id IN (SELECT other_id FROM matter_link WHERE matter_id = $1)`, [matter.id])
    expect(rows).toEqual([{ procedure: child, subject_name: firm.subjectName }])
  }
})
