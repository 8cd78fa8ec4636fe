import type { ReactNode } from 'react'
import type { EvaluationDraft, EvaluationFigure } from '../../../src/engines/plan/contract.ts'
import { StatusMark } from '../indicators/StatusMark.tsx'
import '../indicators/indicators.css'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'

const columns: readonly Column<EvaluationFigure>[] = [
  { key: 'number', title: '序号', width: 64, isFixed: true, render: row => row.number },
  { key: 'name', title: '指标', isFixed: true, render: row => <span className="two-lines"><a href={row.link}>{row.name}</a><span className="is-muted">{row.attributeName} · {row.basis}</span></span> },
  { key: 'value', title: '完成', width: 130, align: 'right', isFixed: true, render: row => <a href={row.link} title={row.periodLabel}>{row.value}</a> },
  { key: 'target', title: '目标', width: 110, align: 'right', isFixed: true, render: row => row.target },
  { key: 'status', title: '状态', width: 130, isFixed: true, render: row => <StatusMark status={row.status} name={row.statusName} /> },
]

/** The figures of the report as they stand now; each opens its page. */
export function EvaluationFigures({ title, rows }: Readonly<{ title: string; rows: readonly EvaluationFigure[] }>): ReactNode {
  return (
    <section className="panel">
      <h2>{title}<span className="page-count">{rows.length} 项</span></h2>
      <RowTable name={title} columns={columns} rows={rows} rowKey={row => row.id} empty="没有指标。" />
    </section>
  )
}

/** What nobody can say yet, and what it waits for. */
export function UnknownFigures({ rows }: Readonly<{ rows: EvaluationDraft['unknown'] }>): ReactNode {
  return (
    <section className="panel">
      <h2>暂无数据、不作评价<span className="page-count">{rows.length} 项</span></h2>
      <details>
        <summary>各项等待的数据</summary>
        <ul className="paper-list">{rows.map(({ id, name, awaits }) => <li key={id}>{name}<span className="is-muted">{awaits}</span></li>)}</ul>
      </details>
    </section>
  )
}
