import { addDays } from '../../src/kernel/calendar-date.ts'
import { archived, collective, concluded, decided, evidence, executed, filed, fine, fined, gains, investigated, notice, paid, partPaid, records, reviewed, served, told, unpunished } from './case-lines.ts'
import { dated, judged, line, prepared } from './script.ts'
import type { Line } from './script.ts'
import type { Story } from './story.ts'

const income = { kind: 'income', name: '销售收入', amountInFen: 300_000, isDirect: true, isProven: true, evidence: '销售单据' }
const purchase = { kind: 'purchase', name: '进货', amountInFen: 180_000, isDirect: true, isProven: true, evidence: '进货发票' }
const performed = archived('archivePenalised', '处罚决定已经执行完毕。')

/** A decision that nobody performs, up to the reminder. */
const unpaid = (yuan: number): readonly Line[] => [
  ...fined(yuan), partPaid({ past: 'payment', by: 2 }, Math.round(yuan / 5)), line(10, 'leader', 'addLateFee', dated(['lateFeeAsOfOn'])),
  line({ past: 'appeal' }, 'officer', 'remind', dated(['reminderServedOn'])), line(11, 'leader', 'applyToCourt', dated(['courtAppliedOn'], { courtName: '示例区人民法院' })),
]

const exempt = (ground: string, more: Readonly<Record<string, string>> = {}): readonly Line[] => filed([
  ...told, evidence(2), unpunished(5, 'no-penalty'), ...reviewed(),
  line(1, 'leader', 'decideNoPenalty', { noPenaltyGround: ground, noPenaltyReason: '经查，符合依法不予行政处罚的情形。', educationNote: '当面教育并发放合规指引。', ...more }),
  ...archived('archiveExempted', '已作出不予行政处罚决定。', { isDecided: false }),
])

const asked = line(2, 'officer', 'requestHearing', dated(['hearingRequestedOn'], { hearingRequest: '对拟处罚的数额有异议，要求听证。' }))
const hosted = line(1, 'leader', 'appointHost', ({ cast }) => ({ hearingHost: cast.host.id, hearingStaff: [cast.intake.id] }))

const long: readonly Line[] = filed([
  ...told, ...records,
  line(1, 'officer', 'requestRecusal', ({ cast }) => ({ recusalOf: [cast.other.id], recusalReason: '当事人称其与举报人相识，申请回避。', isRecusalOfHead: false })),
  line(1, 'leader', 'decideRecusal', { recusalDecision: 'rejected', recusalDecidedBy: 'leader' }),
  line(10, 'leader', 'suspend', { suspensionGround: 'other-decision', suspensionReason: '须以关联案件的裁判结果为依据。' }), line(20, 'leader', 'resume', { resumptionReason: '关联案件已经判决。' }),
  line(35, 'leader', 'extendDecision', { extensionReason: '案情复杂，须向外省取证。' }),
  line(12, 'leader', 'extendCollectively', ({ on, cast }) => ({ extensionReason: '案情特别复杂，外省协查尚未回复。', collectiveMinutes: '经讨论，同意继续延期。', collectiveMembers: cast.leaders.map(({ id }) => id), continuedUntilOn: addDays(on, 90) })),
  concluded(15, [fine(5000)], { majorCase: ['complex'] }), ...reviewed('legal'), line(1, 'leader', 'approveNotice', { offersHearing: false }),
  line(2, 'officer', 'announceNotice', dated(['announcedOn'], { announcementReason: '当事人下落不明，住所无人，电话停机，邮件退回。' })), line({ days: 31 }, 'officer', 'recordNoticeService', dated(['servedOn'], { serviceMethod: 'announcement' })),
  collective({ past: 'statement' }), decided([fine(5000)]),
  line(2, 'officer', 'announceDecision', dated(['announcedOn'], { announcementReason: '当事人下落不明，住所无人，电话停机，邮件退回。' })), line({ days: 31 }, 'officer', 'recordDecisionService', dated(['servedOn'], { serviceMethod: 'announcement', isPublicityTold: true })),
  line(1, 'officer', 'publishDecision', dated(['publishedOn'], { publicationPlace: '国家企业信用信息公示系统' })), paid(8), executed, ...performed,
])

