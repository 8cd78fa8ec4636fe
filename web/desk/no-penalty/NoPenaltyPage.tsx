import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Segmented, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { LenientCount, NoPenaltyStatistics } from '../../../src/domains/enforcement/contract.ts'
import { dateInShanghai, yearOf } from '../../../src/kernel/calendar-date.ts'
import { formatYuan } from '../../../src/kernel/money.ts'
import { get } from '../../kit/api.ts'
import { serverNow } from '../../kit/server-time.ts'
import { yearsUntil } from '../indicators/moment-of.ts'
import { Failure } from '../parts/Failure.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { OfficePicker } from '../parts/pickers.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { periodOf } from './decision-period.ts'
import type { Chosen } from './decision-period.ts'

const route = getRouteApi('/no-penalty')

type Part = Readonly<{ leniency?: string; ground?: string; item?: string; circumstance?: string }>

/** 免罚轻罚统计: decisions without a penalty or with less than the law's range, by ground, item, circumstance, month and office; every number opens to its cases. */
export function NoPenaltyPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const period = periodOf(search)
  const found = useQuery({ queryKey: ['no-penalty', period], queryFn: ({ signal }) => get<NoPenaltyStatistics>('/api/enforcement/no-penalty', period, signal), placeholderData: previous => previous })
  const change = (next: Chosen): void => { void navigate({ search: previous => ({ ...previous, ...next }), replace: true }) }
  return (
    <>
      <PageHeading title="免罚轻罚统计" />
      <div className="filter-bar">
        <Segmented aria-label="年度" options={yearsUntil(undefined).map(each => ({ value: each, label: `${each}年` }))} value={Number(search.year ?? yearOf(dateInShanghai(serverNow())))} onChange={(year) => { change({ year: String(year) }) }} />
        <OfficePicker label="科所" placeholder="权限内全部科所" width={200} value={search.office} onChange={(office) => { change({ office }) }} />
        <span className="is-muted">普通程序案件，按作出决定的日期；只含您权限内的办件</span>
      </div>
      {found.isError ? <Failure error={found.error} retry={() => { void found.refetch() }} /> : found.data === undefined ? <Skeleton active paragraph={{ rows: 14 }} />
        : <div className={found.isPlaceholderData ? 'is-dimmed' : undefined}><Statistics found={found.data} chosen={search} /></div>}
    </>
  )
}

function Statistics({ found, chosen }: Readonly<{ found: NoPenaltyStatistics; chosen: Chosen }>): ReactNode {
  const { total, grounds, items, circumstances, months, offices } = found
  const all = (rows: readonly LenientCount[]): readonly LenientCount[] => (rows.length < 2 ? rows : [...rows, total])
  return (
    <>
      <Figures total={total} chosen={chosen} />
      <Table title="不予处罚的情形" first="情形" rows={grounds} kinds={['exempted']} open={({ key }) => [chosen, { ground: key }]} empty="期内没有不予处罚的决定。" />
      <Table title="不予处罚清单事项" first="清单事项" rows={items} kinds={['exempted']} open={({ key }) => [chosen, { item: key }]} empty="期内没有按清单不予处罚的决定。" />
      <Table title="从轻、减轻处罚的情节" first="裁量情节" rows={circumstances} kinds={['lightened', 'mitigated']} open={({ key }) => [chosen, { circumstance: key }]} empty="期内没有登记情节的从轻、减轻处罚决定。" />
      <Table title="按月份" first="月份" rows={all(months)} kinds={['decided', 'exempted', 'mitigated', 'lightened']} open={({ key }) => [key === '' ? chosen : { ...chosen, month: key }, {}]} empty="期内没有作出决定。" />
      <Table title="按科所" first="科（所、队）" rows={all(offices)} kinds={['decided', 'exempted', 'mitigated', 'lightened']} open={({ key }) => [key === '' ? chosen : { ...chosen, office: key }, {}]} empty="期内没有作出决定。" />
    </>
  )
}

type Kind = 'decided' | 'exempted' | 'mitigated' | 'lightened'
const KINDS: Readonly<Record<Kind, string>> = { decided: '作出决定', exempted: '不予处罚', mitigated: '减轻处罚', lightened: '从轻处罚' }

function Figures({ total, chosen }: Readonly<{ total: LenientCount; chosen: Chosen }>): ReactNode {
  return (
    <>
      <dl className="figure-line">
        {(['decided', 'exempted', 'mitigated', 'lightened'] as const).map(kind => <div key={kind}><dt>{KINDS[kind]}</dt><dd><RowsLink chosen={chosen} part={partOf(kind)}>{total[kind]} 件</RowsLink></dd></div>)}
        <div><dt>低于法定罚款下限合计</dt><dd>{formatYuan(total.waivedInFen)}</dd></div>
      </dl>
      <p className="is-muted">低于法定罚款下限的数额，不予处罚的按法定下限计，减轻处罚的按下限与所处罚款之差计，从轻处罚在法定幅度内，不计。{total.unranged === 0 ? '' : `不予处罚中有 ${total.unranged} 件未登记法定罚款幅度，没有计入。`}</p>
    </>
  )
}

const partOf = (kind: Kind): Part => (kind === 'decided' ? {} : { leniency: kind })

type TableProps = Readonly<{ title: string; first: string; rows: readonly LenientCount[]; kinds: readonly Kind[]; open: (row: LenientCount) => readonly [Chosen, Part]; empty: string }>

function Table({ title, first, rows, kinds, open, empty }: TableProps): ReactNode {
  const columns: readonly Column<LenientCount>[] = [
    { key: 'name', title: first, isFixed: true, render: row => row.name },
    ...kinds.map(kind => ({ key: kind, title: KINDS[kind], width: 110, align: 'right' as const, isFixed: true, render: (row: LenientCount) => { const [chosen, part] = open(row); return <RowsLink chosen={chosen} part={{ ...part, ...partOf(kind) }}>{row[kind]}</RowsLink> } })),
    { key: 'waived', title: '低于法定下限', width: 150, align: 'right', isFixed: true, render: row => (row.exempted + row.mitigated === 0 ? '' : row.unranged === row.exempted && row.mitigated === 0 ? <span className="is-muted">未登记幅度</span> : formatYuan(row.waivedInFen)) },
  ]
  return (
    <section aria-label={title} style={{ marginBottom: 24 }}>
      <h2>{title}</h2>
      <RowTable name={title} columns={columns} rows={rows} rowKey={row => row.key} empty={empty} />
    </section>
  )
}

function RowsLink({ chosen, part, children }: Readonly<{ chosen: Chosen; part: Part; children: ReactNode }>): ReactNode {
  return <Link to="/no-penalty/rows" search={{ ...chosen, ...part }}>{children}</Link>
}
