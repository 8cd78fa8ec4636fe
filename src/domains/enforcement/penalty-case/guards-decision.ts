import { formatDate } from '../../../kernel/calendar-date.ts'
import { compulsionLaw, hearingMeasures, penaltyLaw, provisions } from '../citations.ts'
import { pointsBeyond } from '../penalty-kinds.ts'
import { cameAfter, dueOnOf, hasDefended, hasTaken, isMajor, isOpenSince, lastClock, lastPlaceOf } from './record.ts'
import type { CaseGuard } from './record.ts'

export const partyMustBeInformedBeforeDecision: CaseGuard = {
  name: 'partyMustBeInformedBeforeDecision', cite: penaltyLaw('第六十二条'),
  check: ({ matter }) => (cameAfter(matter, ['recordNoticeService'], ['approveNotice', 'concludeInvestigation']) ? null
    : { says: '作出行政处罚决定前，应当书面告知当事人拟作出的处罚内容及事实、理由、依据和陈述、申辩、要求听证的权利；现无告知书送达记录。', do: '请先办理“批准告知”和“登记告知书送达”。' }),
}

export const statementPeriodMustHavePassed: CaseGuard = {
  name: 'statementPeriodMustHavePassed', cite: provisions('第五十七条'),
  check: ({ matter, today }) => {
    const clock = lastClock(matter, 'statement')
    if (clock === undefined || cameAfter(matter, ['recordWaiver'], ['recordNoticeService'])) return null
    const dueOn = dueOnOf(clock)
    if (dueOn === null) return { says: '陈述、申辩和要求听证的期限届满日尚不能确定。', do: '请由系统管理员载入该年放假安排。' }
    return today > dueOn ? null : { says: `当事人陈述、申辩和要求听证的期限到${formatDate(dueOn)}才届满，此前不得作出决定。`, do: '请在期满后办理；当事人明确放弃的，先办理“记录当事人放弃”。' }
  },
}

export const statementPeriodMustRunOutByItself: CaseGuard = {
  name: 'statementPeriodMustRunOutByItself', cite: provisions('第五十七条'),
  check: ({ matter, today }) => {
    const dueOn = dueOnOf(lastClock(matter, 'statement'))
    return dueOn !== null && today > dueOn ? null : { says: '陈述、申辩和要求听证的期限尚未届满，不能视为放弃。', do: '请等待期限届满。' }
  },
}

export const requestedHearingMustBeHeld: CaseGuard = {
  name: 'requestedHearingMustBeHeld', cite: hearingMeasures('第七条'),
  check: ({ matter }) => (isOpenSince(matter, 'requestHearing', ['holdHearing', 'endHearing', 'concludeInvestigation']) ? { says: '当事人已在规定期限内要求听证，应当组织听证，听证尚未举行。', do: '请先举行听证，或者在法定情形下办理“终止听证”。' } : null),
}

export const hearingMustBeReportedBeforeDecision: CaseGuard = {
  name: 'hearingMustBeReportedBeforeDecision', cite: hearingMeasures('第二十九条'),
  check: ({ matter }) => (isOpenSince(matter, 'holdHearing', ['reportHearing']) ? { says: '听证笔录和听证报告是作出决定的根据，听证报告尚未提交。', do: '请由听证主持人办理“提交听证报告”。' } : null),
}

export const defenceMustBeReconsidered: CaseGuard = {
  name: 'defenceMustBeReconsidered', cite: provisions('第五十八条'),
  check: ({ matter }) => (hasDefended(matter) && !cameAfter(matter, ['reconsiderDefence'], ['recordStatement', 'holdHearing', 'endHearing'])
    ? { says: '当事人提出的事实、理由和证据应当进行复核，尚无复核记录。', do: '请先办理“复核当事人意见”。' } : null),
}

export const newNoticeMustFollowChangedFacts: CaseGuard = {
  name: 'newNoticeMustFollowChangedFacts', cite: penaltyLaw('第四十四条'),
  check: ({ matter, facts }) => (facts.changesFacts === true && !cameAfter(matter, ['recordNoticeService'], ['reconsiderDefence'])
    ? { says: '复核后事实、理由或者依据已经改变，应当重新告知当事人。', do: '请办理“补充调查”，重新形成处理意见并告知。' } : null),
}

export const reviewMustPassBeforeDecision: CaseGuard = {
  name: 'reviewMustPassBeforeDecision', cite: provisions('第五十条'),
  check: ({ matter }) => (cameAfter(matter, ['approveReview'], ['concludeInvestigation', 'returnReview']) ? null
    : { says: '未经审核或者审核未通过的，不得作出决定；调查终结后尚无通过的审核。', do: '请先办理“送交审核”，由审核人员办理“审核同意”。' }),
}

export const legalReviewMustFollowTheHearing: CaseGuard = {
  name: 'legalReviewMustFollowTheHearing', cite: provisions('第五十条'),
  check: ({ matter, facts }) => (hasTaken(matter, 'holdHearing') && !(facts.reviewKind === 'legal' && cameAfter(matter, ['approveReview'], ['reportHearing', 'holdHearing']))
    ? { says: '经过听证程序的案件，在听证程序结束后进行法制审核，尚未进行。', do: '请办理“送交审核”（法制审核），审核通过后再作决定。' } : null),
}

