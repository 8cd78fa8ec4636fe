import type { AnyProcedure } from '../../engines/procedure/definition.ts'
import { complaint } from './complaint/procedure.ts'
import { report } from './report/procedure.ts'
import { workOrder } from './work-order/procedure.ts'

export { complaint } from './complaint/procedure.ts'
export { report } from './report/procedure.ts'
export { workOrder } from './work-order/procedure.ts'
export { routeMatter } from './routing.ts'
export type { RoutableOffice } from './routing.ts'
export { CATEGORIES } from './complaint/facts.ts'

export const consumerProcedures: readonly AnyProcedure[] = [complaint, report, workOrder]
