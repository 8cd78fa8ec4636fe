import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { keep } from './browser.ts'

/** Every row of the phone's store as it lies on the disk, in readable text, and whether a key lies beside it. */
export async function onDisk(page: Page): Promise<Readonly<{ rows: string; hasKey: boolean }>> {
  return page.evaluate<Readonly<{ rows: string; hasKey: boolean }>>(`(async () => {
    const asked = (request) => new Promise((settle, fail) => { request.onsuccess = () => settle(request.result); request.onerror = () => fail(request.error) })
    const store = await asked(indexedDB.open('hengjian-field'))
    const names = [...store.objectStoreNames].sort()
    const rows = await Promise.all(names.map((name) => asked(store.transaction(name).objectStore(name).getAll())))
    store.close()
    // The account is its owner's own name; all else belongs to those inspected.
    return { rows: JSON.stringify(names.map((name, at) => [name, name === 'device' ? [] : rows[at]])), hasKey: rows.flat().some(({ cryptoKey }) => cryptoKey instanceof CryptoKey && !cryptoKey.extractable) }
  })()`)
}

/** The PDF for the party is made without network; the text attached to it has the hash that was signed. */
export async function takePaper(page: Page): Promise<void> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '生成PDF交当事人' }).click()])
  const bytes = readFileSync(await file.path())
  expect(file.suggestedFilename()).toMatch(/^现场检查记录-检查.+号\.pdf$/u)
  keep(bytes, 'field-record.pdf')
  const [record] = (await PDFDocument.load(bytes)).getAttachments()
  const hash = /记录摘要 SHA-256：([0-9a-f]{64})/u.exec(await page.getByRole('article', { name: '现场检查记录' }).innerText())?.[1]
  expect(createHash('sha256').update(record?.data ?? '').digest('hex')).toBe(hash)
}
