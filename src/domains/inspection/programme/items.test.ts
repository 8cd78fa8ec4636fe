import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { REFERENCE_FOLDER } from '../../../../test/support/reference-folder.ts'
import { instruments } from '../../../../law/instruments.ts'
import { articleText } from '../../../kernel/law-check.ts'
import { DECLARED_ITEMS } from './items.ts'
import { ENTRY_KINDS, findObjectKind, OBJECT_KINDS } from './object-kinds.ts'

const bases = DECLARED_ITEMS.flatMap(({ code, basis }) => basis.map((each) => ({ code, ...each })))

describe('the declared list of items', () => {
  test('codes are unique and short enough for a label of a joint draw; every kind exists', () => {
    expect(DECLARED_ITEMS.length).toBeGreaterThanOrEqual(12)
    expect(new Set(DECLARED_ITEMS.map(({ code }) => code)).size).toBe(DECLARED_ITEMS.length)
    for (const { code, kinds, basis } of DECLARED_ITEMS) {
      expect(code).toMatch(/^[A-Z]{2}\d{2}$/)
      expect(kinds.map(findObjectKind)).not.toContain(undefined)
      expect(basis.length).toBeGreaterThan(0)
    }
  })

  test('kinds that come from register entries can be imported', () => {
    for (const { source } of OBJECT_KINDS) if (source.from === 'register-entry') expect(ENTRY_KINDS).toHaveProperty(source.entryKind)
  })

  test.skipIf(!existsSync(`${REFERENCE_FOLDER}/law`)).each(bases)('$code rests on words of $instrument $article', ({ instrument, article, quotation }) => {
    expect(instruments[instrument].textAvailable).toBe(true)
    const text = articleText(readFileSync(`${REFERENCE_FOLDER}/law/${instrument}.txt`, 'utf8'), article)
    expect(text?.replaceAll(/\s/gu, '')).toContain(quotation)
  })
})
