import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Segmented, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { FileReviews, ResultClassView, ReviewCounts, ReviewSummary } from '../../../src/domains/enforcement/contract.ts'
import { dateInShanghai, formatDate, yearOf } from '../../../src/kernel/calendar-date.ts'
import { serverNow } from '../../kit/server-time.ts'
import { yearsUntil } from '../indicators/moment-of.ts'
import { Failure } from '../parts/Failure.tsx'
import { LinkButton } from '../parts/LinkButton.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { ClosedFilesTable } from './ClosedFilesTable.tsx'
import { FaultsTable } from './FaultsTable.tsx'
import './file-review.css'
import { readReviews, reviewsKey } from './review-api.ts'

const route = getRouteApi('/file-reviews')

/** 案卷评查: the reviews of a year, how the files came out by office, the common faults, and the files closed in the year. */
export function FileReviewsPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const year = Number(search.year ?? yearOf(dateInShanghai(serverNow())))
  const tab = search.tab === 'files' ? 'files' : 'reviews'
  const reviews = useQuery({ queryKey: reviewsKey(year), queryFn: ({ signal }) => readReviews(year, signal), placeholderData: previous => previous })
  return (
    <>
      <PageHeading title="案卷评查"><LinkButton to="/open" search={{ procedure: 'file-review' }}>登记案卷评查</LinkButton></PageHeading>
      <div className="filter-bar">
        <Segmented aria-label="年度" options={yearsUntil(undefined).map(each => ({ value: each, label: `${each}年` }))} value={year} onChange={(next) => { void navigate({ search: previous => ({ ...previous, year: String(next) }), replace: true }) }} />
        <Segmented<'reviews' | 'files'> aria-label="内容" value={tab} options={[{ value: 'reviews', label: '评查情况' }, { value: 'files', label: '结案案卷' }]} onChange={(next) => { void navigate({ search: previous => ({ ...previous, tab: next }), replace: true }) }} />
        <span className="is-muted">{tab === 'files' ? `${year}年结案的普通程序案件` : `${year}年登记的评查`}，只含您权限内的办件</span>
      </div>
      {tab === 'files' ? <ClosedFilesTable period={{ from: `${year}-01-01`, until: `${year}-12-31` }} />
        : reviews.isError ? <Failure error={reviews.error} retry={() => { void reviews.refetch() }} /> : reviews.data === undefined ? <Skeleton active paragraph={{ rows: 10 }} />
          : <div className={reviews.isPlaceholderData ? 'is-dimmed' : undefined}><Reviews found={reviews.data} /></div>}
    </>
  )
}

function Reviews({ found }: Readonly<{ found: FileReviews }>): ReactNode {
  const { reviews, offices, total, classes, faults } = found
  return (
    <>
      <section className="review-section" aria-label="评查办件">
        <h2>评查办件</h2>
        <RowTable name="案卷评查" columns={reviewColumns(classes)} rows={reviews} rowKey={row => row.matterId} empty={`${found.year}年没有登记案卷评查。登记后封存结案案卷清单，再随机抽取。`} />
      </section>
      {total.scored === 0 ? null : (
        <>
          <section className="review-section" aria-label="各办案机构的等次">
            <h2>各办案机构的等次</h2>
            <RowTable name="各办案机构的等次" columns={[{ key: 'office', title: '办案机构', isFixed: true, render: row => row.officeName }, ...countColumns<ReviewCounts & Readonly<{ officeName: string }>>(classes)]} rows={[...offices, { officeName: '合计', ...total }]} rowKey={row => row.officeName} empty="没有评查结果。" />
          </section>
          <section className="review-section" aria-label="常见问题">
            <h2>常见问题</h2>
            <FaultsTable faults={faults} scored={total.scored} />
          </section>
        </>
      )}
    </>
  )
}

function countColumns<Row extends ReviewCounts>(classes: readonly ResultClassView[]): readonly Column<Row>[] {
  return [
    { key: 'scored', title: '已评查', width: 90, align: 'right', isFixed: true, render: row => row.scored },
    { key: 'average', title: '平均得分', width: 90, align: 'right', isFixed: true, render: row => row.averageScore ?? '—' },
    ...classes.map(({ id, name }) => ({ key: id, title: name, width: 84, align: 'right' as const, isFixed: true, render: (row: Row) => { const count = row.byClass[id] ?? 0; return count === 0 ? count : <span className={`class-${id}`}>{count}</span> } })),
  ]
}

const reviewColumns = (classes: readonly ResultClassView[]): readonly Column<ReviewSummary>[] => [
  { key: 'number', title: '编号', width: 150, isFixed: true, render: row => <Link className="matter-number" to="/file-reviews/$reviewId" params={{ reviewId: row.matterId }}>{row.number}</Link> },
  { key: 'name', title: '评查', isFixed: true, render: row => <span className="two-lines"><strong>{row.name}</strong><span className="is-muted">结案日期 {formatDate(row.periodFrom)} 至 {formatDate(row.periodUntil)}</span></span> },
  { key: 'state', title: '环节', width: 100, isFixed: true, render: row => row.stateName },
  { key: 'listed', title: '清单', width: 76, align: 'right', render: row => row.listed },
  { key: 'drawn', title: '抽取', width: 76, align: 'right', render: row => row.drawn },
  ...countColumns<ReviewSummary>(classes),
  { key: 'rectify', title: '整改', width: 150, render: row => (row.rectifyUntilOn === null ? '' : row.rectifiedOn === null ? `应于 ${formatDate(row.rectifyUntilOn)} 前完成` : `${formatDate(row.rectifiedOn)} 完成`) },
]
