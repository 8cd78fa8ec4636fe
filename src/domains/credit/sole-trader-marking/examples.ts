import { examplesOf } from '../../../engines/procedure/example.ts'
import { soleTraderMarking } from './procedure.ts'

const trader = { traderName: '示例小吃店', uscc: '92990001MA00000001' } as const
const by = 'case-officer'
const leader = 'bureau-leader'

export const soleTraderExamples = examplesOf(soleTraderMarking, [
  {
    name: 'no report: listed one day late, shown until the end of June of the next year',
    receivedAt: '2026-06-30 23:00', channel: 'register-check', facts: { ...trader, traderGround: 'no-report', reportYear: 2025 },
    steps: [{ step: 'decideListing', at: '2026-07-15 09:00', by: leader }],
    ends: { state: 'listed', clocks: { listingAfterReports: 'due 2026-07-14, missed' }, facts: { shownUntilOn: '2027-06-30' } },
  },
  {
    name: 'a report said to be false: checked within twenty working days, listed',
    receivedAt: '2025-03-03 09:00', facts: { ...trader, traderGround: 'false-report' },
    steps: [
      { step: 'receiveFalsityReport', at: '2025-03-03 09:30', by: 'intake-officer' },
      { step: 'decideListing', at: '2025-03-04 09:00', by: leader, refused: 'guard.traderGroundMustBeVerifiedBeforeListing' },
      { step: 'verify', at: '2025-03-20 09:00', by, input: { verificationText: '年报填报的网址不存在。', contactMethod: 'visit' }, refused: 'guard.falseReportMustBeCompared' },
      { step: 'verify', at: '2025-03-20 09:10', by, input: { verificationText: '年报填报的网址不存在。', contactMethod: 'report-check' } },
      { step: 'answerFalsityReport', at: '2025-03-24 09:00', by, input: { checkResult: '举报属实，拟列入。', informantLetterNo: '文市监个告〔2025〕1号' } },
      { step: 'decideListing', at: '2025-04-01 09:00', by: leader },
    ],
    ends: { state: 'listed', clocks: { falsityCheck: 'due 2025-03-31, met', listing: 'due 2025-04-03, met' } },
  },
  {
    name: 'a paper report received in time is no failure to report',
    receivedAt: '2026-06-30 23:00', facts: { ...trader, traderGround: 'no-report', reportYear: 2025 },
    steps: [
      { step: 'receivePaperReport', at: '2026-07-02 09:00', by: 'intake-officer', input: { paperReportYear: 2025, paperReportOn: '2026-06-30' }, refused: 'guard.paperReportMustNotBeOfTheMissingYear' },
      { step: 'dropMatter', at: '2026-07-02 10:00', by: 'section-head', input: { dropReason: '纸质年报已在 6 月 30 日收到。' } },
    ],
    ends: { state: 'not-listed', outcome: 'not-listed', clocks: { listingAfterReports: 'due 2026-07-14, met' } },
  },
  {
    name: 'unreachable, an objection refused, then removed because the trader gave up the business',
    receivedAt: '2026-03-02 09:00', facts: { ...trader, traderGround: 'unreachable' },
    steps: [
      { step: 'verify', at: '2026-03-03 10:00', by, input: { verificationText: '电话和现场均无法联系。', contactMethod: 'telephone-and-visit' } },
      { step: 'decideListing', at: '2026-03-04 10:00', by: leader },
      { step: 'receiveObjection', at: '2026-03-10 09:00', by: 'intake-officer', input: { objectionText: '当天外出进货。' } },
      { step: 'refuseObjection', at: '2026-03-12 09:00', by, input: { objectionRefusalReason: '没有提交任何证明材料。' } },
      { step: 'receivePaperReport', at: '2026-04-01 09:00', by: 'intake-officer', input: { paperReportYear: 2025 } },
      { step: 'showPaperReport', at: '2026-04-02 09:00', by },
      { step: 'remove', at: '2026-05-06 09:00', by: leader, input: { removalGround: 'deregistered', removalText: '已于 5 月 5 日注销登记。' } },
    ],
    ends: { state: 'removed', outcome: 'removed', clocks: { listing: 'due 2026-03-17, met', objectionAcceptance: 'due 2026-03-17, met', paperReport: 'due 2026-04-16, met' } },
  },
])
