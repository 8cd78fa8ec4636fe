import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { progressTable } from '../progress-table.ts'
import { facts } from './facts.ts'
import { feedbackMustSayWhatWasDone, measureMustNameItsLegalBasis } from './guards.ts'

const measures = (article: string) => cite('serious-violation-list-measures', article)
const WORKERS = ['case-officer', 'section-head'] as const

/** 联合惩戒通报: notice to one department, its feedback, and the lifting when the entry ends. */
export const jointMeasure = defineProcedure({
  id: 'joint-measure',
  name: '联合惩戒通报',
  numberPrefix: '联惩',
  instruments: ['serious-violation-list-measures'],
  facts,
  parties: { party: { name: '当事人', isConfidential: false } },
  opening: { name: '登记联合惩戒通报', by: [...WORKERS, 'bureau-leader', 'machine'], basis: measures('第四条'), requires: ['partyName', 'listingNo', 'department', 'measureText'], optional: ['uscc'] },
  states: { drafted: '待通报', sent: '待反馈', applied: '已采取措施', lifting: '待解除反馈', closed: '已办结' },
  opensIn: 'drafted',
  finalStates: ['closed'],
  outcomes: { 'not-applied': '未采取措施', 'lifted': '措施已解除', 'withdrawn': '撤回通报' },
  steps: {
    send: { name: '发出通报', from: 'drafted', to: 'sent', by: ['section-head', 'bureau-leader'], basis: measures('第四条'), requires: ['measureBasis'], guards: [measureMustNameItsLegalBasis], documents: ['joint-measure-notice'] },
    urge: { name: '催办反馈', from: ['sent', 'lifting'], to: 'same', by: WORKERS, basis: 'internal', requires: ['urgeText'] },
    recordApplied: { name: '登记反馈', from: 'sent', to: 'applied', by: WORKERS, basis: measures('第四条'), requires: ['feedbackKind'], optional: ['feedbackText'], guards: [feedbackMustSayWhatWasDone] },
    recordNotApplied: { name: '登记未采取措施', from: 'sent', to: 'closed', by: WORKERS, basis: measures('第四条'), requires: ['feedbackText'], optional: ['feedbackKind'], closes: 'not-applied' },
    askToLift: { name: '通报解除措施', from: ['sent', 'applied'], to: 'lifting', by: ['section-head', 'bureau-leader'], basis: measures('第十八条'), requires: ['liftReason'], documents: ['joint-measure-lifting'] },
    recordLifted: { name: '登记解除反馈', from: 'lifting', to: 'closed', by: WORKERS, basis: measures('第十八条'), requires: ['liftFeedback'], closes: 'lifted' },
    withdraw: { name: '撤回通报', from: 'drafted', to: 'closed', by: ['section-head', 'bureau-leader'], basis: 'internal', requires: ['withdrawReason'], closes: 'withdrawn' },
  },
  clocks: {
    feedback: { name: '反馈期限', kind: 'internal', rule: 'joint-measure.feedback', startsOn: ['send'], stopsOn: ['recordApplied', 'recordNotApplied', 'askToLift'], dueStep: 'recordApplied' },
    liftFeedback: { name: '解除反馈期限', kind: 'internal', rule: 'joint-measure.feedback', startsOn: ['askToLift'], stopsOn: ['recordLifted'], dueStep: 'recordLifted' },
  },
  progress: progressTable({
    'drafted': ['拟向有关部门通报。', '通报后由有关部门依法采取措施。'],
    'sent': ['已通报有关部门。', '等待有关部门反馈。'],
    'applied': ['有关部门已经反馈。', '移出名单后将通报解除措施。'],
    'lifting': ['已通报有关部门解除措施。', '等待有关部门反馈。'],
    'closed': ['通报已办结。', '没有后续办理。'],
  }),
})
