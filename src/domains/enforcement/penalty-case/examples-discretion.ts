import { examplesOf } from '../../../engines/procedure/example.ts'
import { HANDLER, addEvidence, agree, approveNotice, archive, close, conclude, confirm, decide, fine, opened, payAll, publish, refusing, serveDecision, serveNotice, silence, submit, tellRights } from './example-parts.ts'
import { penaltyCase } from './procedure.ts'

const by = 'case-officer'
const person = HANDLER
const range = { fineLowestInFen: 500_000, fineHighestInFen: 1_500_000 } as const
const income = { kind: 'income', name: '销售收入', amountInFen: 300_000, isDirect: true, isProven: true, evidence: '销售单据' } as const
const purchase = { kind: 'purchase', name: '糕点进货', amountInFen: 180_000, isDirect: true, isProven: true, evidence: '进货发票' } as const
const rent = { kind: 'other-cost', name: '店铺租金', amountInFen: 50_000, isDirect: true, isProven: true, isMixed: true } as const
const refund = { kind: 'refund', name: '退还顾客', amountInFen: 20_000, isDirect: true, isProven: true } as const
const gains = (yuan: number) => ({ kind: 'confiscate-gains', amountInFen: yuan * 100, content: `没收违法所得${yuan}元`, basis: '《中华人民共和国食品安全法》第一百二十四条' }) as const
const items = [fine(7000), gains(1000)]

/** The fine within its band, the gains reckoned by the measures. */
export const discretionExamples = examplesOf(penaltyCase, [
  {
    name: 'illegal gains reckoned row by row; the fine leaves its band only with a reason',
    receivedAt: '2026-06-01 09:00', facts: opened,
    steps: refusing([
      tellRights('2026-06-02 09:00'), addEvidence('2026-06-02 10:00'),
      { step: 'reckonGains', at: '2026-06-03 09:00', by, person, input: { illegalGainsMethod: 'facilitation', illegalGainsRows: [income, purchase] } },
      { step: 'reckonGains', at: '2026-06-03 09:10', by, person, input: { illegalGainsMethod: 'net', illegalGainsRows: [income, purchase, rent, refund] } },
      conclude('2026-06-04 09:00', [fine(7000), gains(1200)], { ...range, discretionKinds: ['harm-removed'] }), conclude('2026-06-04 09:10', [fine(9000), gains(1000)], { ...range, discretionKinds: ['harm-removed'] }),
      conclude('2026-06-04 09:20', [fine(20_000), gains(1000)], { ...range, discretionKinds: ['harm-removed'], outsideBandReason: '违法行为造成较大社会影响。' }),
      conclude('2026-06-04 10:00', items, { ...range, discretionKinds: ['harm-removed'] }), submit('2026-06-04 16:00'), agree('2026-06-05 10:00'), approveNotice('2026-06-05 15:00'), serveNotice('2026-06-08 09:00', '2026-06-08'),
      silence('2026-06-16 00:10'), decide('2026-06-16 09:00', items), serveDecision('2026-06-17 09:00', '2026-06-17'), publish('2026-06-18 09:00'), payAll('2026-06-22 09:00', '2026-06-22', 8000), confirm('2026-06-22 10:00', '2026-06-22'),
      close('2026-06-23 09:00'), archive('2026-06-24 09:00', 'archivePenalised'),
    ], { 2: 'guard.gainsMustBeReckonedByTheMeasures', 4: 'guard.proposedConfiscationMustKeepToTheSheet', 5: 'guard.proposedFineOutsideTheBandNeedsAReason', 6: 'guard.proposedFineMustKeepToTheStatutoryRange' }),
    ends: {
      state: 'archived', outcome: 'penalised', facts: { illegalGainsInFen: 120_000, confiscatableGainsInFen: 100_000 },
      clocks: {
        decision: 'due 2026-08-30, met', review: 'due 2026-06-18, met', statement: 'due 2026-06-15, met', service: 'due 2026-06-26, met', publication: 'due 2026-07-15, met', payment: 'due 2026-07-02, met',
        appeal: 'due 2026-12-17, met', closing: 'due 2026-07-13, met',
      },
    },
  },
])