const rounds: readonly Line[] = filed([
  ...told, evidence(2), concluded(3, [fine(5000)]), line(1, 'officer', 'submitForReview', { reviewKind: 'case' }),
  line(2, 'leader', 'extendReview', ({ on }) => ({ extensionReason: '审核人员另有重大案件。', reviewExtendedUntilOn: addDays(on, 24) })), line(6, 'head', 'returnReview', { returnKind: 'supplement', reviewOpinion: '进货来源尚未查清。' }),
  evidence(3), concluded(2, [fine(5000)]), ...reviewed(), ...notice(true),
  line(1, 'officer', 'recordStatement', dated(['statementOn'], { statementText: '另有两批次同类商品，系同一供货商提供。' })), line(1, 'officer', 'reconsiderDefence', { reconsideration: '已对当事人提出的事实进行复核。', isDefenceAccepted: 'rejected', changesFacts: true }),
  line(1, 'leader', 'reopenInvestigation', { newFacts: '核实另两批次商品的数量和去向。' }), evidence(3), concluded(2, [fine(12_000)]), ...reviewed(), ...notice(true), asked, hosted,
  line(1, 'host', 'endHearing', { hearingEndGround: 'withdrawn' }), line(1, 'leader', 'orderRefund', dated(['refundOrderedOn'])), line(3, 'officer', 'endRefund', dated(['refundEndedOn'], { refundNote: '多收价款已经退还。' })),
  line(0, 'officer', 'reconsiderDefence', { reconsideration: '已对当事人提出的事实、理由和证据进行复核。', isDefenceAccepted: 'rejected', changesFacts: false }), decided([fine(12_000)]), ...served, paid(5), executed, ...performed,
])

