import { describe, expect, test } from 'vitest'
import { readSourceFiles, sourceFile } from './support/source-files.ts'
import type { Import, SourceFile } from './support/source-files.ts'

type Sample = Readonly<{ path: string; text: string }>

/** A rule over all files. `forbidden` must each be found, alone and by path; `allowed` must pass. */
type Rule = Readonly<{
  says: string
  finds: (files: readonly SourceFile[]) => readonly string[]
  forbidden: readonly Sample[]
  allowed?: readonly Sample[]
}>

const LAYERS = ['law', 'kernel', 'platform', 'engines', 'domains', 'app']
/** What the browser and the phone run: these and all they import. */
const PURE_ENGINE_FILES = ['definition', 'matter', 'facts', 'role', 'decide', 'evolve', 'clocks'].map((name) => `src/engines/procedure/${name}.ts`)
/** The rules of a draw; what holds one stands in the folder `held`. */
const DRAW_RULE = /^src\/engines\/draw\/[^/]+\.ts$/
/** What a visitor's browser runs to compute a draw again: the same code as the server, and all of it pure. */
const DRAW_CHECK_FILES = ['verify-bundle', 'explain', 'bundle', 'rulebook', 'fault'].map((name) => `src/engines/draw/${name}.ts`)
const PROCEDURE_FILE = /^src\/domains\/.+\/procedure\.ts$/

const isTest = ({ path }: SourceFile): boolean => /\.test\.tsx?$|\/fixtures\/|^test\//.test(path)
const isCode = (file: SourceFile): boolean => !isTest(file)

const layerOf = (path: string): number => {
  const [top = '', next = ''] = path.split('/')
  return LAYERS.indexOf(top === 'src' ? next : top)
}
/** The one door to the generator: `npm run demo` and `hengjian demo` fill an empty installation through it. */
const DEMO_DOOR = 'src/app/prepare-demo.ts'

/** Data of districts is loaded by the application; what builds, shows or tests the system is imported by nothing in it but the demo's door. */
function breaksOrder(file: SourceFile, { target }: Import): boolean {
  if (file.path === DEMO_DOOR && target.startsWith('demo/')) return false
  if (layerOf(target) > layerOf(file.path)) return true
  if (isTest(file)) return false
  return /^(web|demo|bench|test)\//.test(target) || (target.startsWith('districts/') && layerOf(file.path) < LAYERS.indexOf('app'))
}

const domainOf = (path: string): string | undefined => /^src\/domains\/([^/]+)\//.exec(path)?.[1]

const eachImport = (files: readonly SourceFile[], judge: (file: SourceFile, imported: Import) => boolean): readonly string[] =>
  files.flatMap((file) => file.imports.filter((imported) => judge(file, imported)).map(({ target }) => `${file.path} imports ${target}`))

const eachText = (files: readonly SourceFile[], pattern: RegExp): readonly string[] =>
  files.flatMap((file) => (pattern.test(file.text) ? [`${file.path} contains ${pattern.source}`] : []))

/** The files reached from `roots` by value imports. */
function closureOf(files: readonly SourceFile[], roots: readonly string[]): readonly SourceFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const reached = new Set(roots)
  for (const path of reached) for (const { target, isType } of byPath.get(path)?.imports ?? []) if (!isType && byPath.has(target)) reached.add(target)
  return files.filter(({ path }) => reached.has(path))
}

function domainWords(files: readonly SourceFile[]): ReadonlySet<string> {
  const folders = files.flatMap(({ path }) => domainOf(path) ?? [])
  const ids = files.filter(({ path }) => PROCEDURE_FILE.test(path)).flatMap(({ text }) => /\bid:\s*'([^']+)'/.exec(text)?.[1] ?? [])
  return new Set([...folders, ...ids])
}

function mayWebImport({ path }: SourceFile, { target, isType }: Import): boolean {
  if (target.startsWith('src/kernel/')) return true
  if (path.startsWith('web/portal/draws/') && DRAW_CHECK_FILES.includes(target)) return true
  if (target.startsWith('src/')) return isType && target.endsWith('/contract.ts')
  if (!target.startsWith('web/')) return !target.startsWith('node:') && !/^(law|districts|demo|bench|test)\//.test(target)
  const [, surface] = path.split('/')
  return target.startsWith('web/kit/') || target.startsWith(`web/${surface}/`)
}

/** Programs that build the web run in Node, not in the browser. */
const isBuild = ({ path }: SourceFile): boolean => ['web/vite.config.ts', 'web/field/pwa.ts'].includes(path) || path.startsWith('web/field/icons/')

