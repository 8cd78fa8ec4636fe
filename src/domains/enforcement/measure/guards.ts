import { addDays, formatDate } from '../../../kernel/calendar-date.ts'
import type { Guard, GuardContext } from '../../../engines/procedure/definition.ts'
import type { ClockState, Matter } from '../../../engines/procedure/matter.ts'
import { faultOfOfficers } from '../certified-officers.ts'
import { compulsionLaw, provisions } from '../citations.ts'
import type { facts } from './facts.ts'

export type MeasureGuard = Guard<typeof facts>
type MeasureContext = GuardContext<typeof facts>

const lastClock = (matter: Matter, kind: string): ClockState | undefined => matter.clocks.findLast((clock) => clock.kind === kind)

const isPreservation = ({ facts }: Pick<MeasureContext, 'facts'>): boolean => facts.measureKind === 'preservation'

export const measureNeedsTwoCertifiedOfficers: MeasureGuard = {
  name: 'measureNeedsTwoCertifiedOfficers', cite: compulsionLaw('第十八条'), needsInput: true,
  check: ({ input, personOf, today }) => faultOfOfficers({ personOf, ids: input.officers ?? [], on: input.takenOn ?? today, what: '实施人员' }),
}

export const absentPartyNeedsAWitness: MeasureGuard = {
  name: 'absentPartyNeedsAWitness', cite: compulsionLaw('第十八条'), needsInput: true,
  check: ({ input }) => (input.isPartyPresent === true || (input.witness ?? '') !== '' ? null : { says: '当事人不到场的，应当邀请见证人到场。', do: '请填写“见证人”。' }),
}

export const listMustBeSignedOrNoted: MeasureGuard = {
  name: 'listMustBeSignedOrNoted', cite: provisions('第三十四条'), needsInput: true,
  check: ({ input }) => (input.isListSigned === true || (input.unsignedNote ?? '') !== '' ? null : { says: '清单和现场笔录应当由当事人和办案人员签名或者盖章；当事人拒绝的，在笔录中注明。', do: '请填写“未签名的注明”。' }),
}

export const goodsMustBeListedOnTheSpot: MeasureGuard = {
  name: 'goodsMustBeListedOnTheSpot', cite: provisions('第三十四条'), needsInput: true,
  check: ({ input }) => ((input.goods ?? []).length > 0 ? null : { says: '应当当场清点，开具清单，清单是空的。', do: '请填写“物品（场所、设施）清单”。' }),
}

export const rightsMustBeToldOnTheSpot: MeasureGuard = {
  name: 'rightsMustBeToldOnTheSpot', cite: compulsionLaw('第十八条'), needsInput: true,
  check: ({ input }) => (input.areRightsTold === true ? null : { says: '应当当场告知当事人采取措施的理由、依据以及依法享有的权利、救济途径，并听取陈述和申辩。', do: '请告知后登记。' }),
}

export const decisionMustBeHandedOverOnTheSpot: MeasureGuard = {
  name: 'decisionMustBeHandedOverOnTheSpot', cite: provisions('第三十七条'), needsInput: true,
  check: ({ input }) => (input.isDecisionHanded === true ? null : { says: '应当当场交付决定书（先行登记保存证据通知书）和清单。', do: '请当场交付后登记。' }),
}

export const sealMustBeAffixed: MeasureGuard = {
  name: 'sealMustBeAffixed', cite: provisions('第四十一条'), needsInput: true,
  check: ({ facts, input }) => (facts.measureKind !== 'sealing' || input.isSealAffixed === true ? null : { says: '查封的场所、设施或者财物，应当加贴封条。', do: '请加贴封条后登记。' }),
}

export const livingNecessitiesMustNotBeSeized: MeasureGuard = {
  name: 'livingNecessitiesMustNotBeSeized', cite: compulsionLaw('第二十三条'), needsInput: true,
  check: (context) => {
    const names = isPreservation(context) ? [] : (context.input.goods ?? []).flatMap((row) => (row.isNecessity === true ? [row.name ?? ''] : []))
    return names.length === 0 ? null : { says: `不得查封、扣押公民个人及其所扶养家属的生活必需品：${names.join('、')}。`, do: '请从清单中剔除。' }
  },
}

export const goodsSealedElsewhereMustNotBeSealedAgain: MeasureGuard = {
  name: 'goodsSealedElsewhereMustNotBeSealedAgain', cite: compulsionLaw('第二十三条'), needsInput: true,
  check: (context) => {
    const names = isPreservation(context) ? [] : (context.input.goods ?? []).flatMap((row) => (row.isSealedElsewhere === true ? [row.name ?? ''] : []))
    return names.length === 0 ? null : { says: `已被其他国家机关依法查封的，不得重复查封：${names.join('、')}。`, do: '请从清单中剔除。' }
  },
}

