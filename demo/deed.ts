import type { District } from '../src/engines/register/district.ts'
import type { Act } from '../src/engines/procedure/acts.ts'
import type { ChildOpening, RelatedMatter } from '../src/engines/procedure/definition.ts'
import type { AttachmentNote, Facts, Matter } from '../src/engines/procedure/matter.ts'
import type { PartyEntry } from '../src/engines/procedure/open-matter.ts'
import type { Actor } from '../src/engines/procedure/role.ts'
import type { WorkingCalendar } from '../src/kernel/working-calendar.ts'
import type { Chance } from './chance.ts'
import type { Register } from './entity-at.ts'
import type { Staff } from './officers.ts'

/** What somebody does with a matter, and when (milliseconds since 1970). */
export type Deed = Readonly<{ at: number; by: Actor }> & Readonly<
  | { do: 'step'; step: string; input: Facts; child?: ChildCourse }
  /** A step that rests on what another matter comes to: put off until it is ready. */
  | { do: 'follow'; step: string; isReady: (related: readonly RelatedMatter[]) => boolean; later: (at: number) => number; input: (related: readonly RelatedMatter[], at: number) => Facts; child?: ChildCourse }
  /** Prepares a step for the approval of somebody else; approves it, or gives it back. */
  | { do: 'propose'; step: string; revision: number; input: Facts }
  | { do: 'judge'; step: string; revision: number; verdict: 'approve' | 'return'; comment: string }
  | { do: 'act'; act: Act }
  /** Takes a file into the matter, as the phone sends it or an officer uploads it. */
  | { do: 'attach'; attachment: AttachmentNote }
  /** Opens a matter that stands by itself, such as the application for repair of what this one published. */
  | { do: 'open'; start: Start }
  /** Opens the other half of mixed material and links the two. */
  | { do: 'split'; start: Start; reason: string }>

/** The life of the matter that a step opens, where it is not the usual one. */
type ChildCourse = (opened: Matter) => Course

/** A matter's life: yields the next deed, receives the matter after it. One that ends early leaves the matter open. */
export type Course = Generator<Deed, void, Matter>

/** A matter to be opened at a moment. */
export type Start = Readonly<{
  at: number; by: Actor; procedure: string; title: string; channel: string; officeId: string; townCode: string | undefined; assigneeId?: string | undefined
  subjectEntityId: string | undefined; subjectName: string | undefined; receivedAt: number; facts: Facts; parties: readonly PartyEntry[]; isChild?: boolean; chance: Chance
  /** The first step, taken with the opening. */
  takes?: ChildOpening['takes']
  course: (opened: Matter) => Course
}>

/** A closed penalty case as a review of files lists it. */
export type ClosedFile = Readonly<{ caseNumber: string; officeName: string; closedOn: string; handlers: readonly string[] }>

/** What all courses know. */
export type World = Readonly<{
  register: Register
  seed: number
  entities: number
  district: District
  staff: Staff
  calendar: WorkingCalendar
  /** The first moment that is not generated: midnight of today in China. */
  endAt: number
  /** The station that is late more often than the others. */
  slowOffice: string
  /** An earlier complaint about the same firm within thirty days. */
  recentComplaint: (entityId: string, opened: Matter) => Readonly<{ id: string; number: string }> | null
  /** Number of an open report about the same firm, from which a repeated one differs in nothing new. */
  earlierReport: (entityId: string, opened: Matter) => string | null
  /** Penalty cases closed so far, in the order of their closing. */
  closedFiles: ClosedFile[]
  /** The course of a matter that a step opens beside its own. */
  childCourse: (child: ChildOpening, parent: Matter, chance: Chance) => (opened: Matter) => Course
}>
