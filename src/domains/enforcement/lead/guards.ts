import { addMonths, dateInShanghai, formatDate } from '../../../kernel/calendar-date.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { faultOfOfficers } from '../certified-officers.ts'
import { penaltyLaw, provisions } from '../citations.ts'
import { LEAD_FILING_CONDITIONS } from './facts.ts'
import type { facts } from './facts.ts'

type LeadGuard = Guard<typeof facts>

export const leadMustBeVerifiedBeforeDecision: LeadGuard = {
  name: 'leadMustBeVerifiedBeforeDecision',
  cite: provisions('第十八条'),
  check: ({ matter }) => (matter.steps.some((taken) => taken.step === 'recordVerification') ? null
    : { says: '决定是否立案前应当核查线索，尚无核查记录。', do: '请先办理“记录核查情况”。' }),
}

export const verificationNeedsTwoCertifiedOfficers: LeadGuard = {
  name: 'verificationNeedsTwoCertifiedOfficers',
  cite: provisions('第二十二条'),
  needsInput: true,
  check: ({ input, personOf, today }) => faultOfOfficers({ personOf, ids: input.verifiers ?? [], on: input.verifiedOn ?? today, what: '核查人员' }),
}

export const filingNeedsAllFourConditions: LeadGuard = {
  name: 'filingNeedsAllFourConditions',
  cite: provisions('第十九条'),
  needsInput: true,
  check: ({ input }) => {
    const missing = Object.entries(LEAD_FILING_CONDITIONS).filter(([id]) => !(input.conditionsMet ?? []).some((met) => met === id)).map(([, label]) => label)
    return missing.length === 0 ? null : { says: `立案须同时符合四项条件，尚缺：${missing.join('；')}。`, do: '请补充核查；不符合的，办理“不予立案”。' }
  },
}

export const limitationMustNotHavePassed: LeadGuard = {
  name: 'limitationMustNotHavePassed',
  cite: penaltyLaw('第三十六条'),
  needsInput: true,
  check: ({ matter, input, valueOf }) => {
    const ordinary = valueOf('penalty.limitation') ?? 2
    const years = input.affectsSafety === true ? valueOf('penalty.limitation-safety') ?? ordinary : ordinary
    const last = addMonths(input.actEndedOn ?? '', years * 12)
    return dateInShanghai(matter.receivedAt) <= last ? null
      : { says: `违法行为自终了之日起${years}年内未被发现的，不再给予行政处罚；该期限到${formatDate(last)}届满，线索在此之后才发现。`, do: '请办理“不予立案”；违法行为有连续或者继续状态的，请更正终了日期。' }
  },
}

export const filingNeedsTwoCertifiedHandlers: LeadGuard = {
  name: 'filingNeedsTwoCertifiedHandlers',
  cite: provisions('第十九条'),
  needsInput: true,
  check: ({ input, personOf, today }) => faultOfOfficers({ personOf, ids: input.handlers ?? [], on: today, what: '办案人员' }),
}

export const minorGroundNeedsTimelyCorrection: LeadGuard = {
  name: 'minorGroundNeedsTimelyCorrection',
  cite: provisions('第二十条'),
  needsInput: true,
  check: ({ input, today }) => {
    if (input.declineGround !== 'minor-corrected' && input.declineGround !== 'first-minor-corrected') return null
    return input.correctedOn !== undefined && input.correctedOn <= today ? null
      : { says: '以轻微或者初次违法不予立案的，违法行为须已及时改正，尚无改正日期。', do: '请填写“改正日期”；未改正的，不适用该情形。' }
  },
}
