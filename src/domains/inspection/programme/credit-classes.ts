import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import { orderOn } from '../../../engines/assessment/order.ts'
import { readOrders } from '../../../engines/assessment/orders.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import { creditRisk } from '../../credit-risk/index.ts'
import type { CreditClass, PlanTask } from './contract.ts'

export type ClassInForce = Readonly<{ id: CreditClass; name: string }>

/** Entities that no assessment reaches; no order can take this letter. */
export const NOT_ASSESSED: CreditClass = 'U'

/** The credit-risk classes as the bureau ordered them for a date, and the class of those not assessed. */
export async function classesInForce(tx: Pick<ScopedTransaction, 'client'>, district: string, on: CalendarDate): Promise<readonly ClassInForce[]> {
  const { classes } = orderOn(await readOrders(tx, district, creditRisk.id), on) ?? creditRisk
  return [...classes.map(({ id, name }) => ({ id, name: `${id}类（${name}）` })), { id: NOT_ASSESSED, name: classLabel(NOT_ASSESSED) }]
}

/** The classes that a task has a rule for, by letter, those not assessed last. */
export function classIdsOf({ classes }: Pick<PlanTask, 'classes'>): readonly CreditClass[] {
  return Object.keys(classes).sort((a, b) => Number(a === NOT_ASSESSED) - Number(b === NOT_ASSESSED) || (a < b ? -1 : 1))
}

/** A class by its letter alone: names change with the bureau's orders. */
export function classLabel(id: CreditClass): string {
  return id === NOT_ASSESSED ? '未评' : `${id}类`
}
