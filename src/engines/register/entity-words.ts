import type { EntityKind, EntityStatus } from './contract.ts'

export const ENTITY_KINDS = {
  enterprise: '企业',
  'sole-trader': '个体工商户',
  cooperative: '农民专业合作社',
  branch: '分支机构',
} as const satisfies Readonly<Record<EntityKind, string>>

/** Regulation on the registration of market entities, articles 30 (歇业), 31 and 46; 迁出 is a change of registrar. */
export const ENTITY_STATUSES = {
  active: '存续（在营、开业）',
  suspended: '歇业',
  revoked: '吊销，未注销',
  deregistered: '注销',
  relocated: '迁出',
} as const satisfies Readonly<Record<EntityStatus, string>>

export function isEntityKind(text: string): text is EntityKind {
  return Object.hasOwn(ENTITY_KINDS, text)
}

export function isEntityStatus(text: string): text is EntityStatus {
  return Object.hasOwn(ENTITY_STATUSES, text)
}
