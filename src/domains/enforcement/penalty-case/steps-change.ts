import { formatDate } from '../../../kernel/calendar-date.ts'
import { penaltyLaw, provisions } from '../citations.ts'
import { payableOf } from '../penalty-kinds.ts'
import {
  changeByOthersNeedsTheirResult, changeMustAlterThePenalty, changeMustNotMakeThePenaltyHeavier, correctionMustChangeTheText, correctionMustLeaveThePenaltyAsItIs, newDecisionTextMustBeThere, refundMustNotExceedTheOverpayment,
} from './guards-change.ts'
import { CHANGE_GROUNDS } from './choices.ts'
import type { CaseContext } from './record.ts'
import { LEADER, WORKERS } from './states.ts'
import type { CaseStep } from './states.ts'
import { serviceGuards } from './steps-review.ts'

const DECIDED = ['decided', 'served', 'enforcing', 'executed'] as const

const earlier = ({ decidedOn }: CaseContext['facts']): string => (decidedOn === undefined ? '我局作出的行政处罚决定书' : `我局于${formatDate(decidedOn)}作出的行政处罚决定书`)

/** A decision corrected or changed after it was issued: another paper takes the place of the first, which keeps its number. */
export const changeSteps = {
  correctDecision: {
    name: '更正处罚决定书', documents: ['penalty-decision'], withdraws: ['penalty-decision'], from: DECIDED, to: 'same', by: LEADER, basis: penaltyLaw('第七十五条'), requires: ['correctionText'],
    optional: ['illegalFacts', 'violatedLaw', 'decisionReason', 'decidedItems'], guards: [correctionMustChangeTheText, correctionMustLeaveThePenaltyAsItIs],
    computes: ({ facts: known, input }) => ({ isDecisionChanged: false, decisionNote: `本决定书更正${earlier(known)}：${input.correctionText ?? ''}原决定书收回，处罚内容和决定日期不变。` }),
  },
  changeDecision: {
    name: '变更处罚决定', documents: ['penalty-decision'], withdraws: ['penalty-decision'], from: DECIDED, to: 'same', by: LEADER, basis: provisions('第六十三条'), requires: ['changeGround', 'changedDecisionItems', 'changeReason'],
    optional: ['changeDocumentNo'], guards: [changeByOthersNeedsTheirResult, changeMustNotMakeThePenaltyHeavier, changeMustAlterThePenalty],
    computes: ({ facts: known, input }) => ({
      isDecisionChanged: true, decidedItems: input.changedDecisionItems ?? [], payableInFen: payableOf(input.changedDecisionItems ?? []),
      decisionNote: `本决定书变更${earlier(known)}。根据：${input.changeGround === undefined ? '' : CHANGE_GROUNDS[input.changeGround]}${input.changeDocumentNo === undefined ? '' : `（${input.changeDocumentNo}）`}；理由：${input.changeReason ?? ''}原决定书收回。`,
    }),
  },
  recordNewDecisionService: {
    name: '登记更正变更后的决定书送达', documents: ['service-receipt'], from: ['served', 'enforcing', 'executed'], to: 'same', by: WORKERS, basis: provisions('第八十一条'), requires: ['serviceMethod', 'servedOn'],
    optional: ['receiptNo', 'refusalRecord', 'hasAddressConfirmation'], happenedOn: 'servedOn', guards: [newDecisionTextMustBeThere, ...serviceGuards], computes: ({ input }) => (input.servedOn === undefined ? {} : { newPaperServedOn: input.servedOn }),
  },
  recordRefund: {
    name: '登记退还款项', from: ['served', 'enforcing', 'executed', 'revoked'], to: 'same', by: WORKERS, basis: penaltyLaw('第七十四条'), requires: ['refundedInFen', 'refundedOn', 'refundReceiptNo'], happenedOn: 'refundedOn',
    guards: [refundMustNotExceedTheOverpayment], computes: ({ facts: known, input }) => ({ paidInFen: (known.paidInFen ?? 0) - (input.refundedInFen ?? 0) }),
  },
} as const satisfies Record<string, CaseStep>
