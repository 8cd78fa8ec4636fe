import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { calendarDate, choice, longText, text } from '../../../engines/procedure/facts.ts'
import { REPAIR_MEASURES_FROM } from '../list-removal.ts'
import { progressTable } from '../progress-table.ts'

const repair = (article: string) => cite('credit-repair-measures', article)
const WORKERS = ['case-officer', 'section-head'] as const

const RECEIVED_KINDS = {
  'penalty': '外省市场监督管理部门推送的行政处罚信息', 'serious-list': '外省市场监督管理部门推送的严重违法失信名单信息', 'repair': '外省市场监督管理部门推送的信用修复信息', 'department-repair': '相关部门准予信用修复的信息',
} as const

type Received = keyof typeof RECEIVED_KINDS
const SHOWN: readonly (Received | undefined)[] = ['penalty', 'serious-list']

const facts = {
  partyName: text('当事人名称', { isListed: true }),
  uscc: text('统一社会信用代码', { max: 18, isListed: true }),
  receivedKind: choice('收到的信息', RECEIVED_KINDS, { isListed: true, cite: repair('第四条') }),
  sender: text('推送单位', { max: 200, isListed: true }),
  documentNo: text('决定书文号', { max: 120, isListed: true }),
  content: longText('信息内容', { min: 2, max: 3000 }),
  doneOn: calendarDate('办理日期', { help: '留空即今日' }),
  shownText: longText('协助公示情况', { min: 2, max: 1000 }),
  stoppedText: longText('协助停止公示情况', { min: 2, max: 1000 }),
  returnReason: longText('退回原因', { min: 5, max: 1000 }),
}

export const receivedInformationMustBeOneToShow: Guard<typeof facts> = {
  name: 'receivedInformationMustBeOneToShow',
  cite: cite('penalty-disclosure-provisions', '第十条'),
  check: ({ facts: known }) => (SHOWN.includes(known.receivedKind) ? null : { says: '收到的是信用修复信息，应当协助停止公示，不是公示。', do: '请办理“协助停止公示”。' }),
}

export const receivedInformationMustBeOneToStop: Guard<typeof facts> = {
  name: 'receivedInformationMustBeOneToStop',
  cite: repair('第二十五条'),
  check: ({ facts: known }) => (SHOWN.includes(known.receivedKind) ? { says: '收到的是处罚或者列入信息，应当协助公示，没有停止公示的依据。', do: '请办理“协助公示”。' } : null),
}

/** 协助公示: what bureaus of other provinces and other departments send about an entity registered here is shown, or taken away, in time. */
export const assistedPublicity = defineProcedure({
  id: 'assisted-publicity',
  name: '协助公示',
  numberPrefix: '协公',
  instruments: ['credit-repair-measures', 'penalty-disclosure-provisions', 'serious-violation-list-measures'],
  facts,
  parties: { party: { name: '当事人', isConfidential: false } },
  opening: { name: '登记收到的信息', by: ['intake-officer', ...WORKERS, 'machine'], basis: [{ from: REPAIR_MEASURES_FROM, cite: repair('第四条') }], requires: ['partyName', 'receivedKind', 'sender', 'documentNo', 'content'], optional: ['uscc'], fromRegister: { uscc: 'uscc' } },
  states: { received: '待办理', shown: '已公示', stopped: '已停止公示', returned: '已退回' },
  opensIn: 'received',
  finalStates: ['shown', 'stopped', 'returned'],
  outcomes: { shown: '协助公示', stopped: '协助停止公示', returned: '退回' },
  steps: {
    show: { name: '协助公示', from: 'received', to: 'shown', by: WORKERS, basis: cite('penalty-disclosure-provisions', '第十条'), requires: ['shownText'], optional: ['doneOn'], happenedOn: 'doneOn', guards: [receivedInformationMustBeOneToShow], closes: 'shown' },
    stop: { name: '协助停止公示', from: 'received', to: 'stopped', by: WORKERS, basis: repair('第二十五条'), requires: ['stoppedText'], optional: ['doneOn'], happenedOn: 'doneOn', guards: [receivedInformationMustBeOneToStop], closes: 'stopped' },
    sendBack: { name: '退回', from: 'received', to: 'returned', by: WORKERS, basis: 'internal', requires: ['returnReason'], closes: 'returned' },
  },
  clocks: {
    showing: {
      name: '协助公示期限', kind: 'statutory', rule: 'disclosure.publish-received', ruleFor: (known) => (known.receivedKind === 'serious-list' ? 'serious.publish-received' : 'disclosure.publish-received'),
      appliesTo: (known) => SHOWN.includes(known.receivedKind), startsOn: 'opened', stopsOn: ['show', 'sendBack'], dueStep: 'show',
    },
    stopping: { name: '协助停止公示期限', kind: 'statutory', rule: 'credit-repair.sync', appliesTo: (known) => known.receivedKind === 'department-repair', startsOn: 'opened', stopsOn: ['stop', 'sendBack'], dueStep: 'stop' },
    // The measures set no days for information of another province; the bureau takes those of its own data work.
    stoppingForProvince: { name: '协助停止公示期限（外省）', kind: 'internal', rule: 'credit-repair.data-work', appliesTo: (known) => known.receivedKind === 'repair', startsOn: 'opened', stopsOn: ['stop', 'sendBack'], dueStep: 'stop' },
  },
  progress: progressTable({
    'received': ['已收到推送的信息，正在核对。', '将在规定期限内协助公示或者停止公示。'],
    'shown': ['已协助公示。', '没有后续办理。'],
    'stopped': ['已协助停止公示。', '没有后续办理。'],
    'returned': ['信息已退回推送单位。', '没有后续办理。'],
  }),
})
