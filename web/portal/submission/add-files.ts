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
    else if (!isAccepted(file, rules.mediaTypes)) refused.push(`“${file.name}”的格式不能上传，可以上传${typeNames(rules.mediaTypes)}`)
    else if (file.size > rules.maxBytes) refused.push(`“${file.name}”有${sizeText(file.size)}，超过每个文件${sizeText(rules.maxBytes)}的限制`)
    else if (keptCount + taken.length >= rules.maxCount) refused.push(`最多上传${rules.maxCount}个文件，“${file.name}”没有添加`)
    else taken.push(file)
  }
  return { taken, refused }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPG图片', 'image/png': 'PNG图片', 'image/webp': 'WebP图片', 'image/heic': 'HEIC图片', 'application/pdf': 'PDF文件',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word文档', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel表格',
  'video/mp4': 'MP4视频', 'video/quicktime': 'MOV视频', 'audio/mpeg': 'MP3录音', 'audio/mp4': 'M4A录音', 'audio/wav': 'WAV录音', 'audio/amr': 'AMR录音',
}

// Phones and browsers give some of these files no type or one of their own.
const TYPE_OF_EXTENSION: Readonly<Record<string, string>> = { heic: 'image/heic', heif: 'image/heic', m4a: 'audio/mp4', wav: 'audio/wav', amr: 'audio/amr', mp3: 'audio/mpeg', mov: 'video/quicktime', m4v: 'video/mp4' }

function isAccepted(file: Candidate, mediaTypes: readonly string[]): boolean {
  const extension = /\.([A-Za-z0-9]+)$/u.exec(file.name)?.[1]?.toLowerCase() ?? ''
  return mediaTypes.includes(file.type) || mediaTypes.includes(TYPE_OF_EXTENSION[extension] ?? '')
}

/** The accepted kinds in plain words: 'JPG图片、PDF文件'. */
export function typeNames(mediaTypes: readonly string[]): string {
  return mediaTypes.map((type) => TYPE_NAMES[type] ?? type).join('、')
}

/** What the file picker offers: the types, and the endings of files that come without one. */
export function acceptText(mediaTypes: readonly string[]): string {
  return [...mediaTypes, ...Object.entries(TYPE_OF_EXTENSION).flatMap(([extension, type]) => mediaTypes.includes(type) ? [`.${extension}`] : [])].join(',')
}
