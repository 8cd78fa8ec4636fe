import { formatDate } from '../../../kernel/calendar-date.ts'
import { faultOfOfficers } from '../certified-officers.ts'
import { penaltyLaw, provisions } from '../citations.ts'
import { amountOf } from '../penalty-kinds.ts'
import { dueOnOf, hasTaken, isOpenSince, lastClock } from './record.ts'
import type { CaseContext, CaseGuard } from './record.ts'

type Row = NonNullable<CaseContext['input']['evidenceAdded']>[number]

const numbersOf = (rows: readonly Row[], isAtFault: (row: Row) => boolean): string => rows.flatMap((row, index) => (isAtFault(row) ? [`第${index + 1}行“${row.name ?? ''}”`] : [])).join('、')

const isRecused = ({ matter, facts }: CaseContext, id: string): boolean => matter.recused.includes(id) || (facts.recusedHandlers ?? []).includes(id)

export const handlersMustBeCertified: CaseGuard = {
  name: 'handlersMustBeCertified', cite: provisions('第十九条'), needsInput: true,
  check: ({ input, personOf, today }) => faultOfOfficers({ personOf, ids: input.handlers ?? [], on: today, what: '办案人员' }),
}

export const recusedOfficerMustNotHandle: CaseGuard = {
  name: 'recusedOfficerMustNotHandle', cite: penaltyLaw('第四十三条'), needsInput: true,
  check: (context) => ((context.input.handlers ?? []).some((id) => isRecused(context, id))
    ? { says: '指定的办案人员中有已决定回避的人员。', do: '请另行指定没有回避情形的人员。' } : null),
}

export const handlersMustBeAssignedBeforeInvestigation: CaseGuard = {
  name: 'handlersMustBeAssignedBeforeInvestigation', cite: provisions('第十九条'),
  check: ({ facts }) => ((facts.handlers ?? []).length >= 2 ? null : { says: '尚未指定两名以上办案人员。', do: '请由办案机构负责人办理“指定办案人员”。' }),
}

export const rightsMustBeToldBeforeEvidenceIsTaken: CaseGuard = {
  name: 'rightsMustBeToldBeforeEvidenceIsTaken', cite: provisions('第二十一条'),
  check: ({ matter }) => (hasTaken(matter, 'tellRights') ? null
    : { says: '首次向当事人收集、调取证据的，应当告知其陈述权、申辩权和申请回避的权利，尚无告知记录。', do: '请先办理“告知权利”。' }),
}

export const evidenceNeedsTwoCertifiedCollectors: CaseGuard = {
  name: 'evidenceNeedsTwoCertifiedCollectors', cite: provisions('第二十二条'), needsInput: true,
  check: ({ input, personOf, today }) => faultOfOfficers({
    personOf, ids: input.collectors ?? [], what: '取证人员', on: (input.evidenceAdded ?? []).map((row) => row.obtainedOn ?? today).toSorted().at(-1) ?? today,
  }),
}

export const copiesMustBeConfirmedAgainstTheOriginal: CaseGuard = {
  name: 'copiesMustBeConfirmedAgainstTheOriginal', cite: provisions('第二十四条'), needsInput: true,
  check: ({ input }) => {
    const faults = numbersOf(input.evidenceAdded ?? [], (row) => row.form === 'copy')
    return faults === '' ? null : { says: `复制件须由证据提供人核对无误，注明与原件一致、出证日期和证据出处：${faults}。`, do: '请补办核对手续后，改选“复制件，已核对并注明与原件一致”。' }
  },
}

export const electronicDataMustStateHowTheyWereMade: CaseGuard = {
  name: 'electronicDataMustStateHowTheyWereMade', cite: provisions('第二十六条'), needsInput: true,
  check: ({ input }) => {
    const faults = numbersOf(input.evidenceAdded ?? [], (row) => (row.kind === 'electronic' || row.kind === 'audio-visual') && row.form !== 'original' && row.howMade === undefined)
    return faults === '' ? null : { says: `复制的电子数据、视听资料须注明制作方法、制作时间、制作人：${faults}。`, do: '请填写“制作方法、时间、制作人”。' }
  },
}

export const recordMustBeSignedOrItsRefusalNoted: CaseGuard = {
  name: 'recordMustBeSignedOrItsRefusalNoted', cite: provisions('第四十三条'), needsInput: true,
  check: ({ input }) => (input.isRecordSigned === true || (input.recordUnsignedNote ?? '') !== '' ? null
    : { says: '笔录应当由当事人或者被询问人核对签名；拒绝签名的，须注明情况并录音、录像或者邀请见证人。', do: '请补签，或者填写“未签名的情况记录”。' }),
}

