import type { PublicationList } from '../../src/domains/consumer/contract.ts'
import { dayWords } from './date-words.ts'
import { FailureNotice, Loading } from './LoadState.tsx'
import { navigate } from './navigation.ts'
import { Page } from './Page.tsx'
import { SearchBox } from './SearchBox.tsx'
import { usePages } from './use-load.ts'
import type { Pages } from './use-load.ts'

type Publication = PublicationList['rows'][number]

export function PublicationsPage({ q }: Readonly<{ q: string }>) {
  const pages = usePages<Publication>('/api/portal/publications', { q })
  return (
    <Page title="看公示">
      <SearchBox
        label="在公示中查找" placeholder="企业名称或关键字" initial={q} fewest={2} hasAll hint="至少2个字；留空显示全部"
        onSearch={(next) => { navigate(next === '' ? '/publications' : `/publications?${new URLSearchParams({ q: next }).toString()}`) }}
      />
      <Results q={q} pages={pages} />
    </Page>
  )
}

function Results({ q, pages }: Readonly<{ q: string; pages: Pages<Publication> }>) {
  if (pages.status === 'loading') return <Loading what="公示信息" />
  if (pages.failure !== null && pages.rows.length === 0) return <FailureNotice failure={pages.failure} onRetry={pages.more} />
  if (pages.rows.length === 0) {
    return <p className="empty">{q === '' ? '目前没有正在公示的信息。' : `没有查到与“${q}”有关的公示。换几个字试试，或留空查看全部。`}</p>
  }
  return (
    <>
      <h2 className="list-heading">{pages.countWords('条')}</h2>
      <ul className="publications">{pages.rows.map((publication) => <PublicationItem key={publication.id} publication={publication} />)}</ul>
      {pages.failure === null ? null : <FailureNotice failure={pages.failure} />}
      {pages.hasMore ? <button type="button" className="button plain" onClick={pages.more}>再看一些（已显示{pages.rows.length}条）</button> : null}
    </>
  )
}

/** One publication; after its end only that it existed and why it ended. */
function PublicationItem({ publication }: Readonly<{ publication: Publication }>) {
  const { kindName, title, publishedAt, untilOn, extract, endedAt, endedReason } = publication
  return (
    <li>
      <p><span className="tag">{kindName}</span> <span className="muted">{dayWords(publishedAt)}公示</span></p>
      <h3>{title}</h3>
      {endedAt !== null ? <p className="muted">公示已于{dayWords(endedAt)}结束{endedReason === null ? '' : `：${endedReason}`}，内容不再显示。</p> : (
        <>
          {extract === null ? null : <dl className="facts">{extract.map(({ label, value }) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>}
          {untilOn === null ? null : <p className="muted">公示到{dayWords(untilOn)}</p>}
        </>
      )}
    </li>
  )
}
