import type { ReactNode } from 'react'

/** A share done, as a bar and a number; `expected` marks where time stands. */
export function ProgressBar({ percent, expected }: Readonly<{ percent: number; expected?: number }>): ReactNode {
  return (
    <span className="progress-cell">
      <span className="progress-bar" aria-hidden="true">
        <span className="progress-done" style={{ width: `${percent}%` }} />
        {expected === undefined ? null : <span className="progress-expected" style={{ left: `${expected}%` }} />}
      </span>
      <span>{percent}%</span>
    </span>
  )
}
