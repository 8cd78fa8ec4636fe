import { formatDate } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import type { Guard, GuardContext } from '../../../engines/procedure/definition.ts'
import type { facts } from './facts.ts'
import { scoreItem } from './score-items.ts'

type ReviewGuard = Guard<typeof facts>
type ReviewContext = GuardContext<typeof facts>

const tenth = cite('normative-enforcement-supervision-provisions', '第十条')
const sixteenth = cite('normative-enforcement-supervision-provisions', '第十六条')

export const listMustNameEachFileOnce: ReviewGuard = {
  name: 'listMustNameEachFileOnce', cite: tenth, needsInput: true,
  check: ({ input }) => {
    const numbers = (input.files ?? []).map(({ caseNumber }) => caseNumber)
    const twice = numbers.find((number, index) => numbers.indexOf(number) !== index)
    return twice === undefined ? null : { says: `清单中${twice}出现不止一次，被抽中的机会会多于其他案卷。`, do: '请从清单中删去重复的案卷。' }
  },
}

export const filesMustBeClosedInThePeriod: ReviewGuard = {
  name: 'filesMustBeClosedInThePeriod', cite: tenth, needsInput: true,
  check: ({ facts: known, input }) => {
    const outside = (input.files ?? []).find(({ closedOn = '' }) => closedOn < (known.periodFrom ?? '') || closedOn > (known.periodUntil ?? ''))
    return outside === undefined ? null : { says: `${outside.caseNumber ?? ''}结案于${formatDate(outside.closedOn ?? '')}，不在评查期间内。`, do: '请从清单中删去期间以外的案卷。' }
  },
}

export const seedMustFollowTheFrozenList: ReviewGuard = {
  name: 'seedMustFollowTheFrozenList', cite: tenth, needsInput: true,
  check: ({ facts: known, input, today }) => {
    const [on, frozenOn] = [input.seedPublishedOn ?? '', known.frozenOn ?? '']
    return on > frozenOn && on <= today ? null : { says: `随机种子须在清单封存（${formatDate(frozenOn)}）之后公布，否则可以挑选清单。`, do: '请使用封存次日以后公布的随机种子。' }
  },
}

export const sampleMustLieWithinTheList: ReviewGuard = {
  name: 'sampleMustLieWithinTheList', cite: tenth, needsInput: true,
  check: ({ facts: known, input }) => {
    const most = (known.files ?? []).length
    const size = input.sampleSize ?? 0
    return size >= 1 && size <= most ? null : { says: `抽取数量应当在1至${most}之间，现为${size}。`, do: '请更正“抽取数量”。' }
  },
}

export const fileMustBeAmongTheDrawn: ReviewGuard = {
  name: 'fileMustBeAmongTheDrawn', cite: tenth, needsInput: true,
  check: ({ facts: known, input }) => ((known.drawn ?? []).some(({ caseNumber }) => caseNumber === input.reviewedCase) ? null : { says: `${input.reviewedCase ?? ''}不在抽取结果之中。`, do: '请填写抽取结果中的案件编号。' }),
}

export const fileMustNotBeScoredTwice: ReviewGuard = {
  name: 'fileMustNotBeScoredTwice', cite: tenth, needsInput: true,
  check: ({ facts: known, input }) => ((known.results ?? []).some(({ caseNumber }) => caseNumber === input.reviewedCase) ? { says: `${input.reviewedCase ?? ''}已经评查。`, do: '请评查其他案卷。' } : null),
}

export const fileNeedsTwoReviewers: ReviewGuard = {
  name: 'fileNeedsTwoReviewers', cite: tenth, needsInput: true,
  check: ({ input }) => ((input.scorers ?? []).length >= 2 ? null : { says: '每份案卷由两人以上评查，现只有一人。', do: '请补充评查人员。' }),
}

export const reviewerMustNotHaveHandledTheFile: ReviewGuard = {
  name: 'reviewerMustNotHaveHandledTheFile', cite: tenth, needsInput: true,
  check: ({ facts: known, input, personOf }) => {
    const handlers = (known.files ?? []).find(({ caseNumber }) => caseNumber === input.reviewedCase)?.handlers ?? []
    const both = (input.scorers ?? []).filter((id) => handlers.includes(id))
    return both.length === 0 ? null : { says: `${both.map((id) => personOf(id)?.name ?? id).join('、')}参与过该案办理。`, do: '请另行指定没有参与该案办理的评查人员。' }
  },
}

export const deductionsMustKeepToTheItems: ReviewGuard = {
  name: 'deductionsMustKeepToTheItems', cite: tenth, needsInput: true,
  check: ({ input }) => {
    const rows = input.deductions ?? []
    const wrong = rows.findIndex(({ item, points = 0 }, index) => item === undefined || points < 1 || points > scoreItem(item).points || rows.findIndex((other) => other.item === item) !== index)
    const item = rows[wrong]?.item
    return item === undefined ? null : { says: `扣分项第${wrong + 1}行“${scoreItem(item).label}”应当扣1至${scoreItem(item).points}分，每项只填一行。`, do: '请更正扣分。' }
  },
}

const needsRectification = ({ results = [] }: ReviewContext['facts']): boolean => results.some(({ resultClass }) => resultClass === 'unfit' || resultClass === 'basic')

export const allDrawnFilesMustBeScored: ReviewGuard = {
  name: 'allDrawnFilesMustBeScored', cite: tenth,
  check: ({ facts: known }) => {
    const left = (known.drawn ?? []).filter(({ caseNumber }) => !(known.results ?? []).some((result) => result.caseNumber === caseNumber))
    return left.length === 0 ? null : { says: `还有${left.length}份案卷没有评查：${left.slice(0, 3).map(({ caseNumber }) => caseNumber).join('、')}${left.length > 3 ? '等' : ''}。`, do: '请先办理“评查案卷”。' }
  },
}

export const weakFilesMustBeRectified: ReviewGuard = {
  name: 'weakFilesMustBeRectified', cite: sixteenth,
  check: ({ matter, facts: known }) => (!needsRectification(known) || matter.steps.some(({ step }) => step === 'orderRectification') ? null
    : { says: '有基本合格或者不合格的案卷，发现的问题应当及时纠正，尚未提出整改要求。', do: '请先办理“提出整改要求”。' }),
}

export const orderedRectificationMustBeDone: ReviewGuard = {
  name: 'orderedRectificationMustBeDone', cite: sixteenth,
  check: ({ matter, facts: known }) => (matter.steps.some(({ step }) => step === 'orderRectification') && known.rectifiedOn === undefined ? { says: '整改要求尚未完成。', do: '请先办理“登记整改情况”。' } : null),
}

export const rectificationMustHaveBeenOrdered: ReviewGuard = {
  name: 'rectificationMustHaveBeenOrdered', cite: sixteenth,
  check: ({ matter }) => (matter.steps.some(({ step }) => step === 'orderRectification') ? null : { says: '没有提出整改要求。', do: '请先办理“提出整改要求”。' }),
}
