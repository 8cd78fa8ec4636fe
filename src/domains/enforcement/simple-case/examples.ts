import { examplesOf } from '../../../engines/procedure/example.ts'
import { simpleCase } from './procedure.ts'

const facts = { partyName: '示例便利店', partyKind: 'sole-trader', suspectedActs: '未明码标价' } as const
const told = {
  foundOn: '2026-09-14', foundAt: '某某路1号店内', officers: ['a', 'b'], certificatesShown: true, evidenceNote: '拍照三张，询问经营者。', toldOnSpot: true, statementText: '当事人表示立即改正，未提出其他意见。',
} as const
const decided = { illegalFacts: '货架上十二种商品未标明价格。', violatedLaw: '《中华人民共和国价格法》第十三条', penaltyBasis: '《中华人民共和国价格法》第四十二条', spotPenalty: 'fine', fineInFen: 10_000, isHandedOver: true } as const
const { fineInFen: _fine, ...unfined } = decided
const warned = { ...unfined, spotPenalty: 'warning' } as const
const by = 'case-officer'
const head = 'section-head'

/** Penalties imposed on the spot. */
export const simpleCaseExamples = examplesOf(simpleCase, [
  {
    name: 'a small fine collected on the spot, handed in within two working days and filed',
    receivedAt: '2026-09-14 09:00', facts,
    steps: [
      { step: 'decide', at: '2026-09-14 09:30', by, input: decided, refused: 'guard.partyMustBeToldBeforeASpotDecision' },
      { step: 'tell', at: '2026-09-14 09:30', by, input: told },
      { step: 'decide', at: '2026-09-14 09:50', by, input: { ...decided, fineInFen: 20_001 }, refused: 'guard.spotFineMustKeepToTheLimit' },
      { step: 'decide', at: '2026-09-14 10:00', by, input: decided },
      { step: 'collectOnTheSpot', at: '2026-09-14 10:05', by, input: { collectionGround: 'small', collectedOn: '2026-09-14', receiptNo: '票1' } },
      { step: 'close', at: '2026-09-14 11:00', by: head, refused: 'guard.collectedFineMustBeHandedIn' },
      { step: 'handIn', at: '2026-09-16 09:00', by, input: { handedInOn: '2026-09-16' } },
      { step: 'handOverPapers', at: '2026-09-18 10:00', by, input: { archivedOn: '2026-09-18', archiveNo: '档1' } },
      { step: 'close', at: '2026-09-18 11:00', by: head },
    ],
    ends: { state: 'archived', outcome: 'penalised', clocks: { archive: 'due 2026-09-22, met', payment: 'due 2026-09-29, met', handingIn: 'due 2026-09-16, met' } },
  },
  {
    name: 'a warning alone: nothing to pay; the party refuses to sign',
    receivedAt: '2026-09-14 09:00', facts,
    steps: [
      { step: 'tell', at: '2026-09-14 09:30', by, input: told },
      { step: 'decide', at: '2026-09-14 10:00', by, input: { ...warned, isHandedOver: false, refusalNote: '当事人拒绝签收，已在决定书上注明。' } },
      { step: 'handOverPapers', at: '2026-09-24 10:00', by, input: { archivedOn: '2026-09-24', archiveNo: '档2' } },
      { step: 'close', at: '2026-09-24 11:00', by: head },
    ],
    ends: { state: 'archived', outcome: 'penalised', clocks: { archive: 'due 2026-09-22, missed' } },
  },
  {
    name: 'the fine would exceed what may be imposed on the spot: the ordinary procedure takes over',
    receivedAt: '2026-09-14 09:00', facts: { ...facts, partyKind: 'organisation' },
    steps: [
      { step: 'tell', at: '2026-09-14 09:30', by, input: told },
      { step: 'decide', at: '2026-09-14 10:00', by, input: { ...decided, fineInFen: 300_100 }, refused: 'guard.spotFineMustKeepToTheLimit' },
      { step: 'turnToOrdinary', at: '2026-09-14 11:00', by: head, input: { ordinaryReason: '拟处罚款超过当场处罚的限额。' } },
    ],
    ends: { state: 'turned', outcome: 'turned', clocks: {} },
  },
])
