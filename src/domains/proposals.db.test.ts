import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doerWith, openProcedureBench } from '../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../test/support/procedure-services.ts'
import type { ActRequest } from '../engines/procedure/contract.ts'
import { orderAct } from '../engines/procedure/order-act.ts'
import { previewDocument } from '../engines/procedure/preview-documents.ts'
import { readMatterView } from '../engines/procedure/answers.ts'
import type { ProcedureServices } from '../engines/procedure/services.ts'
import { takeStep } from '../engines/procedure/take-step.ts'
import { worklist } from '../engines/procedure/worklist.ts'
import { inScope } from '../platform/postgres/scope.ts'
import type { Doer } from '../engines/procedure/take-step.ts'

const OFFICE = 'station-gejia'
const facts = { content: '购买的示例牌电饭锅不能加热。', demand: '退货退款。', category: 'appliance', respondentName: '示例家电商行' }
const input = { refusalGround: 'not-competent', refusalReason: '所诉事项不属于本局的职责范围。' }
const [officer, colleague, head, leader] = [doerWith('case-officer'), doerWith('case-officer', OFFICE), doerWith('section-head'), doerWith('bureau-leader')]

let bench: ProcedureBench
let services: ProcedureServices
beforeAll(async () => {
  bench = await openProcedureBench('2026-09-24 10:30')
  // The notice of refusal, as a bureau would have it that lets its leader approve it first.
  const templates = new Map([...bench.services.templates].map(([id, template]) => [id, id === 'complaint-refusal' ? { ...template, approvedBy: ['bureau-leader'] as const } : template]))
  services = { ...bench.services, templates }
})
afterAll(() => bench.dispose())

const withoutRefusal = () => new Map([...services.templates].map(([id, template]) => [id, { ...template, isNeeded: () => false }]))

const openComplaint = async (): Promise<string> => (await bench.open(officer, { procedure: 'complaint', officeId: OFFICE, facts })).matter.id
type Asked<A> = A extends ActRequest ? Omit<A, 'stepId' | 'expectedVersion'> : never
const act = async (doer: Doer, matterId: string, asked: Asked<ActRequest>) =>
  orderAct(services, doer, matterId, { ...asked, stepId: randomUUID(), expectedVersion: (await bench.find(doer, matterId)).version })
const propose = (doer: Doer, matterId: string) => act(doer, matterId, { act: 'propose', step: 'refuse', input })
const refuse = (doer: Doer, matterId: string, more: { proposal?: number; input?: typeof input } = {}) =>
  takeStep(services, doer, { matterId, stepId: randomUUID(), expectedVersion: null, step: 'refuse', input, ...more })
const statuses = async (matterId: string) => {
  const view = await readMatterView(services, leader, matterId)
  return 'proposals' in view ? view.proposals.map(({ revision, status }) => [revision, status]) : []
}

