import { PlusOutlined } from '@ant-design/icons'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import type { ItemList, ItemRow } from '../../../src/domains/inspection/programme/contract.ts'
import { FilterText } from '../parts/FilterText.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { ItemDrawer } from './ItemDrawer.tsx'
import { basisText } from './item-values.ts'
import { ProgrammeNav } from './ProgrammeNav.tsx'
import { useItems } from './programme-api.ts'

const route = getRouteApi('/inspection-items')

type Search = Readonly<{ q?: string | undefined; level?: string | undefined; kind?: string | undefined; retired?: string | undefined; item?: string | undefined }>

/** 抽查事项清单: what may be inspected by draw, on which basis, of whom and how. */
export function ItemsPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const items = useItems()
  const set = (change: Search): void => { void navigate({ search: previous => ({ ...previous, ...change }), replace: true }) }
  const rows = items.data === undefined ? undefined : items.data.rows.filter(row => fits(row, search))
  return (
    <>
      <ProgrammeNav />
      <PageHeading title="抽查事项清单" count={rows === undefined ? undefined : `${rows.length} 项`}>
        {items.data?.mayEdit === true ? <Button type="primary" icon={<PlusOutlined />} onClick={() => { set({ item: 'new' }) }}>新增事项</Button> : null}
      </PageHeading>
      <div className="filter-bar">
        <FilterText label="事项名称或编码" value={search.q} onChange={(q) => { set({ q }) }} />
        <Select aria-label="事项类别" allowClear placeholder="一般和重点" style={{ width: 140 }} value={search.level ?? null} options={Object.entries(items.data?.levels ?? {}).map(([value, label]) => ({ value, label }))} onChange={(level: string | null | undefined) => { set({ level: level ?? undefined }) }} />
        <Select aria-label="检查对象" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="全部检查对象" style={{ width: 200 }} value={search.kind ?? null} options={(items.data?.kinds ?? []).map(({ id, name }) => ({ value: id, label: name }))} onChange={(kind: string | null | undefined) => { set({ kind: kind ?? undefined }) }} />
        <Select aria-label="是否停用" style={{ width: 120 }} value={search.retired ?? ''} options={[{ value: '', label: '现行事项' }, { value: 'yes', label: '已停用' }]} onChange={(retired: string) => { set({ retired: retired === '' ? undefined : retired }) }} />
      </div>
      <RowTable
        name="抽查事项" unit="项" columns={columnsFor(items.data)} rows={rows} rowKey={row => row.code} groupOf={row => row.category} error={items.error} retry={() => { void items.refetch() }}
        empty="没有符合条件的事项。可放宽筛选条件。"
      />
      <ItemDrawer list={items.data} code={search.item} onClose={() => { set({ item: undefined }) }} />
    </>
  )
}

function columnsFor(list: ItemList | undefined): readonly Column<ItemRow>[] {
  return [
    { key: 'code', title: '编码', width: 84, isFixed: true, render: row => row.code },
    { key: 'name', title: '抽查事项', isFixed: true, render: row => <span className={row.isRetired ? 'two-lines is-retired' : 'two-lines'}><Link to="/inspection-items" search={previous => ({ ...previous, item: row.code })}>{row.name}</Link>{row.isRetired ? <span>已停用</span> : null}</span> },
    { key: 'level', title: '类别', width: 100, render: row => list?.levels[row.level] ?? row.level },
    { key: 'kinds', title: '检查对象', width: '16%', render: row => row.kinds.map((kind, index) => <span key={kind}>{index === 0 ? '' : '、'}<Link to="/inspection-objects/$kind" params={{ kind }}>{row.kindNames[index] ?? kind}</Link></span>) },
    { key: 'methods', title: '方式', width: 90, isWideOnly: true, render: row => row.methods.map(method => list?.methods[method] ?? method).join('、') },
    { key: 'basis', title: '依据', width: '22%', render: row => basisText(row) },
    { key: 'floor', title: '法定最低比例', width: 130, render: row => row.floor?.says ?? <span className="is-muted">没有规定</span> },
    { key: 'office', title: '承办', width: '14%', isWideOnly: true, render: row => <span className="two-lines"><span>{row.officeName}</span>{row.jointDepartments.length === 0 ? null : <span className="is-muted">会同{row.jointDepartments.join('、')}</span>}</span> },
  ]
}

function fits(row: ItemRow, { q, level, kind, retired }: Search): boolean {
  const text = q?.trim() ?? ''
  return row.isRetired === (retired === 'yes') && (text === '' || row.name.includes(text) || row.code.toUpperCase().startsWith(text.toUpperCase()))
    && (level === undefined || row.level === level) && (kind === undefined || row.kinds.includes(kind))
}
