import { createHash, createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendLeaf, consistencyProof, emptyRange, inclusionProof, leafHash, nodeHash, rangeRoot, rootOf, verifyConsistency, verifyInclusion } from './merkle.ts'
import type { Hash } from './merkle.ts'

const sha256: Hash = data => createHash('sha256').update(data).digest()
const sm3: Hash = data => createHash('sm3').update(data).digest()

const data = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(hex => Buffer.from(hex, 'hex'))

// Roots of the first 0 to 8 leaves, SHA-256 and SM3 (the first from transparency-dev/merkle).
const roots: readonly (readonly [string, string])[] = [
  ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b'],
  ['6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    '2daef60e7a0b8f5e024c81cd2ab3109f2b4f155cf83adeb2ae5532f74a157fdf'],
  ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    '0b990fe0c7ad70f1bf1a1262f2c7908ea48146b14253a6db99f2917ab1f5cc4d'],
  ['aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    '209ec96a210d662a964772680e8544d18cab7b88ffec3e00962220349b56ea56'],
  ['d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '28e4e307ef6d2d0c62d84b11ef96e835efe490f35b93c8f024ecfe38c8dd4377'],
  ['4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    'bb10c996aeebbcdc69be3715fc847344de77442d37a5ab8213da9f41785b103b'],
  ['76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    '8723c1ab1f82ddfba4a3733ac0c80d936d9f4c208c7dbc8cc81ca9fff8584f66'],
  ['ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    'bd36c22a1ac6ff4308e0c3cc1a85bf0ffa30538ec60a55c70413ab15d45db4d2'],
  ['5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    'bc48ba7a709184b5f2a631e1adeb8dc2a0d4c018c1d6cc89b5664fe154c93b38'],
].map(([a = '', b = '']) => [a, b] as const)

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function flipped(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes, (byte, i) => (i === 0 ? byte ^ 1 : byte))
}

const leavesOf = (size: number): readonly Uint8Array[] => Array.from({ length: size }, (_, i) => leafHash(sha256, Buffer.from(`leaf ${i}`)))

describe('hashes handed in', () => {
  it('SM3 meets GB/T 32905', () => {
    expect(hexOf(sm3(Buffer.from('abc')))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(hexOf(sm3(Buffer.from('abcd'.repeat(16))))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
    expect(hexOf(sm3(Buffer.from('')))).toBe('1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b')
    expect(hexOf(sm3(Buffer.from('你好')))).toBe('78e5c78c5322ca174089e58dc7790acf8ce9d542bee6ae4a5a0797d5e356be61')
    expect(createHmac('sm3', Buffer.from('31323334353637383930', 'hex')).update('123456').digest('hex')).toBe('bc1f71eef901223ae7a9718e3ae1dbf97353c81acb429b491bbdbefd2195b95e')
  })
})

describe('Merkle tree', () => {
  it.each(roots.map(([sha, sm], size) => [size, sha, sm] as const))('has the published roots over %i leaves', (size, sha, sm) => {
    expect(hexOf(rootOf(sha256, data.slice(0, size).map(leaf => leafHash(sha256, leaf))))).toBe(sha)
    expect(hexOf(rootOf(sm3, data.slice(0, size).map(leaf => leafHash(sm3, leaf))))).toBe(sm)
  })

  it('separates leaves from nodes', () => {
    expect(hexOf(leafHash(sha256, Buffer.from('L123456')))).toBe('395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56')
    expect(hexOf(nodeHash(sha256, Buffer.from('N123'), Buffer.from('N456')))).toBe('aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb')
  })

  it('gives the published proofs', () => {
    const leaves = data.map(leaf => leafHash(sha256, leaf))
    expect(inclusionProof(sha256, leaves, 5).map(hexOf)).toEqual(['bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', roots[4]?.[0]])
    expect(consistencyProof(sha256, leaves, 6).map(hexOf)).toEqual(['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', roots[4]?.[0]])
    expect(consistencyProof(sha256, leaves.slice(0, 5), 2).map(hexOf)).toEqual(['5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'])
  })

  it('grows leaf by leaf to the same root, with a state as small as a logarithm', () => {
    let range = emptyRange
    leavesOf(100).forEach((leaf, i, leaves) => {
      range = appendLeaf(sha256, range, leaf)
      expect(hexOf(rangeRoot(sha256, range))).toBe(hexOf(rootOf(sha256, leaves.slice(0, i + 1))))
      expect(range.peaks.length).toBeLessThanOrEqual(7)
    })
  })

  it('proves every leaf, and nothing that was changed', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 70 }).chain(size => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.nat(size - 1), fc.nat())), ([size, index, other, pick]) => {
      const leaves = leavesOf(size)
      const root = rootOf(sha256, leaves)
      const leaf = leaves[index] ?? root
      const proof = inclusionProof(sha256, leaves, index)
      const claim = { leaf, index, size, root }
      expect(verifyInclusion(sha256, claim, proof)).toBe(true)
      expect(verifyInclusion(sha256, { ...claim, leaf: flipped(leaf) }, proof)).toBe(false)
      expect(verifyInclusion(sha256, { ...claim, root: flipped(root) }, proof)).toBe(false)
      if (other !== index) expect(verifyInclusion(sha256, { ...claim, index: other }, proof)).toBe(false)
      expect(verifyInclusion(sha256, claim, [...proof, root])).toBe(false)
      if (proof.length === 0) return
      expect(verifyInclusion(sha256, claim, proof.slice(1))).toBe(false)
      expect(verifyInclusion(sha256, claim, proof.map((node, i) => (i === pick % proof.length ? flipped(node) : node)))).toBe(false)
    }), { numRuns: 60 })
  })

  it('proves that a tree only grew, and refuses a rewritten past', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 70 }).chain(size => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size }), fc.nat())), ([size, earlierSize, pick]) => {
      const leaves = leavesOf(size)
      const claim = { earlierSize, earlierRoot: rootOf(sha256, leaves.slice(0, earlierSize)), size, root: rootOf(sha256, leaves) }
      const proof = consistencyProof(sha256, leaves, earlierSize)
      expect(verifyConsistency(sha256, claim, proof)).toBe(true)
      const rewritten = leaves.map((leaf, i) => (i === pick % earlierSize ? flipped(leaf) : leaf))
      expect(verifyConsistency(sha256, { ...claim, root: rootOf(sha256, rewritten) }, consistencyProof(sha256, rewritten, earlierSize))).toBe(false)
      expect(verifyConsistency(sha256, { ...claim, earlierRoot: flipped(claim.earlierRoot) }, proof)).toBe(false)
      expect(verifyConsistency(sha256, claim, [...proof, claim.root])).toBe(false)
      if (proof.length > 0) expect(verifyConsistency(sha256, claim, proof.slice(1))).toBe(false)
    }), { numRuns: 60 })
  })

  it('refuses proofs outside the tree', () => {
    expect(() => inclusionProof(sha256, leavesOf(3), 3)).toThrow(RangeError)
    expect(() => consistencyProof(sha256, leavesOf(3), 0)).toThrow(RangeError)
    const root = rootOf(sha256, leavesOf(3))
    expect(verifyInclusion(sha256, { leaf: root, index: 3, size: 3, root }, [])).toBe(false)
    expect(verifyConsistency(sha256, { earlierSize: 0, earlierRoot: root, size: 3, root }, [])).toBe(false)
  })
})
