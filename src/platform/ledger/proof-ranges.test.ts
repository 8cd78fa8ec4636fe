import { expect, test } from 'vitest'
import { inclusionProof, leafHash, rootOf } from '../../kernel/merkle.ts'
import { sm3 } from '../hash.ts'
import { proofRanges } from './proof-ranges.ts'

test('the ranges give the proof of RFC 9162 for every leaf of trees up to 40', () => {
  for (let size = 1; size <= 40; size += 1) {
    const leaves = Array.from({ length: size }, (_, i) => leafHash(sm3, Uint8Array.of(i)))
    for (let index = 0; index < size; index += 1) {
      const path = proofRanges(index, size).map(({ from, until }) => rootOf(sm3, leaves.slice(from, until)))
      expect(path).toEqual(inclusionProof(sm3, leaves, index))
    }
  }
})

test('there is no proof outside the tree', () => {
  expect(() => proofRanges(0, 0)).toThrow(RangeError)
  expect(() => proofRanges(5, 5)).toThrow(RangeError)
  expect(() => proofRanges(-1, 5)).toThrow(RangeError)
})
