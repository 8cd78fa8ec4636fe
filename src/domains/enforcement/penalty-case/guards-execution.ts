import { formatDate } from '../../../kernel/calendar-date.ts'
import { formatYuan } from '../../../kernel/money.ts'
import { addWorkingDays, isMissingYear } from '../../../kernel/working-calendar.ts'
import { cite } from '../../../kernel/citation.ts'
import { compulsionLaw, provisions } from '../citations.ts'
import { amountOf } from '../penalty-kinds.ts'
import { MAIN_VOLUME, SUB_VOLUME } from './choices.ts'
import { NEW_DECISION_TEXT, SHOWN, cameAfter, dueOnOf, hasTaken, lastClock, lastPlaceOf, paymentLastOn } from './record.ts'
import type { CaseContext, CaseGuard } from './record.ts'

const disclosure = (article: string) => cite('penalty-disclosure-provisions', article)

export const isWarningOnly = (known: CaseContext['facts']): boolean => (known.decidedItems ?? []).every((item) => item.kind === 'warning')

export const partyMustBeToldOfPublicity: CaseGuard = {
  name: 'partyMustBeToldOfPublicity', cite: disclosure('第八条'), needsInput: true,
  check: ({ facts, input }) => (isWarningOnly(facts) || input.isPublicityTold === true ? null : { says: '应当公示的行政处罚决定，在送达时应当书面告知当事人处罚信息将向社会公示。', do: '请书面告知后，将“是否书面告知处罚信息将公示”填为是。' }),
}

export const warningAloneIsNeverPublished: CaseGuard = {
  name: 'warningAloneIsNeverPublished', cite: disclosure('第二条'),
  check: ({ facts }) => (isWarningOnly(facts) ? { says: '仅受到警告行政处罚的不予公示。', do: '本案无需公示，请继续办理执行和结案。' } : null),
}

export const partyElsewhereIsPublishedByItsOwnBureau: CaseGuard = {
  name: 'partyElsewhereIsPublishedByItsOwnBureau', cite: disclosure('第十条'),
  check: ({ facts }) => (facts.homeBureau === undefined ? null : { says: `当事人登记地（住所地）在外省，处罚信息由${facts.homeBureau}协助公示。`, do: '请在作出决定之日起十个工作日内，通过省局推送处罚信息，再办理“跨省推送处罚信息”。' }),
}

export const pushNeedsTheHomeBureau: CaseGuard = {
  name: 'pushNeedsTheHomeBureau', cite: disclosure('第十条'), needsInput: true,
  check: ({ facts, input }) => (input.homeBureau ?? facts.homeBureau) === undefined ? { says: '没有写明推送到哪个市场监督管理部门。', do: '请填写“登记地（住所地）市场监督管理部门”；当事人登记地在本省的，办理“公示处罚信息”。' } : null,
}

const remainingOf = ({ facts }: CaseContext): number => (facts.payableInFen ?? 0) + (facts.lateFeeInFen ?? 0) - (facts.paidInFen ?? 0)

export const paymentMustCoverTheWholeSum: CaseGuard = {
  name: 'paymentMustCoverTheWholeSum', cite: provisions('第七十二条'), needsInput: true,
  check: (context) => {
    const rest = remainingOf(context) - (context.input.paymentsAdded ?? []).reduce((total, row) => total + (row.amountInFen ?? 0), 0)
    return rest <= 0 ? null : { says: `罚没款尚有${formatYuan(rest)}未缴。`, do: '请办理“登记部分缴款”；全部到账后再登记缴清。' }
  },
}

const periodHasPassed = (context: CaseContext): string | null => {
  const lastOn = paymentLastOn(context)
  return lastOn !== null && context.today > lastOn ? null : lastOn === null ? '缴款期限尚未起算' : `缴款期限到${formatDate(lastOn)}才届满`
}

export const lateFeeNeedsAnExpiredPaymentPeriod: CaseGuard = {
  name: 'lateFeeNeedsAnExpiredPaymentPeriod', cite: provisions('第七十五条'),
  check: (context) => {
    const fault = periodHasPassed(context)
    return fault === null ? null : { says: `逾期不缴纳罚款的，才可以加处罚款：${fault}。`, do: '请在期满后办理。' }
  },
}

export const lateFeeNeedsAnUnpaidFine: CaseGuard = {
  name: 'lateFeeNeedsAnUnpaidFine', cite: provisions('第七十五条'),
  check: (context) => (amountOf(context.facts.decidedItems ?? [], 'fine') > 0 && remainingOf(context) > 0 ? null : { says: '没有逾期未缴的罚款，不能加处罚款。', do: '请核对缴款记录；没收款项不加处。' }),
}

