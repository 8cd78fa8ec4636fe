import { cite } from '../../../kernel/citation.ts'
import { gainsMustBeReckonedByTheMeasures, gainsOf, partialGainsNeedTheChief } from '../illegal-gains/guards.ts'
import { WORKERS } from './states.ts'
import type { CaseStep } from './states.ts'

/** The sheet of illegal gains; it may be drawn up anew while the case is under investigation. */
export const gainsSteps = {
  reckonGains: {
    name: '计算违法所得', documents: ['illegal-gains-sheet'], from: 'investigating', to: 'same', by: WORKERS, basis: cite('illegal-gains-measures', '第二条'), requires: ['illegalGainsMethod', 'illegalGainsRows'], optional: ['partGainsApproval'],
    guards: [gainsMustBeReckonedByTheMeasures, partialGainsNeedTheChief],
    computes: (context) => {
      const { illegalGainsInFen, confiscatableGainsInFen } = gainsOf(context)
      return { illegalGainsInFen, confiscatableGainsInFen }
    },
  },
} as const satisfies Record<string, CaseStep>