export const unsignedRecordNeedsWitnessOrRecording: CaseGuard = {
  name: 'unsignedRecordNeedsWitnessOrRecording', cite: provisions('第四十三条'), needsInput: true,
  check: ({ input }) => {
    const faults = numbersOf(input.evidenceAdded ?? [], (row) => ['scene-record', 'party-statement', 'testimony'].includes(row.kind ?? '') && row.isSigned === false && row.unsignedNote === undefined)
    return faults === '' ? null : { says: `当事人或者有关人员未签名的笔录，须注明情况并录音、录像或者邀请见证人：${faults}。`, do: '请填写“未签名的情况记录”。' }
  },
}

export const evidenceMustNotLieInTheFuture: CaseGuard = {
  name: 'evidenceMustNotLieInTheFuture', cite: provisions('第二十四条'), needsInput: true,
  check: ({ input, today }) => {
    const faults = numbersOf(input.evidenceAdded ?? [], (row) => (row.obtainedOn ?? today) > today)
    return faults === '' ? null : { says: `取得日期晚于今天：${faults}。`, do: '请核对“取得日期”。' }
  },
}

export const seizureNeedsAStatutoryBasis: CaseGuard = {
  name: 'seizureNeedsAStatutoryBasis', cite: provisions('第三十六条'), needsInput: true,
  check: ({ input }) => (input.measureKind === 'preservation' || /《.+》第.+条/u.test(input.measureBasis ?? '') ? null
    : { says: '查封、扣押须有法律、法规依据。', do: '请在“法律、法规依据”中写明法律、法规名称和条款，如《中华人民共和国食品安全法》第一百一十条；没有依据的，可以先行登记保存。' }),
}

export const earlierTestMustBeReturnedFirst: CaseGuard = {
  name: 'earlierTestMustBeReturnedFirst', cite: provisions('第六十四条'),
  check: ({ matter }) => (isOpenSince(matter, 'commissionTest', ['receiveTest']) ? { says: '前一次检测、鉴定尚未登记结果，不计入办案期限的期间须逐次记录。', do: '请先办理“登记检测鉴定结果”；同时送检的，合并在一次委托中。' } : null),
}

export const testMustHaveBeenCommissioned: CaseGuard = {
  name: 'testMustHaveBeenCommissioned', cite: provisions('第三十二条'),
  check: ({ matter }) => (isOpenSince(matter, 'commissionTest', ['receiveTest']) ? null : { says: '没有尚未返回结果的检测、鉴定。', do: '请先办理“委托检测鉴定”。' }),
}

export const testMustBeReturnedBeforeTheReport: CaseGuard = {
  name: 'testMustBeReturnedBeforeTheReport', cite: provisions('第四十八条'),
  check: ({ matter }) => (isOpenSince(matter, 'commissionTest', ['receiveTest']) ? { says: '检测、鉴定结果尚未收到，调查不能终结。', do: '请先办理“登记检测鉴定结果”。' } : null),
}

export const testResultMustBeToldToTheParty: CaseGuard = {
  name: 'testResultMustBeToldToTheParty', cite: provisions('第三十二条'),
  check: ({ matter }) => (isOpenSince(matter, 'receiveTest', ['tellTestResult']) ? { says: '检测、检验、检疫、鉴定结果应当告知当事人，尚未告知。', do: '请先办理“告知检测鉴定结果”。' } : null),
}

export const refundMustHaveBeenOrdered: CaseGuard = {
  name: 'refundMustHaveBeenOrdered', cite: provisions('第五十九条'),
  check: ({ matter }) => (isOpenSince(matter, 'orderRefund', ['endRefund', 'reopenInvestigation']) ? null : { says: '没有正在进行的责令退款。', do: '责令退还多收价款的，请先办理“责令退款”。' }),
}

export const pendingRecusalMustBeDecided: CaseGuard = {
  name: 'pendingRecusalMustBeDecided', cite: penaltyLaw('第四十三条'),
  check: ({ facts }) => (facts.isRecusalPending === true ? { says: '回避申请尚未决定。', do: '请由负责人办理“决定回避”。' } : null),
}

export const recusalMustHaveBeenRequested: CaseGuard = {
  name: 'recusalMustHaveBeenRequested', cite: penaltyLaw('第四十三条'),
  check: ({ facts }) => (facts.isRecusalPending === true ? null : { says: '没有待决定的回避申请。', do: '请先办理“登记回避申请”；人员自行回避的，也以该步骤登记。' }),
}

