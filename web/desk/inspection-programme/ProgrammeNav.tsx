import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './programme.css'

/** The pages of random inspection, on top of each. */
export function ProgrammeNav(): ReactNode {
  const chosen = { activeProps: { 'aria-current': 'page' }, activeOptions: { includeSearch: false } } as const
  return (
    <nav className="programme-nav" aria-label="双随机">
      <Link to="/draws" {...chosen}>抽取</Link>
      <Link to="/inspection-plans" {...chosen}>年度抽查计划</Link>
      <Link to="/inspection-items" {...chosen}>抽查事项清单</Link>
      <Link to="/inspection-objects" {...chosen}>检查对象名录库</Link>
      <Link to="/inspectors" {...chosen}>执法检查人员名录库</Link>
    </nav>
  )
}
