import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, visit } from '../../src/app/fixtures/running-server.ts'
import type { Answer, RunningServer } from '../../src/app/fixtures/running-server.ts'
import type { Tracking } from '../../src/domains/consumer/contract.ts'

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
const PAPERS = '/api/portal/tracking/papers'

let server: RunningServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.dispose())

/** Sends the parts in this order; a number is a picture of its own bytes. */
async function send(url: string, parts: readonly (object | number)[]): Promise<Answer> {
  const form = new FormData()
  for (const part of parts) {
    if (typeof part === 'number') form.append('files', new File([Buffer.concat([PIXEL, Buffer.from([part])])], '照片.png', { type: 'image/png' }))
    else form.append('submission', JSON.stringify(part))
  }
  const packed = new Response(form)
  const answer = await server.app.inject({ method: 'POST', url, headers: { 'content-type': packed.headers.get('content-type') ?? '' }, payload: Buffer.from(await packed.arrayBuffer()) })
  return { status: answer.statusCode, body: answer.json() }
}

const kept = (): number => readdirSync(join(server.dataFolder, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
const report = () => ({ id: randomUUID(), kind: 'report', person: { name: '示例乙', phone: '13900139000' }, respondent: { name: '示例店' }, content: '举报示例店销售过期食品，附照片。', category: 'food' })

test('no file is kept for who sends no form, a faulty one, or a wrong code', async () => {
  const { body: { receiptNo, code } } = await send('/api/portal/submissions', [report(), 1])
  const key = { receiptNo, code, number: '举报〔2026〕9999号' }
  const before = kept()
  for (const url of ['/api/portal/submissions', PAPERS]) {
    expect(await send(url, [2]), url).toMatchObject({ body: { fields: [{ field: 'submission' }] } })
    expect(await send(url, [3, url === PAPERS ? key : report()]), url).toMatchObject({ body: { fields: [{ field: 'submission' }] } })
    expect((await send(url, [{ kind: 'report' }, 4])).status, url).toBe(400)
  }
  expect(await send(PAPERS, [{ ...key, code: 'WRONGCOD' }, 5])).toMatchObject({ body: { code: 'portal.receipt.not-found' } })
  expect(await send(PAPERS, [key, 6])).toMatchObject({ body: { code: 'portal.receipt.not-found' } })
  expect(kept()).toBe(before)
})

test('what is no form with files is told so', async () => {
  for (const url of ['/api/portal/submissions', PAPERS]) {
    const answer = await server.app.inject({ method: 'POST', url, payload: report() })
    expect([answer.statusCode, answer.json()], url).toMatchObject([406, { says: '提交的内容不是带文件的表单，服务器没有处理。' }])
  }
})

test('papers sent later to a report are numbered on, without the name the reporter gave them', async () => {
  const { body: { receiptNo, code } } = await send('/api/portal/submissions', [report(), 7])
  const { body } = await visit(server).get(`/api/portal/tracking?${new URLSearchParams({ receiptNo: String(receiptNo), code: String(code) }).toString()}`)
  const number = (body as Tracking).matters[0]?.number ?? ''
  expect(await send(PAPERS, [{ receiptNo, code, number }, 8, 9])).toMatchObject({ status: 200 })
  const { rows } = await server.database.pools.owner.query('SELECT a.name FROM attachment a JOIN matter m ON m.district_code = a.district_code AND m.id = a.matter_id WHERE m.number = $1 ORDER BY a.name', [number])
  expect(rows).toEqual([{ name: '举报材料1.png' }, { name: '举报材料2.png' }, { name: '举报材料3.png' }])
})
