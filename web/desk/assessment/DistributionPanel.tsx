import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AssessmentPage } from '../../../src/engines/assessment/contract.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { percentText, rangeText } from './class-words.ts'
import { ClassMark } from './ClassMark.tsx'

type TownRow = AssessmentPage['byTown'][number]

/** How many stand in each class, in the district and in each town; every number opens its entities. */
export function DistributionPanel({ page }: Readonly<{ page: AssessmentPage }>): ReactNode {
  return (
    <>
      <ul className="class-cards">
        {page.byClass.map(({ class: id, count, lowest, highest }) => {
          const index = page.classes.findIndex(each => each.id === id)
          const share = page.total === 0 ? 0 : count / page.total
          return (
            <li key={id}>
              <p className="class-card-head"><ClassMark id={id} classes={page.classes} /> <strong>{page.classes[index]?.name ?? '旧类别'}</strong><span className="is-muted">{index === -1 ? '' : rangeText(page.classes, index)}</span></p>
              <p className="class-card-count"><Link to="/risk/entities" search={{ class: id }}>{count}</Link> 户 <span className="is-muted">{percentText(page.total === 0 ? null : share)}</span></p>
              <div className="class-bar" role="presentation"><span style={{ inlineSize: `${share * 100}%` }} /></div>
              <p className="is-muted">{count === 0 ? '没有主体' : `实际得分 ${lowest} 至 ${highest}`}</p>
              <p className="class-effect">{page.classes[index]?.effect ?? ''}</p>
            </li>
          )
        })}
      </ul>
      <h2>按镇街</h2>
      <RowTable name="各镇街分类" unit="个" columns={columnsFor(page)} rows={page.byTown} rowKey={row => row.townCode ?? '-'} empty="还没有评定结果。" />
    </>
  )
}

function columnsFor(page: AssessmentPage): readonly Column<TownRow>[] {
  return [
    { key: 'town', title: '镇街', isFixed: true, render: row => row.townName },
    ...page.byClass.map(({ class: id }): Column<TownRow> => ({
      key: id, title: `${id}类`, width: 110, align: 'right', isFixed: true,
      render: row => (row.counts[id] === undefined ? <span className="is-muted">0</span> : <Link to="/risk/entities" search={{ class: id, town: row.townCode ?? '-' }}>{row.counts[id]}</Link>),
    })),
    { key: 'total', title: '合计', width: 110, align: 'right', isFixed: true, render: row => <Link to="/risk/entities" search={{ town: row.townCode ?? '-' }}>{row.total}</Link> },
    { key: 'high', title: `${page.classes.at(-1)?.id ?? ''}类占比`, width: 110, align: 'right', isFixed: true, render: row => percentText((row.counts[page.classes.at(-1)?.id ?? ''] ?? 0) / row.total) },
  ]
}
