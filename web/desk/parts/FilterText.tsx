import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'

const REST_MS = 350

/** A text filter that takes effect when typing rests. */
export function FilterText({ label, value, width = 220, onChange }: Readonly<{ label: string; value: string | undefined; width?: number; onChange: (value: string | undefined) => void }>): ReactNode {
  const [text, setText] = useState(value ?? '')
  const sent = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // The address can change by a link; what was typed here comes back as it was sent.
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value ?? '')
  }, [value])
  useEffect(() => () => { clearTimeout(timer.current) }, [])

  const type = (typed: string): void => {
    setText(typed)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      sent.current = typed.trim() === '' ? undefined : typed.trim()
      onChange(sent.current)
    }, REST_MS)
  }
  return <Input allowClear aria-label={label} placeholder={label} value={text} style={{ width }} onChange={(event) => { type(event.target.value) }} />
}
