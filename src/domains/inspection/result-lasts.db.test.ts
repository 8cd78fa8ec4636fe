import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addEntity } from '../../../test/support/add-entity.ts'
import { doerWith, openProcedureBench } from '../../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../../test/support/procedure-services.ts'
import { endDuePublications } from '../../engines/publication/end-due.ts'
import type { Facts } from '../../engines/procedure/matter.ts'
import { takeStep } from '../../engines/procedure/take-step.ts'
import type { Doer } from '../../engines/procedure/take-step.ts'
import { publicationCatalogue } from '../publications.ts'

const [leader, head, station] = [doerWith('bureau-leader'), doerWith('section-head'), doerWith('section-head', 'station-gejia')]
let bench: ProcedureBench

beforeAll(async () => {
  bench = await openProcedureBench('2026-05-06 09:00')
})
beforeEach(() => bench.setTime('2026-05-06 09:00'))
afterAll(() => bench.dispose())

const firm = () => addEntity(bench.database.pools.owner, '示例区幸福超市')

async function done(doer: Doer, matterId: string, step: string, input: Facts = {}): Promise<void> {
  // Approval is another test's matter.
  const services = { ...bench.services, templates: new Map([...bench.services.templates].map(([id, { approvedBy: _approved, ...template }]) => [id, template])) }
  expect(await takeStep(services, doer, { matterId, stepId: randomUUID(), expectedVersion: null, step, input }), step).toMatchObject({ kind: 'done' })
}

/** A matter put into a state with these facts, as if the steps before had been taken, as the child of another. */
async function matterIn(procedure: string, state: string, { facts, more, party, parent }: Readonly<{ facts: Facts; more: Facts; party: Awaited<ReturnType<typeof firm>>; parent?: string }>): Promise<string> {
  const { matter } = await bench.open(procedure === 'abnormal-operation' ? head : leader, { procedure, officeId: procedure === 'inspection' ? 'credit-supervision' : 'station-gejia', ...party, facts })
  await bench.database.pools.owner.query('UPDATE matter SET state = $2, facts = facts || $3::jsonb WHERE id = $1', [matter.id, state, JSON.stringify(more)])
  if (parent !== undefined) {
    await bench.database.pools.owner.query(
      `INSERT INTO matter_link (district_code, id, matter_id, other_id, kind, reason, at, actor_id) VALUES ('371003', $1, $2, $3, 'child', '', '2026-05-06T01:00:00Z', 'test')`, [randomUUID(), parent, matter.id])
  }
  return matter.id
}

const fine = (yuan: number) => [{ kind: 'fine', amountInFen: yuan * 100, content: `罚款${yuan}元`, basis: '《中华人民共和国产品质量法》第四十九条' }]

/** An inspection with a finding, made public; the lead it opened; a case of another office on that lead, with its penalty decided. */
async function pursued() {
  const party = await firm()
  const visit = await matterIn('inspection', 'visited', {
    party, facts: { inspectionKind: 'planned', planTask: '日常检查计划', itemLevel: 'general', isAnnounced: false, inspectors: ['officer-a', 'officer-b'], plannedFrom: '2026-05-01', plannedUntil: '2026-05-31' },
    more: { visitResult: 'to-be-handled', visitedOn: '2026-05-06' },
  })
  await done(head, visit, 'publish')
  const lead = await matterIn('lead', 'filed', { party, parent: visit, facts: { source: 'inspection', content: '在售商品标签不全。', suspectedActs: '销售不合格产品', respondentName: party.subjectName }, more: {} })
  const penalty = await matterIn('penalty-case', 'served', {
    party, parent: lead, facts: { sourceNo: '线索1', content: '在售商品标签不全。', suspectedActs: '销售不合格产品', partyName: party.subjectName, handlers: ['a', 'b'] },
    more: { decidedOn: '2026-06-30', decidedItems: fine(60_000), illegalFacts: '销售不合格商品三件。', violatedLaw: '《中华人民共和国产品质量法》第三十五条', decisionServedOn: '2026-06-30', payableInFen: 6_000_000, paidInFen: 0 },
  })
  return { party, visit, penalty }
}

type Shown = Readonly<{ until_on: string | null; ended_kind: string | null }>
const shownOf = async (matterId: string): Promise<Shown | undefined> => (await bench.database.pools.owner.query<Shown>('SELECT until_on::text, ended_kind FROM publication WHERE matter_id = $1', [matterId])).rows[0]
const published = { publishedOn: '2026-07-01', publicationPlace: '国家企业信用信息公示系统' }

