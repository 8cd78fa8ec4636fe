import type { AnyProcedure } from '../../engines/procedure/definition.ts'
import { inspection } from './inspection/procedure.ts'

export { inspection } from './inspection/procedure.ts'
export { inspectionDocuments } from './documents/documents.ts'
export { registerFieldRoutes } from './field/field-routes.ts'
export { registerVisitCheckRoutes } from './field/visit-check-routes.ts'
export { checklists } from './checklists/checklists.ts'

export const inspectionProcedures: readonly AnyProcedure[] = [inspection]
export { refuseDrawnByHand } from './refuse-drawn-by-hand.ts'
