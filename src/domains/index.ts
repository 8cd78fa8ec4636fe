import type { AnyProcedure } from '../engines/procedure/definition.ts'
import { consumerProcedures } from './consumer/index.ts'

/** Every procedure of the bureau. Adding one is a line here. */
export const procedures: readonly AnyProcedure[] = [...consumerProcedures]

export const procedureById: ReadonlyMap<string, AnyProcedure> = new Map(procedures.map((procedure) => [procedure.id, procedure]))
