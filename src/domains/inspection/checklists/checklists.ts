import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import type { ChecklistView } from '../contract.ts'
import type { Checklist, ChecklistItem } from './checklist.ts'
import { disclosedInformation } from './disclosed-information.ts'
import { drugRetailer } from './drug-retailer.ts'
import { foodOperator } from './food-operator.ts'
import { liftUserUnit } from './lift-user-unit.ts'
import { productSeller } from './product-seller.ts'

/** Every checklist of the bureau. Adding one is a line here. */
export const checklists: readonly Checklist[] = [foodOperator, drugRetailer, liftUserUnit, productSeller, disclosedInformation]

const byId: ReadonlyMap<string, Checklist> = new Map(checklists.map((checklist) => [checklist.id, checklist]))

/** A checklist in the version of one day: its id, name and items. */
export type ChecklistInForce = Readonly<{ id: string; name: string; version: CalendarDate; objectType: Checklist['objectType']; items: readonly ChecklistItem[] }>

export function findChecklist(id: string): Checklist | undefined {
  return byId.get(id)
}

/** The id under which one version is told from the others: 'food-operator@2022-11-01'; the newest goes by its plain id. */
export function versionedId({ id, version }: Pick<ChecklistInForce, 'id' | 'version'>): string {
  return byId.get(id)?.versions.at(-1)?.from === version ? id : `${id}@${version}`
}

/** The checklist that an id with or without a version names. */
export function plainId(id: string): string {
  return id.split('@')[0] ?? id
}

/** The checklist as it stood on the day; null for an unknown one or before its first version. */
export function checklistOn(id: string, on: CalendarDate): ChecklistInForce | null {
  const checklist = byId.get(id)
  const version = checklist?.versions.findLast((each) => each.from <= on)
  return checklist === undefined || version === undefined ? null : { id, name: checklist.name, version: version.from, objectType: checklist.objectType, items: version.items }
}

/** The ids that the fact `checklistIds` of a matter names. */
export function namedChecklists(text: string | undefined): readonly string[] {
  return [...new Set((text ?? '').split(/[、,，;；\s]+/u).filter((id) => id !== ''))]
}

export function checklistView({ id, name, version, items }: ChecklistInForce): ChecklistView {
  return { id, name, version, items: items.map(({ quotation: _quotation, ...item }) => item) }
}
