import { useEffect, useRef } from 'react'
import { stepName } from './draft.ts'
import type { FormKind } from './draft.ts'
import type { Fault } from './check-draft.ts'
import { controlId } from './FormField.tsx'

type FaultSummaryProps = Readonly<{ faults: readonly Fault[]; checkedAt: string; kind: FormKind; step: number; goTo: (step: number) => void }>

/** All faults on top of the step; takes the focus after each check, not while they are mended. Each leads to its field. */
export function FaultSummary({ faults, checkedAt, kind, step, goTo }: FaultSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (checkedAt !== '') box.current?.focus()
  }, [checkedAt])
  if (faults.length === 0) return null
  return (
    <div className="fault-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="fault-summary-title">
      <h2 id="fault-summary-title">还有{faults.length}处需要补充或更正</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field}${fault.says}`}>
            {fault.step === step
              ? <a href={`#${controlId(fault.field)}`} onClick={(event) => { event.preventDefault(); document.getElementById(controlId(fault.field))?.focus() }}>{fault.says}</a>
              : <button type="button" className="link-button" onClick={() => { goTo(fault.step) }}>第{fault.step}步“{stepName(kind, fault.step)}”：{fault.says}</button>}
          </li>
        ))}
      </ul>
    </div>
  )
}
