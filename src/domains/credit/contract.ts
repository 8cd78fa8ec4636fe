// What the desk reads and sends about the screening of dormant entities. Types only.

export type ScreenedRow = Readonly<{
  id: string; name: string; uscc: string | null; kindName: string; townName: string | null; reasons: readonly Readonly<{ id: string; name: string; basis: string }>[]
  yearsMissing: readonly number[]; revokedOn: string | null
  /** The clearing matter that is open for it already. */
  matter: Readonly<{ id: string; number: string }> | null
}>
/** GET /api/credit/screening?on= */
export type Screening = Readonly<{ on: string; rows: readonly ScreenedRow[]; criteria: readonly Readonly<{ id: string; name: string; basis: string; count: number }>[] }>

/** POST /api/credit/screening/open {on, entityIds} — a clearing matter for each entity, with a result per row. */
export type ScreeningOpened = Readonly<{ results: readonly Readonly<{ id: string; ok: boolean; says: string; matterId: string | null }>[] }>

/** An application for credit repair as an enterprise sends it through the portal. The person to ask stays in `contact`; it is never written into an event. */
export type RepairApplication = Readonly<{
  id: string
  kind: 'repair'
  applicant: Readonly<{ name: string; uscc: string; entityId?: string; address?: string }>
  contact: Readonly<{ name: string; phone: string; email?: string }>
  repairKind: string
  /** Number of the decision on the penalty or on the listing. */
  recordNo?: string
  /** What was performed and mended. */
  content: string
  /** Papers that come with the form; the form itself is the application, its commitment the promise. */
  papers: readonly ('identity' | 'performance')[]
  hasPromised: boolean
}>
