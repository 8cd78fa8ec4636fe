import type { RelatedMatter } from '../../../engines/procedure/definition.ts'
import { examplesOf } from '../../../engines/procedure/example.ts'
import { HANDLER, approveNotice, archive, close, decide, fine, opened, publish, refusing, serveDecision, serveNotice, silence, untilReviewed } from './example-parts.ts'
import { penaltyCase } from './procedure.ts'

const by = 'case-officer'
const person = HANDLER
const leader = 'bureau-leader'
const items = [fine(80_000)]

const listing = (state: string, more: Partial<RelatedMatter> = {}): readonly RelatedMatter[] => [{ id: 'listing', procedure: 'serious-violation', number: '严违〔2026〕1号', state, relation: 'child', openedAt: '2026-03-12T01:00:00.000Z', ...more }]

/** A penalty heavy enough for the list of serious violations, and annulled later. */
export const listingExamples = examplesOf(penaltyCase, [
  {
    name: 'a heavier fine goes to the list of serious violations with the decision; the decision is revoked, and with it the entry',
    receivedAt: '2026-03-02 09:00', facts: opened,
    steps: refusing([
      ...untilReviewed(items, { told: '2026-03-03', concluded: '2026-03-09', reviewed: '2026-03-11' }, { partyKind: 'organisation', discretionKinds: ['repeated'] }),
      { step: 'proposeSeriousListing', at: '2026-03-11 11:00', by, person, input: { seriousGround: 'food-over-limit', heavierPenalty: 'licence-lost' } },
      { step: 'proposeSeriousListing', at: '2026-03-11 11:10', by, person, input: { seriousGround: 'food-over-limit', heavierPenalty: 'heavy-fine' } },
      { ...approveNotice('2026-03-11 15:00'), related: listing('noticed') }, serveNotice('2026-03-12 16:00', '2026-03-12'), silence('2026-03-20 00:10'),
      decide('2026-03-20 09:00', items), { ...decide('2026-03-26 09:00', items), related: listing('consented') },
      { ...serveDecision('2026-03-27 09:00', '2026-03-27'), related: listing('listed') }, publish('2026-04-01 09:00'),
      { step: 'revokeDecision', at: '2026-05-11 09:00', by: leader, input: { revocationReason: '复查发现认定事实的证据不足，自行撤销。' } },
      { step: 'withdrawPublication', at: '2026-05-12 09:00', by, person, input: { withdrawnOn: '2026-05-12' } },
      { step: 'recordListRevoked', at: '2026-05-12 10:00', by, person, input: { listRevocationNote: '请名单办件撤销列入。' } },
      { step: 'recordListRevoked', at: '2026-05-13 10:00', by, person, input: { listRevocationNote: '名单办件已撤销列入，停止公示。' }, related: listing('revoked', { closedAt: '2026-05-13T01:00:00.000Z', outcome: 'revoked' }) },
      close('2026-05-14 09:00'), archive('2026-05-18 09:00', 'archiveRevoked'),
    ], { 5: 'guard.listingNeedsAHeavierPenalty', 10: 'guard.listingMustBeReadyForThePenalty', 16: 'guard.listingMustBeRevokedWithThePenalty' }),
    ends: {
      state: 'archived', outcome: 'revoked', facts: { isOnSeriousList: true },
      clocks: {
        decision: 'due 2026-05-31, met', review: 'due 2026-03-23, met', statement: 'due 2026-03-19, met', service: 'due 2026-04-07, met', publication: 'due 2026-04-24, met', payment: 'due 2026-04-11, missed',
        appeal: 'due 2026-09-27, met', withdrawal: 'due 2026-05-14, met', listRevocation: 'due 2026-05-14, met', closing: 'due 2026-06-01, met',
      },
    },
  },
])
