import { examplesOf } from '../../../engines/procedure/example.ts'
import { abnormalOperation } from './procedure.ts'

const enterprise = { enterpriseName: '示例商贸有限公司', uscc: '91990001MA00000000' } as const
const noReport = { ...enterprise, ground: 'no-annual-report', reportYear: 2025 } as const
const by = 'case-officer'
const leader = 'bureau-leader'

export const abnormalOperationExamples = examplesOf(abnormalOperation, [
  {
    name: 'no annual report: listed within ten working days, removed by the repair of the same matter',
    receivedAt: '2026-06-30 23:00', channel: 'register-check', facts: noReport,
    steps: [
      { step: 'decideListing', at: '2026-06-30 23:30', by: leader, refused: 'guard.reportPeriodMustHaveEnded' },
      { step: 'decideListing', at: '2026-07-10 09:00', by: leader },
      { step: 'receiveRemovalApplication', at: '2026-08-03 09:00', by: 'intake-officer', input: { removalApplicationText: '已补报 2025 年度报告。' } },
      { step: 'remove', at: '2026-08-04 09:00', by: leader, input: { removalGround: 'repair', removalText: '已补报年度报告并公示。' }, refused: 'guard.removalMustRestOnGrantedRepair' },
      {
        step: 'remove', at: '2026-08-05 16:00', by: leader, input: { removalGround: 'repair', removalText: '已补报年度报告并公示。' },
        related: [{ id: 'r', procedure: 'credit-repair', number: '修复〔2026〕1号', state: 'repaired', relation: 'child', openedAt: '2026-08-03T01:00:00.000Z', closedAt: '2026-08-05T07:00:00.000Z', outcome: 'granted' }],
      },
    ],
    ends: { state: 'removed', outcome: 'removed', clocks: { listingAfterReports: 'due 2026-07-14, met' }, facts: { listedOn: '2026-07-10', removedOn: '2026-08-05' } },
  },
  {
    name: 'instant information: ordered, not published within ten days, listed within ten working days of the last of them',
    receivedAt: '2026-09-01 09:00', facts: { ...enterprise, ground: 'no-instant-information' },
    steps: [
      { step: 'verify', at: '2026-09-01 10:00', by, input: { verificationText: '股东出资信息变更后没有公示。' }, refused: 'guard.orderMustPrecedeListingForInstantInformation' },
      { step: 'orderPublication', at: '2026-09-03 10:00', by, input: { informationMissing: '2026年7月股东出资变更信息', servedOn: '2026-09-02' } },
      { step: 'lapseOrder', at: '2026-09-12 23:00', by: 'machine', refused: 'guard.orderedPeriodMustHavePassed' },
      { step: 'lapseOrder', at: '2026-09-13 00:10', by: 'machine' },
      { step: 'decideListing', at: '2026-09-24 09:00', by: leader },
    ],
    ends: { state: 'listed', clocks: { compliance: 'due 2026-09-12, met', listing: 'due 2026-09-24, met' } },
  },
  {
    name: 'unreachable: two special letters fifteen to thirty days apart that nobody signs for',
    receivedAt: '2026-03-02 09:00', facts: { ...enterprise, ground: 'unreachable' },
    steps: [
      { step: 'sendLetter', at: '2026-03-02 10:00', by, input: { postalNo: 'EX000000001' } },
      { step: 'sendLetter', at: '2026-03-10 10:00', by, input: { postalNo: 'EX000000002' } },
      { step: 'verify', at: '2026-03-20 10:00', by, input: { verificationText: '两封信函均退回。', contactMethod: 'letters', areLettersUnsigned: true }, refused: 'guard.lettersMustBeFifteenToThirtyDaysApart' },
      { step: 'sendLetter', at: '2026-03-20 11:00', by, input: { postalNo: 'EX000000003' } },
      { step: 'verify', at: '2026-04-01 10:00', by, input: { verificationText: '信函均退回，无人签收。', contactMethod: 'letters', areLettersUnsigned: true } },
      { step: 'decideListing', at: '2026-04-20 10:00', by: leader },
    ],
    ends: { state: 'listed', clocks: { listing: 'due 2026-04-16, missed' } },
  },
  {
    name: 'an objection within thirty days is accepted, verified, and the listing corrected',
    receivedAt: '2026-03-02 09:00', facts: { ...enterprise, ground: 'unreachable' },
    steps: [
      { step: 'verify', at: '2026-03-03 10:00', by, input: { verificationText: '到登记住所核查，无人办公。', contactMethod: 'visit', visitRecord: '现场门牌与登记一致，大门锁闭。' } },
      { step: 'decideListing', at: '2026-03-05 10:00', by: leader },
      { step: 'receiveObjection', at: '2026-04-07 09:00', by: 'intake-officer', input: { objectionText: '一直在登记住所经营。' }, refused: 'guard.objectionMustComeWithinThirtyDays' },
      { step: 'receiveObjection', at: '2026-04-07 09:10', by: 'intake-officer', input: { objectionText: '一直在登记住所经营。', objectionOn: '2026-04-02' } },
      { step: 'acceptObjection', at: '2026-04-08 09:00', by },
      { step: 'findListingWrong', at: '2026-04-15 09:00', by: 'section-head', input: { objectionFinding: '核查时走错楼层，企业确在登记住所经营。' } },
      { step: 'correctListing', at: '2026-04-16 09:00', by, input: { correctionText: '列入有误，予以更正。' } },
    ],
    ends: { state: 'corrected', outcome: 'corrected', clocks: { listing: 'due 2026-03-17, met', objectionAcceptance: 'due 2026-04-10, met', objectionVerification: 'due 2026-05-09, met', correction: 'due 2026-04-22, met' } },
  },
  {
    name: 'two years without a report and unreachable: referred for the revocation of the licence',
    receivedAt: '2026-06-30 23:00', facts: noReport,
    steps: [
      { step: 'decideListing', at: '2026-07-03 09:00', by: leader },
      { step: 'referForRevocation', at: '2026-07-06 09:00', by: leader, input: { yearsMissing: 2, isStillUnreachable: false, referralText: '连续两年未年报。' }, refused: 'guard.twoYearsMissingAndUnreachableMustHold' },
      { step: 'referForRevocation', at: '2026-07-20 09:00', by: leader, input: { yearsMissing: 2, isStillUnreachable: true, referralText: '连续两年未年报且无法联系，移送立案。' } },
    ],
    ends: { state: 'listed', clocks: { listingAfterReports: 'due 2026-07-14, met' } },
  },
  {
    name: 'under the regulation as it was before May 2024 three years on the list led to the list of serious violations',
    receivedAt: '2021-01-05 09:00', facts: { ...enterprise, ground: 'false-information' },
    steps: [
      { step: 'verify', at: '2021-01-06 10:00', by, input: { verificationText: '公示的出资信息与实际不符。' } },
      { step: 'decideListing', at: '2021-01-08 10:00', by: leader },
      { step: 'transferToSeriousList', at: '2024-01-08 10:00', by: leader, input: { referralText: '列入满三年未改正。' }, refused: 'guard.threeYearsOnTheListMustHavePassed' },
      { step: 'transferToSeriousList', at: '2024-01-09 10:00', by: leader, input: { referralText: '列入满三年未改正。' } },
    ],
    ends: { state: 'transferred', outcome: 'transferred', clocks: { listing: 'due 2021-01-20, met', threeYears: 'due 2024-01-08, met' } },
  },
  {
    name: 'since December 2025 false information is no ground: the matter is dropped',
    receivedAt: '2026-05-06 09:00', facts: { ...enterprise, ground: 'false-information' },
    steps: [
      { step: 'verify', at: '2026-05-07 10:00', by, input: { verificationText: '公示的出资信息与实际不符。' } },
      { step: 'decideListing', at: '2026-05-08 10:00', by: leader, refused: 'guard.groundMustBeInListMeasuresOfTheDay' },
      { step: 'dropMatter', at: '2026-05-08 11:00', by: leader, input: { dropReason: '不再是列入情形，移送立案。' } },
    ],
    ends: { state: 'not-listed', outcome: 'not-listed', clocks: {} },
  },
])
