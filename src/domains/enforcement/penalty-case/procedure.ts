import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { sinceProvisions } from '../citations.ts'
import { FILED } from '../filed.ts'
import { clocks } from './clocks.ts'
import { facts } from './facts.ts'
import { caseProgress } from './progress.ts'
import { states } from './states.ts'
import { changeSteps } from './steps-change.ts'
import { executionSteps } from './steps-execution.ts'
import { gainsSteps } from './steps-gains.ts'
import { hearingSteps } from './steps-hearing.ts'
import { investigationSteps } from './steps-investigation.ts'
import { listingSteps } from './steps-listing.ts'
import { reviewSteps } from './steps-review.ts'

/** A case under the ordinary procedure (普通程序), filed by the decision on a lead. Measures run beside it as matters of their own. */
export const penaltyCase = defineProcedure({
  id: 'penalty-case',
  name: '行政处罚案件（普通程序）',
  numberPrefix: '处罚案',
  attachmentsFiled: FILED.evidence,
  instruments: ['penalty-procedure-provisions', 'penalty-law', 'penalty-hearing-measures', 'compulsion-law', 'penalty-disclosure-provisions', 'administrative-litigation-law', 'illegal-gains-measures', 'serious-violation-list-measures', 'reconsideration-law'],
  facts,
  parties: { party: { name: '当事人', isConfidential: false }, agent: { name: '委托代理人', isConfidential: false }, 'third-party': { name: '第三人', isConfidential: false }, witness: { name: '证人', isConfidential: true } },
  opening: {
    name: '立案', by: ['bureau-leader', 'section-head', 'machine'], basis: sinceProvisions('第十九条'), requires: ['sourceNo', 'content', 'suspectedActs', 'partyName'],
    optional: ['source', 'partyUscc', 'partyAddress', 'filingReason', 'handlers', 'homeBureau'], fromRegister: { uscc: 'partyUscc', address: 'partyAddress' },
  },
  states,
  opensIn: 'investigating',
  finalStates: ['archived'],
  outcomes: {
    'penalised': '给予行政处罚', 'execution-ended': '给予行政处罚，终结执行', 'exempted': '不予行政处罚', 'not-established': '违法事实不能成立', 'transferred': '移送其他机关或者司法机关',
    'terminated': '终止调查', 'revoked': '处罚决定被撤销',
  },
  steps: { ...investigationSteps, ...gainsSteps, ...reviewSteps, ...hearingSteps, ...executionSteps, ...changeSteps, ...listingSteps },
  clocks,
  progress: caseProgress,
})
