import type { PublishedEntity } from '../../src/engines/register/contract.ts'
import { Link } from './Link.tsx'
import { FailureNotice, Loading } from './LoadState.tsx'
import { navigate } from './navigation.ts'
import { Page } from './Page.tsx'
import { SearchBox } from './SearchBox.tsx'
import { usePages } from './use-load.ts'
import type { Pages } from './use-load.ts'

export function EntityListPage({ q }: Readonly<{ q: string }>) {
  const pages = usePages<PublishedEntity>('/api/portal/entities', q.length < 2 ? null : { q })
  return (
    <Page title="查企业">
      <SearchBox
        label="名称、地址或统一社会信用代码" placeholder="至少2个字" initial={q} fewest={2} hint="可以只输入名称中的几个字"
        onSearch={(next) => { navigate(`/entities?${new URLSearchParams({ q: next }).toString()}`) }}
      />
      {q.length < 2 ? <p className="muted">查到后可以看到登记的名称、负责人、地址和经营范围，也可以直接对它投诉、举报。</p> : <Results q={q} pages={pages} />}
    </Page>
  )
}

function Results({ q, pages }: Readonly<{ q: string; pages: Pages<PublishedEntity> }>) {
  if (pages.status === 'loading') return <Loading what="登记信息" />
  if (pages.failure !== null && pages.rows.length === 0) return <FailureNotice failure={pages.failure} onRetry={pages.more} />
  if (pages.rows.length === 0) {
    return (
      <div className="empty">
        <p><strong>没有查到“{q}”。</strong></p>
        <p>换成招牌或小票上的几个关键字试试，不用写“有限公司”。外地登记的商家在这里查不到，但仍然可以<Link to="/complain">投诉</Link>或<Link to="/report">举报</Link>。</p>
      </div>
    )
  }
  return (
    <>
      <h2 className="list-heading">{pages.countWords('户')}</h2>
      <ul className="entity-list">
        {pages.rows.map((entity) => (
          <li key={entity.id}>
            <Link to={`/entities/${entity.id}`}><strong>{entity.name}</strong><span className="tag">{entity.statusName}</span><span className="muted">{entity.address ?? '未登记地址'}</span></Link>
          </li>
        ))}
      </ul>
      {pages.failure === null ? null : <FailureNotice failure={pages.failure} />}
      {pages.hasMore ? <button type="button" className="button plain" onClick={pages.more}>再看一些（已显示{pages.rows.length}户）</button> : null}
    </>
  )
}
