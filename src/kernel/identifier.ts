/** A UUID in lower-case text form. */
export type Identifier = string

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const hexByByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** A UUID version 7 (RFC 9562, 5.7) from a moment in milliseconds and 10 random bytes. */
export function identifierFrom(epochMs: number, randomBytes: Uint8Array): Identifier {
  if (!Number.isSafeInteger(epochMs) || epochMs < 0 || epochMs >= 2 ** 48) throw new RangeError(`moment out of range: ${epochMs}`)
  if (randomBytes.length !== 10) throw new RangeError('a version 7 identifier needs 10 random bytes')
  const time = epochMs.toString(16).padStart(12, '0')
  const hex = Array.from(randomBytes, (byte, i) => hexByByte[marked(byte, i)] ?? '')
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 2).join('')}-${hex.slice(2, 4).join('')}-${hex.slice(4).join('')}`
}

export function isIdentifier(text: string): boolean {
  return SHAPE.test(text)
}

/** The moment in a version 7 identifier, in milliseconds. */
export function epochOfIdentifier(identifier: Identifier): number {
  return Number.parseInt(identifier.slice(0, 8) + identifier.slice(9, 13), 16)
}

function marked(byte: number, index: number): number {
  if (index === 0) return (byte & 0x0f) | 0x70
  if (index === 2) return (byte & 0x3f) | 0x80
  return byte
}
