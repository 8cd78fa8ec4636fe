import { formatDate } from '../../kernel/calendar-date.ts'
import { cite } from '../../kernel/citation.ts'
import type { RuleId } from '../../kernel/law-book.ts'
import { LAW_IN_FORCE } from '../../engines/procedure/services.ts'
import { definePublication, definePublicationEnding } from '../../engines/publication/definition.ts'
import type { PublicationEnding, Term } from '../../engines/publication/definition.ts'
import { howToRepair } from '../credit/index.ts'
import { PENALTY_KINDS } from './penalty-kinds.ts'
import type { PenaltyItem, PenaltyKind } from './penalty-kinds.ts'
import type { PUBLICITY_CLASSES } from './penalty-case/choices.ts'
import { penaltyCase } from './penalty-case/procedure.ts'

const disclosure = (article: string) => cite('penalty-disclosure-provisions', article)

const LIGHT: readonly PenaltyKind[] = ['warning', 'criticism', 'fine']
const RULE_OF_KIND: Readonly<Partial<Record<PenaltyKind, RuleId>>> = {
  'downgrade': 'disclosure.revocation', 'revoke-licence': 'disclosure.revocation', 'close-business': 'disclosure.revocation',
  'restrict-operation': 'disclosure.serious-maximum', 'suspend-business': 'disclosure.serious-maximum', 'restrict-employment': 'disclosure.serious-maximum',
}
const RULE_OF_CLASS: Readonly<Record<keyof typeof PUBLICITY_CLASSES, RuleId>> = {
  'minor': 'disclosure.minor', 'general': 'disclosure.general-maximum', 'serious-field': 'disclosure.serious-maximum', 'restriction': 'disclosure.serious-maximum', 'revocation': 'disclosure.revocation',
}

type Said = Readonly<{ publicityClass?: keyof typeof PUBLICITY_CLASSES | undefined; restrictionEndsOn?: string | undefined; partyKind?: string | undefined; publishedOn?: string | undefined }>

/**
 * How long a penalty is public (provisions, Art 2 and 13 to 15). A warning alone never is; criticism alone is minor; the class the officer
 * named counts beside what the kinds themselves demand, and the longest period holds. Without a class it is general. A fine above
 * the amount that the law of the day calls low is never minor.
 */
export function penaltyTerm(items: readonly PenaltyItem[], said: Said): Term {
  const kinds = items.flatMap(({ kind }) => kind ?? [])
  if (kinds.every((kind) => kind === 'warning')) return 'never'
  const isOnlyCriticism = kinds.every((kind) => kind === 'warning' || kind === 'criticism')
  const mayBeMinor = kinds.every((kind) => LIGHT.includes(kind)) && isLowFine(items, said)
  const named = said.publicityClass === 'minor' && !mayBeMinor ? 'general' : said.publicityClass ?? (isOnlyCriticism ? 'minor' : 'general')
  const rules = [RULE_OF_CLASS[named], ...kinds.flatMap((kind) => RULE_OF_KIND[kind] ?? [])]
  return { rules: [...new Set(rules)], ...(said.restrictionEndsOn === undefined ? {} : { notBefore: said.restrictionEndsOn }) }
}

/** Whether all fines together stay within the amount for an operator or for a person held responsible; true where the law of the day names none. */
function isLowFine(items: readonly PenaltyItem[], { partyKind, publishedOn }: Said): boolean {
  const rule = partyKind === 'natural-person' ? 'disclosure.minor-fine-person' : 'disclosure.minor-fine-operator'
  const limit = publishedOn === undefined ? null : LAW_IN_FORCE.valueOn(rule, publishedOn)
  return limit === null || items.reduce((sum, { kind, amountInFen }) => sum + (kind === 'fine' ? amountInFen ?? 0 : 0), 0) <= limit * 100
}

/** 罚款5000元；没收违法所得1200.50元 */
export function penaltyWords(items: readonly PenaltyItem[]): string {
  return items.map(({ kind, amountInFen, content }) => {
    const name = kind === undefined ? '' : PENALTY_KINDS[kind]
    return content ?? `${name}${amountInFen === undefined ? '' : `${(amountInFen / 100).toFixed(2).replace(/\.00$/u, '')}元`}`
  }).join('；')
}

