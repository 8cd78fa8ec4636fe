import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { RoleName } from './rights.ts'

/** The three administrators; nobody holds two of them, nor one beside work on matters (GB/T 22239-2019, 8.1.5). */
export const ADMINISTRATOR_ROLES = ['system-administrator', 'security-administrator', 'audit-administrator'] as const satisfies readonly RoleName[]

const NAMES: Readonly<Record<(typeof ADMINISTRATOR_ROLES)[number], string>> = {
  'system-administrator': '系统管理员', 'security-administrator': '安全管理员', 'audit-administrator': '审计管理员',
}

export type PresentGrant = Readonly<{ id: string; role: string; offices: readonly string[]; towns: readonly string[] }>
export type WantedGrant = Readonly<{ role: RoleName; offices: readonly string[]; towns: readonly string[] }>

export type GrantQuestion = Readonly<{ byAccountId: string; accountId: string; accountName: string; isDisabled: boolean; present: readonly PresentGrant[]; wanted: WantedGrant }>

/** Why the grant may not be made; null when it may. */
export function judgeGrant({ byAccountId, accountId, accountName, isDisabled, present, wanted }: GrantQuestion): Refusal | null {
  if (byAccountId === accountId) return OWN_GRANT
  if (isDisabled) return refuse({ code: 'account.disabled', says: `${accountName}的账号已停用，不能授予岗位。`, do: '请先由系统管理员启用该账号。' })
  const held = present.map((grant) => grant.role).find(isAdministratorRole)
  if (held !== undefined && held !== wanted.role) {
    const says = isAdministratorRole(wanted.role)
      ? `${accountName}已是${NAMES[held]}，不能再任${NAMES[wanted.role]}：三类管理员不得由同一人担任。`
      : `${accountName}是${NAMES[held]}，不能兼任业务岗位。`
    return refuse({ code: 'account.roles-exclude-each-other', says, do: '请把岗位授予另一人，或先收回其现有的管理员岗位。' })
  }
  if (isAdministratorRole(wanted.role) && present.some((grant) => !isAdministratorRole(grant.role))) {
    return refuse({ code: 'account.roles-exclude-each-other', says: `${accountName}有业务岗位，不能任${NAMES[wanted.role]}。`, do: '请把岗位授予另一人，或先收回其业务岗位。' })
  }
  if (present.some((grant) => grant.role === wanted.role && isSameList(grant.offices, wanted.offices) && isSameList(grant.towns, wanted.towns))) {
    return refuse({ code: 'account.granted-already', says: `${accountName}已有相同范围的该岗位。`, do: '无须重复授予；范围不同的，请选择其他科所或镇街。' })
  }
  return null
}

/** The bureau must keep one administrator of each kind, or nobody could ever grant, create or audit again. */
export function judgeLoss(accountName: string, lost: readonly string[], othersByRole: ReadonlyMap<string, number>): Refusal | null {
  const last = ADMINISTRATOR_ROLES.find((role) => lost.includes(role) && (othersByRole.get(role) ?? 0) === 0)
  if (last === undefined) return null
  return refuse({ code: 'account.last-administrator', says: `${accountName}是仅有的${NAMES[last]}，不能停用或收回。`, do: `请先另授一名${NAMES[last]}。` })
}

export const OWN_GRANT = refuse({ code: 'rights.own-grant', says: '不能给自己授予或收回岗位。', do: '请由另一名安全管理员办理。' })

export function isAdministratorRole(role: string): role is (typeof ADMINISTRATOR_ROLES)[number] {
  return ADMINISTRATOR_ROLES.some((name) => name === role)
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join() === [...b].sort().join()
}
