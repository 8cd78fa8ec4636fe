import { examplesOf } from '../../../engines/procedure/example.ts'
import { approveNotice, archive, close, confirm, decide, fine, opened, payAll, publish, push, serveDecision, serveNotice, silence, untilReviewed } from './example-parts.ts'
import { penaltyCase } from './procedure.ts'

const items = [fine(5000)]

/** Parties registered in another province: the bureau there makes the penalty public. */
export const elsewhereExamples = examplesOf(penaltyCase, [
  {
    name: 'registered in another province: not published here but pushed there, within ten working days',
    receivedAt: '2026-03-02 09:00', facts: { ...opened, homeBureau: '外省示例市市场监督管理局' },
    steps: [
      ...untilReviewed(items, { told: '2026-03-03', concluded: '2026-03-09', reviewed: '2026-03-11' }), approveNotice('2026-03-11 15:00'), serveNotice('2026-03-13 09:00', '2026-03-12'), silence('2026-03-20 00:10'),
      decide('2026-03-20 09:10', items), serveDecision('2026-03-24 09:00', '2026-03-23'), { ...publish('2026-04-01 09:00'), refused: 'guard.partyElsewhereIsPublishedByItsOwnBureau' },
      payAll('2026-04-03 09:00', '2026-04-02', 5000), confirm('2026-04-03 10:00', '2026-04-02'), close('2026-04-03 11:00'), { ...archive('2026-04-03 14:00', 'archivePenalised'), refused: 'guard.decisionMustBePublishedBeforeTheArchive' },
      push('2026-04-03 15:00'), { ...push('2026-04-07 09:00'), refused: 'guard.sameDecisionMustNotBePublishedTwice' }, archive('2026-04-20 09:00', 'archivePenalised'),
    ],
    ends: {
      state: 'archived', outcome: 'penalised', facts: { pushedOn: '2026-04-03' },
      clocks: { decision: 'due 2026-05-31, met', review: 'due 2026-03-23, met', statement: 'due 2026-03-19, met', service: 'due 2026-03-31, met', push: 'due 2026-04-03, met', payment: 'due 2026-04-07, met', appeal: 'due 2026-09-23, met', closing: 'due 2026-04-24, met' },
    },
  },
])
