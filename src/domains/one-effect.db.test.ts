import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DISTRICT, doerWith, openProcedureBench } from '../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../test/support/procedure-services.ts'
import { performAct, takeStep } from '../engines/procedure/take-step.ts'
import { replay } from '../engines/procedure/evolve.ts'
import { readEvents } from '../engines/procedure/store.ts'

const facts = { content: '购买的示例牌电饭锅不能加热。', demand: '退货退款。', category: 'appliance', respondentName: '示例家电商行' }
const OFFICE = 'station-gejia'
const officer = doerWith('case-officer')
const head = doerWith('section-head')

let bench: ProcedureBench
beforeAll(async () => {
  bench = await openProcedureBench('2026-09-24 10:30')
})
afterAll(() => bench.dispose())

const openComplaint = async (): Promise<string> => (await bench.open(officer, { procedure: 'complaint', officeId: OFFICE, facts })).matter.id
const countRows = async (table: string, matterId: string): Promise<number> => {
  const { rows } = await bench.database.pools.owner.query<{ count: string }>(`SELECT count(*) FROM ${table} WHERE matter_id = $1`, [matterId])
  return Number(rows[0]?.count)
}

describe('one order, one effect', () => {
  test('the same order again gives the same answer and changes nothing', async () => {
    const matterId = await openComplaint()
    const order = { matterId, step: 'accept', stepId: randomUUID(), expectedVersion: 3 }
    const first = await bench.take(officer, order)
    expect(first).toMatchObject({ kind: 'done', state: 'accepted', isRepeat: false })
    const before = [await countRows('matter_event', matterId), await countRows('document', matterId), await countRows('matter_clock', matterId)]
    expect(await bench.take(officer, order)).toEqual({ ...first, isRepeat: true })
    expect([await countRows('matter_event', matterId), await countRows('document', matterId), await countRows('matter_clock', matterId)]).toEqual(before)
  })

  test('sent five times at once it is taken once', async () => {
    const matterId = await openComplaint()
    const order = { matterId, step: 'accept', stepId: randomUUID(), expectedVersion: 3 }
    const answers = await Promise.all(Array.from({ length: 5 }, () => bench.take(officer, order)))
    expect(answers.map((answer) => answer.kind)).toEqual(Array.from({ length: 5 }, () => 'done'))
    expect(answers.filter((answer) => answer.kind === 'done' && !answer.isRepeat)).toHaveLength(1)
    expect(await countRows('document', matterId)).toBe(1)
  })

  test('asked of a matter of another kind it is not taken at all', async () => {
    const matterId = await openComplaint()
    const asked = { matterId, step: 'accept', input: {}, stepId: randomUUID(), expectedVersion: null }
    expect(await takeStep(bench.services, officer, { ...asked, ofProcedure: 'report' })).toMatchObject({ kind: 'refusal', code: 'procedure.other-procedure' })
    expect(await countRows('document', matterId)).toBe(0)
    expect(await takeStep(bench.services, officer, { ...asked, ofProcedure: 'complaint' })).toMatchObject({ kind: 'done', state: 'accepted' })
  })

  test('the same order id with other content, or for another matter, is refused', async () => {
    const [one, other] = [await openComplaint(), await openComplaint()]
    const order = { matterId: one, step: 'respond', input: { responseText: '已收到。' }, stepId: randomUUID() }
    expect(await bench.take(officer, order)).toMatchObject({ kind: 'done' })
    expect(await bench.take(officer, { ...order, input: { responseText: '已受理。' } })).toMatchObject({ kind: 'refusal', code: 'procedure.step-id-reused' })
    expect(await bench.take(officer, { ...order, matterId: other })).toMatchObject({ kind: 'refusal', code: 'procedure.step-id-reused' })
  })

  test('an order made on an older version is refused and changes nothing', async () => {
    const matterId = await openComplaint()
    await bench.take(officer, { matterId, step: 'respond', input: { responseText: '已收到。' }, expectedVersion: 3 })
    const before = await countRows('matter_event', matterId)
    expect(await bench.take(officer, { matterId, step: 'accept', expectedVersion: 3 })).toMatchObject({ code: 'procedure.version-changed' })
    expect(await countRows('matter_event', matterId)).toBe(before)
    const { version } = await bench.find(officer, matterId)
    expect(await bench.take(officer, { matterId, step: 'accept', expectedVersion: version })).toMatchObject({ kind: 'done' })
  })

  test('of two people who decide at the same moment exactly one does', async () => {
    const matterId = await openComplaint()
    const refusal = { refusalGround: 'not-competent', refusalReason: '不属于市场监督管理部门职责范围。' }
    const answers = await Promise.all([bench.take(officer, { matterId, step: 'accept', expectedVersion: 3 }), bench.take(head, { matterId, step: 'refuse', input: refusal, expectedVersion: 3 })])
    expect(answers.map((answer) => (answer.kind === 'refusal' ? answer.code : answer.kind)).toSorted()).toEqual(['done', 'procedure.version-changed'])
  })

  test('a matter that does not exist is refused, not found', async () => {
    expect(await bench.take(officer, { matterId: randomUUID(), step: 'accept' })).toMatchObject({ code: 'procedure.matter.not-found' })
  })
})

