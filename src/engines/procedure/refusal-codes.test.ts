import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const CODE = /'(procedure\.[a-z.-]+)'/g

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => join(ROOT, folder, name))
}

function codesIn(files: readonly string[]): ReadonlySet<string> {
  return new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(CODE)].map(([, code = '']) => code)))
}

const isTest = (file: string): boolean => file.endsWith('.test.ts')
const engine = filesIn('src/engines/procedure').filter((file) => !isTest(file) && !file.includes('fixtures'))
const tests = [...filesIn('src/engines/procedure'), ...filesIn('src/domains'), ...filesIn('test')].filter((file) => isTest(file) || file.endsWith('examples.ts')).filter((file) => file !== import.meta.filename)

/** Codes are words that clients rely on: a new one comes with a test that provokes it, a test asks for none that is gone. */
test('every refusal of the engine is provoked by a test, and no test expects a refusal that does not exist', () => {
  expect([...codesIn(engine)].filter((code) => !codesIn(tests).has(code))).toEqual([])
  expect([...codesIn(tests)].filter((code) => !codesIn(engine).has(code))).toEqual([])
  expect(codesIn(engine).size).toBeGreaterThan(18)
})