export const measureNeedsAStatutoryBasis: MeasureGuard = {
  name: 'measureNeedsAStatutoryBasis', cite: provisions('第三十六条'),
  check: (context) => (isPreservation(context) || /《.+》第.+条/u.test(context.facts.legalBasis ?? '') ? null
    : { says: '查封、扣押只能依据法律、法规的规定采取，本件没有写明依据。', do: '请在“更正”中补充“法律、法规依据”；没有依据的，不得采取。' }),
}

export const urgencyMustBeExplained: MeasureGuard = {
  name: 'urgencyMustBeExplained', cite: provisions('第三十六条'), needsInput: true,
  check: ({ input }) => ((input.urgencyReason ?? '') !== '' ? null : { says: '未经批准当场采取措施，限于情况紧急。', do: '请填写“情况紧急的理由”；不紧急的，先报负责人批准。' }),
}

export const preservationCannotBeExtended: MeasureGuard = {
  name: 'preservationCannotBeExtended', cite: provisions('第三十五条'),
  check: (context) => (isPreservation(context) ? { says: '先行登记保存没有延长：应当在期限内采取处理措施，逾期自动解除。', do: '请在期限内处理；需要继续控制物品的，办理“转为查封扣押”。' } : null),
}

export const extensionMustBeToldToTheParty: MeasureGuard = {
  name: 'extensionMustBeToldToTheParty', cite: provisions('第三十八条'), needsInput: true,
  check: ({ input }) => (input.extensionToldOn !== undefined ? null : { says: '延长查封、扣押的决定应当及时书面告知当事人，并说明理由。', do: '请填写“延长决定书面告知日期”。' }),
}

export const testPeriodMustBeToldToTheParty: MeasureGuard = {
  name: 'testPeriodMustBeToldToTheParty', cite: provisions('第三十八条'), needsInput: true,
  check: ({ input }) => (input.testPeriodToldOn !== undefined && (input.testUntilOn ?? '') > (input.testStartedOn ?? '') ? null
    : { says: '检测、检验、检疫、鉴定的期间应当明确，并书面告知当事人，否则不能从期限中扣除。', do: '请填写期间的起止日期和书面告知日期。' }),
}

export const testDoesNotProlongAPreservation: MeasureGuard = {
  name: 'testDoesNotProlongAPreservation', cite: provisions('第三十五条'),
  check: (context) => (isPreservation(context) ? { says: '检测、鉴定的期间只从查封、扣押的期限中扣除；先行登记保存的证据送检，就是期限内的处理措施。', do: '请办理“处理并解除先行登记保存”，处理结果选已送交检测；需要继续控制物品的，办理“转为查封扣押”。' } : null),
}

export const testMustBeUnderWay: MeasureGuard = {
  name: 'testMustBeUnderWay', cite: provisions('第三十八条'),
  check: ({ matter }) => (isTesting(matter) ? null : { says: '没有正在进行的检测、鉴定。', do: '请先办理“送检测鉴定”。' }),
}

export const earlierTestMustHaveComeBack: MeasureGuard = {
  name: 'earlierTestMustHaveComeBack', cite: provisions('第三十八条'),
  check: ({ matter }) => (isTesting(matter) ? { says: '前一次检测、鉴定尚未登记结果。', do: '请先办理“登记检测结果”。' } : null),
}

function isTesting(matter: Matter): boolean {
  const last = (step: string): number => matter.steps.findLastIndex((taken) => taken.step === step)
  return last('commissionTest') > last('receiveTest')
}

export const expiryMustHaveComeToRelease: MeasureGuard = {
  name: 'expiryMustHaveComeToRelease', cite: provisions('第四十二条'), needsInput: true,
  check: ({ matter, input, today }) => {
    if (input.releaseGround !== 'expired') return null
    const due = (lastClock(matter, 'seizure') ?? lastClock(matter, 'preservation'))?.due
    return due?.status === 'determined' && today >= due.dueOn ? null : { says: '期限尚未届满，不能以期满为由解除。', do: '请另选解除的情形。' }
  },
}

const DECIDED_STATES: readonly string[] = ['decided', 'served', 'enforcing', 'executed', 'ended', 'exempted', 'unproved', 'transferred', 'crimeTransferred', 'terminated', 'revoked', 'archived']

const isCaseDecided = ({ related }: MeasureContext): boolean => related.some((other) => other.relation === 'parent' && other.procedure === 'penalty-case' && DECIDED_STATES.includes(other.state))

export const caseMustBeDecidedToReleaseOnThatGround: MeasureGuard = {
  name: 'caseMustBeDecidedToReleaseOnThatGround', cite: provisions('第四十二条'), needsInput: true,
  check: (context) => (context.input.releaseGround !== 'decided' || isCaseDecided(context) ? null : { says: '案件尚未作出处理决定。', do: '请另选解除的情形，或者在决定后办理。' }),
}

