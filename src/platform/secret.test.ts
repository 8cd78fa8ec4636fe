import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyedDigest, loadInstanceSecret, openText, sealText } from './secret.ts'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'hengjian-secret-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the secret is made once, readable by its owner alone', () => {
  const first = loadInstanceSecret(folder)
  expect(first.bytes).toHaveLength(32)
  expect(loadInstanceSecret(folder)).toEqual(first)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
})

test('a damaged secret is refused, not replaced', () => {
  const damaged = join(folder, 'damaged')
  loadInstanceSecret(damaged)
  writeFileSync(join(damaged, 'secret'), 'abc')
  expect(() => loadInstanceSecret(damaged)).toThrow('实例密钥文件已损坏')
  expect(readFileSync(join(damaged, 'secret'), 'utf8')).toBe('abc')
})

test('a sealed text opens for its owner only and not when changed', () => {
  const secret = loadInstanceSecret(folder)
  const sealed = sealText(secret, 'account-1', '动态码密钥')
  expect(openText(secret, 'account-1', sealed)).toBe('动态码密钥')
  expect(sealText(secret, 'account-1', '动态码密钥')).not.toBe(sealed)
  expect(() => openText(secret, 'account-2', sealed)).toThrow()
  const changed = Buffer.from(sealed, 'base64url')
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(() => openText(secret, 'account-1', changed.toString('base64url'))).toThrow()
})

test('digests differ by purpose', () => {
  const secret = loadInstanceSecret(folder)
  expect(keyedDigest(secret, 'a', 'x')).toBe(keyedDigest(secret, 'a', 'x'))
  expect(keyedDigest(secret, 'a', 'x')).not.toBe(keyedDigest(secret, 'b', 'x'))
})
