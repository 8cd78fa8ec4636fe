import { Input } from 'antd'
import type { ReactNode } from 'react'

/** A calendar date 'YYYY-MM-DD' by keyboard or the browser's own calendar. */
export function DateInput({ id, label, value, onChange, width = 140 }: Readonly<{ id?: string; label?: string; value?: string | undefined; onChange?: (value: string | undefined) => void; width?: number | string }>): ReactNode {
  return <Input type="date" {...(id === undefined ? {} : { id })} {...(label === undefined ? {} : { 'aria-label': label })} value={value ?? ''} style={{ width }} onChange={(event) => { onChange?.(event.target.value === '' ? undefined : event.target.value) }} />
}
