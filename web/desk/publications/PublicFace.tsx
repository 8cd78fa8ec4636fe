import type { ReactNode } from 'react'
import type { PublicPage } from '../../../src/engines/publication/contract.ts'
import { formatDate } from '../../../src/kernel/calendar-date.ts'
import { momentText } from '../../kit/time-text.ts'

/** A publication exactly as the public reads it: made from the same answer as the portal's page. */
export function PublicFace({ page: { kindName, about, basis, content, ended } }: Readonly<{ page: PublicPage }>): ReactNode {
  return (
    <article className="public-face" aria-label="公众看到的内容">
      <p className="public-face-note">公众看到的内容</p>
      {ended === null ? null : <p>本条公示信息已于{momentText(ended.at).slice(0, 10)}停止公示。原因：{ended.says}。内容不再显示。</p>}
      {content === null ? null : (
        <>
          <h3>{content.title}</h3>
          {content.correctedAt === null ? null : <p><strong>已更正</strong>（第{content.version}版，{momentText(content.correctedAt).slice(0, 10)}）：{content.correctionNote}</p>}
          <dl>{content.fields.map(({ key, label, value }) => <div key={key}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
          <p className="is-muted">{content.untilOn === null ? '没有固定的公示期限' : `公示到${formatDate(content.untilOn)}`}</p>
        </>
      )}
      <p className="is-muted">{kindName}：{about}{basis === null ? '' : `依据：${basis}。`}</p>
    </article>
  )
}
