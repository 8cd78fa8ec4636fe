import { addDays } from '../../src/kernel/calendar-date.ts'
import { line } from './script.ts'
import type { Line } from './script.ts'
import type { Story } from './story.ts'

const visit = line(1, 'officer', 'verify', { verificationText: '到登记的住所核查，无人经营，物业出具证明。', contactMethod: 'visit', visitRecord: '现场门牌与登记一致，大门锁闭，无人办公。' })
const traderVisit = line(1, 'officer', 'verify', { verificationText: '电话和现场均无法联系。', contactMethod: 'telephone-and-visit' })
const listed = line(3, 'leader', 'decideListing')
const repaired = (wait: Line['wait']): Line => ({ ...line(1, 'leader', 'remove', { removalGround: 'repair', removalText: '情形已经改正，准予信用修复。' }), wait: { until: (related) => related.some(({ procedure, state }) => procedure === 'credit-repair' && state === 'granted'), days: typeof wait === 'number' ? wait : 1 } })

const objection = (days: number): Line => line({ days }, 'intake', 'receiveObjection', { objectionText: '一直在登记的住所经营，附租赁合同和水电缴费凭证。' })
const wrong: readonly Line[] = [
  objection(12), line(1, 'officer', 'acceptObjection'), line(6, 'head', 'findListingWrong', { objectionFinding: '核查时走错楼层，确在登记的住所经营。' }), line(1, 'officer', 'correctListing', { correctionText: '列入有误，予以更正。' }),
]
const right: readonly Line[] = [objection(8), line(1, 'officer', 'acceptObjection'), line(8, 'head', 'upholdListing', { objectionFinding: '再次到登记的住所核查，仍无法联系。' })]
const refused: readonly Line[] = [objection(6), line(1, 'officer', 'refuseObjection', { objectionRefusalReason: '没有提交任何证明材料。' })]
const letter = (wait: Line['wait'], no: string): Line => line(wait, 'officer', 'sendLetter', { postalNo: no })

