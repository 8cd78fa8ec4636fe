import { addMonths, formatDate } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { wasTaken, whyNotEnded } from '../clock-ended.ts'
import { REPAIR_MEASURES_FROM } from '../list-removal.ts'
import type { facts } from './facts.ts'

type SeriousGuard = Guard<typeof facts>
const measures = (article: string) => cite('serious-violation-list-measures', article)

export const factorsMustBeWeighedBeforeNotice: SeriousGuard = {
  name: 'factorsMustBeWeighedBeforeNotice',
  cite: measures('第十二条'),
  check: ({ matter }) => (wasTaken(matter, 'assess') ? null : { says: '尚未综合考虑主观恶意、违法频次等因素，判断是否性质恶劣、情节严重、社会危害较大。', do: '请先办理“判断情节”。' }),
}

export const absenceOfIntentMustNotBeProved: SeriousGuard = {
  name: 'absenceOfIntentMustNotBeProved',
  cite: measures('第十二条第二款'),
  check: ({ facts }) => (facts.hasProofOfNoIntent !== true ? null : { says: '当事人有证据足以证明没有主观故意，不列入严重违法失信名单。', do: '请办理“不予列入”。' }),
}

export const heavierPenaltyMustBeImposed: SeriousGuard = {
  name: 'heavierPenaltyMustBeImposed',
  cite: measures('第二条'),
  check: ({ facts }) => (facts.listingBasis !== 'with-penalty' || facts.heavierPenalty !== undefined ? null
    : { says: '列入须以受到较重行政处罚为前提，没有写明属于哪一种。', do: '请在“判断情节”中选择“较重行政处罚”；不属于的，办理“不予列入”。' }),
}

export const refusalToPerformMustBeShown: SeriousGuard = {
  name: 'refusalToPerformMustBeShown',
  cite: measures('第十一条'),
  check: ({ facts }) => (facts.listingBasis !== 'refused-performance' || facts.isAbleToPerform === true ? null
    : { says: '单独列入须查明当事人有履行能力但拒不履行、逃避执行。', do: '请在“判断情节”中查明并填写；没有履行能力的，办理“不予列入”。' }),
}

export const courtDocumentMustBeNamed: SeriousGuard = {
  name: 'courtDocumentMustBeNamed',
  cite: measures('第二十四条'),
  check: ({ facts }) => (facts.listingBasis !== 'court-document' || (facts.courtDocumentNo ?? '') !== '' ? null
    : { says: '依人民法院生效法律文书列入的，没有写明法律文书的文号。', do: '请在“判断情节”中填写“人民法院生效法律文书文号”。' }),
}

export const statementPeriodMustHavePassed: SeriousGuard = {
  name: 'statementPeriodMustHavePassed',
  cite: measures('第十三条'),
  check: ({ matter, now }) => {
    if (wasTaken(matter, 'recordStatement') || wasTaken(matter, 'recordWaiver') || wasTaken(matter, 'holdHearing')) return null
    const why = whyNotEnded(matter, 'statement', now)
    return why === null ? null : { says: `当事人陈述、申辩的${why}，也没有陈述、申辩或者放弃的记录。`, do: '请待期满，或者登记当事人的意见。' }
  },
}

export const hearingMustBeHeldWhereAsked: SeriousGuard = {
  name: 'hearingMustBeHeldWhereAsked',
  cite: measures('第十三条'),
  check: ({ matter }) => (!wasTaken(matter, 'requestHearing') || wasTaken(matter, 'holdHearing') ? null : { says: '当事人要求听证，尚未举行听证。', do: '请先举行听证并办理“登记听证情况”。' }),
}

export const statementMustBeReviewed: SeriousGuard = {
  name: 'statementMustBeReviewed',
  cite: measures('第十三条'),
  check: ({ matter, facts }) => (!wasTaken(matter, 'recordStatement') || (facts.statementReview ?? '') !== '' ? null
    : { says: '对当事人的陈述、申辩意见还没有复核。', do: '请先办理“复核陈述申辩”。' }),
}

const PENALISED: readonly string[] = ['decided', 'served', 'enforcing', 'executed', 'ended']

