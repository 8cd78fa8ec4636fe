import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActRequest } from '../../src/engines/procedure/contract.ts'
import { orderAct } from '../../src/engines/procedure/order-act.ts'
import type { ProcedureServices } from '../../src/engines/procedure/services.ts'
import { takeStep } from '../../src/engines/procedure/take-step.ts'
import type { Doer } from '../../src/engines/procedure/take-step.ts'
import { doerWith, openProcedureBench } from '../support/procedure-services.ts'
import type { ProcedureBench } from '../support/procedure-services.ts'

const OFFICE = 'station-gejia'
const facts = { content: '购买的示例牌电饭锅不能加热。', demand: '退货退款。', category: 'appliance', respondentName: '示例家电商行' }
const [officer, head, leader] = [doerWith('case-officer'), doerWith('section-head'), doerWith('bureau-leader')]

let bench: ProcedureBench
let services: ProcedureServices
beforeAll(async () => {
  bench = await openProcedureBench('2026-09-24 10:30')
  const templates = new Map([...bench.services.templates].map(([id, template]) => [id, id === 'complaint-refusal' ? { ...template, approvedBy: ['bureau-leader'] as const } : template]))
  services = { ...bench.services, templates }
})
afterAll(() => bench.dispose())

type Asked<A> = A extends ActRequest ? Omit<A, 'stepId' | 'expectedVersion'> : never
const act = async (doer: Doer, matterId: string, asked: Asked<ActRequest>) =>
  expect(await orderAct(services, doer, matterId, { ...asked, stepId: randomUUID(), expectedVersion: (await bench.find(doer, matterId)).version })).toMatchObject({ kind: 'done' })
const approved = async (input: Readonly<Record<string, unknown>>): Promise<string> => {
  const { matter: { id } } = await bench.open(officer, { procedure: 'complaint', officeId: OFFICE, facts })
  await act(officer, id, { act: 'propose', step: 'refuse', input })
  await act(leader, id, { act: 'approve-proposal', step: 'refuse', revision: 1 })
  return id
}
const take = (matterId: string, input: Readonly<Record<string, unknown>>) => takeStep(services, officer, { matterId, stepId: randomUUID(), expectedVersion: null, step: 'refuse', input, proposal: 1 })

test('a form with a space at its end or an empty field, once approved, can be taken', async () => {
  const input = { refusalGround: 'not-competent', refusalReason: ' 所诉事项不属于本局的职责范围。 ' }
  expect(await take(await approved(input), input)).toMatchObject({ kind: 'done', state: 'refused' })
})

test('where the document would say something else than what was approved, it is not issued', async () => {
  const input = { refusalGround: 'not-competent', refusalReason: '所诉事项不属于本局的职责范围。' }
  const id = await approved(input)
  await act(officer, id, { act: 'note', text: '与投诉人通过电话。' })
  await act(head, id, { act: 'correct', field: 'respondentName', value: '另一家商行', reason: '登记时写错了' })
  expect(await take(id, input)).toMatchObject({ kind: 'refusal', code: 'procedure.proposal-outdated' })
  await act(head, id, { act: 'correct', field: 'respondentName', value: '示例家电商行', reason: '原来写的是对的' })
  expect(await take(id, input)).toMatchObject({ kind: 'done', state: 'refused' })
})
