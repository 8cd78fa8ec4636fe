// What the desk reads and sends about people, sessions and the audit trail. Types only.
export type RoleGrantView = Readonly<{ id: string; role: string; roleName: string; offices: readonly string[]; towns: readonly string[]; grantedBy: string; grantedAt: string }>

/** GET /api/session — who is signed in; 401 otherwise. `csrf` goes into the header x-csrf-token of every write. */
export type SessionView = Readonly<{
  account: Readonly<{ id: string; login: string; name: string; officeId: string; officeName: string }>
  roles: readonly RoleGrantView[]; csrf: string; district: Readonly<{ code: string; name: string; shortName: string; synthetic: boolean }>
  mustChangePassword: boolean; mustEnrolSecondFactor: boolean; hasSecondFactor: boolean; idleTimeoutSeconds: number
  can: Readonly<{ intake: boolean; audit: boolean; accounts: boolean; roles: boolean; settings: boolean; imports: boolean; chase: boolean; seeConfidential: boolean }>
}>
/** POST /api/session {login, password, code?}; answers 200 SessionView, 401 RefusalView ('session.code-required' asks for the six digits; 'session.locked' names until when). DELETE /api/session signs out. */
export type SignIn = Readonly<{ login: string; password: string; code?: string }>
/** GET /api/session/setup — {isEmpty:true} on an installation without accounts; POST creates the first system, security and audit administrators (three different people). */
export type FirstAdministrators = Readonly<{ setupCode: string; districtCode: string; administrators: readonly Readonly<{ role: string; login: string; name: string; password: string }>[] }>

/** GET /api/accounts?q= ; POST /api/accounts ; POST /api/accounts/:id/{disable,enable,unlock,agree-to-reset,reset-password} ; POST /api/accounts/:id/grants ; DELETE /api/accounts/:id/grants/:grantId */
export type AccountView = Readonly<{
  id: string; login: string; name: string; officeId: string; officeName: string; isDisabled: boolean; isLocked: boolean; hasSecondFactor: boolean
  certificateNo: string | null; certificateUntil: string | null; legalQualificationNo: string | null; grants: readonly RoleGrantView[]; lastSeenAt: string | null; activeSessions: number
}>
/** GET /api/audit?type=&account=&from=&until=&subject=&after= */
export type AuditRow = Readonly<{ id: string; at: string; type: string; typeName: string; accountName: string; subject: string | null; detail: string; isSealed: boolean }>
/** GET /api/ledger — state of the ledger; POST /api/ledger/verify runs the proof. */
export type LedgerView = Readonly<{
  leaves: number; pending: number; hashName: string; seals: readonly Readonly<{ treeSize: number; root: string; sealedAt: string }>[]
}>
export type LedgerVerdict = Readonly<{ ok: boolean; leaves: number; root: string | null; faults: readonly Readonly<{ kind: 'edited' | 'deleted' | 'unsealed' | 'seal-broken' | 'added'; source: string; id: string; says: string }>[] }>
/** GET /api/offices, /api/towns, /api/colleagues (people who can be assigned) */
export type OfficeView = Readonly<{ id: string; name: string; kind: string; towns: readonly string[]; duties: readonly string[] }>
export type TownView = Readonly<{ code: string; name: string }>
export type Colleague = Readonly<{ id: string; name: string; officeId: string; officeName: string }>
/** GET /api/calendar ; POST /api/calendar (system administrator) loads a year. */
export type CalendarYearView = Readonly<{ year: number; source: string; isBuiltIn: boolean; daysOff: readonly string[]; workdays: readonly string[]; workingDayCount: number }>
/** GET /api/law — every legal value; unverified ones marked. */
export type LawValueView = Readonly<{
  id: string; name: string; instrument: string; instrumentTitle: string; article: string; value: number | null; unit: string; from: string; until: string | null; quotation: string; verified: boolean; checkedOn: string; note: string | null
}>
