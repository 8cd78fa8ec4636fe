// What the desk reads about cases beyond the single matter. Types only.

/** GET /api/enforcement/no-penalty?from&until — decisions of the ordinary procedure made in the period, and those without a penalty by ground. */
export type NoPenaltyStatistics = Readonly<{
  from: string
  until: string
  grounds: readonly Readonly<{ id: string; name: string }>[]
  offices: readonly Readonly<{ officeId: string; officeName: string; decided: number; exempted: number; byGround: Readonly<Record<string, number>> }>[]
}>

/** GET /api/enforcement/closed-files?from&until — the rows that a review of files freezes as its list. */
export type ClosedFiles = Readonly<{ from: string; until: string; files: readonly Readonly<{ caseNumber: string; officeName: string; closedOn: string; handlers: readonly string[] }>[] }>
