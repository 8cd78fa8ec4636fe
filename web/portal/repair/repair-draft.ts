import type { RepairApplication } from '../../../src/domains/credit/contract.ts'
import { checkUnifiedCode } from '../../../src/kernel/unified-code.ts'

/** The application as it is typed; kept for the open tab, since offices share computers. */
export type RepairDraft = Readonly<{
  id: string; entityId: string; name: string; uscc: string; address: string; repairKind: string; recordNo: string; content: string
  hasIdentity: boolean; hasPerformance: boolean; hasPromised: boolean; contactName: string; phone: string; email: string
}>
export type RepairField = keyof RepairDraft | 'files'
export type RepairFault = Readonly<{ field: RepairField; says: string }>

export function emptyRepairDraft(id: string): RepairDraft {
  return { id, entityId: '', name: '', uscc: '', address: '', repairKind: '', recordNo: '', content: '', hasIdentity: false, hasPerformance: false, hasPromised: false, contactName: '', phone: '', email: '' }
}

/** The draft in a kept text; null where there is none of the present shape. */
export function restoreRepairDraft(text: string | null): RepairDraft | null {
  if (text === null) return null
  try {
    const kept: unknown = JSON.parse(text)
    const blank = emptyRepairDraft('')
    const isWhole = typeof kept === 'object' && kept !== null && Object.entries(blank).every(([key, value]) => typeof Object.getOwnPropertyDescriptor(kept, key)?.value === typeof value)
    return isWhole ? { ...blank, ...kept } : null
  } catch {
    return null
  }
}

/** Every fault in the order of the form. */
export function faultsOfRepairDraft(draft: RepairDraft, fileCount: number): readonly RepairFault[] {
  const uscc = checkUnifiedCode(draft.uscc.trim().toUpperCase())
  const asked: readonly (readonly [boolean, RepairField, string])[] = [
    [draft.name.trim().length < 2, 'name', '请填写企业名称'],
    [draft.uscc.trim() === '', 'uscc', '请填写统一社会信用代码，营业执照上有'],
    [draft.uscc.trim() !== '' && !uscc.valid, 'uscc', uscc.valid ? '' : uscc.reason],
    [draft.repairKind === '', 'repairKind', '请选择要修复哪一类信息'],
    [draft.repairKind === 'penalty' && draft.recordNo.trim() === '', 'recordNo', '请填写处罚决定书文号，决定书和公示信息上都有'],
    [draft.content.trim().length < 5, 'content', '请写明履行义务、改正和整改的情况，至少5个字'],
    [(draft.hasIdentity || draft.hasPerformance) && fileCount === 0, 'files', '勾选了材料，但没有添加文件；请添加文件，或者取消勾选'],
    [draft.contactName.trim() === '', 'contactName', '请填写联系人姓名'],
    [draft.phone.replaceAll(/\D/gu, '').length < 7, 'phone', '请填写能联系到的电话'],
    [!draft.hasPromised, 'hasPromised', '请阅读并确认守信承诺'],
  ]
  return asked.flatMap(([isFaulty, field, says]) => (isFaulty ? [{ field, says }] : []))
}

/** A draft without faults as the server takes it; empty fields are left out. */
export function toRepairApplication(draft: RepairDraft): RepairApplication {
  const [address, email, recordNo] = [draft.address, draft.email, draft.recordNo].map((text) => text.trim())
  return {
    id: draft.id, kind: 'repair',
    applicant: { name: draft.name.trim(), uscc: draft.uscc.trim().toUpperCase(), ...(draft.entityId === '' ? {} : { entityId: draft.entityId }), ...(address === undefined || address === '' ? {} : { address }) },
    contact: { name: draft.contactName.trim(), phone: draft.phone.replaceAll(/\s/gu, ''), ...(email === undefined || email === '' ? {} : { email }) },
    repairKind: draft.repairKind, ...(recordNo === undefined || recordNo === '' ? {} : { recordNo }), content: draft.content.trim(),
    papers: [...(draft.hasIdentity ? ['identity' as const] : []), ...(draft.hasPerformance ? ['performance' as const] : [])], hasPromised: draft.hasPromised,
  }
}

const FIELD_OF: Readonly<Record<string, RepairField>> = {
  'applicant.name': 'name', 'applicant.uscc': 'uscc', 'applicant.address': 'address', 'contact.name': 'contactName', 'contact.phone': 'phone', 'contact.email': 'email',
  'repairKind': 'repairKind', 'recordNo': 'recordNo', 'content': 'content',
}

/** The server's faults on the fields of the form; those it names otherwise stand at the commitment. */
export function repairFaultsFromServer(fields: readonly Readonly<{ field: string; says: string }>[]): readonly RepairFault[] {
  return fields.map(({ field, says }) => ({ field: FIELD_OF[field] ?? 'hasPromised', says }))
}
