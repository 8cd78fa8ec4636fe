import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import type { LawValueView } from '../../../src/platform/session/contract.ts'
import { addDays } from '../../../src/kernel/calendar-date.ts'
import { get } from '../../kit/api.ts'
import { UnverifiedMark } from '../../kit/CitationText.tsx'
import { DateFilter } from '../parts/DateFilter.tsx'
import { FilterText } from '../parts/FilterText.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { lawAsOf, unitName } from './law-values.ts'

const route = getRouteApi('/law')

const columns: readonly Column<LawValueView>[] = [
  { key: 'name', title: '名称', isFixed: true, render: value => <strong>{value.name}</strong> },
  { key: 'value', title: '数值', width: 110, isFixed: true, render: value => value.value === null ? '已废止' : `${value.value} ${unitName(value.unit)}` },
  { key: 'article', title: '依据', width: '22%', isFixed: true, render: value => <>{value.instrumentTitle} {value.article}{value.verified ? null : <UnverifiedMark />}</> },
  { key: 'quotation', title: '原文', width: '26%', render: value => <>{value.quotation === '' ? '—' : `“${value.quotation}”`}{value.note === null ? null : <span className="is-muted"> {value.note}</span>}</> },
  { key: 'from', title: '适用', width: 128, render: value => <span className="two-lines"><span>{value.from} 起</span>{value.until === null ? null : <span className="is-muted">至 {addDays(value.until, -1)}</span>}</span> },
  { key: 'checked', title: '核对日期', width: 98, isWideOnly: true, render: value => value.checkedOn },
]

/** Every legal number with its article, as it stands on a chosen date. */
export function LawPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery({ queryKey: ['law'], queryFn: () => get<readonly LawValueView[]>('/api/law') })
  const rows = data === undefined ? undefined : lawAsOf(data, { on: search.on, q: search.q, onlyUnverified: search.verified === 'false' })
  const changes = data?.filter(value => value.from === search.on) ?? []
  const filter = (change: Partial<typeof search>): void => {
    void navigate({ search: previous => ({ ...previous, ...change }), replace: true })
  }
  return (
    <>
      <PageHeading title="法定数值" count={rows === undefined ? undefined : `${rows.length} 条`}>
        <FilterText label="名称、法规或原文" value={search.q} onChange={(q) => { filter({ q }) }} />
        <span className="filter-range">某日适用 <DateFilter label="某日适用" value={search.on} onChange={(on) => { filter({ on }) }} /></span>
        <Checkbox checked={search.verified === 'false'} onChange={(event) => { filter({ verified: event.target.checked ? 'false' : undefined }) }}>只看未核验</Checkbox>
      </PageHeading>
      {search.on !== undefined && changes.length > 0 ? <p>自 {search.on} 起有 {changes.length} 条数值开始适用：{changes.map(value => value.name).join('、')}。</p> : null}
      <RowTable name="法定数值" columns={columns} rows={rows} rowKey={value => `${value.id}${value.from}`} empty="没有符合条件的数值。" error={error} retry={() => { void refetch() }} />
    </>
  )
}
