import type { PortalForms } from '../../../src/domains/consumer/contract.ts'
import { sizeText } from '../../kit/time-text.ts'

export type FileRules = PortalForms['acceptedFiles']
type Candidate = Readonly<{ name: string; type: string; size: number }>

/** What a chosen file is: taken, or refused with the reason for the citizen. */
export type Sorted<F extends Candidate> = Readonly<{ taken: readonly F[]; refused: readonly string[] }>

/** Sorts chosen files by the rules the server states; `keptCount` files are there already. */
export function sortFiles<F extends Candidate>(chosen: readonly F[], keptCount: number, rules: FileRules): Sorted<F> {
  const taken: F[] = []
  const refused: string[] = []
  for (const file of chosen) {
    if (file.size === 0) refused.push(`“${file.name}”是空文件，没有添加`)
    else if (!rules.mediaTypes.includes(file.type)) refused.push(`“${file.name}”的格式不能上传，可以上传${typeNames(rules.mediaTypes)}`)
    else if (file.size > rules.maxBytes) refused.push(`“${file.name}”有${sizeText(file.size)}，超过每个文件${sizeText(rules.maxBytes)}的限制`)
    else if (keptCount + taken.length >= rules.maxCount) refused.push(`最多上传${rules.maxCount}个文件，“${file.name}”没有添加`)
    else taken.push(file)
  }
  return { taken, refused }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPG图片', 'image/png': 'PNG图片', 'image/webp': 'WebP图片', 'image/heic': 'HEIC图片', 'image/heif': 'HEIF图片', 'image/gif': 'GIF图片',
  'application/pdf': 'PDF文件', 'video/mp4': 'MP4视频', 'video/quicktime': 'MOV视频', 'audio/mpeg': 'MP3录音', 'audio/mp4': 'M4A录音',
}

/** '照片类型、…': the accepted kinds in plain words. */
export function typeNames(mediaTypes: readonly string[]): string {
  return mediaTypes.map((type) => TYPE_NAMES[type] ?? type).join('、')
}
