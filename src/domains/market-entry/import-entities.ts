import { defineImport } from '../../engines/exchange/import-declaration.ts'
import type { ImportContext, ImportedRow, ImportSession, SaveOutcome, ValuesOf } from '../../engines/exchange/import-declaration.ts'
import type { EntityDraft } from '../../engines/register/entity-draft.ts'
import { ENTITY_KINDS } from '../../engines/register/entity-words.ts'
import { findDistrict } from '../../engines/register/find-district.ts'
import { saveEntities } from '../../engines/register/save-entities.ts'
import type { SavedEntity } from '../../engines/register/save-entities.ts'
import { ENTITY_IMPORT_FIELDS, capitalWithCurrency } from './entity-import-fields.ts'
import { entityKindOf, guessEntityKind } from './entity-type.ts'
import { buildGazetteer } from './place-gazetteer.ts'
import type { Gazetteer } from './place-gazetteer.ts'
import { resolvePlace, resolveTownField } from './resolve-place.ts'

type Values = ValuesOf<typeof ENTITY_IMPORT_FIELDS>

const SOURCE = 'import:market-entity'

/** The register of market entities from CSV or XLSX: enterprises, sole traders, cooperatives and branches. */
export const entityImport = defineImport({
  kind: 'market-entity',
  name: '经营主体名册',
  fields: ENTITY_IMPORT_FIELDS,
  requiresOneOf: [['uscc', 'registrationNo']],
  check: (values) => {
    if (values.uscc === undefined && values.registrationNo === undefined) return { field: 'uscc', says: '统一社会信用代码和注册号不能都为空' }
    if (values.type !== undefined && entityKindOf(values.type) === undefined) return { field: 'type', says: `不认识主体类型“${values.type}”，应如“有限责任公司”“个体工商户”“农民专业合作社”“分公司”` }
    return null
  },
  keyOf: ({ uscc, registrationNo }) => {
    if (uscc !== undefined) return { field: 'uscc', key: uscc }
    return registrationNo === undefined ? undefined : { field: 'registrationNo', key: `#${registrationNo}` }
  },
  begin: beginEntityImport,
})

async function beginEntityImport(context: ImportContext): Promise<ImportSession<Values>> {
  const gazetteer = buildGazetteer(await findDistrict(context.pool, context.district))
  const awaitingParent: EntityDraft[] = []
  return {
    save: async (rows, { client }) => {
      const drafts = rows.map(({ values }) => draftOf(values, gazetteer))
      const saved = await saveEntities(client, drafts, context)
      saved.forEach((each, i) => {
        const draft = drafts[i]
        if (draft !== undefined && each.result !== 'elsewhere' && !each.isParentKnown) awaitingParent.push(draft)
      })
      return saved.map((each, i) => outcomeOf(each, rows[i], drafts[i]))
    },
    // A parent may stand further down in the file than its branch.
    finish: async ({ client }) => {
      for (let from = 0; from < awaitingParent.length; from += 500) await saveEntities(client, awaitingParent.slice(from, from + 500), context)
    },
  }
}

function outcomeOf(saved: SavedEntity, row: ImportedRow<Values> | undefined, draft: EntityDraft | undefined): SaveOutcome {
  if (saved.result === 'elsewhere') return { result: 'failed', field: 'uscc', says: `该代码已登记在区划代码${saved.district}名下，须先办理迁出` }
  const isUnplaced = row?.values.address !== undefined && draft?.townCode === null
  return { result: saved.result, ...(isUnplaced ? { notices: ['住所：未能确定所属乡镇，请人工指定'] } : {}) }
}

/** A row as the register keeps it. The field of jurisdiction goes before the address; an unplaced entity keeps no town. */
function draftOf(values: Values, gazetteer: Gazetteer): EntityDraft {
  const capital = capitalWithCurrency(values.capital, values.currency)
  const uscc = values.uscc ?? null
  const name = values.name ?? ''
  const kind = (values.type === undefined ? undefined : entityKindOf(values.type)) ?? guessEntityKind(name, uscc)
  return {
    uscc, registrationNo: values.registrationNo ?? null, name, kind, isKindGuessed: values.type === undefined,
    // '个体工商户' says no more than the kind does.
    legalForm: values.type === undefined || values.type === ENTITY_KINDS[kind] ? null : values.type, status: values.status ?? null, legalRepresentative: values.legalRepresentative ?? null, phone: values.phone ?? null,
    capitalInFen: capital?.fen ?? null, capitalCurrency: capital?.currency ?? null,
    establishedOn: values.establishedOn ?? null, deregisteredOn: values.deregisteredOn ?? null, address: values.address ?? null,
    ...placeOf(values, gazetteer),
    industryCode: values.industry ?? null, businessScope: values.businessScope ?? null, registrationAuthority: values.registrationAuthority ?? null,
    parentUscc: values.parentUscc ?? null, source: SOURCE, synthetic: false,
  }
}

function placeOf({ address, jurisdiction }: Values, gazetteer: Gazetteer): Pick<EntityDraft, 'townCode' | 'villageCode' | 'placeRule'> {
  const byAddress = address === undefined ? undefined : resolvePlace(address, gazetteer)
  const byField = jurisdiction === undefined ? undefined : resolveTownField(jurisdiction, gazetteer)
  if (byField !== undefined && byField !== byAddress?.townCode) return { townCode: byField, villageCode: null, placeRule: 'v1:jurisdiction-field' }
  if (byAddress === undefined) return { townCode: null, villageCode: null, placeRule: null }
  return { townCode: byAddress.townCode, villageCode: byAddress.villageCode, placeRule: byAddress.rule }
}