export const lateFeeMustNotRunAhead: CaseGuard = {
  name: 'lateFeeMustNotRunAhead', cite: provisions('第七十五条'), needsInput: true,
  check: ({ input, today }) => ((input.lateFeeAsOfOn ?? '') <= today ? null : { says: '加处罚款按已经逾期的日数计算，不能算到今天以后。', do: '请核对“加处罚款计算至”。' }),
}

export const deferralNeedsAWrittenApplication: CaseGuard = {
  name: 'deferralNeedsAWrittenApplication', cite: provisions('第七十四条'), needsInput: true,
  check: ({ input }) => ((input.deferralApplication ?? '') !== '' ? null : { says: '延期或者分期缴纳罚款，应当由当事人提出书面申请。', do: '请收取书面申请并填写“当事人书面申请”。' }),
}

export const deferralMustBeToldInWriting: CaseGuard = {
  name: 'deferralMustBeToldInWriting', cite: provisions('第七十四条'), needsInput: true,
  check: ({ input }) => (input.deferralToldOn !== undefined ? null : { says: '同意暂缓或者分期缴纳的，应当书面告知当事人期限。', do: '请填写“书面告知期限日期”。' }),
}

export const deferralMustEndLater: CaseGuard = {
  name: 'deferralMustEndLater', cite: provisions('第七十四条'), needsInput: true,
  check: ({ matter, input, today }) => {
    const lastOn = dueOnOf(lastClock(matter, 'payment')) ?? today
    const least = lastOn > today ? lastOn : today
    return (input.deferredUntilOn ?? '') > least ? null : { says: `延期或者分期的期限应晚于现在和原缴款期限（${formatDate(least)}）。`, do: '请核对“延期或者分期至”。' }
  },
}

export const reminderNeedsAnExpiredPaymentPeriod: CaseGuard = {
  name: 'reminderNeedsAnExpiredPaymentPeriod', cite: provisions('第七十六条'),
  check: (context) => {
    const fault = periodHasPassed(context)
    return fault === null ? null : { says: `当事人逾期不履行的，才发出催告书：${fault}。`, do: '请在期满后办理。' }
  },
}

export const appealPeriodMustHavePassedBeforeCourt: CaseGuard = {
  name: 'appealPeriodMustHavePassedBeforeCourt', cite: provisions('第七十六条'),
  check: ({ matter, facts, today }) => {
    // A change of the bureau's own is a new act with a time for appeals of its own.
    const isNewAct = facts.changeGround === 'own' && cameAfter(matter, ['changeDecision'], ['recordAppeal'])
    if (hasTaken(matter, 'recordAppeal') && !isNewAct) return null
    const dueOn = [lastClock(matter, 'appeal'), lastClock(matter, 'appealOnChange')].flatMap((clock) => dueOnOf(clock) ?? []).toSorted().at(-1) ?? null
    return dueOn !== null && today > dueOn ? null : { says: `申请行政复议、提起行政诉讼的期限${dueOn === null ? '尚未确定届满日' : `到${formatDate(dueOn)}才届满`}，此前不能申请人民法院强制执行。`, do: '请在期满后办理。' }
  },
}

export const pendingAppealBarsTheCourt: CaseGuard = {
  name: 'pendingAppealBarsTheCourt', cite: provisions('第七十六条'),
  check: ({ facts }) => (facts.isAppealPending === true ? { says: '行政复议或者行政诉讼正在进行。', do: '请在终结后办理“登记复议诉讼结果”。' } : null),
}

export const appealMustHaveEndedBeforeItIsFinal: CaseGuard = {
  name: 'appealMustHaveEndedBeforeItIsFinal', cite: compulsionLaw('第五十三条'), needsInput: true,
  check: ({ facts, input }) => {
    const endedOn = (facts.appeals ?? []).at(-1)?.until
    if (facts.isAppealPending === true || endedOn === undefined) return { says: '没有已经终结的复议或者诉讼。', do: '请先办理“登记复议诉讼结果”。' }
    return (input.appealFinalOn ?? '') >= endedOn ? null : { says: `复议或者诉讼于${formatDate(endedOn)}终结，生效或者期限届满不会早于该日。`, do: '请核对日期。' }
  },
}

