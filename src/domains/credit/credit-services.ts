import type { ProcedureServices } from '../../engines/procedure/services.ts'

/** What the credit domain needs besides the procedure engine. */
export type CreditServices = ProcedureServices & Readonly<{ servedDistrict: () => Readonly<{ code: string; synthetic: boolean }> }>