const RULES: readonly Rule[] = [
  {
    says: 'imports point one way: law <- kernel <- platform <- engines <- domains <- app',
    finds: (files) => eachImport(files.filter((file) => layerOf(file.path) >= 0), breaksOrder),
    forbidden: [
      { path: 'law/sample.ts', text: `import { a } from '../src/kernel/period.ts'` },
      { path: 'src/kernel/sample.ts', text: `export { a } from '../platform/clock.ts'` },
      { path: 'src/platform/sample.ts', text: `import type {\n  A,\n  B,\n} from '../engines/procedure/matter.ts'` },
      { path: 'src/engines/draw/sample.ts', text: `const a = 1\nimport '../../domains/consumer/index.ts'` },
      { path: 'src/domains/consumer/sample.ts', text: `const a = await import('../../app/compose.ts')` },
      { path: 'src/app/sample.ts', text: `import { a } from '../../web/kit/api.ts'` },
      { path: 'src/app/sample.ts', text: `const a = await import('../../demo/generate.ts')` },
      { path: 'src/domains/market-entry/sample.ts', text: `import { a } from '../../../districts/load-district.ts'` },
      { path: 'src/platform/sample.test.ts', text: `import { a } from '../app/compose.ts'` },
    ],
    allowed: [
      { path: 'src/app/sample.ts', text: `import { a } from '../domains/index.ts'\n// import { b } from '../../web/kit/api.ts'` },
      { path: DEMO_DOOR, text: `const a = await import('../../demo/generate.ts')` },
    ],
  },
  {
    says: 'law and kernel use nothing of Node and no package',
    finds: (files) => eachImport(files.filter((file) => isCode(file) && /^(law|src\/kernel)\//.test(file.path)), (_, { target }) => !/^(law|src)\//.test(target)),
    forbidden: [
      { path: 'src/kernel/sample.ts', text: `import { createHash } from 'node:crypto'` },
      { path: 'law/sample.ts', text: `import { readFileSync } from 'node:fs'` },
      { path: 'src/kernel/sample.ts', text: `import { z } from 'zod'` },
    ],
  },
  {
    says: 'the pure files of an engine, and all they import, touch neither Node nor the platform',
    finds: (files) => {
      const rulesOfDraw = files.filter((file) => isCode(file) && DRAW_RULE.test(file.path)).map(({ path }) => path)
      return eachImport(closureOf(files, [...PURE_ENGINE_FILES, ...rulesOfDraw]), (_, { target, isType }) => !isType && (target.startsWith('node:') || target.startsWith('src/platform/')))
    },
    forbidden: [
      { path: 'src/engines/procedure/decide.ts', text: `import { randomUUID } from 'node:crypto'` },
      { path: 'src/engines/procedure/evolve.ts', text: `import { systemClock } from '../../platform/clock.ts'` },
      { path: 'src/kernel/period.ts', text: `import { a } from 'node:os'` },
      { path: 'src/engines/draw/sample.ts', text: `import { sha256 } from '../../platform/hash.ts'` },
    ],
    allowed: [
      { path: 'src/engines/procedure/store.ts', text: `import { a } from 'node:os'` },
      { path: 'src/engines/draw/held/sample.ts', text: `import { sha256 } from '../../../platform/hash.ts'` },
    ],
  },
  {
    says: 'what a thread is asked for by name is exported by the file that asks',
    finds: (files) => files.filter(isCode).flatMap(({ path, text }) => [...text.matchAll(/runInThread\(import\.meta\.url, '(\w+)'/g)].flatMap(([, name = '']) =>
      new RegExp(`^export (?:async )?function ${name}\\b`, 'm').test(text) ? [] : [`${path} hides ${name} from its thread`])),
    forbidden: [{ path: 'src/engines/draw/held/sample.ts', text: `await runInThread(import.meta.url, 'reckon', 1)\nfunction reckon(): void {}` }],
    allowed: [{ path: 'src/engines/draw/held/sample.ts', text: `await runInThread(import.meta.url, 'reckon', 1)\nexport async function reckon(): Promise<void> {}` }],
  },
  {
    says: 'a domain enters another only through its index.ts',
    finds: (files) => eachImport(files, ({ path }, { target }) => {
      const to = domainOf(target)
      return domainOf(path) !== undefined && to !== undefined && to !== domainOf(path) && target !== `src/domains/${to}/index.ts`
    }),
    forbidden: [{ path: 'src/domains/market-entry/sample.ts', text: `import { a } from '../consumer/intake.ts'` }],
    allowed: [{ path: 'src/domains/market-entry/sample.ts', text: `import { a } from '../consumer/index.ts'` }],
  },
  {
    says: 'no domain and no procedure is named in engines or platform',
    finds: (files) => [...domainWords(files)].flatMap((word) =>
      eachText(files.filter((file) => isCode(file) && /^src\/(engines|platform)\//.test(file.path)), new RegExp(`(['"\`/])${word}(['"\`/])`))),
    forbidden: [
      { path: 'src/engines/procedure/sample.ts', text: `const isSpecial = procedure.id === 'complaint'` },
      { path: 'src/platform/sample.ts', text: `const folder = 'src/domains/consumer/report'` },
    ],
    allowed: [{ path: 'src/engines/procedure/sample.ts', text: `const word = 'complaints'` }],
  },
  {
    says: 'every procedure is reachable from src/domains/index.ts',
    finds: (files) => {
      const registered = new Set(closureOf(files, ['src/domains/index.ts']).map(({ path }) => path))
      return files.flatMap(({ path }) => (PROCEDURE_FILE.test(path) && !registered.has(path) ? [`${path} is not registered`] : []))
    },
    forbidden: [{ path: 'src/domains/consumer/sample/procedure.ts', text: `export const sample = 1` }],
  },
  {
    says: 'a web surface imports the kit, the kernel and types of contracts, and the check of a draw its pure files; another surface never',
    finds: (files) => eachImport(files.filter((file) => file.path.startsWith('web/') && isCode(file) && !isBuild(file)), (file, imported) => !mayWebImport(file, imported)),
    forbidden: [
      { path: 'web/desk/sample.ts', text: `import { a } from '../portal/date-words.ts'` },
      { path: 'web/kit/sample.ts', text: `import { a } from '../desk/router.tsx'` },
      { path: 'web/desk/sample.tsx', text: `import { a } from '../../src/engines/procedure/decide.ts'` },
      { path: 'web/desk/sample.tsx', text: `import { a } from '../../src/engines/procedure/contract.ts'` },
      { path: 'web/portal/sample.ts', text: `import { readFileSync } from 'node:fs'` },
      { path: 'web/portal/sample.ts', text: `import { rules } from '../../law/rules/all.ts'` },
      { path: 'web/portal/sample.ts', text: `import { verifyBundle } from '../../src/engines/draw/verify-bundle.ts'` },
      { path: 'web/desk/draws/sample.ts', text: `import { verifyBundle } from '../../../src/engines/draw/verify-bundle.ts'` },
      { path: 'web/portal/draws/sample.ts', text: `import { announce } from '../../../src/engines/draw/announce.ts'` },
      { path: 'web/portal/draws/sample.ts', text: `import { decide } from '../../../src/engines/procedure/decide.ts'` },
    ],
    allowed: [
      { path: 'web/portal/draws/sample.ts', text: `import { verifyBundle } from '../../../src/engines/draw/verify-bundle.ts'\nimport { explain } from '../../../src/engines/draw/explain.ts'` },
      { path: 'web/desk/sample.tsx', text: `import type { A } from '../../src/engines/procedure/contract.ts'\nimport { b } from '../kit/api.ts'\nimport { c } from 'antd'` },
    ],
  },
  {
    says: 'only src/platform/clock.ts reads the clock',
    finds: (files) => eachText(files.filter((file) => isCode(file) && /^(src|law|demo|districts)\//.test(file.path) && file.path !== 'src/platform/clock.ts'), /new Date(?:\(\s*\)|(?![\w(]))|(?<!new )\bDate\(\)|\bDate\.now\b/),
    forbidden: [
      { path: 'src/kernel/sample.ts', text: `const now = new Date()` },
      { path: 'src/engines/sample.ts', text: `const now = Date.now()` },
      { path: 'src/app/sample.ts', text: `const clock = Date.now` },
    ],
    allowed: [{ path: 'src/kernel/sample.ts', text: `const at = new Date(value)\n// never new Date() here` }],
  },
  {
    says: 'chance is an argument: no Math.random',
    finds: (files) => eachText(files.filter(({ path }) => /^(src|law|demo|districts)\//.test(path)), /\bMath\.random\b/),
    forbidden: [{ path: 'src/domains/consumer/sample.ts', text: `const n = Math.random()` }],
  },
  {
    says: 'no file is longer than 300 lines',
    finds: (files) => files.flatMap(({ path, text }) => (text.trimEnd().split('\n').length > 300 ? [`${path} is longer than 300 lines`] : [])),
    forbidden: [{ path: 'web/desk/sample.tsx', text: 'const a = 1\n'.repeat(301) }],
    allowed: [{ path: 'web/desk/sample.tsx', text: 'const a = 1\n'.repeat(300) }],
  },
]

const files = readSourceFiles()

/** The project with one file put in or replaced. */
const withSample = ({ path, text }: Sample): readonly SourceFile[] => [...files.filter((file) => file.path !== path), sourceFile(path, text)]

describe.each(RULES)('$says', ({ finds, forbidden, allowed = [] }) => {
  test('holds', () => {
    expect(finds(files)).toEqual([])
  })

  test.each(forbidden)('is seen to fail, sample %#: $path', (sample) => {
    expect(finds(withSample(sample)).filter((finding) => finding.startsWith(sample.path))).not.toEqual([])
  })

  test.each(allowed)('lets pass, sample %#: $path', (sample) => {
    expect(finds(withSample(sample)).filter((finding) => finding.startsWith(sample.path))).toEqual([])
  })
})

test('the files of every layer were read, and their imports', () => {
  const counts = LAYERS.map((_, layer) => files.filter(({ path }) => layerOf(path) === layer).length)
  expect(Math.min(...counts)).toBeGreaterThan(0)
  expect(files.find(({ path }) => path === 'src/kernel/citation.ts')?.imports.map(({ target }) => target)).toContain('law/instruments.ts')
})
