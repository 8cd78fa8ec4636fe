import { ApiFailure, failureOf } from '../../kit/api-failure.ts'
import { noteServerDate } from '../clock/field-clock.ts'

export type Call = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: string
  /** The token of the session in whose name this is sent: given with each call, so that nothing goes out under a session that began meanwhile. */
  csrf?: string; json?: unknown; form?: FormData; timeoutMs?: number
}>

const TIMEOUT_MS = 20_000

/** Asks the server. Throws ApiFailure; a connection that hangs counts as none. */
export async function call<T>({ method, path, csrf, json, form, timeoutMs = TIMEOUT_MS }: Call): Promise<T> {
  const headers = new Headers({ accept: 'application/json' })
  if (csrf !== undefined) headers.set('x-csrf-token', csrf)
  if (json !== undefined) headers.set('content-type', 'application/json')
  const body = form ?? (json === undefined ? null : JSON.stringify(json))
  let response: Response
  let text: string
  try {
    response = await fetch(path, { method, headers, body, credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) })
    text = response.ok ? await response.text() : ''
  } catch {
    throw new ApiFailure({ kind: 'offline', status: 0, says: '连不上服务器，内容都在本机，联网后自动上传。' })
  }
  noteServerDate(response.headers.get('date'))
  if (!response.ok) throw await failureOf(response)
  const answer: T = JSON.parse(text === '' ? 'null' : text)
  return answer
}
