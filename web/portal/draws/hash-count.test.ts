import { expect, test } from 'vitest'
import { heldDraw, PLAN } from '../../../src/engines/draw/fixtures/small-draw.ts'
import { verifyBundle } from '../../../src/engines/draw/verify-bundle.ts'
import { BROWSER_HASHES } from './browser-hashes.ts'
import { hashCountOf } from './hash-count.ts'

test('the count foretold is the count needed, to a tenth', () => {
  const { bundle } = heldDraw(PLAN, [null])
  let count = 0
  expect(verifyBundle(bundle, { ...BROWSER_HASHES, sha256: (data) => { count += 1; return BROWSER_HASHES.sha256(data) } }).ok).toBe(true)
  expect(count).toBeGreaterThan(0)
  expect(Math.abs(hashCountOf(bundle) - count) / count).toBeLessThan(0.1)
})
