import { addMonths, compare, formatDate, isCalendarDate } from '../../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import type { Guard, GuardContext, RelatedMatter } from '../../../engines/procedure/definition.ts'
import { wasTaken } from '../clock-ended.ts'
import { REPAIR_MEASURES_FROM, underBothRepairMeasures } from '../list-removal.ts'
import { MATERIALS } from './facts.ts'
import type { facts } from './facts.ts'

type RepairGuard = Guard<typeof facts>

export const materialsMustBeComplete: RepairGuard = {
  name: 'materialsMustBeComplete',
  cite: underBothRepairMeasures('第十四条'),
  needsInput: true,
  check: ({ facts }) => {
    const missing = Object.entries(MATERIALS).filter(([id]) => !(facts.materials ?? []).some((given) => given === id)).map(([, label]) => label)
    return missing.length === 0 ? null : { says: `申请材料不齐全，尚缺：${missing.join('、')}。`, do: '能够通过政务信息共享获取的，获取后勾选；其他的办理“一次性告知补正”。' }
  },
}

export const falseApplicantMustWaitThreeYears: RepairGuard = {
  name: 'falseApplicantMustWaitThreeYears',
  cite: cite('credit-repair-measures', '第二十三条第二款'),
  check: ({ facts, related, today }) => {
    const bars = [...(facts.barredUntilOn === undefined ? [] : [{ until: facts.barredUntilOn, by: '登记的日期' }]), ...related.flatMap(barOf)]
    const bar = bars.toSorted((one, other) => compare(one.until, other.until)).at(-1)
    return bar === undefined || today > bar.until ? null : { says: `申请人因弄虚作假，到 ${formatDate(bar.until)} 为止不得申请信用修复（${bar.by}）。`, do: '请经负责人批准后办理“不予受理”。' }
  },
}

/** The bar that a decision on the same entity left behind: a repair revoked, or refused for deceit. */
function barOf({ relation, procedure, number, outcome, facts: known = {} }: RelatedMatter): readonly Readonly<{ until: CalendarDate; by: string }>[] {
  if (relation !== 'same-subject') return []
  const until = procedure === 'repair-revocation' ? known.barredUntilOn : procedure === 'credit-repair' && outcome === 'refused' && known.refusalGround === 'deceived' ? known.shownUntilOn : undefined
  return typeof until === 'string' && isCalendarDate(until) ? [{ until, by: number }] : []
}

export const penaltyClassMustBeKnown: RepairGuard = {
  name: 'penaltyClassMustBeKnown',
  cite: underBothRepairMeasures('第六条'),
  check: ({ facts }) => (facts.repairKind !== 'penalty' || facts.penaltyClass !== undefined ? null
    : { says: '没有写明处罚信息属于轻微、一般、严重中的哪一类，最短公示期无从确定。', do: '请在“更正”中补录“处罚信息类别”；涉及多种处罚的，选公示期最长的一类。' }),
}

const WEIGHT: Readonly<Record<string, number>> = { 'minor': 0, 'general': 1, 'serious-field': 2, 'restriction': 3, 'revocation': 4 }

export const penaltyClassMustNotBeLighterThanPublished: RepairGuard = {
  name: 'penaltyClassMustNotBeLighterThanPublished',
  cite: underBothRepairMeasures('第六条第二款'),
  check: ({ facts, related }) => {
    const penalty = related.find((other) => other.procedure === 'penalty-case' && facts.recordNo !== undefined && [other.number, ...Object.values(other.documentNumbers ?? {})].includes(facts.recordNo))
    const published = penalty?.facts?.publicityClass
    if (facts.repairKind !== 'penalty' || facts.penaltyClass === undefined || typeof published !== 'string' || (WEIGHT[published] ?? 0) <= (WEIGHT[facts.penaltyClass] ?? 0)) return null
    return { says: `所填的处罚信息类别轻于${penalty?.number ?? ''}公示时确定的类别。`, do: '请核对该案的公示信息，在“更正”中改正“处罚信息类别”；涉及多种处罚的，按公示期最长的一类。' }
  },
}

