import { ApiFailure, failureOf } from './api-failure.ts'
import { noteServerTime } from './server-time.ts'

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

let csrfToken: string | null = null

/** The token every write of a signed-in person carries. */
export function setCsrf(token: string | null): void {
  csrfToken = token
}

/** An address under /api with its non-empty query values. */
export function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** Reads JSON. Throws ApiFailure. */
export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return read<T>(await send(addressOf(path, query), { method: 'GET', ...(signal === undefined ? {} : { signal }) }))
}

/** Writes JSON and reads the JSON answer. Throws ApiFailure. */
export async function post<T>(path: string, body: unknown): Promise<T> {
  return read<T>(await send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }))
}

/** Writes JSON and reads the file that answers. Throws ApiFailure. */
export async function postForFile(path: string, body: unknown): Promise<Blob> {
  return (await send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).blob()
}

/** Replaces with JSON and reads the JSON answer. Throws ApiFailure. */
export async function put<T>(path: string, body: unknown): Promise<T> {
  return read<T>(await send(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }))
}

/** Sends a multipart form (files). Throws ApiFailure. */
export async function upload<T>(path: string, form: FormData): Promise<T> {
  return read<T>(await send(path, { method: 'POST', body: form }))
}

export async function remove<T>(path: string): Promise<T> {
  return read<T>(await send(path, { method: 'DELETE' }))
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('accept', 'application/json')
  if (csrfToken !== null && init.method !== 'GET') headers.set('x-csrf-token', csrfToken)
  let response: Response
  try {
    response = await fetch(path, { ...init, headers, credentials: 'same-origin' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiFailure({ kind: 'offline', status: 0, says: '无法连接服务器，请检查网络；已填写的内容保存在本机，不会丢失。' })
  }
  noteServerTime(response.headers.get('date'))
  if (!response.ok) throw await failureOf(response)
  return response
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text()
  const body: T = JSON.parse(text === '' ? 'null' : text)
  return body
}
