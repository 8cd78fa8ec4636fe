import { expect, test } from 'vitest'
import { createTotpSecret, matchTotp, totpAddress } from './totp.ts'

// RFC 6238, appendix B, SHA-1: the secret '12345678901234567890' in base32, the last six of eight digits.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  ['1970-01-01T00:00:59.000Z', '287082', 1],
  ['2005-03-18T01:58:29.000Z', '081804', 37_037_036],
  ['2009-02-13T23:31:30.000Z', '005924', 41_152_263],
  ['2033-05-18T03:33:20.000Z', '279037', 66_666_666],
])('the code of %s matches', (at, code, step) => {
  expect(matchTotp(SECRET, code, at)).toBe(step)
})

test('a code serves once, and neither an old nor a malformed one serves at all', () => {
  const at = '2005-03-18T01:58:29.000Z'
  expect(matchTotp(SECRET, '081804', at, 37_037_035)).toBe(37_037_036)
  expect(matchTotp(SECRET, '081804', at, 37_037_036)).toBeUndefined()
  expect(matchTotp(SECRET, '081804', '2005-03-18T01:58:59.000Z')).toBe(37_037_036)
  expect(matchTotp(SECRET, '081804', '2005-03-18T02:00:00.000Z')).toBeUndefined()
  expect(matchTotp(SECRET, '81804', at)).toBeUndefined()
})

test('a secret has 160 bits and its address names the login', () => {
  const secret = createTotpSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(new URL(totpAddress(secret, 'zhang.w')).searchParams.get('secret')).toBe(secret)
})
