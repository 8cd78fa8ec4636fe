import { useCallback, useEffect, useRef, useState } from 'react'
import type { Explanation } from '../../../src/engines/draw/explain.ts'
import type { Check } from './check-list.ts'
import type { FoundEntities, VerifyAnswer, VerifyReport, VerifyRequest } from './verify-messages.ts'

export type VerificationState =
  | Readonly<{ stage: 'idle' }>
  | Readonly<{ stage: 'working'; doing: 'reading' | 'checking'; done: number; of: number }>
  | Readonly<{ stage: 'unreadable'; says: string; checks: readonly Check[] }>
  | Readonly<{ stage: 'verified'; report: VerifyReport }>

export type Verification = Readonly<{
  state: VerificationState; found: FoundEntities | null; explained: Readonly<{ id: string; explanation: Explanation }> | null
  verify: (source: Extract<VerifyRequest, { ask: 'verify' }>['source'], publishedHash: string | null) => void
  find: (q: string) => void; explain: (id: string) => void
}>

/** The check of a draw in a worker of this page: seconds of work that do not hold up the page, and nothing is sent anywhere. */
export function useVerification(): Verification {
  const worker = useRef<Worker | null>(null)
  const [state, setState] = useState<VerificationState>({ stage: 'idle' })
  const [found, setFound] = useState<FoundEntities | null>(null)
  const [explained, setExplained] = useState<Verification['explained']>(null)

  const take = useCallback((answer: VerifyAnswer): void => {
    switch (answer.tell) {
      case 'progress': setState({ stage: 'working', doing: answer.doing, done: answer.done, of: answer.of }); return
      case 'verified': setState({ stage: 'verified', report: answer.report }); return
      case 'unreadable': setState({ stage: 'unreadable', says: answer.says, checks: answer.checks }); return
      case 'found': setFound(answer.found); return
      case 'explained': setExplained({ id: answer.id, explanation: answer.explanation })
    }
  }, [])

  useEffect(() => () => { worker.current?.terminate() }, [])

  const verify = useCallback<Verification['verify']>((source, publishedHash) => {
    worker.current?.terminate()
    const started = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' })
    started.addEventListener('message', ({ data }: MessageEvent<VerifyAnswer>) => { take(data) })
    started.addEventListener('error', () => { take({ tell: 'unreadable', says: '核验没有完成：浏览器内存不足，或者版本过旧。请换用较新的浏览器，或者按下面的办法用命令行核验。', checks: [] }) })
    worker.current = started
    setFound(null)
    setExplained(null)
    setState({ stage: 'working', doing: 'reading', done: 0, of: 0 })
    send(started, { ask: 'verify', source, publishedHash })
  }, [take])

  const find = useCallback((q: string): void => {
    setExplained(null)
    if (worker.current !== null) send(worker.current, { ask: 'find', q })
  }, [])
  const explain = useCallback((id: string): void => { if (worker.current !== null) send(worker.current, { ask: 'explain', id }) }, [])
  return { state, found, explained, verify, find, explain }
}

function send(worker: Worker, request: VerifyRequest): void {
  worker.postMessage(request, [])
}