describe('a document that is issued only as approved', () => {
  test('is not issued on one person’s word', async () => {
    const matterId = await openComplaint()
    expect(await refuse(officer, matterId)).toMatchObject({ kind: 'refusal', code: 'procedure.not-approved' })
    expect((await bench.find(officer, matterId)).state).toBe('received')
  })

  test('is prepared by one, approved by another, and bears both names in the record', async () => {
    const matterId = await openComplaint()
    expect(await propose(officer, matterId)).toMatchObject({ kind: 'done' })
    expect(await refuse(officer, matterId, { proposal: 1 })).toMatchObject({ code: 'procedure.proposal-not-approved' })
    expect(await act(head, matterId, { act: 'approve-proposal', step: 'refuse', revision: 1 })).toMatchObject({ code: 'procedure.role-required' })
    expect(await act(leader, matterId, { act: 'approve-proposal', step: 'refuse', revision: 1, comment: '同意' })).toMatchObject({ kind: 'done' })
    expect(await refuse(officer, matterId, { proposal: 1, input: { ...input, refusalReason: '另有其他的理由写在这里了。' } })).toMatchObject({ code: 'procedure.proposal-differs' })
    expect(await refuse(officer, matterId, { proposal: 1 })).toMatchObject({ kind: 'done', state: 'refused', documents: [expect.any(String)] })
    expect(await statuses(matterId)).toEqual([[1, 'taken']])
    const view = await readMatterView(services, leader, matterId)
    expect(JSON.stringify(view)).toContain('case-officer拟办，bureau-leader审批（第 1 稿）')
  })

  test('goes back with a reason and comes again as another revision; the first stays', async () => {
    const matterId = await openComplaint()
    await propose(officer, matterId)
    expect(await act(leader, matterId, { act: 'return-proposal', step: 'refuse', revision: 1, comment: '请写明购买日期' })).toMatchObject({ kind: 'done' })
    expect(await act(leader, matterId, { act: 'approve-proposal', step: 'refuse', revision: 1 })).toMatchObject({ code: 'procedure.proposal-not-waiting' })
    await propose(officer, matterId)
    await propose(colleague, matterId)
    expect(await statuses(matterId)).toEqual([[3, 'waiting'], [2, 'superseded'], [1, 'returned']])
  })

  test('is never approved by whoever prepared it', async () => {
    const matterId = await openComplaint()
    await propose(leader, matterId)
    expect(await act(leader, matterId, { act: 'approve-proposal', step: 'refuse', revision: 1 })).toMatchObject({ code: 'procedure.same-person' })
  })

  test('a form that does not fit is not even proposed', async () => {
    const matterId = await openComplaint()
    expect(await act(officer, matterId, { act: 'propose', step: 'refuse', input: { refusalGround: 'none' } })).toMatchObject({ kind: 'invalid-input', fields: [{ field: 'refusalGround' }, { field: 'refusalReason' }] })
    expect(await act(officer, matterId, { act: 'propose', step: 'settle', input: {} })).toMatchObject({ code: 'procedure.step-not-open' })
    expect(await statuses(matterId)).toEqual([])
  })

  test('can be looked at before it is decided, and takes no number', async () => {
    const matterId = await openComplaint()
    const page = await previewDocument(services, officer, { matterId, step: 'refuse', template: 'complaint-refusal', input })
    expect(page instanceof Uint8Array ? Buffer.from(page.subarray(0, 5)).toString() : page).toBe('%PDF-')
    expect(await previewDocument(services, officer, { matterId, step: 'refuse', template: 'complaint-acceptance', input })).toMatchObject({ code: 'procedure.document-unknown' })
    expect(await previewDocument({ ...services, templates: withoutRefusal() }, officer, { matterId, step: 'refuse', template: 'complaint-refusal', input })).toMatchObject({ code: 'procedure.document-not-needed' })
    const view = await readMatterView(services, officer, matterId)
    expect('documents' in view ? view.documents : null).toEqual([])
  })
})

test('the list of whoever may approve names the step that waits, until it is judged; who prepared it and other posts see none', async () => {
  const known = (doer: Doer): Doer => ({ ...doer, actor: { ...doer.actor, id: randomUUID() } })
  const [chief, deputy] = [known(leader), known(leader)]
  const toApprove = (doer: Doer, matterId: string) => inScope(services.pools.desk, { ...doer.scope, isReadOnly: true }, async (tx) => {
    const list = await worklist(tx, services, '371003', { view: 'to-approve', filter: {}, after: null, limit: 200, actor: doer.actor })
    expect(list.counts['to-approve']).toBe(list.rows.length)
    return list.rows.filter((row) => row.id === matterId).map((row) => row.toApprove)
  })
  const matterId = await openComplaint()
  await propose(chief, matterId)
  expect(await toApprove(deputy, matterId)).toEqual([['不予受理']])
  for (const doer of [chief, known(officer), known(head)]) expect(await toApprove(doer, matterId)).toEqual([])
  await act(deputy, matterId, { act: 'return-proposal', step: 'refuse', revision: 1, comment: '请写明购买日期' })
  expect(await toApprove(deputy, matterId)).toEqual([])
})

test('who holds a document compares it under its code, and under no other', async () => {
  const matterId = await openComplaint()
  const done = await bench.take(officer, { matterId, step: 'accept' })
  expect(done).toMatchObject({ kind: 'done' })
  const { rows } = await bench.database.pools.owner.query<{ check_code: string; number: string; sha256: string }>('SELECT check_code, number, sha256 FROM document WHERE matter_id = $1', [matterId])
  expect(rows[0]?.check_code).toMatch(/^[2-9A-HJKMNP-Z]{16}$/)

  const read = (documentCode: string) => inScope(bench.database.pools.portal, { district: '371003', documentCode }, (tx) => tx.queries.selectFrom('checked_document').select(['number', 'sha256']).execute())
  expect(await read(rows[0]?.check_code ?? '')).toEqual([{ number: rows[0]?.number, sha256: rows[0]?.sha256 }])
  expect(await read('2222222222222222')).toEqual([])
})
