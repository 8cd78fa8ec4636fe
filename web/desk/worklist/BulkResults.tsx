import type { ReactNode } from 'react'
import type { BulkResult, WorklistRow } from '../../../src/engines/procedure/contract.ts'

/** What became of each chosen matter. */
export function BulkResults({ rows, result }: Readonly<{ rows: readonly WorklistRow[]; result: BulkResult }>): ReactNode {
  const failed = result.results.filter(one => !one.ok)
  return (
    <>
      <p><output>成功 {result.results.length - failed.length} 件，未成 {failed.length} 件。</output></p>
      <ul className="bulk-results">
        {result.results.map((one) => {
          const row = rows.find(candidate => candidate.id === one.id)
          return <li key={one.id} className={one.ok ? 'is-done' : 'is-refused'}><strong>{one.ok ? '已办' : '未办'}</strong> {row?.number ?? one.id} {row?.title}{one.says === null ? '' : `：${one.says}`}</li>
        })}
      </ul>
    </>
  )
}
