import { ImportOutlined } from '@ant-design/icons'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Select, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { ObjectBase, ObjectPage, ObjectRow } from '../../../src/domains/inspection/programme/contract.ts'
import { formatDate } from '../../../src/kernel/calendar-date.ts'
import { get } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { FilterText } from '../parts/FilterText.tsx'
import { useKeyset } from '../parts/keyset.ts'
import { PageHeading } from '../parts/PageHeading.tsx'
import { TownPicker } from '../parts/pickers.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { useSession } from '../session/session-context.ts'
import { reachOf } from '../session/reach.ts'
import { ProgrammeNav } from './ProgrammeNav.tsx'
import { useObjectBase } from './programme-api.ts'

const route = getRouteApi('/inspection-objects/$kind')

type Search = Readonly<{ town?: string | undefined; class?: string | undefined; q?: string | undefined }>

/** 检查对象名录库: how many of each kind in each town; each number opens its rows. */
export function ObjectsPage(): ReactNode {
  return <Base kindId={undefined}>{() => <p className="is-muted">点户数，查看对应的名录。</p>}</Base>
}

/** The objects of one kind, below the counts of all. */
export function ObjectKindPage(): ReactNode {
  const { kind: kindId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: Search): void => { void navigate({ search: previous => ({ ...previous, ...change }), replace: true }) }
  return (
    <Base kindId={kindId}>
      {(kind, base) => kind === undefined ? <p>没有这一类检查对象。<Link to="/inspection-objects">看全部类别</Link></p> : <><p><Link to="/inspection-objects">看全部类别</Link></p><ObjectList key={kind.id} kind={kind} classNames={base.classNames} search={search} onChange={set} /></>}
    </Base>
  )
}

type Kind = ObjectBase['kinds'][number]

function Base({ kindId, children }: Readonly<{ kindId: string | undefined; children: (kind: Kind | undefined, base: ObjectBase) => ReactNode }>): ReactNode {
  const { imports } = reachOf(useSession())
  const base = useObjectBase()
  const kind = base.data?.kinds.find(({ id }) => id === kindId)
  return (
    <>
      <ProgrammeNav />
      <PageHeading title="检查对象名录库">
        {imports && typeof kind?.importKind === 'string' ? <Link to="/exchange" search={{ kind: kind.importKind }} className="ant-btn-link-like"><ImportOutlined /> 导入{kind.name}</Link> : null}
      </PageHeading>
      {base.isError ? <Failure error={base.error} retry={() => { void base.refetch() }} /> : null}
      {base.data === undefined && !base.isError ? <Skeleton active paragraph={{ rows: 10 }} /> : null}
      {base.data === undefined ? null : <><Counts base={base.data} chosen={kindId} />{children(kind, base.data)}</>}
    </>
  )
}

function Counts({ base: { kinds, towns, counts, asOf }, chosen }: Readonly<{ base: ObjectBase; chosen: string | undefined }>): ReactNode {
  const countOf = (kind: string, town: string | null): number => counts.find(count => count.kind === kind && count.townCode === town)?.objects ?? 0
  const door = (kind: string, town: string | undefined, objects: number): ReactNode => objects === 0 ? <span className="is-muted">0</span> : <Link to="/inspection-objects/$kind" params={{ kind }} search={{ town }}>{objects}</Link>
  const shown = chosen === undefined ? kinds : kinds.filter(({ id }) => id === chosen)
  const hasUnplaced = counts.some(({ townCode, objects }) => townCode === null && objects > 0)
  return (
    <div className="count-grid">
      <table>
        <caption className="visually-hidden">各类检查对象在各镇街的户数</caption>
        <thead><tr><th scope="col">检查对象（{formatDate(asOf)}）</th><th scope="col">合计</th>{towns.map(({ code, name }) => <th key={code} scope="col">{name}</th>)}{hasUnplaced ? <th scope="col">未定位</th> : null}</tr></thead>
        <tbody>
          {shown.map(({ id, name, objects, unlinked, says }) => (
            <tr key={id}>
              <th scope="row" title={says}>{name}{unlinked === 0 ? null : <span className="is-warned">（另有{unlinked}条未关联主体，不能抽取）</span>}</th>
              <td><strong>{door(id, undefined, objects)}</strong></td>
              {towns.map(({ code }) => <td key={code}>{door(id, code, countOf(id, code))}</td>)}
              {hasUnplaced ? <td>{countOf(id, null)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const columnsOf = (classNames: ObjectBase['classNames']): readonly Column<ObjectRow>[] => [
  { key: 'name', title: '名称', isFixed: true, render: row => <span className="two-lines"><Link to="/entities/$entityId" params={{ entityId: row.entityId }} className="entity-name">{row.name}</Link><span className="is-muted">{row.objectId}</span></span> },
  { key: 'town', title: '镇街', width: 96, render: row => row.townName ?? <span className="is-muted">未定位</span> },
  { key: 'address', title: '地址', width: '24%', isWideOnly: true, render: row => row.address ?? '—' },
  { key: 'entries', title: '许可、登记', width: '22%', render: row => row.entries.length === 0 ? '—' : <span className="two-lines">{row.entries.slice(0, 3).map(({ code, name, validUntil }) => <span key={code}>{name} {code}{validUntil === null ? '' : `，至${validUntil}`}</span>)}{row.entries.length > 3 ? <span className="is-muted">共{row.entries.length}条</span> : null}</span> },
  { key: 'class', title: '信用风险', width: 136, render: row => classNames[row.creditClass] ?? row.creditClass },
  { key: 'drawn', title: '最近抽中', width: 128, render: row => row.lastDrawnOn === null ? <span className="is-muted">没有抽中过</span> : <span className="two-lines"><span>{row.lastDrawnOn}</span><span className="is-muted">{row.lastDrawNumber}</span></span> },
]

function ObjectList({ kind, classNames, search, onChange }: Readonly<{ kind: Kind; classNames: ObjectBase['classNames']; search: Search; onChange: (change: Search) => void }>): ReactNode {
  const { town, q } = search
  const query = { town, q, class: search.class }
  const list = useKeyset(`inspection-objects ${kind.id}`, query, (asked, signal) => get<ObjectPage>(`/api/inspection/objects/${kind.id}`, asked, signal))
  return (
    <section>
      <h2>{kind.name}<span className="page-count">{list.first === undefined ? '' : `${list.first.total} 户`}</span></h2>
      <p className="is-muted">{kind.says}</p>
      <div className="filter-bar">
        <FilterText label="名称或编号" value={q} onChange={(next) => { onChange({ q: next }) }} />
        <TownPicker label="镇街" placeholder="全部镇街" width={140} value={town} onChange={(next) => { onChange({ town: next }) }} />
        <Select aria-label="信用风险类别" allowClear placeholder="全部信用风险类别" style={{ width: 170 }} value={search.class ?? null} options={Object.entries(classNames).map(([value, label]) => ({ value, label }))} onChange={(next: string | null | undefined) => { onChange({ class: next ?? undefined }) }} />
      </div>
      <RowTable
        name="检查对象" unit="户" columns={columnsOf(classNames)} rows={list.rows} rowKey={row => row.entityId} error={list.error} retry={list.retry} isDimmed={list.isStale}
        empty="没有符合条件的检查对象。" more={{ has: list.hasMore, isLoading: list.isLoadingMore, load: list.loadMore }}
      />
    </section>
  )
}
