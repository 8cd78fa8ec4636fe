import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import type { ReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { judgeContent, limitOf } from './file-types.ts'
import type { FilePurpose } from './file-types.ts'

export type StoredFile = {
  readonly sha256: string
  readonly byteSize: number
  readonly mediaType: string
  /** Cleaned for display and download; never part of a path. */
  readonly name: string
}

/** Files of an installation, each kept once under its SHA-256, outside everything the web server serves. */
export type FileStore = {
  /** Checks size, type by content and the agreement of name and content while storing; nothing stays of a refused file. */
  readonly put: (source: AsyncIterable<Uint8Array>, upload: Upload) => Promise<StoredFile | Refusal>
  /** Stores bytes the program itself made. */
  readonly putOwn: (bytes: Uint8Array, own: { readonly name: string; readonly mediaType: string }) => Promise<StoredFile>
  /** Throws when the file is missing or no longer has its digest. */
  readonly read: (sha256: string) => Promise<Uint8Array>
  readonly stream: (sha256: string) => ReadStream
  readonly has: (sha256: string) => boolean
}

export type Upload = { readonly name: string; readonly purpose: FilePurpose }

const MAX_NAME_LENGTH = 120

/** The store in `folder` (`HENGJIAN_DATA/files`), made on first use. */
export function openFileStore(folder: string): FileStore {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a file digest: ${sha256}`)
    return join(folder, sha256.slice(0, 2), sha256)
  }

  const put = async (source: AsyncIterable<Uint8Array>, upload: Upload): Promise<StoredFile | Refusal> => {
    const name = cleanName(upload.name)
    const received = await receive(folder, source, limitOf(name, upload.purpose))
    try {
      if (received.isTooLarge) return tooLarge(name, limitOf(name, upload.purpose))
      const verdict = await judgeContent(received.path, name, upload.purpose)
      if (isRefusal(verdict)) return verdict
      await keep(received.path, pathOf(received.sha256))
      return { sha256: received.sha256, byteSize: received.byteSize, mediaType: verdict.mediaType, name }
    } finally {
      await rm(received.path, { force: true })
    }
  }

  return {
    put,
    putOwn: async (bytes, { name, mediaType }) => {
      const received = await receive(folder, single(bytes), Number.POSITIVE_INFINITY)
      await keep(received.path, pathOf(received.sha256))
      return { sha256: received.sha256, byteSize: received.byteSize, mediaType, name: cleanName(name) }
    },
    read: async (sha256) => {
      const bytes = await readFile(pathOf(sha256))
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`file content changed on disk: ${sha256}`)
      return bytes
    },
    stream: (sha256) => createReadStream(pathOf(sha256)),
    has: (sha256) => existsSync(pathOf(sha256)),
  }
}

type Received = { readonly path: string; readonly sha256: string; readonly byteSize: number; readonly isTooLarge: boolean }

/** Writes a stream to a temporary file, at most `limit` bytes of it. Leaves no file behind when the stream fails. */
async function receive(folder: string, source: AsyncIterable<Uint8Array>, limit: number): Promise<Received> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `receiving-${randomBytes(12).toString('hex')}`)
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let byteSize = 0
  try {
    for await (const chunk of source) {
      byteSize += chunk.length
      if (byteSize > limit) return { path, sha256: '', byteSize, isTooLarge: true }
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
  return { path, sha256: hash.digest('hex'), byteSize, isTooLarge: false }
}

/** A file already there has the same content by its name, and replacing it changes nothing. */
async function keep(from: string, to: string): Promise<void> {
  await mkdir(join(to, '..'), { recursive: true, mode: 0o700 })
  await rename(from, to)
}

async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The last part of the name without control and path characters, of bounded length, its extension kept. */
function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim().replace(/^\.+/, '')
  const characters = Array.from(plain === '' ? '未命名' : plain)
  if (characters.length <= MAX_NAME_LENGTH) return characters.join('')
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? ''
  return characters.slice(0, MAX_NAME_LENGTH - extension.length).join('') + extension
}

function tooLarge(name: string, limit: number): Refusal {
  return refuse({
    code: 'file.too-large',
    says: `文件“${name}”超过${Math.floor(limit / 1_048_576)} MB，不能上传。`,
    do: '请压缩或拆分后再上传。',
  })
}
