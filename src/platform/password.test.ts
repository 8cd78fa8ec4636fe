import { expect, test } from 'vitest'
import { hashPassword, judgePassword, verifyPassword } from './password.ts'
import { systemRandom } from './random.ts'

test('a hash opens for its password only, and two hashes of one password differ', async () => {
  const first = await hashPassword('Wendeng-Scale-27', systemRandom)
  const second = await hashPassword('Wendeng-Scale-27', systemRandom)
  expect(first).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$/)
  expect(first).not.toBe(second)
  expect(await verifyPassword('Wendeng-Scale-27', first)).toBe(true)
  expect(await verifyPassword('Wendeng-Scale-28', first)).toBe(false)
  await expect(verifyPassword('x', 'plain')).rejects.toThrow('argon2id')
})

test('a hash made elsewhere with other parameters is read by its own', async () => {
  // From the test vectors of the Argon2 reference implementation (src/test.c).
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  expect(await verifyPassword('password', reference)).toBe(true)
  expect(await verifyPassword('Password', reference)).toBe(false)
})

test.each([
  ['Ab1-ef', '不足10位'],
  ['abcdefkrtz', '只有1种字符'],
  ['Zhang.w-99x1', '含有登录名'],
  ['Aa-12345-xyq', '连续或重复'],
  ['Aa-fedcb-x9q', '连续或重复'],
  ['Aa1-zzzzz-xq', '连续或重复'],
  [`Aa1${'-x9Q'.repeat(40)}`, '超过128位'],
])('%s is refused', (password, reason) => {
  expect(judgePassword(password, 'zhang.w')?.says).toContain(reason)
})

test.each(['Wendeng-Scale-27', '天平与镜子Jian27号门牌', 'aB3$kLm9Qz'])('%s is accepted', (password) => {
  expect(judgePassword(password, 'zhang.w')).toBeUndefined()
})
