import { PlusOutlined } from '@ant-design/icons'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import type { InspectorRow } from '../../../src/domains/inspection/programme/contract.ts'
import { FilterText } from '../parts/FilterText.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { CERTIFICATES } from './inspector-values.ts'
import { InspectorDrawer } from './InspectorDrawer.tsx'
import { ProgrammeNav } from './ProgrammeNav.tsx'
import { useInspectors } from './programme-api.ts'

const route = getRouteApi('/inspectors')

const STATES = [['drawable', '可以抽取'], ['leave', '今天不在岗'], ['certificate', '证件失效或将到期'], ['inactive', '已移出']] as const

type Search = Readonly<{ q?: string | undefined; department?: string | undefined; state?: string | undefined; person?: string | undefined }>

const columns: readonly Column<InspectorRow>[] = [
  { key: 'name', title: '姓名', isFixed: true, render: row => <span className={row.isActive ? 'two-lines' : 'two-lines is-retired'}><Link to="/inspectors" search={previous => ({ ...previous, person: row.id })}>{row.name}</Link>{row.isActive ? null : <span>已移出</span>}</span> },
  { key: 'department', title: '部门、科所', width: '18%', render: row => <span className="two-lines"><span>{row.department}</span><span className="is-muted">{row.officeName ?? ''}</span></span> },
  { key: 'town', title: '所在镇街', width: 100, isHiddenAtFirst: true, render: row => row.townName ?? '—' },
  { key: 'certificate', title: '执法证件', width: 190, render: row => <span className="two-lines"><span>{row.certificateNo}</span><span className={row.certificateState === 'valid' ? 'is-muted' : 'is-unassigned'}>{CERTIFICATES[row.certificateState]}，至{row.certifiedUntil}</span></span> },
  { key: 'expertise', title: '专业', width: '16%', render: row => row.expertise.join('、') || '—' },
  { key: 'leave', title: '在岗', width: 110, render: row => row.onLeaveToday ? <span className="is-unassigned">今天不在岗</span> : '在岗' },
  { key: 'conflicts', title: '回避', width: 80, render: row => { const standing = row.conflicts.filter(({ endedAt }) => endedAt === null).length; return standing === 0 ? '—' : <Link to="/inspectors" search={previous => ({ ...previous, person: row.id })}>{standing} 户</Link> } },
  { key: 'teams', title: '本年派员', width: 112, align: 'right', render: row => `${row.teamsThisYear} 次` },
]

/** 执法检查人员名录库: who may be drawn, with certificate, expertise, leave and conflicts. */
export function InspectorsPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useInspectors()
  const set = (change: Search): void => { void navigate({ search: previous => ({ ...previous, ...change }), replace: true }) }
  const rows = list.data?.rows.filter(row => fits(row, search))
  return (
    <>
      <ProgrammeNav />
      <PageHeading title="执法检查人员名录库" count={rows === undefined ? undefined : `${rows.length} 人`}>
        {list.data?.mayEdit === true ? <Button type="primary" icon={<PlusOutlined />} onClick={() => { set({ person: 'new' }) }}>新增人员</Button> : null}
      </PageHeading>
      <div className="filter-bar">
        <FilterText label="姓名或证件号" value={search.q} onChange={(q) => { set({ q }) }} />
        <Select aria-label="部门" allowClear placeholder="全部部门" style={{ width: 190 }} value={search.department ?? null} options={(list.data?.departments ?? []).map(value => ({ value, label: value }))} onChange={(department: string | null | undefined) => { set({ department: department ?? undefined }) }} />
        <Select aria-label="状态" allowClear placeholder="全部状态" style={{ width: 170 }} value={search.state ?? null} options={STATES.map(([value, label]) => ({ value, label }))} onChange={(state: string | null | undefined) => { set({ state: state ?? undefined }) }} />
      </div>
      <RowTable name="执法检查人员" unit="人" columns={columns} rows={rows} rowKey={row => row.id} error={list.error} retry={() => { void list.refetch() }} empty="没有符合条件的人员。可放宽筛选条件，或新增、导入人员。" />
      <InspectorDrawer list={list.data} id={search.person} onClose={() => { set({ person: undefined }) }} />
    </>
  )
}

function fits(row: InspectorRow, { q, department, state }: Search): boolean {
  const text = q?.trim() ?? ''
  return (text === '' || row.name.includes(text) || row.certificateNo.includes(text)) && (department === undefined || row.department === department) && isIn(row, state)
}

function isIn(row: InspectorRow, state: string | undefined): boolean {
  switch (state) {
    case 'drawable': return row.isActive && !row.onLeaveToday && ['valid', 'ends-soon'].includes(row.certificateState)
    case 'leave': return row.isActive && row.onLeaveToday
    case 'certificate': return row.isActive && row.certificateState !== 'valid'
    case 'inactive': return !row.isActive
    case undefined: return true
  }
  return true
}
