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

function isEntityKind(text: string): text is EntityKind {
  return Object.hasOwn(ENTITY_KINDS, text)
}

function isEntityStatus(text: string): text is EntityStatus {
  return Object.hasOwn(ENTITY_STATUSES, text)
}

const FIELD_LABELS: Readonly<Record<string, string>> = {
  name: '名称', uscc: '统一社会信用代码', registration_no: '注册号', kind: '主体类型', legal_form: '类型', status: '状态', legal_representative: '法定代表人（经营者、负责人）',
  capital_fen: '注册资本', capital_currency: '币种', established_on: '成立日期', deregistered_on: '注销日期', address: '住所（经营场所）', town_code: '镇街', village_code: '村居',
  industry_code: '行业代码', business_scope: '经营范围', registration_authority: '登记机关', parent_entity_id: '隶属企业',
}

/** The Chinese name of a column of `entity`; undefined for columns no reader asks about. */
export function fieldLabel(column: string): string | undefined {
  return FIELD_LABELS[column]
}

/** A value of such a column in words. */
export function fieldValue(column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）'
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
  if (column === 'kind' && isEntityKind(text)) return ENTITY_KINDS[text]
  if (column === 'status' && isEntityStatus(text)) return ENTITY_STATUSES[text]
  return column === 'capital_fen' ? (Number(text) / 100).toLocaleString('zh-CN') : text
}
