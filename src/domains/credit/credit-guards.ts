import type { Guard } from '../../engines/procedure/definition.ts'
import type { FactFields } from '../../engines/procedure/facts.ts'
import { creditProcedures } from './credit-procedures.ts'

/** Every precondition of this domain with the procedure that holds it; one that several steps share stands once. */
export const creditGuards: readonly Readonly<{ procedure: string; guard: Guard<FactFields> }>[] = creditProcedures.flatMap(({ id, steps }) =>
  [...new Set(Object.values(steps).flatMap((step) => step.guards ?? []))].map((guard) => ({ procedure: id, guard })))
