import { defineImport } from '../../engines/exchange/import-declaration.ts'
import type { ImportContext, ImportField, ImportFields, ImportedRow, ParsedCell, SaveOutcome, ValuesOf } from '../../engines/exchange/import-declaration.ts'
import type { Actor } from '../../engines/procedure/role.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { checkUnifiedCode } from '../../kernel/unified-code.ts'
import { parseMoment } from './import-moment.ts'
import type { ConsumerServices } from './consumer-services.ts'
import { CATEGORIES } from './complaint/facts.ts'
import { ORDER_TYPES } from './work-order/facts.ts'
import { takeIn } from './intake.ts'
import type { Intake } from './intake.ts'

const words = (label: string, aliases: readonly string[], rest: Partial<Pick<ImportField<string>, 'isRequired' | 'help' | 'example'>> & { min?: number; max?: number } = {}): ImportField<string> => {
  const { min = 1, max = 5000, isRequired = false, help = isRequired ? '必填' : '选填', example = '' } = rest
  return { label, aliases, isRequired, help, example, parse: (text) => (text.length < min ? { fault: `${label}至少${min}个字` } : text.length > max ? { fault: `${label}超过${max}字` } : { value: text }) }
}

const COMMON = {
  outsideNo: words('登记编号', ['编号', '投诉举报编号', '信息编号', '登记号', '工单编号', '工单号', '诉求编号'], { isRequired: true, max: 60, example: '1371003202609240001', help: '原平台的编号；同一编号再次导入不会重复登记' }),
  receivedAt: { label: '接收时间', aliases: ['登记时间', '收到时间', '接收日期', '转办时间', '派单时间', '受理时间', '来电时间'], isRequired: true, help: '如2026-09-24 10:30；本机关收到的时间', example: '2026-09-24 10:30', parse: parseMoment },
  content: words('反映内容', ['投诉内容', '举报内容', '问题描述', '诉求内容', '事项内容', '内容', '详细内容', '工单内容'], { isRequired: true, min: 5, example: '购买的商品已过期，商家拒绝退款' }),
  respondentName: words('被投诉举报方名称', ['被投诉人', '被投诉方', '被举报人', '涉及主体', '涉及企业', '企业名称', '商家名称', '被反映单位', '涉事单位'], { max: 200, example: '文登区示例超市' }),
  respondentUscc: { label: '统一社会信用代码', aliases: ['社会信用代码', '被投诉方信用代码', '涉及主体代码'], isRequired: false, help: '18位，选填', example: '', parse: parseCode },
  respondentAddress: words('地址', ['被投诉方地址', '涉及主体地址', '事发地址', '企业地址', '经营地址', '发生地'], { max: 300, example: '威海市文登区葛家镇葛家村1号' }),
  category: { label: '类别', aliases: ['商品服务类别', '客体类别', '问题类别', '行业类别', '投诉类别', '诉求类别', '一级类别'], isRequired: false, help: `如${Object.values(CATEGORIES).slice(0, 6).join('、')}；不认识的归入其他`, example: '食品', parse: parseCategory },
  personName: words('提供方姓名', ['投诉人', '举报人', '投诉人姓名', '姓名', '来电人', '诉求人', '消费者姓名', '当事人姓名'], { max: 50, example: '王示例' }),
  personPhone: words('联系电话', ['投诉人电话', '电话', '手机号', '来电号码', '联系方式'], { max: 30 }),
  status: words('办理状态', ['状态', '处理状态', '当前状态'], { max: 40, help: '已办结的不导入' }),
} as const satisfies ImportFields

const FIELDS_12315 = {
  ...COMMON,
  kind: { label: '类型', aliases: ['业务类型', '信息类型', '投诉举报类型', '登记类型'], isRequired: true, help: '投诉或者举报', example: '投诉', parse: parseKind },
  demand: words('投诉请求', ['诉求', '请求', '调解请求', '消费者诉求'], { max: 1000, example: '退还货款' }),
} as const satisfies ImportFields

const FIELDS_12345 = {
  ...COMMON,
  orderType: { label: '工单类型', aliases: ['诉求类型', '类型', '事项类型'], isRequired: false, help: Object.values(ORDER_TYPES).join('、'), example: '投诉举报', parse: parseOrderType },
} as const satisfies ImportFields

