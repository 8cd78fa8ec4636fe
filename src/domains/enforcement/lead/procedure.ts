import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { caseTitle, causeOfAction } from '../cause-of-action.ts'
import { provisions, sinceProvisions } from '../citations.ts'
import { FILED } from '../filed.ts'
import { facts } from './facts.ts'
import {
  filingNeedsAllFourConditions, filingNeedsTwoCertifiedHandlers, leadMustBeVerifiedBeforeDecision, limitationMustNotHavePassed, minorGroundNeedsTimelyCorrection,
  verificationNeedsTwoCertifiedOfficers,
} from './guards.ts'
import { leadProgress } from './progress.ts'

const WORKERS = ['case-officer', 'section-head'] as const

/** A lead (线索): verified, then filed as a case, not filed, or handed to the body that has jurisdiction. */
export const lead = defineProcedure({
  id: 'lead',
  name: '线索核查',
  numberPrefix: '线索',
  attachmentsFiled: FILED.source,
  instruments: ['penalty-procedure-provisions', 'penalty-law'],
  facts,
  parties: { respondent: { name: '当事人', isConfidential: false } },
  opening: {
    name: '登记线索', by: ['intake-officer', 'case-officer', 'section-head', 'bureau-leader', 'machine'], basis: sinceProvisions('第十八条'),
    requires: ['source', 'content', 'suspectedActs', 'respondentName'], optional: ['sourceNo', 'respondentUscc', 'respondentAddress'], fromRegister: { uscc: 'respondentUscc' },
  },
  states: { verifying: '核查中', testing: '检测鉴定中', filed: '已立案', declined: '不予立案', transferred: '已移送' },
  opensIn: 'verifying',
  finalStates: ['filed', 'declined', 'transferred'],
  outcomes: { filed: '立案', declined: '不予立案', transferred: '移送有管辖权的机关' },
  steps: {
    recordVerification: {
      name: '记录核查情况', from: 'verifying', to: 'same', by: WORKERS, basis: provisions('第十八条'), requires: ['verifiers', 'verifiedOn', 'verificationRecord'],
      guards: [verificationNeedsTwoCertifiedOfficers],
    },
    commissionTest: { name: '送检测鉴定', from: 'verifying', to: 'testing', by: WORKERS, basis: provisions('第十八条'), requires: ['testBody', 'testItem', 'testStartedOn'], happenedOn: 'testStartedOn' },
    receiveTest: { name: '登记检测鉴定结果', from: 'testing', to: 'verifying', by: WORKERS, basis: provisions('第十八条'), requires: ['testResult', 'testReturnedOn'], happenedOn: 'testReturnedOn' },
    extendVerification: { name: '批准延长核查', from: ['verifying', 'testing'], to: 'same', by: ['bureau-leader'], basis: provisions('第十八条'), requires: ['extensionReason'] },
    fileCase: {
      name: '立案', documents: ['case-filing-approval'], from: 'verifying', to: 'filed', by: ['bureau-leader'], basis: provisions('第十九条'),
      requires: ['actEndedOn', 'affectsSafety', 'conditionsMet', 'filingReason', 'caseOffice', 'handlers'], optional: ['suspectedActs'],
      guards: [leadMustBeVerifiedBeforeDecision, filingNeedsAllFourConditions, limitationMustNotHavePassed, filingNeedsTwoCertifiedHandlers], closes: 'filed',
      opens: ({ matter, facts: known }) => ({
        procedure: 'penalty-case', title: caseTitle(known.respondentName ?? '', known.suspectedActs ?? ''), channel: 'case-lead', parties: { respondent: 'party' },
        ...(known.caseOffice === undefined ? {} : { officeId: known.caseOffice }), ...(known.handlers?.[0] === undefined ? {} : { assigneeId: known.handlers[0] }),
        facts: {
          source: known.source ?? 'other', sourceNo: matter.number, content: known.content ?? '', suspectedActs: causeOfAction(known.suspectedActs ?? ''), partyName: known.respondentName ?? '',
          partyUscc: known.respondentUscc, partyAddress: known.respondentAddress, filingReason: known.filingReason, handlers: known.handlers,
        },
      }),
    },
    declineCase: {
      name: '不予立案', documents: ['case-not-filed-approval'], from: 'verifying', to: 'declined', by: ['bureau-leader'], basis: provisions('第二十条'), requires: ['declineGround', 'declineReason'], optional: ['correctedOn'],
      guards: [leadMustBeVerifiedBeforeDecision, minorGroundNeedsTimelyCorrection], closes: 'declined',
    },
    transfer: {
      name: '移送有管辖权的机关', from: 'verifying', to: 'transferred', by: ['bureau-leader'], basis: provisions('第十四条'), requires: ['competentBody', 'transferReason'],
      guards: [leadMustBeVerifiedBeforeDecision], closes: 'transferred',
    },
  },
  clocks: {
    verification: {
      name: '核查期限', kind: 'statutory', rule: 'penalty.verification', startsOn: 'opened', stopsOn: ['fileCase', 'declineCase', 'transfer'],
      pausedBy: { commissionTest: ['receiveTest'] }, extendedBy: { extendVerification: { rule: 'penalty.verification-extension', times: 1 } }, dueStep: 'fileCase',
    },
  },
  progress: leadProgress,
})
