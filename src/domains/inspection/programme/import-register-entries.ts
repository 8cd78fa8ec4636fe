import { epochOf, isCalendarDate } from '../../../kernel/calendar-date.ts'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { identifierFrom } from '../../../kernel/identifier.ts'
import { checkUnifiedCode } from '../../../kernel/unified-code.ts'
import { defineImport } from '../../../engines/exchange/import-declaration.ts'
import type { ImportContext, ImportDeclaration, ImportedRow, ImportField, ImportFields, ParsedCell, SaveOutcome, ValuesOf } from '../../../engines/exchange/import-declaration.ts'
import { sha256Hex } from '../../../platform/hash.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import { ENTRY_KINDS } from './object-kinds.ts'

const STATUSES: Readonly<Record<string, string>> = { 有效: 'active', 在用: 'active', 正常: 'active', 存续: 'active', 暂停: 'suspended', 停用: 'suspended', 吊销: 'revoked', 撤销: 'revoked', 注销: 'ended', 过期: 'ended', 报废: 'ended' }

const date = (label: string, aliases: readonly string[], isRequired = false): ImportField<string> => ({ label, aliases, isRequired, help: '日期，如2024-03-15、2024/3/15、2024年3月15日', example: '2024-03-15', parse: parseDate })

function fieldsFor(kind: string) {
  const { codeLabel = '编号', entryName = '名称' } = ENTRY_KINDS[kind] ?? {}
  return {
    code: { label: codeLabel, aliases: ['编号', '许可证编号', '备案编号', '证书编号', '使用登记证编号', '证号'], isRequired: true, help: '在本类中唯一', example: '示JY23710030000001', parse: (text) => (text.length > 100 ? { fault: '编号超过100字' } : { value: text.replaceAll(/\s/gu, '') }) },
    uscc: { label: '统一社会信用代码', aliases: ['社会信用代码', '信用代码', '持有人统一社会信用代码', '使用单位统一社会信用代码'], isRequired: false, help: '18位，据以关联经营主体', example: '', parse: parseCode },
    holder: { label: '单位名称', aliases: ['经营者名称', '企业名称', '使用单位', '主体名称', '持有人'], isRequired: true, help: '没有统一社会信用代码时按名称关联，名称须完全一致并且唯一', example: '文登区示例百货商店', parse: (text) => (text.length > 200 ? { fault: '名称超过200字' } : { value: text }) },
    name: { label: entryName, aliases: ['名称', '项目', '经营项目', '许可项目', '设备名称'], isRequired: false, help: '选填，不填用单位名称', example: '', parse: (text) => ({ value: text.slice(0, 200) }) },
    status: { label: '状态', aliases: ['许可状态', '证件状态', '使用状态'], isRequired: false, help: '有效、在用、暂停、停用、吊销、撤销、注销、报废；不填视为有效', example: '有效', parse: parseStatus },
    validFrom: date('有效期起', ['发证日期', '备案日期', '登记日期']),
    validUntil: date('有效期止', ['有效期至', '有效期限', '下次检验日期']),
  } as const satisfies ImportFields
}

type Fields = ReturnType<typeof fieldsFor>
type Values = ValuesOf<Fields>

/** One import for each kind of register entry the object base is made from. */
export const registerEntryImports: readonly ImportDeclaration<Fields>[] = Object.entries(ENTRY_KINDS).map(([kind, { name }]) => defineImport({
  kind: `register-entry-${kind}`,
  name,
  fields: fieldsFor(kind),
  check: ({ validFrom, validUntil }: Values) => (validFrom !== undefined && validUntil !== undefined && validUntil < validFrom ? { field: 'validUntil' as const, says: '有效期止早于有效期起' } : null),
  keyOf: ({ code }: Values) => (code === undefined ? undefined : { field: 'code' as const, key: code }),
  begin: (context) => Promise.resolve({ save: (rows, tx) => saveAll(tx, context, kind, rows) }),
}))

async function saveAll(tx: ScopedTransaction, context: ImportContext, kind: string, rows: readonly ImportedRow<Values>[]): Promise<readonly SaveOutcome[]> {
  const holders = await holdersOf(tx, context.district, rows)
  const outcomes: SaveOutcome[] = []
  for (const { values } of rows) outcomes.push(await saveOne(tx, context, kind, { values, holder: holders(values) }))
  return outcomes
}

type Holder = Readonly<{ id: string; townCode: string | null }> | Readonly<{ notice: string }>

