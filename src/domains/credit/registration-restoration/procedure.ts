import { addMonths, dateInShanghai, formatDate } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { progressTable } from '../progress-table.ts'
import { facts } from './facts.ts'

const measures = (article: string) => cite('forced-deregistration-measures', article)
const WORKERS = ['case-officer', 'section-head'] as const
const LEADER = ['bureau-leader'] as const

export const restorationMustBeAskedWithinThreeYears: Guard<typeof facts> = {
  name: 'restorationMustBeAskedWithinThreeYears',
  cite: measures('第十条'),
  check: ({ matter, facts: known, valueOf }) => {
    const years = valueOf('exit.restoration')
    if (known.deregisteredOn === undefined || years === null) return { says: '查不到被强制注销登记的日期。', do: '请核对登记档案。' }
    const last = addMonths(known.deregisteredOn, years * 12)
    return dateInShanghai(matter.receivedAt) <= last ? null : { says: `申请恢复登记应当在被强制注销之日起${years}年内提出，到 ${formatDate(last)} 为止。`, do: '请办理“不予恢复”；为维护国家利益和社会公共利益的，由本局依第十三条决定。' }
  },
}

export const restorationPapersMustBeComplete: Guard<typeof facts> = {
  name: 'restorationPapersMustBeComplete',
  cite: measures('第十一条'),
  check: ({ facts: known }) => {
    const papers = known.papers ?? []
    const isComplete = known.applicant === 'department' ? papers.includes('reason') : papers.includes('identity') && papers.includes('relation')
    return isComplete ? null : { says: '申请材料不齐全：相关部门须有情形说明，债权人、其他利害关系人须有主体资格文件和利害关系材料。', do: '请办理“一次性告知补正”。' }
  },
}

/** 恢复登记 of a company that was forcibly deregistered. */
export const registrationRestoration = defineProcedure({
  id: 'registration-restoration',
  name: '恢复公司登记',
  numberPrefix: '恢复',
  instruments: ['forced-deregistration-measures'],
  facts,
  parties: { applicant: { name: '申请人', isConfidential: true }, company: { name: '公司', isConfidential: false } },
  opening: {
    name: '登记恢复申请', by: ['intake-officer', ...WORKERS, 'machine'], basis: [{ from: '2025-10-10', cite: measures('第十条') }], requires: ['companyName', 'deregisteredOn', 'applicant', 'restorationGround', 'restorationText'], optional: ['uscc', 'papers'],
  },
  states: { applied: '待审查', necessary: '确有必要', restored: '已恢复登记', refused: '不予恢复' },
  opensIn: 'applied',
  finalStates: ['restored', 'refused'],
  outcomes: { 'restored': '恢复登记', 'refused': '不予恢复' },
  steps: {
    askPapers: { name: '一次性告知补正', from: 'applied', to: 'same', by: WORKERS, basis: measures('第十二条'), isOnce: true, requires: ['papersMissing'] },
    receivePapers: { name: '收到补正材料', from: 'applied', to: 'same', by: ['intake-officer', ...WORKERS], basis: measures('第十二条'), requires: ['papers'] },
    findNecessary: { name: '认定确有必要', from: 'applied', to: 'necessary', by: LEADER, basis: measures('第十二条'), requires: ['reviewText'], guards: [restorationMustBeAskedWithinThreeYears, restorationPapersMustBeComplete] },
    restore: { name: '决定恢复登记', from: 'necessary', to: 'restored', by: LEADER, basis: measures('第十四条'), requires: ['isNameTaken'], computes: ({ today }) => ({ restoredOn: today }), closes: 'restored', documents: ['restoration-decision'] },
    refuse: { name: '不予恢复', from: 'applied', to: 'refused', by: LEADER, basis: measures('第十二条'), requires: ['refusalReason'], closes: 'refused', documents: ['restoration-refusal'] },
  },
  clocks: {
    review: { name: '审查期限', kind: 'statutory', rule: 'exit.restoration-review', startsOn: 'opened', stopsOn: ['findNecessary', 'refuse', 'askPapers'], restartedBy: ['receivePapers'], dueStep: 'findNecessary' },
    decision: { name: '恢复决定期限', kind: 'statutory', rule: 'exit.restoration-decision', startsOn: ['findNecessary'], stopsOn: ['restore'], dueStep: 'restore' },
  },
  progress: progressTable({
    'applied': ['已收到恢复登记申请，正在审查。', '将在7个工作日内审查，需要补正的一次性告知。'],
    'necessary': ['经审查确有必要恢复登记。', '将在10个工作日内作出恢复登记决定书。'],
    'restored': ['公司登记已恢复。', '应当及时清算，依法申请注销登记。'],
    'refused': ['决定不予恢复登记，理由已书面告知。', '不服的可以依法申请行政复议或者提起行政诉讼。'],
  }),
})
