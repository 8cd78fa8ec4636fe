import type { Facts } from '../../src/engines/procedure/matter.ts'
import { findingsOf } from '../case-findings.ts'
import { REVIEW_POINTS } from '../case-hearing.ts'
import { dated, line } from './script.ts'
import type { Line, Scene } from './script.ts'

const BASIS = '《中华人民共和国产品质量法》第五十条'

export const fine = (yuan: number) => ({ kind: 'fine', amountInFen: yuan * 100, content: `罚款${yuan}元`, basis: BASIS })
export const gains = (yuan: number) => ({ kind: 'confiscate-gains', amountInFen: yuan * 100, content: `没收违法所得${yuan}元`, basis: BASIS })
export const goodsTaken = { kind: 'confiscate-goods', amountInFen: 20_000, content: '没收涉案商品', basis: BASIS }

const EXTENTS = { 'no-penalty': '情节轻微，发现后即已改正，没有造成危害后果', 'not-established': '系他人冒用其名称，现有证据不能证明由其实施', 'transfer': '货值较大，涉嫌构成犯罪' } as const

const both = ({ cast: { officer, other } }: Scene): readonly string[] => [officer.id, other.id]

/** The lead that a case grows out of: looked into, filed, and the case lives on by `lines`. */
export const filed = (lines: readonly Line[]): readonly Line[] => [
  line(2, 'officer', 'recordVerification', (scene) => ({ verifiers: both(scene), verifiedOn: scene.on, verificationRecord: '现场核查，清点涉案商品并拍照，询问经营者。' })),
  line(3, 'leader', 'fileCase', (scene) => ({
    actEndedOn: scene.on, affectsSafety: false, conditionsMet: ['prima-facie', 'punishable', 'own-jurisdiction', 'within-limitation'], filingReason: '有证据初步证明存在违法行为，依法应当给予行政处罚。', caseOffice: scene.matter.officeId, handlers: both(scene),
  }), lines),
]

export const told: readonly Line[] = [
  line(1, 'officer', 'tellRights', dated(['rightsToldOn'], { rightsToldNote: '出示执法证件，告知陈述、申辩和申请回避的权利。' })),
]

export const evidence = (wait: number): Line => line(wait, 'officer', 'addEvidence', (scene) => ({ collectors: both(scene), evidenceAdded: [{ kind: 'documentary', name: '进货票据', provenance: '当事人提供', obtainedOn: scene.on, form: 'original', isSigned: true }] }))

export const records: readonly Line[] = [
  line(1, 'officer', 'recordScene', (scene) => ({ recordOn: scene.on, recordPlace: '当事人经营场所', sceneText: '货架上摆放涉案商品，逐件清点、拍照，当事人在场。', collectors: both(scene), isRecordSigned: true })),
  line(1, 'officer', 'recordInterview', (scene) => ({ recordOn: scene.on, recordPlace: '本局询问室', interviewee: 'manager', interviewText: '问：商品从何处购进？答：从批发市场购进，未查验合格证明。', collectors: both(scene), isRecordSigned: false, recordUnsignedNote: '被询问人拒绝签名，全程录音录像。' })),
]

export const concluded = (wait: number, items: readonly Facts[], more: Facts = {}): Line => line(wait, 'officer', 'concludeInvestigation', ({ matter }) => ({
  partyKind: 'sole-trader', illegalFacts: findingsOf(matter, '涉案商品已经清点，货值不大，进货来源可以说明'), violatedLaw: '《中华人民共和国产品质量法》第三十九条', proposal: 'penalty', majorCase: ['none'], proposedItems: items, discretionBasis: '货值不大，配合调查。',
  discretionFactors: [{ factor: '配合情况', finding: '如实说明来源' }], ...more,
}))

export const unpunished = (wait: number, proposal: 'no-penalty' | 'not-established' | 'transfer'): Line => line(wait, 'officer', 'concludeInvestigation', ({ matter }) => ({
  partyKind: 'sole-trader', illegalFacts: findingsOf(matter, EXTENTS[proposal]), violatedLaw: '《中华人民共和国产品质量法》第三十九条', proposal, majorCase: ['none'],
}))

