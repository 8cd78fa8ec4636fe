import type { ReactNode } from 'react'
import { DateInput } from './DateInput.tsx'
import { dateTyped } from './typed-date.ts'

/** A date filter: takes effect once what is typed is a date. */
export function DateFilter({ label, value, onChange }: Readonly<{ label: string; value: string | undefined; onChange: (value: string | undefined) => void }>): ReactNode {
  return <DateInput label={label} value={value} onChange={(next) => { if (next === undefined || dateTyped(next) === next) onChange(next) }} />
}
