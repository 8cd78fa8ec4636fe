import { cite } from '../../../kernel/citation.ts'
import { formatYuan } from '../../../kernel/money.ts'
import { penaltyLaw, provisions } from '../citations.ts'
import { pointsBeyond } from '../penalty-kinds.ts'
import { includesHeavierPenalty, isOnTheList } from './guards-listing.ts'
import { NEW_DECISION_TEXT, SHOWN, cameAfter, hasTaken, owedOf } from './record.ts'
import type { CaseContext, CaseGuard } from './record.ts'

const reconsideration = (article: string) => cite('reconsideration-law', article)
const litigation = (article: string) => cite('administrative-litigation-law', article)
const disclosure = (article: string) => cite('penalty-disclosure-provisions', article)

const CORRECTABLE = ['illegalFacts', 'violatedLaw', 'decisionReason', 'decidedItems'] as const

export const correctionMustChangeTheText: CaseGuard = {
  name: 'correctionMustChangeTheText', cite: penaltyLaw('第七十五条'), needsInput: true,
  check: ({ matter, input }) => (CORRECTABLE.some((key) => input[key] !== undefined && JSON.stringify(input[key]) !== JSON.stringify(matter.facts[key])) ? null
    : { says: '没有任何文字改动，更正后的决定书与原决定书相同。', do: '请填写更正后的违法事实、违反的规定、处罚理由或者处罚内容。' }),
}

export const correctionMustLeaveThePenaltyAsItIs: CaseGuard = {
  name: 'correctionMustLeaveThePenaltyAsItIs', cite: penaltyLaw('第七十五条'), needsInput: true,
  check: ({ matter: { facts: before }, input: { decidedItems: after } }) => {
    const items: NonNullable<CaseContext['facts']['decidedItems']> = Array.isArray(before['decidedItems']) ? before['decidedItems'] : []
    return after === undefined || pointsBeyond(items, after).length + pointsBeyond(after, items).length === 0 ? null
      : { says: '更正只改正文字上的错误，处罚的种类、数额不能借更正改动。', do: '处罚本身有错误的，请办理“变更处罚决定”或者“撤销处罚决定”。' }
  },
}

export const changeMustNotMakeThePenaltyHeavier: CaseGuard = {
  name: 'changeMustNotMakeThePenaltyHeavier', cite: penaltyLaw('第四十四条'), needsInput: true,
  check: ({ facts, input }) => {
    const points = pointsBeyond(facts.decidedItems ?? [], input.changedDecisionItems ?? [])
    if (points.length === 0) return null
    const isOwn = input.changeGround === 'own'
    return {
      says: `变更后的处罚重于原决定：${points.join('，')}。`, do: isOwn ? '加重处罚须重新告知、听取意见：请撤销原决定，另行立案处理。' : '请核对复议决定、判决的内容；不得作出对申请人更为不利的变更。',
      ...(isOwn ? {} : { cite: input.changeGround === 'court' ? litigation('第七十七条') : reconsideration('第六十三条') }),
    }
  },
}

export const changeMustAlterThePenalty: CaseGuard = {
  name: 'changeMustAlterThePenalty', cite: provisions('第六十三条'), needsInput: true,
  check: ({ facts, input }) => {
    const [before, after] = [facts.decidedItems ?? [], input.changedDecisionItems ?? []]
    return pointsBeyond(before, after).length + pointsBeyond(after, before).length > 0 ? null : { says: '变更后的处罚种类、数额与原决定相同。', do: '只改正文字的，请办理“更正处罚决定书”；维持原决定的，无需变更。' }
  },
}

/** The result that obliges the bureau: the last one, where no appeal has been made since. */
function standingResult({ matter, facts }: CaseContext): CaseContext['facts']['appealResult'] {
  return facts.isAppealPending !== true && cameAfter(matter, ['recordAppealResult'], ['recordAppeal']) ? facts.appealResult : undefined
}

export const changeByOthersNeedsTheirResult: CaseGuard = {
  name: 'changeByOthersNeedsTheirResult', cite: reconsideration('第七十七条'), needsInput: true,
  check: (context) => {
    const { changeGround, changeDocumentNo } = context.input
    if (changeGround === 'own') return null
    const isByCourt = context.facts.appealKind !== 'reconsideration'
    if (standingResult(context) !== 'changed' || isByCourt !== (changeGround === 'court')) return { says: '没有登记为“变更”的相应复议或者诉讼结果。', do: '请先办理“登记复议诉讼结果”，并核对“变更的根据”。' }
    return (changeDocumentNo ?? '') !== '' ? null : { says: '没有写明据以变更的复议决定书、判决书文号。', do: '请填写“复议决定书、判决书文号”。' }
  },
}

