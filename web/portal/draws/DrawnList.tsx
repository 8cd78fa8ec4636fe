import { useState } from 'react'
import type { PortalDraw } from '../../../src/engines/draw/contract.ts'

type Row = PortalDraw['drawnEntities'][number]

const FIRST_ROWS = 20

/** Those drawn, with their group and inspectors. */
export function DrawnList({ rows, strata }: Readonly<{ rows: readonly Row[]; strata: readonly Readonly<{ id: string; name: string }>[] }>) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? rows : rows.slice(0, FIRST_ROWS)
  const names = new Map(rows.map(({ objectId, name }) => [objectId, name]))
  return (
    <>
      <h2>抽中的对象（{rows.filter(({ withdrawnReason }) => withdrawnReason === null).length}户）</h2>
      <ul className="drawn-list">
        {shown.map(({ objectId, name, stratum, round, replaces, withdrawnReason, team }) => (
          <li key={`${round} ${objectId}`}>
            <strong>{name}</strong>
            <span className="muted">{objectId} · {strata.find(({ id }) => id === stratum)?.name ?? stratum}{round > 1 ? ` · 第${round}轮` : ''}</span>
            {replaces === null ? null : <span className="muted">递补，替换“{names.get(replaces) ?? replaces}”</span>}
            {withdrawnReason === null ? <span className="muted">{teamWords(team)}</span> : <span className="muted">已退出：{withdrawnReason}</span>}
          </li>
        ))}
      </ul>
      {shown.length === rows.length ? null : <button type="button" className="button plain" onClick={() => { setWhole(true) }}>显示全部{rows.length}户</button>}
    </>
  )
}

export function teamWords(team: readonly (string | null)[]): string {
  return team.length === 0 ? '没有派员' : `检查人员：${team.map((member) => member ?? '（待派）').join('、')}`
}
