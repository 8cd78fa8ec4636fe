import { examplesOf } from '../../../engines/procedure/example.ts'
import type { RelatedMatter } from '../../../engines/procedure/definition.ts'
import { appealResponse } from './procedure.ts'

const facts = { way: 'reconsideration', partyName: '示例食品店', caseNumber: '处罚案〔2026〕8号', contestedAct: '市监处罚〔2026〕8号行政处罚决定', contestedActOn: '2026-03-20' } as const
const by = 'case-officer'
const person = 'officer-a'
const head = 'section-head'
const copy = (copyReceivedOn: string) => ({ way: 'reconsideration', copyReceivedOn, reviewBody: '示例区人民政府', docketNo: '复议〔2026〕3号', claims: '请求撤销处罚决定。' }) as const
const reply = (repliedOn: string) => ({ replyText: '处罚决定认定事实清楚，证据确凿，适用依据正确，程序合法，请予维持。', repliedOn, exhibits: [{ name: '现场笔录', proves: '货架上有过期糕点', obtainedOn: '2026-03-02' }] }) as const
const result = (resultServedOn: string) => ({ resultNo: '复议决定〔2026〕3号', resultServedOn, resultText: '维持原行政处罚决定。' }) as const
const lost = { outcome: 'annulled', resultNo: '复议决定〔2026〕3号', resultServedOn: '2026-07-01', resultText: '主要事实不清，撤销原决定。', performUntilOn: '2026-08-30' } as const
const opinion = { opinionNo: '意见〔2026〕1号', opinionReceivedOn: '2026-07-01', opinionText: '应当规范送达程序。' } as const
const served: readonly RelatedMatter[] = [{ id: 'case', procedure: 'penalty-case', number: '处罚案〔2026〕8号', state: 'served', relation: 'parent', openedAt: '2026-03-02T01:00:00.000Z' }]
const revoked: readonly RelatedMatter[] = served.map((parent) => ({ ...parent, state: 'revoked' }))

/** Appeals upheld, lost, settled and withdrawn. */
export const appealResponseExamples = examplesOf(appealResponse, [
  {
    name: 'answered within ten working days with the evidence of the act, heard with the head present, upheld',
    receivedAt: '2026-04-27 09:00', facts,
    steps: [
      { step: 'receiveCopy', at: '2026-05-06 09:00', by, person, input: copy('2026-05-06') },
      { step: 'reply', at: '2026-05-18 09:00', by, person, input: reply('2026-05-18'), refused: 'guard.responsibleOfficersMustBeNamed' },
      { step: 'nameResponsible', at: '2026-05-18 10:00', by: head, input: { responsible: [person] } },
      { step: 'reply', at: '2026-05-19 09:00', by, person, input: { ...reply('2026-05-19'), exhibits: [{ name: '补充询问笔录', proves: '进货渠道', obtainedOn: '2026-05-10' }] }, refused: 'guard.evidenceMustNotBeGatheredAfterTheAct' },
      { step: 'reply', at: '2026-05-19 09:10', by, person, input: reply('2026-05-19') },
      { step: 'receiveHearingNotice', at: '2026-05-25 09:00', by, person, input: { hearingNoticedOn: '2026-05-25', hearingOn: '2026-06-03' } },
      { step: 'attendHearing', at: '2026-06-03 16:00', by, person, input: { hearingOn: '2026-06-03', isHeadPresent: false, hearingNote: '双方陈述意见。' }, refused: 'guard.headMustAttendOrSayWhy' },
      { step: 'attendHearing', at: '2026-06-03 16:10', by, person, input: { hearingOn: '2026-06-03', isHeadPresent: true, hearingNote: '双方陈述意见。' } },
      { step: 'recordUpheld', at: '2026-06-26 09:00', by, person, input: result('2026-06-26') },
    ],
    ends: { state: 'ended', outcome: 'upheld', clocks: { reply: 'due 2026-05-19, met' } },
  },
  {
    name: 'annulled: the case must be revoked and the opinion answered before the end',
    receivedAt: '2026-04-27 09:00', facts,
    steps: [
      { step: 'receiveCopy', at: '2026-05-06 09:00', by, person, input: copy('2026-05-06'), related: served },
      { step: 'nameResponsible', at: '2026-05-06 10:00', by: head, input: { responsible: [person] } },
      { step: 'reply', at: '2026-05-22 09:10', by, person, input: reply('2026-05-22') },
      { step: 'stopExecution', at: '2026-05-23 09:00', by: 'bureau-leader', input: { stoppedOn: '2026-05-23', stopReason: '复议机关要求停止执行。' } },
      { step: 'recordLost', at: '2026-07-01 09:00', by, person, input: lost },
      { step: 'reportRectification', at: '2026-07-01 09:10', by: head, input: { rectificationText: '已修订送达工作指引并培训。', rectifiedOn: '2026-07-01' }, refused: 'guard.opinionMustBeThereToAnswer' },
      { step: 'recordOpinion', at: '2026-07-01 09:20', by, person, input: opinion },
      { step: 'confirmPerformance', at: '2026-07-10 09:00', by: head, input: { performanceNote: '原处罚决定已经撤销，罚款已经退还。', lesson: '证据链不完整，今后加强审核。' }, refused: 'guard.resultMustBeCarriedIntoTheCase' },
      { step: 'confirmPerformance', at: '2026-07-10 09:10', by: head, input: { performanceNote: '原处罚决定已经撤销，罚款已经退还。', lesson: '证据链不完整，今后加强审核。' }, refused: 'guard.opinionMustBeAnsweredBeforeTheEnd', related: revoked },
      { step: 'reportRectification', at: '2026-08-28 09:00', by: head, input: { rectificationText: '已修订送达工作指引并培训。', rectifiedOn: '2026-08-28' } },
      { step: 'confirmPerformance', at: '2026-08-29 09:00', by: head, input: { performanceNote: '原处罚决定已经撤销，罚款已经退还。', lesson: '证据链不完整，今后加强审核。' } },
    ],
    ends: { state: 'ended', outcome: 'performed', clocks: { reply: 'due 2026-05-19, missed', opinion: 'due 2026-08-31, met', performance: 'due 2026-08-30, met' } },
  },
  {
    name: 'in court: fifteen days for the answer; without one nothing can be upheld; settled in the end',
    receivedAt: '2026-04-27 09:00', facts: { ...facts, way: 'litigation' },
    steps: [
      { step: 'receiveCopy', at: '2026-05-06 09:00', by, person, input: { ...copy('2026-05-06'), way: 'litigation', reviewBody: '示例区人民法院', docketNo: '行初1号' } },
      { step: 'recordUpheld', at: '2026-05-20 09:00', by, person, input: result('2026-05-20'), refused: 'guard.replyMustBeSentBeforeTheResult' },
      { step: 'recordSettled', at: '2026-05-20 10:00', by, person, input: { resultText: '双方和解，原告撤诉。' } },
    ],
    ends: { state: 'ended', outcome: 'settled', clocks: { reply: 'due 2026-05-21, met' } },
  },
  {
    name: 'withdrawn before the copy came',
    receivedAt: '2026-04-27 09:00', facts,
    steps: [{ step: 'recordWithdrawn', at: '2026-04-28 09:00', by, person, input: { withdrawalNote: '申请人撤回申请。' } }],
    ends: { state: 'ended', outcome: 'withdrawn', clocks: {} },
  },
])
