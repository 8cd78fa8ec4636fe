import { crc32, deflateSync } from 'node:zlib'
import { sha256Hex } from '../src/platform/hash.ts'

/** A file that generated visits name as evidence: drawn by the program, marked by its name as generated. */
export type EvidenceFile = Readonly<{ kind: 'signature' | 'photo'; name: string; mediaType: 'image/png'; bytes: Uint8Array; sha256: string }>

type Paint = (x: number, y: number) => readonly [number, number, number]

const WHITE = [255, 255, 255] as const
const INK = [32, 42, 68] as const

const signature = (height: number, phase: number): Paint => (x, y) => {
  const line = 60 + height * Math.sin(x / 17 + phase) * Math.cos(x / 41 + phase) + 8 * Math.sin(x / 5)
  return x > 30 && x < 290 && Math.abs(y - line) < 2.2 ? INK : WHITE
}

/** A grey shelf with boxes: plainly no photograph. */
const scene: Paint = (x, y) => {
  if (y % 60 > 54) return [120, 104, 88]
  const box = Math.floor(x / 40) + 7 * Math.floor(y / 60)
  return x % 40 < 34 && y % 60 > 14 ? [150 + ((box * 37) % 80), 150 + ((box * 53) % 70), 140 + ((box * 71) % 60)] : [226, 226, 222]
}

export const SIGNATURES: readonly EvidenceFile[] = [[22, 0.2], [30, 1.1], [26, 2.3], [18, 3.6]].map(([height = 20, phase = 0], i) => file('signature', `模拟签字${i + 1}.png`, png(320, 120, signature(height, phase))))
export const PHOTO: EvidenceFile = file('photo', '模拟现场照片.png', png(400, 300, scene))
export const EVIDENCE_FILES: readonly EvidenceFile[] = [...SIGNATURES, PHOTO]

function file(kind: EvidenceFile['kind'], name: string, bytes: Uint8Array): EvidenceFile {
  return { kind, name, mediaType: 'image/png', bytes, sha256: sha256Hex(bytes) }
}

/** An uncompressed truecolour picture in the container of PNG: the bytes do not depend on the version of the compressor. */
function png(width: number, height: number, paint: Paint): Uint8Array {
  const rows = Array.from({ length: height }, (_, y) => Buffer.from([0, ...Array.from({ length: width }, (__, x) => paint(x, y)).flat()]))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 0 })), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
