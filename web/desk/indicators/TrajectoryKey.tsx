import type { ReactNode } from 'react'
import type { Trajectory } from './trajectory-option.ts'

/** Which line is which, for the lines that are drawn. */
export function TrajectoryKey({ trajectory: { required, forecast, low, target } }: Readonly<{ trajectory: Trajectory }>): ReactNode {
  const hasForecast = forecast.some(value => value !== null)
  return (
    <p className="trajectory-key">
      <Line kind="actual">实际</Line>
      {target === null ? null : <Line kind="target">目标</Line>}
      {required.some(value => value !== null && value !== target) ? <Line kind="required">应达路径</Line> : null}
      {hasForecast ? <Line kind="forecast">外推</Line> : null}
      {hasForecast && low.some(value => value !== null) ? <span><span className="key-band" />95%预测区间</span> : null}
    </p>
  )
}

function Line({ kind, children }: Readonly<{ kind: 'actual' | 'target' | 'required' | 'forecast'; children: string }>): ReactNode {
  return <span><svg className={`key-line key-${kind}`} width="28" height="8" aria-hidden="true"><line x1="0" x2="28" y1="4" y2="4" /></svg>{children}</span>
}