/** A review passed: of the case by the head, of the law by a reviewer. */
export const reviewed = (kind: 'case' | 'legal' = 'case'): readonly Line[] => [
  line(1, 'officer', 'submitForReview', { reviewKind: kind }),
  line(2, kind === 'case' ? 'head' : 'reviewer', 'approveReview', { reviewPoints: REVIEW_POINTS, reviewOpinion: '事实清楚、证据充分，同意处理意见。', ...(kind === 'legal' ? { isFirstLegalReview: true } : {}) }),
]

export const notice = (offersHearing = false): readonly Line[] => [
  line(1, 'leader', 'approveNotice', { offersHearing }),
  line(1, 'officer', 'recordNoticeService', dated(['servedOn'], { serviceMethod: 'direct', receiptNo: '送达回证' })),
]

export const decided = (items: readonly Facts[]): Line => line({ past: 'statement' }, 'leader', 'decidePenalty', { decidedItems: items, decisionReason: '当事人违法事实清楚，综合裁量后作出决定。' })

export const served: readonly Line[] = [
  line(1, 'officer', 'recordDecisionService', dated(['servedOn'], { serviceMethod: 'direct', receiptNo: '送达回证', isPublicityTold: true })),
  line(2, 'officer', 'publishDecision', dated(['publishedOn'], { publicationPlace: '国家企业信用信息公示系统' })),
]

/** Whatever is still owed, with what was added for lateness. */
export const paid = (wait: Line['wait']): Line => line(wait, 'officer', 'recordFullPayment', ({ on, matter: { facts } }) => {
  const owed = Number(facts['payableInFen'] ?? 0) + Number(facts['lateFeeInFen'] ?? 0) - Number(facts['paidInFen'] ?? 0)
  return { paidUpOn: on, paymentsAdded: [{ amountInFen: owed, paidOn: on, receiptNo: '票据' }] }
})

export const partPaid = (wait: Line['wait'], yuan: number): Line => line(wait, 'officer', 'recordPartPayment', ({ on }) => ({ paymentsAdded: [{ amountInFen: yuan * 100, paidOn: on, receiptNo: '票据' }] }))

export const executed: Line = line(1, 'officer', 'confirmExecution', dated(['executedOn'], { isOtherDutyPerformed: true }))

type Volumes = Readonly<{ isDecided?: boolean; isReported?: boolean; isHeard?: boolean }>

/** The end of a case: closing approved, the volumes bound. */
export const archived = (step: string, why: string, { isDecided = true, isReported = true, isHeard = false }: Volumes = {}): readonly Line[] => {
  const pages = (kinds: readonly string[]) => kinds.map((kind, index) => ({ kind, title: `卷内材料${index + 1}`, firstPage: 2 * index + 1, lastPage: 2 * index + 2 }))
  return [
    line(2, 'leader', 'approveClosing', { closingReason: why }),
    line(3, 'officer', step, ({ matter }) => ({
      mainVolume: pages(['filing', ...(isDecided ? ['decision', 'other-papers'] : []), 'evidence', ...(isHeard ? ['hearing-record'] : [])]),
      subVolume: pages(['source', ...(isReported ? ['report', 'review'] : []), ...(isHeard ? ['hearing-report'] : []), 'closing']), archiveNo: `档${matter.number}`,
    })),
  ]
}

/** From the first visit to a passed review, with the usual evidence. */
export const investigated = (items: readonly Facts[], more: Facts = {}, kind: 'case' | 'legal' = 'case'): readonly Line[] => [...told, evidence(2), concluded(6, items, more), ...reviewed(kind)]

/** A plain fine up to its publication. */
export const fined = (yuan: number, more: Facts = {}): readonly Line[] => [...investigated([fine(yuan)], more), ...notice(), decided([fine(yuan)]), ...served]

export const collective = (wait: Line['wait']): Line => line(wait, 'leader', 'discussCollectively', ({ on, cast }) => ({ collectiveOn: on, collectiveMembers: cast.leaders.map(({ id }) => id), collectiveMinutes: '经讨论，一致同意处理意见。' }))