/** Entries in the two lists of abnormal operation by rarer grounds, and what is said against them. */
export const listStories: readonly Story[] = [
  { id: 'instant-information-lapsed', from: 'abnormal', on: ['2023-09-04', '2026-09-07'], facts: { ground: 'no-instant-information' }, lines: [
    line(1, 'officer', 'orderPublication', ({ on }) => ({ informationMissing: '股东出资变更信息', servedOn: on })), line({ past: 'compliance' }, 'leader', 'decideListing'),
  ] },
  { id: 'instant-information-complied', from: 'abnormal', on: ['2024-09-02', '2026-04-08'], facts: { ground: 'no-instant-information' }, lines: [
    line(1, 'officer', 'orderPublication', ({ on }) => ({ informationMissing: '股东出资变更信息', servedOn: on })), line(4, 'officer', 'recordCompliance', { complianceText: '已经公示股东出资变更信息。' }),
  ] },
  { id: 'two-letters', from: 'abnormal', on: ['2022-03-01', '2025-10-20'], facts: { ground: 'unreachable' }, lines: [
    letter(0, 'SYN0000001'), letter({ days: 18 }, 'SYN0000002'), line({ days: 14 }, 'officer', 'verify', { verificationText: '两封信函均退回，无人签收。', contactMethod: 'letters', areLettersUnsigned: true }), listed,
    line(30, 'intake', 'receiveRemovalApplication', { removalApplicationText: '已变更登记住所，可以取得联系。' }), repaired(3),
  ] },
  { id: 'listed-by-mistake', from: 'abnormal', on: ['2024-03-04', '2026-03-02'], facts: { ground: 'unreachable' }, lines: [visit, listed, ...wrong] },
  { id: 'objection-dismissed', from: 'abnormal', on: ['2025-04-14'], facts: { ground: 'unreachable' }, lines: [visit, listed, ...right] },
  { id: 'objection-refused', from: 'abnormal', on: ['2026-08-17'], facts: { ground: 'unreachable' }, lines: [visit, listed, ...refused] },
  { id: 'referred-for-revocation', from: 'abnormal', on: ['2025-07-03'], facts: { ground: 'no-annual-report', reportYear: 2024 }, lines: [
    listed, line(10, 'leader', 'referForRevocation', { yearsMissing: 2, isStillUnreachable: true, referralText: '连续两年未报送年度报告且无法取得联系，移送立案。' }),
  ] },
  { id: 'three-years-listed', from: 'abnormal', on: ['2021-01-11'], facts: { ground: 'false-information' }, lines: [
    line(1, 'officer', 'verify', { verificationText: '公示的出资信息与实际不符。' }), listed, line({ past: 'threeYears', by: 2 }, 'leader', 'transferToSeriousList', { referralText: '列入满三年仍未改正。' }),
  ] },
  { id: 'false-report-of-a-trader', from: 'trader', on: ['2024-03-04', '2026-05-11'], facts: { traderGround: 'false-report' }, lines: [
    line(0, 'intake', 'receiveFalsityReport'), line(8, 'officer', 'verify', { verificationText: '年报填报的网址不存在。', contactMethod: 'report-check' }),
    line(2, 'officer', 'answerFalsityReport', ({ matter }) => ({ checkResult: '举报属实，拟列入。', informantLetterNo: `个告${matter.number}` })), listed, line(25, 'intake', 'receiveRemovalApplication', { restorationText: '已更正年度报告。' }), repaired(3),
  ] },
  { id: 'trader-paper-report', from: 'trader', on: ['2025-03-03', '2026-03-02'], facts: { traderGround: 'unreachable' }, lines: [
    traderVisit, listed, line(20, 'intake', 'receivePaperReport', ({ on }) => ({ paperReportYear: Number(on.slice(0, 4)) - 1 })), line(1, 'officer', 'showPaperReport'),
    line(15, 'leader', 'remove', { removalGround: 'deregistered', removalText: '已办理注销登记。' }),
  ] },
  { id: 'trader-listed-by-mistake', from: 'trader', on: ['2025-08-04'], facts: { traderGround: 'unreachable' }, lines: [traderVisit, listed, ...wrong] },
  { id: 'trader-objection-dismissed', from: 'trader', on: ['2026-01-19'], facts: { traderGround: 'unreachable' }, lines: [traderVisit, listed, ...right] },
  { id: 'trader-objection-refused', from: 'trader', on: ['2026-06-22'], facts: { traderGround: 'unreachable' }, lines: [traderVisit, listed, ...refused] },
]

const restored = line(1, 'leader', 'restoreListing', { repairRevocationNo: '撤修〔2026〕1号' })

/** Entries that come back because the repair was obtained by deceit. */
export const restoredStories: readonly Story[] = [
  { id: 'abnormal-restored', from: 'abnormal', on: ['2026-08-20'], facts: { ground: 'unreachable', isRestored: true }, lines: [restored] },
  { id: 'trader-restored', from: 'trader', on: ['2026-08-24'], facts: { traderGround: 'unreachable', isRestored: true }, lines: [restored] },
  { id: 'serious-restored', from: 'serious', on: ['2026-08-25'], facts: { isRestored: true }, lines: [restored, line(2, 'officer', 'recordPublication')] },
]

const checked = line(2, 'officer', 'check', { checkText: '登记的住所无人，电话停机，近一年没有开票和缴费记录。' })
const warned: readonly Line[] = [checked, line(1, 'officer', 'sendNotice', { noticeText: '请在三十日内申请注销登记或者恢复经营。' })]
const claimed = (papers: readonly string[]) => ({ objector: 'creditor', objectionText: '公司尚欠货款未还。', objectionPapers: papers })
const announced = line(3, 'leader', 'announce', { announcementText: '拟强制注销公司登记，相关部门、债权人和其他利害关系人可以提出异议。' })
const forced = (method: string): readonly Line[] => [
  line({ past: 'announcement', by: 3 }, 'leader', 'decideDeregistration'), line(1, 'officer', 'serveDecision', { serviceMethod: method }),
  line(method === 'announcement' ? { past: 'announcedService' } : 2, 'officer', 'markDeregistered', { licenceVoidText: method === 'announcement' ? '无法缴回，公告作废。' : '营业执照已缴回。' }),
]

