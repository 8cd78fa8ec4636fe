import { examplesOf } from '../../../engines/procedure/example.ts'
import { workOrder } from './procedure.ts'

const facts = { content: '来电反映早市占道经营，请核实。', orderType: 'help', category: 'other' } as const
const by = 'case-officer'
const contact = { responseText: '已电话联系来电人。' } as const
const answer = { replyText: '经现场核实，已督促整改。', isResolved: true } as const

/** Work orders as they happen; their limits are parameters of the district. */
export const workOrderExamples = examplesOf(workOrder, [
  {
    name: 'a request for help, answered within five working days and followed up',
    receivedAt: '2026-06-16 09:00', facts,
    steps: [
      { step: 'signFor', at: '2026-06-16 10:00', by: 'intake-officer' },
      { step: 'reply', at: '2026-06-17 08:00', by, input: answer, refused: 'guard.callerMustBeContactedBeforeReply' },
      { step: 'respond', at: '2026-06-17 08:30', by, input: contact },
      { step: 'respond', at: '2026-06-17 08:40', by, input: contact, refused: 'procedure.step-taken-already' },
      { step: 'reply', at: '2026-06-22 10:00', by, input: answer },
      { step: 'followUp', at: '2026-06-23 10:00', by: 'section-head', input: { satisfaction: 'satisfied' } },
    ],
    ends: { state: 'closed', outcome: 'answered', clocks: { firstResponse: 'due 2026-06-17, met', reply: 'due 2026-06-24, met' } },
  },
  {
    name: 'the limit follows the type of the order: an enquiry has one working day, here missed',
    receivedAt: '2026-06-16 09:00', facts: { ...facts, orderType: 'enquiry' },
    steps: [
      { step: 'respond', at: '2026-06-17 10:00', by, input: contact },
      { step: 'reply', at: '2026-06-18 00:00', by, input: answer },
    ],
    ends: { state: 'replied', clocks: { firstResponse: 'due 2026-06-17, missed', reply: 'due 2026-06-17, missed' } },
  },
  {
    name: 'an order of the complaint type across National Day, extended once',
    receivedAt: '2026-09-24 10:30', facts: { ...facts, orderType: 'complaint' },
    steps: [
      { step: 'respond', at: '2026-09-24 11:00', by, input: contact },
      { step: 'extend', at: '2026-10-10 09:00', by, input: { extensionReason: '需要两次现场核实。' }, refused: 'procedure.role-required' },
      { step: 'extend', at: '2026-10-10 09:00', by: 'section-head', input: { extensionReason: '需要两次现场核实。' } },
      { step: 'extend', at: '2026-10-30 09:00', by: 'section-head', input: { extensionReason: '需要三次现场核实。' }, refused: 'procedure.extension-used-up' },
    ],
    ends: { state: 'handling', clocks: { firstResponse: 'due 2026-09-25, met', reply: 'due 2026-11-12' } },
  },
  {
    name: 'taken up again after the follow-up: a full period of its own',
    receivedAt: '2026-06-01 09:00', facts,
    steps: [
      { step: 'respond', at: '2026-06-01 10:00', by, input: contact },
      { step: 'reply', at: '2026-06-03 10:00', by, input: answer },
      { step: 'reopen', at: '2026-06-08 10:00', by: 'intake-officer', input: { reopenReason: '来电人表示问题又出现。' } },
    ],
    ends: { state: 'handling', clocks: { 'firstResponse': 'due 2026-06-02, met', 'reply': 'due 2026-06-08, met', 'reply 2': 'due 2026-06-15' } },
  },
  {
    name: 'not the bureau’s duty: returned to the hotline',
    receivedAt: '2026-06-01 09:00', facts,
    steps: [{ step: 'returnOrder', at: '2026-06-01 11:00', by: 'intake-officer', input: { returnReason: '占道经营由综合执法部门负责。', rightfulBody: '示例区综合行政执法局' } }],
    ends: { state: 'returned', outcome: 'returned', clocks: { firstResponse: 'due 2026-06-02, met', reply: 'due 2026-06-08, met' } },
  },
])
