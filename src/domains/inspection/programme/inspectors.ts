import { addMonths, dateInShanghai, epochOf } from '../../../kernel/calendar-date.ts'
import type { CalendarDate, Instant } from '../../../kernel/calendar-date.ts'
import { identifierFrom } from '../../../kernel/identifier.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { appendAudit } from '../../../platform/ledger/append.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { SignedIn } from '../../../platform/session/signed-in.ts'
import type { ConflictRow, InspectorFields, InspectorHistory, InspectorRow, LeaveRow } from './contract.ts'
import type { ProgrammeServices } from './services.ts'

export const NO_INSPECTOR = refuse({ code: 'inspector.not-found', says: '执法检查人员名录库中没有这个人。', do: '请在名录中选择。' })
const STALE = refuse({ code: 'inspector.changed-meanwhile', says: '该人员的资料在您打开以后有变动。', do: '请刷新页面，核对后再办。' })

type Bar = Readonly<{
  id: string; profile_id: string; kind: string; from_on: string | null; until_on: string | null; entity_id: string | null; entity_name: string | null; reason: string; recorded_at: string; recorded_by_name: string
  ended_at: string | null; ended_by_name: string | null; end_reason: string | null
}>

/** The whole base, or one person of it. */
export async function listInspectors({ queries, client }: ScopedTransaction, district: string, now: Instant, id?: string): Promise<readonly InspectorRow[]> {
  const today = dateInShanghai(now)
  const profiles = await queries.selectFrom('inspector_profile').selectAll().where('district_code', '=', district).$if(id !== undefined, (query) => query.where('id', '=', id ?? '')).orderBy('department').orderBy('office_id').orderBy('name').execute()
  const offices = new Map((await queries.selectFrom('office').select(['id', 'name']).where('district_code', '=', district).execute()).map((row) => [row.id, row.name]))
  const towns = new Map((await queries.selectFrom('town').select(['code', 'name']).where('district_code', '=', district).execute()).map((row) => [row.code, row.name]))
  const { rows: bars } = await client.query<Bar>(
    `SELECT b.*, e.name AS entity_name FROM inspector_bar b LEFT JOIN entity e ON e.district_code = b.district_code AND e.id = b.entity_id
     WHERE b.district_code = $1 AND ($2::uuid IS NULL OR b.profile_id = $2) ORDER BY b.recorded_at DESC, b.id DESC`, [district, id ?? null])
  const barsOf = Map.groupBy(bars, ({ profile_id }) => profile_id)
  const teams = await teamsOfYear({ client }, district, today.slice(0, 4))
  return profiles.map((row): InspectorRow => {
    const own = barsOf.get(row.id) ?? []
    const leave = own.filter(({ kind }) => kind === 'leave').map(leaveOf)
    return {
      id: row.id, version: row.version, accountId: row.account_id, name: row.name, department: row.department, officeId: row.office_id, townCode: row.town_code, certificateNo: row.certificate_no,
      certifiedFrom: row.certified_from, certifiedUntil: row.certified_until, expertise: row.expertise, isActive: row.is_active, officeName: row.office_id === null ? null : (offices.get(row.office_id) ?? null),
      townName: row.town_code === null ? null : (towns.get(row.town_code) ?? null), certificateState: certificateState(row.certified_from, row.certified_until, today),
      onLeaveToday: leave.some((each) => each.endedAt === null && each.from <= today && each.until >= today), leave, conflicts: own.filter(({ kind }) => kind === 'conflict').map(conflictOf),
      teamsThisYear: teams.get(row.certificate_no) ?? 0,
    }
  })
}

export async function inspectorHistory({ queries }: ScopedTransaction, district: string, id: string): Promise<InspectorHistory> {
  const rows = await queries.selectFrom('inspector_version').selectAll().where('district_code', '=', district).where('profile_id', '=', id).orderBy('version', 'desc').execute()
  return { rows: rows.map((row) => ({ version: row.version, at: row.at, byName: row.account_name, reason: row.reason, fields: row.fields as InspectorFields })) }
}

