import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doerWith, openProcedureBench } from '../../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../../test/support/procedure-services.ts'
import { replay } from '../../engines/procedure/evolve.ts'
import type { Facts } from '../../engines/procedure/matter.ts'
import type { ProcedureServices } from '../../engines/procedure/services.ts'
import { readEvents } from '../../engines/procedure/store.ts'
import { takeStep } from '../../engines/procedure/take-step.ts'
import type { Doer } from '../../engines/procedure/take-step.ts'
import { enforcementDocuments, enforcementProcedures } from './index.ts'

const [leader, host, head] = [doerWith('bureau-leader'), doerWith('legal-reviewer'), doerWith('section-head')]
let bench: ProcedureBench
let services: ProcedureServices

beforeAll(async () => {
  bench = await openProcedureBench('2026-05-06 09:00')
  // Approval is another test's matter.
  services = { ...bench.services, procedures: new Map(enforcementProcedures.map((procedure) => [procedure.id, procedure])), templates: new Map(enforcementDocuments.map(({ approvedBy: _approved, ...template }) => [template.id, template])) }
})
afterAll(() => bench.dispose())

/** A case put into a state with these facts, as if the steps before had been taken. */
async function caseIn(state: string, facts: Facts): Promise<string> {
  const { matter } = await bench.open(leader, { procedure: 'penalty-case', officeId: 'station-gejia', facts: { sourceNo: '线索1', content: '货架上有过期糕点。', suspectedActs: '销售过期食品', partyName: '示例食品店', handlers: ['a', 'b'] } })
  await bench.database.pools.owner.query('UPDATE matter SET state = $2, facts = facts || $3::jsonb WHERE id = $1', [matter.id, state, JSON.stringify(facts)])
  return matter.id
}

const take = async (doer: Doer, matterId: string, step: string, input: Facts) => {
  const answer = await takeStep(services, doer, { matterId, stepId: randomUUID(), expectedVersion: null, step, input })
  expect(answer, step).toMatchObject({ kind: 'done' })
}

type Paper = Readonly<{ number: string; withdrawn_at: string | null; withdrawn_reason: string | null }>
const papersOf = async (matterId: string, template: string): Promise<readonly Paper[]> =>
  (await bench.database.pools.owner.query<Paper>('SELECT number, withdrawn_at, withdrawn_reason FROM document WHERE matter_id = $1 AND template = $2 ORDER BY serial', [matterId, template])).rows

test('a new date of the hearing leaves one valid notice; the first keeps its number and says why it is void', async () => {
  const id = await caseIn('hearing', { hearingHost: host.actor.id, hearingRequestedOn: '2026-05-05' })
  const at = (hearingOn: string, more: Facts = {}): Facts => ({ hearingOn, hearingPlace: '本局会议室', isHearingPublic: true, ...more })
  await take(host, id, 'scheduleHearing', at('2026-05-20'))
  const [first] = await papersOf(id, 'hearing-notice')
  expect(first?.withdrawn_at).toBeNull()
  await take(host, id, 'scheduleHearing', at('2026-05-27', { rescheduleReason: '当事人的代理人住院' }))
  const papers = await papersOf(id, 'hearing-notice')
  expect(papers).toMatchObject([{ number: first?.number, withdrawn_reason: '因“确定听证时间地点”作废' }, { withdrawn_at: null, withdrawn_reason: null }])
  expect(papers[0]?.withdrawn_at).not.toBeNull()
  const events = await bench.asDesk({ offices: '*', towns: '*', matters: [id] }, (tx) => readEvents(tx, bench.services.servedDistrict().code, id))
  expect(events.flatMap(({ event }) => (event.type === 'document-withdrawn' ? [event.number] : []))).toEqual([first?.number])
  expect(replay(events.map(({ event }) => event)).facts.hearingNoticeNote).toBe('原定于2026年5月20日举行的听证改期，理由：当事人的代理人住院。原听证通知书作废。')
})

test('a corrected and a changed decision each take the place of the one before', async () => {
  const fine = (yuan: number) => [{ kind: 'fine', amountInFen: yuan * 100, content: `罚款${yuan}元`, basis: '《中华人民共和国食品安全法》第一百二十四条' }]
  const id = await caseIn('served', { decidedOn: '2026-05-06', decidedItems: fine(10_000), payableInFen: 1_000_000, paidInFen: 0, illegalFacts: '当事人经营超过保质期的糕点三盒。', decisionServedOn: '2026-05-06' })
  await take(leader, id, 'correctDecision', { correctionText: '“三盒”更正为“五盒”。', illegalFacts: '当事人经营超过保质期的糕点五盒。' })
  await take(leader, id, 'changeDecision', { changeGround: 'own', changedDecisionItems: fine(6000), changeReason: '复查认为罚款明显过重，主动改正。' })
  const papers = await papersOf(id, 'penalty-decision')
  expect(papers.map(({ withdrawn_reason: why }) => why)).toEqual(['因“变更处罚决定”作废', null])
  expect(await bench.find(leader, id)).toMatchObject({ state: 'served', facts: { payableInFen: 600_000, decisionNote: expect.stringContaining('本决定书变更我局于2026年5月6日作出的行政处罚决定书') as string } })
})

test('what is changed leaves the public at once and comes back with its new content', async () => {
  const fine = (yuan: number) => [{ kind: 'fine', amountInFen: yuan * 100, content: `罚款${yuan}元`, basis: '《中华人民共和国食品安全法》第一百二十四条' }]
  const id = await caseIn('served', { decidedOn: '2026-05-06', decidedItems: fine(10_000), payableInFen: 1_000_000, paidInFen: 0, illegalFacts: '经营超过保质期的糕点三盒。', violatedLaw: '《中华人民共和国食品安全法》第三十四条', decisionServedOn: '2026-05-06' })
  const published = { publishedOn: '2026-05-06', publicationPlace: '国家企业信用信息公示系统' }
  const shown = async () => (await bench.database.pools.owner.query<{ ended_kind: string | null; extract: unknown }>('SELECT ended_kind, extract FROM publication WHERE matter_id = $1 ORDER BY published_at, ended_at NULLS LAST', [id])).rows
  await take(head, id, 'publishDecision', published)
  expect(await shown()).toMatchObject([{ ended_kind: null }])
  await take(leader, id, 'changeDecision', { changeGround: 'own', changedDecisionItems: fine(6000), changeReason: '复查认为罚款明显过重，主动改正。' })
  expect(await shown()).toMatchObject([{ ended_kind: 'changed', extract: null }])
  await take(head, id, 'withdrawPublication', { withdrawnOn: '2026-05-06' })
  await take(head, id, 'publishDecision', published)
  const rows = await shown()
  expect(rows.map(({ ended_kind: why }) => why)).toEqual(['changed', null])
  expect(JSON.stringify(rows[1]?.extract)).toContain('罚款6000元')
  expect(await takeStep(services, head, { matterId: id, stepId: randomUUID(), expectedVersion: null, step: 'publishDecision', input: published })).toMatchObject({ kind: 'refusal', code: 'guard.sameDecisionMustNotBePublishedTwice' })
})
