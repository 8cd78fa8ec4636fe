import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ScoreClassView, WhatIf } from '../../../src/engines/assessment/contract.ts'
import { RowTable } from '../parts/RowTable.tsx'
import { ClassMark } from './ClassMark.tsx'

const signed = (count: number): string => (count > 0 ? `+${count}` : String(count))

/** From which class to which, how many; and the entities that move. */
export function WhatIfResult({ result, classes }: Readonly<{ result: WhatIf; classes: readonly ScoreClassView[] }>): ReactNode {
  const before = [...new Set(result.moves.map(({ from }) => from))].toSorted((a, b) => (a < b ? -1 : 1))
  const after = classes.map(({ id }) => id)
  const count = (from: string, to: string): number => result.moves.find(move => move.from === from && move.to === to)?.count ?? 0
  return (
    <section className="panel">
      <h2>试算结果<span className="page-count">{result.assessed} 户中 {result.moved} 户改变类别（{result.asOf}）</span></h2>
      <table className="move-table">
        <caption className="visually-hidden">现行类别（行）到试算类别（列）的户数</caption>
        <thead><tr><th scope="col">现行＼试算</th>{after.map(id => <th key={id} scope="col">{id}类</th>)}<th scope="col">现行合计</th></tr></thead>
        <tbody>
          {before.map(from => (
            <tr key={from}>
              <th scope="row">{from}类</th>
              {after.map(to => <td key={to} className={from === to ? 'is-same' : count(from, to) > 0 ? 'is-moved' : 'is-muted'}>{count(from, to)}</td>)}
              <td>{after.reduce((sum, to) => sum + count(from, to), 0)}</td>
            </tr>
          ))}
          <tr><th scope="row">试算合计</th>{after.map(to => <td key={to}>{before.reduce((sum, from) => sum + count(from, to), 0)}</td>)}<td>{result.assessed}</td></tr>
          <tr><th scope="row">增减</th>{after.map(to => <td key={to}>{signed(before.reduce((sum, from) => sum + count(from, to), 0) - after.reduce((sum, other) => sum + count(to, other), 0))}</td>)}<td>0</td></tr>
        </tbody>
      </table>
      <RowTable
        name="改变类别的主体" unit="户" rows={result.rows} rowKey={row => row.entityId} empty="没有主体改变类别。"
        columns={[
          { key: 'name', title: '名称', isFixed: true, render: row => <Link to="/entities/$entityId" params={{ entityId: row.entityId }} search={{ tab: 'risk' }}>{row.name}</Link> },
          { key: 'town', title: '镇街', width: 100, isFixed: true, render: row => row.townName ?? '未定位' },
          { key: 'class', title: '类别', width: 110, isFixed: true, render: row => <><ClassMark id={row.from} classes={classes} /> → <ClassMark id={row.to} classes={classes} /></> },
          { key: 'score', title: '得分', width: 100, align: 'right', isFixed: true, render: row => `${row.before} → ${row.after}` },
        ]}
      />
      {result.moved > result.rows.length ? <p className="is-muted">只列出得分变化最大的 {result.rows.length} 户。</p> : null}
    </section>
  )
}
