import { useEffect, useRef } from 'react'
import { STEP_NAMES } from './draft.ts'
import type { Fault } from './check-draft.ts'
import { controlId } from './FormField.tsx'

/** All faults on top of the step; takes the focus when they appear, each leads to its field. */
export function FaultSummary({ faults, step, goTo }: Readonly<{ faults: readonly Fault[]; step: number; goTo: (step: number) => void }>) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (faults.length > 0) box.current?.focus()
  }, [faults])
  if (faults.length === 0) return null
  return (
    <div className="fault-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="fault-summary-title">
      <h2 id="fault-summary-title">还有{faults.length}处需要补充或更正</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field}${fault.says}`}>
            {fault.step === step
              ? <a href={`#${controlId(fault.field)}`} onClick={(event) => { event.preventDefault(); document.getElementById(controlId(fault.field))?.focus() }}>{fault.says}</a>
              : <button type="button" className="link-button" onClick={() => { goTo(fault.step) }}>第{fault.step}步“{STEP_NAMES[fault.step - 1]}”：{fault.says}</button>}
          </li>
        ))}
      </ul>
    </div>
  )
}
