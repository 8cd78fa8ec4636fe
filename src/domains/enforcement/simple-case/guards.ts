import { formatYuan, yuan } from '../../../kernel/money.ts'
import type { Guard, GuardContext } from '../../../engines/procedure/definition.ts'
import { faultOfOfficers } from '../certified-officers.ts'
import { penaltyLaw, provisions } from '../citations.ts'
import type { facts } from './facts.ts'

type SpotGuard = Guard<typeof facts>
type SpotContext = GuardContext<typeof facts>

const finedBy = ({ spotPenalty }: Pick<SpotContext['facts'], 'spotPenalty'>): boolean => spotPenalty !== undefined && spotPenalty !== 'warning'

/** A sole trader counts as a natural person. */
const limitRule = ({ partyKind }: SpotContext['facts']): string => (partyKind === 'organisation' ? 'penalty.simple-organisation' : 'penalty.simple-person')

export const spotPenaltyNeedsTwoCertifiedOfficers: SpotGuard = {
  name: 'spotPenaltyNeedsTwoCertifiedOfficers', cite: penaltyLaw('第四十二条'), needsInput: true,
  check: ({ input, personOf, today }) => faultOfOfficers({ personOf, ids: input.officers ?? [], on: input.foundOn ?? today, what: '办案人员' }),
}

export const certificatesMustBeShownOnTheSpot: SpotGuard = {
  name: 'certificatesMustBeShownOnTheSpot', cite: provisions('第六十七条'), needsInput: true,
  check: ({ input }) => (input.certificatesShown === true ? null : { says: '当场查处应当向当事人出示执法证件。', do: '请出示证件后办理。' }),
}

export const partyMustBeToldBeforeASpotDecision: SpotGuard = {
  name: 'partyMustBeToldBeforeASpotDecision', cite: provisions('第六十九条'),
  check: ({ facts: known }) => (known.toldOnSpot === true && (known.statementText ?? '') !== '' ? null
    : { says: '作出决定前应当告知当事人拟处罚的内容及事实、理由、依据和陈述、申辩的权利，尚无告知和听取意见的记录。', do: '请先办理“告知并听取意见”。' }),
}

export const rightsMustHaveBeenTold: SpotGuard = {
  name: 'rightsMustHaveBeenTold', cite: provisions('第六十九条'), needsInput: true,
  check: ({ input }) => (input.toldOnSpot === true ? null : { says: '没有告知的，不得作出处罚决定。', do: '请告知后办理。' }),
}

export const spotFineMustKeepToTheLimit: SpotGuard = {
  name: 'spotFineMustKeepToTheLimit', cite: provisions('第六十六条'), needsInput: true,
  check: ({ facts: known, input, valueOf }) => {
    const limit = valueOf(limitRule(known))
    if (limit === null || (input.fineInFen ?? 0) <= yuan(limit)) return null
    return { says: `当场处罚的罚款不得超过${formatYuan(yuan(limit))}，现为${formatYuan(input.fineInFen ?? 0)}。`, do: '请办理“转为普通程序”。' }
  },
}

export const fineMustHaveAnAmount: SpotGuard = {
  name: 'fineMustHaveAnAmount', cite: provisions('第六十八条'), needsInput: true,
  check: ({ input }) => (finedBy(input) === ((input.fineInFen ?? 0) > 0) ? null : { says: '处罚种类与罚款数额不一致：罚款应当载明数额，警告不得有数额。', do: '请核对处罚种类和罚款数额。' }),
}

export const spotDecisionMustBeHandedOver: SpotGuard = {
  name: 'spotDecisionMustBeHandedOver', cite: provisions('第六十七条'), needsInput: true,
  check: ({ input }) => (input.isHandedOver === true || (input.refusalNote ?? '') !== '' ? null : { says: '决定书应当当场交付当事人；当事人拒绝签收的，应当在决定书上注明。', do: '请当场交付，或者填写“拒绝签收的注明”。' }),
}

export const onlyAFineIsCollected: SpotGuard = {
  name: 'onlyAFineIsCollected', cite: provisions('第七十二条'),
  check: ({ facts: known }) => (finedBy(known) ? null : { says: '本件没有罚款。', do: '请直接归档。' }),
}

export const smallFineMustBeSmall: SpotGuard = {
  name: 'smallFineMustBeSmall', cite: provisions('第七十二条'), needsInput: true,
  check: ({ facts: known, input, valueOf }) => {
    const limit = valueOf('penalty.on-the-spot-collection')
    if (input.collectionGround !== 'small' || limit === null || (known.fineInFen ?? 0) <= yuan(limit)) return null
    return { says: `以小额为由当场收缴，罚款不得超过${formatYuan(yuan(limit))}，现为${formatYuan(known.fineInFen ?? 0)}。`, do: '请由当事人到银行或者通过电子支付系统缴纳；另有法定情形的，另选情形。' }
  },
}

export const collectedFineMustBeHandedIn: SpotGuard = {
  name: 'collectedFineMustBeHandedIn', cite: provisions('第七十三条'),
  check: ({ matter, facts: known }) => (matter.steps.some(({ step }) => step === 'collectOnTheSpot') && known.handedInOn === undefined ? { says: '当场收缴的罚款尚未交回。', do: '请先办理“交回罚款”。' } : null),
}

export const collectionMustPrecedeHandingIn: SpotGuard = {
  name: 'collectionMustPrecedeHandingIn', cite: provisions('第七十三条'),
  check: ({ matter }) => (matter.steps.some(({ step }) => step === 'collectOnTheSpot') ? null : { says: '没有当场收缴罚款。', do: '由当事人缴纳的，请办理“登记缴款”。' }),
}

export const fineMustBePaidBeforeTheEnd: SpotGuard = {
  name: 'fineMustBePaidBeforeTheEnd', cite: provisions('第七十七条'),
  check: ({ facts: known }) => (!finedBy(known) || known.paidOn !== undefined || known.collectedOn !== undefined ? null : { says: '罚款尚未缴纳。', do: '请先登记缴款；逾期不缴的，依法加处罚款并申请强制执行。' }),
}