test('forty openings at once are numbered without a gap, also when some are invalid', async () => {
  bench.setTime('2025-03-03 09:00')
  const attempts = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => bench.open(officer, { procedure: 'report', officeId: OFFICE, facts: n % 8 === 7 ? {} : { content: '举报过期食品。', category: 'food', respondentName: '示例店' } })))
  const numbers = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value.matter.number] : []))
  expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 35 }, (_, n) => `举报〔2025〕${n + 1}号`)))
  bench.setTime('2026-09-24 10:30')
})

test('what is stored is what the stored events say', async () => {
  const matterId = await openComplaint()
  for (const [minute, step, input] of [
    ['2026-09-24 11:00', 'respond', { responseText: '已收到。' }], ['2026-09-25 09:00', 'accept', {}], ['2026-09-28 09:00', 'recordConsent', { hasConsentedToMediation: true, respondentConsents: true }],
    ['2026-09-29 09:00', 'commissionAppraisal', { appraisalBody: '示例中心', appraisalItem: '加热管', appraisalCostAgreement: '商家垫付' }], ['2026-10-12 09:00', 'receiveAppraisal', { appraisalResult: '有缺陷。' }],
    ['2026-10-13 09:00', 'settle', { agreementText: '退货退款。' }],
  ] as const) {
    bench.setTime(minute)
    expect(await bench.take(officer, { matterId, step, input }), step).toMatchObject({ kind: 'done' })
  }
  const stored = await bench.find(officer, matterId)
  const events = await bench.asDesk({ ...officer.scope, matters: [matterId] }, (tx) => readEvents(tx, DISTRICT, matterId))
  const told = replay(events.map(({ event }) => event))
  const byKind = (clocks: typeof told.clocks) => clocks.toSorted((a, b) => a.kind.localeCompare(b.kind))
  expect({ ...stored, clocks: byKind(stored.clocks) }).toEqual({ ...told, clocks: byKind(told.clocks) })
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  bench.setTime('2026-09-24 10:30')
})

test('a refused attempt is in the audit, and nowhere in the history of the matter', async () => {
  const matterId = await openComplaint()
  expect(await bench.take(officer, { matterId, step: 'settle', input: { agreementText: '退货退款。' } })).toMatchObject({ kind: 'refusal', code: 'procedure.step-not-open' })
  const { rows } = await bench.database.pools.owner.query<{ type: string; account: string; body: string }>('SELECT type, account_id AS account, body FROM audit_event WHERE subject = $1', [matterId])
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ type: 'step-refused', account: officer.actor.id })
  expect(rows[0]?.body).toContain('procedure.step-not-open')
  expect(await countRows('matter_event', matterId)).toBe(3)
})

