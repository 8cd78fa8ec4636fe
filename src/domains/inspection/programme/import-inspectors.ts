import { isRefusal } from '../../../kernel/refusal.ts'
import { defineImport } from '../../../engines/exchange/import-declaration.ts'
import type { ImportContext, ImportFields, ParsedCell, SaveOutcome, ValuesOf } from '../../../engines/exchange/import-declaration.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { InspectorFields } from './contract.ts'
import { parseDate } from './import-register-entries.ts'
import { saveInspector } from './inspectors.ts'
import { OWN_DEPARTMENT } from './services.ts'

const FIELDS = {
  name: { label: '姓名', aliases: ['执法人员姓名', '检查人员'], isRequired: true, help: '与账号姓名一致的，自动关联账号', example: '张示例', parse: (text) => (text.length > 50 ? { fault: '姓名超过50字' } : { value: text }) },
  certificateNo: { label: '执法证件编号', aliases: ['证件编号', '执法证号', '执法证编号', '行政执法证号'], isRequired: true, help: '在名录中唯一', example: '示1510030001', parse: parseCertificate },
  certifiedFrom: { label: '证件有效期起', aliases: ['发证日期', '有效期起'], isRequired: true, help: '日期', example: '2024-01-01', parse: parseDate },
  certifiedUntil: { label: '证件有效期止', aliases: ['有效期至', '有效期止', '证件有效期'], isRequired: true, help: '日期', example: '2029-12-31', parse: parseDate },
  department: { label: '所属部门', aliases: ['部门', '单位'], isRequired: false, help: `不填为${OWN_DEPARTMENT}；其他部门的人员填部门名称`, example: OWN_DEPARTMENT, parse: (text) => ({ value: text.slice(0, 50) }) },
  office: { label: '科所', aliases: ['所属科所', '科室', '所属科室'], isRequired: false, help: '名称与系统中的科所一致', example: '葛家市场监督管理所', parse: (text) => ({ value: text }) },
  town: { label: '回避镇街', aliases: ['所在镇街', '居住镇街', '镇街'], isRequired: false, help: '本人居住或者负责监管的镇街，抽取时可以要求回避', example: '葛家镇', parse: (text) => ({ value: text }) },
  expertise: { label: '专业', aliases: ['专业类别', '业务专长'], isRequired: false, help: '多个用顿号分开', example: '食品、药品', parse: (text) => ({ value: text.split(/[、,，;；\s]+/u).filter((each) => each !== '') }) },
} as const satisfies ImportFields

type Values = ValuesOf<typeof FIELDS>

/** The base of inspectors: known people by the number of their certificate. */
export const inspectorImport = defineImport({
  kind: 'inspector',
  name: '执法检查人员名录',
  fields: FIELDS,
  check: ({ certifiedFrom, certifiedUntil }) => (certifiedFrom !== undefined && certifiedUntil !== undefined && certifiedUntil < certifiedFrom ? { field: 'certifiedUntil', says: '有效期止早于有效期起' } : null),
  keyOf: ({ certificateNo }) => (certificateNo === undefined ? undefined : { field: 'certificateNo', key: certificateNo }),
  begin: async (context) => {
    const offices = await context.pool.query<{ id: string; name: string }>('SELECT id, name FROM office WHERE district_code = $1', [context.district])
    const towns = await context.pool.query<{ code: string; name: string }>('SELECT code, name FROM town WHERE district_code = $1', [context.district])
    const places = { offices: new Map(offices.rows.map(({ id, name }) => [name, id])), towns: new Map(towns.rows.map(({ code, name }) => [name, code])) }
    return {
      save: async (rows, tx) => {
        const outcomes: SaveOutcome[] = []
        for (const { values } of rows) outcomes.push(await saveOne(tx, context, places, values))
        return outcomes
      },
    }
  },
})

type Places = Readonly<{ offices: ReadonlyMap<string, string>; towns: ReadonlyMap<string, string> }>

async function saveOne(tx: ScopedTransaction, { district, now, actor, randomBytes }: ImportContext, { offices, towns }: Places, values: Values): Promise<SaveOutcome> {
  const { name, certificateNo, certifiedFrom, certifiedUntil, department = OWN_DEPARTMENT, office, town, expertise = [] } = values
  if (name === undefined || certificateNo === undefined || certifiedFrom === undefined || certifiedUntil === undefined) return { result: 'failed', field: 'name', says: '必填项缺失' }
  if (office !== undefined && !offices.has(office)) return { result: 'failed', field: 'office', says: `没有名为“${office}”的科所` }
  if (town !== undefined && !towns.has(town)) return { result: 'failed', field: 'town', says: `没有名为“${town}”的镇街` }
  const known = await tx.queries.selectFrom('inspector_profile').selectAll().where('district_code', '=', district).where('certificate_no', '=', certificateNo).executeTakeFirst()
  const accounts = department !== OWN_DEPARTMENT ? [] : await tx.queries.selectFrom('account').select(['id', 'office_id']).where('district_code', '=', district).where('name', '=', name).where('disabled_at', 'is', null).execute()
  const account = known?.account_id ?? (accounts.length === 1 ? (accounts[0]?.id ?? null) : null)
  const fields: InspectorFields = {
    accountId: account, name, department, officeId: office === undefined ? (known?.office_id ?? accounts[0]?.office_id ?? null) : (offices.get(office) ?? null), townCode: town === undefined ? (known?.town_code ?? null) : (towns.get(town) ?? null),
    certificateNo, certifiedFrom, certifiedUntil, expertise, isActive: known?.is_active ?? true,
  }
  const isSame = known !== undefined && known.name === name && known.department === department && known.office_id === fields.officeId && known.town_code === fields.townCode && known.certified_from === certifiedFrom
    && known.certified_until === certifiedUntil && known.expertise.join('、') === expertise.join('、')
  const notices = department === OWN_DEPARTMENT && account === null ? { notices: [accounts.length > 1 ? `姓名：有${accounts.length}个同名账号，请在名录中指定` : '姓名：没有同名账号，派出的任务不能到人，请在名录中指定账号'] } : {}
  if (isSame) return { result: 'unchanged', ...notices }
  const saved = await saveInspector(tx, randomBytes, { id: known?.id ?? null, version: known?.version ?? 0, reason: '由名录文件导入', fields, person: { accountId: actor.id, name: actor.name, district }, now, synthetic: false })
  if (isRefusal(saved)) return { result: 'failed', field: 'certificateNo', says: saved.says }
  return { result: known === undefined ? 'created' : 'updated', ...notices }
}

function parseCertificate(text: string): ParsedCell<string> {
  const number = text.replaceAll(/\s/gu, '')
  return /^[^|\p{Cc}]{3,60}$/u.test(number) ? { value: number } : { fault: '执法证件编号应为3至60位，不得含有“|”' }
}
