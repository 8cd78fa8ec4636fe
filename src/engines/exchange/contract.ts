// What the desk reads and sends about imports and exports. Types only.
export type RowFault = Readonly<{ row: number; column: string; value: string; says: string }>

export type ColumnMatch = Readonly<{ column: string; field: string | null; label: string | null }>

/** GET /api/imports/kinds */
export type ImportKind = Readonly<{ kind: string; name: string; fields: readonly Readonly<{ key: string; label: string; aliases: readonly string[]; isRequired: boolean; help: string }>[] }>

/** POST /api/imports/:kind?dryRun=true (multipart 'file') answers 202 {runId}; GET /api/imports/runs/:id */
export type ImportRun = Readonly<{
  id: string; kind: string; kindName: string; fileName: string; isDryRun: boolean; status: 'running' | 'finished' | 'failed'
  total: number; created: number; updated: number; unchanged: number; failed: number
  columns: readonly ColumnMatch[]; faults: readonly RowFault[]; faultCount: number; says: string | null
  hasAnnotatedCopy: boolean; startedAt: string; finishedAt: string | null; accountName: string
}>
/** GET /api/imports/runs/:id/annotated — the file again with a column 错误原因. GET /api/imports/:kind/template?format=xlsx|csv. GET /api/exports/:list?format=xlsx|csv&…the list's filters. */
