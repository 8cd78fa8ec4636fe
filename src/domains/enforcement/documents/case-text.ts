import { formatDate, isCalendarDate } from '../../../kernel/calendar-date.ts'
import { formatCitation } from '../../../kernel/citation.ts'
import { limitOn } from '../../../kernel/law-book.ts'
import type { RuleId } from '../../../kernel/law-book.ts'
import { formatYuan } from '../../../kernel/money.ts'
import { moneyInCapitals } from '../../../kernel/money-in-capitals.ts'
import { formatPeriod } from '../../../kernel/period.ts'
import { contactOf } from '../../../engines/procedure/document.ts'
import type { DocumentBlock, DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import type { FactsOf } from '../../../engines/procedure/facts.ts'
import type { facts } from '../penalty-case/facts.ts'
import { PENALTY_KINDS } from '../penalty-kinds.ts'
import type { PenaltyItem } from '../penalty-kinds.ts'

export type CaseFacts = FactsOf<typeof facts>

export const caseFacts = ({ facts: known }: DocumentContext): CaseFacts => known

export const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text })
export const heading = (text: string): DocumentBlock => ({ kind: 'heading', text })

/** Without a full stop the sentence that follows would run on. */
export function asSentence(text: string): string {
  return text === '' || /[。！？；.!?]$/u.test(text) ? text : `${text}。`
}

/** A table without the rows whose value is not known. */
export function particulars(rows: readonly (readonly [string, string | undefined])[]): DocumentBlock {
  return { kind: 'table', rows: rows.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }])) }
}

export function dateText(on: string | undefined): string {
  return on !== undefined && isCalendarDate(on) ? formatDate(on) : ''
}

export function amountText(fen: number | undefined): string {
  return fen === undefined ? '' : formatYuan(fen)
}

/** '50,000元（大写：人民币伍万元整）', as a decision says what is to be paid. */
export function payableText(fen: number | undefined): string {
  return fen === undefined ? '' : `${formatYuan(fen)}（大写：${moneyInCapitals(fen)}）`
}

/** 姓名（执法证号） of the account holders named. */
export function officersText(context: DocumentContext, ids: readonly string[] | undefined): string {
  return (ids ?? []).flatMap((id) => {
    const person = context.people?.get(id)
    return person === undefined ? [] : [person.certificate === null ? person.name : `${person.name}（执法证号 ${person.certificate.no}）`]
  }).join('、')
}

export function partyOf(context: DocumentContext): string {
  return caseFacts(context).partyName ?? context.matter.subjectName ?? '当事人'
}

export function partyBlock(context: DocumentContext): DocumentBlock {
  const { partyUscc, partyAddress } = caseFacts(context)
  return particulars([['当事人', partyOf(context)], ['统一社会信用代码', partyUscc], ['住所（地址）', partyAddress]])
}

/** '（一）警告；（二）罚款5,000元。'; with capital numerals where the paper is the notice or the decision. */
export function penaltiesText(items: readonly PenaltyItem[] | undefined, money: (fen: number | undefined) => string = amountText): readonly string[] {
  return (items ?? []).map((item, index, all) => `${ordinal(index)}${penaltyText(item, money)}${index === all.length - 1 ? '。' : '；'}`)
}

function penaltyText(item: PenaltyItem, money: (fen: number | undefined) => string): string {
  const kind = item.kind === undefined ? '' : PENALTY_KINDS[item.kind]
  const amount = money(item.amountInFen)
  const content = (item.content ?? '').trim().replace(/[。；，.;,]+$/u, '')
  if (content === '' || content === kind || (amount !== '' && isAmountAlone(content, kind))) return `${kind}${amount}`
  // What already says its kind stands as it was written; of goods the amount is their value.
  if (content.startsWith(kind.slice(0, 2))) return `${content}${item.kind === 'confiscate-goods' && amount !== '' ? `（货值${amountText(item.amountInFen)}）` : ''}`
  return `${kind}${amount}：${content}`
}

/** '罚款人民币5000元' says no more than kind and amount do. */
const isAmountAlone = (content: string, kind: string): boolean => content.startsWith(kind) && /^(?:人民币)?[\d,，.]+万?元(?:整)?$/u.test(content.slice(kind.length))

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十'] as const

export const ordinal = (index: number): string => `（${ORDINALS[index] ?? String(index + 1)}）`

/** Where the law of the penalty is named, each once. */
export function penaltyBases(items: readonly PenaltyItem[] | undefined): string {
  return [...new Set((items ?? []).flatMap(({ basis }) => basis ?? []))].join('、')
}

/** The length of a limit in the law of the matter's day; empty where it has none. */
export function periodText({ matter }: DocumentContext, rule: RuleId): string {
  const limit = limitOn(rule, matter.lawOn)
  return limit === null ? '' : formatPeriod(limit.period)
}

/** 《…》第…条 that gives the limit. */
export function basisText({ matter }: DocumentContext, rule: RuleId): string {
  const limit = limitOn(rule, matter.lawOn)
  return limit === null ? '' : formatCitation(limit.cite)
}

/** Ways and periods of appeal (penalty procedure provisions, Art 62, item 6). */
export function remedies(context: DocumentContext): string {
  const area = context.bureauName.replace(/市场监督管理局$/u, '')
  return `如不服本决定，可以在收到本决定书之日起${periodText(context, 'reconsideration.application')}内依法向${area}人民政府申请行政复议，也可以在${periodText(context, 'penalty.litigation')}内依法向有管辖权的人民法院提起行政诉讼。申请行政复议或者提起行政诉讼期间，行政处罚不停止执行，法律另有规定的除外。`
}

type Form = Readonly<{ id: string; title: string; series: string; blocks: (context: DocumentContext) => readonly DocumentBlock[]; isNeeded?: (known: CaseFacts) => boolean } & Pick<DocumentTemplate, 'filed' | 'pageSigners'>>

/** A paper that stays in the internal volume: approvals, reports, reviews. */
export function internalForm({ id, title, series, blocks, isNeeded, filed, pageSigners }: Form): DocumentTemplate {
  return { ...(pageSigners === undefined ? {} : { pageSigners }), id, title, series, audience: 'internal', layout: 'form', isRecord: true, addressee: () => '', blocks, ...(filed === undefined ? {} : { filed }), ...(isNeeded === undefined ? {} : { isNeeded }) }
}

/** A record or receipt that the party signs. */
export function partyForm(form: Form): DocumentTemplate {
  return { ...internalForm(form), audience: 'respondent' }
}

/** A letter to the party; `approvedBy` where its content must be approved before the number is given. */
export function partyLetter({ id, title, series, blocks, isNeeded, approvedBy, filed }: Form & Pick<DocumentTemplate, 'approvedBy'>): DocumentTemplate {
  return { id, title, series, audience: 'respondent', layout: 'official-letter', addressee: partyOf, blocks, ...(filed === undefined ? {} : { filed }), ...(isNeeded === undefined ? {} : { isNeeded }), ...(approvedBy === undefined ? {} : { approvedBy }) }
}

/** Whom the party of a case may ask: the person it is assigned to, else who investigates it. */
export function caseContact(context: DocumentContext): string {
  const names = context.matter.assigneeId !== undefined ? [] : (caseFacts(context).handlers ?? []).flatMap((id) => context.people?.get(id)?.name ?? [])
  return names.length === 0 ? contactOf(context) : `联系人：${names.join('、')}（${context.officeName}）。`
}

export const APPROVED_BY_LEADER = ['bureau-leader'] as const
