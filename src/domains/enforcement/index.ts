import type { AnyProcedure, Guard } from '../../engines/procedure/definition.ts'
import type { FactFields } from '../../engines/procedure/facts.ts'
import { appealResponse } from './appeal-response/procedure.ts'
import { crimeTransfer } from './crime-transfer/procedure.ts'
import { fileReview } from './file-review/procedure.ts'
import { lead } from './lead/procedure.ts'
import { measure } from './measure/procedure.ts'
import { penaltyCase } from './penalty-case/procedure.ts'
import { simpleCase } from './simple-case/procedure.ts'

export { appealResponse } from './appeal-response/procedure.ts'
export { crimeTransfer } from './crime-transfer/procedure.ts'
export { fileReview } from './file-review/procedure.ts'
export { lead } from './lead/procedure.ts'
export { measure } from './measure/procedure.ts'
export { penaltyCase } from './penalty-case/procedure.ts'
export { simpleCase } from './simple-case/procedure.ts'
export { PENALTY_KINDS, amountOf, payableOf } from './penalty-kinds.ts'
export type { PenaltyItem, PenaltyKind } from './penalty-kinds.ts'
export { caseResultOf } from './case-result.ts'
export type { CaseResult } from './case-result.ts'
export { caseTitle, causeOfAction } from './cause-of-action.ts'
export { lateFeeInFen } from './late-fee.ts'
export { registerEnforcementRoutes } from './routes.ts'
export { enforcementDocuments } from './documents/index.ts'

/** Procedures of this domain, registered in one line. */
export const enforcementProcedures: readonly AnyProcedure[] = [lead, penaltyCase, measure, simpleCase, crimeTransfer, appealResponse, fileReview]

/** Every legal precondition of this domain, once each. */
export const enforcementGuards: readonly Guard<FactFields>[] = [
  ...new Map(enforcementProcedures.flatMap((procedure) => Object.values(procedure.steps)).flatMap((step) => step.guards ?? []).map((guard) => [guard.name, guard])).values(),
]
