/** What a source publishes: numbers whose order says nothing, numbers in order, or one hexadecimal text. */
export type PartForm = 'set' | 'sequence' | 'hex'

export type PublishedPart = { readonly form: PartForm; readonly values: readonly string[] }

const NUMBER = /^\d{1,40}$/
const HEX = /^[0-9a-fA-F]{2,256}$/

/**
 * One text for all sources (RFC 3797, 4): numbers without leading zeros, sets ascending, '.' after each value, '/' after each part:
 * `9319./2.5.8.10.12./`. Hexadecimal values are written in lower case. Throws RangeError on values of another form.
 */
export function canonicalRandomness(parts: readonly PublishedPart[]): string {
  return parts.map((part) => `${canonicalValues(part).map((value) => `${value}.`).join('')}/`).join('')
}

function canonicalValues({ form, values }: PublishedPart): readonly string[] {
  switch (form) {
    case 'hex': return values.map((value) => checked(value, HEX).toLowerCase())
    case 'sequence': return values.map(asNumber).map(String)
    case 'set': return values.map(asNumber).sort(ascending).map(String)
  }
}

function asNumber(value: string): bigint {
  return BigInt(checked(value, NUMBER))
}

function checked(value: string, shape: RegExp): string {
  if (!shape.test(value)) throw new RangeError(`not a published value: ${value}`)
  return value
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