export const endedAppealMustBeFinalBeforeCourt: CaseGuard = {
  name: 'endedAppealMustBeFinalBeforeCourt', cite: compulsionLaw('第五十三条'),
  check: ({ matter }) => (hasTaken(matter, 'recordAppeal') && !cameAfter(matter, ['recordAppealFinal', 'endRemedyPeriod'], ['recordAppeal', 'recordAppealResult'])
    ? { says: '本案经过复议或者诉讼，复议后的起诉期限届满日或者裁判生效日尚未登记，三个月的申请期限自该日起算。', do: '请先办理“登记救济程序终了”。' } : null),
}

export const noAppealMayBeRegisteredTwice: CaseGuard = {
  name: 'noAppealMayBeRegisteredTwice', cite: provisions('第七十一条'),
  check: ({ facts }) => (facts.isAppealPending === true ? { says: '已有正在进行的复议或者诉讼。', do: '请先办理“登记复议诉讼结果”。' } : null),
}

export const appealMustBePending: CaseGuard = {
  name: 'appealMustBePending', cite: provisions('第七十一条'),
  check: ({ facts }) => (facts.isAppealPending === true ? null : { says: '没有正在进行的复议或者诉讼。', do: '请先办理“登记复议诉讼”。' }),
}

export const tenWorkingDaysMustFollowTheReminder: CaseGuard = {
  name: 'tenWorkingDaysMustFollowTheReminder', cite: provisions('第七十六条'),
  check: ({ facts, today, calendar, valueOf }) => {
    if (facts.reminderServedOn === undefined) return { says: '申请人民法院强制执行前，应当催告当事人履行义务，尚未催告。', do: '请先办理“登记催告书送达”。' }
    const last = addWorkingDays(calendar, facts.reminderServedOn, valueOf('penalty.reminder') ?? 10)
    if (isMissingYear(last)) return { says: `系统没有载入${last.missingYear}年的放假安排，无法计算催告期。`, do: '请由系统管理员载入。' }
    return today > last ? null : { says: `催告书送达后的十个工作日到${formatDate(last)}才届满。`, do: '请在期满后办理。' }
  },
}

export const courtMustBeAskedInTime: CaseGuard = {
  name: 'courtMustBeAskedInTime', cite: provisions('第七十六条'),
  check: ({ matter, today }) => {
    const dueOn = dueOnOf(lastClock(matter, 'court'))
    return dueOn === null || today <= dueOn ? null : { says: `申请人民法院强制执行的三个月已于${formatDate(dueOn)}届满。`, do: '请继续催缴，说明逾期原因并报负责人处理。' }
  },
}

export const allDutiesMustBePerformed: CaseGuard = {
  name: 'allDutiesMustBePerformed', cite: provisions('第七十七条'), needsInput: true,
  check: (context) => {
    const rest = remainingOf(context)
    if (rest > 0) return { says: `罚没款尚有${formatYuan(rest)}未缴，行政处罚决定没有执行完毕。`, do: '请先登记缴款，或者催告、申请强制执行。' }
    return context.input.isOtherDutyPerformed === true ? null : { says: '没收、责令等其他处罚内容尚未执行完毕。', do: '请在全部执行后办理。' }
  },
}

export const noMeasureMayRemainOpenAtClosing: CaseGuard = {
  name: 'noMeasureMayRemainOpenAtClosing', cite: provisions('第四十二条'),
  check: ({ related }) => {
    const open = related.filter((other) => other.procedure === 'measure' && other.relation === 'child' && other.closedAt === undefined).map((other) => other.number)
    return open.length === 0 ? null : { says: `还有未了结的措施：${open.join('、')}。`, do: '请先解除、退还、没收或者移送。' }
  },
}

export const closingMustBeApprovedBeforeTheArchive: CaseGuard = {
  name: 'closingMustBeApprovedBeforeTheArchive', cite: provisions('第七十八条'),
  check: ({ matter }) => (cameAfter(matter, ['approveClosing'], ['resumeReturned', 'changeDecision', 'revokeDecision']) ? null : { says: '结案后才能立卷归档，尚未批准结案。', do: '请先办理“批准结案”。' }),
}

export const decisionMustBePublishedBeforeTheArchive: CaseGuard = {
  name: 'decisionMustBePublishedBeforeTheArchive', cite: disclosure('第九条'),
  check: ({ matter, facts }) => (isWarningOnly(facts) || cameAfter(matter, SHOWN, [...NEW_DECISION_TEXT]) ? null : { says: '行政处罚信息（更正、变更后的，按新的内容）应当公示，尚未公示。', do: '请先办理“公示处罚信息”；当事人登记地在外省的，办理“跨省推送处罚信息”。' }),
}

