import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { DrawOrder, DrawPreview } from '../../../../src/domains/inspection/programme/contract.ts'
import { post } from '../../../kit/api.ts'
import { momentText } from '../../../kit/time-text.ts'
import { Failure } from '../../parts/Failure.tsx'
import { StrataTable } from '../StrataTable.tsx'

/** Last step: the announcement as it would read today. Nothing is frozen yet. */
export function PreviewStep({ order }: Readonly<{ order: DrawOrder }>): ReactNode {
  const preview = useQuery({ queryKey: ['draw-preview', order], queryFn: () => post<DrawPreview>('/api/inspection/draw-previews', { order }), staleTime: 0 })
  if (preview.isError) return <Failure error={preview.error} retry={() => { void preview.refetch() }} />
  if (preview.data === undefined) return <Skeleton active paragraph={{ rows: 12 }} />
  const { objects, excluded, size, strata, exclusions, inspectors, available, places, capacity, items, sources, text, warnings } = preview.data
  return (
    <div>
      {warnings.map(says => <Alert key={says} type="warning" showIcon title={says} className="form-failure" />)}
      <section className="panel">
        <h2>公告预览</h2>
        <p className="announcement-text">{text}</p>
        <p className="is-muted">公告时重新取数并封存，户数可能与预览略有不同。</p>
      </section>
      <section className="panel">
        <h2>层级和数量<span className="page-count">名单 {objects} 户，应抽 {size} 户，不重复抽取而不抽 {excluded} 户</span></h2>
        <StrataTable strata={strata} hasResult={false} />
        <ul className="basis-list">{exclusions.map(({ strata: within, drawnFrom, reason }) => <li key={`${drawnFrom} ${within.join()}`}>{within.map(id => strata.find(stratum => stratum.id === id)?.name ?? id).join('、')}：{drawnFrom}以来抽中过的不再抽取，{reason}。</li>)}</ul>
      </section>
      <section className="panel">
        <h2>派员</h2>
        <p>检查人员名录 <Link to="/inspectors">{inspectors} 人</Link>，检查期间在岗且证件有效 <Link to="/inspectors" search={{ state: 'drawable' }}>{available} 人</Link>；需要 {places} 个席位，按每人上限可派 {capacity} 个。</p>
      </section>
      <section className="panel">
        <h2>检查事项和号码来源</h2>
        <ul className="basis-list">
          {items.map(({ code, name }) => <li key={code}><Link to="/inspection-items" search={{ item: code }}>{code} {name}</Link></li>)}
          {sources.map(({ id, name, issue, publishedFrom, fallback }) => <li key={id}>{name} {issue}，{momentText(publishedFrom)}公布。{fallback}</li>)}
        </ul>
      </section>
    </div>
  )
}
