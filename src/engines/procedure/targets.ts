import type { AnyProcedure, AnyStep } from './definition.ts'

/** The states a step may lead to from `from`; going back leads to every state from which one gets there. */
export function targetsFrom(procedure: AnyProcedure, step: AnyStep, from: string): readonly string[] {
  switch (step.to) {
    case 'same': return [from]
    case 'before': return [...new Set(Object.values(procedure.steps).filter(({ to }) => to === from).flatMap((entering) => entering.from))]
    default: return [step.to]
  }
}
