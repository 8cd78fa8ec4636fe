import type { CountedClock } from '../../../engines/indicator/definition.ts'
import type { QualityDefinition } from '../../../engines/indicator/quality.ts'
import type { AnyProcedure } from '../../../engines/procedure/definition.ts'
import { creditProcedures } from '../../credit/index.ts'
import { enforcementProcedures } from '../../enforcement/index.ts'
import { inspectionProcedures } from '../../inspection/index.ts'

const PROCEDURES: readonly AnyProcedure[] = [...enforcementProcedures, ...inspectionProcedures, ...creditProcedures]

function clock(procedure: string, kind: string): CountedClock {
  const declared = PROCEDURES.find(({ id }) => id === procedure)?.clocks[kind]
  if (declared === undefined) throw new Error(`no clock ${kind} of ${procedure}`)
  return { procedure, kind, ...(declared.restartedBy === undefined ? {} : { isRestartable: true }) }
}

/** The limits that bind the bureau: not those that give the party time or end something by themselves. */
const OWN_LIMITS = PROCEDURES.flatMap(({ id, clocks }) => Object.entries(clocks).filter(([, { isWaiting, expiresInto }]) => isWaiting !== true && expiresInto === undefined).map(([kind]) => clock(id, kind)))

/** Ahead of their last day, limits are at risk for this long. */
const DAYS_AT_RISK = 10

/** Longer than any review takes: every review under way. */
const REVIEW_HORIZON_DAYS = 366

const REVIEW_CLOCKS = [clock('penalty-case', 'review'), clock('penalty-case', 'extendedReview')]

const onTime = (id: string, name: string, says: string, clocks: readonly (readonly [string, string])[]): QualityDefinition => ({
  id, group: '按期办理', name, says, numeratorName: '按期', denominatorName: '期内届满', measure: { by: 'on-time-ratio', clocks: clocks.map(([procedure, kind]) => clock(procedure, kind)) },
})

/** What the heads look at: counted from the limits, facts and refusals of enforcement, inspection and credit supervision. */
export const qualityFigures: readonly QualityDefinition[] = [
  {
    id: 'at-risk', group: '期限风险', name: '临期和逾期期限', says: `执法、检查和信用监管的办件，截至统计时点${DAYS_AT_RISK}日内届满和已经逾期的办理期限；当事人的期限不计，投诉、举报和工单见工作台。`, numeratorName: '已逾期', denominatorName: '临期和逾期',
    measure: { by: 'running-clocks', clocks: OWN_LIMITS, withinDays: DAYS_AT_RISK },
  },
  onTime('lead-verification', '线索按期核查', '核查期限在期内届满的线索，届满前作出是否立案决定的比例。', [['lead', 'verification']]),
  onTime('decision', '案件按期决定', '办案期限（含延长）在期内届满的案件，届满前作出决定的比例。', [['penalty-case', 'decision'], ['penalty-case', 'continued']]),
  onTime('service', '决定书按期送达', '送达期限在期内届满的处罚决定，届满前送达的比例。', [['penalty-case', 'service']]),
  onTime('penalty-publication', '处罚信息按期公示', '公示期限在期内届满的处罚决定，届满前公示的比例；仅警告的不公示。', [['penalty-case', 'publication']]),
  onTime('withdrawal', '撤销后按期撤回公示', '决定被撤销后，按期撤回公示的比例。', [['penalty-case', 'withdrawal']]),
  onTime('closing', '案件按期结案', '结案期限在期内届满的案件，届满前批准结案的比例。', [['penalty-case', 'closing']]),
  onTime('measure', '强制措施期内处理', '查封扣押期限在期内届满的措施，届满前作出处理的比例。', [['measure', 'seizure']]),
  onTime('inspection-publication', '检查结果按期公示', '公示期限在期内届满的检查，届满前公示结果的比例。', [['inspection', 'publication']]),
  onTime('rectification', '责令改正按期完成', '改正期限在期内届满的，届满前报告改正或者复查的比例。', [['inspection', 'correction']]),
  onTime('listing', '经营异常名录按期列入', '列入期限在期内届满的，届满前作出决定的比例。', [['abnormal-operation', 'listing'], ['abnormal-operation', 'listingAfterReports']]),
  onTime('repair', '信用修复按期办理', '受理、决定和数据处理期限在期内届满的，届满前办理的比例。', [['credit-repair', 'acceptance'], ['credit-repair', 'decision'], ['credit-repair', 'decisionAfterVerification'], ['credit-repair', 'dataWork']]),
  {
    id: 'review-waiting', group: '审核', name: '正在审核', says: '截至统计时点已送审、尚未审完的案件；届满日待放假安排公布的不计。', numeratorName: '已逾期', denominatorName: '正在审核',
    measure: { by: 'running-clocks', clocks: REVIEW_CLOCKS, withinDays: REVIEW_HORIZON_DAYS },
  },
  {
    id: 'review', group: '审核', name: '案件审核工作量', says: '期内完成的案件审核和法制审核，按审核人统计件数、平均用时（自送交或者延长起的自然日）和按期情况。', numeratorName: '按期', denominatorName: '完成审核', splitName: '审核人',
    measure: { by: 'ended-clocks', clocks: REVIEW_CLOCKS, steps: ['approveReview', 'returnReview'] },
  },
  {
    id: 'hearing', group: '告知与决定', name: '告知后要求听证', says: '期内送达行政处罚告知书的案件，当事人要求听证的。', numeratorName: '要求听证', denominatorName: '送达告知书',
    measure: { by: 'dated-ratio', procedures: ['penalty-case'], datedBy: 'noticeServedOn', holds: { present: ['hearingRequestedOn'] } },
  },
  {
    id: 'no-penalty', group: '告知与决定', name: '不予处罚', says: '期内作出决定的普通程序案件，不予处罚的；含首次违法、轻微违法免罚。', numeratorName: '不予处罚', denominatorName: '作出决定',
    measure: { by: 'dated-ratio', procedures: ['penalty-case'], datedBy: 'decidedOn', holds: { present: ['noPenaltyGround'] } },
  },
  {
    id: 'appeal', group: '告知与决定', name: '复议诉讼改变或者撤销', says: '期内终结的行政复议和行政诉讼，决定被变更、撤销或者确认违法的；同一案件以最后一次结果计。', numeratorName: '被改变', denominatorName: '终结',
    measure: { by: 'dated-ratio', procedures: ['penalty-case'], datedBy: 'appealEndedOn', holds: { oneOf: { appealResult: ['changed', 'annulled'] } } },
  },
  {
    id: 'refusal', group: '系统拦截', name: '被拒绝的办理', says: '期内因不符合法定条件被系统拒绝的办理，按拒绝的原因统计；显示其中一次的说明。', numeratorName: '拒绝', denominatorName: '拒绝', splitName: '原因',
    measure: { by: 'refusals', procedures: PROCEDURES.map(({ id }) => id) },
  },
]
