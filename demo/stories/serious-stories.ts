import { decided, executed, filed, fine, investigated, paid, served, archived } from './case-lines.ts'
import { line } from './script.ts'
import type { Line, Scene } from './script.ts'
import type { Story } from './story.ts'

const ASSESSED = { factors: ['malice', 'health-harm', 'goods-value'], assessment: '多次违法，货值较大，危害消费者健康，社会影响恶劣。', hasProofOfNoIntent: false }
const assessed = (more: Readonly<Record<string, string | boolean>> = {}): Line => line(1, 'officer', 'assess', { ...ASSESSED, ...more })
const noticed = line(1, 'officer', 'giveNotice')
const consentAsked = (wait: Line['wait']): Line => line(wait, 'leader', 'requestConsent', { higherBureau: '示例市市场监督管理局', consentRequestText: '拟列入严重违法失信名单，报请同意。' })
const consented: readonly Line[] = [consentAsked({ past: 'statement' }), line(3, 'officer', 'recordConsent', ({ matter }) => ({ consentNo: `示市监同意${matter.number}` }))]
const listed = line({ until: (related) => related.some(({ procedure, documentNumbers }) => procedure === 'penalty-case' && documentNumbers?.['penalty-decision'] !== undefined) }, 'leader', 'decideListing', ({ on, related }: Scene) => ({
  penaltyDecisionNo: related.find(({ procedure }) => procedure === 'penalty-case')?.documentNumbers?.['penalty-decision'] ?? '', penaltyDecidedOn: on,
}))
const published = line(5, 'officer', 'recordPublication')

const sentTo = (department: string, course: readonly Line[]): Line => line(2, 'head', 'notifyDepartment', { departments: department, measureText: '在政府采购、行政审批中作为重要考量因素。' }, course)
const sent = line(1, 'head', 'send', { measureBasis: '《市场监督管理严重违法失信名单管理办法》第十五条' })
const applied: readonly Line[] = [sent, line(8, 'officer', 'recordApplied', { feedbackKind: 'applied', feedbackText: '已在评审中作为考量因素。' })]
const lifted: readonly Line[] = [line(1, 'head', 'askToLift', { liftReason: '已移出严重违法失信名单。' }), line(6, 'officer', 'recordLifted', { liftFeedback: '已解除相关管理措施。' })]
const notApplied: readonly Line[] = [sent, line(23, 'officer', 'urge', { urgeText: '已超过约定期限，请尽快反馈。' }), line(3, 'officer', 'recordNotApplied', { feedbackText: '该当事人没有参加采购活动。' })]
const endingIn = (state: string) => (related: Scene['related']): boolean => related.some((other) => other.procedure === 'serious-violation' && other.state === state)
const until = (state: string, lines: readonly Line[]): readonly Line[] => lines.map((each, i) => (i === 0 ? { ...each, wait: { until: endingIn(state) } } : each))
const allLifted = { until: (related: Scene['related']) => related.every(({ procedure, closedAt }) => procedure !== 'joint-measure' || closedAt !== undefined) }

/** A heavy fine whose case proposes the list; the entry goes with the decision. */
const caseWith = (listing: readonly Line[], end: readonly Line[]): readonly Line[] => filed([
  ...investigated([fine(9800)], { discretionKinds: ['grave-harm'] }),
  line(1, 'officer', 'proposeSeriousListing', { seriousGround: 'product-quality', heavierPenalty: 'heavy-fine' }, listing),
  line(1, 'leader', 'approveNotice', { offersHearing: false }),
  line(1, 'officer', 'recordNoticeService', ({ on }) => ({ serviceMethod: 'direct', servedOn: on, receiptNo: '送达回证' })),
  { ...decided([fine(9800)]), wait: { until: (related) => related.some(({ procedure, state, closedAt }) => procedure === 'serious-violation' && (state === 'consented' || closedAt !== undefined)), days: 8 } }, ...served, ...end,
])
const performed: readonly Line[] = [paid(4), executed, ...archived('archivePenalised', '处罚决定已经执行完毕。')]