export const confiscationNeedsAPenaltyDecision: MeasureGuard = {
  name: 'confiscationNeedsAPenaltyDecision', cite: compulsionLaw('第二十七条'),
  check: ({ related }) => (related.some((other) => other.relation === 'parent' && ['decided', 'served', 'enforcing', 'executed', 'ended'].includes(other.state)) ? null
    : { says: '没收须有行政处罚决定，所属案件尚未作出处罚决定。', do: '请在案件作出行政处罚决定后办理；不予没收的，办理“决定解除”。' }),
}

export const earlyDisposalNeedsConsentOrAnnouncement: MeasureGuard = {
  name: 'earlyDisposalNeedsConsentOrAnnouncement', cite: provisions('第四十一条'), needsInput: true,
  check: ({ input }) => (input.disposalConsent === 'consent' || input.disposalConsent === 'announcement' ? null
    : { says: '先行处置须经权利人同意或者申请；权利人不明确的，须公告期满。', do: '请取得权利人的书面同意或者公告后办理。' }),
}

export const earlyDisposalNeedsKeptEvidence: MeasureGuard = {
  name: 'earlyDisposalNeedsKeptEvidence', cite: provisions('第四十一条'), needsInput: true,
  check: ({ input }) => ((input.disposalEvidence ?? '') !== '' ? null : { says: '先行处置前应当采取相关措施留存证据。', do: '请抽样、拍照、录像后填写“留存证据的措施”。' }),
}

export const conversionIsForPreservedEvidence: MeasureGuard = {
  name: 'conversionIsForPreservedEvidence', cite: provisions('第三十五条'),
  check: (context) => (isPreservation(context) ? null : { says: '只有先行登记保存的证据才需要转为查封、扣押。', do: '请按查封、扣押的期限处理。' }),
}

export const conversionNeedsAStatutoryBasis: MeasureGuard = {
  name: 'conversionNeedsAStatutoryBasis', cite: provisions('第三十五条'), needsInput: true,
  check: ({ input }) => (/《.+》第.+条/u.test(input.legalBasis ?? '') ? null
    : { says: '依据有关法律、法规规定可以采取查封、扣押等行政强制措施的，才能转为查封、扣押。', do: '请在“法律、法规依据”中写明法律、法规名称和条款。' }),
}

export const preservationEndsByItsOwnResults: MeasureGuard = {
  name: 'preservationEndsByItsOwnResults', cite: provisions('第三十五条'),
  check: (context) => (isPreservation(context) ? null : { says: '该步骤处理先行登记保存的证据，本件是查封、扣押。', do: '请办理“决定解除”。' }),
}

export const returnMustBeSignedOrNoted: MeasureGuard = {
  name: 'returnMustBeSignedOrNoted', cite: provisions('第四十二条'), needsInput: true,
  check: ({ input }) => (input.isReturnSigned === true || (input.returnNote ?? '') !== '' ? null : { says: '退还财物，应当由办案人员和当事人在财物清单上签名或者盖章。', do: '请补签；当事人拒绝的，填写“退还情况注明”。' }),
}

export const unclaimedGoodsNeedThirtyDays: MeasureGuard = {
  name: 'unclaimedGoodsNeedThirtyDays', cite: provisions('第四十二条'),
  check: ({ facts, today, valueOf }) => {
    if (facts.claimAnnouncedOn === undefined) return { says: '当事人下落不明或者无法确定所有人的，应当公告告知领取，尚未公告。', do: '请先办理“公告领取”。' }
    const last = addDays(facts.claimAnnouncedOn, valueOf('penalty.service-announcement') ?? 30)
    return today > last ? null : { says: `公告领取的期间到${formatDate(last)}才届满。`, do: '请在期满后办理。' }
  },
}

export const handoverMustBeToldToTheParty: MeasureGuard = {
  name: 'handoverMustBeToldToTheParty', cite: compulsionLaw('第二十一条'), needsInput: true,
  check: ({ input }) => (input.handoverToldOn !== undefined ? null : { says: '将查封、扣押的财物随案移送的，应当书面告知当事人。', do: '请填写“移送书面告知当事人日期”。' }),
}

export const preservationMustRunOutByItself: MeasureGuard = {
  name: 'preservationMustRunOutByItself', cite: provisions('第三十五条'),
  check: ({ matter, today }) => {
    const due = lastClock(matter, 'preservation')?.due
    return due?.status === 'determined' && today > due.dueOn ? null : { says: '先行登记保存的期限尚未届满，不能认定自动解除。', do: '请等待期限届满，或者办理处理、解除。' }
  },
}
