import { FilePdfOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DocumentView, MatterView } from '../../../src/engines/procedure/contract.ts'
import { momentText } from '../../kit/time-text.ts'
import { ActDrawer } from './ActDrawer.tsx'
import { documentAddress } from './matter-api.ts'

/** Issued documents by number; withdrawn ones keep theirs. */
export function DocumentList({ matter }: Readonly<{ matter: MatterView }>): ReactNode {
  const [withdrawn, setWithdrawn] = useState<DocumentView | null>(null)
  return (
    <section className="panel">
      <h2>文书（{matter.documents.length}）</h2>
      <p className="paper-links">
        <a href={`/api/matters/${matter.id}/record.pdf`} target="_blank" rel="noreferrer">全过程记录</a>
        <a href={`/api/matters/${matter.id}/volume.pdf?part=main`} target="_blank" rel="noreferrer">正卷</a>
        <a href={`/api/matters/${matter.id}/volume.pdf?part=internal`} target="_blank" rel="noreferrer">副卷</a>
        <a href={`/api/matters/${matter.id}/proofs.json`}>存证证明</a>
      </p>
      <ul className="paper-list">
        {matter.documents.map(document => (
          <li key={document.id}>
            <a href={documentAddress(matter.id, document)} target="_blank" rel="noreferrer"><FilePdfOutlined aria-hidden /> {document.title}</a>
            <a className="inline-link" href={`${documentAddress(matter.id, document)}/word`}>Word</a>
            {document.withdrawnAt === null && matter.mayAct.correct ? <Button type="link" size="small" className="inline-link" onClick={() => { setWithdrawn(document) }}>撤回</Button> : null}
            <span className="is-muted">{document.number} · {momentText(document.issuedAt)} {document.issuedBy}</span>
            {document.withdrawnAt === null ? null : <span className="is-overdue">已于 {momentText(document.withdrawnAt)} 撤回：{document.withdrawnReason}</span>}
          </li>
        ))}
      </ul>
      <ActDrawer
        matter={matter} isOpen={withdrawn !== null} onClose={() => { setWithdrawn(null) }} title={`撤回文书 ${withdrawn?.number ?? ''}`} submitText="撤回" name={`withdraw-${withdrawn?.id ?? ''}`}
        fields={[{ key: 'reason', label: '撤回理由', widget: 'long-text', isRequired: true, help: '文书编号保留，撤回时间和理由记入办理过程' }]}
        actOf={input => ({ act: 'withdraw-document', documentId: withdrawn?.id ?? '', reason: typeof input['reason'] === 'string' ? input['reason'] : '' })}
      />
    </section>
  )
}
