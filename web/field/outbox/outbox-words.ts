import { momentText, sizeText } from '../../kit/time-text.ts'
import type { ActionRow, EvidenceRow } from '../device/rows.ts'
import type { ReceiptCount } from './receipt-count.ts'

/** "本机拍摄 17 张 = 服务器已存 17 张", or what is missing. */
export function countWords(what: string, unit: string, { taken, stored, dropped, isEqual, missing }: ReceiptCount): string {
  const made = what === '照片' ? '本机拍摄' : '本机签署'
  const gone = dropped === 0 ? '' : `（另有 ${dropped} ${unit}已放弃）`
  return isEqual ? `${what}：${made} ${taken} ${unit} = 服务器已存 ${stored} ${unit}${gone}` : `${what}：${made} ${taken} ${unit}，服务器已存 ${stored} ${unit}，还差 ${missing.length} ${unit}${gone}`
}

export function titleOf(row: ActionRow | EvidenceRow): string {
  if ('sha256' in row) return `${row.kind === 'photo' ? '照片' : row.kind === 'signature' ? '签名' : '录音'} ${momentText(row.captured.at)} ${sizeText(row.byteSize)}`
  return `${row.action.kind === 'visit' ? '检查记录' : '备注'} ${row.matterNumber} ${row.matterTitle === row.matterNumber ? '' : row.matterTitle}`
}