/** How dormant firms leave, and how a company comes back. */
export const exitStories: readonly Story[] = [
  { id: 'dormant-revocation', from: 'dormant', on: ['2024-08-05', '2026-06-01'], lines: [...warned, line({ past: 'answer', by: 2 }, 'leader', 'referForRevocation', { referralText: '连续两年未报送年度报告且无法取得联系，移送立案吊销。' })] },
  { id: 'dormant-works', from: 'dormant', on: ['2025-08-04'], lines: [...warned, line(4, 'intake', 'receiveObjection', { objectionText: '附近三个月发票和社保缴费记录。' }), line(5, 'head', 'upholdObjection', { objectionFinding: '确在经营，督促补报年度报告。' })] },
  { id: 'dormant-objection-dismissed', from: 'dormant', on: ['2025-10-20'], lines: [
    ...warned, line(4, 'intake', 'receiveObjection', { objectionText: '自称仍在经营。' }), line(5, 'head', 'dismissObjection', { objectionFinding: '没有提供任何经营凭证。' }), line(10, 'officer', 'recordExit', { exitWay: 'own-deregistration', exitText: '已申请注销登记。' }),
  ] },
  { id: 'dormant-kept', from: 'dormant', on: ['2026-08-03'], lines: [checked, line(2, 'head', 'keep', { keepReason: '正在办理迁移登记，不予清理。' })] },
  { id: 'dormant-open', from: 'dormant', on: ['2026-11-03'], lines: warned },
  { id: 'dormant-forced', from: 'dormant', on: ['2025-10-13'], facts: { screeningReasons: ['revoked-three-years'] }, lines: [
    ...warned, line({ past: 'answer', by: 2 }, 'leader', 'referForForcedDeregistration', ({ on }) => ({ referralText: '被吊销营业执照满三年未注销，移送登记科公告。', triggeredOn: addDays(on, -1500) }), [announced, ...forced('post')]),
  ] },
  { id: 'forced-by-announcement', from: 'forced', on: ['2025-11-10', '2026-04-13'], facts: { isListedUnreachable: true }, lines: [announced, ...forced('announcement')] },
  { id: 'forced-objection-upheld', from: 'forced', on: ['2025-12-01'], lines: [
    announced, line(8, 'intake', 'receiveObjection', claimed(['reason'])), line(1, 'officer', 'askObjectionPapers', { papersMissing: '身份证明、欠款合同，十日内。' }), line(4, 'intake', 'receiveObjectionPapers', { objectionPapers: ['reason', 'identity', 'relation'] }),
    line(3, 'leader', 'upholdObjection', { objectionFinding: '债权债务关系属实。' }),
  ] },
  { id: 'forced-objection-dismissed', from: 'forced', on: ['2026-01-12'], lines: [
    announced, line({ days: 86 }, 'intake', 'receiveObjection', claimed(['reason'])), line(2, 'leader', 'dismissObjection', { objectionFinding: '异议人没有提供债权债务关系的材料。' }), line({ past: 'announcement', by: 1 }, 'leader', 'decideDeregistration'),
    line(1, 'officer', 'serveDecision', { serviceMethod: 'direct' }), line(2, 'officer', 'markDeregistered', { licenceVoidText: '营业执照已缴回。' }),
  ] },
  { id: 'forced-terminated', from: 'forced', on: ['2026-03-02'], lines: [line(2, 'leader', 'terminate', { terminationReason: '公司已经自行申请注销登记。' })] },
  { id: 'forced-open', from: 'forced', on: ['2026-09-14'], lines: [announced] },
  { id: 'restored', from: 'restoration', on: ['2026-05-06'], lines: [
    line(1, 'officer', 'askPapers', { papersMissing: '主体资格文件、受理案件通知书，十日内。' }), line(4, 'intake', 'receivePapers', { papers: ['reason', 'identity', 'relation'] }), line(3, 'leader', 'findNecessary', { reviewText: '诉讼确在审理。' }),
    line(3, 'leader', 'restore', { isNameTaken: false }),
  ] },
  { id: 'restoration-refused', from: 'restoration', on: ['2026-07-06'], lines: [line(3, 'leader', 'refuse', { refusalReason: '申请人与该公司没有利害关系。' })] },
  { id: 'restoration-open', from: 'restoration', on: ['2026-11-17'], lines: [] },
]
