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
  for (const formFirst of [true, false]) {
    const form = new FormData()
    if (formFirst) form.append('submission', '{"kind":"weather"}')
    form.append('file', new Blob([Buffer.alloc(TOO_LARGE, 65)]), 'a.jpg')
    const answer = await fetch(`${origin}/api/portal/submissions`, { method: 'POST', body: form, signal: AbortSignal.timeout(10_000) })
    expect(await answer.json()).toMatchObject({ code: formFirst ? 'invalid-input' : 'file.too-large' })
  }
  const closing = server.app.close().then(() => 'closed')
  const outcome = await Promise.race([closing, new Promise((resolve) => void setTimeout(() => resolve('still open'), 5_000))])
  isClosed = outcome === 'closed'
  expect(outcome).toBe('closed')
})
