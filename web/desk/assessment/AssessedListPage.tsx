import { Link, getRouteApi } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { AssessedList } from '../../../src/engines/assessment/contract.ts'
import { get } from '../../kit/api.ts'
import { useKeyset } from '../parts/keyset.ts'
import { PageHeading } from '../parts/PageHeading.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import { ASSESSMENT, useAssessment } from './assessment-api.ts'
import './assessment.css'
import { ClassMark } from './ClassMark.tsx'

const route = getRouteApi('/risk/entities')

/** The entities behind a count: highest score first, each open to its explanation. */
export function AssessedListPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const page = useAssessment()
  const list = useKeyset('assessed', search, (query, signal) => get<AssessedList>(`${ASSESSMENT}/entities`, query, signal))
  const classes = page.data?.classes ?? []
  const set = (change: Readonly<{ class?: string | undefined; town?: string | undefined }>): void => { void navigate({ search: previous => ({ ...previous, ...change }), replace: true }) }
  return (
    <>
      <p className="back-line"><Link to="/risk">信用风险分类（内部）</Link></p>
      <PageHeading title={search.class === undefined ? '已评定的主体' : `${search.class}类主体`} count={list.first === undefined ? undefined : `${list.first.total} 户`} />
      <div className="filter-bar">
        <Select aria-label="类别" allowClear placeholder="全部类别" style={{ width: 180 }} value={search.class ?? null} options={classes.map(({ id, name }) => ({ value: id, label: `${id} ${name}` }))} onChange={(next: string | null | undefined) => { set({ class: next ?? undefined }) }} />
        <Select aria-label="镇街" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="全部镇街" style={{ width: 180 }} value={search.town ?? null} options={(page.data?.byTown ?? []).map(({ townCode, townName }) => ({ value: townCode ?? '-', label: townName }))} onChange={(next: string | null | undefined) => { set({ town: next ?? undefined }) }} />
      </div>
      <RowTable
        name="评定结果" unit="户" rows={list.rows} rowKey={row => row.entityId} empty="没有符合条件的主体。" error={list.error} retry={list.retry} isDimmed={list.isStale} more={{ has: list.hasMore, isLoading: list.isLoadingMore, load: list.loadMore }}
        columns={[
          { key: 'class', title: '类别', width: 70, isFixed: true, render: row => <ClassMark id={row.class} classes={classes} /> },
          { key: 'score', title: '得分', width: 70, align: 'right', isFixed: true, render: row => row.score },
          { key: 'name', title: '名称', isFixed: true, render: row => <Link className="entity-name" to="/entities/$entityId" params={{ entityId: row.entityId }} search={{ tab: 'risk' }}>{row.name}</Link> },
          { key: 'uscc', title: '统一社会信用代码', width: 180, render: row => row.uscc ?? '无' },
          { key: 'industry', title: '行业', width: '16%', isWideOnly: true, render: row => row.industryName ?? '—' },
          { key: 'town', title: '镇街', width: 110, render: row => row.townName ?? '未定位' },
          { key: 'on', title: '自何日起', width: 110, render: row => row.assessedOn },
        ]}
      />
    </>
  )
}
