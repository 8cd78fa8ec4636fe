import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Connection } from '../ledger/append.ts'
import { audit, inTransaction, newIdentifier } from './deps.ts'
import type { SessionDeps } from './deps.ts'
import { OWN_GRANT, isAdministratorRole, judgeGrant, judgeLoss } from './grant-rules.ts'
import type { PresentGrant, WantedGrant } from './grant-rules.ts'
import { actorOf } from './own-account.ts'
import { revokeSessionsOf } from './sessions.ts'
import type { SignedIn } from './signed-in.ts'

type Target = { readonly id: string; readonly name: string; readonly disabled_at: string | null }

/** Gives an account a role for offices and towns; its sessions end, so that the next one has the new rights. */
export async function grantRole(deps: SessionDeps, by: SignedIn, accountId: string, wanted: WantedGrant): Promise<{ id: string } | Refusal> {
  const scoped = isAdministratorRole(wanted.role) ? { ...wanted, offices: ['*'], towns: ['*'] } : wanted
  return inTransaction(deps.owner, async (client) => {
    const target = await lockTarget(client, by.district, accountId)
    if (target === undefined) return ACCOUNT_NOT_FOUND
    const unknown = await findUnknownPlace(client, by.district, scoped)
    if (unknown !== null) return unknown
    const present = await listGrants(client, accountId)
    const refusal = judgeGrant({ byAccountId: by.accountId, accountId, accountName: target.name, isDisabled: target.disabled_at !== null, present, wanted: scoped })
    if (refusal !== null) return refusal
    const id = newIdentifier(deps)
    await insertGrant(client, { id, accountId, district: by.district, ...scoped, by: by.accountId, at: deps.clock.now() })
    await revokeSessionsOf(client, accountId, { at: deps.clock.now() })
    await audit(client, deps, { type: 'role-granted', actor: actorOf(by), subject: accountId, detail: { ...scoped, to: target.name } })
    return { id }
  })
}

/** Takes a role back; the sessions of the account end. */
export async function revokeGrant(deps: SessionDeps, by: SignedIn, place: Readonly<{ accountId: string; grantId: string }>): Promise<Refusal | null> {
  return inTransaction(deps.owner, async (client) => {
    const target = await lockTarget(client, by.district, place.accountId)
    const grant = (await listGrants(client, place.accountId)).find(({ id }) => id === place.grantId)
    if (target === undefined || grant === undefined) return refuse({ code: 'grant.not-found', says: '没有这项岗位授权，或已收回。', do: '请刷新后核对。' })
    if (by.accountId === place.accountId) return OWN_GRANT
    const refusal = judgeLoss(target.name, [grant.role], await countOtherAdministrators(client, by.district, place.accountId))
    if (refusal !== null) return refusal
    const at = deps.clock.now()
    await client.query('UPDATE role_grant SET revoked_at = $2, revoked_by = $3 WHERE id = $1', [grant.id, at, by.accountId])
    await revokeSessionsOf(client, place.accountId, { at })
    await audit(client, deps, { type: 'role-revoked', actor: actorOf(by), subject: place.accountId, detail: { role: grant.role, offices: grant.offices, towns: grant.towns, from: target.name } })
    return null
  })
}

type NewGrant = WantedGrant & Readonly<{ id: string; accountId: string; district: string; by: string; at: string }>

export async function insertGrant(client: Connection, grant: NewGrant): Promise<void> {
  await client.query(
    'INSERT INTO role_grant (id, account_id, district_code, role, offices, towns, granted_by, granted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [grant.id, grant.accountId, grant.district, grant.role, grant.offices, grant.towns, grant.by, grant.at],
  )
}

/** The account, with every change of rights of other transactions waiting until this one ends. */
export async function lockTarget(client: Connection, district: string, accountId: string): Promise<Target | undefined> {
  await client.query('LOCK TABLE role_grant IN SHARE ROW EXCLUSIVE MODE')
  const { rows } = await client.query<Target>('SELECT id, name, disabled_at FROM account WHERE id = $1 AND district_code = $2 FOR UPDATE', [accountId, district])
  return rows[0]
}

export async function listGrants(client: Connection, accountId: string): Promise<readonly PresentGrant[]> {
  const { rows } = await client.query<PresentGrant>('SELECT id, role, offices, towns FROM role_grant WHERE account_id = $1 AND revoked_at IS NULL ORDER BY granted_at, id', [accountId])
  return rows
}

/** How many other usable accounts hold each administrator's role. */
export async function countOtherAdministrators(client: Connection, district: string, accountId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ role: string; others: number }>(
    `SELECT g.role, count(DISTINCT a.id)::int AS others FROM role_grant g JOIN account a ON a.id = g.account_id
     WHERE g.district_code = $1 AND g.revoked_at IS NULL AND a.disabled_at IS NULL AND a.id <> $2 GROUP BY g.role`,
    [district, accountId],
  )
  return new Map(rows.map(({ role, others }) => [role, others]))
}

async function findUnknownPlace(client: Connection, district: string, { offices, towns }: WantedGrant): Promise<Refusal | null> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT w.name FROM unnest($2::text[]) w (name) WHERE w.name <> '*' AND NOT EXISTS (SELECT FROM office o WHERE o.district_code = $1 AND o.id = w.name)
     UNION ALL
     SELECT w.name FROM unnest($3::text[]) w (name) WHERE w.name <> '*' AND NOT EXISTS (SELECT FROM town t WHERE t.district_code = $1 AND t.code = w.name)`,
    [district, offices, towns],
  )
  if (rows.length === 0) return null
  return refuse({ code: 'account.unknown-place', says: `没有这样的科所或镇街：${rows.map(({ name }) => name).join('、')}。`, do: '请从列表中选择。' })
}

export const ACCOUNT_NOT_FOUND = refuse({ code: 'account.not-found', says: '没有这个账号。', do: '请刷新人员列表后核对。' })