/** What becomes of a case besides the usual fine that is paid. */
export const caseStories: readonly Story[] = [
  { id: 'long-case', from: 'lead', on: ['2024-03-04', '2025-06-03'], lines: long },
  { id: 'case-in-rounds', from: 'lead', on: ['2023-03-01', '2026-02-26'], lines: rounds },
  { id: 'gains-reckoned', from: 'lead', on: ['2026-03-30', '2026-05-11'], lines: filed([
    ...told, evidence(2), line(1, 'officer', 'reckonGains', { illegalGainsMethod: 'net', illegalGainsRows: [income, purchase] }), concluded(3, [fine(7000), gains(1200)], { fineLowestInFen: 500_000, fineHighestInFen: 1_500_000, discretionKinds: ['harm-removed'] }),
    ...reviewed(), ...notice(), line(0, 'officer', 'recordWaiver', dated(['waivedOn'], { waiverText: '当事人在送达回证上注明放弃陈述、申辩。' })),
    line(1, 'leader', 'decidePenalty', { decidedItems: [fine(7000), gains(1200)], decisionReason: '当事人违法事实清楚，综合裁量后作出决定。' }), ...served, paid(4), executed, ...performed,
  ]) },
  { id: 'court-enforcement', from: 'lead', on: ['2022-04-06', '2024-05-06'], lines: filed([...unpaid(9000), line(60, 'officer', 'endExecution', { courtEndReason: '人民法院裁定终结执行。' }), ...archived('archiveEnded', '人民法院裁定终结执行。')]) },
  { id: 'court-enforcement-succeeds', from: 'lead', on: ['2023-08-07'], lines: filed([...unpaid(6000), paid(45), executed, ...performed]) },
  { id: 'court-enforcement-open', from: 'lead', on: ['2026-01-12'], lines: filed(unpaid(8000)) },
  { id: 'instalments', from: 'lead', on: ['2023-05-08', '2025-04-07'], lines: filed([
    ...fined(9000), line(4, 'leader', 'approveDeferral', ({ on }) => ({ deferralKind: 'instalments', deferredUntilOn: addDays(on, 120), deferralToldOn: on, deferralApplication: '因经济困难，申请分期缴纳。' })),
    partPaid(15, 3000), partPaid(20, 3000), paid({ past: 'deferral', by: 3 }), executed, ...performed,
  ]) },
  { id: 'instalments-open', from: 'lead', on: ['2026-08-03'], lines: filed([
    ...fined(9000), line(4, 'leader', 'approveDeferral', ({ on }) => ({ deferralKind: 'instalments', deferredUntilOn: addDays(on, 150), deferralToldOn: on, deferralApplication: '因经济困难，申请分期缴纳。' })), partPaid(12, 3000),
  ]) },
  { id: 'revoked-by-itself', from: 'lead', on: ['2024-01-15'], lines: filed([
    ...fined(4000), line(6, 'leader', 'revokeDecision', { revocationReason: '复查发现认定事实的证据不足，自行撤销。' }), line(1, 'officer', 'withdrawPublication', dated(['withdrawnOn'])), ...archived('archiveRevoked', '处罚决定已经撤销。'),
  ]) },
  { id: 'party-extinct', from: 'lead', on: ['2025-03-10'], lines: filed([
    ...told, evidence(1), line(6, 'leader', 'terminateInvestigation', { terminationReason: '当事人已注销，无权利义务承受人。' }), ...archived('archiveTerminated', '调查已经终止。', { isDecided: false, isReported: false }),
  ]) },
  { id: 'transferred-elsewhere', from: 'lead', on: ['2024-10-14'], lines: filed([
    ...told, evidence(1), line(5, 'leader', 'transferCase', dated(['transferredOn'], { transferTo: '示例区住房和城乡建设局', transferReason: '违法行为属于该机关管辖。' })), ...archived('archiveTransferred', '案件已经移送。', { isDecided: false, isReported: false }),
  ]) },
  { id: 'exempt-no-fault', from: 'lead', on: ['2023-02-06', '2026-03-16'], lines: exempt('no-fault') },
  { id: 'exempt-incapable', from: 'lead', on: ['2024-06-03'], lines: exempt('incapable') },
  { id: 'exempt-limitation', from: 'lead', on: ['2022-09-05'], lines: exempt('limitation') },
  { id: 'exempt-other', from: 'lead', on: ['2025-09-08'], lines: exempt('other') },
  { id: 'exempt-on-the-list', from: 'lead', on: ['2025-05-12', '2026-06-08'], lines: exempt('first-minor-corrected', { minorListItem: 'licence-not-renewed', firstOffenceNote: '查询处罚信息，两年内没有同种违法行为。' }) },
  { id: 'awaits-approval', from: 'lead', on: ['2026-10-12'], lines: filed([
    ...investigated([fine(3000)]), prepared(1, 'officer', 'approveNotice', { offersHearing: false }), judged(1, 'leader', 'approveNotice', 'return', '请一并告知提交退货凭证的时间。'),
    prepared(1, 'officer', 'approveNotice', { noticeText: '涉案商品已经退还供货商的，请在陈述、申辩期限内提交退货凭证。', offersHearing: false }),
  ]) },
  { id: 'decision-prepared', from: 'lead', on: ['2026-09-21'], lines: filed([...investigated([fine(2000)]), ...notice(), prepared({ past: 'statement' }, 'officer', 'decidePenalty', { decidedItems: [fine(2000)], decisionReason: '当事人违法事实清楚，综合裁量后作出决定。' })]) },
  { id: 'decision-approved', from: 'lead', on: ['2026-04-13'], lines: filed([
    ...investigated([fine(2500)]), ...notice(), prepared({ past: 'statement' }, 'officer', 'decidePenalty', { decidedItems: [fine(2500)], decisionReason: '当事人违法事实清楚，综合裁量后作出决定。' }),
    judged(1, 'leader', 'decidePenalty', 'approve', '同意。'), line(1, 'leader', 'decidePenalty', { decidedItems: [fine(2500)], decisionReason: '当事人违法事实清楚，综合裁量后作出决定。' }), ...served, paid(3), executed, ...performed,
  ]) },
  { id: 'closing-prepared', from: 'lead', on: ['2026-09-14'], lines: filed([...fined(1500), paid(4), executed, prepared(1, 'officer', 'approveClosing', { closingReason: '处罚决定已经执行完毕。' })]) },
]