/** The list of serious violations: with a penalty, for refusal to perform, lifted early, at the end, or annulled. */
export const seriousStories: readonly Story[] = [
  { id: 'listed-three-years', from: 'lead', on: ['2022-03-07', '2023-07-10'], lines: caseWith([
    assessed({ heavierPenalty: 'heavy-fine' }), noticed, ...consented, listed, published, sentTo('示例区财政局', [...applied, ...until('ending', lifted)]), sentTo('示例区行政审批服务局', notApplied),
    line({ past: 'term' }, 'leader', 'removeAtEndOfTerm'), { ...line(1, 'officer', 'stopDisplay'), wait: { ...allLifted, days: 2 } },
  ], performed) },
  { id: 'consent-refused', from: 'serious', on: ['2023-03-06'], lines: [
    assessed({ heavierPenalty: 'heavy-fine' }), noticed, line(1, 'officer', 'recordStatement', { statementText: '原料来自供货商，不知情。' }), line(1, 'intake', 'requestHearing', { hearingRequestText: '要求听证。' }),
    line(4, 'officer', 'reviewStatement', { statementReview: '供货商证言表明当事人知情，不予采纳。' }), line(6, 'host', 'holdHearing', { hearingRecord: '已听证，听证报告建议列入。' }), consentAsked(1), line(4, 'officer', 'recordConsentRefused', { consentRefusal: '情节未达到严重程度。' }),
  ] },
  { id: 'no-intent', from: 'serious', on: ['2025-05-19'], lines: [assessed({ heavierPenalty: 'heavy-fine', hasProofOfNoIntent: true }), line(1, 'leader', 'dropMatter', { dropReason: '有证据足以证明没有主观故意。' })] },
  { id: 'refused-performance-repaired', from: 'serious-refusal', on: ['2024-05-06'], lines: [
    assessed({ isAbleToPerform: true }), noticed, line(0, 'officer', 'recordWaiver', { waiverText: '当事人书面表示放弃。' }), consentAsked(1), line(3, 'officer', 'recordConsent', { consentNo: '示市监同意' }), line(2, 'leader', 'decideListing'), published,
    sentTo('示例区财政局', [line(1, 'head', 'withdraw', { withdrawReason: '部门名称有误，另行通报。' })]),
    line({ days: 380 }, 'intake', 'receiveEarlyRemovalApplication', { earlyRemovalText: '已缴清罚款和加处罚款，申请提前移出。' }),
    { ...line(2, 'leader', 'remove', { removalGround: 'repair', removalText: '已履行义务，准予信用修复。' }), wait: { until: (related) => related.some(({ procedure, state }) => procedure === 'credit-repair' && state === 'granted'), days: 3 } },
    line(1, 'officer', 'stopDisplay'),
  ] },
  { id: 'annulled-entry', from: 'lead', on: ['2025-07-07'], lines: caseWith([
    assessed({ heavierPenalty: 'heavy-fine' }), noticed, ...consented, listed, published,
    { ...line(1, 'officer', 'recordAnnulment', { annulmentText: '本局自行撤销行政处罚决定。' }), wait: { until: (related) => related.some(({ procedure, state }) => procedure === 'penalty-case' && state === 'revoked') } }, line(1, 'leader', 'revokeListing'),
  ], [
    line(15, 'leader', 'revokeDecision', { revocationReason: '复查发现认定事实的证据不足，自行撤销。' }), line(1, 'officer', 'withdrawPublication', ({ on }) => ({ withdrawnOn: on })),
    { ...line(1, 'officer', 'recordListRevoked', { listRevocationNote: '名单办件已撤销列入，停止公示。' }), wait: { until: (related) => related.some(({ procedure, outcome }) => procedure === 'serious-violation' && outcome === 'revoked') } },
    ...archived('archiveRevoked', '处罚决定已经撤销。'),
  ]) },
  { id: 'listed-open', from: 'lead', on: ['2026-05-18'], lines: caseWith([assessed({ heavierPenalty: 'heavy-fine' }), noticed, ...consented, listed, published, sentTo('示例区财政局', applied)], performed) },
  { id: 'entry-prepared', from: 'serious', on: ['2026-11-02'], lines: [assessed({ heavierPenalty: 'heavy-fine' }), noticed] },
]
