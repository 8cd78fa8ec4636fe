import { dateInShanghai, epochOf } from '../../../kernel/calendar-date.ts'
import type { CalendarDate, Instant } from '../../../kernel/calendar-date.ts'
import { identifierFrom } from '../../../kernel/identifier.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { formatCitation } from '../../../kernel/citation.ts'
import { appendAudit } from '../../../platform/ledger/append.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { SignedIn } from '../../../platform/session/signed-in.ts'
import type { ItemFields, ItemHistory, ItemRow } from './contract.ts'
import { DECLARED_ITEMS } from './items.ts'
import type { DeclaredItem } from './items.ts'
import { findObjectKind } from './object-kinds.ts'
import type { ProgrammeServices } from './services.ts'
import { basisOf, statuteOf } from './statute.ts'

type StoredVersion = Readonly<{ code: string; version: number; fields: ItemFields; isRetired: boolean; reason: string; at: Instant | null; byName: string | null }>
type Office = Readonly<{ id: string; name: string; duties: readonly string[] }>

export const NO_ITEM = refuse({ code: 'inspection-item.not-found', says: '抽查事项清单中没有这个事项。', do: '请在清单中选择。' })
const STALE = refuse({ code: 'inspection-item.changed-meanwhile', says: '该事项在您打开以后有变动。', do: '请刷新页面，核对后再办。' })

/** Every item as it stands: the declared ones and what was edited or added since. */
export async function listItems(tx: ScopedTransaction, district: string, on: CalendarDate): Promise<readonly ItemRow[]> {
  const offices = await listOffices(tx, district)
  const versions = await versionsOf(tx, district, offices)
  return [...Map.groupBy(versions, ({ code }) => code)].map(([, all]) => all.at(-1)).flatMap((last) => (last === undefined ? [] : [rowOf(last, offices, on)]))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** All versions of one item, the newest first. */
export async function itemHistory(tx: ScopedTransaction, district: string, code: string): Promise<ItemHistory> {
  const versions = await versionsOf(tx, district, await listOffices(tx, district))
  return { rows: versions.filter((each) => each.code === code).reverse().map(({ version, at, byName, reason, isRetired, fields }) => ({ version, at, byName, reason, isRetired, fields })) }
}

type Change = Readonly<{ code: string; version: number; reason: string; fields: ItemFields | null; isRetired: boolean; person: SignedIn; now: Instant }>

/** Keeps the next version of an item; `version` 0 makes a new one, `fields` null leaves them as they are. Answers null when kept. */
export async function changeItem(tx: ScopedTransaction, { random }: Pick<ProgrammeServices, 'random'>, { code, version, reason, fields, isRetired, person, now }: Change): Promise<Refusal | null> {
  const { district } = person
  await tx.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`inspection-item ${district} ${code}`])
  const offices = await listOffices(tx, district)
  const known = (await versionsOf(tx, district, offices)).filter((each) => each.code === code)
  const last = known.at(-1)
  if (version === 0 && last !== undefined) return refuse({ code: 'inspection-item.code-taken', says: `事项编号“${code}”已经使用。`, do: '请另取编号，或者修改原有事项。' })
  if (version > 0 && last === undefined) return NO_ITEM
  if (version > 0 && last?.version !== version) return STALE
  const next = fields ?? last?.fields
  if (next === undefined) return NO_ITEM
  const objection = objectionTo(next, code, offices)
  if (objection !== null) return objection
  const id = identifierFrom(epochOf(now), random(10))
  await tx.queries.insertInto('inspection_item').values({
    district_code: district, id, code, version: version + 1, fields: JSON.stringify(next), is_retired: isRetired, reason, at: now, account_id: person.accountId, account_name: person.name,
  }).execute()
  await appendAudit(tx.client, { district, id, type: 'inspection-item-changed', account: person.accountId, accountName: person.name, subject: code, at: now, detail: { name: next.name, version: version + 1, reason, ended: isRetired } })
  return null
}

function objectionTo(fields: ItemFields, code: string, offices: readonly Office[]): Refusal | null {
  const wrong = (says: string): Refusal => refuse({ code: 'inspection-item.faulty', says: `${says}。`, do: '请更正后再保存。' })
  if (!offices.some(({ id }) => id === fields.officeId)) return wrong('责任科室不存在')
  const kind = fields.kinds.find((each) => findObjectKind(each) === undefined)
  if (kind !== undefined || fields.kinds.length === 0) return wrong('检查对象没有填写，或者不在检查对象名录库')
  const declared = DECLARED_ITEMS.find((each) => each.code === code)
  return declared?.level === 'key' && fields.level === 'general' ? refuse({ code: 'inspection-item.key-by-law', ...(declared.basis[0] === undefined ? {} : { cite: declared.basis[0] }), says: `“${declared.name}”是重点检查事项，不能改为一般检查事项。`, do: '请保留重点检查事项。' }) : null
}

async function versionsOf({ queries }: ScopedTransaction, district: string, offices: readonly Office[]): Promise<readonly StoredVersion[]> {
  const rows = await queries.selectFrom('inspection_item').selectAll().where('district_code', '=', district).orderBy('code').orderBy('version').execute()
  const stored = rows.map((row): StoredVersion => ({ code: row.code, version: row.version, fields: row.fields as ItemFields, isRetired: row.is_retired, reason: row.reason, at: row.at, byName: row.account_name }))
  return [...DECLARED_ITEMS.map((item): StoredVersion => ({ code: item.code, version: 1, fields: fieldsOf(item, offices), isRetired: false, reason: '随系统发布', at: null, byName: null })), ...stored]
}

function fieldsOf(item: DeclaredItem, offices: readonly Office[]): ItemFields {
  const { name, category, level, kinds, methods, jointDepartments, checklistIds, expertise, basis, ownerDuty } = item
  const owner = offices.find(({ duties }) => duties.includes(ownerDuty)) ?? offices[0]
  return { name, category, level, kinds, methods, officeId: owner?.id ?? '', jointDepartments, checklistIds, expertise, basisText: basis.map(formatCitation).join('；') }
}

function rowOf({ code, version, fields, isRetired, at, byName }: StoredVersion, offices: readonly Office[], on: CalendarDate): ItemRow {
  const declared = DECLARED_ITEMS.find((each) => each.code === code)
  const { floor, repeatBar } = statuteOf([code], on)
  return {
    ...fields, code, version, basis: (declared?.basis ?? []).map(basisOf), floor: floor === null ? null : { share: floor.share, says: floor.says, basis: floor.basis },
    repeatBar: repeatBar === null ? null : { months: repeatBar.months, says: repeatBar.says, basis: repeatBar.basis },
    officeName: offices.find(({ id }) => id === fields.officeId)?.name ?? fields.officeId, kindNames: fields.kinds.map((kind) => findObjectKind(kind)?.name ?? kind), isRetired, changedAt: at, changedByName: byName,
  }
}

async function listOffices({ queries }: ScopedTransaction, district: string): Promise<readonly Office[]> {
  return queries.selectFrom('office').select(['id', 'name', 'duties']).where('district_code', '=', district).where('closed_on', 'is', null).orderBy('id').execute()
}

/** The list as plans and draws ask it. */
export async function itemsInForce(tx: ScopedTransaction, district: string, now: Instant): Promise<ReadonlyMap<string, ItemRow>> {
  return new Map((await listItems(tx, district, dateInShanghai(now))).map((item) => [item.code, item]))
}
