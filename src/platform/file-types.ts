import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { refuse } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'

/** What a file is for: evidence and papers in a matter, or a register to be imported. */
export type FilePurpose = 'evidence' | 'register'

type AcceptedType = {
  /** As file-type names it; 'csv' is recognised by our own look, text having no signature. */
  readonly content: string
  readonly mediaType: string
  /** Extensions a name may carry for this content. */
  readonly extensions: readonly string[]
  readonly purposes: readonly FilePurpose[]
  readonly maxBytes: number
}

const MB = 1_048_576
const IMAGE_BYTES = 15 * MB
const PAPER_BYTES = 30 * MB
const RECORDING_BYTES = 100 * MB
const REGISTER_BYTES = 200 * MB

const ACCEPTED: readonly AcceptedType[] = [
  { content: 'jpg', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], purposes: ['evidence'], maxBytes: IMAGE_BYTES },
  { content: 'png', mediaType: 'image/png', extensions: ['png'], purposes: ['evidence'], maxBytes: IMAGE_BYTES },
  { content: 'webp', mediaType: 'image/webp', extensions: ['webp'], purposes: ['evidence'], maxBytes: IMAGE_BYTES },
  { content: 'heic', mediaType: 'image/heic', extensions: ['heic', 'heif'], purposes: ['evidence'], maxBytes: IMAGE_BYTES },
  { content: 'pdf', mediaType: 'application/pdf', extensions: ['pdf'], purposes: ['evidence'], maxBytes: PAPER_BYTES },
  {
    content: 'docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'], purposes: ['evidence'], maxBytes: PAPER_BYTES,
  },
  {
    content: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'], purposes: ['evidence', 'register'], maxBytes: REGISTER_BYTES,
  },
  { content: 'mp4', mediaType: 'video/mp4', extensions: ['mp4', 'm4v'], purposes: ['evidence'], maxBytes: RECORDING_BYTES },
  { content: 'mov', mediaType: 'video/quicktime', extensions: ['mov'], purposes: ['evidence'], maxBytes: RECORDING_BYTES },
  { content: 'mp3', mediaType: 'audio/mpeg', extensions: ['mp3'], purposes: ['evidence'], maxBytes: RECORDING_BYTES },
  { content: 'm4a', mediaType: 'audio/mp4', extensions: ['m4a'], purposes: ['evidence'], maxBytes: RECORDING_BYTES },
  { content: 'wav', mediaType: 'audio/wav', extensions: ['wav'], purposes: ['evidence'], maxBytes: RECORDING_BYTES },
  { content: 'amr', mediaType: 'audio/amr', extensions: ['amr'], purposes: ['evidence'], maxBytes: RECORDING_BYTES },
  { content: 'csv', mediaType: 'text/csv', extensions: ['csv', 'txt'], purposes: ['register'], maxBytes: REGISTER_BYTES },
]

/** Media types a person may send as evidence, and the most bytes of the largest kind. */
export const EVIDENCE_MEDIA_TYPES: readonly string[] = acceptedFor('evidence').map(({ mediaType }) => mediaType)
export const MAX_EVIDENCE_BYTES = Math.max(...acceptedFor('evidence').filter(({ purposes }) => !purposes.includes('register')).map(({ maxBytes }) => maxBytes))

const TEXT_SAMPLE_BYTES = 65_536

/** Most bytes a file of this name may have; an unknown extension gets the smallest limit of its purpose. */
export function limitOf(name: string, purpose: FilePurpose): number {
  const fitting = acceptedFor(purpose)
  const named = fitting.find(({ extensions }) => extensions.includes(extensionOf(name)))
  return named?.maxBytes ?? Math.min(...fitting.map(({ maxBytes }) => maxBytes))
}

/** The media type by content, or why the file is not accepted: type not allowed, or name and content disagree. */
export async function judgeContent(path: string, name: string, purpose: FilePurpose): Promise<{ readonly mediaType: string } | Refusal> {
  const content = (await fileTypeFromFile(path))?.ext ?? ((await looksLikeText(path)) ? 'csv' : undefined)
  const accepted = acceptedFor(purpose).find((type) => type.content === content)
  const names = [...new Set(acceptedFor(purpose).flatMap(({ extensions }) => extensions))].join('、')
  if (!accepted) {
    return refuse({
      code: 'file.type-not-accepted',
      says: `文件“${name}”的内容不是可以接收的类型。`,
      do: `请改用下列类型之一：${names}。`,
    })
  }
  if (!accepted.extensions.includes(extensionOf(name))) {
    return refuse({
      code: 'file.name-disagrees',
      says: `文件“${name}”的扩展名与内容不符，内容实为 ${accepted.content} 文件。`,
      do: `请用正确的扩展名（${accepted.extensions.join('、')}）重新保存后上传。`,
    })
  }
  return { mediaType: accepted.mediaType }
}

function acceptedFor(purpose: FilePurpose): readonly AcceptedType[] {
  return ACCEPTED.filter(({ purposes }) => purposes.includes(purpose))
}

function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** Text in any of the usual encodings has no control bytes besides tab and line ends; UTF-16 is not accepted. */
async function looksLikeText(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const sample = Buffer.alloc(TEXT_SAMPLE_BYTES)
    const { bytesRead } = await file.read(sample, 0, TEXT_SAMPLE_BYTES, 0)
    return bytesRead > 0 && sample.subarray(0, bytesRead).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
  } finally {
    await file.close()
  }
}
