import { useEffect, useRef } from 'react'
import type { PublicKinds, PublicRow, PublicationList } from '../../../src/engines/publication/contract.ts'
import { dateInShanghai } from '../../../src/kernel/calendar-date.ts'
import { serverNow } from '../../kit/server-time.ts'
import { Link } from '../Link.tsx'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { navigate } from '../navigation.ts'
import { Page } from '../Page.tsx'
import { SearchBox } from '../SearchBox.tsx'
import { useLoad, usePages } from '../use-load.ts'
import type { Pages } from '../use-load.ts'
import { PublicationItem } from './PublicationItem.tsx'
import { spansUntil } from './time-spans.ts'
import './publications.css'

type Ask = Readonly<{ q: string; kind: string; from: string; until: string }>

const addressFor = (ask: Ask): string => {
  const said = Object.entries(ask).filter(([, value]) => value !== '')
  return said.length === 0 ? '/publications' : `/publications?${new URLSearchParams(said).toString()}`
}

/** Everything that is public now, by kind, name and date. */
export function PublicationsPage({ query }: Readonly<{ query: URLSearchParams }>) {
  const ask: Ask = { q: query.get('q') ?? '', kind: query.get('kind') ?? '', from: query.get('from') ?? '', until: query.get('until') ?? '' }
  const kinds = useLoad<PublicKinds>('/api/portal/publications/kinds')
  const pages = usePages<PublicationList['rows'][number]>('/api/portal/publications', ask)
  const chosen = kinds.status === 'ready' ? kinds.value.find(({ kind }) => kind === ask.kind) : undefined
  return (
    <Page title="看公示" className="publications-page">
      <SearchBox
        label="在公示中查找" placeholder="企业名称或关键字" initial={ask.q} fewest={2} hasAll hint="至少2个字；留空显示全部"
        onSearch={(q) => { navigate(addressFor({ ...ask, q })) }}
      />
      {kinds.status === 'ready' ? <KindList key={ask.kind} kinds={kinds.value} ask={ask} /> : null}
      <DayFilter ask={ask} />
      {chosen === undefined ? null : <p className="about">{chosen.about}{chosen.basis === null ? '' : `依据：${chosen.basis}。`}</p>}
      <Results ask={ask} pages={pages} />
      <p className="muted">公示期届满、信用修复或者决定被撤销后，内容不再显示。<Link to="/publications/data">订阅和数据下载</Link></p>
    </Page>
  )
}

function KindList({ kinds, ask }: Readonly<{ kinds: PublicKinds; ask: Ask }>) {
  const total = kinds.reduce((sum, { count }) => sum + count, 0)
  const row = useRef<HTMLElement>(null)
  // On a phone the kinds stand in one row that scrolls.
  useEffect(() => { row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }) }, [])
  return (
    <nav className="kind-list" aria-label="公示类别" ref={row}>
      <Link to={addressFor({ ...ask, kind: '' })} isCurrent={ask.kind === ''}>全部 {total}</Link>
      {kinds.filter(({ count, kind }) => count > 0 || kind === ask.kind).map(({ kind, name, count }) => <Link key={kind} to={addressFor({ ...ask, kind })} isCurrent={ask.kind === kind}>{name} {count}</Link>)}
    </nav>
  )
}

/** Spans of time by name: the browser's own date field writes dates in the browser's language. */
function DayFilter({ ask }: Readonly<{ ask: Ask }>) {
  const spans = spansUntil(dateInShanghai(serverNow()))
  const chosen = spans.find(({ from, until }) => from === ask.from && until === ask.until)
  return (
    <p className="day-filter">
      <label htmlFor="published-when">公示时间</label>
      <select
        id="published-when" value={chosen?.name ?? 'other'}
        onChange={({ target }) => {
          const span = spans.find(({ name }) => name === target.value)
          if (span !== undefined) navigate(addressFor({ ...ask, from: span.from, until: span.until }), 'replace')
        }}
      >
        {spans.map(({ name }) => <option key={name} value={name}>{name}</option>)}
        {chosen === undefined ? <option value="other">{ask.from}至{ask.until}</option> : null}
      </select>
    </p>
  )
}

function Results({ ask, pages }: Readonly<{ ask: Ask; pages: Pages<PublicRow> }>) {
  if (pages.status === 'loading') return <Loading what="公示信息" />
  if (pages.failure !== null && pages.rows.length === 0) return <FailureNotice failure={pages.failure} onRetry={pages.more} />
  if (pages.rows.length === 0) {
    const isOpen = ask.q === '' && ask.kind === '' && ask.from === '' && ask.until === ''
    return <p className="empty">{isOpen ? '目前没有正在公示的信息。' : `没有查到${ask.q === '' ? '符合条件' : `与“${ask.q}”有关`}的公示。换几个字或者放宽条件试试。`}</p>
  }
  return (
    <>
      <h2 className="list-heading">{pages.countWords('条')}</h2>
      <ul className="publications">{pages.rows.map((publication) => <li key={publication.id}><PublicationItem publication={publication} /></li>)}</ul>
      {pages.failure === null ? null : <FailureNotice failure={pages.failure} />}
      {pages.hasMore ? <button type="button" className="button plain" onClick={pages.more}>再看一些（已显示{pages.rows.length}条）</button> : null}
    </>
  )
}
