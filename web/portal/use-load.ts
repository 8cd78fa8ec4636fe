import { useCallback, useEffect, useState } from 'react'
import { ApiFailure } from '../kit/api-failure.ts'
import { addressOf, get } from '../kit/api.ts'
import type { Query } from '../kit/api.ts'

export type Loaded<T> = Readonly<{ retry: () => void } & ({ status: 'loading' } | { status: 'failed'; failure: ApiFailure } | { status: 'ready'; value: T })>

/** Reads `address` whenever it changes or is asked for again. */
export function useLoad<T>(address: string): Loaded<T> {
  const [attempt, setAttempt] = useState(0)
  const [held, setHeld] = useState<Readonly<{ request: string; value?: T; failure?: ApiFailure }>>({ request: '' })
  const request = `${attempt} ${address}`
  useEffect(() => {
    const abort = new AbortController()
    get<T>(address, {}, abort.signal).then(
      (value) => { setHeld({ request, value }) },
      (error: unknown) => { if (!abort.signal.aborted) setHeld({ request, failure: failureFrom(error) }) },
    )
    return () => { abort.abort() }
  }, [address, request])
  const retry = useCallback(() => { setAttempt((count) => count + 1) }, [])
  if (held.request === request && held.failure !== undefined) return { status: 'failed', failure: held.failure, retry }
  if (held.request === request && held.value !== undefined) return { status: 'ready', value: held.value, retry }
  return { status: 'loading', retry }
}

type Page<Row> = Readonly<{ rows: readonly Row[]; next: string | null; total?: number }>

export type Pages<Row> = Readonly<{ rows: readonly Row[]; countWords: (unit: string) => string; hasMore: boolean; status: 'loading' | 'ready' | 'failed'; failure: ApiFailure | null; more: () => void }>

/** A list read page by page, from the start for another address. `more` reads the next page, or the failed one again. A null query reads nothing. */
export function usePages<Row>(path: string, query: Query | null): Pages<Row> {
  const list = query === null ? null : addressOf(path, query)
  const [asked, setAsked] = useState<Readonly<{ list: string | null; after: string | null; attempt: number }>>({ list, after: null, attempt: 0 })
  const [held, setHeld] = useState<Readonly<{ list: string; page: Page<Row> }> | null>(null)
  const [failed, setFailed] = useState<Readonly<{ request: string; failure: ApiFailure }> | null>(null)
  const after = asked.list === list ? asked.after : null
  const request = `${asked.attempt} ${after ?? ''} ${list ?? ''}`
  useEffect(() => {
    if (list === null) return undefined
    const abort = new AbortController()
    const address = after === null ? list : `${list}${list.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`
    get<Page<Row>>(address, {}, abort.signal).then(
      (page) => { setHeld((before) => ({ list, page: after === null || before?.list !== list ? page : { ...page, rows: [...before.page.rows, ...page.rows] } })) },
      (error: unknown) => { if (!abort.signal.aborted) setFailed({ request, failure: failureFrom(error) }) },
    )
    return () => { abort.abort() }
  }, [list, after, request])
  const page = held !== null && held.list === list ? held.page : null
  const failure = failed !== null && failed.request === request ? failed.failure : null
  const more = (): void => {
    setAsked({ list, after: failure === null ? page?.next ?? null : after, attempt: asked.attempt + 1 })
  }
  const rows = page?.rows ?? []
  const hasMore = page !== null && page.next !== null
  return { rows, countWords: (unit) => countWords(unit, rows.length, page?.total ?? (hasMore ? null : rows.length)), hasMore, status: statusOf(page !== null, failure), failure, more }
}

/** '共6户'; without a total from the server only what is shown: '前20户'. */
export function countWords(unit: string, shown: number, total: number | null): string {
  return total === null ? `前${shown}${unit}` : `共${total}${unit}`
}

function statusOf(hasPage: boolean, failure: ApiFailure | null): 'loading' | 'ready' | 'failed' {
  if (failure !== null) return 'failed'
  return hasPage ? 'ready' : 'loading'
}

function failureFrom(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error
  return new ApiFailure({ kind: 'failed', status: 0, says: '页面读取服务器的回答时出错，请稍后重试。' })
}
