import './without-eval.ts'
import type { Bundle } from '../../../src/engines/draw/bundle.ts'
import { explain } from '../../../src/engines/draw/explain.ts'
import { BROWSER_HASHES } from './browser-hashes.ts'
import { findEntities, verifyFile } from './verify-file.ts'
import type { VerifyAnswer, VerifyRequest } from './verify-messages.ts'

// The last bundle that verified; entities are looked up in nothing else.
let sound: Bundle | null = null

addEventListener('message', ({ data: request }: MessageEvent<VerifyRequest>) => {
  switch (request.ask) {
    case 'verify': void verify(request); return
    case 'find': if (sound !== null) tell({ tell: 'found', found: findEntities(sound, request.q) }); return
    case 'explain': if (sound !== null) tell({ tell: 'explained', id: request.id, explanation: explain(sound, request.id, BROWSER_HASHES) })
  }
})

async function verify({ source, publishedHash }: Extract<VerifyRequest, { ask: 'verify' }>): Promise<void> {
  sound = null
  const text = await ('file' in source ? source.file.text() : downloaded(source.address))
  if (text === null) {
    tell({ tell: 'unreadable', says: '没有读到证明文件：网络不通，或者这次抽取的证明文件还没有公布。请稍后再试，也可以选择已经下载的文件。', checks: [] })
    return
  }
  const startedAt = performance.now()
  const outcome = verifyFile(text, {
    hashes: BROWSER_HASHES, publishedHash, elapsedSeconds: () => (performance.now() - startedAt) / 1000,
    onProgress: (done, of) => { tell({ tell: 'progress', doing: 'checking', done, of }) },
  })
  if (!('report' in outcome)) {
    tell({ tell: 'unreadable', ...outcome })
    return
  }
  if (outcome.report.isSound) sound = outcome.bundle
  tell({ tell: 'verified', report: outcome.report })
}

/** The text of a file of this website, telling how much has come; null if there is none. */
async function downloaded(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { credentials: 'same-origin' })
    if (!response.ok || response.body === null) return null
    const of = Number(response.headers.get('content-length') ?? 0)
    const chunks: Uint8Array<ArrayBuffer>[] = []
    let done = 0
    for (const reader = response.body.getReader(); ;) {
      const part = await reader.read()
      if (part.done) return await new Blob(chunks).text()
      chunks.push(part.value)
      done += part.value.length
      tell({ tell: 'progress', doing: 'reading', done, of })
    }
  } catch {
    return null
  }
}

function tell(answer: VerifyAnswer): void {
  postMessage(answer, { transfer: [] })
}
