import { LockFilled, QuestionCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Doubt } from './doubts.ts'

/** What someone who doubts the draw would ask, and what is fixed by now. */
export function SkepticPanel({ doubts }: Readonly<{ doubts: readonly Doubt[] }>): ReactNode {
  return (
    <section className="panel">
      <h2>质疑者会问</h2>
      <ul className="paper-list">
        {doubts.map(({ asks, answer, isFixed }) => (
          <li key={asks}><strong>{asks}</strong><span className={isFixed ? 'doubt is-fixed' : 'doubt'}>{isFixed ? <LockFilled /> : <QuestionCircleOutlined />} {answer}</span></li>
        ))}
      </ul>
    </section>
  )
}
