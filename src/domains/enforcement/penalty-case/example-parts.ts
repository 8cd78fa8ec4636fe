import type { ExampleStep } from '../../../engines/procedure/example.ts'
import type { FactsOf } from '../../../engines/procedure/facts.ts'
import type { facts } from './facts.ts'
import type { penaltyCase } from './procedure.ts'

export type CaseInput = FactsOf<typeof facts>
export type CaseTold = ExampleStep<keyof typeof penaltyCase.steps, CaseInput>

export const HANDLER = 'officer-a'
export const OTHER = 'officer-b'
export const HOST = 'host-c'
export const REVIEWER = 'reviewer-d'

const officer = { by: 'case-officer', person: HANDLER } as const
const leader = { by: 'bureau-leader' } as const

export const opened = {
  source: 'inspection', sourceNo: '线索〔2026〕8号', content: '检查中发现货架上有三盒超过保质期的糕点。', suspectedActs: '经营超过保质期的食品', partyName: '示例食品店', filingReason: '涉嫌经营超过保质期的食品。',
  handlers: [HANDLER, OTHER],
} as const satisfies CaseInput

export const fine = (yuan: number) => ({ kind: 'fine', amountInFen: yuan * 100, content: `罚款${yuan}元`, basis: '《中华人民共和国食品安全法》第一百二十四条' }) as const
export const warning = { kind: 'warning', content: '警告', basis: '《中华人民共和国食品安全法》第一百二十六条' } as const
export const goodsTaken = (yuan: number) => ({ kind: 'confiscate-goods', amountInFen: yuan * 100, content: '没收超过保质期的糕点', basis: '《中华人民共和国食品安全法》第一百二十四条' }) as const

export const tellRights = (at: string): CaseTold => ({ step: 'tellRights', at, ...officer, input: { rightsToldOn: at.slice(0, 10), rightsToldNote: '出示执法证件，告知陈述、申辩和申请回避的权利。' } })

export const evidenceRow = { kind: 'scene-record', name: '现场笔录', provenance: '现场检查制作', obtainedOn: '2026-03-02', form: 'original', isSigned: true } as const

export const addEvidence = (at: string): CaseTold => ({ step: 'addEvidence', at, ...officer, input: { collectors: [HANDLER, OTHER], evidenceAdded: [{ ...evidenceRow, obtainedOn: at.slice(0, 10) }] } })

export const concluded = (items: NonNullable<CaseInput['proposedItems']>) => ({
  partyKind: 'sole-trader', illegalFacts: '当事人经营超过保质期的糕点三盒，货值金额90元。', violatedLaw: '《中华人民共和国食品安全法》第三十四条', proposal: 'penalty', majorCase: ['none'], proposedItems: items,
  discretionBasis: '数量少，首次违法，配合调查。', discretionFactors: [{ factor: '货值金额', finding: '90元' }, { factor: '配合情况', finding: '如实说明来源' }],
}) as const satisfies CaseInput

export const conclude = (at: string, items: NonNullable<CaseInput['proposedItems']>, more: CaseInput = {}): CaseTold => ({ step: 'concludeInvestigation', at, ...officer, input: { ...concluded(items), ...more } })

export const submit = (at: string, reviewKind: 'case' | 'legal' = 'case'): CaseTold => ({ step: 'submitForReview', at, ...officer, input: { reviewKind } })

export const allPoints = ['jurisdiction', 'party', 'facts', 'nature', 'law', 'procedure', 'fitness'] as const

export const agree = (at: string): CaseTold => ({ step: 'approveReview', at, by: 'legal-reviewer', person: REVIEWER, input: { reviewPoints: allPoints, reviewOpinion: '事实清楚、证据充分，同意处理意见。', isFirstLegalReview: true } })

export const approveNotice = (at: string, offersHearing = false): CaseTold => ({ step: 'approveNotice', at, ...leader, input: { offersHearing } })

