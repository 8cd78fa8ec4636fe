import type { CalendarDate } from '../../kernel/calendar-date.ts'
import type { JsonValue } from '../../kernel/canonical-json.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { bigrams, searchText } from './bigrams.ts'
import type { EntityKind, EntityStatus } from './contract.ts'

/** Everything an outside register says of a market entity. At least a unified code or a registration number. */
export type EntityDraft = Readonly<{
  uscc: string | null
  registrationNo: string | null
  name: string
  kind: EntityKind
  legalForm: string | null
  status: EntityStatus
  legalRepresentative: string | null
  phone: string | null
  /** Hundredths of `capitalCurrency` (ISO 4217). */
  capitalInFen: number | null
  capitalCurrency: string | null
  establishedOn: CalendarDate | null
  deregisteredOn: CalendarDate | null
  address: string | null
  townCode: string | null
  villageCode: string | null
  /** Why the entity was placed there: rule, score and version of the matcher. */
  placeRule: string | null
  industryCode: string | null
  businessScope: string | null
  registrationAuthority: string | null
  /** Unified code of the enterprise a branch belongs to. */
  parentUscc: string | null
  source: string
  synthetic: boolean
}>

/** The columns of `entity` that come from a draft, by their names in SQL. */
export function entityColumns(draft: EntityDraft) {
  return {
    uscc: draft.uscc, registration_no: draft.registrationNo, name: draft.name,
    name_bigrams: [...bigrams(draft.name), ...(draft.registrationNo === null ? [] : [registrationToken(draft.registrationNo)])],
    name_sort: searchText(draft.name), kind: draft.kind, legal_form: draft.legalForm, status: draft.status,
    legal_representative: draft.legalRepresentative, phone: draft.phone, capital_fen: draft.capitalInFen, capital_currency: draft.capitalCurrency,
    established_on: draft.establishedOn, deregistered_on: draft.deregisteredOn, address: draft.address,
    address_bigrams: draft.address === null ? [] : bigrams(draft.address), town_code: draft.townCode, village_code: draft.villageCode,
    place_rule: draft.placeRule, industry_code: draft.industryCode, business_scope: draft.businessScope,
    registration_authority: draft.registrationAuthority, source: draft.source, synthetic: draft.synthetic,
  }
}

/** A registration number among the bigrams: no text yields such a token, so the same index finds both. */
export function registrationToken(registrationNo: string): string {
  return `#${searchText(registrationNo)}`
}

/** The facts of a draft as one text: equal text, nothing to update. The place is derived and left out of it. */
export function draftFingerprint(draft: EntityDraft): string {
  const facts: Record<string, JsonValue> = { ...draft }
  delete facts['placeRule']
  return canonicalJson(facts)
}
