import type { PublicPage } from '../../../src/engines/publication/contract.ts'
import { dayWords } from '../date-words.ts'
import { Link } from '../Link.tsx'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { Page } from '../Page.tsx'
import { useLoad } from '../use-load.ts'
import { Fields } from './PublicationItem.tsx'
import './publications.css'

/** The lasting page of one publication; after the end only that it was, when and why it ended. */
export function PublicationPage({ id }: Readonly<{ id: string }>) {
  const loaded = useLoad<PublicPage>(`/api/portal/publications/${encodeURIComponent(id)}`)
  if (loaded.status === 'loading') return <Page title="公示信息"><Loading what="公示信息" /></Page>
  if (loaded.status === 'failed') {
    return (
      <Page title="公示信息">
        {loaded.failure.kind === 'not-found' || loaded.failure.kind === 'invalid' ? <p>没有这条公示信息，请核对网址。</p> : <FailureNotice failure={loaded.failure} onRetry={loaded.retry} />}
        <p><Link to="/publications">看其他公示</Link></p>
      </Page>
    )
  }
  const { kindName, about, basis, partyMay, publishedAt, content, ended, synthetic } = loaded.value
  return (
    <Page title={content?.title ?? `${kindName}（已停止公示）`} className="publications-page">
      <p><span className="tag">{kindName}</span> <span className="muted">{dayWords(publishedAt)}公示</span>{synthetic ? <span className="tag soon">演示数据</span> : null}</p>
      {ended === null ? null : <p className="ended-notice">本条公示信息已于{dayWords(ended.at)}停止公示。原因：{ended.says}。内容不再显示。</p>}
      {content === null ? null : (
        <>
          {content.correctedAt === null ? null : <p className="corrected-notice"><strong>已更正</strong>（第{content.version}版，{dayWords(content.correctedAt)}）：{content.correctionNote}</p>}
          <Fields fields={content.fields} />
          {content.page === null ? null : <p><Link to={content.page}>查看全文</Link></p>}
          <p className="muted">{content.untilOn === null ? '没有固定的公示期限。' : `公示到${dayWords(content.untilOn)}。`}</p>
        </>
      )}
      {content === null || partyMay === null ? null : <p className="party-may">{partyMay}</p>}
      <p className="about">{about}{basis === null ? '' : `依据：${basis}。`}</p>
      <p className="muted">认为公示的信息不准确的，可以持证据要求作出该信息的市场监督管理部门更正。</p>
      <p><Link to="/publications">看其他公示</Link></p>
    </Page>
  )
}
