import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ClosedFile } from '../../../src/domains/enforcement/contract.ts'
import { formatDate } from '../../../src/kernel/calendar-date.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { readClosedFiles } from './review-api.ts'

const COLUMNS: readonly Column<ClosedFile>[] = [
  { key: 'number', title: '案件编号', width: 170, isFixed: true, render: row => <Link className="matter-number" to="/matters/$matterId" params={{ matterId: row.matterId }}>{row.caseNumber}</Link> },
  { key: 'title', title: '案件', isFixed: true, render: row => row.title },
  { key: 'office', title: '办案机构', width: '22%', isFixed: true, render: row => row.officeName },
  { key: 'closed', title: '结案日期', width: 130, isFixed: true, render: row => formatDate(row.closedOn) },
  {
    key: 'review', title: '最近一次评查', width: 240, isFixed: true, render: row => (row.review === null ? <span className="is-muted">未评查</span>
      : <><span className={`class-${row.review.resultClass}`}>{row.review.resultName} {row.review.score}分</span> <Link to="/file-reviews/$reviewId" params={{ reviewId: row.review.matterId }}>{row.review.number}</Link></>),
  },
]

/** Penalty cases closed in a period, each with its newest score. */
export function ClosedFilesTable({ period }: Readonly<{ period: Readonly<{ from: string; until: string }> }>): ReactNode {
  const files = useQuery({ queryKey: ['closed-files', period], queryFn: ({ signal }) => readClosedFiles(period, signal) })
  const rows = files.data?.files
  return (
    <>
      {rows === undefined ? null : <p className="is-muted">共 {rows.length} 份，已评查 {rows.filter(({ review }) => review !== null).length} 份。</p>}
      <RowTable name="结案案卷" columns={COLUMNS} rows={rows} rowKey={row => row.matterId} error={files.error} retry={() => { void files.refetch() }} empty="这一期间没有结案的普通程序案件。" />
    </>
  )
}