/** The summary of a decision under the ordinary procedure, with the facts found, people in them masked by rule (Art 4 and 6). */
export const penaltyPublicity = definePublication(penaltyCase, {
  kind: 'penalty', name: '行政处罚信息', about: '适用普通程序作出的行政处罚决定摘要；公示期届满、信用修复或者决定被撤销后停止公示。', basis: disclosure('第二条'),
  on: { steps: ['publishDecision'] }, made: 'at-once', awaited: { on: { steps: ['decidePenalty'] }, within: 'disclosure.publish', fromFact: 'decidedOn' },
  title: ({ operator }) => `${operator}行政处罚信息`,
  people: ({ facts, matter }) => [...(facts.partyName === undefined || (matter.subjectEntityId !== undefined && facts.partyName === matter.subjectName) ? [] : [facts.partyName]), ...(facts.thirdParties ?? []).flatMap(({ name }) => name ?? [])],
  fields: {
    documentNo: { label: '行政处罚决定书文号', redaction: 'public', value: ({ documentNo }) => documentNo('penalty-decision') },
    caseNo: { label: '案件编号', redaction: 'public', value: ({ matter }) => matter.number },
    operator: { label: '当事人', redaction: 'operator-name', value: ({ matter, facts }) => matter.subjectName ?? facts.partyName ?? null, meaning: '登记名称；自然人只留姓氏' },
    uscc: { label: '统一社会信用代码', redaction: 'public', value: ({ matter, facts }) => (matter.subjectEntityId === undefined ? null : facts.partyUscc ?? null) },
    actKind: { label: '违法行为类型', redaction: 'masked-text', value: ({ facts }) => facts.suspectedActs ?? null },
    illegalFacts: { label: '违法事实', redaction: 'masked-text', value: ({ facts }) => facts.illegalFacts ?? null },
    violatedLaw: { label: '违反的规定', redaction: 'masked-text', value: ({ facts }) => facts.violatedLaw ?? null },
    penalty: { label: '处罚内容', redaction: 'masked-text', value: ({ facts }) => penaltyWords(facts.decidedItems ?? []) },
    penaltyKinds: { label: '处罚种类', redaction: 'public', value: ({ facts }) => [...new Set((facts.decidedItems ?? []).flatMap(({ kind }) => (kind === undefined ? [] : [PENALTY_KINDS[kind]])))].join('、') },
    basis: { label: '处罚依据', redaction: 'masked-text', value: ({ facts }) => [...new Set((facts.decidedItems ?? []).flatMap(({ basis }) => basis ?? []))].join('；') },
    fine: { label: '罚款（元）', redaction: 'public', value: ({ facts }) => yuanOf(facts.decidedItems ?? [], 'fine') },
    confiscated: { label: '没收违法所得（元）', redaction: 'public', value: ({ facts }) => yuanOf(facts.decidedItems ?? [], 'confiscate-gains') },
    decidedOn: { label: '决定日期', redaction: 'public', value: ({ facts }) => (facts.decidedOn === undefined ? null : formatDate(facts.decidedOn)) },
    authority: { label: '作出决定机关', redaction: 'public', value: ({ bureauName }) => bureauName },
  },
  // Of a party registered in another province the bureau there makes it public (Art 10).
  appliesTo: ({ facts }) => facts.decidedItems !== undefined && facts.homeBureau === undefined,
  term: ({ facts }) => penaltyTerm(facts.decidedItems ?? [], facts),
  partyMay: (on) => howToRepair('penalty', on),
  endsOnDeregistration: true,
})

export const penaltyPublicationEndings: readonly PublicationEnding[] = [
  definePublicationEnding(penaltyCase, { kinds: ['penalty'], on: { steps: ['revokeDecision'] }, why: 'revoked', cite: disclosure('第十一条') }),
  definePublicationEnding(penaltyCase, { kinds: ['penalty'], on: { steps: ['recordAppealResult'] }, why: 'revoked', cite: disclosure('第十一条'), appliesTo: ({ facts }) => facts.appealResult === 'annulled' }),
  definePublicationEnding(penaltyCase, { kinds: ['penalty'], on: { steps: ['recordAppealResult'] }, why: 'changed', cite: disclosure('第十一条'), appliesTo: ({ facts }) => facts.appealResult === 'changed' }),
  definePublicationEnding(penaltyCase, { kinds: ['penalty'], on: { steps: ['changeDecision'] }, why: 'changed', cite: disclosure('第十一条') }),
  definePublicationEnding(penaltyCase, { kinds: ['penalty'], on: { steps: ['correctDecision'] }, why: 'withdrawn', cite: disclosure('第十二条') }),
]

function yuanOf(items: readonly PenaltyItem[], of: PenaltyKind): string | null {
  const fen = items.reduce((sum, { kind, amountInFen }) => sum + (kind === of ? amountInFen ?? 0 : 0), 0)
  return fen === 0 ? null : (fen / 100).toFixed(2).replace(/\.00$/u, '')
}
