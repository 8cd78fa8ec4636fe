import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import type { RelatedMatter } from '../../../engines/procedure/definition.ts'
import { caseResultOf, caseTitle, causeOfAction } from '../../enforcement/index.ts'
import { underBothMeasures } from '../complaint/guards.ts'
import { facts } from './facts.ts'
import {
  allFourConditionsMustHold, caseMustBeDecidedBeforeItsResult, caseMustHaveProvedTheReport, caseMustNotHaveProvedTheReport, namedReporterMustBeTold, resultMustAgreeWithTheCase, resultMustSayWhetherTheReportIsProved, rewardNeedsProvedReport, twoHandlersMustBeNamed,
  verificationMustBeRecordedBeforeDecision,
} from './guards.ts'
import { reportProgress } from './progress.ts'
import { rewardAmountsOf, rewardInFen } from './reward.ts'

const provisions = (article: string) => cite('penalty-procedure-provisions', article)
const rewardMeasures = cite('report-reward-measures', '（条号待核）')
const plan = cite('district-plan-14th', '二（四）2')
const WORKERS = ['case-officer', 'section-head'] as const

/** What the case found stands for the report as well. */
function resultOfTheCase(related: readonly RelatedMatter[]) {
  const result = caseResultOf(related)
  if (result === null || result.isProved === null) return {}
  return { isProved: result.isProved, caseNo: result.number, penaltyInFen: result.penaltyInFen, ...(result.decisionNo === null ? {} : { penaltyDecisionNo: result.decisionNo }) }
}

