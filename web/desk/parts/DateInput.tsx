import { CalendarOutlined } from '@ant-design/icons'
import { Button, Input, Space } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { dateTyped, minuteTyped } from './typed-date.ts'

type DateInputProps = Readonly<{ id?: string; label?: string; value?: string | undefined; onChange?: (value: string | undefined) => void; width?: number | string }>

/** A calendar date 'YYYY-MM-DD', typed in any usual way or picked. */
export function DateInput({ width = 150, ...props }: DateInputProps): ReactNode {
  return <Typed {...props} width={width} kind="date" placeholder="年-月-日" read={dateTyped} />
}

/** A minute in China 'YYYY-MM-DDTHH:mm', typed or picked. */
export function MinuteInput({ width = 210, ...props }: DateInputProps): ReactNode {
  return <Typed {...props} width={width} kind="datetime-local" placeholder="年-月-日 时:分" read={minuteTyped} />
}

type TypedProps = DateInputProps & Readonly<{ kind: 'date' | 'datetime-local'; placeholder: string; read: (text: string) => string | undefined }>

// The browser's own date field writes dates in the browser's language, so it only lends its calendar.
function Typed({ id, label, value, onChange, width, kind, placeholder, read }: TypedProps): ReactNode {
  const [text, setText] = useState(shown(value))
  const picker = useRef<HTMLInputElement>(null)
  const given = useRef(value)
  useEffect(() => {
    if (value === given.current) return
    given.current = value
    setText(shown(value))
  }, [value])

  const give = (next: string | undefined): void => {
    given.current = next
    onChange?.(next)
  }
  const onType = (typed: string): void => {
    setText(typed)
    // What does not read is handed on as typed, so that the form can name the fault.
    give(typed.trim() === '' ? undefined : read(typed) ?? typed)
  }
  return (
    <Space.Compact style={{ width }} className="date-input">
      <Input
        {...(id === undefined ? {} : { id })} {...(label === undefined ? {} : { 'aria-label': label })} placeholder={placeholder} value={text} autoComplete="off"
        status={text.trim() !== '' && read(text) === undefined ? 'warning' : ''} onChange={(event) => { onType(event.target.value) }} onBlur={() => { setText(shown(read(text)) || text) }}
      />
      <Button icon={<CalendarOutlined />} aria-label={`${label ?? '日期'}：打开日历`} onClick={() => { picker.current?.showPicker() }} />
      <input
        ref={picker} type={kind} className="date-picker" tabIndex={-1} aria-hidden="true" value={read(text) ?? ''}
        onChange={(event) => { setText(shown(event.target.value)); give(event.target.value === '' ? undefined : event.target.value) }}
      />
    </Space.Compact>
  )
}

function shown(value: string | undefined): string {
  return value?.replace('T', ' ') ?? ''
}
