import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { progressWords } from '../progress-words.ts'
import { facts } from './facts.ts'
import {
  evidenceMustNotBeGatheredAfterTheAct, headMustAttendOrSayWhy, opinionMustBeAnsweredBeforeTheEnd, opinionMustBeThereToAnswer, replyMustBeSentBeforeTheResult, replyMustFollowTheCopy, replyNeedsEvidenceOfTheAct,
  responsibleOfficersMustBeNamed, resultMustBeCarriedIntoTheCase,
} from './guards.ts'

const WORKERS = ['case-officer', 'section-head', 'legal-reviewer'] as const
const HEADS = ['section-head', 'bureau-leader', 'legal-reviewer'] as const
const PENDING = ['received', 'replied', 'heard'] as const

const reconsideration = (article: string) => cite('reconsideration-law', article)

/** 行政复议、行政诉讼应对: reply and evidence in time, hearing, result, and what the result asks of the case. */
export const appealResponse = defineProcedure({
  id: 'appeal-response',
  name: '行政复议和行政诉讼应对',
  numberPrefix: '复诉',
  instruments: ['reconsideration-law', 'administrative-litigation-law'],
  facts,
  team: 'responsible',
  parties: { party: { name: '申请人（原告）', isConfidential: false } },
  opening: {
    name: '登记复议（诉讼）', by: ['case-officer', 'section-head', 'legal-reviewer', 'bureau-leader', 'machine'], basis: reconsideration('第四十八条'), requires: ['way', 'partyName', 'caseNumber', 'contestedAct'], optional: ['contestedActOn'],
  },
  states: { notified: '待收副本', received: '待答复', replied: '已答复', heard: '已听证（开庭）', performing: '待履行结果', ended: '已办结' },
  opensIn: 'notified',
  finalStates: ['ended'],
  outcomes: { upheld: '维持或者驳回', performed: '结果已履行', settled: '调解或者和解', withdrawn: '撤回' },
  steps: {
    receiveCopy: {
      name: '登记收到副本', from: 'notified', to: 'received', by: WORKERS, basis: reconsideration('第四十八条'), requires: ['way', 'copyReceivedOn', 'reviewBody', 'docketNo', 'claims'], optional: ['contestedActOn'], happenedOn: 'copyReceivedOn',
    },
    nameResponsible: { name: '指定负责人员', from: ['notified', ...PENDING], to: 'same', by: HEADS, basis: 'internal', requires: ['responsible'] },
    reply: {
      name: '提出答复（答辩）', from: 'received', to: 'replied', by: WORKERS, basis: reconsideration('第四十八条'), requires: ['replyText', 'repliedOn'], optional: ['exhibits'], happenedOn: 'repliedOn',
      guards: [responsibleOfficersMustBeNamed, replyMustFollowTheCopy, replyNeedsEvidenceOfTheAct, evidenceMustNotBeGatheredAfterTheAct], documents: ['appeal-reply', 'appeal-exhibit-list'],
    },
    receiveHearingNotice: { name: '登记听证（开庭）通知', from: ['received', 'replied'], to: 'same', by: WORKERS, basis: reconsideration('第五十一条'), requires: ['hearingNoticedOn', 'hearingOn'] },
    attendHearing: {
      name: '记录听证（开庭）', from: 'replied', to: 'heard', by: WORKERS, basis: reconsideration('第五十一条'), requires: ['hearingOn', 'isHeadPresent', 'hearingNote'], optional: ['headAbsenceReason'], happenedOn: 'hearingOn',
      guards: [headMustAttendOrSayWhy],
    },
    stopExecution: { name: '停止执行', from: PENDING, to: 'same', by: ['bureau-leader'], basis: reconsideration('第四十二条'), requires: ['stoppedOn', 'stopReason'], happenedOn: 'stoppedOn', isOnce: true },
    recordOpinion: {
      name: '登记意见书', from: [...PENDING, 'performing'], to: 'same', by: WORKERS, basis: reconsideration('第七十六条'), requires: ['opinionNo', 'opinionReceivedOn', 'opinionText'], happenedOn: 'opinionReceivedOn',
      computes: () => ({ isOpinionOpen: true }),
    },
    reportRectification: {
      name: '报送纠正情况', from: [...PENDING, 'performing'], to: 'same', by: HEADS, basis: reconsideration('第七十六条'), requires: ['rectificationText', 'rectifiedOn'], happenedOn: 'rectifiedOn', guards: [opinionMustBeThereToAnswer],
      computes: () => ({ isOpinionOpen: false }), documents: ['rectification-report'],
    },
    recordUpheld: {
      name: '登记维持或者驳回', from: PENDING, to: 'ended', by: WORKERS, basis: reconsideration('第七十五条'), requires: ['resultNo', 'resultServedOn', 'resultText'], guards: [replyMustBeSentBeforeTheResult, opinionMustBeAnsweredBeforeTheEnd], closes: 'upheld',
    },
    recordLost: {
      name: '登记变更、撤销等结果', from: PENDING, to: 'performing', by: WORKERS, basis: reconsideration('第七十五条'), requires: ['outcome', 'resultNo', 'resultServedOn', 'resultText', 'performUntilOn'], happenedOn: 'resultServedOn',
    },
    recordSettled: { name: '登记调解或者和解', from: PENDING, to: 'ended', by: WORKERS, basis: reconsideration('第七十三条'), requires: ['resultText'], guards: [opinionMustBeAnsweredBeforeTheEnd], closes: 'settled' },
    recordWithdrawn: { name: '登记撤回', from: ['notified', ...PENDING], to: 'ended', by: WORKERS, basis: 'internal', requires: ['withdrawalNote'], guards: [opinionMustBeAnsweredBeforeTheEnd], closes: 'withdrawn' },
    confirmPerformance: {
      name: '确认已履行结果', from: 'performing', to: 'ended', by: HEADS, basis: reconsideration('第七十七条'), requires: ['performanceNote', 'lesson'], guards: [resultMustBeCarriedIntoTheCase, opinionMustBeAnsweredBeforeTheEnd], closes: 'performed',
    },
  },
  clocks: {
    reply: {
      name: '答复（答辩）期限', kind: 'statutory', rule: 'reconsideration.reply', startsOn: ['receiveCopy'], stopsOn: ['reply', 'recordUpheld', 'recordLost', 'recordSettled', 'recordWithdrawn'], dueStep: 'reply',
      ruleFor: ({ way }) => (way === 'litigation' ? 'litigation.reply' : way === 'second-instance' ? 'litigation.reply-second' : way === 'reconsideration-simple' ? 'reconsideration.reply-simple' : 'reconsideration.reply'),
    },
    opinion: {
      name: '报送纠正情况期限', kind: 'statutory', rule: 'reconsideration.opinion', startsOn: ['recordOpinion'], restartedBy: ['recordOpinion'], stopsOn: ['reportRectification'], dueStep: 'reportRectification',
    },
    performance: { name: '履行结果期限', kind: 'internal', rule: 'reconsideration.performance', until: 'performUntilOn', startsOn: ['recordLost'], stopsOn: ['confirmPerformance'], dueStep: 'confirmPerformance' },
  },
  progress: progressWords({
    notified: ['已登记您的复议或者诉讼。', '收到副本后本局依法答复。'], received: ['正在准备答复。', '本局在法定期限内提出答复和证据。'], replied: ['本局已提出答复和证据。', '等待审理。'], heard: ['已经听证或者开庭。', '等待结果。'],
    performing: ['结果已经作出。', '本局正在履行。'], ended: ['已办结。', '没有后续办理。'],
  }),
})
