import type { ItemFields, ItemRow } from '../../../src/domains/inspection/programme/contract.ts'

/** The fields of an item in the order of the form. */
export const ITEM_LABELS = {
  name: '事项名称', category: '类别名称', level: '事项类别', kinds: '检查对象', methods: '检查方式', officeId: '承办科所', jointDepartments: '会同部门',
  checklistIds: '检查表', expertise: '专业要求', basisText: '依据（补充说明）',
} as const satisfies Readonly<Record<keyof ItemFields, string>>

/** What the form holds: an emptied control is undefined there and empty in the item. */
export type ItemValues = Readonly<{ [Key in keyof ItemFields]?: ItemFields[Key] | undefined } & { code?: string; reason?: string }>

export function itemOf(values: ItemValues): Readonly<{ code: string; reason: string; fields: ItemFields }> {
  return {
    code: values.code?.trim() ?? '', reason: values.reason?.trim() ?? '',
    fields: {
      name: values.name?.trim() ?? '', category: values.category?.trim() ?? '', level: values.level ?? 'general', kinds: values.kinds ?? [], methods: values.methods ?? [], officeId: values.officeId ?? '',
      jointDepartments: values.jointDepartments ?? [], checklistIds: values.checklistIds ?? [], expertise: values.expertise?.trim() || null, basisText: values.basisText?.trim() ?? '',
    },
  }
}

export function valuesOf(item: ItemFields): ItemValues {
  const { name, category, level, kinds, methods, officeId, jointDepartments, checklistIds, expertise, basisText } = item
  return { name, category, level, kinds, methods, officeId, jointDepartments, checklistIds, expertise: expertise ?? undefined, basisText }
}

/** The articles an item rests on, or its own words. */
export function basisText({ basis, basisText: own }: Pick<ItemRow, 'basis' | 'basisText'>): string {
  return basis.length > 0 ? basis.map(({ title, article }) => `${title} ${article}`).join('；') : own
}
