import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT, doerWith, openProcedureBench } from '../../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../../test/support/procedure-services.ts'
import type { Facts } from '../../engines/procedure/matter.ts'
import { findMatter } from '../../engines/procedure/store.ts'
import { listPapers } from '../../engines/procedure/volume.ts'

const head = doerWith('section-head')
const ABOUT = { content: '货架上有过期糕点。', suspectedActs: '销售过期食品' }
let bench: ProcedureBench
let [leadId, caseId, measureId] = ['', '', '']

beforeAll(async () => {
  bench = await openProcedureBench('2026-05-06 09:00')
  const open = async (procedure: string, facts: Facts): Promise<string> => (await bench.open(head, { procedure, officeId: 'station-gejia', facts })).matter.id
  leadId = await open('lead', { source: 'inspection', respondentName: '示例食品店', ...ABOUT })
  caseId = await open('penalty-case', { sourceNo: '线索1', partyName: '示例食品店', handlers: ['a', 'b'], ...ABOUT })
  measureId = await open('measure', { measureKind: 'seizure', caseNumber: '处罚案1', partyName: '示例食品店', reason: '证据可能灭失，需要扣押。' })
  for (const [from, to] of [[leadId, caseId], [caseId, measureId]]) {
    await bench.database.pools.owner.query(`INSERT INTO matter_link VALUES ($1, $2, $3, $4, 'child', '立案', '2026-05-06T01:00Z', 'a')`, [DISTRICT, randomUUID(), from, to])
  }
})
afterAll(() => bench.dispose())

/** A paper issued on a day of May, printed when it is first asked for. */
async function issued(matterId: string, template: string, day: number, facts: Facts = {}): Promise<void> {
  const { title, series, audience } = bench.services.templates.get(template) ?? {}
  await bench.database.pools.owner.query(
    `INSERT INTO document (district_code, id, matter_id, template, title, series, year, serial, number, facts, sha256, byte_size, audience, issued_at, issued_by)
     VALUES ($1, $2, $3, $4, $5, $6, 2026, $7, $8, $9, '', 0, $10, $11, '示例甲')`,
    [DISTRICT, randomUUID(), matterId, template, title, series, day, `${series ?? ''}〔2026〕${day}号`, JSON.stringify(facts), audience, `2026-05-${String(day).padStart(2, '0')}T02:00:00Z`])
}

const titlesOf = async (matterId: string, part: 'main' | 'internal'): Promise<readonly string[]> => {
  const papers = await bench.asDesk({ offices: '*', towns: '*' }, async (tx) => {
    const matter = await findMatter(tx, DISTRICT, matterId)
    return matter === null ? [] : listPapers(tx, bench.services, matter, { part, showsConfidential: false })
  })
  return papers.map(({ title }) => title)
}

test('both volumes follow the items of the rules, each by time; the filing approval comes from the lead (penalty procedure provisions, Art 78)', async () => {
  await issued(leadId, 'case-filing-approval', 6)
  await issued(caseId, 'evidence-list', 7)
  await issued(measureId, 'seizure-decision', 8)
  await issued(caseId, 'case-conclusion-report', 9)
  await issued(caseId, 'case-review-opinion', 10)
  await issued(caseId, 'penalty-notice', 11)
  await issued(caseId, 'service-receipt', 12, { servedOn: '2026-05-12' })
  await issued(caseId, 'hearing-record', 13)
  await issued(caseId, 'hearing-report', 14)
  await issued(caseId, 'collective-discussion-record', 15)
  await issued(caseId, 'penalty-decision', 16)
  await issued(caseId, 'service-receipt', 17, { servedOn: '2026-05-17', decisionServedOn: '2026-05-17' })
  await issued(measureId, 'goods-return-list', 18)
  await issued(caseId, 'case-closing-approval', 19)
  expect(await titlesOf(caseId, 'main')).toEqual(['立案审批表', '行政处罚决定书', '送达回证', '实施行政强制措施决定书', '行政处罚告知书', '送达回证', '证据材料登记表', '听证笔录', '财物退还清单'])
  expect(await titlesOf(caseId, 'internal')).toEqual(['案件调查终结报告', '案件审核（法制审核）意见书', '听证报告', '结案审批表', '行政处罚案件集体讨论记录'])
  expect(await titlesOf(measureId, 'main')).toEqual(['实施行政强制措施决定书', '财物退还清单'])
})