/** The market entity behind a row: by its code, else by a name that only one bears. */
async function holdersOf({ client }: ScopedTransaction, district: string, rows: readonly ImportedRow<Values>[]): Promise<(values: Values) => Holder> {
  const codes = rows.flatMap(({ values }) => values.uscc ?? [])
  const names = rows.flatMap(({ values }) => values.holder ?? [])
  const { rows: found } = await client.query<{ id: string; uscc: string | null; name: string; town_code: string | null }>(
    `SELECT id, uscc, name, town_code FROM entity WHERE district_code = $1 AND (uscc = ANY ($2) OR name = ANY ($3)) AND status <> 'deregistered'`, [district, codes, names])
  const byCode = new Map(found.flatMap((row) => (row.uscc === null ? [] : [[row.uscc, row] as const])))
  const byName = Map.groupBy(found, ({ name }) => name)
  return ({ uscc, holder }) => {
    const coded = uscc === undefined ? undefined : byCode.get(uscc)
    if (coded !== undefined) return { id: coded.id, townCode: coded.town_code }
    const named = uscc === undefined && holder !== undefined ? (byName.get(holder) ?? []) : []
    const [only] = named
    if (only !== undefined && named.length === 1) return { id: only.id, townCode: only.town_code }
    return { notice: uscc !== undefined ? `代码${uscc}不在经营主体名册，未关联，不能抽取` : named.length > 1 ? `名册中有${named.length}户同名，请填写统一社会信用代码` : `“${holder ?? ''}”不在经营主体名册，未关联，不能抽取` }
  }
}

async function saveOne({ client }: ScopedTransaction, { district, now, randomBytes, actor }: ImportContext, kind: string, { values, holder }: Readonly<{ values: Values; holder: Holder }>): Promise<SaveOutcome> {
  const { code, name, status = 'active', validFrom = null, validUntil = null } = values
  if (code === undefined || values.holder === undefined) return { result: 'failed', field: 'code', says: '必填项缺失' }
  const entity = 'id' in holder ? holder : null
  const row = { entity_id: entity?.id ?? null, town_code: entity?.townCode ?? null, name: name ?? values.holder, status, valid_from: validFrom, valid_until: validUntil, facts: { holder: values.holder } }
  const hash = sha256Hex(canonicalJson(row))
  const known = await client.query<{ id: string; source_hash: string }>('SELECT id, source_hash FROM register_entry WHERE district_code = $1 AND kind = $2 AND code = $3', [district, kind, code])
  const notices = 'notice' in holder ? { notices: [`单位名称：${holder.notice}`] } : {}
  const [before] = known.rows
  if (before?.source_hash === hash) return { result: 'unchanged', ...notices }
  const given = [row.entity_id, row.town_code, row.name, row.status, row.valid_from, row.valid_until, JSON.stringify(row.facts), `import:${actor.name}`, hash, now]
  if (before !== undefined) {
    await client.query(
      `UPDATE register_entry SET entity_id = $3, town_code = $4, name = $5, status = $6, valid_from = $7, valid_until = $8, facts = $9, source = $10, source_hash = $11, version = version + 1, updated_at = $12
       WHERE district_code = $1 AND id = $2`, [district, before.id, ...given])
    return { result: 'updated', ...notices }
  }
  await client.query(
    `INSERT INTO register_entry (district_code, id, kind, code, entity_id, town_code, name, status, valid_from, valid_until, facts, source, source_hash, version, created_at, updated_at)
     VALUES ($1, $2, $13, $14, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $12)`, [district, identifierFrom(epochOf(now), randomBytes(10)), ...given, kind, code])
  return { result: 'created', ...notices }
}

function parseCode(text: string): ParsedCell<string> {
  const code = text.normalize('NFKC').replaceAll(/[\s-]/gu, '').toUpperCase()
  const check = checkUnifiedCode(code)
  return check.valid ? { value: code } : { fault: check.reason }
}

function parseStatus(text: string): ParsedCell<string> {
  const status = STATUSES[text]
  return status === undefined ? { fault: `不认识状态“${text}”，应为${Object.keys(STATUSES).join('、')}` } : { value: status }
}

export function parseDate(text: string): ParsedCell<string> {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s.*)?$/u.exec(text.normalize('NFKC')) ?? []
  const on = `${year ?? ''}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(on) ? { value: on } : { fault: `“${text}”不是日期，应如2024-03-15` }
}
