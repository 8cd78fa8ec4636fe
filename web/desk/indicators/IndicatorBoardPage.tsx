import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { IndicatorBoard } from '../../../src/engines/indicator/contract.ts'
import { formatDate } from '../../../src/kernel/calendar-date.ts'
import { get } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import './indicators.css'
import type { When } from './moment-of.ts'
import { whenOf } from './moment-of.ts'
import { STATUSES } from './status-names.ts'
import { StatusMark } from './StatusMark.tsx'
import { TextTargets } from './TextTargets.tsx'
import { Tile } from './Tile.tsx'
import { WhenBar } from './WhenBar.tsx'

const route = getRouteApi('/indicators')

/** The leaders' page: the plan's indicators on one screen in the plan's order, then the targets of its text. */
export function IndicatorBoardPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const when = whenOf(search)
  const board = useQuery({ queryKey: ['indicators', when], queryFn: ({ signal }) => get<IndicatorBoard>('/api/indicators', when, signal), placeholderData: previous => previous })
  const change = (next: When): void => { void navigate({ search: previous => ({ ...previous, ...next }), replace: true }) }
  const shown = board.data?.tiles.filter(tile => search.status === undefined || tile.judgement.status === search.status)
  return (
    <div className="indicator-board">
      <PageHeading title="规划指标" count={shown === undefined ? undefined : `${shown.length} 项`}><Button icon={<PrinterOutlined />} onClick={() => { window.print() }}>打印</Button></PageHeading>
      <WhenBar when={when} year={board.data?.year} onChange={change} />
      {board.isError ? <Failure error={board.error} retry={() => { void board.refetch() }} /> : null}
      {board.data === undefined && !board.isError ? <Skeleton active title={false} paragraph={{ rows: 14, width: '100%' }} aria-label="指标正在计算" /> : null}
      {board.data === undefined || shown === undefined ? null : (
        <div className={board.isPlaceholderData ? 'is-dimmed' : ''} aria-busy={board.isPlaceholderData}>
          <Summary board={board.data} chosen={search.status} />
          <ol className="tiles" aria-label="规划重要指标">{shown.map(tile => <Tile key={tile.id} tile={tile} when={when} year={board.data.year} />)}</ol>
          <TextTargets tiles={board.data.textTargets} when={when} year={board.data.year} />
        </div>
      )}
    </div>
  )
}

function Summary({ board, chosen }: Readonly<{ board: IndicatorBoard; chosen: string | undefined }>): ReactNode {
  return (
    <p className="board-summary">
      <span>{board.year}年，截至{formatDate(board.asOf)}，重要指标</span>
      <Link to="/indicators" search={({ status: _status, ...previous }) => previous} className={chosen === undefined ? 'is-chosen' : ''}>全部 {board.tiles.length}</Link>
      {STATUSES.filter(([status]) => board.summary[status] > 0).map(([status, name]) => (
        <Link key={status} to="/indicators" search={previous => ({ ...previous, status })} className={chosen === status ? 'is-chosen' : ''}>
          <StatusMark status={status} name={`${name} ${board.summary[status]}`} />
        </Link>
      ))}
    </p>
  )
}
