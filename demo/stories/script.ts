import { dateInShanghai, epochOf, instantFromEpoch } from '../../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../../src/kernel/calendar-date.ts'
import type { RelatedMatter } from '../../src/engines/procedure/definition.ts'
import type { Facts, Matter } from '../../src/engines/procedure/matter.ts'
import type { Actor } from '../../src/engines/procedure/role.ts'
import type { Course, Deed } from '../deed.ts'
import type { Desk } from '../desk.ts'
import { handlersFor } from '../lead-course.ts'
import { dueOf, officeMoment } from '../office-time.ts'

/** Who takes part in a told course. */
export type Cast = Readonly<{ officer: Actor; other: Actor; head: Actor; leader: Actor; leaders: readonly Actor[]; host: Actor; reviewer: Actor; intake: Actor }>
type Part = Exclude<keyof Cast, 'leaders'>

/** What a form may depend on: the day, the people, the matter as it stands, and those linked with it. */
export type Scene = Readonly<{ on: CalendarDate; now: number; cast: Cast; matter: Matter; desk: Desk; related: readonly RelatedMatter[] }>

/**
 * How long until the next deed: working days (0 is later the same day), days, minutes, or until a limit has passed, a day of the matter has
 * come, or a linked matter has got somewhere.
 */
export type Wait = number | Readonly<{ days: number } | { minutes: number } | { past: string; by?: number } | { onDay: (matter: Matter) => CalendarDate } | { until: (related: readonly RelatedMatter[]) => boolean; days?: number }>

export type Line = Readonly<{
  wait: Wait; by: Part
  input: Facts | ((scene: Scene) => Facts)
  does: Readonly<{ do: 'step'; step: string; child?: readonly Line[] | undefined }> | Readonly<{ do: 'propose'; step: string }> | Readonly<{ do: 'approve' | 'return'; step: string; comment: string }>
}>

/** One line of a told course: after how long, who, which step, what the form says; `child` is the life of the matter that the step opens. */
export function line(wait: Wait, by: Part, step: string, input: Line['input'] = {}, child?: readonly Line[]): Line {
  return { wait, by, input, does: { do: 'step', step, child } }
}

/** A step prepared for approval, and what its approver says. */
export function prepared(wait: Wait, by: Part, step: string, input: Line['input'] = {}): Line {
  return { wait, by, input, does: { do: 'propose', step } }
}

export function judged(wait: Wait, by: Part, step: string, verdict: 'approve' | 'return', comment: string): Line {
  return { wait, by, input: {}, does: { do: verdict, step, comment } }
}

/** Plays the lines one after the other; ends early, and leaves the matter open, where a limit cannot be told. */
export function scripted(lines: readonly Line[]): (desk: Desk, opened: Matter) => Course {
  return function* play(desk, opened) {
    let [matter, at] = [opened, epochOf(opened.openedAt)]
    const cast = castOf(desk, opened, dayOf(at))
    if (cast === null) return
    const revisions = new Map<string, number>()
    for (const told of lines) {
      const next = momentAfter(desk, matter, { at, wait: told.wait })
      if (next === null) return
      matter = yield deedOf(desk, matter, { told, at: next, cast, revisions })
      at = Math.max(next, epochOf(matter.steps.at(-1)?.at ?? matter.openedAt))
    }
  }
}

type Turn = Readonly<{ told: Line; at: number; cast: Cast; revisions: Map<string, number> }>

function deedOf(desk: Desk, matter: Matter, { told: { wait, by, input, does }, at, cast, revisions }: Turn): Deed {
  const actor = cast[by]
  const inputAt = (moment: number, related: readonly RelatedMatter[]): Facts => (typeof input === 'function' ? input({ on: dayOf(moment), now: moment, cast, matter, desk, related }) : input)
  switch (does.do) {
    case 'step': {
      const { child, step } = does
      const course = child === undefined ? {} : { child: (opened: Matter) => scripted(child)(desk, opened) }
      if (typeof wait === 'object' && 'until' in wait) {
        return { do: 'follow', at, by: actor, step, isReady: wait.until, later: (from) => officeMoment(desk.world.calendar, desk.chance, from, 1), input: (related, moment) => inputAt(moment, related), ...course }
      }
      return { do: 'step', at, by: actor, step, input: inputAt(at, []), ...course }
    }
    case 'propose': {
      const revision = (revisions.get(does.step) ?? 0) + 1
      revisions.set(does.step, revision)
      return { do: 'propose', at, by: actor, step: does.step, revision, input: inputAt(at, []) }
    }
    case 'approve':
    case 'return': return { do: 'judge', at, by: actor, step: does.step, revision: revisions.get(does.step) ?? 0, verdict: does.do, comment: does.comment }
  }
}

/** Milliseconds since 1970; null where the end of a limit cannot be told yet. */
function momentAfter({ world: { calendar }, chance }: Desk, matter: Matter, { at, wait }: Readonly<{ at: number; wait: Wait }>): number | null {
  if (typeof wait === 'number') return officeMoment(calendar, chance, at, wait)
  if ('minutes' in wait) return at + wait.minutes * 60_000
  if ('until' in wait) return officeMoment(calendar, chance, at, wait.days ?? 1)
  if ('onDay' in wait) return Math.max(at + 600_000, officeMoment(calendar, chance, epochOf(`${wait.onDay(matter)}T00:30:00.000Z`), 0))
  if ('days' in wait) return officeMoment(calendar, chance, at + wait.days * 86_400_000, 0)
  const due = dueOf(matter, wait.past)
  return due?.status === 'determined' ? officeMoment(calendar, chance, Math.max(at, epochOf(due.dueAt) + 600_000), wait.by ?? 1) : null
}

/** Everybody a told course may need; null where the office or the district lacks one of them. */
export function castOf(desk: Desk, matter: Pick<Matter, 'officeId' | 'recused'>, on: CalendarDate): Cast | null {
  const { staff } = desk.world
  const [officer, other] = handlersFor(desk, matter, on)
  const [host, reviewer] = staff.legalReviewers
  if (officer === undefined || other === undefined || host === undefined || reviewer === undefined || staff.leaders.length < 2) return null
  return { officer, other, head: desk.headOf(matter), leader: desk.leader, leaders: staff.leaders, host, reviewer, intake: desk.intake }
}

export const dayOf = (at: number): CalendarDate => dateInShanghai(instantFromEpoch(at))
/** A form with today's date in these fields. */
export const dated = (fields: readonly string[], rest: Facts = {}) => ({ on }: Scene): Facts => ({ ...Object.fromEntries(fields.map((field) => [field, on])), ...rest })
