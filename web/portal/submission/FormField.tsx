import type { ReactNode } from 'react'
import type { Draft } from './draft.ts'
import type { Fault } from './check-draft.ts'

export type Change = (part: Partial<Draft>) => void
export type StepProps = Readonly<{ draft: Draft; change: Change; faults: readonly Fault[] }>

type FieldFrame = Readonly<{ field: string; label: string; hint?: string; isOptional?: boolean; faults: readonly Readonly<{ field: string; says: string }>[] }>

/** The id of a field's control, which the list of faults links to. */
export function controlId(field: string): string {
  return `field-${field}`
}

/** Label, hint and fault around one native control. */
function Frame({ field, label, hint, isOptional, faults, children }: FieldFrame & Readonly<{ children: ReactNode }>) {
  const fault = faults.find((each) => each.field === field)
  return (
    <div className={fault === undefined ? 'field' : 'field has-fault'}>
      <label htmlFor={controlId(field)}>{label}{isOptional === true ? <span className="optional">（可以不填）</span> : null}</label>
      {hint === undefined ? null : <p className="hint" id={`${controlId(field)}-hint`}>{hint}</p>}
      {fault === undefined ? null : <p className="fault" id={`${controlId(field)}-fault`}>{fault.says}</p>}
      {children}
    </div>
  )
}

function described({ field, hint, faults }: FieldFrame) {
  const isFault = faults.some((each) => each.field === field)
  const by = [hint === undefined ? '' : `${controlId(field)}-hint`, isFault ? `${controlId(field)}-fault` : ''].join(' ').trim()
  return { id: controlId(field), 'aria-invalid': isFault, 'aria-describedby': by === '' ? undefined : by }
}

type TextFieldProps = FieldFrame & Readonly<{
  value: string; onText: (text: string) => void; type?: 'text' | 'tel' | 'email' | 'date'; inputMode?: 'decimal'; autoComplete?: string; max?: string; placeholder?: string
}>

export function TextField({ value, onText, type = 'text', inputMode, autoComplete = 'off', max, placeholder, ...frame }: TextFieldProps) {
  return (
    <Frame {...frame}>
      <input
        {...described(frame)} type={type} value={value} inputMode={inputMode} autoComplete={autoComplete} max={max} placeholder={placeholder}
        aria-required={frame.isOptional !== true} onChange={(event) => { onText(event.target.value) }}
      />
    </Frame>
  )
}

export function LongTextField({ value, onText, rows, ...frame }: FieldFrame & Readonly<{ value: string; onText: (text: string) => void; rows: number }>) {
  return (
    <Frame {...frame}>
      <textarea {...described(frame)} rows={rows} value={value} aria-required={frame.isOptional !== true} onChange={(event) => { onText(event.target.value) }} />
    </Frame>
  )
}

export function SelectField({ value, onText, choices, ...frame }: FieldFrame & Readonly<{ value: string; onText: (text: string) => void; choices: Readonly<Record<string, string>> }>) {
  return (
    <Frame {...frame}>
      <select {...described(frame)} value={value} aria-required={frame.isOptional !== true} onChange={(event) => { onText(event.target.value) }}>
        <option value="">请选择</option>
        {Object.entries(choices).map(([key, name]) => <option key={key} value={key}>{name}</option>)}
      </select>
    </Frame>
  )
}

export function CheckField({ isChecked, onCheck, field, label, hint, faults }: FieldFrame & Readonly<{ isChecked: boolean; onCheck: (isChecked: boolean) => void }>) {
  const frame = { field, label, faults, ...(hint === undefined ? {} : { hint }) }
  const fault = faults.find((each) => each.field === field)
  return (
    <div className={fault === undefined ? 'field check' : 'field check has-fault'}>
      {fault === undefined ? null : <p className="fault" id={`${controlId(field)}-fault`}>{fault.says}</p>}
      <label><input {...described(frame)} type="checkbox" checked={isChecked} onChange={(event) => { onCheck(event.target.checked) }} /><span>{label}</span></label>
      {hint === undefined ? null : <p className="hint" id={`${controlId(field)}-hint`}>{hint}</p>}
    </div>
  )
}

export function ChoiceField({ value, onText, choices, field, label, hint, faults }: FieldFrame & Readonly<{ value: string; onText: (text: string) => void; choices: Readonly<Record<string, string>> }>) {
  const fault = faults.find((each) => each.field === field)
  return (
    <fieldset className={fault === undefined ? 'field' : 'field has-fault'} aria-describedby={fault === undefined ? undefined : `${controlId(field)}-fault`}>
      <legend>{label}</legend>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      {fault === undefined ? null : <p className="fault" id={`${controlId(field)}-fault`}>{fault.says}</p>}
      {Object.entries(choices).map(([key, name], index) => (
        <label key={key}><input type="radio" name={field} id={index === 0 ? controlId(field) : undefined} value={key} checked={value === key} onChange={() => { onText(key) }} /><span>{name}</span></label>
      ))}
    </fieldset>
  )
}
