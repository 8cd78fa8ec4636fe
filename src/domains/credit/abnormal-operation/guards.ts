import { formatDate, toDayNumber } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { whyNotEnded, wasTaken } from '../clock-ended.ts'
import { REPAIR_MEASURES_FROM } from '../list-removal.ts'
import type { facts } from './facts.ts'

type ListGuard = Guard<typeof facts>
const measures = (article: string) => cite('abnormal-operation-list-measures', article)

/** Last day for the annual report of a year: 30 June of the next. */
export function reportDueOn(year: number): string {
  return `${String(year + 1).padStart(4, '0')}-06-30`
}

export const groundMustBeInListMeasuresOfTheDay: ListGuard = {
  name: 'groundMustBeInListMeasuresOfTheDay',
  cite: measures('第四条'),
  check: ({ matter, facts }) => {
    if (facts.ground === 'false-information' && matter.lawOn >= REPAIR_MEASURES_FROM) return { says: '自 2025年12月25日 起，公示信息弄虚作假不再是列入经营异常名录的情形。', do: '请办理“不予列入”，依《企业信息公示暂行条例》第十八条移送立案。' }
    if (facts.ground === 'name-not-changed' && matter.lawOn < REPAIR_MEASURES_FROM) return { says: '未办理名称变更登记自 2025年12月25日 起才是列入情形，本件适用此前的规定。', do: '请办理“不予列入”。' }
    return null
  },
}

export const reportPeriodMustHaveEnded: ListGuard = {
  name: 'reportPeriodMustHaveEnded',
  cite: measures('第六条'),
  check: ({ facts, today }) => {
    if (facts.ground !== 'no-annual-report' || facts.isRestored === true) return null
    if (facts.reportYear === undefined) return { says: '以未年报列入，须写明未报送的年度。', do: '请在“更正”中补录“未年报年度”。' }
    const last = reportDueOn(facts.reportYear)
    return today > last ? null : { says: `${facts.reportYear} 年度报告的公示期到 ${formatDate(last)} 才结束。`, do: '请待公示期结束后再作出列入决定。' }
  },
}

export const groundMustBeVerifiedBeforeListing: ListGuard = {
  name: 'groundMustBeVerifiedBeforeListing',
  cite: measures('第九条'),
  check: ({ matter, facts }) => (facts.ground === 'no-annual-report' || wasTaken(matter, 'verify') || wasTaken(matter, 'lapseOrder') ? null
    : { says: '除未年报外，列入前应当查实情形，尚无查实记录。', do: '请先办理“查实情形”；未公示即时信息的，先办理“责令限期公示”。' }),
}

export const orderMustConcernInstantInformation: ListGuard = {
  name: 'orderMustConcernInstantInformation',
  cite: measures('第七条'),
  check: ({ facts }) => (facts.ground === 'no-instant-information' ? null : { says: '责令限期公示只适用于未公示即时信息的情形。', do: '请办理“查实情形”。' }),
}

export const orderMustPrecedeListingForInstantInformation: ListGuard = {
  name: 'orderMustPrecedeListingForInstantInformation',
  cite: measures('第七条'),
  check: ({ facts }) => (facts.ground !== 'no-instant-information' ? null
    : { says: '未公示即时信息的，应当先书面责令在10日内履行公示义务，期满未履行才能列入。', do: '请先办理“责令限期公示”。' }),
}

export const orderedPeriodMustHavePassed: ListGuard = {
  name: 'orderedPeriodMustHavePassed',
  cite: measures('第七条'),
  check: ({ matter, now }) => {
    const why = whyNotEnded(matter, 'compliance', now)
    return why === null ? null : { says: `责令公示的${why}。`, do: '请待期满；期满前已经公示的，办理“登记已履行公示”。' }
  },
}

export const nameChangePeriodMustHavePassed: ListGuard = {
  name: 'nameChangePeriodMustHavePassed',
  cite: measures('第八条'),
  needsInput: true,
  check: ({ facts, today }) => {
    if (facts.ground !== 'name-not-changed') return null
    if (facts.nameChangeDueOn === undefined) return { says: '须写明名称变更登记期限的届满日。', do: '请填写“名称变更登记期限届满日”。' }
    return today > facts.nameChangeDueOn ? null : { says: `名称变更登记的期限到 ${formatDate(facts.nameChangeDueOn)} 才届满。`, do: '请待期满后查实。' }
  },
}

export const visitMustBeRecorded: ListGuard = {
  name: 'visitMustBeRecorded',
  cite: measures('第九条第一款'),
  needsInput: true,
  check: ({ facts, input }) => (facts.ground !== 'unreachable' || input.contactMethod === 'letters' || (input.contactMethod === 'visit' && (input.visitRecord ?? '') !== '') ? null
    : { says: '认定无法联系，须有实地核查的记录，或者两次邮寄专用信函。', do: '请选择“查实方式”，实地核查的填写“实地核查情况”。' }),
}

export const twoLettersMustGoUnsigned: ListGuard = {
  name: 'twoLettersMustGoUnsigned',
  cite: measures('第九条第二款'),
  needsInput: true,
  check: ({ facts, input }) => (facts.ground !== 'unreachable' || input.contactMethod !== 'letters' || ((facts.letters ?? []).length >= 2 && input.areLettersUnsigned === true) ? null
    : { says: '以邮寄方式认定无法联系，须向登记的住所或者经营场所两次邮寄且均无人签收。', do: '请先办理“寄出专用信函”两次；有人签收的，办理“不予列入”。' }),
}

export const lettersMustBeFifteenToThirtyDaysApart: ListGuard = {
  name: 'lettersMustBeFifteenToThirtyDaysApart',
  cite: measures('第九条第二款'),
  needsInput: true,
  check: ({ facts, input, valueOf }) => {
    if (facts.ground !== 'unreachable' || input.contactMethod !== 'letters') return null
    const days = (facts.letters ?? []).flatMap(({ mailedOn }) => (mailedOn === undefined ? [] : [toDayNumber(mailedOn)]))
    const [least, most] = [valueOf('list.letter-interval-minimum') ?? 0, valueOf('list.letter-interval-maximum') ?? 0]
    const isApart = days.some((first) => days.some((second) => second - first >= least && second - first <= most))
    return isApart ? null : { says: `两次邮寄的间隔不得少于${least}日，不得超过${most}日，已寄信函中没有符合的两次。`, do: '请按间隔再次办理“寄出专用信函”，或者改为实地核查。' }
  },
}

export const twoYearsMissingAndUnreachableMustHold: ListGuard = {
  name: 'twoYearsMissingAndUnreachableMustHold',
  cite: cite('enterprise-disclosure-regulation', '第十八条'),
  needsInput: true,
  check: ({ input, valueOf }) => {
    const years = valueOf('list.revocation-years')
    if (years === null) return { says: '本件适用的条例没有这一吊销情形（自 2024年5月1日 起施行）。', do: '请不要移送。' }
    return (input.yearsMissing ?? 0) >= years && input.isStillUnreachable === true ? null
      : { says: `吊销营业执照须连续${years}年未年报被列入且未改正，并且通过登记的住所或者经营场所无法取得联系。`, do: '请核实两项条件；不符合的不移送。' }
  },
}

export const threeYearsOnTheListMustHavePassed: ListGuard = {
  name: 'threeYearsOnTheListMustHavePassed',
  cite: cite('enterprise-disclosure-regulation', '第十七条'),
  check: ({ matter, now }) => {
    const why = whyNotEnded(matter, 'threeYears', now)
    return why === null ? null : { says: `列入满三年的${why}。`, do: '请待期满；企业已改正的，办理移出。' }
  },
}
