import { cite } from '../../../kernel/citation.ts'
import type { RelatedMatter } from '../../../engines/procedure/definition.ts'
import { DISCRETION_FACTORS } from '../discretion/factors.ts'
import type { PenaltyItem, PenaltyKind } from '../penalty-kinds.ts'
import type { CaseContext, CaseGuard } from './record.ts'
import { UNDECIDED } from './states.ts'

const measures = (article: string) => cite('serious-violation-list-measures', article)

/** The matters of the list that this case opened. */
const listingsOf = (related: readonly RelatedMatter[]): readonly RelatedMatter[] => related.filter((other) => other.procedure === 'serious-violation' && other.relation === 'child')

/** States of the list before the entry is decided. */
const BEFORE_ENTRY: readonly string[] = ['proposed', 'noticed', 'consent-asked', 'consented']
const ENTERED: readonly string[] = ['listed', 'annulled', 'ending']

export const isOnTheList = (related: readonly RelatedMatter[]): boolean => listingsOf(related).some((listing) => listing.closedAt === undefined && ENTERED.includes(listing.state))
const pendingEntry = (related: readonly RelatedMatter[]): RelatedMatter | undefined => listingsOf(related).find((listing) => listing.closedAt === undefined && BEFORE_ENTRY.includes(listing.state))

/** A proposal made before the penalty goes with it (Art 13); afterwards only refusal to perform is left (Art 11). */
export const isBeforeThePenalty = (state: string): boolean => UNDECIDED.some((before) => before === state)

const KINDS: Readonly<Partial<Record<string, readonly PenaltyKind[]>>> = {
  'licence-lost': ['downgrade', 'revoke-licence'], 'business-stopped': ['restrict-operation', 'suspend-business', 'close-business', 'restrict-employment'], 'heavy-fine': ['fine'],
}

const isAggravated = ({ discretionKinds = [] }: CaseContext['facts']): boolean => discretionKinds.some((factor) => DISCRETION_FACTORS[factor].tendency.endsWith('aggravate'))

export function includesHeavierPenalty(items: readonly PenaltyItem[] | undefined, heavier: string): boolean {
  const kinds = KINDS[heavier]
  return kinds === undefined || (items ?? []).some((item) => item.kind !== undefined && kinds.includes(item.kind))
}

export const listingNeedsAHeavierPenalty: CaseGuard = {
  name: 'listingNeedsAHeavierPenalty', cite: measures('第二条'), needsInput: true,
  check: ({ matter, facts, input: { heavierPenalty } }) => {
    if (!isBeforeThePenalty(matter.state)) return null
    if (heavierPenalty === undefined) return { says: '列入须以受到较重行政处罚为前提，没有写明属于哪一种。', do: '请选择“拟作出的较重行政处罚”；不属于的，不提请列入。' }
    if (!includesHeavierPenalty(facts.proposedItems, heavierPenalty)) return { says: '拟作出的行政处罚中没有所选的较重行政处罚。', do: '请核对“拟作出的较重行政处罚”和拟作出的行政处罚。' }
    return heavierPenalty !== 'heavy-fine' || isAggravated(facts) ? null : { says: '罚款须按照从重处罚原则作出才属于较重行政处罚，本案没有登记从重情节。', do: '请核对裁量情节；不属于从重处罚的，不提请列入。' }
  },
}

export const listingGroundMustFitTheStage: CaseGuard = {
  name: 'listingGroundMustFitTheStage', cite: measures('第十一条'), needsInput: true,
  check: ({ matter, input }) => {
    const isRefusal = input.seriousGround === 'refused-performance'
    if (isBeforeThePenalty(matter.state) !== isRefusal) return null
    return isRefusal ? { says: '行政处罚决定尚未作出，谈不上拒不履行。', do: '请选择本案的违法行为。' }
      : { says: '行政处罚决定已经作出，当时没有一并提请列入；此后只有拒不履行决定的，才可以单独列入。', do: '属于拒不履行的，请选择“有履行能力但拒不履行”；其他情形不再提请。' }
  },
}

export const listingMustNotBeProposedTwice: CaseGuard = {
  name: 'listingMustNotBeProposedTwice', cite: measures('第十三条'),
  check: ({ related }) => (pendingEntry(related) !== undefined || isOnTheList(related) ? { says: '本案已有正在办理或者已经列入的严重违法失信名单办件。', do: '请在该办件中继续办理。' } : null),
}

export const listingMustBeReadyForThePenalty: CaseGuard = {
  name: 'listingMustBeReadyForThePenalty', cite: measures('第十三条'),
  check: ({ related }) => {
    const pending = pendingEntry(related)
    return pending === undefined || pending.state === 'consented' ? null
      : { says: `是否列入严重违法失信名单应当在作出行政处罚决定时一并决定，${pending.number}尚未取得上一级同意，也没有决定不予列入。`, do: '请先在该办件中办到“登记上级同意”，或者办理“不予列入”。' }
  },
}

export const listingMustBeSettledBeforeTheArchive: CaseGuard = {
  name: 'listingMustBeSettledBeforeTheArchive', cite: measures('第十三条'),
  check: ({ related }) => {
    const pending = pendingEntry(related)
    return pending === undefined ? null : { says: `提请列入严重违法失信名单的${pending.number}还没有决定。`, do: '请先在该办件中决定列入或者不予列入。' }
  },
}

export const listingMustBeRevokedWithThePenalty: CaseGuard = {
  name: 'listingMustBeRevokedWithThePenalty', cite: measures('第十九条'),
  check: ({ related }) => (isOnTheList(related) ? { says: '行政处罚决定被撤销的，应当撤销列入决定并在三个工作日内停止公示，当事人仍在名单中。', do: '请在名单办件中办理“登记处罚被撤销”和“撤销列入决定”。' } : null),
}
