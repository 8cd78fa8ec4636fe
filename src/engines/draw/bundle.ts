import { z } from 'zod'
import { isCalendarDate } from '../../kernel/calendar-date.ts'

export const BUNDLE_FORMAT = 'hengjian-draw/1'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
// A field of a label: the separator and line ends would let two things share one label.
const name = z.string().regex(/^[^|\p{Cc}\p{Cs}]{1,100}$/u)
const words = z.string().min(1).max(2000).refine((text) => text.isWellFormed() && text.trim() !== '')
const date = z.string().refine(isCalendarDate)
const instant = z.iso.datetime({ precision: 3 })
const count = z.int().min(0).max(100_000_000)
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()
const record = <T extends z.core.$ZodShape>(shape: T) => z.strictObject(shape).readonly()

const frozen = record({ size: count, hash: digest, root: digest })
const ratio = record({ numerator: count, denominator: count })

/** One object that may be drawn, as frozen. `conflicts` commits to the inspectors who may not inspect it. */
const frameRow = record({
  id: name, name: words, town: name.nullable(), stratum: name, stratumSource: words, expertise: name.nullable(),
  chances: z.int().min(1).max(100), lastDrawnOn: date.nullable(), conflicts: digest,
})

/** One inspector, as frozen. `availability` commits to whether the inspector is on leave in the time of the visits. */
const inspector = record({
  id: name, town: name.nullable(), department: name, expertise: list(name), certifiedFrom: date, certifiedTo: date, availability: digest,
})

const stratum = record({ id: name, name: words, ratio, minimum: count, population: count, eligible: count, size: count })

/** Objects of these strata last drawn on `drawnFrom` or later are left out. */
const exclusion = record({ strata: list(name), drawnFrom: date, reason: words })

const relaxation = z.enum(['quota', 'same-town', 'expertise'])

const team = record({
  slots: list(record({ needsExpertise: z.boolean(), department: name.nullable() })),
  quota: count, bansSameTown: z.boolean(), visitsFrom: date, visitsTo: date, relaxations: list(relaxation),
})

const source = record({
  id: name, name: words, issue: words, publishedFrom: instant, isTyped: z.boolean(), fallback: words,
  parts: list(record({ name: words, form: z.enum(['set', 'sequence', 'hex']), count })),
})

const announcement = record({
  drawId: name, series: name, number: z.int().min(1), title: words, item: name, announcedAt: instant,
  earlier: list(record({ number: z.int().min(1), drawId: name, status: z.enum(['drawn', 'void', 'open']), reason: words.nullable() })),
  rulebook: record({ version: name, hash: digest }),
  chain: record({ length: z.int().min(2).max(10_000), last: digest }),
  frame: frozen, inspectors: frozen, strata: list(stratum), exclusions: list(exclusion), team: team.nullable(), sources: list(source),
})

const publishedValue = record({
  source: name, issue: words, readAt: instant, evidence: words, enteredBy: list(name), fallbackReason: words.nullable(), parts: list(list(z.string().regex(/^[0-9a-fA-F]{1,256}$/))),
})

/** Open slots no choice of inspectors can fill: positions in the order of the assignment, and rows of the inspector list. */
const cut = record({ slots: list(count), inspectors: list(count) })

const verdict = z.enum(['taken', 'recusal', 'unavailable', 'certificate', 'department', 'same-team', 'same-town', 'expertise', 'quota', 'others-left-short'])

const assignment = record({
  /** How many of the announced relaxations were taken; each level before it carries its cut. */
  relaxed: count, failed: list(cut), isComplete: z.boolean(), order: list(name),
  steps: list(record({ task: name, slot: count, tried: list(record({ inspector: name, verdict, cut: cut.nullable() })) })),
  teams: list(record({ task: name, inspectors: list(name.nullable()) })),
})

const cause = record({
  decidedAt: instant, decidedBy: name,
  withdrawn: list(record({ entity: name, reason: words })),
  unavailable: list(record({ inspector: name, reason: words })),
  recused: list(record({ entity: name, inspector: name, reason: words })),
})

const round = record({
  round: z.int().min(1), code: digest, key: digest, cause: cause.nullable(),
  drawn: list(record({ entity: name, ticket: digest, replaces: name.nullable() })),
  conflicts: list(record({ entity: name, salt: digest, inspectors: list(name) })),
  assignment: assignment.nullable(),
})

/** Everything a citizen needs to compute one draw again. */
export const bundleSchema = record({
  format: z.literal(BUNDLE_FORMAT),
  rulebook: record({ version: name, text: z.string().refine((text) => text.isWellFormed()) }),
  announcement, frame: list(frameRow), inspectors: list(inspector),
  availability: list(record({ inspector: name, salt: digest, isAvailable: z.boolean() })),
  randomness: record({ values: list(publishedValue), canonical: z.string() }).nullable(),
  rounds: list(round),
  outcome: z.discriminatedUnion('status', [record({ status: z.enum(['open', 'drawn']) }), record({ status: z.literal('void'), reason: words, decidedAt: instant, decidedBy: name })]),
})

export type Bundle = z.infer<typeof bundleSchema>
export type Announcement = Bundle['announcement']
export type FrameRow = Bundle['frame'][number]
export type Inspector = Bundle['inspectors'][number]
export type Team = NonNullable<Announcement['team']>
export type Relaxation = Team['relaxations'][number]
export type Stratum = Announcement['strata'][number]
export type PublishedValue = NonNullable<Bundle['randomness']>['values'][number]
export type Round = Bundle['rounds'][number]
export type RoundCause = NonNullable<Round['cause']>
export type DrawnEntity = Round['drawn'][number]
export type OpenedConflicts = Round['conflicts'][number]
export type Assignment = NonNullable<Round['assignment']>
export type Verdict = z.infer<typeof verdict>
export type Cut = z.infer<typeof cut>
