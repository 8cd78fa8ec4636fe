import type { Connection } from '../connection/use-connection.ts'
import { countReceipts } from '../outbox/receipt-count.ts'
import type { Outbox } from './use-outbox.ts'

const WORDS: Readonly<Record<Connection, string>> = { checking: '… 正在连接', online: '● 在线', offline: '○ 离线', 'signed-out': '○ 未登录' }

/** What stands on this phone only, and what the server says it has. Leads to the outbox. */
export function SyncBar({ connection, outbox }: Readonly<{ connection: Connection; outbox: Outbox | null }>) {
  const photos = outbox === null ? null : countReceipts('photo', outbox.evidence, outbox.receipts.map(({ receipts }) => receipts))
  return (
    <div className={`sync ${connection}`}>
      <output>
        <strong>{WORDS[connection]}</strong>
        {outbox === null ? null : <span>{outbox.unsent === 0 ? '没有未上传的内容' : `未上传 ${outbox.unsent} 件`}{outbox.drafts === 0 ? '' : ` · 填写中 ${outbox.drafts} 家`}</span>}
        {outbox === null || outbox.trouble === 0 ? null : <span className="fault"> · 需要处理 {outbox.trouble} 件</span>}
        {photos === null || photos.taken === 0 ? null : <span className="counts">{photos.isEqual ? `✓ 照片：本机拍摄 ${photos.taken} = 服务器已存 ${photos.stored}` : `照片：本机拍摄 ${photos.taken}，服务器已存 ${photos.stored}`}</span>}
      </output>
      {outbox === null ? null : <a className="quiet" href="#/outbox">上传情况</a>}
    </div>
  )
}