export const report = defineProcedure({
  id: 'report',
  name: '举报处理',
  numberPrefix: '举报',
  instruments: ['complaint-report-measures', 'complaint-report-interim-measures', 'penalty-procedure-provisions', 'report-reward-measures', 'district-plan-14th'],
  facts,
  parties: { reporter: { name: '举报人', isConfidential: true }, respondent: { name: '被举报人', isConfidential: false } },
  opening: {
    name: '登记举报', by: ['intake-officer', 'case-officer', 'section-head', 'machine'], basis: underBothMeasures('第二十四条', '第二十八条'),
    requires: ['content', 'category', 'respondentName'],
    optional: ['respondentUscc', 'respondentAddress', 'platformName', 'isAnonymous', 'wantsReward', 'outsideNo', 'orderType'],
  },
  states: {
    verifying: '核查中', testing: '检测鉴定中', declined: '不予立案', filed: '已立案', investigating: '办案中', concluded: '案件已结',
    'not-competent': '无处理权限', repeated: '重复举报', ended: '已办结',
  },
  opensIn: 'verifying',
  finalStates: ['not-competent', 'repeated', 'ended'],
  outcomes: { 'not-competent': '告知向有权机关提出', 'repeated': '重复举报，不再另行处理', 'declined': '不予立案', 'proved': '立案查处', 'not-proved': '立案后未认定违法', 'rewarded': '立案查处并奖励' },
  steps: {
    respond: { name: '首次回应', from: 'verifying', to: 'same', by: ['intake-officer', ...WORKERS], basis: plan, isOnce: true, requires: ['responseText'], tells: ({ facts: known }) => known.responseText ?? '' },
    declareNoCompetence: {
      name: '告知无处理权限', from: 'verifying', to: 'not-competent', by: WORKERS, basis: underBothMeasures('第二十八条', '第三十四条'), requires: ['competentBody'], closes: 'not-competent',
      tells: ({ input }) => `您举报的事项本局没有处理权限，请向${input.competentBody ?? '有权机关'}提出。`,
    },
    closeRepeated: { name: '认定重复举报', from: 'verifying', to: 'repeated', by: WORKERS, basis: cite('complaint-report-measures', '第三十五条'), inForce: { from: '2026-04-15' }, requires: ['repeatedOf'], closes: 'repeated' },
    addNewFacts: { name: '合并补充的新事实', from: ['verifying', 'testing'], to: 'same', by: ['intake-officer', ...WORKERS], basis: cite('complaint-report-measures', '第三十五条'), inForce: { from: '2026-04-15' }, requires: ['newFacts'] },
    recordVerification: { name: '记录核查情况', from: 'verifying', to: 'same', by: WORKERS, basis: provisions('第十八条'), requires: ['verificationRecord', 'verifiers'] },
    commissionTest: { name: '委托检测鉴定', from: 'verifying', to: 'testing', by: WORKERS, basis: provisions('第十八条'), requires: ['testBody', 'testItem'] },
    receiveTest: { name: '登记检测鉴定结果', from: 'testing', to: 'verifying', by: WORKERS, basis: provisions('第十八条'), requires: ['testResult'] },
    extendVerification: { name: '批准延长核查', from: ['verifying', 'testing'], to: 'same', by: ['bureau-leader'], basis: provisions('第十八条'), requires: ['extensionReason'] },
    fileCase: {
      name: '立案', from: 'verifying', to: 'filed', by: ['bureau-leader'], basis: provisions('第十九条'), requires: ['conditionsMet', 'filingReason'],
      guards: [verificationMustBeRecordedBeforeDecision, allFourConditionsMustHold], documents: ['report-filing-notice'],
    },
    declineCase: {
      name: '不予立案', from: 'verifying', to: 'declined', by: ['bureau-leader'], basis: provisions('第二十条'), requires: ['declineGround', 'declineReason'],
      guards: [verificationMustBeRecordedBeforeDecision], documents: ['report-filing-notice'],
    },
    tellReporter: {
      name: '告知举报人', from: ['declined', 'filed', 'investigating', 'concluded'], to: 'same', by: WORKERS, basis: underBothMeasures('第三十一条', '第三十六条'), requires: ['noticeForm'],
      tells: ({ matter }) => (matter.state === 'declined' ? '您举报的事项经核查，决定不予立案。' : '您举报的事项已立案。'),
    },
    closeDeclined: { name: '办结', from: 'declined', to: 'ended', by: WORKERS, basis: 'internal', guards: [namedReporterMustBeTold], closes: 'declined' },
    handOverToCase: {
      name: '移交办案', from: 'filed', to: 'investigating', by: ['section-head', 'bureau-leader'], basis: provisions('第十九条'), requires: ['suspectedActs', 'caseOffice', 'handlers'], optional: ['caseNo'], guards: [twoHandlersMustBeNamed],
      // The respondent goes with the case, the reporter never does.
      opens: ({ matter, facts: known }) => ({
        procedure: 'penalty-case', title: caseTitle(known.respondentName ?? matter.title, known.suspectedActs ?? ''), channel: 'report-filed', parties: { respondent: 'party' }, ...(known.caseOffice === undefined ? {} : { officeId: known.caseOffice }),
        facts: {
          source: 'report', sourceNo: matter.number, content: known.verificationRecord ?? '', suspectedActs: causeOfAction(known.suspectedActs ?? ''), partyName: known.respondentName ?? '', partyUscc: known.respondentUscc,
          partyAddress: known.respondentAddress, filingReason: known.filingReason,
        },
      }),
    },
    concludeCase: {
      name: '登记案件结果', from: 'investigating', to: 'concluded', by: WORKERS, basis: 'internal', requires: ['caseResult'], optional: ['isProved', 'penaltyInFen', 'penaltyDecisionNo'],
      guards: [namedReporterMustBeTold, caseMustBeDecidedBeforeItsResult, resultMustSayWhetherTheReportIsProved, resultMustAgreeWithTheCase],
      computes: ({ related }) => resultOfTheCase(related),
    },
    decideReward: {
      name: '决定奖励', from: 'concluded', to: 'ended', by: ['bureau-leader'], basis: rewardMeasures, requires: ['rewardLevel', 'rewardReason'], guards: [rewardNeedsProvedReport],
      computes: ({ facts: known, input, valueOf }) => {
        const amounts = rewardAmountsOf(input.rewardLevel ?? 'third', valueOf)
        return amounts === null ? {} : { rewardInFen: rewardInFen(known.penaltyInFen ?? 0, amounts) }
      },
      closes: 'rewarded', documents: ['reward-notice'],
      tells: ({ facts: known }) => `您的举报经查证属实，决定给予奖励${((known.rewardInFen ?? 0) / 100).toFixed(2)}元。`,
    },
    closeProved: { name: '办结（不奖励）', from: 'concluded', to: 'ended', by: WORKERS, basis: 'internal', guards: [caseMustHaveProvedTheReport], closes: 'proved' },
    closeNotProved: { name: '办结（未认定违法）', from: 'concluded', to: 'ended', by: WORKERS, basis: 'internal', guards: [caseMustNotHaveProvedTheReport], closes: 'not-proved' },
  },
  clocks: {
    firstResponse: { name: '24小时首次回应', kind: 'plan', rule: 'complaint-report.first-response', startsOn: 'opened', stopsOn: ['respond', 'declareNoCompetence', 'closeRepeated', 'recordVerification', 'fileCase', 'declineCase'], dueStep: 'respond' },
    verification: {
      name: '核查期限', kind: 'statutory', rule: 'report.verification', startsOn: 'opened', stopsOn: ['fileCase', 'declineCase', 'declareNoCompetence', 'closeRepeated'],
      pausedBy: { commissionTest: ['receiveTest'] }, extendedBy: { extendVerification: { rule: 'report.verification-extension', times: 1 } }, restartedBy: ['addNewFacts'], dueStep: 'fileCase',
    },
    filingNotice: { name: '告知举报人期限', kind: 'statutory', rule: 'report.filing-notice', appliesTo: (known) => known.isAnonymous !== true, startsOn: ['fileCase', 'declineCase'], stopsOn: ['tellReporter', 'closeDeclined', 'concludeCase'], dueStep: 'tellReporter' },
  },
  progress: reportProgress,
})
