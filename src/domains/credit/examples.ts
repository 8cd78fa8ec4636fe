import type { Example } from '../../engines/procedure/example.ts'
import { abnormalOperationExamples } from './abnormal-operation/examples.ts'
import { assistedPublicityExamples } from './assisted-publicity/examples.ts'
import { creditRepairExamples } from './credit-repair/examples.ts'
import { dormantEnterpriseExamples } from './dormant-enterprise/examples.ts'
import { forcedDeregistrationExamples } from './forced-deregistration/examples.ts'
import { jointMeasureExamples } from './joint-measure/examples.ts'
import { registrationRestorationExamples } from './registration-restoration/examples.ts'
import { reorganisationRepairExamples } from './reorganisation-repair/examples.ts'
import { repairRevocationExamples } from './repair-revocation/examples.ts'
import { seriousViolationExamples } from './serious-violation/examples.ts'
import { soleTraderExamples } from './sole-trader-marking/examples.ts'

/** The examples of each procedure by its id. */
export const creditExamples: readonly (readonly [string, readonly Example[]])[] = [
  ['abnormal-operation', abnormalOperationExamples], ['sole-trader-marking', soleTraderExamples], ['serious-violation', seriousViolationExamples], ['joint-measure', jointMeasureExamples],
  ['credit-repair', creditRepairExamples], ['repair-revocation', repairRevocationExamples], ['forced-deregistration', forcedDeregistrationExamples], ['registration-restoration', registrationRestorationExamples],
  ['reorganisation-repair', reorganisationRepairExamples], ['assisted-publicity', assistedPublicityExamples],
  ['dormant-enterprise', dormantEnterpriseExamples],
]
