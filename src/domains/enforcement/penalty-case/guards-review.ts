import { formatDate } from '../../../kernel/calendar-date.ts'
import { provisions } from '../citations.ts'
import { REVIEW_POINTS } from './choices.ts'
import { dueOnOf, isMajor, lastClock } from './record.ts'
import type { CaseGuard } from './record.ts'

export const legalReviewMustBeHeldWhereTheLawDemandsIt: CaseGuard = {
  name: 'legalReviewMustBeHeldWhereTheLawDemandsIt', cite: provisions('第五十条'), needsInput: true,
  check: ({ matter, facts, input }) => (isMajor(facts, matter) && input.reviewKind !== 'legal'
    ? { says: '本案属于情节复杂或者重大违法行为的案件，应当进行法制审核，不能以案件审核代替。', do: '请将“审核类别”改为法制审核。' } : null),
}

export const handlerMustNotReview: CaseGuard = {
  name: 'handlerMustNotReview', cite: provisions('第四十九条'),
  check: ({ facts, actor }) => ((facts.handlers ?? []).includes(actor.id) ? { says: '办案人员不得作为审核人员，您是本案办案人员。', do: '请由其他审核人员办理。' } : null),
}

export const legalReviewMustBeDoneByALegalReviewer: CaseGuard = {
  name: 'legalReviewMustBeDoneByALegalReviewer', cite: provisions('第五十一条'),
  check: ({ facts, actor }) => (facts.reviewKind === 'legal' && !actor.roles.some((held) => held.role === 'legal-reviewer')
    ? { says: '法制审核由从事行政处罚决定法制审核的人员进行。', do: '请由法制审核人员办理。' } : null),
}

export const firstTimeReviewerMustBeQualified: CaseGuard = {
  name: 'firstTimeReviewerMustBeQualified', cite: provisions('第五十一条'), needsInput: true,
  check: ({ facts, input, actor, personOf }) => (facts.reviewKind === 'legal' && input.isFirstLegalReview !== false && (personOf(actor.id)?.legalQualificationNo ?? null) === null
    ? { says: '初次从事行政处罚决定法制审核的人员，应当取得法律职业资格；您的账号没有登记法律职业资格证书。', do: '请由具有法律职业资格的人员审核；已取得的，请安全管理员登记证书编号。' } : null),
}

export const allSevenPointsMustBeReviewed: CaseGuard = {
  name: 'allSevenPointsMustBeReviewed', cite: provisions('第五十三条'), needsInput: true,
  check: ({ input }) => {
    const missing = Object.entries(REVIEW_POINTS).filter(([id]) => !(input.reviewPoints ?? []).some((point) => point === id)).map(([, label]) => label)
    return missing.length === 0 ? null : { says: `同意案件处理意见，须逐项审核通过，尚缺：${missing.join('、')}。`, do: '请补充审核；有问题的，办理“退回纠正或者补充调查”。' }
  },
}

export const extendedReviewMustEndLater: CaseGuard = {
  name: 'extendedReviewMustEndLater', cite: provisions('第五十五条'), needsInput: true,
  check: ({ matter, input, today }) => {
    const dueOn = dueOnOf(lastClock(matter, 'review')) ?? today
    const least = dueOn > today ? dueOn : today
    return (input.reviewExtendedUntilOn ?? '') > least ? null : { says: `延长后的审核期限应晚于现有期限（${formatDate(least)}）。`, do: '请核对“审核延长至”。' }
  },
}
