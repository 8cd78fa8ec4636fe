import { PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import type { MatterView } from '../../../src/engines/procedure/contract.ts'
import { momentText, sizeText } from '../../kit/time-text.ts'
import { Failure } from '../parts/Failure.tsx'
import { attachFile, attachmentAddress, matterKey } from './matter-api.ts'

/** Materials of the matter, from the parties and from officers. */
export function AttachmentList({ matter }: Readonly<{ matter: MatterView }>): ReactNode {
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const attach = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) await attachFile(matter.id, file)
    },
    onSettled: () => { void client.invalidateQueries({ queryKey: matterKey(matter.id) }) },
  })
  return (
    <section className="panel">
      <div className="panel-heading">
        <h2>材料（{matter.attachments.length}）</h2>
        {matter.mayAct.attach ? <Button size="small" icon={<UploadOutlined />} loading={attach.isPending} onClick={() => { input.current?.click() }}>上传</Button> : null}
      </div>
      <input ref={input} type="file" multiple hidden aria-label="选择要上传的材料" onChange={(event) => { attach.mutate([...event.target.files ?? []]); event.target.value = '' }} />
      {attach.isError ? <Failure error={attach.error} /> : null}
      {matter.attachments.length === 0 ? <p className="is-muted">还没有材料。</p> : null}
      <ul className="paper-list">
        {matter.attachments.map(attachment => (
          <li key={attachment.id}>
            <a href={attachmentAddress(matter.id, attachment.id)} target="_blank" rel="noreferrer"><PaperClipOutlined aria-hidden /> {attachment.name}</a>
            <span className="is-muted">{attachment.fromParty ? '当事人提交' : attachment.addedBy} · {momentText(attachment.addedAt)} · {sizeText(attachment.byteSize)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
