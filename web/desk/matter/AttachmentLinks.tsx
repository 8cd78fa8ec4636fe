import { PaperClipOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { AttachmentView, MatterView } from '../../../src/engines/procedure/contract.ts'
import { attachmentAddress } from './matter-api.ts'

/** The attachments of the matter that a value names: one id, or a list of them. Nothing where it names none. */
export function attachmentsOf(matter: MatterView, value: unknown): readonly AttachmentView[] {
  const ids = Array.isArray(value) ? value : [value]
  return matter.attachments.filter(({ id }) => ids.includes(id))
}

/** Materials as links, pictures with a small view of themselves. */
export function AttachmentLinks({ matterId, attachments }: Readonly<{ matterId: string; attachments: readonly AttachmentView[] }>): ReactNode {
  return (
    <span className="paper-thumbs">
      {attachments.map(({ id, name, mediaType, fromParty }) => (
        <a key={id} className="paper-thumb" href={attachmentAddress(matterId, id)} target="_blank" rel="noreferrer">
          {/* What a party sent is opened on purpose only: each reading is on record. */}
          {mediaType.startsWith('image/') && !fromParty ? <img src={attachmentAddress(matterId, id)} alt="" loading="lazy" /> : null}
          <span><PaperClipOutlined aria-hidden /> {name}</span>
        </a>
      ))}
    </span>
  )
}
