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
  /** The source names no type: a kind that is already known stays. */
  isKindGuessed?: boolean
  legalForm: string | null
  /** Null where the source does not say: what is known stays, a new entity is active. */
  status: EntityStatus | null
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
    name_bigrams: [...bigrams(draft.name), ...[draft.uscc, draft.registrationNo].flatMap((number) => (number === null ? [] : [numberToken(number)]))],
    name_sort: searchText(draft.name), kind: draft.kind, legal_form: draft.legalForm, status: draft.status ?? 'active',
    legal_representative: draft.legalRepresentative, phone: draft.phone, capital_fen: draft.capitalInFen, capital_currency: draft.capitalCurrency,
    established_on: draft.establishedOn, deregistered_on: draft.deregisteredOn, address: draft.address,
    address_bigrams: draft.address === null ? [] : bigrams(draft.address), town_code: draft.townCode, village_code: draft.villageCode,
    place_rule: draft.placeRule, industry_code: draft.industryCode, business_scope: draft.businessScope,
    registration_authority: draft.registrationAuthority, source: draft.source, synthetic: draft.synthetic,
  }
}

/** A unified code or registration number among the bigrams of the name: longer than any pair, so one index finds both. */
export function numberToken(number: string): string {
  return `#${searchText(number)}`
}

/**
 * The facts of a draft as one text: equal text, nothing to update. How the place was found and which file said so are no
 * facts; the parent is compared by id.
 */
export function draftFingerprint(draft: EntityDraft): string {
  const { placeRule: _rule, parentUscc: _parent, source: _source, isKindGuessed: _guessed, ...facts } = { ...draft, status: draft.status ?? 'active' }
  return canonicalJson(facts satisfies JsonValue)
}

/** A row of `entity`, as far as a draft may leave it unsaid. */
export type StatedColumns = Readonly<{
  uscc: string | null; registration_no: string | null; kind: EntityKind; status: EntityStatus; synthetic: boolean; legal_form: string | null; legal_representative: string | null; phone: string | null
  capital_fen: string | null; capital_currency: string | null; established_on: string | null; deregistered_on: string | null; address: string | null
  town_code: string | null; village_code: string | null; place_rule: string | null; industry_code: string | null; business_scope: string | null
  registration_authority: string | null
}>

/** A file that leaves something out does not erase it: what the draft does not state stays as it is known. */
export function completedFrom(known: StatedColumns, draft: EntityDraft): EntityDraft {
  const statesCapital = draft.capitalInFen !== null
  const statesPlace = draft.townCode !== null || draft.address !== null
  return {
    ...draft,
    uscc: draft.uscc ?? known.uscc,
    registrationNo: draft.registrationNo ?? known.registration_no,
    kind: draft.isKindGuessed === true ? known.kind : draft.kind,
    status: draft.status ?? known.status,
    synthetic: draft.synthetic || known.synthetic,
    legalForm: draft.legalForm ?? known.legal_form,
    legalRepresentative: draft.legalRepresentative ?? known.legal_representative,
    phone: draft.phone ?? known.phone,
    capitalInFen: statesCapital || known.capital_fen === null ? draft.capitalInFen : Number(known.capital_fen),
    capitalCurrency: statesCapital ? draft.capitalCurrency : known.capital_currency,
    establishedOn: draft.establishedOn ?? known.established_on,
    deregisteredOn: draft.deregisteredOn ?? known.deregistered_on,
    address: draft.address ?? known.address,
    townCode: statesPlace ? draft.townCode : known.town_code,
    villageCode: statesPlace ? draft.villageCode : known.village_code,
    placeRule: statesPlace ? draft.placeRule : known.place_rule,
    industryCode: draft.industryCode ?? known.industry_code,
    businessScope: draft.businessScope ?? known.business_scope,
    registrationAuthority: draft.registrationAuthority ?? known.registration_authority,
  }
}
