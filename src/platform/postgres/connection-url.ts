/** What may be changed in a connection string. */
export type Credentials = { readonly user?: string; readonly password?: string; readonly database?: string }

/** The connection string of another database or login on the same server. */
export function withCredentials(url: string, change: Credentials): string {
  const parsed = parseConnection(url)
  if (change.user !== undefined) {
    parsed.username = encodeURIComponent(change.user)
    parsed.password = encodeURIComponent(change.password ?? '')
    for (const name of ['user', 'password']) parsed.searchParams.delete(name)
  }
  if (change.database !== undefined) parsed.pathname = `/${encodeURIComponent(change.database)}`
  return parsed.href
}

/** Name of the database in a connection string. */
export function databaseNameOf(url: string): string {
  return decodeURIComponent(parseConnection(url).pathname.slice(1))
}

/** A URL without host (socket in `?host=`) cannot carry a user, so it gets a placeholder that the parameter overrules. */
function parseConnection(url: string): URL {
  return new URL(url.replace(/^(postgres(?:ql)?:\/\/)(?=\/)/, '$1127.0.0.1'))
}
