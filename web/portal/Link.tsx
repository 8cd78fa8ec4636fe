import type { MouseEvent, ReactNode } from 'react'
import { navigate } from './navigation.ts'

type LinkProps = Readonly<{ to: string; className?: string; isCurrent?: boolean; children: ReactNode }>

/** A link within the portal; a modified click keeps the browser's own meaning. */
export function Link({ to, className, isCurrent, children }: LinkProps) {
  const follow = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(to)
  }
  return <a href={to} className={className} aria-current={isCurrent === true ? 'page' : undefined} onClick={follow}>{children}</a>
}
