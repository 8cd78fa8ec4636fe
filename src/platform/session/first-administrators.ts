import { randomInt, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Connection } from '../ledger/append.ts'
import { hashPassword, judgePassword } from '../password.ts'
import { insertAccount } from './accounts.ts'
import { audit, newIdentifier } from './deps.ts'
import type { SessionDeps } from './deps.ts'
import { ADMINISTRATOR_ROLES } from './grant-rules.ts'
import { insertGrant } from './grants.ts'

export type FirstAdministrator = Readonly<{ role: (typeof ADMINISTRATOR_ROLES)[number]; login: string; name: string; password: string }>

/** The code that proves access to the machine; kept in the data folder until the set-up is done. */
export function readSetupCode(dataFolder: string): string {
  const file = join(dataFolder, 'setup-code')
  if (!existsSync(file)) writeFileSync(file, String(randomInt(100_000_000)).padStart(8, '0'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

export function forgetSetupCode(dataFolder: string): void {
  rmSync(join(dataFolder, 'setup-code'), { force: true })
}

export function isSetupCode(dataFolder: string, given: string): boolean {
  const expected = Buffer.from(readSetupCode(dataFolder))
  const bytes = Buffer.from(given.trim())
  return bytes.length === expected.length && timingSafeEqual(bytes, expected)
}

/** Demands three different people, one per role, with good passwords. */
export function judgeAdministrators(people: readonly FirstAdministrator[]): Refusal | null {
  const isComplete = people.length === ADMINISTRATOR_ROLES.length && ADMINISTRATOR_ROLES.every((role) => people.some((person) => person.role === role))
  if (!isComplete) return refuse({ code: 'setup.three-administrators', says: '须同时设立系统管理员、安全管理员、审计管理员各一名。', do: '请填写三名管理员。' })
  if (new Set(people.map(({ login }) => login.trim().toLowerCase())).size < people.length || new Set(people.map(({ name }) => name.trim())).size < people.length) {
    return refuse({ code: 'setup.three-administrators', says: '三类管理员须由不同的人担任，登录名、姓名不得相同。', do: '请填写三名不同的人员。' })
  }
  for (const { password, login, name } of people) {
    const weak = judgePassword(password, login)
    if (weak !== undefined) return { ...weak, says: `${name}的${weak.says}` }
  }
  return null
}

/** Creates the three accounts with their roles; the caller's transaction has seeded the district and its offices. */
export async function createFirstAdministrators(
  client: Connection, deps: SessionDeps, setup: Readonly<{ district: string; officeId: string; people: readonly FirstAdministrator[] }>,
): Promise<void> {
  const { district, officeId } = setup
  for (const { role, login, name, password } of setup.people) {
    const id = newIdentifier(deps)
    const at = deps.clock.now()
    await insertAccount(client, { id, district, login, name, officeId, passwordHash: await hashPassword(password, deps.random), mustChangePassword: false, at })
    await insertGrant(client, { id: newIdentifier(deps), accountId: id, district, role, offices: ['*'], towns: ['*'], by: 'setup', at })
    await audit(client, deps, { type: 'administrator-set-up', actor: { id: 'setup', name: '初始设置', district }, subject: id, detail: { role, login } })
  }
}