export const collectiveDiscussionMustPrecedeThePenalty: CaseGuard = {
  name: 'collectiveDiscussionMustPrecedeThePenalty', cite: provisions('第六十条'),
  check: ({ matter, facts }) => (isMajor(facts, matter) && !cameAfter(matter, ['discussCollectively'], ['concludeInvestigation', 'recordStatement', 'reportHearing', 'approveReview'])
    ? { says: '情节复杂或者重大违法行为的案件，拟给予行政处罚的，应当由负责人集体讨论决定；审核和听取意见之后尚无集体讨论记录。', do: '请先办理“集体讨论”。' } : null),
}

export const collectiveDiscussionNeedsSeveralLeaders: CaseGuard = {
  name: 'collectiveDiscussionNeedsSeveralLeaders', cite: provisions('第六十条'), needsInput: true,
  check: ({ input }) => ((input.collectiveMembers ?? []).length >= 2 ? null : { says: '集体讨论由负责人共同参加，现只有一人。', do: '请填写参加讨论的全部负责人。' }),
}

export const collectiveDayMustNotLieAhead: CaseGuard = {
  name: 'collectiveDayMustNotLieAhead', cite: penaltyLaw('第四十七条'), needsInput: true,
  check: ({ input, today }) => ((input.collectiveOn ?? '') <= today ? null : { says: '集体讨论日期晚于今天。', do: '请在讨论后登记。' }),
}

export const decisionMustKeepToTheNotice: CaseGuard = {
  name: 'decisionMustKeepToTheNotice', cite: penaltyLaw('第四十四条'), needsInput: true,
  check: ({ matter, facts, input }) => {
    if (hasDefended(matter)) return null
    const points = pointsBeyond(facts.noticedItems ?? [], input.decidedItems ?? [])
    return points.length === 0 ? null : { says: `处罚内容超出已告知的范围：${points.join('，')}。`, do: '请不超过已告知的处罚；确需变更的，先办理“补充调查”，重新审核、告知。' }
  },
}

export const noPenaltyNeedsEducation: CaseGuard = {
  name: 'noPenaltyNeedsEducation', cite: penaltyLaw('第三十三条'), needsInput: true,
  check: ({ input }) => ((input.educationNote ?? '') !== '' ? null : { says: '对违法行为依法不予行政处罚的，应当对当事人进行教育。', do: '请填写“教育情况”。' }),
}

export const seizedGoodsMustGoWithTheTransfer: CaseGuard = {
  name: 'seizedGoodsMustGoWithTheTransfer', cite: compulsionLaw('第二十一条'), needsInput: true,
  check: ({ related, input }) => (related.some((other) => other.procedure === 'measure' && other.relation === 'child' && other.closedAt === undefined) && (input.handoverList ?? '') === ''
    ? { says: '违法行为涉嫌犯罪移送司法机关的，应当将查封、扣押的财物一并移送，本案还有未了结的措施。', do: '请填写“移交的物品和材料”，并在措施中办理“随案移送”。' } : null),
}

export const suspectedCrimeMustGoToTheJudicialBodies: CaseGuard = {
  name: 'suspectedCrimeMustGoToTheJudicialBodies', cite: provisions('第十七条'), needsInput: true,
  check: ({ input }) => (/公安|检察院|监察委/u.test(input.transferTo ?? '') ? { says: '受移送的是司法、监察机关，属于涉嫌犯罪的移送，须成立专案组、由正职负责人决定并在二十四小时内移送。', do: '请办理“移送司法机关（涉嫌犯罪）”。' } : null),
}

const CAME_BACK: readonly string[] = ['returned', 'not-transferred']

export const transferMustHaveComeBack: CaseGuard = {
  name: 'transferMustHaveComeBack', cite: penaltyLaw('第二十七条'),
  check: ({ related }) => {
    const last = related.filter((other) => other.procedure === 'crime-transfer' && other.relation === 'child').toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1)).at(-1)
    return last !== undefined && CAME_BACK.includes(last.outcome ?? '') ? null
      : { says: `涉嫌犯罪案件移送${last === undefined ? '' : `（${last.number}）`}尚未移送回，也没有决定不移送。`, do: '请先在移送办件中办理“登记司法机关移送回”“收回案件”或者“不批准移送”。' }
  },
}

export const proposalMustBeReviewedBeforeOtherDecisions: CaseGuard = {
  name: 'proposalMustBeReviewedBeforeOtherDecisions', cite: provisions('第五十六条'),
  check: ({ matter }) => (lastPlaceOf(matter, 'approveReview') > lastPlaceOf(matter, 'concludeInvestigation') ? null
    : { says: '建议给予其他行政处理的案件，须连同审核意见报负责人审查决定；调查终结后尚无通过的审核。', do: '请先办理“送交审核”。' }),
}