/** Exports of the national 12315 platform and of the 12345 hotline, taken in as matters; a number already known changes nothing. */
export function matterImports(services: ConsumerServices) {
  return [
    defineImport({
      kind: 'complaint-12315', name: '12315平台投诉举报', rowsPerTransaction: 20, fields: FIELDS_12315, keyOf: ({ outsideNo }) => (outsideNo === undefined ? undefined : { field: 'outsideNo' as const, key: outsideNo }),
      check: (values) => endedElsewhere(values.status) ?? (values.respondentName === undefined ? { field: 'respondentName' as const, says: '投诉举报须写明对方名称' } : null),
      begin: async (context) => ({ save: (rows, tx) => saveEach(rows, (values) => takeRow(tx, services, context, values, { kind: values.kind ?? 'complaint', channel: 'hotline-12315', demand: values.demand ?? '请依法处理' })) }),
    }),
    defineImport({
      kind: 'work-order-12345', name: '12345热线工单', rowsPerTransaction: 20, fields: FIELDS_12345, keyOf: ({ outsideNo }) => (outsideNo === undefined ? undefined : { field: 'outsideNo' as const, key: outsideNo }),
      check: (values) => endedElsewhere(values.status),
      begin: async (context) => ({ save: (rows, tx) => saveEach(rows, (values) => takeRow(tx, services, context, values, { kind: 'work-order', channel: 'hotline-12345', orderType: values.orderType ?? 'complaint' })) }),
    }),
  ] as const
}

async function saveEach<Values>(rows: readonly ImportedRow<Values>[], save: (values: Values) => Promise<SaveOutcome>): Promise<readonly SaveOutcome[]> {
  const outcomes: SaveOutcome[] = []
  for (const { values } of rows) outcomes.push(await save(values))
  return outcomes
}

type Common = ValuesOf<typeof COMMON>
type Kind = Readonly<{ kind: Intake['kind']; channel: string; demand?: string; orderType?: string }>

async function takeRow(tx: ScopedTransaction, services: ConsumerServices, context: ImportContext, values: Common, { kind, channel, demand, orderType }: Kind): Promise<SaveOutcome> {
  const known = await tx.client.query(`SELECT 1 FROM matter WHERE district_code = $1 AND facts ->> 'outsideNo' = $2 LIMIT 1`, [context.district, values.outsideNo])
  if ((known.rowCount ?? 0) > 0) return { result: 'unchanged' }
  if ((values.receivedAt ?? '') > context.now) return { result: 'failed', field: 'receivedAt', says: '接收时间晚于现在' }
  const actor: Actor = { id: context.actor.id, name: context.actor.name, officeId: '', roles: [{ role: 'machine', offices: ['*'], towns: ['*'] }] }
  const outcome = await takeIn(tx, services, actor, {
    district: context.district, kind, channel, receivedAt: values.receivedAt ?? context.now, outsideNo: values.outsideNo, orderType,
    submission: {
      person: { name: values.personName ?? '', phone: values.personPhone ?? '' }, content: values.content ?? '', category: values.category ?? 'other',
      respondent: {
        name: values.respondentName ?? '未写明', ...(values.respondentUscc === undefined ? {} : { uscc: values.respondentUscc }), ...(values.respondentAddress === undefined ? {} : { address: values.respondentAddress }),
      },
      ...(demand === undefined ? {} : { demand }),
    },
  }, services.servedDistrict().synthetic)
  if (outcome.kind === 'taken') return { result: 'created', notices: outcome.matters.map(({ decided, routing }) => `${decided.matter.number}，${routing.why}`) }
  const says = outcome.kind === 'refusal' ? outcome.says : outcome.fields.map((field) => field.says).join('；')
  return { result: 'failed', field: 'content', says }
}

function endedElsewhere(status: string | undefined): Readonly<{ field: 'status'; says: string }> | null {
  return status !== undefined && /办结|终结|关闭|已结/u.test(status) ? { field: 'status', says: `该件在原平台状态为“${status}”，不作为待办导入` } : null
}

function parseKind(text: string): ParsedCell<'complaint' | 'report'> {
  if (text.includes('举报')) return { value: 'report' }
  return text.includes('投诉') ? { value: 'complaint' } : { fault: `不认识类型“${text}”，应为投诉或者举报` }
}

function parseOrderType(text: string): ParsedCell<keyof typeof ORDER_TYPES> {
  const found = (Object.entries(ORDER_TYPES) as [keyof typeof ORDER_TYPES, string][]).find(([, label]) => label.includes(text) || text.includes(label.slice(0, 2)))
  return found === undefined ? { value: 'complaint', notice: `工单类型“${text}”不认识，按投诉举报办理` } : { value: found[0] }
}

function parseCategory(text: string): ParsedCell<keyof typeof CATEGORIES> {
  const entries = Object.entries(CATEGORIES) as [keyof typeof CATEGORIES, string][]
  const found = entries.find(([, label]) => label === text) ?? entries.find(([, label]) => label.includes(text) || text.includes(label.slice(0, 2)))
  return found === undefined ? { value: 'other', notice: `类别“${text}”不认识，归入其他` } : { value: found[0] }
}

function parseCode(text: string): ParsedCell<string> {
  const check = checkUnifiedCode(text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase())
  return check.valid ? { value: text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase() } : { fault: check.reason }
}
