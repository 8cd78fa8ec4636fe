import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

/** The plain page before the desk opens. The field with the id `focusOn` takes the focus. */
export function EntryPanel({ title, wide = false, focusOn, children }: Readonly<{ title: string; wide?: boolean; focusOn: string; children: ReactNode }>): ReactNode {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => { panel.current?.querySelector<HTMLInputElement>(`#${focusOn}`)?.focus() }, [focusOn])
  return (
    <main className="entry-page">
      <section ref={panel} className={wide ? 'entry-panel entry-panel-wide' : 'entry-panel'}>
        <p className="entry-brand">衡鉴 市场监管</p>
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  )
}