export const minorInformationNeedsNoRepair: RepairGuard = {
  name: 'minorInformationNeedsNoRepair',
  cite: underBothRepairMeasures('第七条'),
  check: ({ facts }) => (facts.repairKind !== 'penalty' || facts.penaltyClass !== 'minor' ? null
    : { says: '轻微违法失信信息公示期满三个月即停止公示，不需要申请。', do: '请告知申请人停止公示的日期，办理“不予受理”或者由申请人撤回。' }),
}

export const revocationCannotBeRepaired: RepairGuard = {
  name: 'revocationCannotBeRepaired',
  cite: underBothRepairMeasures('第八条第五款'),
  check: ({ matter, facts }) => {
    const isBarred = facts.penaltyClass === 'revocation' || (facts.penaltyClass === 'restriction' && matter.lawOn < REPAIR_MEASURES_FROM)
    return facts.repairKind !== 'penalty' || !isBarred ? null : { says: '这一类处罚信息公示期满三年才停止公示，不能申请提前修复。', do: '请经负责人批准后办理“不予受理”。' }
  },
}

/** The first day on which an application is admissible; null where the regime or the facts give none, undefined where none is needed. */
function repairableFrom({ matter, facts: known, valueOf }: GuardContext<typeof facts>): CalendarDate | null | undefined {
  if (known.repairKind === 'abnormal-list') return undefined
  if (known.publishedOn === undefined) return null
  const isNew = matter.lawOn >= REPAIR_MEASURES_FROM
  if (known.repairKind === 'serious-list') return monthsAfter(known.publishedOn, valueOf('credit-repair.minimum-serious-list'), 12)
  if (known.penaltyClass === 'general') return monthsAfter(known.publishedOn, valueOf('credit-repair.minimum-general'), 1)
  return monthsAfter(known.publishedOn, valueOf('credit-repair.minimum-serious'), isNew ? 12 : 1)
}

function monthsAfter(on: CalendarDate, amount: number | null, each: number): CalendarDate | null {
  return amount === null ? null : addMonths(on, amount * each)
}

export const minimumPublicityMustHavePassed: RepairGuard = {
  name: 'minimumPublicityMustHavePassed',
  cite: underBothRepairMeasures('第十一条'),
  check: (context) => {
    const from = repairableFrom(context)
    if (from === undefined) return null
    if (from === null) return { says: '查不到公示开始日期或者适用的最短公示期。', do: '请在“更正”中补录“公示开始日期”。' }
    return context.today >= from ? null : { says: `最短公示期到 ${formatDate(from)} 才届满，此前不能申请信用修复。`, do: '请告知申请人届时再申请，办理“不予受理”。' }
  },
}

export const penaltyRestrictionMustHaveEnded: RepairGuard = {
  name: 'penaltyRestrictionMustHaveEnded',
  cite: underBothRepairMeasures('第八条第四款'),
  check: ({ facts, today }) => {
    if (facts.repairKind !== 'penalty' || facts.penaltyClass !== 'restriction') return null
    if (facts.restrictionEndsOn === undefined) return { says: '须写明处罚限制期限的届满日。', do: '请在“更正”中补录“处罚限制期限届满日”。' }
    return today > facts.restrictionEndsOn ? null : { says: `处罚的限制期限到 ${formatDate(facts.restrictionEndsOn)} 才届满。`, do: '请告知申请人届时再申请。' }
  },
}

export const applicationMustBeVerifiedBeforeDecision: RepairGuard = {
  name: 'applicationMustBeVerifiedBeforeDecision',
  cite: underBothRepairMeasures('第十五条'),
  check: ({ matter }) => (wasTaken(matter, 'verify') ? null : { says: '尚未核实申请人履行义务、纠正违法行为、实施整改的情况。', do: '请先办理“核实”。' }),
}

export const dutiesMustHaveBeenPerformed: RepairGuard = {
  name: 'dutiesMustHaveBeenPerformed',
  cite: underBothRepairMeasures('第十一条第一项'),
  check: ({ facts }) => (facts.repairKind === 'abnormal-list' || facts.hasPerformed === true ? null : { says: '申请人没有履行决定规定的义务。', do: '请重新核实；没有履行的，办理“不予修复”。' }),
}

