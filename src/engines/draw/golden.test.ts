import { createHash, createHmac } from 'node:crypto'
import { assert, property, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HASHES, sha256, sm3 } from '../../platform/hash.ts'
import { fromHex, toHex } from './hex.ts'
import { keyedHash } from './hmac.ts'
import { codeChain, codeOfRound, hashedTimes } from './one-time-code.ts'
import { canonicalRandomness } from './public-randomness.ts'
import { drawKey, ticketsInOrder, ticketsUnder } from './ticket.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('draft-thomson-elegy-vrs-00, appendix', () => {
  const chain = codeChain(sha256, utf8('totally not a bikeshed'), 10)
  const randomness = canonicalRandomness(Array.from({ length: 3 }, () => ({ form: 'set' as const, values: ['6', '1', '5', '02', '4', '3'] })))
  const first = ['lavenderblush', 'blue', 'darkgoldenrod', 'mediumvioletred', 'bisque', 'lightpink', 'aqua', 'darkgray', 'cornflowerblue']

  it('chains the codes', () => {
    expect(randomness).toBe('1.2.3.4.5.6./1.2.3.4.5.6./1.2.3.4.5.6./')
    expect(chain.slice(8).map(toHex)).toEqual([
      '2f70f884997ce80771adbefbbbc6c71a1b921da71896c25ca0f64966bfd0c8ce',
      '5346f2efb5397a6788fc1f1d9c05c6d3f2abe9b7d16d8592a3695b6dbe9f2456',
      '950ea08d8d5fd3ae415b9967aba7a48aba39ca62a4d98f2e7fe25cb1b8f8c488',
    ])
    expect(codeOfRound(chain, 2)).toBe(chain[8])
    expect(toHex(hashedTimes(sha256, codeOfRound(chain, 2), 2))).toBe(toHex(chain[10] ?? utf8('')))
    for (const round of [0, 10, 1.5]) expect(() => codeOfRound(chain, round)).toThrow(RangeError)
  })

  it.each([
    [1, 0, ['002ed527ae0a44a86c205d1cdba61826951a2ffb53c13729c3762eea04e21676 lavenderblush', '03f710be2b61a6f9c3f89aa5ab553b81abb5fc9817865ac29b5b62dcfbaf431f blue',
      '08bab81380d7f0769cecf9969a8d9c04ad9156dfe03a6d6d0ed777734620d0e5 darkgoldenrod', '0c26494fa81f3aed8a9f66e77b73a1a9a2881762dee2e7f24858bfa8d78a5c4d mediumvioletred',
      '0e1af5d1ccfd44de075cc0bb6d5050d1c0d6bcf0a32fd51ce9406726ae4a90c2 bisque', '13a07cc9abf3b737e49a62b0634ef0a5a9ac6ed481fba95284d930c73ecf20dd lightpink']],
    [2, 6, ['00d1c59a9f1b581060a9e732e91bc477ef7d916e9eb18e53cffe816502fbdeda aqua', '02b514b0b1807bfe086db524f40962b2be272880c2bfeb55a7be136e8b5580a4 darkgray',
      '0337add95eac62a356b020a273a749935aa777faa226d733f41594ec88d35885 cornflowerblue']],
  ])('orders the tickets of round %i', (round, from, expected) => {
    const ticketOf = ticketsUnder(sha256, drawKey(sha256, codeOfRound(chain, round), randomness))
    const mine = new Set(expected.map((line) => line.split(' ')[1] ?? ''))
    const order = ticketsInOrder(first.toReversed(), ticketOf).filter(({ label }) => mine.has(label))
    expect(first.slice(from, from + expected.length)).toEqual(expected.map((line) => line.slice(65)))
    expect(order.map(({ ticket, label }) => `${ticket} ${label}`)).toEqual(expected)
  })
})

describe('RFC 3797, 6', () => {
  it('gives the selection of the RFC under our canonical form', () => {
    const key = canonicalRandomness([{ form: 'sequence', values: ['9319'] }, { form: 'set', values: ['2', '5', '12', '8', '10'] }, { form: 'set', values: ['9', '18', '26', '34', '41', '45'] }])
    expect(key).toBe('9319./2.5.8.10.12./9.18.26.34.41.45./')
    const left = Array.from({ length: 25 }, (_, i) => i + 1)
    const picked = Array.from({ length: 16 }, (_, i) => {
      const counter = Buffer.from([i >> 8, i & 255])
      const digest = createHash('md5').update(Buffer.concat([counter, Buffer.from(key), counter])).digest('hex')
      return left.splice(Number(BigInt(`0x${digest}`) % BigInt(left.length)), 1)[0]
    })
    expect(picked).toEqual([17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4])
  })

  it.each([[{ form: 'set' as const, values: ['1.5'] }], [{ form: 'sequence' as const, values: ['-1'] }], [{ form: 'hex' as const, values: ['0x1f'] }], [{ form: 'set' as const, values: [''] }]])('refuses %j', (part) => {
    expect(() => canonicalRandomness([part])).toThrow(RangeError)
  })
})

describe('drand quicknet, round 38', () => {
  it('is a source of its own: the hash of the signature, as one hexadecimal value', () => {
    const randomness = toHex(sha256(fromHex('95c93585c513ebbcb4777ff15599b3140e5ec0295faa0e483f3deadd88fa6d43f0d3703e3a4ce106e8fd6c6987f32126')))
    expect(randomness).toBe('b2fc21325a24904a6a9e81a6c63f65f6cec3f0b2400df3f4a56b214770e9ccca')
    expect(canonicalRandomness([{ form: 'sequence', values: ['007'] }, { form: 'hex', values: [randomness.toUpperCase()] }])).toBe(`7./${randomness}./`)
  })
})

describe('Rivest sampler: hash of UTF-8 text', () => {
  it.each([
    ['1', 1000, [97, 89, 163]], ['0', 2, [1, 1, 2]], ['0', 1000, [905, 573, 160]], ['0000000000', 1000, [978, 359, 132]], ['999999999999999999999999', 1000, [544, 800, 654]],
    ['3546311556112163624615351222', 876, [740, 180, 264, 789, 238]], ['snowman: ☃', 1000, [634, 56, 46]], ['\u{1F600}', 1000, [596, 415, 303, 11, 141]],
  ])('%s of %i', (seed, n, expected) => {
    expect(expected.map((_, i) => Number(BigInt(`0x${toHex(sha256(utf8(`${seed},${i + 1}`)))}`) % BigInt(n)) + 1)).toEqual(expected)
  })
})

describe('HMAC over a handed-in hash', () => {
  it.each(['sha256', 'sm3'] as const)('is that of the platform for %s, whatever the length of key and message', (name) => {
    assert(property(uint8Array({ maxLength: 200 }), uint8Array({ maxLength: 300 }), (key, message) => {
      expect(toHex(keyedHash(HASHES[name], key)(message))).toBe(createHmac(name, key).update(message).digest('hex'))
    }), { numRuns: 200 })
  })

  it('encodes labels as UTF-8, beyond the basic plane too', () => {
    const ticketOf = ticketsUnder(sm3, utf8('k'))
    for (const label of ['文登区\u{20BB7}', '\u{1F600}', '']) expect(ticketOf(label)).toBe(createHmac('sm3', 'k').update(`${label}\u0001`).digest('hex'))
  })

  it('reads back what it writes', () => {
    assert(property(uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => { expect(fromHex(toHex(bytes))).toEqual(bytes) }))
    for (const text of ['', 'a', 'AB', 'zz', '0 ']) expect(() => fromHex(text)).toThrow(RangeError)
  })
})
