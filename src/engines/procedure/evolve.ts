import type { ClockState, Matter, MatterEvent } from './matter.ts'

const replaceClock = (clocks: readonly ClockState[], next: ClockState): readonly ClockState[] =>
  clocks.map((clock) => (clock.kind === next.kind && clock.occurrence === next.occurrence ? next : clock))

/** Folds one event into a matter. The first event of a matter is `opened`; pure, total. */
export function evolve(matter: Matter | null, event: MatterEvent): Matter {
  if (event.type === 'opened') return { ...event.matter, clocks: [], steps: [], recused: [], version: 1 }
  if (matter === null) throw new Error(`the first event of a matter must be 'opened', not '${event.type}'`)
  return { ...fold(matter, event), version: matter.version + 1 }
}

function fold(matter: Matter, event: Exclude<MatterEvent, { type: 'opened' }>): Matter {
  switch (event.type) {
    case 'step-taken': return {
      ...matter,
      state: event.to,
      facts: { ...matter.facts, ...event.input, ...event.computed },
      steps: [...matter.steps, { step: event.step, at: event.at, actorId: event.actorId, actorName: event.actorName }],
    }
    case 'clock-started': return { ...matter, clocks: [...matter.clocks, event.clock] }
    case 'clock-changed': return { ...matter, clocks: replaceClock(matter.clocks, event.clock) }
    case 'clock-stopped': return {
      ...matter,
      clocks: matter.clocks.map((clock) => (clock.kind === event.kind && clock.occurrence === event.occurrence
        ? { ...clock, status: 'stopped' as const, stoppedAt: event.stoppedAt, isMet: event.isMet }
        : clock)),
    }
    case 'closed': return { ...matter, closedAt: event.at, outcome: event.outcome }
    case 'assigned': return { ...matter, assigneeId: event.to }
    case 'handed-over': {
      const { assigneeId: _left, ...rest } = matter
      return { ...rest, officeId: event.officeId, ...(event.townCode === undefined ? {} : { townCode: event.townCode }) }
    }
    case 'recused': return { ...matter, recused: [...matter.recused, event.accountId] }
    case 'corrected': return { ...matter, facts: { ...matter.facts, [event.field]: event.after } }
    case 'subject-identified': return { ...matter, subjectEntityId: event.entityId, subjectName: event.name }
    case 'noted':
    case 'attached':
    case 'linked':
    case 'chased':
    case 'message-sent':
    case 'document-issued':
    case 'document-withdrawn':
    case 'proposed':
    case 'proposal-returned':
    case 'proposal-approved': return matter
  }
}

/** Folds a whole history, oldest first. */
export function replay(events: readonly MatterEvent[]): Matter {
  let matter: Matter | null = null
  for (const event of events) matter = evolve(matter, event)
  if (matter === null) throw new Error('a history cannot be empty')
  return matter
}
