import type { TABLES } from './tables.ts'

/**
 * Where a table lives on a sharded PostgreSQL: `distributed` by district_code, `reference` on every node, `key` by
 * its own key (global uniqueness and routing), `local` on the coordinator. A view has no class of its own.
 */
export type TableClass = 'distributed' | 'reference' | 'key' | 'local'

export const TABLE_CLASSES = {
  district: 'reference',
  town: 'reference',
  village: 'reference',
  calendar_year: 'reference',
  account: 'local',
  role_grant: 'local',
  session: 'local',
  setting: 'local',
  office: 'distributed',
  entity: 'distributed',
  entity_key: 'key',
  entity_event: 'distributed',
  matter: 'distributed',
  matter_event: 'distributed',
  matter_clock: 'distributed',
  matter_link: 'distributed',
  step_receipt: 'distributed',
  party: 'distributed',
  attachment: 'distributed',
  document: 'distributed',
  number_series: 'distributed',
  intake_submission: 'distributed',
  tracking: 'distributed',
  publication: 'distributed',
  publication_version: 'distributed',
  publication_due: 'distributed',
  reported_value: 'distributed',
  indicator_value: 'distributed',
  indicator_change: 'distributed',
  plan_report: 'distributed',
  evaluation_draft: 'distributed',
  assessment: 'distributed',
  assessment_run: 'distributed',
  assessment_order: 'distributed',
  import_run: 'local',
  audit_event: 'distributed',
  ledger_pending: 'distributed',
  ledger_leaf: 'local',
  ledger_seal: 'local',
  schema_migration: 'local',
} as const satisfies Readonly<Record<Exclude<keyof typeof TABLES, 'published_entity' | 'entity_search' | 'matter_search'>, TableClass>>