test('a negative result is public for three months, and with a general penalty as long as that penalty', async () => {
  const { visit, penalty } = await pursued()
  expect(await shownOf(visit)).toEqual({ until_on: '2026-08-06', ended_kind: null })
  bench.setTime('2026-07-01 09:00')
  await done(station, penalty, 'publishDecision', published)
  expect(await shownOf(visit)).toEqual({ until_on: '2027-07-01', ended_kind: null })
  // The day after its own three months it is still there; the day after the penalty's year both are gone.
  bench.setTime('2026-08-07 01:00')
  await endDuePublications({ ...bench.services, catalogue: publicationCatalogue })
  expect(await shownOf(visit)).toMatchObject({ ended_kind: null })
  bench.setTime('2027-07-02 01:00')
  await endDuePublications({ ...bench.services, catalogue: publicationCatalogue })
  expect([await shownOf(visit), await shownOf(penalty)]).toMatchObject([{ ended_kind: 'period-over' }, { ended_kind: 'period-over' }])
})

test('a minor penalty leaves it at three months', async () => {
  const { visit, penalty } = await pursued()
  bench.setTime('2026-07-01 09:00')
  await bench.database.pools.owner.query(`UPDATE matter SET facts = facts || $2::jsonb WHERE id = $1`, [penalty, JSON.stringify({ decidedItems: fine(20_000) })])
  await done(station, penalty, 'publishDecision', { ...published, publicityClass: 'minor' })
  expect(await shownOf(penalty)).toEqual({ until_on: '2026-10-01', ended_kind: null })
  expect(await shownOf(visit)).toEqual({ until_on: '2026-08-06', ended_kind: null })
})

test('repaired with the penalty, it comes back with it when the repair is revoked; a penalty annulled leaves it its own three months', async () => {
  const { party, visit, penalty } = await pursued()
  bench.setTime('2026-07-01 09:00')
  await done(station, penalty, 'publishDecision', published)
  bench.setTime('2026-10-08 09:00')
  const { rows: [record] } = await bench.database.pools.owner.query<{ number: string }>('SELECT number FROM matter WHERE id = $1', [penalty])
  const repair = await bench.open(head, { procedure: 'credit-repair', officeId: 'credit-supervision', ...party, facts: { applicantName: party.subjectName, repairKind: 'penalty', recordNo: record?.number, penaltyClass: 'general', publishedOn: '2026-07-01', materials: ['application', 'identity', 'promise', 'performance'] } })
  await done(head, repair.matter.id, 'accept')
  await done(head, repair.matter.id, 'verify', { verificationMethod: 'paper', verificationText: '缴款凭证和整改报告。', hasPerformed: true, hasRemovedHarm: true, hasNewPenalty: false })
  await done(leader, repair.matter.id, 'grant')
  expect([await shownOf(visit), await shownOf(penalty)]).toMatchObject([{ ended_kind: 'repaired' }, { ended_kind: 'repaired' }])

  bench.setTime('2026-10-20 09:00')
  const revocation = await bench.open(head, { procedure: 'repair-revocation', officeId: 'credit-supervision', ...party, facts: { applicantName: party.subjectName, repairNo: repair.matter.number, repairKind: 'penalty', suspicion: '缴款凭证系伪造。' } })
  await done(head, revocation.matter.id, 'find', { findings: '银行没有该笔缴款。', falsity: 'deceived' })
  await done(head, revocation.matter.id, 'hear', { statementText: '承认伪造。' })
  await done(leader, revocation.matter.id, 'revoke')
  expect([await shownOf(visit), await shownOf(penalty)]).toEqual([{ until_on: '2027-10-20', ended_kind: null }, { until_on: '2027-10-20', ended_kind: null }])

  await done(leader, penalty, 'revokeDecision', { revocationReason: '复查发现主要证据不足。' })
  expect(await shownOf(visit)).toEqual({ until_on: '2026-08-06', ended_kind: null })
})

test('of a firm that could not be reached it is public until the firm leaves the list', async () => {
  const party = await firm()
  const visit = await matterIn('inspection', 'visited', {
    party, facts: { inspectionKind: 'planned', planTask: '日常检查计划', itemLevel: 'general', isAnnounced: false, inspectors: ['officer-a', 'officer-b'], plannedFrom: '2026-05-01', plannedUntil: '2026-05-31' }, more: { visitResult: 'not-found', visitedOn: '2026-05-06' },
  })
  const entry = await matterIn('abnormal-operation', 'found', { party, parent: visit, facts: { enterpriseName: party.subjectName, ground: 'unreachable' }, more: {} })
  await done(station, entry, 'verify', { verificationText: '登记住所无人办公。', contactMethod: 'visit', visitRecord: '大门锁闭，门牌相符。' })
  await done(leader, entry, 'decideListing')
  // The entry was public first.
  await done(head, visit, 'publish')
  expect(await shownOf(visit)).toEqual({ until_on: null, ended_kind: null })
  bench.setTime('2026-05-20 09:00')
  await done(leader, entry, 'remove', { removalGround: 'deregistered', removalText: '已经注销登记。' })
  expect(await shownOf(visit)).toMatchObject({ ended_kind: 'removed' })
})
