import { z } from 'zod'
import { CATEGORIES } from './complaint/facts.ts'

const short = (label: string, max = 100) => z.string().trim().max(max, `${label}不能超过${max}个字`).describe(label)
const categories = Object.keys(CATEGORIES) as [keyof typeof CATEGORIES, ...(keyof typeof CATEGORIES)[]]

export const PERSON = z.object({
  name: short('姓名', 50), phone: short('电话', 20).regex(/^[0-9+\-() ]*$/u, '电话只能填数字'), idNumber: short('证件号码', 30).optional(), address: short('通讯地址', 200).optional(),
  email: z.union([z.literal(''), z.email('电子邮箱格式不正确')]).optional(), isAnonymous: z.boolean().optional(),
})

const SAID = {
  person: PERSON,
  respondent: z.object({
    name: short('对方名称').min(2, '请填写对方名称'), uscc: short('统一社会信用代码', 18).optional(), address: short('地址', 200).optional(), entityId: z.uuid().optional(), platformName: short('平台名称').optional(),
  }),
  content: z.string().trim().min(5, '请写明事情经过（至少5个字）').max(5000, '内容不能超过5000个字').describe('事情经过'),
  demand: z.string().trim().max(1000, '请求不能超过1000个字').describe('请求').optional(),
  category: z.enum(categories, '请选择类别'),
  purchasedOn: z.iso.date('日期应如 2026-05-01').optional(), amountInFen: z.int().min(0).max(1_000_000_000_00).optional(), harmKnownOn: z.iso.date('日期应如 2026-05-01').optional(),
  wantsReward: z.boolean().optional(), hasConsentedToMediation: z.boolean().optional(),
}

type Fault = Readonly<{ field: string; label: string; says: string }>
type Checked = Readonly<{ kind: string; person: z.infer<typeof PERSON>; demand?: string | undefined }>

/** A complaint needs the real name, telephone and demand (Art 10); a report may be anonymous. */
export function faultsOf({ kind, person, demand }: Checked): readonly Fault[] {
  const faults: Fault[] = []
  const mayBeAnonymous = kind === 'report' && person.isAnonymous === true
  if (!mayBeAnonymous && person.name === '') faults.push({ field: 'person.name', label: '姓名', says: '请填写真实姓名。' })
  if (!mayBeAnonymous && person.phone.replaceAll(/\D/gu, '').length < 7) faults.push({ field: 'person.phone', label: '电话', says: '请填写能联系到您的电话。' })
  if ((kind === 'complaint' || kind === 'mixed') && (demand ?? '') === '') faults.push({ field: 'demand', label: '请求', says: '请写明您的请求。' })
  return faults
}

export const SUBMISSION = z.object({ ...SAID, id: z.uuid(), kind: z.enum(['complaint', 'report', 'mixed']) })

export const INTAKE = z.object({
  stepId: z.uuid(), channel: z.enum(['counter', 'letter', 'hotline-12315', 'hotline-12345', 'web']), receivedAt: z.iso.datetime({ offset: true }).describe('收到时间'),
  outsideNo: short('来源编号', 60).optional(), orderType: z.string().max(60).optional(), officeId: z.string().max(60).optional(), officeReason: short('改派理由', 200).optional(),
  submission: z.object({ ...SAID, kind: z.enum(['complaint', 'report', 'mixed', 'work-order']) }),
})