export const appealResultMustBeCarriedOut: CaseGuard = {
  name: 'appealResultMustBeCarriedOut', cite: reconsideration('第七十七条'),
  check: (context) => {
    const result = standingResult(context)
    const inCourt = context.facts.appealKind === 'reconsideration' ? {} : { cite: litigation('第九十四条') }
    if (result === 'annulled') return { says: '复议或者诉讼的结果是撤销、确认违法或者无效，不能再执行原处罚决定。', do: '请办理“撤销处罚决定”，公示信息随之撤回。', ...inCourt }
    return result === 'changed' && !cameAfter(context.matter, ['changeDecision'], ['recordAppealResult']) ? { says: '复议或者诉讼的结果是变更，处罚决定尚未按变更后的内容更换。', do: '请先办理“变更处罚决定”。', ...inCourt } : null
  },
}

export const newDecisionTextMustBeServed: CaseGuard = {
  name: 'newDecisionTextMustBeServed', cite: provisions('第八十一条'),
  check: ({ matter }) => (hasTaken(matter, 'recordDecisionService') && NEW_DECISION_TEXT.some((step) => cameAfter(matter, [step], ['recordDecisionService', 'recordNewDecisionService']))
    ? { says: '更正、变更后的处罚决定书尚未送达当事人。', do: '请先办理“登记更正变更后的决定书送达”。' } : null),
}

export const newDecisionTextMustBeThere: CaseGuard = {
  name: 'newDecisionTextMustBeThere', cite: provisions('第八十一条'),
  check: ({ matter }) => (NEW_DECISION_TEXT.some((step) => cameAfter(matter, [step], ['recordNewDecisionService', 'recordDecisionService'])) ? null : { says: '没有待送达的更正、变更后的决定书。', do: '原决定书的送达请办理“登记决定书送达”。' }),
}

export const sameDecisionMustNotBePublishedTwice: CaseGuard = {
  name: 'sameDecisionMustNotBePublishedTwice', cite: disclosure('第九条'),
  check: ({ matter }) => (SHOWN.some((step) => hasTaken(matter, step)) && !cameAfter(matter, [...NEW_DECISION_TEXT], SHOWN)
    ? { says: '该处罚决定已经公示或者推送，此后没有更正或者变更。', do: '公示内容不准确的，请在公示管理中更正；决定书有误的，先办理“更正处罚决定书”。' } : null),
}

export const withdrawalNeedsAPublicationThatMustGo: CaseGuard = {
  name: 'withdrawalNeedsAPublicationThatMustGo', cite: disclosure('第十一条'),
  check: ({ matter, facts }) => {
    if (matter.state === 'revoked' || cameAfter(matter, [...NEW_DECISION_TEXT], SHOWN)) return null
    return facts.appealResult === 'changed' || facts.appealResult === 'annulled' ? null : { says: '处罚决定没有被更正、变更、撤销、确认违法或者无效，公示不能撤回。', do: '当事人申请提前停止公示的，按信用修复办理。' }
  },
}

export const overpaidMoneyMustBeReturned: CaseGuard = {
  name: 'overpaidMoneyMustBeReturned', cite: penaltyLaw('第七十四条'),
  check: (context) => {
    const over = (context.facts.paidInFen ?? 0) - owedOf(context)
    return over <= 0 ? null : { says: `当事人已缴款项比现行决定多${formatYuan(over)}，应当退还。`, do: '请商财政部门办理退库，再办理“登记退还款项”。' }
  },
}

export const refundMustNotExceedTheOverpayment: CaseGuard = {
  name: 'refundMustNotExceedTheOverpayment', cite: penaltyLaw('第七十四条'), needsInput: true,
  check: (context) => {
    const over = Math.max(0, (context.facts.paidInFen ?? 0) - owedOf(context))
    return (context.input.refundedInFen ?? 0) > 0 && (context.input.refundedInFen ?? 0) <= over ? null
      : { says: `退还金额应当大于零，且不超过多缴的${formatYuan(over)}；罚没款不得以其他形式返还。`, do: '请核对“退还金额”。' }
  },
}

export const changedPenaltyMustStillSupportTheList: CaseGuard = {
  name: 'changedPenaltyMustStillSupportTheList', cite: cite('serious-violation-list-measures', '第二条'),
  check: ({ matter, facts, related }) => (isOnTheList(related) && hasTaken(matter, 'changeDecision') && facts.heavierPenalty !== undefined && !includesHeavierPenalty(facts.decidedItems, facts.heavierPenalty)
    ? { says: '变更后的处罚不再属于较重行政处罚，列入严重违法失信名单的依据已不存在，当事人仍在名单中。', do: '请在名单办件中撤销列入决定，停止公示并解除管理措施。' } : null),
}

export const closingMustNotBeApprovedTwice: CaseGuard = {
  name: 'closingMustNotBeApprovedTwice', cite: provisions('第七十七条'),
  check: ({ matter }) => (cameAfter(matter, ['approveClosing'], ['resumeReturned', 'changeDecision', 'revokeDecision']) ? { says: '已经批准结案。', do: '请办理“立卷归档”。' } : null),
}
