import { formatDate } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import type { Citation } from '../../../kernel/citation.ts'
import type { Guard, GuardContext } from '../../../engines/procedure/definition.ts'
import type { facts } from './facts.ts'

type AppealGuard = Guard<typeof facts>
type AppealContext = GuardContext<typeof facts>

const reconsideration = (article: string): Citation => cite('reconsideration-law', article)
const litigation = (article: string): Citation => cite('administrative-litigation-law', article)

/** In court the same duty rests on the litigation law, whose official text was not read. */
const inCourt = ({ facts: known }: Pick<AppealContext, 'facts'>, article: string): Readonly<{ cite?: Citation }> => (known.way === 'litigation' || known.way === 'second-instance' ? { cite: litigation(article) } : {})

export const responsibleOfficersMustBeNamed: AppealGuard = {
  name: 'responsibleOfficersMustBeNamed', cite: reconsideration('第四十八条'),
  check: ({ facts: known }) => ((known.responsible ?? []).length > 0 ? null : { says: '尚未指定应对负责人员。', do: '请先办理“指定负责人员”。', ...inCourt({ facts: known }, '第六十七条') }),
}

export const replyNeedsEvidenceOfTheAct: AppealGuard = {
  name: 'replyNeedsEvidenceOfTheAct', cite: reconsideration('第四十四条'), needsInput: true,
  check: ({ facts: known, input }) => ((input.exhibits ?? []).length > 0 ? null : { says: '对行政行为的合法性、适当性负有举证责任，答复没有附证据和依据。', do: '请填写“证据和依据清单”。', ...inCourt({ facts: known }, '第三十四条') }),
}

export const evidenceMustNotBeGatheredAfterTheAct: AppealGuard = {
  name: 'evidenceMustNotBeGatheredAfterTheAct', cite: reconsideration('第四十六条'), needsInput: true,
  check: ({ facts: known, input }) => {
    const actOn = known.contestedActOn
    const late = actOn === undefined ? -1 : (input.exhibits ?? []).findIndex((row) => (row.obtainedOn ?? '') > actOn && row.isConsented !== true)
    if (actOn === undefined || late < 0) return null
    return { says: `证据第${late + 1}行取得于行政行为作出（${formatDate(actOn)}）之后，复议、诉讼期间不得自行收集证据。`, do: '请删除该项；经同意补充的，注明“经复议机构（法院）同意补充”。', ...inCourt({ facts: known }, '第三十五条') }
  },
}

export const replyMustFollowTheCopy: AppealGuard = {
  name: 'replyMustFollowTheCopy', cite: reconsideration('第四十八条'), needsInput: true,
  check: ({ facts: known, input }) => ((input.repliedOn ?? '') >= (known.copyReceivedOn ?? '') ? null : { says: '答复日期早于收到副本的日期。', do: '请核对“提出答复（答辩）日期”。', ...inCourt({ facts: known }, '第六十七条') }),
}

export const headMustAttendOrSayWhy: AppealGuard = {
  name: 'headMustAttendOrSayWhy', cite: reconsideration('第五十一条'), needsInput: true,
  check: ({ facts: known, input }) => (input.isHeadPresent === true || (input.headAbsenceReason ?? '') !== '' ? null
    : { says: '负责人应当参加听证（出庭）；不能参加的，应当说明理由并委托相应的工作人员参加。', do: '请填写“负责人不能参加的理由和委托的人员”。', ...inCourt({ facts: known }, '第三条') }),
}

export const resultMustBeCarriedIntoTheCase: AppealGuard = {
  name: 'resultMustBeCarriedIntoTheCase', cite: reconsideration('第七十七条'),
  check: ({ facts: known, related }) => {
    const parent = related.find((other) => other.relation === 'parent' && other.procedure === 'penalty-case')
    if (parent === undefined || (known.outcome !== 'annulled' && known.outcome !== 'unlawful' && known.outcome !== 'redo')) return null
    return parent.state === 'revoked' || parent.outcome === 'revoked' ? null
      : { says: `结果是撤销或者确认违法，案件${parent.number}的处罚决定仍未撤销。`, do: '请在该案件办理“登记复议诉讼结果”和“撤销处罚决定”，公示信息随之撤回。', ...inCourt({ facts: known }, '第九十四条') }
  },
}

export const opinionMustBeAnsweredBeforeTheEnd: AppealGuard = {
  name: 'opinionMustBeAnsweredBeforeTheEnd', cite: reconsideration('第七十六条'),
  check: ({ facts: known }) => (known.isOpinionOpen === true ? { says: '行政复议意见书的纠正情况尚未报送。', do: '请先办理“报送纠正情况”。' } : null),
}

export const opinionMustBeThereToAnswer: AppealGuard = {
  name: 'opinionMustBeThereToAnswer', cite: reconsideration('第七十六条'),
  check: ({ facts: known }) => (known.isOpinionOpen === true ? null : { says: '没有待报送纠正情况的意见书。', do: '收到意见书的，请先办理“登记意见书”。' }),
}

export const replyMustBeSentBeforeTheResult: AppealGuard = {
  name: 'replyMustBeSentBeforeTheResult', cite: reconsideration('第七十条'),
  check: ({ matter, facts: known }) => (matter.steps.some(({ step }) => step === 'reply') ? null
    : { says: '没有提出书面答复和证据的，视为该行政行为没有证据、依据；不能登记为维持。', do: '请核对结果，或者补办“提出答复”。', ...inCourt({ facts: known }, '第三十四条') }),
}
