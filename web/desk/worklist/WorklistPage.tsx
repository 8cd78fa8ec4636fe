import { Link, Navigate, getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Worklist, WorklistView } from '../../../src/engines/procedure/contract.ts'
import { get } from '../../kit/api.ts'
import { FilterText } from '../parts/FilterText.tsx'
import { useKeyset } from '../parts/keyset.ts'
import { PageHeading } from '../parts/PageHeading.tsx'
import { OfficePicker, ProcedurePicker } from '../parts/pickers.tsx'
import { reachOf } from '../session/reach.ts'
import { useSession } from '../session/session-context.ts'
import { BulkBar } from './BulkBar.tsx'
import { OfficeLoads } from './OfficeLoads.tsx'
import { WorklistTable } from './WorklistTable.tsx'

const route = getRouteApi('/')

const views = [
  ['due-today', '今天到期'], ['due-in-3-days', '3日内到期'], ['overdue', '已逾期'], ['term-over', '期满待办'], ['to-approve', '待我审批'], ['for-post', '待本岗办理'], ['mine', '我的'], ['office', '本科所'], ['unassigned', '未分派'], ['all', '全部在办'],
] as const satisfies readonly (readonly [WorklistView, string])[]

const isView = (text: string | undefined): text is WorklistView => views.some(([view]) => view === text)

/** Work in the order the law demands it. */
export function WorklistPage(): ReactNode {
  const session = useSession()
  if (!reachOf(session).matters) return <NoMatters />
  return session.can.chase ? <LeaderWorklist /> : <MatterWorklist />
}

/** What each post starts the day with: leaders see all, heads their office, intake what nobody has yet, reviewers what waits for their post, officers their own. */
function firstView(roles: readonly string[]): WorklistView {
  if (roles.includes('bureau-leader')) return 'all'
  if (roles.includes('section-head')) return 'office'
  if (roles.includes('legal-reviewer')) return 'for-post'
  return roles.includes('intake-officer') ? 'unassigned' : 'mine'
}

function LeaderWorklist(): ReactNode {
  const [by, setBy] = useState<'matter' | 'office'>('matter')
  const choice = <Segmented<'matter' | 'office'> value={by} onChange={setBy} options={[{ value: 'matter', label: '按办件' }, { value: 'office', label: '按科所' }]} />
  return by === 'matter' ? <MatterWorklist choice={choice} /> : <><PageHeading title="各科所在办情况">{choice}</PageHeading><OfficeLoads /></>
}

function MatterWorklist({ choice }: Readonly<{ choice?: ReactNode }>): ReactNode {
  const session = useSession()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const view = isView(search.view) ? search.view : firstView(session.roles.map(({ role }) => role))
  const list = useKeyset('worklist', { view, procedure: search.procedure, office: search.office, q: search.q }, (query, signal) => get<Worklist>('/api/worklist', query, signal))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const counts = list.first?.counts
  const rows = list.rows
  // What waits for a post is no officer's view.
  const shown = views.filter(([key]) => key !== 'for-post' || key === view || reachOf(session).quality)
  const filter = (change: Partial<typeof search>): void => {
    setChosen(new Set())
    void navigate({ search: previous => ({ ...previous, ...change }), replace: true })
  }
  return (
    <>
      <nav className="view-line" aria-label="按期限查看">
        {shown.map(([key, name]) => (
          <Link key={key} to="/" search={previous => ({ ...previous, view: key })} onClick={() => { setChosen(new Set()) }} className={`view-link view-${key}`} {...(key === view ? { 'aria-current': 'page' } : {})}>
            <span className="view-count">{counts === undefined ? '–' : counts[key]}</span><span>{name}</span>
          </Link>
        ))}
      </nav>
      <PageHeading title={views.find(([key]) => key === view)?.[1] ?? '我的'} count={counts === undefined ? undefined : `${counts[view]} 件`}>
        <ProcedurePicker label="按业务筛选" placeholder="全部业务" width={150} value={search.procedure} onChange={(procedure) => { filter({ procedure }) }} />
        {session.can.chase || search.office !== undefined ? <OfficePicker label="按科所筛选" placeholder="全部科所" width={180} value={search.office} onChange={(office) => { filter({ office }) }} /> : null}
        <FilterText label="编号、标题或主体" value={search.q} onChange={(q) => { filter({ q }) }} />
        {choice}
      </PageHeading>
      {chosen.size > 0 ? <BulkBar rows={(rows ?? []).filter(row => chosen.has(row.id))} onDone={() => { setChosen(new Set()) }} /> : null}
      <WorklistTable
        list={list} chosen={chosen} onChoose={setChosen}
        empty={search.procedure !== undefined || search.office !== undefined || search.q !== undefined ? '没有符合筛选条件的办件。可清除筛选后再看。' : emptyText[view]}
      />
    </>
  )
}

const emptyText: Readonly<Record<WorklistView, string>> = {
  mine: '没有分派给您的在办件。', office: '本科所没有在办件。', overdue: '没有逾期的办件。', 'due-in-3-days': '3日内没有到期的办件。',
  'due-today': '今天没有到期的办件。', unassigned: '没有等待分派的办件。', 'to-approve': '没有等待您审批的拟办。', 'for-post': '没有期限在等您的岗位办理的办件。', 'term-over': '没有等候期已满的办件。', all: '没有在办件。',
}

function NoMatters(): ReactNode {
  if (reachOf(useSession()).administration) return <Navigate to="/admin" replace />
  return (
    <>
      <PageHeading title="欢迎" />
      <p>您还没有办理业务的岗位，因此看不到办件和主体。如需办理业务，请由安全管理员授予岗位。</p>
    </>
  )
}
