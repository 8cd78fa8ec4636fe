import { Link, getRouteApi } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { EntityKind, EntityList, EntityRow, EntityStatus } from '../../../src/engines/register/contract.ts'
import { get } from '../../kit/api.ts'
import { ExportButtons } from '../parts/ExportButtons.tsx'
import { FilterText } from '../parts/FilterText.tsx'
import { useKeyset } from '../parts/keyset.ts'
import { PageHeading } from '../parts/PageHeading.tsx'
import { TownPicker } from '../parts/pickers.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { EntityStatusMark } from './EntityStatusMark.tsx'

const route = getRouteApi('/entities')

const kinds: Readonly<Record<EntityKind, string>> = { enterprise: '企业', 'sole-trader': '个体工商户', cooperative: '农民专业合作社', branch: '分支机构' }
const statuses: Readonly<Record<EntityStatus, string>> = { active: '在营（开业）', suspended: '歇业', revoked: '吊销', deregistered: '注销', relocated: '迁出' }
const optionsOf = (names: Readonly<Record<string, string>>): { value: string; label: string }[] => Object.entries(names).map(([value, label]) => ({ value, label }))

const columns: readonly Column<EntityRow>[] = [
  { key: 'name', title: '名称', isFixed: true, render: row => <Link to="/entities/$entityId" params={{ entityId: row.id }} className="entity-name">{row.name}</Link> },
  { key: 'uscc', title: '统一社会信用代码', width: 176, isFixed: true, render: row => row.uscc ?? <span className="is-muted">无</span> },
  { key: 'kind', title: '类型', width: 128, isWideOnly: true, render: row => row.kindName },
  { key: 'status', title: '状态', width: 164, render: row => <EntityStatusMark entity={row} /> },
  { key: 'person', title: '负责人', width: 84, isWideOnly: true, render: row => row.legalRepresentative ?? '—' },
  { key: 'established', title: '成立日期', width: 98, isWideOnly: true, render: row => row.establishedOn ?? '—' },
  { key: 'town', title: '镇街', width: 96, render: row => row.townName ?? <span className="is-muted">未定位</span> },
  { key: 'address', title: '住所（经营场所）', width: '22%', render: row => row.address ?? '—' },
]

/** The register of market entities: two characters of a name, a code or an address suffice. */
export function EntityListPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useKeyset('entities', search, (query, signal) => get<EntityList>('/api/entities', query, signal))
  const first = list.first
  const filter = (change: Partial<typeof search>): void => {
    void navigate({ search: previous => ({ ...previous, ...change }), replace: true })
  }
  return (
    <>
      <PageHeading title="主体" count={first === undefined ? undefined : `${first.isTotalExact ? '' : '超过 '}${first.total} 户`}><ExportButtons list="entities" query={search} count={first?.total} /></PageHeading>
      <div className="filter-bar">
        <FilterText label="名称、统一社会信用代码或地址（至少两个字）" width={330} value={search.q} onChange={(q) => { filter({ q }) }} />
        <Select aria-label="类型" allowClear placeholder="全部类型" style={{ width: 150 }} value={search.kind ?? null} options={optionsOf(kinds)} onChange={(kind: string | null | undefined) => { filter({ kind: kind ?? undefined }) }} />
        <Select aria-label="状态" allowClear placeholder="全部状态" style={{ width: 140 }} value={search.status ?? null} options={optionsOf(statuses)} onChange={(status: string | null | undefined) => { filter({ status: status ?? undefined }) }} />
        <TownPicker label="镇街" placeholder="全部镇街" width={140} value={search.town} onChange={(town) => { filter({ town }) }} />
      </div>
      <RowTable
        name="主体" columns={columns} rows={list.rows} rowKey={row => row.id} error={list.error} retry={list.retry} isDimmed={list.isStale}
        empty="没有找到。可换用名称中的两个字、代码的前几位，或去掉筛选条件。" more={{ has: list.hasMore, isLoading: list.isLoadingMore, load: list.loadMore }}
      />
    </>
  )
}
