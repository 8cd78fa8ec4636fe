import type { AnyProcedure } from '../../engines/procedure/definition.ts'
import { abnormalOperation } from './abnormal-operation/procedure.ts'
import { assistedPublicity } from './assisted-publicity/procedure.ts'
import { creditRepair } from './credit-repair/procedure.ts'
import { dormantEnterprise } from './dormant-enterprise/procedure.ts'
import { forcedDeregistration } from './forced-deregistration/procedure.ts'
import { jointMeasure } from './joint-measure/procedure.ts'
import { registrationRestoration } from './registration-restoration/procedure.ts'
import { reorganisationRepair } from './reorganisation-repair/procedure.ts'
import { repairRevocation } from './repair-revocation/procedure.ts'
import { seriousViolation } from './serious-violation/procedure.ts'
import { soleTraderMarking } from './sole-trader-marking/procedure.ts'

/** Lists, credit repair and the exit from the register. */
export const creditProcedures: readonly AnyProcedure[] = [
  abnormalOperation, soleTraderMarking, seriousViolation, jointMeasure, creditRepair, repairRevocation, reorganisationRepair, assistedPublicity, forcedDeregistration, registrationRestoration, dormantEnterprise,
]
