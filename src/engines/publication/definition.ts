import type { CalendarDate } from '../../kernel/calendar-date.ts'
import type { Citation } from '../../kernel/citation.ts'
import type { RuleId } from '../../kernel/law-book.ts'
import type { Procedure } from '../procedure/definition.ts'
import type { FactFields, FactsOf } from '../procedure/facts.ts'
import type { Matter } from '../procedure/matter.ts'

/**
 * How a field is made fit for the public. `public`: from a closed list, the public register, a date or a number.
 * `operator-name`: the registered name; of a natural person the family name. `person-name`: the family name only.
 * `area`: an address without house and room. `text`: free text, refused while it holds personal data. `masked-text`: free text
 * in which personal data is replaced by rule, where a step publishes and nobody can word it anew.
 */
export type Redaction = 'public' | 'operator-name' | 'person-name' | 'area' | 'text' | 'masked-text'

export type PublicationContext<F extends FactFields = FactFields> = Readonly<{
  matter: Matter
  facts: FactsOf<F>
  /** The subject as the public may read it; empty where the matter names none. */
  operator: string
  /** Number of the document of the matter made from a template; null where none stands. */
  documentNo(template: string): string | null
  /** The organ that made the decision; null where it was not asked for. */
  bureauName: string | null
}>

export type PublishedField<F extends FactFields = FactFields> = Readonly<{
  label: string
  redaction: Redaction
  /** What the public file of fields says of it; the label where absent. */
  meaning?: string
  /** Null leaves the field out. */
  value(context: PublicationContext<F>): string | null
}>

/** What happened to a matter: one of these steps was taken, or it closed with one of these outcomes. */
export type Trigger<K extends string = string> = Readonly<{ steps?: readonly K[]; outcomes?: readonly string[] }>

/** How long the public sees it: the longest of the rules' periods and not before a date; to a day that the law names; until something ends it; not at all. */
export type Term = Readonly<{ rules: readonly RuleId[]; notBefore?: CalendarDate }> | Readonly<{ lastOn: CalendarDate }> | 'standing' | 'never'

/** Why a publication ended, in the closed list that the public is told. */
export const END_KINDS = {
  'period-over': '公示期届满',
  'repaired': '当事人已完成信用修复',
  'changed': '原决定已依法变更',
  'revoked': '原决定已依法撤销',
  'unlawful': '原决定已依法确认违法',
  'void': '原决定已依法确认无效',
  'removed': '当事人已移出名录或者名单',
  'deregistered': '当事人已依法注销',
  'withdrawn': '公示内容不准确，已撤回',
  'terminated': '公告的程序已终止',
  'registration-restored': '公司登记已恢复',
  'shielded': '重整计划或者和解协议执行期间暂时停止公示',
} as const satisfies Readonly<Record<string, string>>

export type EndKind = keyof typeof END_KINDS

/**
 * What lasts as long as others: while one of these kinds is public, of a matter that grew out of its own, it is public too, and it ends
 * with the last of them. Those whose term is no longer than the lighter rules count for nothing.
 */
export type Lasting = Readonly<{ kinds: readonly string[]; lighter: readonly RuleId[] }>

export type PublicationDeclaration<K extends string = string, F extends FactFields = FactFields> = Readonly<{
  kind: string
  /** Official name of the kind. */
  name: string
  /** One sentence for the reader. */
  about: string
  basis: Citation
  on: Trigger<K>
  /** At once within the step; or by an officer who has looked at it first, within a limit that counts from the day in a fact, else from the trigger. */
  made: 'at-once' | Readonly<{ byOfficerWithin: RuleId; fromFact?: keyof F & string }>
  /** What a step publishes may be looked at beforehand and shows its day: the event from which it is awaited. */
  awaited?: Readonly<{ on: Trigger<K>; within: RuleId; fromFact?: keyof F & string }>
  /** False where the law or the matter gives nothing to publish. */
  appliesTo?(context: PublicationContext<F>): boolean
  title(context: PublicationContext<F>): string
  fields: Readonly<Record<string, PublishedField<F>>>
  /** The law asked is that of the day of publication: the period begins on it. */
  term(context: PublicationContext<F>): Term
  /** Others that lengthen it where it has a period of its own. */
  lastsWith?: Lasting
  /** Names of people in the facts, beside the parties, that must not appear. */
  people?(context: PublicationContext<F>): readonly string[]
  /** What the party may do about it, in plain words with the article, under the law of a day. */
  partyMay?(on: CalendarDate): string | null
  /** The publication stops when the register shows its subject deregistered. */
  endsOnDeregistration?: boolean
}>

