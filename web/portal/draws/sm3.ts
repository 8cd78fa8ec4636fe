const START = Int32Array.from([0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e])
const BLOCK_BYTES = 64
const ROUNDS = 64
const FIRST_ROUNDS = 16

/** T(j) turned left by j, as each round uses it. */
const TURNED = Int32Array.from({ length: ROUNDS }, (_, j) => turn(j < FIRST_ROUNDS ? 0x79cc4519 : 0x7a879d8a, j % 32))

/** SM3 (GB/T 32905-2016), 32 bytes. Browsers have none, and a draw may be held under it. */
export function sm3(data: Uint8Array): Uint8Array {
  const padded = new DataView(new ArrayBuffer((Math.floor((data.length + 8) / BLOCK_BYTES) + 1) * BLOCK_BYTES))
  new Uint8Array(padded.buffer).set(data)
  padded.setUint8(data.length, 0x80)
  padded.setBigUint64(padded.byteLength - 8, BigInt(data.length) * 8n)
  const state = START.slice()
  const words = new Int32Array(ROUNDS + 4)
  for (let at = 0; at < padded.byteLength; at += BLOCK_BYTES) compress(state, words, { padded, at })
  const digest = new DataView(new ArrayBuffer(32))
  for (const [i, word] of state.entries()) digest.setInt32(4 * i, word)
  return new Uint8Array(digest.buffer)
}

// GB/T 32905-2016, 5.3: message expansion, then 64 rounds.
function compress(state: Int32Array, words: Int32Array, { padded, at }: { readonly padded: DataView; readonly at: number }): void {
  for (let j = 0; j < 16; j += 1) words[j] = padded.getInt32(at + 4 * j)
  for (let j = 16; j < ROUNDS + 4; j += 1) words[j] = mixWord((words[j - 16] ?? 0) ^ (words[j - 9] ?? 0) ^ turn(words[j - 3] ?? 0, 15)) ^ turn(words[j - 13] ?? 0, 7) ^ (words[j - 6] ?? 0)
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let j = 0; j < ROUNDS; j += 1) {
    const isFirst = j < FIRST_ROUNDS
    const ss1 = turn((turn(a, 12) + e + (TURNED[j] ?? 0)) | 0, 7)
    const ss2 = ss1 ^ turn(a, 12)
    const tt1 = ((isFirst ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + ss2 + ((words[j] ?? 0) ^ (words[j + 4] ?? 0))) | 0
    const tt2 = ((isFirst ? e ^ f ^ g : (e & f) | (~e & g)) + h + ss1 + (words[j] ?? 0)) | 0
    d = c
    c = turn(b, 9)
    b = a
    a = tt1
    h = g
    g = turn(f, 19)
    f = e
    e = tt2 ^ turn(tt2, 9) ^ turn(tt2, 17)
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0) ^ word
}

function mixWord(x: number): number {
  return x ^ turn(x, 15) ^ turn(x, 23)
}

function turn(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by))
}
