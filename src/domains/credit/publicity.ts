import { cite, formatCitation } from '../../kernel/citation.ts'
import { formatDate } from '../../kernel/calendar-date.ts'
import { definePublication, definePublicationEnding, definePublicationReturn } from '../../engines/publication/definition.ts'
import type { Publication, PublicationEnding, PublicationReturn } from '../../engines/publication/definition.ts'
import { GROUNDS } from './abnormal-operation/facts.ts'
import { abnormalOperation } from './abnormal-operation/procedure.ts'
import { REPAIR_KINDS } from './credit-repair/facts.ts'
import { creditRepair } from './credit-repair/procedure.ts'
import { exitPublicationEndings, exitPublications } from './exit-publicity.ts'
import { REPAIR_MEASURES_FROM } from './list-removal.ts'
import { basisOfAbnormalListing, basisOfTraderListing } from './listing-basis.ts'
import { howToRepair } from './repair-guidance.ts'
import { reorganisationRepair } from './reorganisation-repair/procedure.ts'
import { repairRevocation } from './repair-revocation/procedure.ts'
import { SERIOUS_GROUNDS, articleOfGround } from './serious-violation/grounds.ts'
import { seriousViolation } from './serious-violation/procedure.ts'
import { TRADER_GROUNDS } from './sole-trader-marking/facts.ts'
import { soleTraderMarking } from './sole-trader-marking/procedure.ts'

const abnormal = (article: string) => cite('abnormal-operation-list-measures', article)
const serious = (article: string) => cite('serious-violation-list-measures', article)
const trader = (article: string) => cite('sole-trader-annual-report-measures', article)
const repair = (article: string) => cite('credit-repair-measures', article)
const dayOf = (on: string | undefined): string | null => (on === undefined ? null : formatDate(on))
const authority = { label: '作出决定机关', redaction: 'public', value: ({ bureauName }: Readonly<{ bureauName: string | null }>) => bureauName } as const
const inWords = (basis: ReturnType<typeof repair>): string => formatCitation(basis)

/** The list of abnormal operation, as its article 5 prescribes the contents of a decision; what tells one entry from the next stands first, for lists show the first few. */
const abnormalList = definePublication(abnormalOperation, {
  kind: 'abnormal-list', name: '经营异常名录', about: '列入经营异常名录的企业和列入事由；移出后停止公示。', basis: abnormal('第五条'),
  on: { steps: ['decideListing', 'restoreListing'] }, made: 'at-once', title: ({ operator }) => `${operator}列入经营异常名录信息`,
  fields: {
    operator: { label: '企业名称', redaction: 'operator-name', value: ({ facts, matter }) => matter.subjectName ?? facts.enterpriseName ?? null },
    ground: { label: '列入事由', redaction: 'public', value: ({ facts }) => (facts.ground === undefined ? null : GROUNDS[facts.ground]) },
    listedOn: { label: '列入日期', redaction: 'public', value: ({ facts }) => dayOf(facts.listedOn) },
    authority,
    basis: { label: '列入依据', redaction: 'public', value: ({ facts }) => (facts.ground === undefined ? null : inWords(facts.repairRevocationNo === undefined ? basisOfAbnormalListing(facts.ground) : repair('第二十三条'))) },
    uscc: { label: '统一社会信用代码', redaction: 'public', value: ({ facts }) => facts.uscc ?? null },
    reportYear: { label: '未年报年度', redaction: 'public', value: ({ facts }) => (facts.reportYear === undefined ? null : `${facts.reportYear}年度`) },
  },
  appliesTo: ({ matter }) => matter.subjectEntityId !== undefined, term: () => 'standing', endsOnDeregistration: true, partyMay: (on) => howToRepair('abnormal-list', on),
})

const traderMark = definePublication(soleTraderMarking, {
  kind: 'sole-trader-mark', name: '个体工商户经营异常名录', about: '列入经营异常名录（2025年12月25日前为标记经营异常状态）的个体工商户和事由；移出后停止公示，未年报的公示至下一年度6月30日。', basis: trader('第十三条'),
  on: { steps: ['decideListing', 'restoreListing'] }, made: 'at-once', title: ({ operator, matter }) => `${operator}${matter.lawOn < REPAIR_MEASURES_FROM ? '经营异常状态标记' : '列入经营异常名录'}信息`,
  fields: {
    operator: { label: '名称', redaction: 'operator-name', value: ({ facts, matter }) => matter.subjectName ?? facts.traderName ?? null },
    ground: { label: '列入事由', redaction: 'public', value: ({ facts }) => (facts.traderGround === undefined ? null : TRADER_GROUNDS[facts.traderGround]) },
    listedOn: { label: '列入日期', redaction: 'public', value: ({ facts }) => dayOf(facts.listedOn) },
    authority,
    basis: { label: '列入依据', redaction: 'public', value: ({ facts }) => (facts.traderGround === undefined ? null : inWords(facts.repairRevocationNo === undefined ? basisOfTraderListing(facts.traderGround) : repair('第二十三条'))) },
    uscc: { label: '统一社会信用代码', redaction: 'public', value: ({ facts }) => facts.uscc ?? null },
    reportYear: { label: '未年报年度', redaction: 'public', value: ({ facts }) => (facts.reportYear === undefined ? null : `${facts.reportYear}年度`) },
  },
  // A missing report is shown to the end of the next reporting half-year; one listed later than that, until it leaves the list.
  appliesTo: ({ matter }) => matter.subjectEntityId !== undefined, endsOnDeregistration: true, partyMay: (on) => howToRepair('abnormal-list', on),
  term: ({ facts }) => (facts.shownUntilOn === undefined || (facts.listedOn ?? '') > facts.shownUntilOn ? 'standing' : { lastOn: facts.shownUntilOn }),
})

