import { readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'

/** One import or re-export: a path from the root of the project when relative, else the name of a package. */
export type Import = Readonly<{ target: string; isType: boolean }>

export type SourceFile = Readonly<{ path: string; text: string; imports: readonly Import[] }>

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = ['law', 'districts', 'src', 'web', 'demo', 'bench', 'test']

const STATEMENT = /(?:^|[;\n])\s*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\sfrom\s*)?['"]([^'"\n]+)['"]/g
const CALL = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g

/** Every TypeScript file of the project. */
export function readSourceFiles(): readonly SourceFile[] {
  return FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !name.includes('node_modules'))
    .map((name) => sourceFile(posix.join(folder, name.replaceAll('\\', '/')), readFileSync(join(ROOT, folder, name), 'utf8'))))
}

/** A file from its path and text, with what it imports. */
export function sourceFile(path: string, text: string): SourceFile {
  const code = withoutComments(text)
  const statements = [...code.matchAll(STATEMENT)].map(([, type, name = '']) => ({ target: targetOf(path, name), isType: type !== undefined }))
  const calls = [...code.matchAll(CALL)].map(([, name = '']) => ({ target: targetOf(path, name), isType: false }))
  return { path, text: code, imports: [...statements, ...calls] }
}

function targetOf(path: string, name: string): string {
  return name.startsWith('.') ? posix.join(posix.dirname(path), name) : name
}

/** Line comments and blocks blanked out, line ends kept; `//` inside a word (an address) stays. */
function withoutComments(text: string): string {
  return text.replaceAll(/(^|\s)\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, '')).replaceAll(/(^|\s)\/\/.*$/gm, '$1')
}