type Change = Readonly<{ id: string | null; version: number; reason: string; fields: InspectorFields; person: SignedIn | Readonly<{ accountId: string; name: string; district: string }>; now: Instant; synthetic: boolean }>

/** Keeps a new person (`id` null) or the next version of one. Answers the id, or why not. */
export async function saveInspector(tx: ScopedTransaction, random: ProgrammeServices['random'], { id, version, reason, fields, person, now, synthetic }: Change): Promise<string | Refusal> {
  const { district } = person
  const known = id === null ? undefined : await tx.queries.selectFrom('inspector_profile').select(['id', 'version']).where('district_code', '=', district).where('id', '=', id).forUpdate().executeTakeFirst()
  if (id !== null && known === undefined) return NO_INSPECTOR
  if (known !== undefined && known.version !== version) return STALE
  const objection = await objectionTo(tx, district, id, fields)
  if (objection !== null) return objection
  const profileId = id ?? identifierFrom(epochOf(now), random(10))
  const next = known === undefined ? 1 : known.version + 1
  const row = {
    account_id: fields.accountId, name: fields.name, department: fields.department, office_id: fields.officeId, town_code: fields.townCode, certificate_no: fields.certificateNo, certified_from: fields.certifiedFrom,
    certified_until: fields.certifiedUntil, expertise: fields.expertise, is_active: fields.isActive, version: next, updated_at: now,
  }
  if (known === undefined) await tx.queries.insertInto('inspector_profile').values({ ...row, district_code: district, id: profileId, synthetic }).execute()
  else await tx.queries.updateTable('inspector_profile').set(row).where('district_code', '=', district).where('id', '=', profileId).execute()
  const versionId = identifierFrom(epochOf(now), random(10))
  await tx.queries.insertInto('inspector_version').values({ district_code: district, id: versionId, profile_id: profileId, version: next, fields: JSON.stringify(fields), reason, at: now, account_id: person.accountId, account_name: person.name }).execute()
  await appendAudit(tx.client, { district, id: versionId, type: 'inspector-changed', account: person.accountId, accountName: person.name, subject: profileId, at: now, detail: { name: fields.name, version: next, reason, certificateNo: fields.certificateNo } })
  return profileId
}

async function objectionTo({ queries, client }: ScopedTransaction, district: string, id: string | null, fields: InspectorFields): Promise<Refusal | null> {
  const wrong = (code: string, says: string): Refusal => refuse({ code, says: `${says}。`, do: '请更正后再保存。' })
  if (fields.certifiedUntil < fields.certifiedFrom) return wrong('inspector.certificate-period', '执法证件的有效期起止应当依次')
  const { rows } = await client.query<{ name: string; same: boolean }>('SELECT name, certificate_no = $2 AS same FROM inspector_profile WHERE district_code = $1 AND (certificate_no = $2 OR account_id = $3) AND ($4::uuid IS NULL OR id <> $4)', [district, fields.certificateNo, fields.accountId, id])
  if (rows[0] !== undefined) return wrong('inspector.known', rows[0].same ? `执法证件编号“${fields.certificateNo}”已登记在“${rows[0].name}”名下` : `该账号已登记在“${rows[0].name}”名下`)
  if (fields.accountId === null) return null
  const account = await queries.selectFrom('account').select('id').where('district_code', '=', district).where('id', '=', fields.accountId).executeTakeFirst()
  return account === undefined ? wrong('inspector.account-unknown', '所选账号不存在') : null
}

export type NewBar = Readonly<{ profileId: string; reason: string; person: SignedIn; now: Instant }> & (Readonly<{ kind: 'leave'; from: CalendarDate; until: CalendarDate }> | Readonly<{ kind: 'conflict'; entityId: string }>)

