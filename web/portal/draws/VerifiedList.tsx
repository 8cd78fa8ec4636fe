import { useState } from 'react'
import { teamWords } from './DrawnList.tsx'
import type { VerifiedEntity } from './verify-messages.ts'

const FIRST_ROWS = 20

/** Those drawn as computed here, with ticket and team. */
export function VerifiedList({ entities }: Readonly<{ entities: readonly VerifiedEntity[] }>) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? entities : entities.slice(0, FIRST_ROWS)
  const gone = entities.filter(({ withdrawnReason }) => withdrawnReason !== null).length
  return (
    <>
      <h2>算出来的结果（{entities.length}户{gone === 0 ? '' : `，其中${gone}户已退出`}）</h2>
      <ul className="drawn-list">
        {shown.map(({ id, name, stratumName, ticket, round, replaces, withdrawnReason, team }) => (
          <li key={`${round} ${id}`}>
            <strong>{name}</strong>
            <span className="muted">{id} · {stratumName}{round > 1 ? ` · 第${round}轮` : ''}</span>
            {replaces === null ? null : <span className="muted">递补，替换“{replaces}”</span>}
            <span className="muted">{withdrawnReason === null ? teamWords(team) : `已退出：${withdrawnReason}`}</span>
            <span className="muted">签号 <code className="hash">{ticket.slice(0, 16)}…</code></span>
          </li>
        ))}
      </ul>
      {shown.length === entities.length ? null : <button type="button" className="button plain" onClick={() => { setWhole(true) }}>显示全部{entities.length}户</button>}
    </>
  )
}
