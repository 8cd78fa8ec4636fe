import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IndicatorRows, QualityBoard } from '../../engines/indicator/contract.ts'
import { startServer, visit } from '../fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../fixtures/running-server.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'leader', role: 'bureau-leader' })
  await server.addPerson({ login: 'reviewer', role: 'legal-reviewer' })
  await server.addPerson({ login: 'officer', role: 'case-officer' })
  await server.addPerson({ login: 'sys', role: 'system-administrator' })
})
afterAll(() => server.dispose())

async function signedIn(login: string): Promise<Visitor> {
  const visitor = visit(server)
  await visitor.signIn(login)
  return visitor
}

test('a refused step of a lead is counted by its reason and opens to the lead', async () => {
  const leader = await signedIn('leader')
  const opened = await leader.send('POST', '/api/matters', {
    stepId: '01900000-0000-7000-8000-000000000001', procedure: 'lead', facts: { source: 'inspection', content: '货架上有三盒过期糕点。', suspectedActs: '经营超过保质期的食品', respondentName: '示例食品店' },
  })
  expect(opened.status, JSON.stringify(opened.body)).toBe(200)
  const id = String(opened.body.matterId ?? opened.body.id)
  const { version } = (await leader.get(`/api/matters/${id}`)).body
  const refused = await leader.send('POST', `/api/procedures/lead/matters/${id}/steps/declineCase`, { stepId: '01900000-0000-7000-8000-000000000002', expectedVersion: version, input: { declineGround: 'other', declineReason: '不符合立案条件。' } })
  expect(refused.body, JSON.stringify(refused.body)).toMatchObject({ code: 'guard.leadMustBeVerifiedBeforeDecision' })
  server.passTime(60)
  const board = (await (await signedIn('reviewer')).get('/api/quality')).body as unknown as QualityBoard
  const figure = board.figures.find((each) => each.id === 'refusal')
  expect(figure).toMatchObject({ denominator: 1, split: [{ key: 'guard.leadMustBeVerifiedBeforeDecision', denominator: 1 }] })
  const rows = (await leader.get('/api/quality/refusal/rows?what=guard.leadMustBeVerifiedBeforeDecision')).body as unknown as IndicatorRows
  expect(rows).toMatchObject({ total: 1, rows: [{ matterId: id }] })
})

test('the page is for heads, leaders and reviewers; an unknown figure is named as such', async () => {
  for (const login of ['officer', 'sys']) expect((await (await signedIn(login)).get('/api/quality')).body).toMatchObject({ code: 'rights.role-required' })
  expect((await (await signedIn('leader')).get('/api/quality/beauty/rows')).body).toMatchObject({ code: 'quality.not-found' })
})