export const recusalOfTheHeadNeedsCollectiveDecision: CaseGuard = {
  name: 'recusalOfTheHeadNeedsCollectiveDecision', cite: provisions('第四条'), needsInput: true,
  check: ({ facts, input }) => (facts.isRecusalOfHead === true && input.recusalDecidedBy !== 'collective'
    ? { says: '主要负责人的回避，由负责人集体讨论决定。', do: '请经集体讨论后，将“决定方式”填为负责人集体讨论决定。' } : null),
}

export const recusedHandlerMustBeReplaced: CaseGuard = {
  name: 'recusedHandlerMustBeReplaced', cite: provisions('第四条'),
  check: (context) => ((context.facts.handlers ?? []).some((id) => isRecused(context, id)) ? { says: '办案人员中有已决定回避的人员，尚未更换。', do: '请办理“指定办案人员”。' } : null),
}

export const reportMustComeFromAHandler: CaseGuard = {
  name: 'reportMustComeFromAHandler', cite: provisions('第四十八条'),
  check: ({ facts, actor }) => ((facts.handlers ?? []).includes(actor.id) ? null : { says: '调查终结报告由办理本案的办案人员撰写，您不是本案办案人员。', do: '请由本案办案人员办理。' }),
}

export const evidenceMustSupportTheFacts: CaseGuard = {
  name: 'evidenceMustSupportTheFacts', cite: penaltyLaw('第四十条'), needsInput: true,
  check: ({ facts, input }) => (input.proposal !== 'penalty' || (facts.evidence ?? []).length > 0 ? null
    : { says: '违法事实不清、证据不足的，不得给予行政处罚；本案没有登记证据。', do: '请先办理“登记证据”。' }),
}

export const proposedPenaltyMustBeNamed: CaseGuard = {
  name: 'proposedPenaltyMustBeNamed', cite: provisions('第四十八条'), needsInput: true,
  check: ({ input }) => {
    if (input.proposal !== 'penalty') return null
    const items = input.proposedItems ?? []
    if (items.length === 0) return { says: '建议给予行政处罚的，须写明处罚种类、内容和依据。', do: '请填写“拟作出的行政处罚”。' }
    return items.some((item) => item.kind === 'fine') && amountOf(items, 'fine') <= 0 ? { says: '罚款没有金额。', do: '请在“拟作出的行政处罚”中填写罚款金额。' } : null
  },
}

export const discretionMustBeExplained: CaseGuard = {
  name: 'discretionMustBeExplained', cite: provisions('第四十八条'), needsInput: true,
  check: ({ input }) => (input.proposal !== 'penalty' || ((input.discretionBasis ?? '') !== '' && (input.discretionFactors ?? []).length > 0) ? null
    : { says: '调查终结报告须说明自由裁量的理由。', do: '请填写“裁量理由”和“裁量因素”。' }),
}

export const majorCaseMustNotContradictItself: CaseGuard = {
  name: 'majorCaseMustNotContradictItself', cite: provisions('第五十条'), needsInput: true,
  check: ({ input }) => ((input.majorCase ?? []).includes('none') && (input.majorCase ?? []).length > 1 ? { says: '同时选了“不属于上述情形”和具体情形。', do: '请核对“情节复杂或者重大的情形”。' } : null),
}

export const collectiveExtensionNeedsTheOrdinaryOne: CaseGuard = {
  name: 'collectiveExtensionNeedsTheOrdinaryOne', cite: provisions('第六十四条'),
  check: ({ matter }) => (lastClock(matter, 'decision')?.extensions.some((extension) => extension.step === 'extendDecision') === true ? null
    : { says: '经负责人批准延长三十日后仍不能作出处理决定的，才由负责人集体讨论决定继续延期。', do: '请先办理“批准延长办案期限”。' }),
}

export const continuedTermMustLieAhead: CaseGuard = {
  name: 'continuedTermMustLieAhead', cite: provisions('第六十四条'), needsInput: true,
  check: ({ matter, input, today }) => {
    const clock = lastClock(matter, 'continued') ?? lastClock(matter, 'decision')
    const dueOn = dueOnOf(clock) ?? today
    const least = dueOn > today ? dueOn : today
    return (input.continuedUntilOn ?? '') > least ? null : { says: `继续延期须同时确定合理期限，且应晚于现有期限（${formatDate(least)}）。`, do: '请核对“继续延期至”。' }
  },
}

export const continuedTermNeedsARunningLimit: CaseGuard = {
  name: 'continuedTermNeedsARunningLimit', cite: provisions('第六十四条'),
  check: ({ matter }) => ([lastClock(matter, 'continued'), lastClock(matter, 'decision')].some((clock) => clock?.status === 'running') ? null
    : { says: '办案期限没有在计时（已经停止，或者因检测、公告等暂停），无从继续延期。', do: '请在暂停的事由结束后办理。' }),
}
