import { cite } from '../../kernel/citation.ts'
import { formatDate } from '../../kernel/calendar-date.ts'
import { definePublication, definePublicationEnding } from '../../engines/publication/definition.ts'
import type { Publication, PublicationEnding } from '../../engines/publication/definition.ts'
import { GROUNDS } from './abnormal-operation/facts.ts'
import { abnormalOperation } from './abnormal-operation/procedure.ts'
import { creditRepair } from './credit-repair/procedure.ts'
import { SERIOUS_GROUNDS } from './serious-violation/grounds.ts'
import { seriousViolation } from './serious-violation/procedure.ts'
import { TRADER_GROUNDS } from './sole-trader-marking/facts.ts'
import { soleTraderMarking } from './sole-trader-marking/procedure.ts'

const abnormal = (article: string) => cite('abnormal-operation-list-measures', article)
const serious = (article: string) => cite('serious-violation-list-measures', article)
const trader = (article: string) => cite('sole-trader-annual-report-measures', article)
const dayOf = (on: string | undefined): string | null => (on === undefined ? null : formatDate(on))

/** The list of abnormal operation, as its article 5 prescribes the contents of a decision. */
const abnormalList = definePublication(abnormalOperation, {
  kind: 'abnormal-list', name: '经营异常名录', about: '列入经营异常名录的企业和列入事由；移出后停止公示。', basis: abnormal('第五条'),
  on: { steps: ['decideListing', 'restoreListing'] }, made: 'at-once', title: ({ operator }) => `${operator}列入经营异常名录信息`,
  fields: {
    operator: { label: '企业名称', redaction: 'operator-name', value: ({ facts, matter }) => matter.subjectName ?? facts.enterpriseName ?? null },
    uscc: { label: '统一社会信用代码', redaction: 'public', value: ({ facts }) => facts.uscc ?? null },
    ground: { label: '列入事由', redaction: 'public', value: ({ facts }) => (facts.ground === undefined ? null : GROUNDS[facts.ground]) },
    reportYear: { label: '未年报年度', redaction: 'public', value: ({ facts }) => (facts.reportYear === undefined ? null : `${facts.reportYear}年度`) },
    listedOn: { label: '列入日期', redaction: 'public', value: ({ facts }) => dayOf(facts.listedOn) },
  },
  appliesTo: ({ matter }) => matter.subjectEntityId !== undefined, term: () => 'standing', endsOnDeregistration: true,
})

const traderMark = definePublication(soleTraderMarking, {
  kind: 'sole-trader-mark', name: '个体工商户经营异常状态', about: '标记为经营异常状态的个体工商户和事由；恢复正常后停止公示。', basis: trader('第十三条'),
  on: { steps: ['decideListing', 'restoreListing'] }, made: 'at-once', title: ({ operator }) => `${operator}经营异常状态标记信息`,
  fields: {
    operator: { label: '名称', redaction: 'operator-name', value: ({ facts, matter }) => matter.subjectName ?? facts.traderName ?? null },
    uscc: { label: '统一社会信用代码', redaction: 'public', value: ({ facts }) => facts.uscc ?? null },
    ground: { label: '标记事由', redaction: 'public', value: ({ facts }) => (facts.traderGround === undefined ? null : TRADER_GROUNDS[facts.traderGround]) },
    listedOn: { label: '标记日期', redaction: 'public', value: ({ facts }) => dayOf(facts.listedOn) },
  },
  appliesTo: ({ matter }) => matter.subjectEntityId !== undefined, term: () => 'standing', endsOnDeregistration: true,
})

const seriousList = definePublication(seriousViolation, {
  kind: 'serious-list', name: '严重违法失信名单', about: '列入市场监督管理严重违法失信名单的当事人和违法行为；移出后停止公示。', basis: serious('第十四条'),
  on: { steps: ['recordPublication'] }, made: 'at-once', awaited: { on: { steps: ['decideListing', 'restoreListing'] }, within: 'serious.publish', fromFact: 'listedOn' },
  title: ({ operator }) => `${operator}列入严重违法失信名单信息`,
  fields: {
    operator: { label: '当事人', redaction: 'operator-name', value: ({ facts, matter }) => matter.subjectName ?? facts.partyName ?? null },
    uscc: { label: '统一社会信用代码', redaction: 'public', value: ({ facts, matter }) => (matter.subjectEntityId === undefined ? null : facts.uscc ?? null) },
    ground: { label: '违法行为', redaction: 'public', value: ({ facts }) => (facts.seriousGround === undefined ? null : SERIOUS_GROUNDS[facts.seriousGround]) },
    penaltyDecisionNo: { label: '行政处罚决定书文号', redaction: 'public', value: ({ facts }) => facts.penaltyDecisionNo ?? null },
    listedOn: { label: '列入日期', redaction: 'public', value: ({ facts }) => dayOf(facts.listedOn) },
  },
  // The procedure's own clock ends the listing, and with it the publication.
  term: () => 'standing', endsOnDeregistration: true,
})

export const creditPublications: readonly Publication[] = [abnormalList, traderMark, seriousList]

export const creditPublicationEndings: readonly PublicationEnding[] = [
  definePublicationEnding(abnormalOperation, { kinds: ['abnormal-list'], on: { outcomes: ['removed'] }, why: 'removed', cite: abnormal('第十条') }),
  definePublicationEnding(abnormalOperation, { kinds: ['abnormal-list'], on: { outcomes: ['corrected'] }, why: 'withdrawn', cite: abnormal('第十二条') }),
  definePublicationEnding(abnormalOperation, { kinds: ['abnormal-list'], on: { outcomes: ['transferred'] }, why: 'removed', cite: cite('enterprise-disclosure-regulation', '第十八条') }),
  definePublicationEnding(soleTraderMarking, { kinds: ['sole-trader-mark'], on: { outcomes: ['removed'] }, why: 'removed', cite: trader('第十六条') }),
  definePublicationEnding(soleTraderMarking, { kinds: ['sole-trader-mark'], on: { outcomes: ['corrected'] }, why: 'withdrawn', cite: trader('第十六条') }),
  definePublicationEnding(seriousViolation, { kinds: ['serious-list'], on: { steps: ['remove', 'removeAtEndOfTerm'] }, why: 'removed', cite: serious('第十八条') }),
  definePublicationEnding(seriousViolation, { kinds: ['serious-list'], on: { outcomes: ['revoked'] }, why: 'revoked', cite: serious('第十九条') }),
  definePublicationEnding(creditRepair, {
    kinds: ['penalty'], on: { steps: ['grant'] }, why: 'repaired', cite: cite('credit-repair-measures', '第十七条'),
    named: ({ facts }) => (facts.repairKind === 'penalty' && facts.recordNo !== undefined ? ['documentNo', 'caseNo'].map((field) => ({ field, value: facts.recordNo ?? '' })) : []),
  }),
]
