import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { REPAIR_MEASURES_FROM } from '../list-removal.ts'
import { progressTable } from '../progress-table.ts'
import { facts } from './facts.ts'
import { correctionMustBeVerified, planMustStillBeCarriedOut, rulingOfTheCourtMustBeHeld } from './guards.ts'

const measures = (article: string) => cite('credit-repair-measures', article)
const WORKERS = ['case-officer', 'section-head'] as const
const LEADER = ['bureau-leader'] as const

/** 重整计划、和解协议执行期间的临时信用修复: what is public rests while the plan is carried out, ends with it, or comes back. */
export const reorganisationRepair = defineProcedure({
  id: 'reorganisation-repair',
  name: '破产重整信用修复',
  numberPrefix: '重整修复',
  instruments: ['credit-repair-measures'],
  facts,
  parties: { enterprise: { name: '企业', isConfidential: false } },
  opening: {
    name: '登记临时信用修复申请', by: ['intake-officer', ...WORKERS, 'machine'], basis: [{ from: REPAIR_MEASURES_FROM, cite: measures('第二十二条') }], requires: ['enterpriseName', 'planKind', 'court'],
    optional: ['uscc', 'rulingNo', 'planEndsOn', 'planPapers'], fromRegister: { uscc: 'uscc' },
  },
  states: { applied: '待审查', eased: '临时修复中', completing: '执行完毕待核实', repaired: '已修复', restored: '已恢复公示', declined: '未采取临时措施' },
  opensIn: 'applied',
  finalStates: ['repaired', 'restored', 'declined'],
  outcomes: { 'repaired': '停止公示', 'not-corrected': '不予修复，恢复公示', 'failed': '未执行成功，恢复公示', 'declined': '不采取临时措施' },
  steps: {
    ease: {
      name: '采取临时修复措施', from: 'applied', to: 'eased', by: LEADER, basis: measures('第二十二条第一款'), requires: ['easedInformation'], optional: ['rulingNo', 'planEndsOn', 'planPapers'],
      guards: [rulingOfTheCourtMustBeHeld, planMustStillBeCarriedOut], computes: ({ today }) => ({ easedOn: today }), documents: ['reorganisation-easing-notice'],
    },
    decline: { name: '不采取临时措施', from: 'applied', to: 'declined', by: LEADER, basis: measures('第二十二条第一款'), requires: ['refusalReason'], closes: 'declined', documents: ['reorganisation-easing-refusal'] },
    receiveCompletion: {
      name: '登记执行完毕的修复申请', from: 'eased', to: 'completing', by: ['intake-officer', ...WORKERS], basis: measures('第二十二条第二款'), requires: ['completionRulingNo'], optional: ['completedOn'], happenedOn: 'completedOn',
    },
    verify: { name: '核实', from: 'completing', to: 'same', by: WORKERS, basis: measures('第十五条'), requires: ['verificationText', 'hasCorrected'] },
    repair: {
      name: '准予修复，停止公示', from: 'completing', to: 'repaired', by: LEADER, basis: measures('第二十二条第二款'), guards: [correctionMustBeVerified], computes: ({ today }) => ({ decidedOn: today }), closes: 'repaired', documents: ['reorganisation-repair-decision'],
    },
    refuseRepair: {
      name: '不予修复并恢复公示', from: 'completing', to: 'restored', by: LEADER, basis: measures('第十七条'), requires: ['repairRefusalReason'], computes: ({ today }) => ({ decidedOn: today }), closes: 'not-corrected', documents: ['reorganisation-repair-refusal'],
    },
    restore: { name: '未执行成功，恢复公示', from: 'eased', to: 'restored', by: LEADER, basis: measures('第二十二条第三款'), requires: ['failureText'], closes: 'failed', documents: ['reorganisation-restoration-notice'] },
  },
  clocks: {
    easing: { name: '临时修复期限', kind: 'statutory', rule: 'credit-repair.reorganisation', startsOn: 'opened', stopsOn: ['ease', 'decline'], dueStep: 'ease' },
    decision: { name: '修复决定期限', kind: 'statutory', rule: 'credit-repair.decision', startsOn: ['receiveCompletion'], stopsOn: ['repair', 'refuseRepair'], dueStep: 'repair' },
    execution: { name: '计划或者协议的执行期限', kind: 'internal', rule: 'credit-repair.reorganisation', until: 'planEndsOn', appliesTo: (known) => known.planEndsOn !== undefined, startsOn: ['ease'], stopsOn: ['receiveCompletion', 'restore'], dueStep: 'receiveCompletion', isWaiting: true },
  },
  progress: progressTable({
    'applied': ['已收到临时信用修复申请。', '将在7个工作日内审查是否采取临时措施。'],
    'eased': ['执行期间暂时停止公示相关失信信息。', '执行完毕后，请持人民法院的裁定书申请信用修复。'],
    'completing': ['已收到执行完毕后的修复申请，正在核实。', '将在7个工作日内作出决定。'],
    'repaired': ['已停止公示相关失信信息。', '没有后续办理。'],
    'restored': ['相关失信信息已恢复公示。', '不服的可以依法申请行政复议或者提起行政诉讼。'],
    'declined': ['没有采取临时措施，理由已书面告知。', '不服的可以依法申请行政复议或者提起行政诉讼。'],
  }),
})