const seriousList = definePublication(seriousViolation, {
  kind: 'serious-list', name: '严重违法失信名单', about: '列入市场监督管理严重违法失信名单的当事人和违法行为；移出后停止公示。', basis: serious('第十四条'),
  on: { steps: ['recordPublication'] }, made: 'at-once', awaited: { on: { steps: ['decideListing', 'restoreListing'] }, within: 'serious.publish', fromFact: 'listedOn' },
  title: ({ operator }) => `${operator}列入严重违法失信名单信息`,
  fields: {
    operator: { label: '当事人', redaction: 'operator-name', value: ({ facts, matter }) => matter.subjectName ?? facts.partyName ?? null },
    ground: { label: '违法行为', redaction: 'public', value: ({ facts }) => (facts.seriousGround === undefined ? null : SERIOUS_GROUNDS[facts.seriousGround]) },
    listedOn: { label: '列入日期', redaction: 'public', value: ({ facts }) => dayOf(facts.listedOn) },
    authority,
    basis: { label: '列入依据', redaction: 'public', value: ({ facts }) => (facts.seriousGround === undefined ? null : inWords(facts.repairRevocationNo === undefined ? articleOfGround(facts.seriousGround) : repair('第二十三条'))) },
    uscc: { label: '统一社会信用代码', redaction: 'public', value: ({ facts, matter }) => (matter.subjectEntityId === undefined ? null : facts.uscc ?? null) },
    penaltyDecisionNo: { label: '行政处罚决定书文号', redaction: 'public', value: ({ facts }) => facts.penaltyDecisionNo ?? null },
  },
  // The procedure's own clock ends the listing, and with it the publication.
  term: () => 'standing', endsOnDeregistration: true, partyMay: (on) => howToRepair('serious-list', on),
})

const DECEIT = '在信用修复过程中故意隐瞒真实情况、弄虚作假'

/** A repair refused for deceit: the decision is public for three years and is not taken back early (Art 23). */
const refusedForDeceit = definePublication(creditRepair, {
  kind: 'repair-refusal', name: '不予信用修复决定', about: '因弄虚作假不予信用修复的决定；公示三年，不提前停止。', basis: repair('第二十三条'), on: { outcomes: ['refused'] }, made: 'at-once',
  title: ({ operator }) => `${operator}不予信用修复决定`, appliesTo: ({ facts }) => facts.refusalGround === 'deceived' && facts.shownUntilOn !== undefined,
  fields: {
    operator: { label: '申请人', redaction: 'operator-name', value: ({ facts, matter }) => matter.subjectName ?? facts.applicantName ?? null },
    uscc: { label: '统一社会信用代码', redaction: 'public', value: ({ facts, matter }) => (matter.subjectEntityId === undefined ? null : facts.uscc ?? null) },
    documentNo: { label: '决定书文号', redaction: 'public', value: ({ documentNo }) => documentNo('repair-refusal') },
    repairKind: { label: '申请修复的信息', redaction: 'public', value: ({ facts }) => (facts.repairKind === undefined ? null : REPAIR_KINDS[facts.repairKind]) },
    reason: { label: '不予修复事由', redaction: 'public', value: () => DECEIT },
    decidedOn: { label: '决定日期', redaction: 'public', value: ({ facts }) => dayOf(facts.decidedOn) },
    barredUntilOn: { label: '不得申请信用修复至', redaction: 'public', value: ({ facts }) => dayOf(facts.shownUntilOn) },
    authority,
  },
  term: () => ({ rules: ['credit-repair.false-application'] }),
})

