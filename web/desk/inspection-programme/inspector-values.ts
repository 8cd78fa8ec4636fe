import type { InspectorFields, InspectorRow } from '../../../src/domains/inspection/programme/contract.ts'

export const CERTIFICATES = { 'valid': '有效', 'ends-soon': '即将到期', 'expired': '已过期', 'not-yet': '尚未生效' } as const satisfies Readonly<Record<InspectorRow['certificateState'], string>>

/** The fields of an inspector in the order of the form. */
export const INSPECTOR_LABELS = {
  accountId: '本局账号', name: '姓名', department: '部门', officeId: '科所', townCode: '所在镇街', certificateNo: '执法证件号', certifiedFrom: '证件有效期起', certifiedUntil: '证件有效期止',
  expertise: '专业', isActive: '列入名录',
} as const satisfies Readonly<Record<keyof InspectorFields, string>>

export type InspectorValues = Readonly<{ [Key in keyof InspectorFields]?: NonNullable<InspectorFields[Key]> | undefined } & { reason?: string }>

export function inspectorOf(values: InspectorValues): Readonly<{ reason: string; fields: InspectorFields }> {
  return {
    reason: values.reason?.trim() ?? '',
    fields: {
      accountId: values.accountId ?? null, name: values.name?.trim() ?? '', department: values.department?.trim() ?? '', officeId: values.officeId ?? null, townCode: values.townCode ?? null,
      certificateNo: values.certificateNo?.trim() ?? '', certifiedFrom: values.certifiedFrom ?? '', certifiedUntil: values.certifiedUntil ?? '', expertise: values.expertise ?? [], isActive: values.isActive ?? true,
    },
  }
}

export function valuesOf(inspector: InspectorFields): InspectorValues {
  const { accountId, name, department, officeId, townCode, certificateNo, certifiedFrom, certifiedUntil, expertise, isActive } = inspector
  return { accountId: accountId ?? undefined, name, department, officeId: officeId ?? undefined, townCode: townCode ?? undefined, certificateNo, certifiedFrom, certifiedUntil, expertise, isActive }
}
