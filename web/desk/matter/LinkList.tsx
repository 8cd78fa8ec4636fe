import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { MatterView } from '../../../src/engines/procedure/contract.ts'
import { momentText } from '../../kit/time-text.ts'

/** Linked matters, and those that may be the same, for a person to judge. */
export function LinkList({ matter }: Readonly<{ matter: MatterView }>): ReactNode {
  return (
    <>
      {matter.links.length === 0 ? null : (
        <section className="panel">
          <h2>关联办件（{matter.links.length}）</h2>
          <ul className="paper-list">
            {matter.links.map(link => <li key={link.matterId}><Link to="/matters/$matterId" params={{ matterId: link.matterId }}>{link.number}</Link> {link.title}<span className="is-muted">{link.kindName} · {link.stateName} · {link.reason}</span></li>)}
          </ul>
        </section>
      )}
      {matter.suspectedDuplicates.length === 0 ? null : (
        <section className="panel">
          <h2>可能重复（{matter.suspectedDuplicates.length}）</h2>
          <p className="is-muted">由承办人判断；确属同一事项的，用“关联”登记。</p>
          <ul className="paper-list">
            {matter.suspectedDuplicates.map(other => <li key={other.matterId}><Link to="/matters/$matterId" params={{ matterId: other.matterId }}>{other.number}</Link> {other.title}<span className="is-muted">{momentText(other.receivedAt)} · {other.reason}</span></li>)}
          </ul>
        </section>
      )}
    </>
  )
}
