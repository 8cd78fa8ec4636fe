import { cite } from '../../../kernel/citation.ts'
import { listingGroundMustFitTheStage, listingMustBeRevokedWithThePenalty, listingMustNotBeProposedTwice, listingNeedsAHeavierPenalty, isBeforeThePenalty } from './guards-listing.ts'
import { WORKERS } from './states.ts'
import type { CaseStep } from './states.ts'

const measures = (article: string) => cite('serious-violation-list-measures', article)

/** The list of serious violations, decided in a matter of its own beside the penalty (list measures, Art 13). */
export const listingSteps = {
  proposeSeriousListing: {
    name: '提请列入严重违法失信名单', from: ['reviewed', 'notifying', 'noticed', 'hearing', 'heard', 'served', 'enforcing', 'ended'], to: 'same', by: [...WORKERS, 'bureau-leader'], basis: measures('第十三条'),
    inForce: { from: '2021-09-01' }, requires: ['seriousGround'], optional: ['heavierPenalty'], guards: [listingMustNotBeProposedTwice, listingGroundMustFitTheStage, listingNeedsAHeavierPenalty],
    opens: ({ matter, facts: known, input }) => ({
      procedure: 'serious-violation', title: `${known.partyName ?? matter.title}拟列入严重违法失信名单`, channel: 'case', parties: { party: 'party' },
      facts: {
        partyName: known.partyName ?? '', listingBasis: isBeforeThePenalty(matter.state) ? 'with-penalty' : 'refused-performance', seriousGround: input.seriousGround, penaltyCaseNo: matter.number,
        ...(known.partyUscc === undefined ? {} : { uscc: known.partyUscc }), ...(input.heavierPenalty === undefined ? {} : { heavierPenalty: input.heavierPenalty }),
      },
    }),
  },
  recordListRevoked: {
    name: '确认已撤销列入', from: 'revoked', to: 'same', by: WORKERS, basis: measures('第十九条'), inForce: { from: '2021-09-01' }, requires: ['listRevocationNote'], guards: [listingMustBeRevokedWithThePenalty],
  },
} as const satisfies Record<string, CaseStep>
