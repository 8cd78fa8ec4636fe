import { expect, test } from 'vitest'
import { entryCodeOf, readEntryCode } from './entry-code.ts'

const VISIT = { district: '371003', id: '0199f0a0-0000-7000-8000-000000000001', number: '检查〔2026〕12号' }

test('a code is read as it was shown, however it is typed', () => {
  const code = entryCodeOf(VISIT)
  const letters = code.slice(-14).replaceAll('-', '')
  for (const typed of [code, code.toLowerCase(), `  检查〔2026〕12号${letters}`, code.replace('〔', '[').replace('〕', ']').replaceAll('-', ' '), code.replace('〔', '（').replace('〕', '）')]) {
    expect(readEntryCode(typed)).toEqual({ number: VISIT.number, letters })
  }
})

test('what is no code is none', () => {
  for (const typed of ['', '检查〔2026〕12号', 'ABCD-EFGH-JKLM', '检查〔2026〕12号 ABCD-EFGH-JKL', '检查〔2026〕12号 ABCD-EFGH-JKLO']) expect(readEntryCode(typed)).toBeNull()
})

test('two visits share no letters', () => {
  expect(entryCodeOf({ ...VISIT, id: '0199f0a0-0000-7000-8000-000000000002' })).not.toBe(entryCodeOf(VISIT))
})
