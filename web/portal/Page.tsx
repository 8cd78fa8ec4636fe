import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

/** A page: names the browser tab and moves the reader's focus to its heading. */
export function Page({ title, children, className }: Readonly<{ title: string; children: ReactNode; className?: string }>) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · 市场监管公众服务`
    heading.current?.focus({ preventScroll: true })
    globalThis.scrollTo(0, 0)
  }, [title])
  return (
    <main id="main" className={className}>
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      {children}
    </main>
  )
}