export const serveNotice = (at: string, servedOn: string): CaseTold => ({ step: 'recordNoticeService', at, ...officer, input: { serviceMethod: 'direct', servedOn, receiptNo: '送达回证1号' } })

export const silence = (at: string): CaseTold => ({ step: 'endStatementPeriod', at, by: 'machine' })

export const decide = (at: string, items: NonNullable<CaseInput['decidedItems']>): CaseTold => ({ step: 'decidePenalty', at, ...leader, input: { decidedItems: items, decisionReason: '当事人违法事实清楚，综合裁量。' } })

export const serveDecision = (at: string, servedOn: string): CaseTold => ({ step: 'recordDecisionService', at, ...officer, input: { serviceMethod: 'direct', servedOn, receiptNo: '送达回证2号', isPublicityTold: true } })

export const publish = (at: string): CaseTold => ({ step: 'publishDecision', at, ...officer, input: { publishedOn: at.slice(0, 10), publicationPlace: '国家企业信用信息公示系统' } })

export const push = (at: string): CaseTold => ({ step: 'pushDecision', at, ...officer, input: { pushedOn: at.slice(0, 10), homeBureau: '外省示例市市场监督管理局' } })

export const payAll = (at: string, paidUpOn: string, yuan: number): CaseTold => ({ step: 'recordFullPayment', at, ...officer, input: { paidUpOn, paymentsAdded: [{ amountInFen: yuan * 100, paidOn: paidUpOn, receiptNo: '票据1号' }] } })

export const confirm = (at: string, executedOn: string): CaseTold => ({ step: 'confirmExecution', at, ...officer, input: { executedOn, isOtherDutyPerformed: true } })

export const close = (at: string): CaseTold => ({ step: 'approveClosing', at, ...leader, input: { closingReason: '处理决定已经执行完毕。' } })

type Archive = Extract<CaseTold['step'], `archive${string}`>

/** The volumes of a case that came as far as a decision; the pages of each paper follow one another. */
export const volumes = (papers: Readonly<{ isHeard?: boolean; isDecided?: boolean; isReported?: boolean }>) => {
  const { isHeard = false, isDecided = true, isReported = true } = papers
  const main = ['filing', ...(isDecided ? ['decision', 'other-papers'] as const : []), 'evidence', ...(isHeard ? ['hearing-record'] as const : [])] as const
  const sub = ['source', ...(isReported ? ['report', 'review'] as const : []), ...(isHeard ? ['hearing-report'] as const : []), 'closing'] as const
  return {
    mainVolume: main.map((kind, index) => ({ kind, title: `正卷材料${index + 1}`, firstPage: 2 * index + 1, lastPage: 2 * index + 2 })),
    subVolume: sub.map((kind, index) => ({ kind, title: `副卷材料${index + 1}`, firstPage: 2 * index + 1, lastPage: 2 * index + 2 })), archiveNo: '2026-处罚-8',
  }
}

export const archive = (at: string, step: Archive, papers: Parameters<typeof volumes>[0] = {}): CaseTold => ({ step, at, ...officer, input: volumes(papers) })

/** From filing to a passed review, all on the given days. */
export const untilReviewed = (items: NonNullable<CaseInput['proposedItems']>, days: Readonly<{ told: string; concluded: string; reviewed: string }>, more: CaseInput = {}, kind: 'case' | 'legal' = 'case'): readonly CaseTold[] => [
  tellRights(`${days.told} 09:00`), addEvidence(`${days.told} 10:00`), conclude(`${days.concluded} 09:00`, items, more), submit(`${days.concluded} 16:00`, kind), agree(`${days.reviewed} 10:00`),
]

/** The same course, with the steps at these places refused. */
export const refusing = (course: readonly CaseTold[], refusals: Readonly<Record<number, string>>): readonly CaseTold[] =>
  course.map((told, index) => (refusals[index] === undefined ? told : { ...told, refused: refusals[index] }))
