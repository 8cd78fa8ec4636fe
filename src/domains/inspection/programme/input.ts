import { z } from 'zod'
import type { DrawOrder, InspectorFields, ItemFields, PlanTask } from './contract.ts'

// What the desk sends, as read from outside. Words in Chinese stand where a person reads them.

const COUNT = z.number().int().min(0)
const NAMES = (most: number) => z.array(z.string().trim().min(1).max(100)).max(most)
const DATE = (label: string) => z.iso.date(`${label}应写作 年-月-日`).describe(label)
export const REASON = z.string().trim().min(5, '请写明理由，不少于5个字').max(500, '理由不超过500字').describe('理由')
export const VERSION = z.number().int().min(1)

const SHARE = z.object({ numerator: COUNT.max(1_000_000), denominator: z.number().int().min(1, '分母应大于0').max(1_000_000) }).refine(({ numerator, denominator }) => numerator <= denominator, '比例不能超过100%')
const CLASS = z.object({ share: SHARE, minimum: COUNT.max(1_000_000), timesPerYear: COUNT.max(12, '每年不超过12次') })

export const TASKS: z.ZodType<readonly PlanTask[]> = z.array(z.object({
  id: z.string().regex(/^[A-Za-z0-9-]{1,20}$/u, '任务编号应为字母、数字'), name: z.string().trim().min(2, '请填写任务名称').max(100).describe('任务名称'), level: z.enum(['general', 'key']),
  itemCodes: z.array(z.string().regex(/^[A-Z0-9]{2,8}$/u)).min(1, '请选择抽查事项').max(10, '一项任务不超过10个事项').describe('抽查事项'), kind: z.string().max(40).describe('检查对象'),
  classes: z.record(z.string().regex(/^[A-Z]$/u, '类别代号应为一个大写字母'), CLASS).refine((classes) => Object.keys(classes).length <= 9, '类别不超过9个').describe('分类比例'), random: z.object({ group: SHARE, drawn: SHARE }).describe('纯随机组'),
  monthFrom: z.number().int().min(1).max(12), monthUntil: z.number().int().min(1).max(12), leadOfficeId: z.string().min(1, '请选择牵头科室').max(60).describe('牵头科室'), jointDepartments: NAMES(5).describe('联合部门'),
})).max(100, '任务不超过100项')

export const ITEM_FIELDS: z.ZodType<ItemFields> = z.object({
  name: z.string().trim().min(2, '请填写事项名称').max(100).describe('事项名称'), category: z.string().trim().min(1, '请填写类别').max(40).describe('类别'), level: z.enum(['general', 'key']), kinds: NAMES(10),
  methods: z.array(z.enum(['on-site', 'written', 'online', 'sampling'])).min(1, '请选择检查方式').max(4).describe('检查方式'), officeId: z.string().min(1, '请选择责任科室').max(60).describe('责任科室'), jointDepartments: NAMES(5),
  checklistIds: NAMES(5), expertise: z.string().trim().min(1).max(40).nullable(), basisText: z.string().trim().min(4, '请写明依据').max(1000).describe('依据'),
})
export const ITEM_CODE = z.string().regex(/^[A-Z0-9]{2,8}$/u, '事项编号应为2至8位大写字母、数字').describe('事项编号')

export const INSPECTOR_FIELDS: z.ZodType<InspectorFields> = z.object({
  accountId: z.uuid().nullable(), name: z.string().trim().min(2, '请填写姓名').max(50).describe('姓名'), department: z.string().trim().min(2, '请填写所属部门').max(50).describe('所属部门'),
  officeId: z.string().max(60).nullable(), townCode: z.string().max(20).nullable(),
  certificateNo: z.string().trim().min(3, '请填写执法证件编号').max(60).regex(/^[^|\p{Cc}]+$/u, '执法证件编号含有不能使用的符号').describe('执法证件编号'),
  certifiedFrom: DATE('证件有效期起'), certifiedUntil: DATE('证件有效期止'), expertise: NAMES(20).describe('专业'), isActive: z.boolean(),
})
export const LEAVE = z.object({ from: DATE('起始日期'), until: DATE('截止日期'), reason: REASON })
export const CONFLICT = z.object({ entityId: z.uuid('请选择应当回避的对象').describe('回避对象'), reason: REASON })

export const ORDER: z.ZodType<DrawOrder> = z.object({
  planId: z.uuid(), taskId: z.string().max(20), title: z.string().trim().min(4, '请填写抽取名称').max(100, '抽取名称不超过100字').describe('抽取名称'), hash: z.enum(['sha256', 'sm3']),
  sources: z.array(z.object({ source: z.string().max(40), issue: z.string().trim().min(1, '请填写期号').max(60).describe('期号'), publishedFrom: z.iso.datetime({ precision: 3, error: '公布时间的格式不对' }).describe('公布时间') })).min(1, '请选择公共随机数来源').max(8).describe('公共随机数来源'),
  towns: z.array(z.string().max(20)).max(60),
  team: z.object({
    visitsFrom: DATE('检查期间起'), visitsTo: DATE('检查期间止'), quota: z.number().int().min(1, '每人任务上限至少为1').max(500).describe('每人任务上限'), bansSameTown: z.boolean(),
    relaxations: z.array(z.enum(['quota', 'same-town', 'expertise'])).max(6),
  }),
})
