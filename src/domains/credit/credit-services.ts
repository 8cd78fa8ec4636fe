import type { HandServices } from '../../engines/procedure/open-by-hand.ts'

/** What the credit domain needs besides the procedure engine. */
export type CreditServices = HandServices
