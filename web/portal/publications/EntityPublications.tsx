import type { PublicationList } from '../../../src/engines/publication/contract.ts'
import { FailureNotice } from '../LoadState.tsx'
import { usePages } from '../use-load.ts'
import { PublicationItem } from './PublicationItem.tsx'
import './publications.css'

/** What is public under the name of one market entity. */
export function EntityPublications({ id }: Readonly<{ id: string }>) {
  const pages = usePages<PublicationList['rows'][number]>('/api/portal/publications', { entity: id })
  if (pages.status === 'loading') return null
  return (
    <section aria-labelledby="entity-publications">
      <h2 id="entity-publications">公示信息</h2>
      {pages.failure === null ? null : <FailureNotice failure={pages.failure} onRetry={pages.more} />}
      {pages.failure === null && pages.rows.length === 0 ? <p>目前没有正在公示的信息。</p> : null}
      <ul className="publications">{pages.rows.map((publication) => <li key={publication.id}><PublicationItem publication={publication} /></li>)}</ul>
      {pages.hasMore ? <button type="button" className="button plain" onClick={pages.more}>再看一些</button> : null}
    </section>
  )
}
