import type { OpenDataHead, PublicKinds } from '../../../src/engines/publication/contract.ts'
import { Link } from '../Link.tsx'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { Page } from '../Page.tsx'
import { useLoad } from '../use-load.ts'
import './publications.css'

/** Feeds, files and what their fields mean. */
export function OpenDataPage() {
  const kinds = useLoad<PublicKinds>('/api/portal/publications/kinds')
  return (
    <Page title="订阅和数据下载" className="publications-page">
      <p>下面的文件只含正在公示的信息，每次打开都是最新的。停止公示的信息会从文件中消失，使用数据时请及时更新。</p>
      <p>许可：<a href="https://creativecommons.org/licenses/by/4.0/deed.zh-hans" rel="license">CC BY 4.0</a>，可以自由使用、转载和加工，须注明来源。</p>
      {kinds.status === 'loading' ? <Loading what="数据目录" /> : null}
      {kinds.status === 'failed' ? <FailureNotice failure={kinds.failure} onRetry={kinds.retry} /> : null}
      {kinds.status === 'ready' ? kinds.value.map((kind) => <KindFiles key={kind.kind} kind={kind} />) : null}
      <p><Link to="/publications">回到看公示</Link></p>
    </Page>
  )
}

function KindFiles({ kind: { name, about, count, feed, openData } }: Readonly<{ kind: PublicKinds[number] }>) {
  return (
    <section className="data-kind">
      <h2>{name}（{count}条）</h2>
      <p>{about}</p>
      <p className="file-links">
        <a href={feed}>订阅{name}（Atom）</a>
        {openData === null ? null : <><a href={openData.csv} download>下载{name}（CSV）</a><a href={openData.json} download>下载{name}（JSON）</a></>}
      </p>
      {openData === null ? null : <Dictionary address={openData.schema} name={name} />}
    </section>
  )
}

function Dictionary({ address, name }: Readonly<{ address: string; name: string }>) {
  const head = useLoad<OpenDataHead>(address)
  if (head.status !== 'ready') return null
  return (
    <details className="plain-details">
      <summary>{name}的字段说明</summary>
      <dl className="facts">{head.value.dictionary.map(({ field, name: label, meaning }) => <div key={field}><dt>{label}（{field}）</dt><dd>{meaning}</dd></div>)}</dl>
    </details>
  )
}
