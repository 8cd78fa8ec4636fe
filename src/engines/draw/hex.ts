const EVEN_HEX = /^(?:[0-9a-f]{2})+$/

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Lower-case hexadecimal; sorts like the unsigned bytes it stands for. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += PAIRS[byte] ?? ''
  return text
}

/** Bytes of lower-case hexadecimal text. Throws RangeError on anything else. */
export function fromHex(text: string): Uint8Array {
  if (!EVEN_HEX.test(text)) throw new RangeError(`not lower-case hexadecimal: ${text}`)
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16))
}
