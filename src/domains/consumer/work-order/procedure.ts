import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { facts } from './facts.ts'

const opinions = cite('hotline-12345-opinions', '（条号待核）')
const plan = cite('district-plan-14th', '二（四）2')
const WORKERS = ['case-officer', 'section-head'] as const
const LIMITS = { enquiry: 'work-order.enquiry', help: 'work-order.help', complaint: 'work-order.complaint', suggestion: 'work-order.suggestion' } as const

export const callerMustBeContactedBeforeReply: Guard<typeof facts> = {
  name: 'callerMustBeContactedBeforeReply',
  cite: plan,
  check: ({ matter }) => (matter.steps.some((taken) => taken.step === 'respond') ? null
    : { says: '规划要求24小时内回应来电人，尚未登记首次联系情况。', do: '请先办理“首次联系”。' }),
}

/** 12345 work orders: no national day limit, so every limit is a parameter of the district. */
export const workOrder = defineProcedure({
  id: 'work-order',
  name: '12345工单办理',
  numberPrefix: '工单',
  instruments: ['hotline-12345-opinions', 'district-plan-14th'],
  facts,
  parties: { caller: { name: '来电人', isConfidential: false } },
  opening: {
    name: '登记工单', by: ['intake-officer', 'case-officer', 'section-head', 'machine'], basis: opinions,
    requires: ['content', 'orderType', 'category'], optional: ['outsideNo', 'respondentName', 'respondentUscc', 'respondentAddress'],
  },
  states: { received: '待签收', handling: '办理中', replied: '已答复待回访', closed: '已办结', returned: '已退单' },
  opensIn: 'received',
  finalStates: ['closed', 'returned'],
  outcomes: { answered: '已办结', returned: '退回12345' },
  steps: {
    signFor: { name: '签收', from: 'received', to: 'handling', by: ['intake-officer', ...WORKERS], basis: opinions, optional: ['signedForBy'] },
    returnOrder: { name: '退单', from: ['received', 'handling'], to: 'returned', by: ['intake-officer', 'section-head'], basis: opinions, requires: ['returnReason'], optional: ['rightfulBody'], closes: 'returned' },
    respond: { name: '首次联系', from: ['received', 'handling'], to: 'handling', by: ['intake-officer', ...WORKERS], basis: plan, isOnce: true, requires: ['responseText'] },
    extend: { name: '批准延期', from: 'handling', to: 'same', by: ['section-head', 'bureau-leader'], basis: opinions, requires: ['extensionReason'] },
    reply: {
      name: '答复', from: 'handling', to: 'replied', by: WORKERS, basis: opinions, requires: ['replyText', 'isResolved'], guards: [callerMustBeContactedBeforeReply], documents: ['work-order-reply'],
      tells: ({ input }) => input.replyText ?? '',
    },
    followUp: { name: '回访办结', from: 'replied', to: 'closed', by: ['intake-officer', 'section-head'], basis: opinions, requires: ['satisfaction'], optional: ['followUpNote'], closes: 'answered' },
    reopen: { name: '重新办理', from: 'replied', to: 'handling', by: ['intake-officer', 'section-head'], basis: opinions, requires: ['reopenReason'] },
  },
  clocks: {
    firstResponse: { name: '24小时首次回应', kind: 'plan', rule: 'complaint-report.first-response', startsOn: 'opened', stopsOn: ['respond', 'returnOrder'], dueStep: 'respond' },
    reply: {
      name: '办理期限', kind: 'internal', rule: 'work-order.complaint', ruleFor: (known) => LIMITS[known.orderType ?? 'complaint'], startsOn: 'opened', stopsOn: ['reply', 'returnOrder'],
      restartedBy: ['reopen'], extendedBy: { extend: { rule: 'work-order.complaint', times: 1 } }, dueStep: 'reply',
    },
  },
  progress: (matter) => {
    switch (matter.state) {
      case 'received': return { says: '已收到您的诉求。', next: '我们会尽快与您联系。' }
      case 'handling': return { says: '正在办理。', next: '办理后会答复您。' }
      case 'replied': return { says: '已答复。', next: '我们可能会回访您。' }
      case 'returned': return { says: '不属于本局职责，已退回12345热线。', next: '请向12345热线了解承办单位。' }
      default: return { says: '已办结。', next: '没有后续办理。' }
    }
  },
})