/** Records leave or a conflict of interest (应当回避的情形). Answers null when kept. */
export async function addBar(tx: ScopedTransaction, random: ProgrammeServices['random'], bar: NewBar): Promise<Refusal | null> {
  const { profileId, reason, person, now } = bar
  const { district } = person
  const profile = await tx.queries.selectFrom('inspector_profile').select('id').where('district_code', '=', district).where('id', '=', profileId).executeTakeFirst()
  if (profile === undefined) return NO_INSPECTOR
  if (bar.kind === 'leave' && bar.until < bar.from) return refuse({ code: 'inspector.leave-period', says: '不在岗的起止日期应当依次。', do: '请更正后再保存。' })
  if (bar.kind === 'conflict') {
    const entity = await tx.queries.selectFrom('entity').select('id').where('district_code', '=', district).where('id', '=', bar.entityId).executeTakeFirst()
    if (entity === undefined) return refuse({ code: 'inspector.entity-unknown', says: '没有这个经营主体。', do: '请在经营主体中选择应当回避的对象。' })
  }
  const id = identifierFrom(epochOf(now), random(10))
  await tx.queries.insertInto('inspector_bar').values({
    district_code: district, id, profile_id: profileId, kind: bar.kind, from_on: bar.kind === 'leave' ? bar.from : null, until_on: bar.kind === 'leave' ? bar.until : null, entity_id: bar.kind === 'conflict' ? bar.entityId : null,
    reason, recorded_at: now, recorded_by: person.accountId, recorded_by_name: person.name,
  }).execute()
  await appendAudit(tx.client, { district, id, type: `inspector-${bar.kind}`, account: person.accountId, accountName: person.name, subject: profileId, at: now, detail: { reason } })
  return null
}

/** Ends leave or a conflict; the row stays with who ended it and why. Answers null when ended. */
export async function endBar(tx: ScopedTransaction, random: ProgrammeServices['random'], { profileId, barId, reason, person, now }: Readonly<{ profileId: string; barId: string; reason: string; person: SignedIn; now: Instant }>): Promise<Refusal | null> {
  const { district } = person
  const ended = await tx.queries.updateTable('inspector_bar').set({ ended_at: now, ended_by: person.accountId, ended_by_name: person.name, end_reason: reason })
    .where('district_code', '=', district).where('profile_id', '=', profileId).where('id', '=', barId).where('ended_at', 'is', null).executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return refuse({ code: 'inspector.entry.not-found', says: '没有这条记录，或者已经结束。', do: '请刷新页面后再办。' })
  await appendAudit(tx.client, { district, id: identifierFrom(epochOf(now), random(10)), type: 'inspector-bar-ended', account: person.accountId, accountName: person.name, subject: profileId, at: now, detail: { reason } })
  return null
}

function certificateState(from: CalendarDate, until: CalendarDate, today: CalendarDate): InspectorRow['certificateState'] {
  if (from > today) return 'not-yet'
  if (until < today) return 'expired'
  return until < addMonths(today, 3) ? 'ends-soon' : 'valid'
}

async function teamsOfYear({ client }: Pick<ScopedTransaction, 'client'>, district: string, year: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ inspector: string; teams: string }>(
    `SELECT member AS inspector, count(*) AS teams FROM draw d, jsonb_array_elements(d.rounds->-1->'assignment'->'teams') team, jsonb_array_elements_text(team->'inspectors') member
     WHERE d.district_code = $1 AND d.series = $2 AND d.state = 'drawn' AND jsonb_typeof(d.rounds->-1->'assignment') = 'object' GROUP BY member`, [district, `${district}-${year}`])
  return new Map(rows.map(({ inspector, teams }) => [inspector, Number(teams)]))
}

function leaveOf(bar: Bar): LeaveRow {
  return { id: bar.id, from: bar.from_on ?? '', until: bar.until_on ?? '', reason: bar.reason, recordedAt: bar.recorded_at, recordedByName: bar.recorded_by_name, endedAt: bar.ended_at, endedByName: bar.ended_by_name, endReason: bar.end_reason }
}

function conflictOf(bar: Bar): ConflictRow {
  return { id: bar.id, entityId: bar.entity_id ?? '', entityName: bar.entity_name ?? '', reason: bar.reason, recordedAt: bar.recorded_at, recordedByName: bar.recorded_by_name, endedAt: bar.ended_at, endedByName: bar.ended_by_name, endReason: bar.end_reason }
}
