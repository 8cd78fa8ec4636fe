import { expect, test } from 'vitest'
import { entryCodeOf, isEntryCode, readEntryCode } from './entry-code.ts'

const SECRET = { bytes: new Uint8Array(32).fill(7) }
const VISIT = { district: '371003', number: '检查〔2026〕12号' }
const lettersOf = (code: string): string => code.slice(-14).replaceAll('-', '')

test('a code is read as it was shown, however it is typed', () => {
  const code = entryCodeOf(SECRET, VISIT)
  const letters = lettersOf(code)
  for (const typed of [code, code.toLowerCase(), `  检查〔2026〕12号${letters}`, code.replace('〔', '[').replace('〕', ']').replaceAll('-', ' '), code.replace('〔', '（').replace('〕', '）')]) {
    expect(readEntryCode(typed)).toEqual({ number: VISIT.number, letters })
  }
})

test('what is no code is none', () => {
  for (const typed of ['', '检查〔2026〕12号', 'ABCD-EFGH-JKLM', '检查〔2026〕12号 ABCD-EFGH-JKL', '检查〔2026〕12号 ABCD-EFGH-JKLO']) expect(readEntryCode(typed)).toBeNull()
})

test('the letters belong to one visit of one installation', () => {
  const letters = lettersOf(entryCodeOf(SECRET, VISIT))
  expect(isEntryCode(SECRET, VISIT, letters)).toBe(true)
  expect(isEntryCode(SECRET, { ...VISIT, number: '检查〔2026〕13号' }, letters)).toBe(false)
  expect(isEntryCode(SECRET, { ...VISIT, district: '371002' }, letters)).toBe(false)
  expect(isEntryCode({ bytes: new Uint8Array(32).fill(8) }, VISIT, letters)).toBe(false)
  for (const short of ['', letters.slice(1), `${letters}2`]) expect(isEntryCode(SECRET, VISIT, short)).toBe(false)
})
