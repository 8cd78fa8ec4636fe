import { FilePdfOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { DocumentView } from '../../../src/engines/procedure/contract.ts'
import { momentText } from '../../kit/time-text.ts'
import { documentAddress } from './matter-api.ts'

/** Issued documents by number; withdrawn ones keep theirs. */
export function DocumentList({ documents }: Readonly<{ documents: readonly DocumentView[] }>): ReactNode {
  if (documents.length === 0) return null
  return (
    <section className="panel">
      <h2>文书（{documents.length}）</h2>
      <ul className="paper-list">
        {documents.map(document => (
          <li key={document.id}>
            <a href={documentAddress(document)} target="_blank" rel="noreferrer"><FilePdfOutlined aria-hidden /> {document.title}</a>
            <span className="is-muted">{document.number} · {momentText(document.issuedAt)} {document.issuedBy}</span>
            {document.withdrawnAt === null ? null : <span className="is-overdue">已于 {momentText(document.withdrawnAt)} 撤回：{document.withdrawnReason}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