export const appealPeriodMustRunOutByItself: CaseGuard = {
  name: 'appealPeriodMustRunOutByItself', cite: cite('administrative-litigation-law', '第四十六条'),
  check: ({ matter, today }) => {
    const clock = [lastClock(matter, 'appealOnChange'), lastClock(matter, 'appeal')].find((each) => each !== undefined && each.status !== 'stopped')
    const dueOn = dueOnOf(clock)
    return dueOn !== null && today > dueOn ? null : { says: '申请行政复议、提起行政诉讼的期限尚未届满。', do: '请等待期限届满。' }
  },
}

export const deferralMustRunOutByItself: CaseGuard = {
  name: 'deferralMustRunOutByItself', cite: provisions('第七十六条'),
  check: ({ matter, today }) => {
    const dueOn = dueOnOf(lastClock(matter, 'deferral'))
    return dueOn !== null && today > dueOn ? null : { says: '延期或者分期缴纳的期限尚未结束。', do: '请等待期限结束。' }
  },
}

export const publishedDecisionMustBeWithdrawn: CaseGuard = {
  name: 'publishedDecisionMustBeWithdrawn', cite: provisions('第六十三条'),
  check: ({ matter }) => (SHOWN.some((step) => hasTaken(matter, step)) && !hasTaken(matter, 'withdrawPublication') ? { says: '公开的处罚决定已被撤销，尚未撤回公示。', do: '请先办理“撤回公示”。' } : null),
}

export const mainVolumeMustHoldTheStatutoryPapers: CaseGuard = {
  name: 'mainVolumeMustHoldTheStatutoryPapers', cite: provisions('第七十八条'), needsInput: true,
  check: ({ matter, input }) => {
    const held = new Set((input.mainVolume ?? []).map((row) => row.kind))
    const demanded = ['filing', ...(hasTaken(matter, 'decidePenalty') ? ['decision', 'evidence'] as const : []), ...(hasTaken(matter, 'holdHearing') ? ['hearing-record'] as const : [])] as const
    const missing = demanded.filter((kind) => !held.has(kind)).map((kind) => MAIN_VOLUME[kind])
    return missing.length === 0 ? null : { says: `正卷材料不齐，缺少：${missing.join('、')}。`, do: '请补齐后填写“正卷目录”。' }
  },
}

export const subVolumeMustHoldTheStatutoryPapers: CaseGuard = {
  name: 'subVolumeMustHoldTheStatutoryPapers', cite: provisions('第七十八条'), needsInput: true,
  check: ({ matter, input }) => {
    const held = new Set((input.subVolume ?? []).map((row) => row.kind))
    const isReported = lastPlaceOf(matter, 'concludeInvestigation') >= 0
    const demanded = ['source', ...(isReported ? ['report', 'review'] as const : []), ...(hasTaken(matter, 'holdHearing') ? ['hearing-report'] as const : []), 'closing'] as const
    const missing = demanded.filter((kind) => !held.has(kind)).map((kind) => SUB_VOLUME[kind])
    return missing.length === 0 ? null : { says: `副卷材料不齐，缺少：${missing.join('、')}。`, do: '请补齐后填写“副卷目录”。' }
  },
}

const rowFault = (rows: readonly Readonly<{ kind?: string; firstPage?: number; lastPage?: number }>[], order: readonly string[]): string | null => {
  let page = 1
  let place = 0
  for (const [index, row] of rows.entries()) {
    const next = order.indexOf(row.kind ?? '')
    if (next < place) return `第${index + 1}行的材料类别不在法定顺序内`
    if (row.firstPage !== page || (row.lastPage ?? 0) < page) return `第${index + 1}行应从第${page}页起连续编页`
    place = next
    page = (row.lastPage ?? 0) + 1
  }
  return null
}

export const volumesMustFollowTheStatutoryOrder: CaseGuard = {
  name: 'volumesMustFollowTheStatutoryOrder', cite: provisions('第七十八条'), needsInput: true,
  check: ({ input }) => {
    const main = rowFault(input.mainVolume ?? [], Object.keys(MAIN_VOLUME))
    const sub = rowFault(input.subVolume ?? [], Object.keys(SUB_VOLUME))
    return main === null && sub === null ? null : { says: `案卷应按法定顺序立卷、连续编页：${main === null ? `副卷${sub ?? ''}` : `正卷${main}`}。`, do: '请调整目录顺序和页码。' }
  },
}
