import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Segmented, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { QualityBoard, QualityCount, QualityFigure } from '../../../src/engines/indicator/contract.ts'
import { dateInShanghai, yearOf } from '../../../src/kernel/calendar-date.ts'
import { get } from '../../kit/api.ts'
import { serverNow } from '../../kit/server-time.ts'
import { yearsUntil } from '../indicators/moment-of.ts'
import { Failure } from '../parts/Failure.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { OfficePicker } from '../parts/pickers.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import './quality.css'
import { groupsOf, shareText } from './quality-counts.ts'

const route = getRouteApi('/quality')

type When = Readonly<{ year?: string | undefined; office?: string | undefined }>
type Part = 'numerator' | 'denominator' | 'gap'

/** 执法质效: how well enforcement is done, for the heads; every number opens to its matters. */
export function QualityPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const board = useQuery({ queryKey: ['quality', search], queryFn: ({ signal }) => get<QualityBoard>('/api/quality', search, signal), placeholderData: previous => previous })
  const change = (next: When): void => { void navigate({ search: previous => ({ ...previous, ...next }), replace: true }) }
  return (
    <>
      <PageHeading title="执法质效" />
      <div className="filter-bar">
        <Segmented
          aria-label="年度" options={yearsUntil(undefined).map(each => ({ value: each, label: `${each}年` }))} value={Number(search.year ?? yearOf(dateInShanghai(serverNow())))}
          onChange={(chosen) => { change({ year: String(chosen) }) }}
        />
        <OfficePicker label="科所" placeholder="权限内全部科所" width={200} value={search.office} onChange={(office) => { change({ office }) }} />
        {board.data === undefined ? null : <span className="is-muted">{board.data.period.label}，只含您权限内的办件</span>}
      </div>
      {board.isError ? <Failure error={board.error} retry={() => { void board.refetch() }} /> : board.data === undefined ? <Skeleton active paragraph={{ rows: 14 }} />
        : <div className={board.isPlaceholderData ? 'is-dimmed' : undefined}>{groupsOf(board.data.figures).map(group => <Group key={group.name} name={group.name} figures={group.figures} when={search} />)}</div>}
    </>
  )
}

function Group({ name, figures, when }: Readonly<{ name: string; figures: readonly QualityFigure[]; when: When }>): ReactNode {
  const columns: readonly Column<QualityFigure>[] = [
    { key: 'name', title: '项目', isFixed: true, render: row => <>{row.name}<br /><span className="is-muted">{row.says}</span></> },
    { key: 'numerator', title: '其中', width: 150, align: 'right', isFixed: true, render: row => (row.isShare ? <Count figure={row} when={when} part="numerator" count={row.numerator} name={row.numeratorName} /> : null) },
    { key: 'denominator', title: '件数', width: 170, align: 'right', isFixed: true, render: row => <Count figure={row} when={when} part="denominator" count={row.denominator} name={row.denominatorName} /> },
    { key: 'share', title: '比例', width: 90, align: 'right', isFixed: true, render: row => (row.isShare ? shareText(row.numerator, row.denominator) : '') },
    { key: 'days', title: '平均用时', width: 100, align: 'right', isHiddenAtFirst: true, render: row => daysText(row.meanDays) },
  ]
  return (
    <section className="quality-group" aria-label={name}>
      <h2>{name}</h2>
      <RowTable name={`执法质效：${name}`} columns={columns} rows={figures} rowKey={row => row.id} empty="没有统计项目。" />
      {figures.map(figure => <Splits key={figure.id} figure={figure} when={when} />)}
    </section>
  )
}

/** The same figure by person or reason, and by office where there is more than one. */
function Splits({ figure, when }: Readonly<{ figure: QualityFigure; when: When }>): ReactNode {
  return (
    <>
      {figure.splitName === null ? null : <SplitTable figure={figure} when={when} by="what" first={figure.splitName} rows={figure.split} />}
      {figure.byOffice.length < 2 ? null : <details open={figure.id === 'at-risk'}><summary>{figure.name}：按科所</summary><SplitTable figure={figure} when={when} by="office" first="科（所、队）" rows={figure.byOffice} /></details>}
    </>
  )
}

type SplitProps = Readonly<{ figure: QualityFigure; when: When; by: 'office' | 'what'; first: string; rows: readonly QualityCount[] }>

function SplitTable({ figure, when, by, first, rows }: SplitProps): ReactNode {
  const number = (row: QualityCount, part: Part, count: number): ReactNode => <Count figure={figure} when={by === 'office' ? { ...when, office: row.key } : when} what={by === 'what' ? row.key : undefined} part={part} count={count} />
  const columns: readonly Column<QualityCount>[] = [
    { key: 'name', title: first, isFixed: true, render: row => row.name },
    ...(figure.isShare ? [{ key: 'numerator', title: figure.numeratorName, width: 110, align: 'right', isFixed: true, render: (row: QualityCount) => number(row, 'numerator', row.numerator) } as const] : []),
    { key: 'denominator', title: figure.denominatorName, width: 110, align: 'right', isFixed: true, render: row => number(row, 'denominator', row.denominator) },
    ...(figure.isShare ? [{ key: 'share', title: '比例', width: 90, align: 'right', isFixed: true, render: (row: QualityCount) => shareText(row.numerator, row.denominator) } as const] : []),
    ...(figure.meanDays === null ? [] : [{ key: 'days', title: '平均用时', width: 100, align: 'right', isFixed: true, render: (row: QualityCount) => daysText(row.meanDays) } as const]),
  ]
  return <RowTable name={`${figure.name}：${first}`} columns={columns} rows={rows} rowKey={row => row.key} empty="期内没有。" />
}

type CountProps = Readonly<{ figure: QualityFigure; when: When; what?: string | undefined; part: Part; count: number; name?: string }>

function Count({ figure, when, what, part, count, name }: CountProps): ReactNode {
  return <Link to="/quality/$figureId" params={{ figureId: figure.id }} search={{ ...when, part, ...(what === undefined ? {} : { what }) }}>{name === undefined ? count : `${name} ${count}`}</Link>
}

const daysText = (days: number | null): string => (days === null ? '' : `${days.toFixed(1)}日`)
