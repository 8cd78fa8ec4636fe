import type { ColumnSpec } from './schema.ts'

/**
 * Every table and view with its columns in short form: type, `?` for nullable, `=` for a default. The one list from
 * which the types come and against which the catalog is tested; a view's columns are always nullable to PostgreSQL.
 */
export const TABLES = {
  district: {
    code: 'text', name: 'text', short_name: 'text', city: 'text', province: 'text', synthetic: 'boolean=',
    bureau_name: 'text=', document_word: 'text=',
  },
  town: {
    code: 'text', district_code: 'text', name: 'text', kind: 'text', aliases: 'texts=',
  },
  village: {
    code: 'text', town_code: 'text', district_code: 'text', name: 'text',
  },
  calendar_year: {
    year: 'integer', days_off: 'dates', workdays: 'dates', statutory_holidays: 'dates', source: 'text', loaded_at: 'instant',
    loaded_by: 'text',
  },
  account: {
    id: 'uuid', district_code: 'text', login: 'text', name: 'text', office_id: 'text', phone: 'text?', certificate_no: 'text?',
    certificate_until: 'date?', legal_qualification_no: 'text?', password_hash: 'text', password_changed_at: 'instant', must_change_password: 'boolean=',
    totp_secret: 'text?', totp_confirmed_at: 'instant?', totp_last_step: 'bigint?', failed_attempts: 'integer=',
    locked_until: 'instant?', disabled_at: 'instant?', created_at: 'instant',
  },
  role_grant: {
    id: 'uuid', account_id: 'uuid', district_code: 'text', role: 'text', offices: 'texts', towns: 'texts', granted_by: 'text',
    granted_at: 'instant', revoked_at: 'instant?', revoked_by: 'text?',
  },
  session: {
    token_hash: 'bytes', account_id: 'uuid', csrf: 'text', created_at: 'instant', last_seen_at: 'instant',
    expires_at: 'instant', revoked_at: 'instant?', second_factor_at: 'instant?', address: 'text?', agent: 'text?',
  },
  setting: {
    name: 'text', value: 'text', changed_at: 'instant', changed_by: 'text',
  },
  office: {
    district_code: 'text', id: 'text', name: 'text', kind: 'text', town_codes: 'texts=', duties: 'texts=', closed_on: 'date?',
  },
  entity: {
    district_code: 'text', id: 'uuid', uscc: 'text?', registration_no: 'text?', name: 'text', name_bigrams: 'texts',
    name_sort: 'text', kind: 'text', legal_form: 'text?', status: 'text', legal_representative: 'text?', phone: 'text?',
    capital_fen: 'bigint?', capital_currency: 'text?', established_on: 'date?', deregistered_on: 'date?', address: 'text?',
    address_bigrams: 'texts=', town_code: 'text?', village_code: 'text?', place_rule: 'text?', industry_code: 'text?',
    business_scope: 'text?', registration_authority: 'text?', parent_entity_id: 'uuid?', source: 'text', source_hash: 'text',
    synthetic: 'boolean=', version: 'integer', created_at: 'instant', updated_at: 'instant',
  },
  entity_key: {
    uscc: 'text', district_code: 'text', entity_id: 'uuid',
  },
  entity_event: {
    district_code: 'text', id: 'uuid', entity_id: 'uuid', type: 'text', at: 'instant', actor_id: 'text', actor_name: 'text',
    body: 'text', leaf: 'bytes',
  },
  matter: {
    district_code: 'text', id: 'uuid', procedure: 'text', number: 'text', state: 'text', title: 'text', channel: 'text',
    subject_entity_id: 'uuid?', subject_name: 'text?', subject_bigrams: 'texts=', town_code: 'text?', office_id: 'text',
    assignee_id: 'uuid?', received_at: 'instant', opened_at: 'instant', law_on: 'date', closed_at: 'instant?', outcome: 'text?',
    facts: 'json', next_due_at: 'instant?', next_clock: 'text?', has_duty: 'boolean=', version: 'integer', synthetic: 'boolean=',
    updated_at: 'instant',
  },
  matter_event: {
    district_code: 'text', id: 'uuid', matter_id: 'uuid', seq: 'integer', type: 'text', step: 'text?', actor_id: 'text',
    actor_name: 'text', at: 'instant', body: 'text', leaf: 'bytes',
  },
  matter_clock: {
    district_code: 'text', id: 'uuid', matter_id: 'uuid', procedure: 'text', office_id: 'text', town_code: 'text?',
    kind: 'text', occurrence: 'integer', rule: 'text', basis: 'text', due_step: 'text', started_at: 'instant',
    limit_amount: 'integer', limit_unit: 'text', roll: 'text', status: 'text', due_at: 'instant?', due_on: 'date?',
    target_on: 'date?', not_before_at: 'instant?', missing_year: 'integer?', stopped_at: 'instant?', is_met: 'boolean?',
    pauses: 'json', extensions: 'json', derivation: 'json', calendar_version: 'text',
  },
  matter_link: {
    district_code: 'text', id: 'uuid', matter_id: 'uuid', other_id: 'uuid', kind: 'text', reason: 'text', at: 'instant',
    actor_id: 'text',
  },
  step_receipt: {
    district_code: 'text', step_id: 'uuid', matter_id: 'uuid', request_hash: 'text', result: 'text', at: 'instant',
  },
  party: {
    district_code: 'text', id: 'uuid', matter_id: 'uuid', role: 'text', is_confidential: 'boolean', name: 'text?',
    phone: 'text?', id_number: 'text?', address: 'text?', email: 'text?', contact_key: 'text?', salt: 'text',
    erased_at: 'instant?',
  },
  attachment: {
    district_code: 'text', id: 'uuid', matter_id: 'uuid', name: 'text', media_type: 'text', byte_size: 'bigint', sha256: 'text',
    from_party: 'boolean', added_at: 'instant', added_by: 'text', evidence_kind: 'text?', captured_at: 'instant?', is_clock_corrected: 'boolean?',
    latitude: 'decimal?', longitude: 'decimal?', accuracy_in_metres: 'decimal?', checklist_item: 'text?', added_by_account: 'uuid?',
  },
  document: {
    district_code: 'text', id: 'uuid', matter_id: 'uuid', template: 'text', title: 'text', series: 'text', year: 'integer',
    serial: 'integer', number: 'text', facts: 'json', sha256: 'text', byte_size: 'bigint', audience: 'text',
    issued_at: 'instant', issued_by: 'text', withdrawn_at: 'instant?', withdrawn_reason: 'text?',
    check_code: 'text?',
  },
  step_proposal: {
    district_code: 'text', id: 'uuid', matter_id: 'uuid', step: 'text', revision: 'integer', input: 'json', comment: 'text?',
    made_by: 'text', made_by_name: 'text', made_at: 'instant', status: 'text', decided_by: 'text?', decided_by_name: 'text?',
    decided_at: 'instant?', decision_comment: 'text?',
  },
  number_series: {
    district_code: 'text', series: 'text', year: 'integer', last: 'integer',
  },
  intake_submission: {
    district_code: 'text', id: 'uuid', receipt_no: 'text', code_hash: 'text', kind: 'text', form: 'json', files: 'json',
    received_at: 'instant', processed_at: 'instant?',
  },
  tracking: {
    district_code: 'text', receipt_no: 'text', code_hash: 'text', matter_id: 'uuid?', extract: 'json', updated_at: 'instant',
    id: 'uuid',
  },
  publication: {
    district_code: 'text', id: 'uuid', kind: 'text', matter_id: 'uuid?', entity_id: 'uuid?', title: 'text',
    title_bigrams: 'texts=', extract: 'json?', published_at: 'instant', until_on: 'date?', ended_at: 'instant?',
    ended_reason: 'text?', synthetic: 'boolean=', version: 'integer=', corrected_at: 'instant?', correction_note: 'text?', ended_kind: 'text?',
  },
  publication_version: {
    district_code: 'text', id: 'uuid', publication_id: 'uuid', kind: 'text', matter_id: 'uuid', entity_id: 'uuid?', version: 'integer', action: 'text',
    title: 'text', extract: 'json', published_at: 'instant', until_on: 'date?', reason_kind: 'text?', reason: 'text?', actor_id: 'text',
    actor_name: 'text', at: 'instant', synthetic: 'boolean=',
  },
  publication_due: {
    district_code: 'text', id: 'uuid', kind: 'text', matter_id: 'uuid', matter_number: 'text', entity_id: 'uuid?', title: 'text', office_id: 'text',
    town_code: 'text?', since_on: 'date', rule: 'text', due_on: 'date?', not_before_on: 'date?', derivation: 'json', status: 'text', reason: 'text?',
    publication_id: 'uuid?', closed_at: 'instant?', closed_by: 'text?', at: 'instant', synthetic: 'boolean=',
  },
  reported_value: {
    district_code: 'text', id: 'uuid', indicator_id: 'text', period_from: 'date', period_until: 'date', value: 'decimal',
    numerator: 'decimal?', denominator: 'decimal?', source: 'text', published_on: 'date', recorded_at: 'instant',
    recorded_by: 'text', synthetic: 'boolean=',
  },
  indicator_value: {
    district_code: 'text', id: 'uuid', indicator_id: 'text', period_from: 'date', period_until: 'date', as_of: 'date',
    definition_version: 'text', value: 'decimal?', numerator: 'decimal?', denominator: 'decimal?', excluded: 'json',
    provenance: 'json', computed_at: 'instant',
  },
  indicator_change: {
    district_code: 'text', id: 'uuid', indicator_id: 'text', period_from: 'date', period_until: 'date', as_of: 'date',
    before: 'json', after: 'json', why: 'text', at: 'instant', actor_name: 'text',
  },
  plan_report: {
    district_code: 'text', id: 'uuid', plan_id: 'text', task_id: 'text', office_id: 'text', at: 'instant', account_id: 'text',
    account_name: 'text', progress_percent: 'integer', text: 'text', milestone_id: 'text?', evidence: 'json',
    synthetic: 'boolean=',
  },
  evaluation_draft: {
    district_code: 'text', id: 'uuid', plan_id: 'text', as_of: 'date', title: 'text?', summary: 'text?', causes: 'json',
    proposals: 'text?', version: 'integer', updated_at: 'instant', updated_by: 'text',
  },
  assessment: {
    district_code: 'text', id: 'uuid', model: 'text', model_version: 'text', entity_id: 'uuid', assessed_on: 'date', score: 'integer', class: 'text', items: 'json', is_current: 'boolean',
    superseded_on: 'date?', town_code: 'text?', synthetic: 'boolean=',
  },
  assessment_run: {
    district_code: 'text', id: 'uuid', model: 'text', model_version: 'text', as_of: 'date', assessed: 'integer', changed: 'integer', retired: 'integer', at: 'instant', actor_name: 'text',
  },
  assessment_order: {
    district_code: 'text', id: 'uuid', model: 'text', in_force_from: 'date', classes: 'json', points: 'json', reason: 'text', ordered_at: 'instant', account_id: 'text', account_name: 'text',
  },
  register_entry: {
    district_code: 'text', id: 'uuid', kind: 'text', entity_id: 'uuid?', town_code: 'text?', code: 'text', name: 'text', status: 'text',
    valid_from: 'date?', valid_until: 'date?', facts: 'json', source: 'text', source_hash: 'text', synthetic: 'boolean=', version: 'integer',
    created_at: 'instant', updated_at: 'instant',
  },
  inspection_item: {
    district_code: 'text', id: 'uuid', code: 'text', version: 'integer', fields: 'json', is_retired: 'boolean', reason: 'text', at: 'instant',
    account_id: 'text', account_name: 'text',
  },
  inspector_profile: {
    district_code: 'text', id: 'uuid', account_id: 'uuid?', name: 'text', department: 'text', office_id: 'text?', town_code: 'text?',
    certificate_no: 'text', certified_from: 'date', certified_until: 'date', expertise: 'texts', is_active: 'boolean', synthetic: 'boolean=',
    version: 'integer', updated_at: 'instant',
  },
  inspector_version: {
    district_code: 'text', id: 'uuid', profile_id: 'uuid', version: 'integer', fields: 'json', reason: 'text', at: 'instant',
    account_id: 'text', account_name: 'text',
  },
  inspector_bar: {
    district_code: 'text', id: 'uuid', profile_id: 'uuid', kind: 'text', from_on: 'date?', until_on: 'date?', entity_id: 'uuid?', reason: 'text',
    recorded_at: 'instant', recorded_by: 'text', recorded_by_name: 'text', ended_at: 'instant?', ended_by: 'text?', ended_by_name: 'text?', end_reason: 'text?',
  },
  inspection_plan: {
    district_code: 'text', id: 'uuid', year: 'integer', title: 'text', state: 'text', revision: 'integer', tasks: 'json', filed_to: 'text?',
    filing_number: 'text?', filed_at: 'instant?', published_at: 'instant?', version: 'integer', synthetic: 'boolean=', updated_at: 'instant',
  },
  inspection_plan_revision: {
    district_code: 'text', id: 'uuid', plan_id: 'uuid', revision: 'integer', title: 'text', tasks: 'json', reason: 'text', at: 'instant',
    account_id: 'text', account_name: 'text',
  },
  draw_order: {
    district_code: 'text', id: 'uuid', plan_id: 'uuid', task_id: 'text', body: 'json', prepared_at: 'instant', prepared_by: 'text',
    prepared_by_name: 'text', draw_id: 'uuid?', dropped_at: 'instant?', drop_reason: 'text?',
  },
  draw: {
    district_code: 'text', id: 'uuid', number: 'text', series: 'text', serial: 'integer', title: 'text', state: 'text', office_id: 'text',
    purpose: 'json', announced_at: 'instant', announced_by: 'text', announced_by_name: 'text', first_source_at: 'instant', announcement: 'json',
    announcement_hash: 'text', audit_id: 'uuid', frame: 'text', inspectors: 'json', availability: 'json', sealed: 'text', randomness: 'json?',
    rounds: 'json', outcome: 'json', held: 'json', drawn_on: 'date?', objects: 'integer', size: 'integer', drawn: 'integer', version: 'integer',
    synthetic: 'boolean=', updated_at: 'instant',
  },
  draw_value: {
    district_code: 'text', id: 'uuid', draw_id: 'uuid', source_id: 'text', account_id: 'text', account_name: 'text', at: 'instant', issue: 'text',
    parts: 'json', evidence: 'text', fallback_reason: 'text?', seq: 'integer',
  },
  draw_selection: {
    district_code: 'text', id: 'uuid', draw_id: 'uuid', object_id: 'text', entity_id: 'uuid', drawn_on: 'date', items: 'texts', round: 'integer',
    withdrawn_round: 'integer?', matter_id: 'uuid?', synthetic: 'boolean=',
  },
  draw_proof: {
    district_code: 'text', id: 'uuid', draw_number: 'text', version: 'integer', bundle: 'text', byte_size: 'bigint', sha256: 'text', at: 'instant',
  },
  import_run: {
    id: 'uuid', district_code: 'text', kind: 'text', file_name: 'text', file_sha256: 'text', is_dry_run: 'boolean',
    status: 'text', total: 'integer', created: 'integer', updated: 'integer', unchanged: 'integer', failed: 'integer',
    errors: 'json', annotated_sha256: 'text?', account_id: 'text', started_at: 'instant', finished_at: 'instant?',
  },
  audit_event: {
    district_code: 'text', id: 'uuid', type: 'text', account_id: 'text', account_name: 'text', subject: 'text?', at: 'instant',
    body: 'text', leaf: 'bytes',
  },
  ledger_pending: {
    district_code: 'text', id: 'uuid', source: 'text',
  },
  ledger_leaf: {
    leaf_index: 'bigint', district_code: 'text', source: 'text', event_id: 'uuid', leaf: 'bytes',
  },
  ledger_seal: {
    tree_size: 'bigint', root: 'bytes', hash_name: 'text', frontier: 'byteStrings', previous_root: 'bytes',
    sealed_at: 'instant',
  },
  ledger_block: {
    block: 'bigint', root: 'bytes',
  },
  published_entity: {
    district_code: 'text?', id: 'uuid?', uscc: 'text?', name: 'text?', name_bigrams: 'texts?', name_sort: 'text?',
    kind: 'text?', legal_form: 'text?', status: 'text?', legal_representative: 'text?', capital_fen: 'bigint?',
    capital_currency: 'text?', established_on: 'date?', deregistered_on: 'date?', address: 'text?', town_code: 'text?',
    industry_code: 'text?', business_scope: 'text?', registration_authority: 'text?', synthetic: 'boolean?',
    updated_at: 'instant?',
  },
  entity_search: {
    district_code: 'text?', id: 'uuid?', name_bigrams: 'texts?', name_sort: 'text?', address: 'text?', address_bigrams: 'texts?', kind: 'text?', status: 'text?',
    town_code: 'text?',
  },
  matter_search: {
    district_code: 'text?', id: 'uuid?', number: 'text?', title: 'text?', subject_name: 'text?', subject_bigrams: 'texts?',
  },
  step_taken: {
    district_code: 'text?', id: 'uuid?', matter_id: 'uuid?', step: 'text?', actor_id: 'text?', actor_name: 'text?', at: 'instant?',
  },
  step_refused: {
    district_code: 'text?', id: 'uuid?', at: 'instant?', matter_id: 'uuid?', procedure: 'text?', office_id: 'text?', town_code: 'text?', code: 'text?', says: 'text?',
  },
  checked_document: {
    district_code: 'text?', title: 'text?', number: 'text?', sha256: 'text?', byte_size: 'bigint?', issued_at: 'instant?', withdrawn_at: 'instant?',
  },
  waiting_proposal: {
    district_code: 'text?', matter_id: 'uuid?', step: 'text?', made_by: 'text?', made_at: 'instant?',
  },
  checked_visit: {
    district_code: 'text?', number: 'text?', draw_number: 'text?', plan_task: 'text?', planned_from: 'text?', planned_until: 'text?', office_name: 'text?', certificate_no: 'text?', certificate_until: 'date?', subject_name: 'text?',
  },
  schema_migration: {
    name: 'text', sha256: 'text', applied_at: 'instant',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ColumnSpec>>>>