const revokedRepair = definePublication(repairRevocation, {
  kind: 'repair-revocation', name: '撤销准予信用修复决定', about: '因弄虚作假撤销准予信用修复的决定；公示三年，不提前停止。', basis: repair('第二十三条'), on: { steps: ['revoke'] }, made: 'at-once',
  title: ({ operator }) => `${operator}撤销准予信用修复决定`,
  fields: {
    operator: { label: '当事人', redaction: 'operator-name', value: ({ facts, matter }) => matter.subjectName ?? facts.applicantName ?? null },
    uscc: { label: '统一社会信用代码', redaction: 'public', value: ({ facts, matter }) => (matter.subjectEntityId === undefined ? null : facts.uscc ?? null) },
    documentNo: { label: '决定书文号', redaction: 'public', value: ({ documentNo }) => documentNo('repair-revocation-decision') },
    repairKind: { label: '撤销修复的信息', redaction: 'public', value: ({ facts }) => (facts.repairKind === undefined ? null : REPAIR_KINDS[facts.repairKind]) },
    reason: { label: '撤销事由', redaction: 'public', value: () => DECEIT },
    decidedOn: { label: '决定日期', redaction: 'public', value: ({ facts }) => dayOf(facts.decidedOn) },
    barredUntilOn: { label: '不得申请信用修复至', redaction: 'public', value: ({ facts }) => dayOf(facts.barredUntilOn) },
    authority,
  },
  term: () => ({ rules: ['credit-repair.false-application'] }),
})

/** What rests while a plan of reorganisation or a settlement is carried out. */
const SHIELDED = ['penalty', 'inspection-result', 'abnormal-list', 'serious-list'] as const

export const creditPublications: readonly Publication[] = [abnormalList, traderMark, seriousList, refusedForDeceit, revokedRepair, ...exitPublications]

export const creditPublicationEndings: readonly PublicationEnding[] = [
  definePublicationEnding(abnormalOperation, { kinds: ['abnormal-list'], on: { outcomes: ['removed'] }, why: 'removed', cite: abnormal('第十条') }),
  definePublicationEnding(abnormalOperation, { kinds: ['abnormal-list'], on: { outcomes: ['corrected'] }, why: 'withdrawn', cite: abnormal('第十二条') }),
  definePublicationEnding(abnormalOperation, { kinds: ['abnormal-list'], on: { outcomes: ['transferred'] }, why: 'removed', cite: cite('enterprise-disclosure-regulation', '第十八条') }),
  definePublicationEnding(soleTraderMarking, { kinds: ['sole-trader-mark'], on: { outcomes: ['removed'] }, why: 'removed', cite: trader('第十六条') }),
  definePublicationEnding(soleTraderMarking, { kinds: ['sole-trader-mark'], on: { outcomes: ['corrected'] }, why: 'withdrawn', cite: trader('第十七条') }),
  definePublicationEnding(seriousViolation, { kinds: ['serious-list'], on: { steps: ['remove', 'removeAtEndOfTerm'] }, why: 'removed', cite: serious('第十八条') }),
  definePublicationEnding(seriousViolation, { kinds: ['serious-list'], on: { outcomes: ['revoked'] }, why: 'revoked', cite: serious('第十九条') }),
  // The penalty is gone from the public with the entry that rests on it; a lost licence and a stopped business have periods of their own (Art 13).
  definePublicationEnding(seriousViolation, {
    kinds: ['penalty'], on: { steps: ['remove', 'removeAtEndOfTerm'] }, why: 'removed', cite: repair('第十三条第三款'), appliesTo: ({ facts }) => (facts.removedOn ?? '') >= REPAIR_MEASURES_FROM && facts.heavierPenalty === 'heavy-fine',
    named: ({ facts }) => [...(facts.penaltyDecisionNo === undefined ? [] : [{ field: 'documentNo', value: facts.penaltyDecisionNo }]), ...(facts.penaltyCaseNo === undefined ? [] : [{ field: 'caseNo', value: facts.penaltyCaseNo }])],
  }),
  definePublicationEnding(creditRepair, {
    kinds: ['penalty'], on: { steps: ['grant'] }, why: 'repaired', cite: repair('第十七条'),
    named: ({ facts }) => (facts.repairKind === 'penalty' && facts.recordNo !== undefined ? ['documentNo', 'caseNo'].map((field) => ({ field, value: facts.recordNo ?? '' })) : []),
  }),
  definePublicationEnding(reorganisationRepair, { kinds: SHIELDED, on: { steps: ['ease'] }, why: 'shielded', cite: repair('第二十二条第一款'), isOfSubject: true }),
  ...exitPublicationEndings,
]

/** A repair obtained by deceit is undone: what it took from the public comes back for its whole period (Art 23). A plan decides what it shielded (Art 22). */
export const creditPublicationReturns: readonly PublicationReturn[] = [
  definePublicationReturn(repairRevocation, { kinds: ['penalty', 'inspection-result'], on: { steps: ['revoke'] }, cite: repair('第二十三条'), endedAs: 'repaired', endedBy: ({ facts }) => facts.repairNo ?? null, becomes: 'shown-anew' }),
  definePublicationReturn(reorganisationRepair, { kinds: SHIELDED, on: { outcomes: ['repaired'] }, cite: repair('第二十二条第二款'), endedAs: 'shielded', becomes: 'repaired' }),
  definePublicationReturn(reorganisationRepair, { kinds: SHIELDED, on: { outcomes: ['not-corrected', 'failed'] }, cite: repair('第二十二条第三款'), endedAs: 'shielded', becomes: 'shown-on' }),
]
