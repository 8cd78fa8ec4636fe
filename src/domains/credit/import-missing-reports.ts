import { defineImport } from '../../engines/exchange/import-declaration.ts'
import type { ImportContext, ImportFields, ParsedCell, SaveOutcome, ValuesOf } from '../../engines/exchange/import-declaration.ts'
import { numberToken } from '../../engines/register/entity-draft.ts'
import { openMatter } from '../../engines/procedure/open-matter.ts'
import type { Actor } from '../../engines/procedure/role.ts'
import { dateInShanghai, epochOf, formatDate, instantFromEpoch, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import { checkUnifiedCode } from '../../kernel/unified-code.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { reportDueOn } from './abnormal-operation/guards.ts'
import type { CreditServices } from './credit-services.ts'

const FIELDS = {
  uscc: { label: '统一社会信用代码', aliases: ['社会信用代码', '信用代码', '统一代码'], isRequired: false, help: '18位；没有代码的填注册号', example: '', parse: parseCode },
  registrationNo: { label: '注册号', aliases: ['工商注册号', '营业执照号'], isRequired: false, help: '没有统一社会信用代码时填写', example: '', parse: (text: string): ParsedCell<string> => ({ value: text }) },
  name: { label: '主体名称', aliases: ['企业名称', '名称', '市场主体名称', '个体工商户名称'], isRequired: false, help: '选填，用于核对', example: '示例商贸有限公司', parse: (text: string): ParsedCell<string> => ({ value: text }) },
  reportYear: { label: '未年报年度', aliases: ['年度', '年报年度', '报告年度'], isRequired: true, help: '四位年份，如2025', example: '2025', parse: parseYear },
} as const satisfies ImportFields

type Row = ValuesOf<typeof FIELDS>

/**
 * The list of those who filed no annual report, taken in as matters: enterprises and cooperatives for the list of abnormal
 * operation, sole traders for theirs. The limit counts from the last day of filing. A firm with a matter for the year is unchanged.
 */
export function missingReportsImport(services: CreditServices) {
  return defineImport({
    kind: 'missing-annual-reports', name: '未年报主体名单', rowsPerTransaction: 20, fields: FIELDS, requiresOneOf: [['uscc', 'registrationNo']],
    keyOf: ({ uscc, registrationNo, reportYear }) => (uscc === undefined && registrationNo === undefined ? undefined : { field: uscc === undefined ? 'registrationNo' as const : 'uscc' as const, key: `${uscc ?? registrationNo ?? ''} ${reportYear ?? ''}` }),
    check: ({ uscc, registrationNo }) => (uscc === undefined && registrationNo === undefined ? { field: 'uscc' as const, says: '统一社会信用代码和注册号至少填写一项' } : null),
    begin: async (context) => ({
      save: async (rows, tx) => {
        const outcomes: SaveOutcome[] = []
        for (const { values } of rows) outcomes.push(await openRow(tx, services, context, values))
        return outcomes
      },
    }),
  })
}

async function openRow(tx: ScopedTransaction, services: CreditServices, context: ImportContext, values: Row): Promise<SaveOutcome> {
  const year = values.reportYear ?? 0
  const dueOn = reportDueOn(year)
  if (dueOn >= dateInShanghai(context.now)) return { result: 'failed', field: 'reportYear', says: `${year} 年度的报送期到 ${formatDate(dueOn)} 才结束` }
  const entity = await entityOf(tx, context.district, values)
  if (entity === undefined) return { result: 'failed', field: values.uscc === undefined ? 'registrationNo' : 'uscc', says: '登记档案中没有这个主体，请先导入登记信息' }
  if (values.name !== undefined && values.name !== entity.name) return { result: 'failed', field: 'name', says: `名称与登记档案不一致，档案中为“${entity.name}”` }
  if (entity.kind === 'branch') return { result: 'failed', field: 'uscc', says: '分支机构不单独报送年度报告' }
  if (entity.status === 'deregistered') return { result: 'failed', field: 'uscc', says: '该主体已注销' }
  if (entity.established_on !== null && entity.established_on.slice(0, 4) > String(year)) return { result: 'failed', field: 'reportYear', says: `该主体 ${formatDate(entity.established_on)} 才成立，${year} 年度不需要报送` }
  const procedure = entity.kind === 'sole-trader' ? 'sole-trader-marking' : 'abnormal-operation'
  const known = await tx.client.query(`SELECT 1 FROM matter WHERE district_code = $1 AND subject_entity_id = $2 AND procedure = $3 AND facts ->> 'reportYear' = $4 LIMIT 1`, [context.district, entity.id, procedure, String(year)])
  if ((known.rowCount ?? 0) > 0) return { result: 'unchanged' }
  const actor: Actor = { id: context.actor.id, name: context.actor.name, officeId: '', roles: [{ role: 'machine', offices: ['*'], towns: ['*'] }] }
  const about = { reportYear: year, ...(entity.uscc === null ? {} : { uscc: entity.uscc }) }
  const decision = await openMatter(tx, services, actor, {
    procedure, district: context.district, title: `${entity.name}未报送${year}年度报告`, channel: 'register-check', officeId: await officeFor(tx, context.district, entity), townCode: entity.town_code ?? undefined,
    subjectEntityId: entity.id, subjectName: entity.name, receivedAt: lastMinuteOf(dueOn), parties: [], synthetic: services.servedDistrict().synthetic,
    facts: procedure === 'sole-trader-marking' ? { traderName: entity.name, traderGround: 'no-report', ...about } : { enterpriseName: entity.name, ground: 'no-annual-report', ...about },
  })
  if (decision.kind === 'decided') return { result: 'created', notices: [`${decision.matter.number}已登记`] }
  return { result: 'failed', field: 'uscc', says: decision.kind === 'refusal' ? decision.says : decision.fields.map((field) => field.says).join('；') }
}

type Entity = NonNullable<Awaited<ReturnType<typeof entityOf>>>

async function entityOf(tx: ScopedTransaction, district: string, { uscc, registrationNo }: Row) {
  const base = tx.queries.selectFrom('entity').select(['id', 'name', 'uscc', 'kind', 'status', 'town_code', 'established_on']).where('district_code', '=', district)
  return uscc === undefined ? base.where('registration_no', '=', registrationNo ?? '').where('name_bigrams', '@>', [numberToken(registrationNo ?? '')]).executeTakeFirst() : base.where('uscc', '=', uscc).executeTakeFirst()
}

/** Sole traders go to the station of their place (measures for sole traders, article 4), others to the office for annual reports. */
async function officeFor(tx: ScopedTransaction, district: string, { kind, town_code: town }: Entity): Promise<string> {
  const offices = await tx.queries.selectFrom('office').select(['id', 'kind', 'town_codes', 'duties']).where('district_code', '=', district).where('closed_on', 'is', null).orderBy('id').execute()
  const station = offices.find((office) => office.kind === 'station' && town !== null && office.town_codes.includes(town))
  const section = offices.find((office) => office.duties.includes('annual-report'))
  const chosen = (kind === 'sole-trader' ? station ?? section : section ?? station) ?? offices[0]
  if (chosen === undefined) throw new Error('the district has no office')
  return chosen.id
}

const lastMinuteOf = (on: string): string => instantFromEpoch(epochOf(startOfDayInShanghai(on)) + 86_340_000)

function parseCode(text: string): ParsedCell<string> {
  const code = text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase()
  const check = checkUnifiedCode(code)
  return check.valid ? { value: code } : { fault: check.reason }
}

function parseYear(text: string): ParsedCell<number> {
  const year = Number(text.normalize('NFKC').replace(/年度?$/u, ''))
  return Number.isInteger(year) && year >= 2013 && year <= 2100 ? { value: year } : { fault: `“${text}”不是年报年度，应为四位年份，如2025` }
}
