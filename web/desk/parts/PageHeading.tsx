import { useEffect } from 'react'
import type { ReactNode } from 'react'

/** The page's title with its count, and what can be done on the page. Also names the browser's tab. */
export function PageHeading({ title, count, children }: Readonly<{ title: string; count?: string | undefined; children?: ReactNode }>): ReactNode {
  useEffect(() => { document.title = `${title} · 衡鉴办公端` }, [title])
  return (
    <div className="page-heading">
      <h1>{title}{count === undefined ? null : <span className="page-count">{count}</span>}</h1>
      <div className="page-actions">{children}</div>
    </div>
  )
}
