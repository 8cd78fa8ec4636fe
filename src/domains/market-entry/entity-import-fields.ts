import type { ImportFields, ImportField, ParsedCell } from '../../engines/exchange/import-declaration.ts'
import type { CalendarDate } from '../../kernel/calendar-date.ts'
import { checkUnifiedCode } from '../../kernel/unified-code.ts'
import { entityStatusOf } from './entity-type.ts'
import { parseIndustry } from './industry-classification.ts'
import { parseRegisterDate } from './register-date.ts'
import { parseRegisteredCapital } from './registered-capital.ts'
import type { RegisteredCapital } from './registered-capital.ts'
import type { EntityStatus } from '../../engines/register/contract.ts'

const optionalText = (label: string, aliases: readonly string[], example: string, help = '选填'): ImportField<string> =>
  ({ label, aliases, isRequired: false, help, example, parse: (text) => ({ value: text }) })

const dateField = (label: string, aliases: readonly string[], example: string): ImportField<CalendarDate> =>
  ({ label, aliases, isRequired: false, help: '日期，如2021-03-05、2021/3/5、2021年3月5日', example, parse: parseRegisterDate })

/** The columns of a register of market entities, with the headers that bureaus' systems and the publicity system print. */
export const ENTITY_IMPORT_FIELDS = {
  name: {
    label: '名称', isRequired: true, help: '营业执照上的名称；个体工商户没有字号的，填经营者姓名', example: '文登区示例百货商店',
    aliases: ['企业名称', '市场主体名称', '字号名称', '企业名称（字号名称）', '主体名称', '经营主体名称', '单位名称', '企业（机构）名称', '商事主体名称', '个体名称'],
    parse: (text) => (text.length > 200 ? { fault: '名称超过200字' } : { value: text }),
  },
  uscc: {
    label: '统一社会信用代码', isRequired: false, help: '18位；没有的须填注册号', example: '', aliases: ['社会信用代码', '信用代码', '统一信用代码', '统一代码', '社会统一信用代码', '统一社会信用代码/注册号'],
    parse: parseCode,
  },
  registrationNo: {
    label: '注册号', isRequired: false, help: '13至15位，无统一社会信用代码的旧执照填写', example: '', aliases: ['营业执照注册号', '工商注册号', '登记号', '原注册号'],
    parse: parseRegistrationNo,
  },
  type: optionalText('主体类型', ['市场主体类型', '企业类型', '企业类型大类（中文）', '类型', '主体类别', '企业（机构）类型', '经营主体类型', '组成形式'], '个体工商户'),
  status: {
    label: '登记状态', isRequired: false, help: '存续、在营（开业）、歇业、吊销、注销、迁出；不填视为存续', example: '存续', aliases: ['状态', '经营状态', '企业状态', '登记状态（中文）', '主体状态', '经营主体状态'],
    parse: parseStatus,
  },
  legalRepresentative: optionalText('法定代表人（经营者、负责人）', ['法定代表人', '经营者', '负责人', '法人', '法人代表', '法定代表人(经营者姓名)', '经营者姓名', '法定代表人姓名', '投资人', '执行事务合伙人', '法定代表人/负责人'], '张示例'),
  capital: {
    label: '注册资本', isRequired: false, help: '须注明单位和币种，如“50万元”“100.5万美元”，或在列名中写“（万元）”', example: '50万元',
    aliases: ['注册资金', '注册资本（资金数额）', '出资额', '资金数额', '成员出资总额', '注册资本(金)'], parse: parseRegisteredCapital,
  },
  currency: optionalText('币种', ['注册资本币种', '货币种类'], '人民币'),
  establishedOn: dateField('成立日期', ['注册日期', '登记日期', '设立日期', '开业日期', '成立时间'], '2021-03-05'),
  deregisteredOn: dateField('注销日期', ['吊销日期', '注销（吊销）日期', '注吊销日期'], ''),
  address: optionalText('住所（经营场所）', ['住所', '经营场所', '地址', '企业地址', '注册地址', '主要经营场所', '营业场所', '住所（登记、个体户经营场所）', '生产经营地', '企业住所'], '威海市文登区葛家镇葛家村1号'),
  industry: { label: '行业代码', isRequired: false, help: '国民经济行业分类（GB/T 4754-2017）代码或名称', example: '5211', aliases: ['行业', '所属行业', '行业门类', '国民经济行业', '行业名称', '行业代码（中文）'], parse: parseIndustry },
  businessScope: optionalText('经营范围', ['经营（业务）范围', '业务范围', '主营项目'], '日用百货销售'),
  registrationAuthority: optionalText('登记机关', ['登记机关名称', '发照机关'], '威海市文登区行政审批服务局'),
  phone: optionalText('联系电话', ['电话', '手机', '联系方式', '企业联系电话', '联系人电话'], ''),
  jurisdiction: optionalText('所属乡镇（管辖所）', ['所属乡镇', '管辖所', '管辖', '管辖单位', '所属镇街', '乡镇街道', '所属工商所', '所属市场监管所', '监管所', '镇街', '住所所在行政区划'], '葛家镇', '选填；与地址不一致时以本栏为准'),
  parentUscc: {
    label: '隶属企业统一社会信用代码', isRequired: false, help: '分支机构填写', example: '', aliases: ['隶属企业代码', '隶属企业信用代码', '隶属企业主体身份代码', '总公司统一社会信用代码'],
    parse: parseCode,
  },
} as const satisfies ImportFields

function parseCode(text: string): ParsedCell<string> {
  const code = text.normalize('NFKC').replaceAll(/[\s-]/gu, '').toUpperCase()
  if (/^\d(\.\d+)?E\+?\d+$/.test(code)) return { fault: '单元格存成了数值，末几位已丢失；请将该列设为文本格式后重新填写' }
  if (/^\d{13,15}$/.test(code)) return { fault: `${code.length}位数字是注册号，不是统一社会信用代码；请填入“注册号”列` }
  const check = checkUnifiedCode(code)
  return check.valid ? { value: code } : { fault: check.reason }
}

function parseRegistrationNo(text: string): ParsedCell<string> {
  const number = text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase()
  if (/E\+?\d+$/.test(number)) return { fault: '单元格存成了数值，末几位已丢失；请将该列设为文本格式后重新填写' }
  // Exports repeat the unified code where the old number was replaced by it.
  if (number.length === 18 && checkUnifiedCode(number).valid) return { value: undefined }
  return /^[0-9A-Z]{6,20}$/.test(number.replaceAll(/[^0-9A-Z]/g, '')) && number.length <= 30 ? { value: number } : { fault: '注册号应为6至20位数字或字母' }
}

function parseStatus(text: string): ParsedCell<EntityStatus> {
  const status = entityStatusOf(text)
  return status === undefined ? { fault: `不认识状态“${text}”，应为存续、在营（开业）、歇业、吊销、注销或迁出` } : { value: status }
}

/** The capital with the currency of a column of its own, where the amount names none. */
export function capitalWithCurrency(capital: RegisteredCapital | undefined, currency: string | undefined): RegisteredCapital | undefined {
  if (capital === undefined || currency === undefined || capital.currency !== 'CNY') return capital
  const named = parseRegisteredCapital(`1元${currency}`, '')
  return 'value' in named && named.value !== undefined ? { ...capital, currency: named.value.currency } : capital
}
