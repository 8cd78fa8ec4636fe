type Row = Readonly<Record<string, unknown>>
type Sealed = Readonly<{ iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }>
type Header = Readonly<{ fields: Row; pictures: readonly Readonly<{ field: string; type: string; size: number }>[] }>

/** What is sealed of each table: all that tells of an enterprise, a person or a finding. Keys and states stay readable, so that rows are found and counted. */
export const SEALED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  days: ['day', 'others'],
  visits: ['task', 'arrived', 'arrivedPlace', 'placeSays', 'visitResult', 'found', 'signing', 'signerRole', 'witnessName', 'refusalReason', 'record'],
  answers: ['answer', 'found', 'measured'],
  evidence: ['fileName', 'captured', 'place', 'placeSays', 'preview', 'trouble'],
  originals: ['bytes'],
  actions: ['matterNumber', 'matterTitle', 'action', 'trouble'],
  receipts: ['documents'],
}

const IV_BYTES = 12
const LENGTH_BYTES = 4

export function isSealed(row: unknown): row is Row & Readonly<{ sealed: Sealed }> {
  return typeof row === 'object' && row !== null && 'sealed' in row
}

/** The row with its content encrypted (AES-256-GCM, fresh nonce), bound to its table and key, so that it opens nowhere else. */
export async function sealRow(key: CryptoKey, table: string, row: Row): Promise<Row> {
  const names = new Set(SEALED_FIELDS[table])
  const content = Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name)))
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: placeOf(table, row) }, key, await encode(content))
  return { ...Object.fromEntries(Object.entries(row).filter(([name]) => !names.has(name))), sealed: { iv, bytes } }
}

/** The row as it was before `sealRow`. What was written beside the seal meanwhile counts. Throws when it was changed or moved. */
export async function openRow(key: CryptoKey, table: string, { sealed, ...row }: Row & Readonly<{ sealed: Sealed }>): Promise<Row> {
  return { ...decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv, additionalData: placeOf(table, row) }, key, sealed.bytes)), ...row }
}

function placeOf(table: string, row: Row): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode([table, row.key ?? row.id ?? '', row.accountId].join('\n'))
}

/** Length of the header, the header as JSON, then the bytes of each picture. */
async function encode(content: Row): Promise<Uint8Array<ArrayBuffer>> {
  const entries = Object.entries(content)
  const pictures = entries.flatMap(([field, value]) => (value instanceof Blob ? [{ field, value }] : []))
  const header: Header = {
    fields: Object.fromEntries(entries.filter(([, value]) => !(value instanceof Blob))),
    pictures: pictures.map(({ field, value }) => ({ field, type: value.type, size: value.size })),
  }
  const head = new TextEncoder().encode(JSON.stringify(header))
  const parts = [head, ...await Promise.all(pictures.map(async ({ value }) => new Uint8Array(await value.arrayBuffer())))]
  const bytes = new Uint8Array(LENGTH_BYTES + parts.reduce((sum, part) => sum + part.length, 0))
  new DataView(bytes.buffer).setUint32(0, head.length)
  let at = LENGTH_BYTES
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function decode(bytes: ArrayBuffer): Row {
  const start = LENGTH_BYTES + new DataView(bytes).getUint32(0)
  // Only `encode` writes it, and the seal vouches for that.
  const header: Header = JSON.parse(new TextDecoder().decode(bytes.slice(LENGTH_BYTES, start)))
  let at = start
  const pictures = header.pictures.map(({ field, type, size }) => {
    at += size
    return [field, new Blob([bytes.slice(at - size, at)], { type })] as const
  })
  return { ...header.fields, ...Object.fromEntries(pictures) }
}
