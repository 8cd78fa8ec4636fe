import { useState } from 'react'
import type { FormEvent } from 'react'

type SearchBoxProps = Readonly<{ label: string; placeholder: string; initial: string; hint?: string; fewest: number; hasAll?: boolean; onSearch: (q: string) => void }>

/** One search box with its button; too short a text is answered in words. */
export function SearchBox({ label, placeholder, initial, hint, fewest, hasAll = false, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(initial)
  const [fault, setFault] = useState<string | null>(null)
  const search = (event: FormEvent): void => {
    event.preventDefault()
    const q = text.trim()
    const isTooShort = q.length < fewest && !(hasAll && q === '')
    setFault(isTooShort ? `请至少输入${fewest}个字` : null)
    if (!isTooShort) onSearch(q)
  }
  return (
    <search className="search-box"><form onSubmit={search} noValidate>
      <label htmlFor="search-text">{label}</label>
      <div className="search-row">
        <input
          id="search-text" type="search" enterKeyHint="search" autoComplete="off" value={text} placeholder={placeholder}
          aria-invalid={fault !== null} aria-describedby="search-hint" onChange={(event) => { setText(event.target.value) }}
        />
        <button type="submit" className="button">查询</button>
      </div>
      <p id="search-hint" className={fault === null ? 'hint' : 'fault'} role={fault === null ? undefined : 'alert'}>{fault ?? hint}</p>
    </form></search>
  )
}