export const harmMustHaveBeenRemoved: RepairGuard = {
  name: 'harmMustHaveBeenRemoved',
  cite: underBothRepairMeasures('第十一条第二项'),
  check: ({ facts }) => (facts.repairKind === 'abnormal-list' || facts.hasRemovedHarm === true ? null : { says: '申请人没有整改、消除危害后果和不良影响。', do: '请重新核实；没有整改的，办理“不予修复”。' }),
}

export const noNewPenaltyMayHaveFollowed: RepairGuard = {
  name: 'noNewPenaltyMayHaveFollowed',
  cite: underBothRepairMeasures('第十一条第三项'),
  check: ({ facts }) => (facts.repairKind === 'abnormal-list' || facts.hasNewPenalty === false ? null : { says: '公示期间再次受到同类处罚或者较重处罚，或者没有查明。', do: '请查询处罚记录；再次受到处罚的，办理“不予修复”。' }),
}

export const listingMustBeCured: RepairGuard = {
  name: 'listingMustBeCured',
  cite: underBothRepairMeasures('第十二条'),
  check: ({ facts }) => (facts.repairKind !== 'abnormal-list' || facts.isListingCured === true ? null : { says: '列入经营异常名录的情形还没有改正。', do: '请核实是否已补报年报、公示信息、变更登记或者可以重新取得联系；没有的，办理“不予修复”。' }),
}

export const publicInterestMustNotBeHarmed: RepairGuard = {
  name: 'publicInterestMustNotBeHarmed',
  cite: underBothRepairMeasures('第十八条'),
  check: ({ facts }) => (facts.isHarmful !== true ? null : { says: '信用修复可能危害国家安全、社会公共利益的，不予修复。', do: '请办理“不予修复”并说明理由。' }),
}

export const applicantMustNotHaveDeceived: RepairGuard = {
  name: 'applicantMustNotHaveDeceived',
  cite: underBothRepairMeasures('第二十三条'),
  check: ({ facts }) => (facts.hasDeceived !== true ? null : { says: '申请人故意隐瞒真实情况、弄虚作假，不得准予信用修复。', do: '请办理“不予修复”，情形选“弄虚作假”。' }),
}

const LISTS: readonly string[] = ['abnormal-operation', 'sole-trader-marking', 'serious-violation']

export const listEntryMustEndWithItsRepair: RepairGuard = {
  name: 'listEntryMustEndWithItsRepair',
  cite: underBothRepairMeasures('第十七条'),
  check: ({ facts, related }) => {
    const entry = related.find((other) => other.relation === 'parent' && LISTS.includes(other.procedure))
    return facts.repairKind === 'penalty' || entry === undefined || entry.closedAt !== undefined || entry.state === 'ending' ? null
      : { says: `已准予修复，但${entry.number}还没有移出。`, do: '请先在该件办理“决定移出”，再登记数据处理完成。' }
  },
}

export const displayMustBeStopped: RepairGuard = {
  name: 'displayMustBeStopped',
  cite: underBothRepairMeasures('第十七条'),
  needsInput: true,
  check: ({ input }) => (input.displayStopped === true ? null : { says: '准予修复后，公示系统中的相关信息还没有停止公示。', do: '请先停止公示，再登记。' }),
}

export const repairMustBePushed: RepairGuard = {
  name: 'repairMustBePushed',
  cite: underBothRepairMeasures('第二十五条'),
  needsInput: true,
  check: ({ facts, input }) => {
    const pushed = input.pushedTo ?? []
    if (!pushed.includes('credit-china')) return { says: '修复信息还没有与“信用中国”网站共享。', do: '请推送后勾选。' }
    return facts.isOtherProvince !== true || pushed.includes('home-bureau') ? null : { says: '当事人登记地在外省，修复信息还没有推送登记地市场监督管理部门。', do: '请推送后勾选。' }
  },
}