export const penaltyOfTheCaseMustBeDecided: SeriousGuard = {
  name: 'penaltyOfTheCaseMustBeDecided',
  cite: measures('第十三条'),
  check: ({ facts, related }) => {
    const penaltyCase = related.find((other) => other.relation === 'parent' && other.procedure === 'penalty-case')
    return facts.listingBasis !== 'with-penalty' || penaltyCase === undefined || PENALISED.includes(penaltyCase.state) ? null
      : { says: `列入以受到较重行政处罚为前提，${penaltyCase.number}没有有效的行政处罚决定。`, do: '请在该案作出行政处罚决定的当日办理；不予处罚或者决定已撤销的，办理“不予列入”。' }
  },
}

export const listingMustAccompanyThePenaltyDecision: SeriousGuard = {
  name: 'listingMustAccompanyThePenaltyDecision',
  cite: measures('第十三条'),
  needsInput: true,
  check: ({ facts, input, today }) => {
    if (facts.listingBasis !== 'with-penalty') return null
    if ((input.penaltyDecisionNo ?? '') === '') return { says: '列入决定应当在作出行政处罚决定时作出，没有写明处罚决定书文号。', do: '请填写“行政处罚决定书文号”。' }
    const on = input.penaltyDecidedOn ?? today
    return on === today ? null : { says: `处罚决定于 ${formatDate(on)} 作出，列入决定应当在作出处罚决定时一并作出。`, do: '请核对处罚决定日期；当时未决定列入的，不得再行列入。' }
  },
}

export const consentOfTheNextHigherBureauMustBeOnRecord: SeriousGuard = {
  name: 'consentOfTheNextHigherBureauMustBeOnRecord',
  cite: measures('第二十二条'),
  check: ({ matter }) => (wasTaken(matter, 'recordConsent') ? null : { says: '县级、设区的市级市场监督管理部门作出列入决定，应当报经上一级市场监督管理部门同意，没有同意的记录。', do: '请先报上一级同意，并办理“登记上级同意”。' }),
}

export const earlyRemovalMustWaitOneYear: SeriousGuard = {
  name: 'earlyRemovalMustWaitOneYear',
  cite: measures('第十六条'),
  check: ({ facts, today, valueOf }) => {
    const years = valueOf('serious.early-removal')
    if (facts.listedOn === undefined || years === null) return { says: '查不到列入日期。', do: '请核对列入决定。' }
    const from = addMonths(facts.listedOn, years * 12)
    return today >= from ? null : { says: `列入满${years}年（${formatDate(from)}）后才可以申请提前移出。`, do: '请告知当事人届时再申请。' }
  },
}

export const restoredEntryMustRunItsTerm: SeriousGuard = {
  name: 'restoredEntryMustRunItsTerm',
  cite: cite('credit-repair-measures', '第二十三条第一款'),
  needsInput: true,
  check: ({ matter, input }) => (matter.lawOn < REPAIR_MEASURES_FROM || !wasTaken(matter, 'restoreListing') || input.removalGround === 'deregistered' ? null
    : { says: '本件因撤销准予信用修复而恢复列入，公示期重新计算，不得提前停止公示。', do: '请待列入满三年后办理“满三年移出”。' }),
}

export const jointMeasuresMustBeLiftedWithTheEntry: SeriousGuard = {
  name: 'jointMeasuresMustBeLiftedWithTheEntry',
  cite: measures('第十八条'),
  check: ({ related }) => {
    const open = related.filter((other) => other.relation === 'child' && other.procedure === 'joint-measure' && other.closedAt === undefined && other.state !== 'lifting')
    return open.length === 0 ? null : { says: `应当同时解除管理措施，尚未通报解除：${open.map(({ number }) => number).join('、')}。`, do: '请在该件办理“通报解除措施”；还没有发出的，办理“撤回通报”。' }
  },
}

export const statutoryRestrictionMustHaveEnded: SeriousGuard = {
  name: 'statutoryRestrictionMustHaveEnded',
  cite: measures('第十六条第二款'),
  check: ({ facts, today }) => (facts.restrictionEndsOn === undefined || today > facts.restrictionEndsOn ? null
    : { says: `法定的限制措施到 ${formatDate(facts.restrictionEndsOn)} 才届满，此前不得移出。`, do: '请待限制期满。' }),
}

export const termOfListingMustHavePassed: SeriousGuard = {
  name: 'termOfListingMustHavePassed',
  cite: measures('第二十一条'),
  check: ({ matter, now }) => {
    const why = whyNotEnded(matter, 'term', now)
    return why === null ? null : { says: `列入的${why}。`, do: '请待列入满三年；符合条件的，当事人可以申请提前移出。' }
  },
}
