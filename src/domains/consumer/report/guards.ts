import { cite } from '../../../kernel/citation.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { formatYuan } from '../../../kernel/money.ts'
import { caseResultOf } from '../../enforcement/index.ts'
import { NEW_MEASURES_FROM, underBothMeasures } from '../complaint/guards.ts'
import { FILING_CONDITIONS } from './facts.ts'
import type { facts } from './facts.ts'

type ReportGuard = Guard<typeof facts>
const provisions = (article: string) => cite('penalty-procedure-provisions', article)

export const verificationMustBeRecordedBeforeDecision: ReportGuard = {
  name: 'verificationMustBeRecordedBeforeDecision',
  cite: provisions('第十八条'),
  check: ({ matter }) => (matter.steps.some((taken) => taken.step === 'recordVerification') ? null
    : { says: '决定是否立案前应当核查线索，尚无核查记录。', do: '请先办理“记录核查情况”。' }),
}

export const allFourConditionsMustHold: ReportGuard = {
  name: 'allFourConditionsMustHold',
  cite: provisions('第十九条'),
  needsInput: true,
  check: ({ input }) => {
    const missing = Object.entries(FILING_CONDITIONS).filter(([id]) => !(input.conditionsMet ?? []).some((met) => met === id)).map(([, label]) => label)
    return missing.length === 0 ? null : { says: `立案须同时符合四项条件，尚缺：${missing.join('；')}。`, do: '请补充核查；不符合的，办理“不予立案”。' }
  },
}

export const twoHandlersMustBeNamed: ReportGuard = {
  name: 'twoHandlersMustBeNamed',
  cite: provisions('第十九条'),
  needsInput: true,
  check: ({ input }) => ((input.handlers ?? '').split(/[、,，;；\s]+/u).filter((name) => name !== '').length >= 2 ? null
    : { says: '立案后应当指定两名以上具有行政执法资格的办案人员。', do: '请填写两名以上办案人员，用顿号隔开。' }),
}

export const namedReporterMustBeTold: ReportGuard = {
  name: 'namedReporterMustBeTold',
  cite: underBothMeasures('第三十一条', '第三十六条'),
  check: ({ matter, facts }) => (matter.lawOn >= NEW_MEASURES_FROM || facts.isAnonymous === true || matter.channel === 'mediation' || matter.steps.some((taken) => taken.step === 'tellReporter') ? null
    : { says: '本件适用的规定要求在决定后5个工作日内告知实名举报人，尚未告知。', do: '请先办理“告知举报人”。' }),
}

export const rewardNeedsProvedReport: ReportGuard = {
  name: 'rewardNeedsProvedReport',
  cite: cite('report-reward-measures', '（条号待核）'),
  check: ({ facts }) => (facts.isProved === true && facts.isAnonymous !== true ? null
    : { says: '给予奖励须经查证属实，并且能够确认举报人。', do: '请核对案件结果；不符合的，办理“办结（不奖励）”。' }),
}

export const caseMustHaveProvedTheReport: ReportGuard = {
  name: 'caseMustHaveProvedTheReport',
  cite: provisions('第七十七条'),
  check: ({ facts }) => (facts.isProved === true ? null : { says: '案件结果没有认定举报属实。', do: '请办理“办结（未认定违法）”。' }),
}

export const caseMustNotHaveProvedTheReport: ReportGuard = {
  name: 'caseMustNotHaveProvedTheReport',
  cite: provisions('第七十七条'),
  check: ({ facts }) => (facts.isProved === false ? null : { says: '案件结果已认定举报属实。', do: '请办理“办结（不奖励）”或者“决定奖励”。' }),
}

export const caseMustBeDecidedBeforeItsResult: ReportGuard = {
  name: 'caseMustBeDecidedBeforeItsResult',
  cite: provisions('第六十条'),
  check: ({ related }) => {
    const result = caseResultOf(related)
    return result === null || result.isDecided ? null : { says: `由本件移交的${result.number}还没有作出处理决定。`, do: '请在该案作出决定后登记案件结果。' }
  },
}

export const resultMustSayWhetherTheReportIsProved: ReportGuard = {
  name: 'resultMustSayWhetherTheReportIsProved',
  cite: provisions('第六十条'),
  needsInput: true,
  check: ({ related, input }) => (input.isProved !== undefined || (caseResultOf(related)?.isProved ?? null) !== null ? null
    : { says: '没有可以采用的案件认定，须写明举报是否查证属实。', do: '请填写“举报是否查证属实”。' }),
}

export const resultMustAgreeWithTheCase: ReportGuard = {
  name: 'resultMustAgreeWithTheCase',
  cite: provisions('第六十条'),
  needsInput: true,
  check: ({ related, input }) => {
    const result = caseResultOf(related)
    if (result === null || result.isProved === null) return null
    const points = [
      ...(input.isProved === undefined || input.isProved === result.isProved ? [] : [`该案${result.isProved ? '认定违法事实成立' : '没有认定违法'}`]),
      ...(input.penaltyInFen === undefined || input.penaltyInFen === result.penaltyInFen ? [] : [`该案罚没款为${formatYuan(result.penaltyInFen)}`]),
      ...(input.penaltyDecisionNo === undefined || input.penaltyDecisionNo === result.decisionNo ? [] : [`该案处罚决定书文号为${result.decisionNo ?? '（无）'}`]),
    ]
    return points.length === 0 ? null : { says: `填写的结果与${result.number}不一致：${points.join('；')}。`, do: '请留空，由系统按案件填入；案件有误的，先在该案中更正。' }
  },
}
