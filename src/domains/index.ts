import type { AnyProcedure } from '../engines/procedure/definition.ts'
import type { DocumentTemplate } from '../engines/procedure/document.ts'
import type { HandOpenings } from '../engines/procedure/open-by-hand.ts'
import { consumerDocuments, consumerProcedures } from './consumer/index.ts'
import { creditDocuments, creditProcedures } from './credit/index.ts'
import { enforcementDocuments, enforcementProcedures } from './enforcement/index.ts'
import { inspectionDocuments, inspectionProcedures, refuseDrawnByHand } from './inspection/index.ts'

/** Every procedure of the bureau. Adding one is a line here. */
export const procedures: readonly AnyProcedure[] = [...consumerProcedures, ...inspectionProcedures, ...creditProcedures, ...enforcementProcedures]

/** Every document that the procedures issue. */
export const documentTemplates: readonly DocumentTemplate[] = [...consumerDocuments, ...inspectionDocuments, ...creditDocuments, ...enforcementDocuments]

export const procedureById: ReadonlyMap<string, AnyProcedure> = new Map(procedures.map((procedure) => [procedure.id, procedure]))

const ANY = (): null => null

/** What officers open by hand; complaints, reports and work orders come in through their own intake, cases from leads, measures from cases. */
export const handOpenings: HandOpenings = new Map([
  ['inspection', refuseDrawnByHand], ['lead', ANY], ['simple-case', ANY], ['crime-transfer', ANY], ['appeal-response', ANY], ['file-review', ANY], ...creditProcedures.map(({ id }) => [id, ANY] as const),
])
