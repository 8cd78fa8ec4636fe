import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Button, Select, Tabs } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { PublicationOptions } from '../../../src/engines/publication/contract.ts'
import { addDays, dateInShanghai } from '../../../src/kernel/calendar-date.ts'
import { addressOf, get } from '../../kit/api.ts'
import { serverNow } from '../../kit/server-time.ts'
import { DateInput } from '../parts/DateInput.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { DueTable } from './DueTable.tsx'
import { PublicationTable } from './PublicationTable.tsx'
import './publications.css'

const route = getRouteApi('/publications')

/** 公示管理: what is due, what is public, what has ended, and the files for other systems. */
export function PublicationsPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const options = useQuery({ queryKey: ['publication-options'], queryFn: ({ signal }) => get<PublicationOptions>('/api/publications/options', {}, signal), staleTime: Infinity })
  const { tab = 'due', kind, q } = search
  const filter = (change: Partial<typeof search>): void => { void navigate({ search: previous => ({ ...previous, ...change }), replace: true }) }
  return (
    <>
      <PageHeading title="公示管理"><a href="/publications" target="_blank" rel="noreferrer">公众看到的页面</a></PageHeading>
      <div className="filter-bar">
        <Select
          aria-label="公示类别" allowClear placeholder="全部类别" style={{ width: 200 }} value={kind ?? null} onChange={(next: string | null | undefined) => { filter({ kind: next ?? undefined }) }}
          options={(options.data?.kinds ?? []).map(each => ({ value: each.kind, label: each.name }))}
        />
      </div>
      <Tabs
        activeKey={tab} destroyOnHidden onChange={(next) => { filter({ tab: next === 'due' ? undefined : next }) }}
        items={[
          { key: 'due', label: '待公示', children: <DueTable kind={kind} status="waiting" /> },
          { key: 'live', label: '正在公示', children: <PublicationTable state="live" kind={kind} q={q} onSearch={(next) => { filter({ q: next }) }} /> },
          { key: 'ended', label: '已停止', children: <PublicationTable state="ended" kind={kind} q={q} onSearch={(next) => { filter({ q: next }) }} /> },
          { key: 'withheld', label: '不予公示', children: <DueTable kind={kind} status="withheld" /> },
          ...(options.data?.mayExport === true ? [{ key: 'files', label: '数据报送', children: <LayoutFiles layouts={options.data.layouts} /> }] : []),
        ]}
      />
      <p className="is-muted">公示期、撤回和更正期限见 <Link to="/law" search={{ q: '公示' }}>法定数值</Link>。公示期届满由系统自动停止。</p>
    </>
  )
}

function LayoutFiles({ layouts }: Readonly<{ layouts: PublicationOptions['layouts'] }>): ReactNode {
  const today = dateInShanghai(serverNow())
  const [from, setFrom] = useState<string | undefined>(addDays(today, -7))
  const [until, setUntil] = useState<string | undefined>(today)
  return (
    <section className="panel">
      <p>期间内公示和停止公示的信息，按归集平台的字段导出。不含法定代表人姓名和证件号码；停止公示的只报送编号和状态。每次导出都会留痕。</p>
      <div className="filter-bar"><span className="filter-range">从 <DateInput label="日期从" value={from} onChange={setFrom} /> 至 <DateInput label="日期至" value={until} onChange={setUntil} /></span></div>
      {layouts.map(({ id, name }) => (
        <Button key={id} icon={<DownloadOutlined />} disabled={from === undefined || until === undefined} href={addressOf(`/api/publications/layouts/${id}`, { from, until })} download>{name}（CSV）</Button>
      ))}
    </section>
  )
}
