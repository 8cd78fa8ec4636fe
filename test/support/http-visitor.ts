/** A client over HTTP as a browser is one: it keeps the cookie and the CSRF token of its session. */
export type HttpVisitor = {
  signIn(login: string, password: string): Promise<HttpAnswer>
  get(path: string): Promise<HttpAnswer>
  post(path: string, body: object): Promise<HttpAnswer>
  /** Any request with the session's cookie; nothing is added. */
  raw(path: string, init: RequestInit): Promise<HttpAnswer>
}

export type HttpAnswer = Readonly<{ status: number; headers: Headers; body: Readonly<Record<string, unknown>> }>

export function visitOver(origin: string): HttpVisitor {
  let cookie = ''
  let csrf = ''
  const raw = async (path: string, init: RequestInit): Promise<HttpAnswer> => {
    const headers = new Headers(init.headers)
    if (cookie !== '') headers.set('cookie', cookie)
    const response = await fetch(`${origin}${path}`, { ...init, headers, redirect: 'manual' })
    const given = response.headers.getSetCookie()[0]
    if (given !== undefined) cookie = given.split(';', 1)[0] ?? ''
    const text = await response.text()
    const parsed: unknown = response.headers.get('content-type')?.includes('json') === true ? JSON.parse(text) : { text }
    const body = typeof parsed === 'object' && parsed !== null ? { ...parsed } as Record<string, unknown> : {}
    if (typeof body['csrf'] === 'string') csrf = body['csrf']
    return { status: response.status, headers: response.headers, body }
  }
  const post = (path: string, body: object): Promise<HttpAnswer> =>
    raw(path, { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': csrf }, body: JSON.stringify(body) })
  return { raw, post, get: (path) => raw(path, { method: 'GET' }), signIn: (login, password) => post('/api/session', { login, password }) }
}
