import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../src/app/fixtures/running-server.ts'
import type { RunningServer } from '../../src/app/fixtures/running-server.ts'

const TOO_LARGE = 40_000_000

let server: RunningServer
let origin = ''
let isClosed = false
beforeAll(async () => {
  server = await startServer()
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  if (!isClosed) server.app.server.closeAllConnections()
  await server.dispose()
})

test('an upload refused before its end is answered, and the server stops at once', async () => {
  const good = { id: randomUUID(), kind: 'report', person: { name: '示例乙', phone: '13900139000' }, respondent: { name: '示例店' }, content: '举报示例店销售过期食品。', category: 'food' }
  for (const [said, code] of [[{ kind: 'weather' }, 'invalid-input'], [null, 'invalid-input'], [good, 'file.too-large']] as const) {
    const form = new FormData()
    if (said !== null) form.append('submission', JSON.stringify(said))
    form.append('file', new Blob([Buffer.alloc(TOO_LARGE, 65)]), 'a.jpg')
    const answer = await fetch(`${origin}/api/portal/submissions`, { method: 'POST', body: form, signal: AbortSignal.timeout(10_000) })
    expect(await answer.json()).toMatchObject({ code })
  }
  const closing = server.app.close().then(() => 'closed')
  const outcome = await Promise.race([closing, new Promise((resolve) => void setTimeout(() => resolve('still open'), 5_000))])
  isClosed = outcome === 'closed'
  expect(outcome).toBe('closed')
})
