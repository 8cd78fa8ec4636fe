import { z } from 'zod'
import { checkUnifiedCode } from '../../kernel/unified-code.ts'
import type { PartyEntry } from '../../engines/procedure/open-matter.ts'
import type { Facts, Matter } from '../../engines/procedure/matter.ts'
import type { RepairApplication } from './contract.ts'
import { REPAIR_KINDS } from './credit-repair/facts.ts'

const short = (label: string, max = 100) => z.string().trim().max(max, `${label}不能超过${max}个字`).describe(label)
const kinds = Object.keys(REPAIR_KINDS) as [keyof typeof REPAIR_KINDS, ...(keyof typeof REPAIR_KINDS)[]]

/** What the portal takes for an application for credit repair (credit repair measures, Art 14). */
export const REPAIR_APPLICATION = z.object({
  id: z.uuid(), kind: z.literal('repair'),
  applicant: z.object({ name: short('企业名称').min(2, '请填写企业名称'), uscc: z.string().trim().toUpperCase(), entityId: z.uuid().optional(), address: short('地址', 200).optional() }),
  contact: z.object({
    name: short('联系人姓名', 50).min(1, '请填写联系人姓名'), phone: short('联系电话', 20).regex(/^[0-9+\-() ]*$/u, '电话只能填数字'), email: z.union([z.literal(''), z.email('电子邮箱格式不正确')]).optional(),
  }),
  repairKind: z.enum(kinds, '请选择修复事项'), recordNo: short('文号', 80).optional(),
  content: z.string().trim().min(5, '请写明履行义务、改正和整改的情况（至少5个字）').max(3000, '整改情况不能超过3000个字'),
  papers: z.array(z.enum(['identity', 'performance'])).max(2), hasPromised: z.boolean(),
})

type Fault = Readonly<{ field: string; label: string; says: string }>

/** A penalty is named by its number; the commitment to honesty is part of every application. */
export function faultsOfRepair({ applicant, contact, repairKind, recordNo, hasPromised }: z.infer<typeof REPAIR_APPLICATION>): readonly Fault[] {
  const uscc = checkUnifiedCode(applicant.uscc)
  return [
    ...(uscc.valid ? [] : [{ field: 'applicant.uscc', label: '统一社会信用代码', says: uscc.reason }]),
    ...(contact.phone.replaceAll(/\D/gu, '').length < 7 ? [{ field: 'contact.phone', label: '联系电话', says: '请填写能联系到的电话。' }] : []),
    ...(repairKind === 'penalty' && (recordNo ?? '') === '' ? [{ field: 'recordNo', label: '处罚决定书文号', says: '请填写处罚决定书文号，决定书和公示信息上都有。' }] : []),
    ...(hasPromised ? [] : [{ field: 'hasPromised', label: '守信承诺', says: '请阅读并确认守信承诺。' }]),
  ]
}

/** The listing that an application asks to end. */
export function isListingOf(kind: string, { procedure, state }: Readonly<{ procedure: string; state: string }>): boolean {
  const procedures: readonly string[] = kind === 'abnormal-list' ? ['abnormal-operation', 'sole-trader-marking'] : kind === 'serious-list' ? ['serious-violation'] : []
  return state === 'listed' && procedures.includes(procedure)
}

/** Title, facts and parties of the matter; a listing it asks to end gives what the bureau knows of it. Papers count as handed in only with a file. */
export function repairMatterOf(application: RepairApplication, listing: Matter | null, fileCount: number): Readonly<{ title: string; facts: Facts; parties: readonly PartyEntry[] }> {
  const { applicant, contact } = application
  const known = listing?.facts ?? {}
  const recordNo = listing?.number ?? application.recordNo
  const publishedOn = known.publishedOn ?? known.listedOn
  const nobody = { phone: null, idNumber: null, address: null, email: null }
  return {
    title: `${applicant.name}信用修复`,
    facts: {
      applicantName: applicant.name, uscc: applicant.uscc, repairKind: application.repairKind, applicationText: application.content,
      materials: ['application', 'promise', ...(fileCount > 0 ? application.papers : [])],
      ...(recordNo === undefined || recordNo === '' ? {} : { recordNo }),
      ...(listing === null ? {} : { isUnreachable: known.ground === 'unreachable' || known.traderGround === 'unreachable', isOtherProvince: known.isOtherProvince === true, ...(publishedOn === undefined ? {} : { publishedOn }) }),
    },
    parties: [
      { ...nobody, role: 'applicant', name: applicant.name, address: applicant.address ?? null },
      { ...nobody, role: 'contact', name: contact.name, phone: contact.phone, email: contact.email === undefined || contact.email === '' ? null : contact.email },
    ],
  }
}