describe('a lead found during mediation', () => {
  test('is a report of its own, opened with the step and linked both ways', async () => {
    const matterId = await openComplaint()
    await bench.take(officer, { matterId, step: 'accept' })
    const done = await bench.take(officer, { matterId, step: 'recordLead', input: { leadText: '调解中发现商家销售无标识产品。' } })
    expect(done).toMatchObject({ kind: 'done' })
    const { rows } = await bench.database.pools.owner.query<{ other_id: string; number: string; procedure: string; channel: string; content: string }>(
      `SELECT other_id, m.number, m.procedure, m.channel, m.facts->>'content' AS content FROM matter_link l JOIN matter m ON m.id = l.other_id WHERE l.matter_id = $1`, [matterId])
    expect(rows).toMatchObject([{ procedure: 'report', channel: 'mediation', content: '调解中发现商家销售无标识产品。' }])
    const events = await bench.asDesk({ ...officer.scope, matters: [matterId] }, (tx) => readEvents(tx, DISTRICT, matterId))
    expect(events.at(-1)?.event).toMatchObject({ type: 'linked', kind: 'child', other: rows[0]?.other_id, otherNumber: rows[0]?.number })
    const report = await bench.find(officer, rows[0]?.other_id ?? '')
    expect(report).toMatchObject({ state: 'verifying', officeId: OFFICE })
  })

  test('is not opened when the step fails afterwards: all or nothing', async () => {
    const matterId = await openComplaint()
    await bench.take(officer, { matterId, step: 'accept' })
    const counts = async (): Promise<readonly unknown[]> => {
      const { rows } = await bench.database.pools.owner.query('SELECT (SELECT count(*) FROM matter) AS matters, (SELECT count(*) FROM matter_event) AS events, (SELECT max(last) FROM number_series) AS last')
      return rows
    }
    const before = await counts()
    const failing = { ...bench.services, listener: () => Promise.reject(new Error('the listener failed')) }
    const order = { matterId, stepId: randomUUID(), expectedVersion: null, content: {}, name: 'note', resolve: () => Promise.resolve({ act: 'note' as const, text: '记录' }) }
    await expect(performAct(failing, officer, order)).rejects.toThrow('the listener failed')
    expect(await counts()).toEqual(before)
    expect(await performAct(bench.services, officer, order)).toMatchObject({ kind: 'done', isRepeat: false })
  })
})

test('a document is numbered in its series and its file is there', async () => {
  const matterId = await openComplaint()
  const done = await bench.take(officer, { matterId, step: 'accept' })
  expect(done.kind === 'done' && done.documents).toHaveLength(1)
  const { rows } = await bench.database.pools.owner.query<{ number: string; serial: number; sha256: string }>('SELECT number, serial, sha256 FROM document WHERE template = $1 ORDER BY serial', ['complaint-acceptance'])
  expect(rows.length).toBeGreaterThan(1)
  expect(rows.map((row) => row.serial)).toEqual(rows.map((_, index) => index + 1))
  const bytes = await bench.services.files.read(rows.at(-1)?.sha256 ?? '')
  expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-')
})

describe('handing over', () => {
  test.each([['for all offices', head], ['for the one office that gives it away', doerWith('section-head', OFFICE)]])('by a head %s moves the matter and its clocks', async (_who, doer) => {
    const matterId = await openComplaint()
    const answer = await performAct(bench.services, doer, {
      matterId, stepId: randomUUID(), expectedVersion: null, content: {}, name: 'hand-over',
      resolve: () => Promise.resolve({ act: 'hand-over', officeId: 'station-mishan', officeName: '米山市场监督管理所', reason: '属地管辖' }),
    })
    expect(answer).toMatchObject({ kind: 'done' })
    const { rows } = await bench.database.pools.owner.query('SELECT office_id FROM matter WHERE id = $1 UNION ALL SELECT office_id FROM matter_clock WHERE matter_id = $1', [matterId])
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ office_id: 'station-mishan' })))
  })
})