/** A declaration bound to its procedure, as the engine sees it. */
export type Publication = PublicationDeclaration & Readonly<{ procedure: string }>

/** What ends publications: an event of their own matter, or of another that names it. */
export type EndingDeclaration<K extends string = string, F extends FactFields = FactFields> = Readonly<{
  /** Kinds of publication that it ends. */
  kinds: readonly string[]
  on: Trigger<K>
  why: EndKind
  cite: Citation
  appliesTo?(context: PublicationContext<F>): boolean
  /** Fields and values by any of which publications of other matters are found; those of its own matter where absent. */
  named?(context: PublicationContext<F>): readonly Readonly<{ field: string; value: string }>[]
  /** Every one about the same entity, whichever matter made it. */
  isOfSubject?: boolean
}>

/**
 * What becomes of publications that an event of some matter ended: they come back, for their whole period anew or for what is left
 * of it, or their end gets another reason.
 */
export type ReturnDeclaration<K extends string = string, F extends FactFields = FactFields> = Readonly<{
  kinds: readonly string[]
  on: Trigger<K>
  cite: Citation
  appliesTo?(context: PublicationContext<F>): boolean
  /** The reason of the end that is looked for. */
  endedAs: EndKind
  /** Number of the matter whose event ended them; its own where absent. */
  endedBy?(context: PublicationContext<F>): string | null
  becomes: 'shown-anew' | 'shown-on' | EndKind
}>

export type PublicationReturn = ReturnDeclaration & Readonly<{ procedure: string }>

export type PublicationEnding = EndingDeclaration & Readonly<{ procedure: string }>

/** What this installation publishes and what ends it. */
export type PublicationCatalogue = Readonly<{
  publications: readonly Publication[]
  endings: readonly PublicationEnding[]
  returns?: readonly PublicationReturn[]
  /** Kinds whose rows others write: plans and draws, by name; `page` is where the portal shows one. */
  announcements: readonly Readonly<{ kind: string; name: string; about: string; basis?: Citation; page?(row: Readonly<{ id: string; title: string; extract: unknown }>): string | null }>[]
  /** Files for other systems, in their layout. */
  layouts: readonly ExportLayout[]
}>

/** A kind of publication in the columns another system prescribes. A column without a value stays empty. */
export type ExportLayout = Readonly<{
  id: string; name: string; kind: string
  columns: readonly Readonly<{ header: string; value(row: LayoutRow): string | null }>[]
}>
export type LayoutRow = Readonly<{
  id: string; title: string; matterNumber: string; uscc: string | null; isPerson: boolean; publishedOn: CalendarDate; untilOn: CalendarDate | null; bureauName: string
  /** In the words the public is told; null while it is public. */
  ended: string | null
  field(key: string): string | null
}>

/** Declares what of a procedure's matters the public sees. A misspelt step or fact does not compile; an outcome is checked at once. */
export function definePublication<S extends string, K extends string, R extends string, F extends FactFields>(
  procedure: Procedure<S, K, R, F>, declaration: PublicationDeclaration<NoInfer<K>, NoInfer<F>>,
): Publication {
  assertOutcomes(procedure, declaration.on, declaration.kind)
  return { ...declaration, procedure: procedure.id }
}

/** Declares what ends publications. */
export function definePublicationEnding<S extends string, K extends string, R extends string, F extends FactFields>(
  procedure: Procedure<S, K, R, F>, declaration: EndingDeclaration<NoInfer<K>, NoInfer<F>>,
): PublicationEnding {
  assertOutcomes(procedure, declaration.on, declaration.kinds.join('/'))
  return { ...declaration, procedure: procedure.id }
}

/** Declares what of the ended publications comes back, and when. */
export function definePublicationReturn<S extends string, K extends string, R extends string, F extends FactFields>(
  procedure: Procedure<S, K, R, F>, declaration: ReturnDeclaration<NoInfer<K>, NoInfer<F>>,
): PublicationReturn {
  assertOutcomes(procedure, declaration.on, declaration.kinds.join('/'))
  return { ...declaration, procedure: procedure.id }
}

function assertOutcomes(procedure: Readonly<{ id: string; outcomes: Readonly<Record<string, string>> }>, { outcomes = [] }: Trigger, name: string): void {
  const unknown = outcomes.find((outcome) => !Object.hasOwn(procedure.outcomes, outcome))
  if (unknown !== undefined) throw new Error(`publication ${name}: procedure ${procedure.id} has no outcome ${unknown}`)
}
