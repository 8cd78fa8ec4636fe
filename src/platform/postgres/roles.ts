import type { Client } from 'pg'
import { escapeIdentifier, escapeLiteral } from 'pg'
import { keyedDigest } from '../secret.ts'
import type { InstanceSecret } from '../secret.ts'

/** The two kinds of login a running server uses; each is a member of the group role `hengjian_<kind>`. */
export type MemberKind = 'desk' | 'portal'

const MEMBER_KINDS: readonly MemberKind[] = ['desk', 'portal']

/** Login of one database: several installations may share a server. */
export function memberLogin(database: string, kind: MemberKind): string {
  return `${database}_${kind}_login`
}

/** Password of a login, derived from the instance secret so that it need not be stored. */
export function memberPassword(secret: InstanceSecret, login: string): string {
  return keyedDigest(secret, 'database-login', login)
}

/**
 * Makes the group roles and this database's logins, and sets their passwords. Throws when a login could pass
 * row-level security, or when the owner may not create roles.
 */
export async function ensureRoles(client: Client, database: string, secret: InstanceSecret): Promise<void> {
  for (const kind of MEMBER_KINDS) {
    const group = `hengjian_${kind}`
    const login = memberLogin(database, kind)
    await ensureRole(client, group, 'NOLOGIN')
    await ensureRole(client, login, `LOGIN IN ROLE ${escapeIdentifier(group)}`)
    await client.query(`ALTER ROLE ${escapeIdentifier(login)} PASSWORD ${escapeLiteral(memberPassword(secret, login))}`)
    const { rows } = await client.query<{ is_mighty: boolean; is_member: boolean }>(
      `SELECT rolsuper OR rolbypassrls AS is_mighty, pg_has_role(rolname, $2, 'MEMBER') AS is_member FROM pg_roles WHERE rolname = $1`,
      [login, group],
    )
    if (rows[0]?.is_mighty) throw new Error(`数据库角色 ${login} 具有超级权限或可绕过行级安全，不能用于服务。请收回其 SUPERUSER、BYPASSRLS 属性。`)
    if (!rows[0]?.is_member) await client.query(`GRANT ${escapeIdentifier(group)} TO ${escapeIdentifier(login)}`)
  }
}

async function ensureRole(client: Client, name: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
  if (rowCount !== 0) return
  try {
    await client.query(`CREATE ROLE ${escapeIdentifier(name)} ${attributes}`)
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === '42501') throw new Error(`数据库用户无权建立角色 ${name}。请由数据库管理员授予 CREATEROLE，或事先建立该角色。`, { cause: error })
    // Another installation on the same server made the group role at the same moment.
    if (code !== '42710' && code !== '23505') throw error
  }
}
